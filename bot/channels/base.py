"""What a channel is to the flow: it hands over raw events, reads them, and carries out one piece of work at a time.

A channel decides nothing about a ticket. It never raises for what the platform says: every refusal is an
:class:`Outcome` that the flow has an answer for.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from handlers.core.abilities import Abilities
from handlers.core.message import Text
from handlers.core.vocabulary import (
    Attachment,
    Incoming,
    Link,
    OutKind,
    Reaction,
    Refusal,
    Rows,
)


@dataclass(frozen=True, slots=True)
class RawEvent:
    """An event as the platform sent it, kept before it is acknowledged.

    ``external_id`` is unique on its channel and the same when the platform hands the event out again;
    ``chat`` is where it belongs in order (events of one chat run one after another).
    """

    external_id: str
    chat: str
    raw: str


Keep = Callable[[Sequence[RawEvent]], Awaitable[None]]
"""Stores a batch durably; the channel acknowledges only after it returns. Raises when it could not be stored."""


class Result(StrEnum):
    """How one piece of work ended."""

    DELIVERED = "delivered"
    LATER = "later"
    """The platform asks to wait (``retry_after`` seconds), or was certainly not reached: nothing was sent."""
    UNKNOWN = "unknown"
    """The request left and no answer came back: it may have been carried out."""
    MOVED = "moved"
    """The chat goes on under ``moved_to``."""
    THREAD_GONE = "thread_gone"
    THREAD_CLOSED = "thread_closed"
    UNOPENED = "unopened"
    """A file that is to be opened first could not be, by a fault that may not be its own: it is tried again."""
    REFUSED = "refused"
    """It would be refused again the same way; ``refusal`` says why."""
    STOPPED = "stopped"
    """The channel itself cannot work now (token revoked): keep everything, try again much later, tell the admin."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer to one piece of work. ``messages`` are the platform's ids of what was sent, in order."""

    result: Result
    messages: tuple[str, ...] = ()
    thread: str | None = None
    retry_after: float = 0.0
    whole_channel: bool = False
    """LATER: holds for every chat of the channel, not only this one."""
    moved_to: str | None = None
    unpinned: str | None = None
    """DELIVERED: the message that was to be pinned and is not, and may be yet."""
    said: bool = True
    """DELIVERED: the words of the work have gone."""
    carried: tuple[int, ...] | None = None
    """DELIVERED: which of its files have gone, from 0; None: all. What is left is another piece of work: one call that
    everyone sees is made for each."""
    refusal: Refusal | None = None
    at_fault: tuple[int, ...] = ()
    """REFUSED: which of its files the platform's words are about, from 0, as far as they tell."""
    missed: tuple[tuple[int, Refusal], ...] = ()
    """Files that were not even tried: they can't be had, or not be cleaned."""
    read: Mapping[str, Any] | None = None
    """READ: what was in the file, or why that can't be said."""
    text: str = ""
    """The platform's own words, for the log and the admin; never a token."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that the program made itself (a picture, a ledger, a cleaned attachment)."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class WorkFile:
    """An attachment ready to go: by the platform's handle, or by its content."""

    attachment: Attachment
    made: MadeFile | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One call for a channel: an outgoing row with every name resolved to the platform's ids."""

    kind: OutKind
    chat: str
    thread: str | None = None
    text: Text = ""
    buttons: Rows = ()
    files: tuple[WorkFile, ...] = ()
    reply_to: str | None = None
    target: str | None = None
    reaction: Reaction | None = None
    pin: bool = False
    silent: bool = False
    protect: bool = False
    commands: tuple[tuple[str, str], ...] = ()
    """COMMANDS: name and description, in the order of the menu."""
    for_member: str | None = None
    """COMMANDS: only for this user in the chat."""
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class ThreadWish:
    """What a ticket's thread should look like. ``icon`` is a state's name; the channel knows its picture."""

    name: str
    icon: str
    open: bool


@dataclass(frozen=True, slots=True)
class Health:
    """One finding about the channel's set-up; ``problem`` is empty when all is well."""

    subject: str
    problem: str = ""
    remedy: str = ""


class Channel(Protocol):
    """A chat platform."""

    name: str
    abilities: Abilities

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is wrong with fetching now that only a person can put right: ``second_reader``, ``token_rejected``."""
        ...

    async def start(self) -> None:
        """Open connections and learn who we are. An unreachable platform raises nothing: ``listen`` keeps trying."""
        ...

    async def listen(self, keep: Keep) -> None:
        """Fetch events and keep them, until cancelled."""
        ...

    async def stop(self) -> None:
        """Close connections."""
        ...

    def read(self, raw: str, received_at: int) -> tuple[Incoming, ...]:
        """What a kept event says. Empty for what the mailbox ignores on purpose; raises ``UnreadableEvent``."""
        ...

    async def perform(self, work: Work) -> Outcome:
        """Carry out one piece of work."""
        ...

    def pause_ended(self, chat: str) -> None:
        """The time for which the platform asked us to leave this chat alone is over: the clock was moved."""
        ...

    async def make_thread(self, chat: str, wish: ThreadWish) -> Outcome:
        """Make a thread; ``Outcome.thread`` is its id."""
        ...

    async def shape_thread(self, chat: str, thread: str, wish: ThreadWish, changed: frozenset[str]) -> Outcome:
        """Bring a thread to what is wished; ``changed`` names the fields of the wish that differ from what it is."""
        ...

    async def answer_press(self, press: str, text: str, *, alert: bool) -> None:
        """Answer a pressed button at once, best effort: too late is nobody's fault."""
        ...

    async def fetch(self, attachment: Attachment) -> bytes | Refusal:
        """The content of a file that a person sent, or why it cannot be had.

        Raises:
            NotFetched: not now, but later perhaps.
        """
        ...

    async def inspect(self, groups: Sequence[str], boards: Sequence[str] = ()) -> tuple[Health, ...]:
        """What is right and wrong with the set-up (token, groups, our rights there), for ``check``.

        ``boards``: where what is made public is posted.
        """
        ...

    def link(self, payload: str) -> str:
        """A deep link that opens the bot with ``/start payload``."""
        ...


class UnreadableEvent(Exception):
    """A kept event that cannot be understood; it is set aside with this text, and the ones behind it go on."""


class NotFetched(Exception):
    """A file cannot be had just now; ``outcome`` says what stands in the way (LATER, UNKNOWN, STOPPED, UNOPENED)."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.text)
        self.outcome = outcome
