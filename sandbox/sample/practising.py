"""The practices beside the concerns: boxes opened, talks, on-site offices, lists, campaigns, surveys, notices."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sandbox.sample.cast import players
from sandbox.sample.company import group_of
from sandbox.sample.course import Scene
from sandbox.sample.stage import ALBUM_SECONDS
from sandbox.sample.timing import Timetable

_PRACTICES = Path(__file__).with_name("practices.toml")
_LINE = re.compile(r"([a-z]+)(?:@([A-Z]+)(?:#([^:!]+))?)?([:!]) (.+)", re.DOTALL)
_DATE = re.compile(r"\{\+(\d+)d\}")


@dataclass(frozen=True, slots=True)
class Act:
    """What is done in one go: ``lines`` at the time ``when``, counted from the act before."""

    practice: str
    when: str
    lines: tuple[str, ...]


def read_practices() -> tuple[tuple[Act, ...], ...]:
    """Every practice as its acts, in their order."""
    told = tomllib.loads(_PRACTICES.read_text("utf-8"))
    return tuple(
        tuple(Act(each["name"], act["when"], tuple(act["lines"])) for act in each["acts"]) for each in told["practices"]
    )


async def perform(scene: Scene, act: Act, table: Timetable) -> None:
    """Write and press, line by line.

    Raises:
        Stumble: what is to be pressed is not there.
        ValueError: a line can't be read.
    """
    calendar = table.calendar
    today = calendar.local(scene.stage.now).date()

    def dated(found: re.Match[str]) -> str:
        day = table.workdays(today, int(found[1]))
        return f"{day.month}月{day.day}日"

    for line in act.lines:
        found = _LINE.fullmatch(line)
        if found is None:
            raise ValueError(line)
        who, desk, matter, how, words = found.groups()
        user = players()[who].id
        chat = group_of(desk) if desk else user
        thread = scene.stage.topic_about(chat, matter) if matter else None
        text = _DATE.sub(dated, words)
        if how == "!":
            await scene.stage.presses_label(user, chat, text, thread=thread)
        else:
            await scene.stage.says(user, chat, text, thread=thread)
            # What is written for everyone is shown once, when no more has come for a moment.
            scene.stage.passes_to(scene.stage.now + ALBUM_SECONDS)
            await scene.stage.settled()
