"""Letters with their real reply times, replayed through the front door: the digests say what the letters give."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import holidays

from tests.benchmarks.replay import OWN, read
from tests.benchmarks.replay import replay as play
from tests.benchmarks.year import MANAGER, letters_of

CHINA = holidays.country_holidays("CN")


def reckoned() -> Counter[str]:
    """March 2019 from the letters alone: what came, and how many had their answer within three working days."""
    found: Counter[str] = Counter()
    for line in OWN.read_text("utf-8").splitlines():
        letter = json.loads(line)
        was, replied = (datetime.fromisoformat(letter[key]) for key in ("at", "replied_at"))
        raised = was + timedelta(weeks=round((datetime(2019, was.month, min(was.day, 28)) - was).days / 7))
        begins = raised
        while not CHINA.is_working_day(begins.date()) or begins.hour * 60 + begins.minute >= 17 * 60 + 30:
            begins = datetime(begins.year, begins.month, begins.day, 8, 30) + timedelta(days=1)
        begins = max(begins, datetime(begins.year, begins.month, begins.day, 8, 30))
        # Three times nine hours of work: a day that begins at half past eight ends at half past five.
        due, days = (begins.replace(hour=17), 2) if (begins.hour, begins.minute) == (8, 30) else (begins, 3)
        while days:
            due += timedelta(days=1)
            days -= CHINA.is_working_day(due.date())
        found["new"] += raised.month == 3
        if due.month == 3:
            found["limits"] += 1
            found["kept"] += raised + (replied - was) <= due
    return found


async def test_every_figure_of_every_digest_is_that_of_the_letters(tmp_path: Path) -> None:
    found, stage, _ = await play(tmp_path, letters_of(read([OWN])))
    assert found.different == []
    assert found.count > 1000
    assert found.spans == {"week": 10, "month": 3, "quarter": 1}
    assert found.told["rated"] == 13
    assert found.told["again"] == 2
    # What the manager read says the same, by an arithmetic of its own.
    march, expected = reckoned(), Counter[str]()
    told = next(each.text for each in stage.seen(MANAGER) if "信箱月报" in each.text and "3月1日" in each.text)
    expected["new"] = int(re.findall(r"新增 (\d+)", told)[0])
    kept, limits = re.findall(r"按时.*?(\d+)/(\d+)", told)[0]
    expected["kept"], expected["limits"] = int(kept), int(limits)
    assert march == expected, told


async def test_a_letter_that_was_answered_a_day_later_than_it_says_is_found_out(tmp_path: Path) -> None:
    letters = letters_of(read([OWN]))[:3]
    fates = [each.fate for each in letters]
    assert fates[0].answered is not None
    fates[0] = replace(fates[0], answered=fates[0].answered + 7 * 86_400)
    found, _, _ = await play(tmp_path, letters, against=fates)
    assert any(each.endswith("kept: digest 1, letters 0") for each in found.different), found.different
