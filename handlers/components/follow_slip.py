"""The slip with the follow code of a ticket, for who has no chat with us."""

from __future__ import annotations

from functools import partial

from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button
from handlers.rules.codes import spaced
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


def show_code(turn: Turn, ticket: Ticket, code: str) -> None:
    """The follow code, once, in groups that can be read out."""
    turn.reply(
        _say("off-code", number=ticket.number, code=spaced(code)),
        buttons=((Button(_say("case-button-copy-code"), copy=code),),),
        quote=True,
    )
