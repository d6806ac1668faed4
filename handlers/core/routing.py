"""What a conversation answers to: its commands, presses, open questions and replies, in one table for each package.

``handlers/routes.py`` joins the tables of all conversations; a word that two of them claim is a mistake at import.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from handlers.core.buttons import Press, Verb
from handlers.core.commands import Command
from handlers.core.house import House
from handlers.core.turn import Kept, Question, Send, Skip, Turn
from handlers.core.vocabulary import ChatKind, Incoming
from handlers.rules.rights import Right
from storage.database import Transaction
from storage.messages import Linked

Handler = Callable[[Turn], Awaitable[None]]
OnPress = Callable[[Turn, Press], Awaitable[None]]
OnAnswer = Callable[[Turn, Question], Awaitable[None]]
OnReply = Callable[[Turn, Linked], Awaitable[None]]
T = TypeVar("T")
K = TypeVar("K", bound=str)


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A line of ``/menu`` for which there is no command.

    It stands in private chats. ``label``: the key of its text. ``verb``: of the press, without arguments. ``right``:
    who sees it, by the one table; None: everybody.
    """

    label: str
    verb: Verb
    right: Right | None = None


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a tick reads for long, before its turn: else everybody who writes meanwhile would wait for it.

    ``wanted``: whether there is anything to be read now; asked often, and answered at once. ``read``: what there is, in
    parts; each is handled in a turn of its own, alone in ``turn.ahead``, and after a failure all are handled anew.
    """

    wanted: Callable[[Transaction, Incoming, House], Awaitable[bool]]
    read: Callable[[Transaction, Incoming, House], Awaitable[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Routes:
    """One conversation's table.

    ``commands``: see :class:`handlers.core.commands.Command`. ``presses``: by the verb of a button. ``steps``: by the
    kind of an open question (see ``handlers/core/questions.py``). ``kept``: by that kind, those behind which written
    work stands. ``replies``: by the side of the message replied to. ``edits``: by the side of the person's own message
    that they changed. ``albums``: by the home of an album (see ``handlers/components/albums.py``) whose further part
    came. ``looks``: by its name, what the clock asks for every few minutes, ``nightly``: once a night, ``ticks``: at
    other times; each is an event and a transaction of its own, so that one that fails stops nobody else's. ``ahead``:
    what those read before their turn. ``menu``: its lines of ``/menu`` besides its commands'. ``skips`` and ``sends``:
    see :class:`handlers.core.turn.Practised`.
    """

    commands: Mapping[Command, Handler] = field(default_factory=dict)
    presses: Mapping[Verb, OnPress] = field(default_factory=dict)
    steps: Mapping[str, OnAnswer] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    replies: Mapping[str, OnReply] = field(default_factory=dict)
    edits: Mapping[str, OnReply] = field(default_factory=dict)
    albums: Mapping[str, Handler] = field(default_factory=dict)
    looks: Mapping[str, Handler] = field(default_factory=dict)
    nightly: Mapping[str, Handler] = field(default_factory=dict)
    ticks: Mapping[str, Handler] = field(default_factory=dict)
    ahead: Mapping[str, Ahead] = field(default_factory=dict)
    outcomes: Mapping[str, Handler] = field(default_factory=dict)
    menu: tuple[MenuEntry, ...] = ()
    skips: Mapping[str, Skip] = field(default_factory=dict)
    sends: Mapping[str, Send] = field(default_factory=dict)


class ClaimedTwice(ValueError):
    """Two conversations answer to the same word: a mistake in the program."""


def joined(tables: Iterable[Mapping[K, T]]) -> dict[K, T]:
    """All tables as one.

    Raises:
        ClaimedTwice: a word is in two of them.
    """
    found: dict[K, T] = {}
    for table in tables:
        for word, handler in table.items():
            if word in found:
                raise ClaimedTwice(word)
            found[word] = handler
    return found


def commands_in(tables: Iterable[Mapping[Command, Handler]], place: ChatKind) -> dict[str, Handler]:
    """What each command does in such a chat, by its word.

    Raises:
        ClaimedTwice: two conversations answer to the same one there.
    """
    return joined({each.word: handler} for table in tables for each, handler in table.items() if place in each.places)
