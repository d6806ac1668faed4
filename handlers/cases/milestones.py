"""What happens to a ticket on the long list (挂账): its milestones are met, and it is looked at again on its day."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cases.steps import act, calendar_of
from handlers.cases.telling import show_card, tell_followers, tell_owner, tell_thread, told_words
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.core.wording import in_full
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role
from storage import history
from storage.history import Milestone
from storage.tickets import Ticket


async def meet_milestone(
    turn: Turn, ticket: Ticket, step: Milestone, evidence: str, files: Sequence[Attachment] = ()
) -> Ticket:
    """A step of the plan is done, with what shows it; the raiser is told.

    Raises:
        Refused: it is done already, or of another ticket.
    """
    if step.ticket_id != ticket.id or step.met_at is not None:
        raise Refused("press-outdated")
    acted = await act(
        turn,
        ticket,
        Action.MEET_MILESTONE,
        Role.SECRETARY,
        text=evidence,
        files=files,
        detail={"milestone": step.id, "title": step.title},
    )
    await history.meet_milestone(turn.tx, step.id, evidence, turn.now)
    await _meet(turn, ticket, step.title)
    locale = await raiser_locale(turn, ticket)
    text = say(locale, "case-milestone", number=ticket.number, title=step.title, evidence=evidence)
    await tell_raiser(turn, ticket, text, files=files, entry=acted.entry, report=True)
    await tell_followers(turn, ticket, "case-milestone", files=files, title=step.title, evidence=evidence)
    await tell_thread(
        turn,
        ticket,
        say(
            DESK_LOCALE,
            "case-thread-milestone",
            title=step.title,
            evidence=evidence,
            told=told_words(ticket),
        ),
        files=files,
        entry=acted.entry,
    )
    await show_card(turn, acted.ticket)
    return acted.ticket


async def review_again(turn: Turn, ticket: Ticket, progress: str, review_at: int) -> Ticket:
    """It was looked at on its day and takes longer still: the raiser hears how far it is, and when they hear next."""
    acted = await act(
        turn,
        ticket,
        Action.PASS_PROGRESS,
        Role.SECRETARY,
        text=progress,
        detail={"review_at": review_at},
        suspended_until=review_at,
    )
    await _meet(turn, ticket, "")
    await history.start_deadline(
        turn.tx,
        ticket.id,
        DeadlineKind.MILESTONE,
        started_at=turn.now,
        due_at=review_at,
        provisional=False,
        rule_version=ticket.rule_version,
    )
    locale = await raiser_locale(turn, ticket)
    calendar = await calendar_of(turn, ticket)
    said = in_full(locale, calendar, turn.now, review_at)
    text = say(locale, "case-reviewed-again", number=ticket.number, progress=progress, date=said)
    await tell_raiser(turn, ticket, text, entry=acted.entry, report=True)
    date = in_full(DESK_LOCALE, calendar, turn.now, review_at)
    await tell_followers(turn, ticket, "case-reviewed-again", progress=progress, date=date)
    await tell_owner(turn, ticket, "case-owner-reviewed-again", progress=progress, date=date)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def _meet(turn: Turn, ticket: Ticket, subject: str) -> None:
    for deadline in await history.deadlines_of(turn.tx, ticket.id):
        if deadline.kind == DeadlineKind.MILESTONE and deadline.subject == subject:
            await history.meet_deadline(turn.tx, deadline, turn.now)
