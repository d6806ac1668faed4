"""The language of the place where something happens: groups speak the desk's."""

from __future__ import annotations

from typing import Any

from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind


def say_here(turn: Turn, key: str, **facts: Any) -> str:
    """A text as it is said where the turn is: groups speak the desk's language."""
    return say(locale_here(turn), key, **facts)


def locale_here(turn: Turn) -> str:
    """The language of this place: groups speak the desk's."""
    return DESK_LOCALE if turn.event.chat_kind is ChatKind.GROUP else turn.locale
