"""延期: once, at most the grade's own length; asked for by the owner, granted by the secretary, told to the raiser."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cases import verbs
from handlers.cases.cards import owner_name
from handlers.cases.promises import finish_in
from handlers.cases.steps import Acted, act, calendar_of, check, rules_of
from handlers.cases.telling import show_card, tell_followers, tell_owner, tell_thread, told_words
from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Style
from handlers.core.wording import day, in_full, moment
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Grade, Role
from storage import history
from storage.tickets import Ticket


async def request_extension(
    turn: Turn, ticket: Ticket, why: str, until: int, files: Sequence[Attachment] = ()
) -> Acted:
    """The owner asks for more time.

    Raises:
        Refused: extended before, or the date is not after the promised one or past the grade's own length.
    """
    await check(turn, ticket, Action.REQUEST_EXTENSION, Role.OWNER)
    await check_extension(turn, ticket, until)
    detail = {"until": until}
    acted = await act(turn, ticket, Action.REQUEST_EXTENSION, Role.OWNER, text=why, files=files, detail=detail)
    await tell_thread(
        turn,
        ticket,
        say(
            DESK_LOCALE,
            "case-thread-extension",
            owner=await owner_name(turn, ticket),
            why=why,
            date=moment(DESK_LOCALE, turn.house.calendar, until),
        ),
        files=files,
        buttons=(
            (
                button(
                    say(DESK_LOCALE, "desk-button-grant"), verbs.DESK_GRANT, ticket.id, acted.entry, style=Style.PRIMARY
                ),
                button(say(DESK_LOCALE, "desk-button-refuse"), verbs.DESK_REFUSE, ticket.id, acted.entry),
            ),
        ),
        entry=acted.entry,
    )
    return acted


async def check_extension(turn: Turn, ticket: Ticket, until: int) -> None:
    """Once, and at most the grade's own length.

    Raises:
        Refused: otherwise.
    """
    if ticket.extensions:
        raise Refused("case-refused-extended", number=ticket.number)
    limit = await extension_limit(turn, ticket)
    if not max(ticket.due_at or turn.now, turn.now) < until <= limit:
        raise Refused(
            "case-refused-extension-date",
            date=in_full(turn.locale, turn.house.calendar, turn.now, until),
            limit=moment(turn.locale, turn.house.calendar, limit),
        )


async def extension_limit(turn: Turn, ticket: Ticket) -> int:
    """The latest that the promised date may move to: by the grade's own length, to the end of that day.

    Raises:
        Refused: that has passed as well.
    """
    rules, calendar = await rules_of(turn, ticket), await calendar_of(turn, ticket)
    latest = calendar.add_workdays(ticket.due_at or turn.now, rules.done(Grade(ticket.grade))).at
    limit = max(latest, calendar.closes(calendar.local(latest).date()))
    if limit <= turn.now:
        raise Refused("case-refused-extension-over", number=ticket.number)
    return limit


async def grant_extension(turn: Turn, ticket: Ticket, why: str, until: int) -> Ticket:
    """The promised date moves, once, and the raiser is told the reason and the new date."""
    await check(turn, ticket, Action.GRANT_EXTENSION, Role.SECRETARY)
    await check_extension(turn, ticket, until)
    acted = await act(
        turn,
        ticket,
        Action.GRANT_EXTENSION,
        Role.SECRETARY,
        text=why,
        detail={"until": until, "from": ticket.due_at},
        due_at=until,
        extensions=ticket.extensions + 1,
    )
    for deadline in await history.deadlines_of(turn.tx, ticket.id):
        if deadline.kind == DeadlineKind.DONE:
            await history.move_deadline(turn.tx, deadline, until, False, ticket.rule_version)
    locale = await raiser_locale(turn, acted.ticket)
    date = day(locale, turn.house.calendar, until)
    await tell_raiser(
        turn, acted.ticket, say(locale, "case-extended", number=ticket.number, why=why, date=date), entry=acted.entry
    )
    await tell_followers(
        turn, acted.ticket, "case-extended", why=why, date=lambda theirs: day(theirs, turn.house.calendar, until)
    )
    await tell_owner(turn, acted.ticket, "case-owner-extended", date=date)
    said = say(DESK_LOCALE, "case-thread-extended", date=date, told=told_words(ticket))
    await tell_thread(turn, acted.ticket, said, entry=acted.entry)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def refuse_extension(turn: Turn, ticket: Ticket) -> Ticket:
    """The date stays."""
    acted = await act(turn, ticket, Action.REFUSE_EXTENSION, Role.SECRETARY)
    await tell_owner(turn, ticket, "case-owner-not-extended", finish=finish_in(turn, ticket))
    return acted.ticket
