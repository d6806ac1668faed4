"""Tables that people send instead of many messages: read outside the turn, their rows come back as an event."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.core.here import locale_here
from handlers.core.refusals import Refused
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Outgoing, OutKind, Refusal, Sender
from handlers.core.wording import shorten
from handlers.rules.headings import Rows, Sheet, choose, written_where
from storage import people, roles

_TROUBLES = {
    "no_table": "sheet-no-table",
    "many": "sheet-many",
    "large": "sheet-large",
    "far": "sheet-far",
    "blank": "sheet-blank",
    "page": "sheet-page",
    "xml": "sheet-xml",
    Refusal.TOO_BIG.value: "sheet-too-big",
    Refusal.DAMAGED.value: "sheet-no-table",
    Refusal.TOO_LARGE.value: "sheet-too-large",
    Refusal.TOO_LONG.value: "sheet-too-long",
    Refusal.UNOPENED.value: "sheet-unopened",
}
_SHOWN_SHEETS = 5
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
    turn.reply(say(locale_here(turn), "sheet-reading", name=ask_for(turn, file, outcome, facts)), quote=True)


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


async def rows(turn: Turn, fits: Callable[[Rows], bool], wanted: str) -> Rows:
    """The rows of the table that came, from the first of its sheets that ``fits``; the turn is its sender's from here.

    Sheets that were not read are named. ``wanted``: the headings that one of them should have, in words.

    Raises:
        Refused: it is no table, it can't be had any more, or no sheet fits: with what was found where.
    """
    await as_sender(turn)
    facts, locale = turn.event.facts, locale_here(turn)
    try:
        sheets = kept_sheets(facts.get("read") or {})
    except Unread as unread:
        # Whatever else kept it from us, sending it again is the way.
        key = _TROUBLES.get(unread.trouble, "sheet-lost")
        raise Refused(key, name=facts["name"], **_known(unread.facts)) from None
    chosen = choose(sheets, fits)
    if chosen is None:
        found = "\n".join(written(locale, each) for each in sheets[:_SHOWN_SHEETS])
        raise Refused("sheet-columns", name=facts["name"], columns=wanted, found=found)
    if chosen.trouble:
        name = facts["name"] + (f" / {chosen.name}" if chosen.name else "")
        raise Refused(_TROUBLES[chosen.trouble], name=name, **_known(chosen.facts or {}))
    others = [each.name for each in sheets if each is not chosen and each.name]
    if others:
        turn.reply(say(locale, "sheet-only", sheet=chosen.name, others=say(locale, "sheet-comma").join(others)))
    return chosen.rows


class Unread(Exception):
    """A file could not be read as a table; ``trouble`` says why, with its facts."""

    def __init__(self, trouble: str, facts: Mapping[str, Any]) -> None:
        super().__init__(trouble)
        self.trouble, self.facts = trouble, facts


def kept_sheets(read: Mapping[str, Any]) -> tuple[Sheet, ...]:
    """The sheets of a table that was read.

    Raises:
        Unread: there are none.
    """
    if "sheets" not in read:
        raise Unread(str(read.get("trouble")), read)
    return tuple(Sheet(each["name"], each.get("rows", ()), each.get("trouble", ""), each) for each in read["sheets"])


def written(locale: str, sheet: Sheet) -> str:
    """What stands where headings were looked for."""
    line, cells = written_where(sheet.rows)
    found = say(locale, "sheet-comma").join(shorten(each, 20) for each in cells) or say(locale, "sheet-nothing")
    if not sheet.name:
        return say(locale, "sheet-found", line=line, cells=found)
    return say(locale, "sheet-found-in", sheet=sheet.name, line=line, cells=found)


def _known(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"most": facts.get("most", 0), "cell": facts.get("cell", "")}
