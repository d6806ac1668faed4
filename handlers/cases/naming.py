"""隐名: the name of a hidden raiser, which only they themselves can give away."""

from __future__ import annotations

from handlers.cases import verbs
from handlers.cases.steps import act, check
from handlers.cases.telling import desk_word, show_card, tell_thread
from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.lifecycle import Action, Naming, Role
from storage.tickets import Ticket


async def ask_reveal(turn: Turn, ticket: Ticket, why: str) -> None:
    """Ask a hidden raiser whether the secretary may know who they are; they may refuse.

    Raises:
        Refused: they are named already, or anonymous, which is never asked.
    """
    await check(turn, ticket, Action.ASK_REVEAL, Role.SECRETARY)
    if ticket.naming != Naming.HIDDEN:
        raise Refused("case-refused-reveal")
    acted = await act(turn, ticket, Action.ASK_REVEAL, Role.SECRETARY, text=why)
    locale = await raiser_locale(turn, ticket)
    await tell_raiser(
        turn,
        ticket,
        say(locale, "case-ask-reveal", number=ticket.number, why=why, desk=desk_word(ticket)(locale)),
        buttons=(
            (
                button(say(locale, "case-button-stay-hidden"), verbs.MINE_HIDE, ticket.id),
                button(say(locale, "case-button-reveal"), verbs.MINE_REVEAL, ticket.id),
            ),
        ),
        entry=acted.entry,
    )


async def reveal(turn: Turn, ticket: Ticket) -> Ticket:
    """The raiser agrees: from now on the ticket is named."""
    if ticket.naming != Naming.HIDDEN:
        raise Refused("press-outdated")
    acted = await act(turn, ticket, Action.REVEAL, Role.RAISER, naming=Naming.NAMED)
    await tell_thread(turn, acted.ticket, say(DESK_LOCALE, "case-thread-revealed"), entry=acted.entry)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def stay_hidden(turn: Turn, ticket: Ticket) -> None:
    """The raiser refuses; the secretary is told, and it changes nothing."""
    await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-stays-hidden"))
