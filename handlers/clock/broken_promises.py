"""A date that was promised to a raiser and has passed: they hear it from us, once for each date, and not by waiting."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.clock.due import Look
from handlers.clock.unrated import NOBODY
from handlers.conversations.raiser import verbs
from handlers.core.buttons import button
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Priority
from handlers.core.wording import moment
from handlers.people.raisers import by_raiser, raiser_locale, tell_of_several, tell_raiser
from handlers.rules.deadlines import DeadlineKind, waiting_for
from handlers.rules.lifecycle import OPEN, Role, State
from storage import history, tickets
from storage.tickets import Ticket


async def tick(turn: Turn) -> None:
    """Say so within working hours, to the raisers of what follows a ticket too; one message a person."""
    look = Look(turn)
    await look.load((DeadlineKind.DONE,), turn.now + 1)
    passed: list[tuple[Ticket, Ticket]] = []
    for main in tuple(look.tickets.values()):
        if not _is_late(look, main) or not await _claim(look, main):
            continue
        followers = [each for each in await tickets.merged_into(turn.tx, main.id) if each.state == State.MERGED]
        passed += [(each, main) for each in (main, *followers)]
    for theirs in await by_raiser(turn, passed):
        await _tell(look, theirs)


def _is_late(look: Look, ticket: Ticket) -> bool:
    """The date that its raiser was last told has passed, and nothing has been answered."""
    now = look.turn.now
    if ticket.state not in OPEN or ticket.state == State.ANSWERED or not look.calendar(ticket).is_working(now):
        return False
    return any(
        each.kind == DeadlineKind.DONE and each.due_at == ticket.due_at and each.due_at <= now
        for each in look.deadlines[ticket.id]
    )


async def _claim(look: Look, ticket: Ticket) -> bool:
    kind, word = f"{DeadlineKind.DONE}:raiser", f"missed@{ticket.due_at}"
    return await history.claim_reminder(look.turn.tx, str(ticket.id), kind, word, person_id=NOBODY, now=look.turn.now)


async def _tell(look: Look, theirs: Sequence[tuple[Ticket, Ticket]]) -> None:
    turn = look.turn
    locale = await raiser_locale(turn, theirs[0][0])
    lines = []
    for ticket, main in theirs:
        due = moment(locale, look.calendar(main), main.due_at or turn.now)
        lines.append(say(locale, "sweep-promise-line", number=ticket.number, due=due))
    text = "\n".join((*lines, say(locale, "sweep-promise-passed")))
    if len(theirs) == 1:
        reminded = await _reminded(look, theirs[0][1])
        if reminded is not None:
            text += "\n" + say(locale, f"sweep-promise-reminded-{reminded}")
        buttons = ((button(say(locale, "mine-button-urge"), verbs.MINE_URGE, theirs[0][0].id),),)
        await tell_raiser(turn, theirs[0][0], text, buttons=buttons, priority=Priority.REMINDER)
        return
    await tell_of_several(turn, [ticket for ticket, _ in theirs], text, priority=Priority.REMINDER)


async def _reminded(look: Look, ticket: Ticket) -> str | None:
    """Who has been reminded since the date passed, if the next step is theirs: ``owner``, ``desk`` or ``restricted``.

    It follows from a reminder's row, and from there being somebody whom it reached.
    """
    owned = ticket.state in waiting_for(Role.OWNER) and ticket.owner_id is not None
    to = ticket.owner_id if owned else None if ticket.group_id is None else -ticket.group_id
    if to is None or ticket.due_at is None:
        return None
    if owned:
        owner = await look.person(to)
        if not (owner.started and owner.reachable):
            return None
    kind = f"{DeadlineKind.DONE}:{Role.OWNER if owned else Role.SECRETARY}"
    if not await history.was_reminded(look.turn.tx, str(ticket.id), kind, person_id=to, since=ticket.due_at):
        return None
    return "owner" if owned else "restricted" if ticket.restricted else "desk"
