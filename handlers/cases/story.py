"""A ticket's history in words, for those who look after it."""

from __future__ import annotations

from functools import partial

from handlers.cases.steps import calendar_of
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.wording import moment, shorten
from handlers.rules.lifecycle import Role
from storage import history, roles
from storage.history import Entry
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
_TOLD = ("owner", "unit", "ground", "into", "from", "title")
"""What of an entry's detail says more than its action."""


async def story(turn: Turn, ticket: Ticket, *, most: int = 60, characters: int = 160) -> str:
    """Every step with when and who, the latest ``most`` of them; nothing in it says who raised the ticket."""
    entries = await history.of_ticket(turn.tx, ticket.id)
    calendar = await calendar_of(turn, ticket)
    names: dict[int, str] = {}
    lines = [_say("desk-story-head", number=ticket.number, title=ticket.title)]
    if len(entries) > most:
        lines.append(_say("desk-story-earlier", count=len(entries) - most))
    for entry in entries[-most:]:
        when = moment(DESK_LOCALE, calendar, entry.at)
        files = len(await history.files_of(turn.tx, entry.id))
        line = _say("desk-story-line", when=when, who=await _who(turn, entry, names), what=_what(entry))
        words = [shorten(entry.text, characters)] if entry.text else []
        if files:
            words.append(_say("desk-answer-files", count=files))
        lines.append(line + ("：" + " ".join(words) if words else ""))
    return "\n".join(lines)


def _what(entry: Entry) -> str:
    what = _say(f"action-{entry.action}")
    detail = [str(entry.detail[key]) for key in _TOLD if isinstance(entry.detail.get(key), str)]
    if "outcome" in entry.detail:
        detail.append(_say(f"outcome-{entry.detail['outcome']}"))
    if entry.new_state is not None:
        detail.append("→ " + _say(f"state-{entry.new_state}"))
    return f"{what}（{'，'.join(detail)}）" if detail and entry.action != "submit" else what


async def _who(turn: Turn, entry: Entry, names: dict[int, str]) -> str:
    role = _say(f"role-{entry.role}")
    if entry.staff_id is None or entry.role in (Role.RAISER, Role.SYSTEM):
        return role
    if entry.staff_id not in names:
        held = [each for each in await roles.of_person(turn.tx, entry.staff_id) if each.role == entry.role]
        names[entry.staff_id] = f"{role} {held[0].name}" if held else role
    return names[entry.staff_id]
