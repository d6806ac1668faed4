"""What a secretary decides about a ticket: accept, decline, merge, move, put on the long list, close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.cases import verbs
from handlers.cases.handover import back_to_owner, give_back
from handlers.cases.promises import due_in, promise_in
from handlers.cases.relocation import move
from handlers.cases.steps import act, calendar_of, check, promise_done, rules_of, start_clock
from handlers.cases.telling import show_card, tell_followers, tell_owner, tell_thread, told_words
from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.core.wording import in_full, moment
from handlers.people.desks import desk_of
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Grade, Role, State
from storage import history, tickets, units
from storage.tickets import Ticket
from storage.units import Unit


async def accept(turn: Turn, ticket: Ticket) -> Ticket:
    """Take it on: from now the clock of the whole matter runs, and the raiser is told the promised date."""
    acted = await act(turn, ticket, Action.ACCEPT, Role.SECRETARY, accepted_at=turn.now)
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.ACCEPT, turn.now)
    after = await promise_done(turn, acted.ticket)
    # Who deals with it is not known before it is assigned: naming the unit would be naming the raiser's own workshop.
    key = "case-accepted-restricted" if after.restricted else "case-accepted"
    locale, promise = await raiser_locale(turn, after), promise_in(turn, after)
    await tell_raiser(turn, after, say(locale, key, number=after.number, promise=promise(locale)), entry=acted.entry)
    await tell_followers(turn, after, key, promise=promise)
    await show_card(turn, after)
    return after


async def decline(turn: Turn, ticket: Ticket, ground: str, instead: str = "") -> Ticket:
    """Do not take it on, with a ground and where to turn instead; the raiser may appeal once.

    Those that follow it are declined with it, each with its own appeal.
    """
    after = await _decline(turn, ticket, ground, instead, Role.SECRETARY)
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        if follower.state == State.MERGED:
            await _decline(turn, follower, ground, instead, Role.SYSTEM)
    return after


async def _decline(turn: Turn, ticket: Ticket, ground: str, instead: str, role: Role) -> Ticket:
    acted = await act(
        turn,
        ticket,
        Action.DECLINE,
        role,
        text=instead,
        detail={"ground": ground},
        ground=ground,
        closed_at=turn.now,
        first_reply_at=ticket.first_reply_at or turn.now,
        due_at=None,
    )
    for kind in (DeadlineKind.ACCEPT, DeadlineKind.FIRST_ANSWER):
        await history.meet_deadlines(turn.tx, ticket.id, kind, turn.now)
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    locale = await raiser_locale(turn, ticket)
    text = say(locale, "case-declined", number=ticket.number, ground=ground)
    if instead:
        text += "\n" + say(locale, "case-declined-instead", instead=instead)
    buttons: Rows = ()
    if ticket.appeals == 0:
        text += "\n" + say(locale, "case-declined-appeal")
        buttons = ((button(say(locale, "case-button-appeal"), verbs.MINE_APPEAL, ticket.id),),)
    await tell_raiser(turn, ticket, text, buttons=buttons, entry=acted.entry)
    await tell_thread(
        turn,
        ticket,
        say(DESK_LOCALE, "case-thread-declined", ground=ground, told=told_words(ticket)),
        entry=acted.entry,
    )
    await show_card(turn, acted.ticket)
    return acted.ticket


async def merge(turn: Turn, ticket: Ticket, main: Ticket) -> Ticket:
    """Let it follow another ticket on the same matter: that one's answers reach this raiser as their own.

    Raises:
        Refused: it is the same one, one that itself follows another, or one that is finished.
    """
    await check(turn, ticket, Action.MERGE, Role.SECRETARY)
    if main.id == ticket.id or main.state not in tickets.OPEN_STATES:
        raise Refused("case-refused-merge", number=main.number)
    if main.restricted or ticket.restricted:
        raise Refused("case-refused-restricted")
    acted = await act(
        turn,
        ticket,
        Action.MERGE,
        Role.SECRETARY,
        detail={"into": main.number},
        merged_into=main.id,
        due_at=None,
        owner_id=None,
        owner_unit_id=None,
    )
    # Whoever had it to do has the main ticket, or nothing any more.
    await tell_owner(turn, ticket, "case-owner-merged", main=main.number)
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    # What followed this one follows the main ticket from now on: no chains.
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        await tickets.save(turn.tx, replace(follower, merged_into=main.id, changed_at=turn.now))
    await history.append(
        turn.tx,
        main.id,
        at=turn.now,
        action=Action.MERGE,
        role=Role.SECRETARY,
        staff_id=turn.who.id,
        detail={"from": ticket.number},
    )
    locale = await raiser_locale(turn, ticket)
    await tell_raiser(
        turn,
        ticket,
        say(locale, "case-merged", number=ticket.number, promise=promise_in(turn, main)(locale)),
        entry=acted.entry,
    )
    await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-merged", main=main.number), entry=acted.entry)
    await tell_thread(turn, main, say(DESK_LOCALE, "case-thread-merged-here", number=ticket.number, title=ticket.title))
    await show_card(turn, acted.ticket)
    await show_card(turn, main)
    return acted.ticket


async def transfer(turn: Turn, ticket: Ticket, unit: Unit, reason: str) -> Ticket:
    """Hand it to another unit, with its history and the way back to its raiser; that unit's secretary accepts anew."""
    await check(turn, ticket, Action.TRANSFER, Role.SECRETARY)
    if unit.id == ticket.unit_id:
        raise Refused("case-refused-same-unit", unit=unit.shown)
    group_id = await desk_of(turn, unit.id, ticket.category_id, restricted=ticket.restricted)
    if group_id is None:
        raise Refused("case-refused-no-desk", unit=unit.shown)
    old_name = (await units.get(turn.tx, ticket.unit_id)).shown
    await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-transferred", unit=unit.shown, reason=reason or "—"))
    acted = await act(
        turn,
        ticket,
        Action.TRANSFER,
        Role.SECRETARY,
        text=reason,
        detail={"unit": unit.shown},
        unit_id=unit.id,
        group_id=group_id,
        owner_id=None,
        owner_unit_id=None,
        accepted_at=None,
        assigned_at=None,
        signed_at=None,
    )
    if ticket.owner_id is not None:
        await tell_owner(turn, ticket, "case-owner-taken-away")
    await history.cancel_deadlines(turn.tx, ticket.id, DeadlineKind.SIGN, turn.now)
    # The date promised to the raiser stays: moving it about is not their business.
    due = await start_clock(turn, acted.ticket, DeadlineKind.ACCEPT)
    locale = await raiser_locale(turn, ticket)
    await tell_raiser(
        turn,
        acted.ticket,
        say(
            locale,
            "case-transferred",
            number=ticket.number,
            unit=unit.shown,
            due=moment(locale, turn.house.calendar, due),
        ),
        entry=acted.entry,
    )
    when = due_in(turn, replace(acted.ticket, due_at=due, provisional=False))
    await tell_followers(turn, acted.ticket, "case-transferred", unit=unit.shown, due=when)
    if group_id == ticket.group_id:
        await show_card(turn, acted.ticket)
    else:
        await move(turn, ticket, acted.ticket)
        await tell_thread(
            turn, acted.ticket, say(DESK_LOCALE, "case-thread-arrived", unit=old_name, reason=reason or "—")
        )
    return acted.ticket


async def recategorise(turn: Turn, ticket: Ticket, category_id: int, role: Role = Role.SECRETARY) -> Ticket:
    """Put it under another category."""
    acted = await act(
        turn, ticket, Action.RECATEGORISE, role, detail={"category": category_id}, category_id=category_id
    )
    await show_card(turn, acted.ticket)
    return acted.ticket


async def regrade(turn: Turn, ticket: Ticket, grade: Grade, role: Role = Role.SECRETARY) -> Ticket:
    """Change how pressing it is. If a date was promised it moves, and the raiser is told."""
    acted = await act(turn, ticket, Action.REGRADE, role, detail={"from": ticket.grade, "to": grade}, grade=grade)
    after = acted.ticket
    if after.due_at is not None and grade != ticket.grade:
        rules = await rules_of(turn, after)
        begun = after.accepted_at or after.submitted_at
        calendar = await calendar_of(turn, after)
        due = calendar.add_workdays(begun, rules.done(grade))
        if due.at <= turn.now:
            due = calendar.add_workdays(turn.now, rules.done(grade))
        after = replace(after, due_at=due.at, provisional=due.provisional)
        await tickets.save(turn.tx, after)
        for deadline in await history.deadlines_of(turn.tx, after.id):
            if deadline.kind == DeadlineKind.DONE:
                await history.move_deadline(turn.tx, deadline, due.at, due.provisional, rules.version)
        locale = await raiser_locale(turn, after)
        await tell_raiser(
            turn,
            after,
            say(locale, "case-date-moved", number=after.number, due=due_in(turn, after)(locale)),
            entry=acted.entry,
        )
        await tell_followers(turn, after, "case-date-moved", due=due_in(turn, after))
        await tell_owner(
            turn,
            after,
            "case-owner-date-moved",
            grade=lambda theirs: say(theirs, f"grade-{grade}"),
            due=due_in(turn, after),
        )
    await show_card(turn, after)
    return after


async def suspend(
    turn: Turn, ticket: Ticket, plan: str, review_at: int, steps: Sequence[tuple[str, int]] = ()
) -> Ticket:
    """Put it on the long list (挂账) with a plan and a date on which it is looked at again; the raiser is told both."""
    acted = await act(
        turn,
        ticket,
        Action.SUSPEND,
        Role.SECRETARY,
        text=plan,
        detail={"review_at": review_at},
        plan=plan,
        suspended_until=review_at,
    )
    for kind in (DeadlineKind.DONE, DeadlineKind.SIGN):
        await history.cancel_deadlines(turn.tx, ticket.id, kind, turn.now)
    await history.add_milestones(turn.tx, ticket.id, steps)
    # The plan as a whole has no subject; each of its steps is known by its title.
    for subject, due_at in (("", review_at), *steps):
        await history.start_deadline(
            turn.tx,
            ticket.id,
            DeadlineKind.MILESTONE,
            started_at=turn.now,
            due_at=due_at,
            provisional=False,
            rule_version=ticket.rule_version,
            subject=subject,
        )
    locale = await raiser_locale(turn, ticket)
    text = say(
        locale,
        "case-suspended",
        number=ticket.number,
        plan=plan,
        date=in_full(locale, turn.house.calendar, turn.now, review_at),
    )
    await tell_raiser(turn, ticket, text, entry=acted.entry)
    await tell_followers(
        turn,
        ticket,
        "case-suspended",
        plan=plan,
        date=lambda theirs: in_full(theirs, turn.house.calendar, turn.now, review_at),
    )
    await tell_owner(turn, ticket, "case-owner-suspended", plan=plan)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def resume(turn: Turn, ticket: Ticket) -> Ticket:
    """Take it from the long list: the clock runs anew and the raiser is told the date."""
    kept = await back_to_owner(turn, ticket)
    acted = await act(turn, ticket, Action.RESUME, Role.SECRETARY, suspended_until=None, **kept)
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.MILESTONE, turn.now)
    after = await promise_done(turn, acted.ticket)
    whose = await give_back(turn, after, "own-resumed")
    await tell_thread(turn, after, say(DESK_LOCALE, "case-thread-resumed") + whose, entry=acted.entry)
    locale, promise = await raiser_locale(turn, after), promise_in(turn, after)
    text = say(locale, "case-resumed", number=after.number, promise=promise(locale))
    await tell_raiser(turn, after, text, entry=acted.entry)
    await tell_followers(turn, after, "case-resumed", promise=promise)
    await show_card(turn, after)
    return after


async def close(turn: Turn, ticket: Ticket, *, role: Role = Role.SECRETARY) -> Ticket:
    """End an answered ticket that its raiser did not rate; they can still reopen it."""
    acted = await act(turn, ticket, Action.CLOSE, role, closed_at=turn.now, satisfaction=ticket.satisfaction or "none")
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    rules = await rules_of(turn, ticket)
    await tell_closed(turn, acted.ticket, rules.reopen_days, acted.entry)
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        if follower.state == State.MERGED:
            ended = replace(
                follower,
                state=State.CLOSED,
                closed_at=turn.now,
                changed_at=turn.now,
                satisfaction=follower.satisfaction or "none",
            )
            await tickets.save(turn.tx, ended)
            entry = await history.append(
                turn.tx,
                ended.id,
                at=turn.now,
                action=Action.CLOSE,
                role=role,
                staff_id=turn.person.id if turn.person else None,
                states=(State.MERGED, State.CLOSED),
                detail={"with": ticket.number},
            )
            await history.cancel_deadlines(turn.tx, ended.id, None, turn.now)
            await tell_closed(turn, ended, rules.reopen_days, entry)
            await show_card(turn, ended)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def tell_closed(turn: Turn, ticket: Ticket, reopen_days: int, entry: int) -> None:
    """Thanks, and how to reopen."""
    locale = await raiser_locale(turn, ticket)
    await tell_raiser(
        turn,
        ticket,
        say(locale, "case-closed", number=ticket.number, days=reopen_days),
        buttons=((button(say(locale, "case-button-reopen"), verbs.MINE_REOPEN, ticket.id),),),
        entry=entry,
    )
