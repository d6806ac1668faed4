"""Whom a secretary's words in a ticket's thread are for: the raiser, the desk alone, a colleague; or it is not sure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handlers.conversations.secretary import doubts
from handlers.core.turn import Turn
from handlers.rules.lifecycle import Action, Role
from handlers.rules.marks import Mark, names_somebody, opening
from storage import history
from storage.messages import Linked
from storage.tickets import Ticket


class For(StrEnum):
    """Whom words are for."""

    RAISER = "raiser"
    DESK = "desk"
    """An internal note, by its mark."""
    COLLEAGUE = "colleague"
    """Kept as a note: it begins with @somebody, or answers what another person wrote."""
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Heard:
    """``text``: the words without a note's mark. ``answers``: the raiser's entry that they reply to.

    ``why``: what is not sure, as the end of the key ``desk-doubt-…``.
    """

    whom: For
    text: str
    answers: int | None = None
    why: str = ""


_OURS_TO_DESK = frozenset({"menu", "question", "sent", "story"})
"""Roles of our own messages in a thread that nothing can be said to the raiser about."""


def aside(turn: Turn) -> bool:
    """Whether the message in hand is plainly for colleagues, whatever it may answer."""
    mark, facts = opening(turn.event.text).mark, turn.event.facts
    if mark is Mark.COLLEAGUE:
        return facts.get("names") != "us"
    return mark is Mark.NOTE or facts.get("names") == "first" or facts.get("answers") == "other"


async def whom(turn: Turn, ticket: Ticket, text: str, linked: Linked | None) -> Heard:
    """Whom ``text`` is for. ``linked``: what the message is that it replies to, if that is one of the ticket's."""
    found, facts = opening(text), turn.event.facts
    entry = None if linked is None or linked.history_id is None else await history.get(turn.tx, linked.history_id)
    answers = None
    if entry is not None and entry.role == Role.RAISER and entry.ticket_id == ticket.id:
        answers = entry.refers_to or entry.id
    if found.mark is Mark.NOTE:
        return Heard(For.DESK, found.words)
    if found.mark in (Mark.COMMAND, Mark.DOUBTFUL):
        return Heard(For.UNSURE, text, answers, "mark")
    if facts.get("names") == "us":
        return Heard(For.UNSURE, text, answers, "mention")
    if found.mark is Mark.COLLEAGUE or facts.get("names") == "first":
        return Heard(For.COLLEAGUE, text)
    replied = _replied_to(turn, linked, entry)
    if replied == For.COLLEAGUE:
        return Heard(For.COLLEAGUE, text)
    if replied is not None:
        return Heard(For.UNSURE, text, answers, replied)
    if facts.get("names") or names_somebody(text):
        return Heard(For.UNSURE, text, answers, "mention")
    return Heard(For.RAISER, text, answers)


def _replied_to(turn: Turn, linked: Linked | None, entry: history.Entry | None) -> str | None:
    """What a reply's target says against the raiser: a colleague's words, or why it is not sure; None: nothing."""
    whose = turn.event.facts.get("answers")
    if turn.event.reply_to is None:
        return None
    if linked is None:
        # Another person's words; one's own that were said to nobody, which are gone on from; or a remark of ours.
        return {"other": For.COLLEAGUE, "self": None}.get(str(whose), "remark")
    if linked.role == "said":
        if entry is None or entry.staff_id != turn.who.id:
            return For.COLLEAGUE
        return "own-note" if entry.action == Action.NOTE else None
    if linked.role in _OURS_TO_DESK or doubts.is_question(linked.role):
        return "remark"
    return "staff" if entry is not None and entry.role in (Role.OWNER, Role.MANAGER) else None
