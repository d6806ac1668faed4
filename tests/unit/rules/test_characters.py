"""One way to make text comparable: every reader of what people type reads it alike on every keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.calendar import WorkCalendar
from handlers.rules.characters import folded, one_by_one, plain
from handlers.rules.codes import find_number, new_follow_code, read_follow_code
from handlers.rules.danger import danger_in
from handlers.rules.dates import read_due
from handlers.rules.directory import alike
from handlers.rules.headings import heading
from handlers.rules.heads import read_round
from handlers.rules.marks import opening
from handlers.rules.matching import matching
from handlers.rules.recurring import read_recurring
from handlers.rules.terms import terms
from handlers.rules.traces import traces

CALENDAR = WorkCalendar()
NOW = int(datetime(2026, 3, 2, 10, tzinfo=CALENDAR.tz).timestamp())
UNSEEN = st.sampled_from("\u200b\u200d\u2060\ufeff\u00ad\u3164\u200e\u034f\U000e0020")
CODE = new_follow_code()
READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "number": ("SJ-2026-0042", find_number),
    "code": (CODE, read_follow_code),
    "command": ("/todo", lambda text: opening(text).command),
    "note": ("//x", lambda text: opening(text).mark),
    "name": ("A2车间", lambda text: alike(text, "A2车间")),
    "date": ("2026-06-30", lambda text: read_due(text, NOW, CALENDAR).at),
    "every": ("每周三9:30", read_recurring),
    "trace": ("打13812345678", traces),
    "danger": ("不想活了", danger_in),
    "heading": ("问题(必填)", heading),
    "round": ("3", read_round),
    "label": ("A2", lambda text: matching(text, [("A2", 1), ("B2", 2)])),
    "terms": ("A2车间", terms),
}


def wide(text: str) -> str:
    """As a keyboard in full-width mode types it."""
    return "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)


@pytest.mark.parametrize("name", READERS)
@given(st.data())
def test_every_reader_reads_what_is_seen(name: str, data: st.DataObject) -> None:
    text, read = READERS[name]
    typed = wide(text) if data.draw(st.booleans()) else text
    places = data.draw(st.lists(st.integers(0, len(typed)), max_size=4))
    for place in sorted(places, reverse=True):
        typed = typed[:place] + data.draw(UNSEEN) + typed[place:]
    assert read(typed) == read(text)


@given(st.text(max_size=60))
def test_what_is_plain_stays_so(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert all(shown == plain(text[place]) for place, shown in one_by_one(text))


def test_nobody_has_a_normaliser_of_their_own() -> None:
    rooms = Path(__file__).parents[3]
    own = [
        str(path.relative_to(rooms))
        for room in ("bot", "handlers", "storage", "sandbox")
        for path in (rooms / room).rglob("*.py")
        if "unicodedata.normalize(" in path.read_text("utf-8")
    ]
    assert own == ["handlers/rules/characters.py"]
