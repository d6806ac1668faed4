"""What the raiser says of the answer, and the ways back: reopening, appeal, review."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers.cases import urgent_help, verbs
from handlers.cases.handover import back_to_owner, give_back
from handlers.cases.promises import promise_in
from handlers.cases.relocation import move
from handlers.cases.steps import Acted, act, check, promise_done, rules_of, start_clock
from handlers.cases.telling import show_card, tell_managers, tell_thread
from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.core.wording import moment
from handlers.people.desks import desk_of
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role, Satisfaction
from storage import groups, history, tickets, units
from storage.tickets import Ticket
from storage.units import Unit

YES, PARTLY, NO = "yes", "partly", "no"


def rating_form(locale: str, ticket: Ticket, by: str) -> tuple[str, Rows]:
    """The three questions as far as they are answered, with the buttons of the next one."""
    lines = [say(locale, "rating-head", number=ticket.number, by=by)]
    asked: tuple[tuple[str, str | None, tuple[str, ...]], ...] = (
        ("contacted", ticket.contacted, (YES, NO)),
        ("solved", ticket.solved, (YES, PARTLY, NO)),
        (
            "satisfaction",
            ticket.satisfaction,
            (Satisfaction.SATISFIED, Satisfaction.FAIR, Satisfaction.UNSATISFIED),
        ),
    )
    for question, given, choices in asked:
        if given is None:
            lines.append(say(locale, f"rating-{question}"))
            row = tuple(
                button(say(locale, f"rating-{question}-{choice}"), verbs.MINE_RATE, ticket.id, question, choice)
                for choice in choices
            )
            return "\n".join(lines), (row,)
        lines.append(f"{say(locale, f'rating-{question}')} {say(locale, f'rating-{question}-{given}')}")
    return "\n".join(lines), ()


async def ask_rating(turn: Turn, ticket: Ticket, *, by: str) -> None:
    """Ask the raiser for three taps."""
    text, buttons = rating_form(await raiser_locale(turn, ticket), ticket, by)
    await tell_raiser(turn, ticket, text, buttons=buttons, role="rating")


async def rate(
    turn: Turn, ticket: Ticket, question: str, choice: str, *, role: Role = Role.RAISER, holds_code: bool = False
) -> Ticket:
    """One tap of the three; the last one ends the ticket, or reopens it when it did not help.

    Raises:
        Refused: there is nothing to rate, or the tap is not one of ours.
    """
    if (question, choice) not in _CHOICES:
        raise Refused("press-outdated")
    changes: dict[str, Any] = {question: choice}
    complete = replace(ticket, **changes)
    if None in (complete.contacted, complete.solved, complete.satisfaction):
        # Part of an answer changes nothing yet: the state stays, so that a crash between taps loses none.
        await check(turn, ticket, Action.RATE, role, holds_code=holds_code)
        after = replace(complete, changed_at=turn.now)
        await tickets.save(turn.tx, after)
        return after
    acted = await act(
        turn,
        ticket,
        Action.RATE,
        role,
        holds_code=holds_code,
        detail={
            "contacted": complete.contacted,
            "solved": complete.solved,
            "satisfaction": complete.satisfaction,
        },
        closed_at=turn.now,
        rated_at=turn.now,
        **changes,
    )
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.RATING, turn.now)
    said = say(
        DESK_LOCALE,
        "case-thread-rated",
        satisfaction=say(DESK_LOCALE, f"satisfaction-{complete.satisfaction}"),
        solved=say(DESK_LOCALE, f"rating-solved-{complete.solved}"),
        contacted=say(DESK_LOCALE, f"rating-contacted-{complete.contacted}"),
    )
    await tell_thread(turn, acted.ticket, said, entry=acted.entry)
    after = acted.ticket
    if complete.satisfaction == Satisfaction.UNSATISFIED or complete.solved == NO:
        why = say(DESK_LOCALE, "rating-reopened")
        return await reopen(turn, after, why, role=role, holds_code=holds_code, said=False)
    rules = await rules_of(turn, after)
    locale = await raiser_locale(turn, after)
    await tell_raiser(
        turn,
        after,
        say(locale, "case-rated", number=after.number, days=rules.reopen_days),
        buttons=((button(say(locale, "case-button-reopen"), verbs.MINE_REOPEN, after.id),),),
        entry=acted.entry,
    )
    await show_card(turn, after)
    return after


_CHOICES = frozenset(
    {
        ("contacted", YES),
        ("contacted", NO),
        ("solved", YES),
        ("solved", PARTLY),
        ("solved", NO),
        ("satisfaction", Satisfaction.SATISFIED),
        ("satisfaction", Satisfaction.FAIR),
        ("satisfaction", Satisfaction.UNSATISFIED),
    }
)


async def check_in_time(turn: Turn, ticket: Ticket) -> None:
    """Make sure that the way back is still open: so many natural days after the end.

    Raises:
        Refused: it ended longer ago.
    """
    rules = await rules_of(turn, ticket)
    if ticket.closed_at is not None and turn.now > turn.house.calendar.add_days(ticket.closed_at, rules.reopen_days):
        raise Refused("case-refused-late", number=ticket.number, days=rules.reopen_days)


async def reopen(
    turn: Turn, ticket: Ticket, why: str, *, role: Role = Role.RAISER, holds_code: bool = False, said: bool = True
) -> Ticket:
    """Work on it again, marked 二次办理; the manager sees it, from the second time on with the whole story.

    ``said``: ``why`` are the raiser's own words, and not ours for their rating.

    Raises:
        Refused: longer ago than the days that reopening is open for.
    """
    await check(turn, ticket, Action.REOPEN, role, holds_code=holds_code)
    await check_in_time(turn, ticket)
    acted = await act(
        turn,
        ticket,
        Action.REOPEN,
        role,
        text=why,
        detail={} if said else {"rated": True},
        holds_code=holds_code,
        reopened=ticket.reopened + 1,
        closed_at=None,
        # The answer that was not good enough is none any more: another one is promised, and shown as promised.
        answered_at=None,
        handbacks=0,
        **await back_to_owner(turn, ticket),
    )
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    after = await promise_done(turn, acted.ticket)
    # What only tapped says no more than that.
    tapped = "" if said else "-rated"
    whose = await give_back(turn, after, f"own-again{tapped}", why=why)
    text = say(DESK_LOCALE, "case-thread-reopened", why=why, times=after.reopened)
    await tell_thread(turn, after, text + whose, entry=acted.entry)
    key = f"case-manager-reopened{'' if after.reopened == 1 else '-again'}{tapped}"
    buttons = ((button(say(DESK_LOCALE, "case-button-story"), verbs.MAN_OPEN, after.id),),)
    managers = await tell_managers(turn, after, key, why=why, times=after.reopened, buttons=buttons)
    locale = await raiser_locale(turn, after)
    text = say(locale, "case-reopened", number=after.number, promise=promise_in(turn, after)(locale))
    if managers:
        text += "\n" + say(locale, "case-reopened-managers")
    await tell_raiser(turn, after, text, entry=acted.entry)
    await show_card(turn, after)
    await urgent_help.heard(turn, after, why, by_raiser=role is Role.RAISER)
    return after


async def explain_rating(turn: Turn, ticket: Ticket, why: str) -> Ticket:
    """Why the raiser was not satisfied, in their words."""
    after = replace(ticket, rating_reason=why, changed_at=turn.now)
    await tickets.save(turn.tx, after)
    entry = await history.append(
        turn.tx, ticket.id, at=turn.now, action=Action.RATE, role=Role.RAISER, text=why, detail={"reason": True}
    )
    await tell_thread(turn, after, say(DESK_LOCALE, "case-thread-why", why=why), entry=entry)
    await urgent_help.heard(turn, after, why)
    return after


async def appeal(turn: Turn, ticket: Ticket, why: str, *, role: Role = Role.RAISER, holds_code: bool = False) -> Ticket:
    """Against 不予受理, once: the unit above looks at it, where there is one.

    Raises:
        Refused: it was appealed before.
    """
    await check(turn, ticket, Action.APPEAL, role, holds_code=holds_code)
    if ticket.appeals:
        raise Refused("case-refused-appealed", number=ticket.number)
    return await _go_up(turn, ticket, Action.APPEAL, why, role=role, holds_code=holds_code, appeals=1)


async def request_review(
    turn: Turn, ticket: Ticket, why: str, *, role: Role = Role.RAISER, holds_code: bool = False
) -> Ticket:
    """复查, then 复核, each by the next unit up the tree; after that the answer is final.

    Raises:
        Refused: twice reviewed, or too long ago.
    """
    await check(turn, ticket, Action.REQUEST_REVIEW, role, holds_code=holds_code)
    if ticket.reviews >= MOST_REVIEWS:
        raise Refused("case-refused-reviewed", number=ticket.number)
    await check_in_time(turn, ticket)
    return await _go_up(
        turn, ticket, Action.REQUEST_REVIEW, why, role=role, holds_code=holds_code, reviews=ticket.reviews + 1
    )


MOST_REVIEWS = 2


async def _decided_by(turn: Turn, ticket: Ticket) -> Unit:
    """The unit whose desk has decided so far: of a workshop without secretaries of its own it is one further up.

    A look by "the unit above" must not come back to the same desk.
    """
    group = None if ticket.group_id is None or ticket.restricted else await groups.get(turn.tx, ticket.group_id)
    own = group.unit_id if group is not None else None
    return await units.get(turn.tx, own if own is not None else ticket.unit_id)


async def decides_next(turn: Turn, ticket: Ticket) -> tuple[Unit, Unit]:
    """Which unit has decided so far, and which looks at it next: the one above, or itself where none is above it."""
    unit = await _decided_by(turn, ticket)
    return unit, unit if unit.parent_id is None else await units.get(turn.tx, unit.parent_id)


async def _go_up(
    turn: Turn, ticket: Ticket, action: Action, why: str, *, role: Role, holds_code: bool, **counts: Any
) -> Ticket:
    unit, above = await decides_next(turn, ticket)
    group_id = await desk_of(turn, above.id, None, restricted=ticket.restricted)
    acted = await act(
        turn,
        ticket,
        action,
        role,
        text=why,
        holds_code=holds_code,
        detail={"unit": above.shown},
        unit_id=above.id,
        group_id=group_id,
        owner_id=None,
        owner_unit_id=None,
        closed_at=None,
        answered_at=None,
        **counts,
    )
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    due = await start_clock(turn, acted.ticket, DeadlineKind.ACCEPT)
    if action is Action.REQUEST_REVIEW:
        await start_clock(turn, acted.ticket, DeadlineKind.REVIEW)
    if group_id == ticket.group_id:
        await show_card(turn, acted.ticket)
    else:
        await move(turn, ticket, acted.ticket)
    await tell_thread(
        turn, acted.ticket, say(DESK_LOCALE, f"case-thread-{action}", why=why, unit=unit.shown), entry=acted.entry
    )
    await _tell_who_looks(turn, acted, action, above, due, topmost=above.id == unit.id)
    await tell_managers(turn, acted.ticket, "case-manager-up", why=why)
    await urgent_help.heard(turn, acted.ticket, why, by_raiser=role is Role.RAISER)
    return acted.ticket


async def _tell_who_looks(turn: Turn, acted: Acted, action: Action, above: Unit, due: int, *, topmost: bool) -> None:
    """The raiser hears which unit looks at it and by when; of a topmost one that they may turn to its superiors."""
    locale, calendar, ticket = await raiser_locale(turn, acted.ticket), turn.house.calendar, acted.ticket
    facts = {"number": ticket.number, "unit": above.shown, "due": moment(locale, calendar, due)}
    for each in await history.deadlines_of(turn.tx, ticket.id):
        if each.kind == DeadlineKind.REVIEW:
            facts["end"] = moment(locale, calendar, each.due_at)
    text = say(locale, f"case-{action}", **facts)
    if topmost:
        text += "\n" + say(locale, "case-no-unit-above", unit=above.shown)
    await tell_raiser(turn, ticket, text, entry=acted.entry)
