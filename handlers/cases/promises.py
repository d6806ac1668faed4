"""The promised date in words: what is still promised, or that it was not kept. No date that is past is promised."""

from __future__ import annotations

from collections.abc import Callable

from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.wording import moment
from storage.tickets import Ticket

InLocale = Callable[[str], str]
"""A text in whichever language is asked for."""


def due_in(turn: Turn, ticket: Ticket) -> InLocale:
    """The promised date."""

    def said(locale: str) -> str:
        if ticket.due_at is None:
            return say(locale, "case-no-date")
        return moment(locale, turn.house.calendar, ticket.due_at, provisional=ticket.provisional)

    return said


def promise_in(turn: Turn, ticket: Ticket) -> InLocale:
    """A whole sentence for the raiser: by when they have an answer, or that the date has passed."""
    return _sentence(turn, ticket, "case-promise")


def finish_in(turn: Turn, ticket: Ticket) -> InLocale:
    """A whole sentence for the owner: by when it is to be done."""
    return _sentence(turn, ticket, "own-finish")


def _sentence(turn: Turn, ticket: Ticket, key: str) -> InLocale:
    def said(locale: str) -> str:
        if ticket.due_at is None:
            return say(locale, f"{key}-none")
        passed = ticket.due_at <= turn.now
        return say(locale, f"{key}-passed" if passed else key, due=due_in(turn, ticket)(locale))

    return said
