"""One event, one transaction: what a handler is given, and where it puts what shall happen.

A handler changes rows through ``turn.tx`` and says things through ``turn.send`` and its shorthands. Rows and messages
are committed together by the flow, or not at all when the handler raises.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.core.commands import Command
from handlers.core.house import House
from handlers.core.message import Text
from handlers.core.texts import locale_for, say
from handlers.core.vocabulary import Attachment, Incoming, Link, Outgoing, OutKind, Priority, Reaction, Rows, Spot
from storage.database import Transaction
from storage.groups import Group
from storage.people import Person
from storage.roles import Role


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a press. ``alert`` asks for a box that must be closed, for what must not be overlooked."""

    text: str
    alert: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a person was asked: ``kind`` picks who handles the answer; ``facts`` is what they need (plain JSON)."""

    kind: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of question behind which written work stands: it is put aside where another question takes its place.

    ``name``: how it is called where it waits, empty while nothing is written. ``show``: its newest preview again.
    ``goes_on``: whether a question of the same kind is the same work, if its words alone don't tell.
    """

    name: Callable[[Turn, Question], Awaitable[str]]
    show: Callable[[Turn, Question], Awaitable[None]]
    goes_on: Callable[[Question, Question], bool] | None = None


Skip = Callable[[Transaction, int, Sequence[int]], Awaitable[set[int]]]
"""Who of some people (their rows) already has what is sent; the number says what that is."""


@dataclass(frozen=True, slots=True)
class Practised:
    """What the practices bring to what stands below them, joined from all their tables.

    ``commands``: in the order of the menus. ``kept``: by the kind of a question, see :class:`Kept`. ``skips``: by the
    name of what is sent to units, who already has it. ``sends``: by the kind of an announcement, how it goes out once
    it was looked at (with its draft and units).
    """

    commands: tuple[Command, ...] = ()
    kept: Mapping[str, Kept] = field(default_factory=dict)
    skips: Mapping[str, Skip] = field(default_factory=dict)
    sends: Mapping[str, Send] = field(default_factory=dict)


@dataclass(slots=True)
class Turn:
    """One event with all that deciding needs.

    ``person`` is who did it (None for the clock and deliveries), ``roles`` what they are in the mailbox,
    ``group`` the registered group that it happened in. ``ahead``: what was read for it before its transaction began
    (see :class:`handlers.core.routing.Ahead`), None where nothing was. ``picked``: what they chose of several that fit
    what they had typed (see :mod:`handlers.core.namesakes`).
    """

    tx: Transaction
    event: Incoming
    house: House
    person: Person | None = None
    roles: tuple[Role, ...] = ()
    group: Group | None = None
    outgoing: list[Outgoing] = field(default_factory=list)
    toast: Toast | None = None
    ahead: Sequence[Any] | None = None
    closed: bool = False
    """An open question was closed in this turn."""
    picked: Mapping[str, int | str] = field(default_factory=dict)
    practised: Practised = field(default_factory=Practised)

    @property
    def now(self) -> int:
        """When the mailbox received the event, UTC epoch seconds."""
        return self.event.at

    @property
    def locale(self) -> str:
        """The language of the person who did it."""
        language = self.person.language if self.person else None
        if language is None and self.event.sender:
            language = self.event.sender.language
        return locale_for(language)

    @property
    def who(self) -> Person:
        """The person who did it, where the front door has made sure that there is one."""
        if self.person is None:
            raise LookupError("this event has no person")
        return self.person

    def say(self, key: str, /, **facts: Any) -> str:
        """A text in the language of the person who did it."""
        return say(self.locale, key, **facts)

    def send(self, message: Outgoing) -> None:
        """Let a channel do something once the transaction is committed; it is fitted to the reader's channel then."""
        self.outgoing.append(message)

    def reply(
        self,
        text: Text,
        *,
        buttons: Rows = (),
        attachments: tuple[Attachment, ...] = (),
        link: Link | None = None,
        tasks: tuple[int, ...] = (),
        quote: bool = False,
        replace: str | None = None,
    ) -> None:
        """Say something where the event happened; ``quote`` makes it a visible reply to the person's message."""
        self.send(
            Outgoing(
                OutKind.SEND,
                to=self.event.address,
                text=text,
                buttons=buttons,
                attachments=attachments,
                reply_to=Spot(message=self.event.message) if quote and self.event.message else None,
                link=link,
                tasks=tasks,
                replace=replace,
            )
        )

    def tell(
        self,
        person: Person,
        text: Text,
        *,
        buttons: Rows = (),
        attachments: tuple[Attachment, ...] = (),
        reply_to: Spot | None = None,
        link: Link | None = None,
        priority: Priority = Priority.INTERACTIVE,
        **more: Any,
    ) -> None:
        """Say something in a person's private chat."""
        self.send(
            Outgoing(
                OutKind.SEND,
                person=person.id,
                text=text,
                buttons=buttons,
                attachments=attachments,
                reply_to=reply_to,
                link=link,
                priority=priority,
                **more,
            )
        )

    def take_away(self, message: str | None) -> bool:
        """A message of ours in this chat goes; False where the platform lets us take none away."""
        if not self.house.abilities[self.event.channel].deletes:
            return False
        spot = Spot(message=message)
        self.send(Outgoing(OutKind.DELETE, to=self.event.address, target=spot, facts={"told": True}))
        return True

    def edit(self, text: Text, *, buttons: Rows = ()) -> None:
        """Change the message whose button was pressed; said anew where it was none (see ``choices.py``)."""
        if self.event.message is None:
            self.reply(text, buttons=buttons)
            return
        self.send(
            Outgoing(
                OutKind.EDIT,
                to=self.event.address,
                text=text,
                buttons=buttons,
                target=Spot(message=self.event.message),
                replace=f"edit:{self.event.message}",
            )
        )

    def react(self, reaction: Reaction) -> None:
        """Put the quiet receipt on the message that came in."""
        if self.event.message and self.house.abilities[self.event.channel].reactions:
            self.send(
                Outgoing(
                    OutKind.REACT,
                    to=self.event.address,
                    target=Spot(message=self.event.message),
                    reaction=reaction,
                )
            )

    def answer(self, text: str, *, alert: bool = False) -> None:
        """Answer a press with a short text."""
        self.toast = Toast(text, alert)


Send = Callable[[Turn, Any, Any], Awaitable[None]]
"""How an announcement goes out: its draft, and the units that were chosen."""
