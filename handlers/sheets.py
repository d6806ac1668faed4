"""Tables that people send instead of many messages: read outside the turn, their rows come back as an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.case.acting import Refused
from handlers.tasks import showing
from handlers.texts import say
from handlers.turn import Turn
from handlers.vocabulary import Attachment, FileKind, Outgoing, OutKind, Refusal, Sender
from handlers.wording import shorten
from storage import people, roles

_TROUBLES = {
    "no_table": "sheet-no-table",
    "many": "sheet-many",
    "large": "sheet-large",
    "far": "sheet-far",
    Refusal.TOO_BIG.value: "sheet-too-big",
    Refusal.DAMAGED.value: "sheet-no-table",
    Refusal.TOO_LARGE.value: "sheet-too-large",
    Refusal.TOO_LONG.value: "sheet-too-long",
    Refusal.UNOPENED.value: "sheet-unopened",
}
TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


@dataclass(frozen=True, slots=True)
class Form:
    """An empty table: its title, the headings of its columns, and what may be chosen in some (columns from 0)."""

    title: str
    columns: tuple[str, ...]
    choices: Mapping[int, tuple[str, ...]]


def is_sheet(files: tuple[Attachment, ...]) -> bool:
    """Whether what came is one file that calls itself a table."""
    return len(files) == 1 and files[0].kind is FileKind.DOCUMENT and (files[0].name or "").lower().endswith(TABLES)


def fetch(turn: Turn, file: Attachment, outcome: str, facts: Mapping[str, Any]) -> None:
    """Have the table read; its rows come back as the event ``outcome``, with these facts and who sent it."""
    turn.reply(say(showing.locale_here(turn), "sheet-reading", name=ask_for(turn, file, outcome, facts)), quote=True)


def ask_for(turn: Turn, file: Attachment, outcome: str, facts: Mapping[str, Any]) -> str:
    """Have a file of any kind read, and say nothing of it yet; its name as it is shown."""
    name = shorten(file.name or "", 60)
    user = turn.event.sender.user if turn.event.sender else ""
    known = {"for": outcome, "by": turn.who.id, "user": user, "name": name, **facts}
    turn.send(Outgoing(OutKind.READ, to=turn.event.address, attachments=(file,), report=True, facts=known))
    return name


async def as_sender(turn: Turn) -> None:
    """What was in a file has come: the turn is from here on that of whoever sent it."""
    turn.person = await people.get(turn.tx, turn.event.facts["by"])
    turn.roles = await roles.of_person(turn.tx, turn.person.id)
    # The event is the program's own; what is open here is open between the mailbox and who sent the file.
    turn.event = replace(turn.event, sender=Sender(turn.event.channel, turn.event.facts["user"], turn.who.name))


async def rows(turn: Turn) -> list[list[str]]:
    """The rows of the table that came; the turn is its sender's from here on.

    Raises:
        Refused: it is no table, or it can't be had any more.
    """
    await as_sender(turn)
    facts = turn.event.facts
    read: Mapping[str, Any] = facts.get("read") or {}
    if "rows" not in read:
        # Whatever else kept it from us, sending it again is the way.
        key = _TROUBLES.get(str(read.get("trouble")), "sheet-lost")
        known = {"name": facts["name"], "most": read.get("most", 0), "cell": read.get("cell", "")}
        raise Refused(say(showing.locale_here(turn), key, **known))
    found: list[list[str]] = read["rows"]
    return found
