"""The raiser's word on an answer: one friendly nudge after two working days, and an end after five."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cases import decisions
from handlers.cases.ratings import rating_form
from handlers.clock.due import Look
from handlers.conversations.raiser import verbs
from handlers.core.buttons import button
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Priority
from handlers.core.wording import moment
from handlers.people.raisers import by_raiser, raiser_locale, tell_of_several, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Role, State
from storage import history, tickets
from storage.history import Deadline
from storage.tickets import Ticket

NOBODY = 0
"""In place of the person: who raised a ticket must not be read from the rows of reminders."""


async def tick(turn: Turn) -> None:
    """Nudge and close what waits for a rating, in working hours."""
    look = Look(turn)
    await look.load((DeadlineKind.RATING,))
    nudged: list[tuple[Ticket, Deadline]] = []
    for ticket in tuple(look.tickets.values()):
        waiting = [each for each in look.deadlines[ticket.id] if each.kind == DeadlineKind.RATING]
        if not waiting or not look.calendar(ticket).is_working(look.turn.now):
            continue
        if not await _still_waits(look, ticket):
            await history.cancel_deadlines(look.turn.tx, ticket.id, DeadlineKind.RATING, look.turn.now)
        elif waiting[0].due_at <= look.turn.now:
            await _close(look, ticket)
        elif await _is_to_be_nudged(look, ticket, waiting[0]):
            nudged.append((ticket, waiting[0]))
    for theirs in await by_raiser(look.turn, nudged):
        await _nudge(look, theirs)


async def _still_waits(look: Look, ticket: Ticket) -> bool:
    """An answer that nobody has judged; of one that follows another, while that one's answer stands."""
    if ticket.state == State.ANSWERED:
        return True
    if ticket.state != State.MERGED or ticket.answer is None:
        return False
    main = await tickets.find(look.turn.tx, ticket.merged_into)
    return main is not None and main.state in (State.ANSWERED, State.CLOSED)


async def _close(look: Look, ticket: Ticket) -> None:
    # An earlier close of this very sweep may have ended it together with its main ticket.
    now = await tickets.get(look.turn.tx, ticket.id)
    if now.state == ticket.state:
        await decisions.close(look.turn, now, role=Role.SYSTEM)


async def _is_to_be_nudged(look: Look, ticket: Ticket, deadline: Deadline) -> bool:
    turn = look.turn
    at = look.calendar(ticket).add_workdays(deadline.started_at, look.rules(ticket).rating_nudge).at
    if at > turn.now or ticket.satisfaction is not None:
        return False
    return await history.claim_reminder(
        turn.tx, str(ticket.id), "rating", f"nudge@{deadline.due_at}", person_id=NOBODY, now=turn.now
    )


async def _nudge(look: Look, theirs: Sequence[tuple[Ticket, Deadline]]) -> None:
    """One message for all of a raiser's answers; with one alone, the next of the three taps stands below it."""
    turn = look.turn
    locale = await raiser_locale(turn, theirs[0][0])
    if len(theirs) == 1:
        ticket, deadline = theirs[0]
        by = moment(locale, look.calendar(ticket), deadline.due_at)
        form, buttons = rating_form(locale, ticket, by)
        text = f"{say(locale, 'sweep-rating', number=ticket.number, title=ticket.title)}\n\n{form}"
        await tell_raiser(turn, ticket, text, buttons=buttons, role="rating", priority=Priority.REMINDER)
        return
    lines = [say(locale, "sweep-ratings", count=len(theirs))]
    rows = []
    for ticket, deadline in theirs:
        by = moment(locale, look.calendar(ticket), deadline.due_at)
        lines.append(say(locale, "sweep-rating-line", number=ticket.number, title=ticket.title, by=by))
        rows.append((button(say(locale, "sweep-button-rate", number=ticket.number), verbs.MINE_RATING, ticket.id),))
    answered = [ticket for ticket, _ in theirs]
    await tell_of_several(turn, answered, "\n".join(lines), buttons=tuple(rows), priority=Priority.REMINDER)
