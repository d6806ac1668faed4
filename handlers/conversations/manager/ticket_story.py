"""One ticket's whole story for a manager: the matter and all that was done, never who raised it."""

from __future__ import annotations

from handlers.cases.cards import category_name
from handlers.cases.telling import neutral
from handlers.conversations.manager import verbs
from handlers.conversations.manager.scope import may, the_ticket
from handlers.core.buttons import Press, button
from handlers.core.files import read_file
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, FileKind, Link
from handlers.core.wording import moment
from handlers.reports.digest.material import staff_names
from handlers.rules.lifecycle import OPEN, Action, Naming, Role
from handlers.rules.rights import Right
from handlers.rules.terms import headed
from storage import history, units
from storage.history import Entry
from storage.tickets import Ticket

MOST_FILES = 30
# The desk's own notes and the asking for a name stay with the desk: they may say who it is.
_OFFICE_ONLY = frozenset({Action.NOTE, Action.ASK_REVEAL, Action.REVEAL, Action.RECALL})


async def open_ticket(turn: Turn, press: Press) -> None:
    """The whole story, with what a manager can do about it."""
    ticket = await the_ticket(turn, press.number(0))
    unit = await units.get(turn.tx, ticket.unit_id)
    files = await history.files_of_ticket(turn.tx, ticket.id)
    shown: list[Button] = []
    if ticket.state in OPEN and may(turn, Right.SUPERVISE, unit):
        shown.append(button(turn.say("digest-button-supervise"), verbs.MAN_SUPERVISE, ticket.id))
    if files:
        shown.append(button(turn.say("manager-button-files"), verbs.MAN_FILES, ticket.id))
    turn.reply(
        await story(turn, ticket),
        buttons=(tuple(shown),) if shown else (),
        link=Link(ticket.id, "manager", "story"),
    )


async def story(turn: Turn, ticket: Ticket) -> str:
    """The story in words."""
    calendar, locale = turn.house.calendar, turn.locale
    staff = await staff_names(turn.tx)
    unit = await units.get(turn.tx, ticket.unit_id)
    state = turn.say(f"state-{ticket.state}")
    lines = [turn.say("manager-story", number=ticket.number, state=state), headed(ticket.title, ticket.body), ""]
    owner = turn.say("nobody") if ticket.owner_id is None else staff.get(ticket.owner_id, turn.say("nobody"))
    lines.append(turn.say("manager-story-unit", unit=unit.shown))
    lines.append(turn.say("manager-story-category", category=await category_name(turn, ticket, locale)))
    lines.append(turn.say("manager-story-grade", grade=turn.say(f"grade-{ticket.grade}")))
    lines.append(turn.say("manager-story-owner", owner=owner))
    lines.append(turn.say("manager-story-submitted", at=moment(locale, calendar, ticket.submitted_at)))
    if ticket.due_at is not None:
        due = moment(locale, calendar, ticket.due_at, provisional=ticket.provisional)
        lines.append(turn.say("manager-story-due", at=due))
    if ticket.satisfaction:
        rating = turn.say(f"satisfaction-{ticket.satisfaction}")
        lines.append(turn.say("manager-story-rating", satisfaction=rating))
    if ticket.reopened:
        lines.append(turn.say("manager-story-again", times=ticket.reopened))
    lines.extend(("", turn.say("manager-story-happened")))
    lines.extend(_line(turn, each, staff) for each in await history.of_ticket(turn.tx, ticket.id) if _is_told(each))
    files = await history.files_of_ticket(turn.tx, ticket.id)
    if files:
        lines.extend(("", turn.say("manager-story-files", count=len(files))))
    return "\n".join(lines)


def _is_told(entry: Entry) -> bool:
    return entry.action not in _OFFICE_ONLY


def _line(turn: Turn, entry: Entry, staff: dict[int, str]) -> str:
    who = turn.say(f"role-{entry.role}")
    if entry.staff_id is not None and entry.role != Role.RAISER:
        who = staff.get(entry.staff_id, who)
    line = turn.say(
        "manager-story-line",
        at=moment(turn.locale, turn.house.calendar, entry.at),
        who=who,
        action=turn.say(f"action-{entry.action}"),
    )
    words = entry.text
    if entry.action == Action.SUBMIT:
        return line  # Its words stand at the top.
    if entry.action == Action.RATE and "satisfaction" in entry.detail:
        words = turn.say(f"satisfaction-{entry.detail['satisfaction']}")
    if entry.action == Action.DECLINE:
        words = "。".join(each for each in (str(entry.detail.get("ground", "")), entry.text) if each)
    return turn.say("manager-story-said", line=line, text=words) if words else line


async def files(turn: Turn, press: Press) -> None:
    """The ticket's files, without names and cleaned, whoever they are from."""
    ticket = await the_ticket(turn, press.number(0))
    hidden = {each.id for each in await history.of_ticket(turn.tx, ticket.id) if each.action in _OFFICE_ONLY}
    found = [
        read_file(body) for entry, body in await history.files_of_ticket(turn.tx, ticket.id) if entry not in hidden
    ]
    sendable = tuple(each for each in found if each.kind not in (FileKind.CONTACT, FileKind.UNSUPPORTED))
    if not sendable:
        turn.answer(turn.say("manager-files-none"), alert=True)
        return
    turn.reply(
        turn.say("manager-files", number=ticket.number),
        attachments=neutral(sendable[:MOST_FILES], Naming.ANONYMOUS),
        link=Link(ticket.id, "manager", "files"),
    )
