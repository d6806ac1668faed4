"""A concern that is not submitted yet: what was gathered, what was chosen, and where its preview stands.

A draft is one sealed row for each private chat, so it survives restarts and any process goes on with it. It names
nobody: whoever submits it in that chat raises it.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from handlers.core.files import read_file, write_file
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Attachment, FileKind
from handlers.rules.lifecycle import Kind, Naming
from handlers.rules.names import kind_of, sounds_like_report
from handlers.rules.terms import title_of
from storage import conversations, people, roles
from storage.database import Transaction

KIND = "draft"
_CANCELLED = "draft_cancelled"
_PAST = "draft_past"
_PAST_KEPT = 30
RESTORE_SECONDS = 7 * 24 * 3600
"""How long a cancelled draft can be called back."""
LINK_SECONDS = 24 * 3600
"""How long a poster's link pre-selects its unit for words that have not come yet."""
FIRST_NAMING = Naming.HIDDEN
"""Until the raiser chooses."""
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_JUDGED = 20_000
"""What of a very long text is looked at to guess its kind: the matter stands in front."""


class View(StrEnum):
    """What the preview shows below the words: what can be chosen now."""

    WHOLE = "whole"
    WHICH = "which"
    """Add to the one open ticket, or a new concern?"""
    OPEN = "open"
    """Which of several open tickets to add to."""
    UNITS = "units"
    CHANGE = "change"
    CATEGORIES = "categories"
    KINDS = "kinds"


@dataclass(frozen=True, slots=True)
class Part:
    """One message of the raiser's."""

    message: str
    text: str
    files: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """``card`` is the preview's message once known, ``version`` counts the previews that were sent.

    ``node``, ``page`` and ``typed`` are where the raiser is in the list of units; ``typed`` (message, words) is what
    they wrote there. ``fresh``: they said that it is a new concern.
    """

    id: str
    channel: str
    chat: str
    locale: str
    begun_at: int
    parts: tuple[Part, ...] = ()
    view: View = View.WHOLE
    own_title: str | None = None
    unit: int | None = None
    place: int | None = None
    linked: bool = False
    """The unit came with a poster's or group's link."""
    chosen_unit: bool = False
    category: int | None = None
    chosen_category: bool = False
    chosen_kind: Kind | None = None
    naming: Naming = FIRST_NAMING
    fresh: bool = False
    card: str | None = None
    card_at: int = 0
    version: int = 0
    node: int | None = None
    page: int = 0
    typed: tuple[str, str] | None = None
    nudged: bool = False
    looked: bool = False
    """They looked at the frequent questions that were offered, and those did not help."""
    notice: int | None = None
    """The policy notice that it asks about."""
    warned: str = ""
    """Of which danger its writer was told where help is."""
    traced: str | None = None
    """The words of which they were told what in them may tell who they are, before adding them to a ticket."""
    user: str = ""
    """Its writer, as the channel knows them: what became of a preview doesn't say whose it is."""

    @property
    def text(self) -> str:
        """All words in the order in which they came."""
        return "\n".join(part.text for part in self.parts if part.text)

    @property
    def files(self) -> tuple[Attachment, ...]:
        """All files that go with it, in the order in which they came: a contact card only of who is named."""
        return tuple(
            each
            for part in self.parts
            for each in part.files
            if self.naming is Naming.NAMED or each.kind is not FileKind.CONTACT
        )

    @property
    def held_back(self) -> bool:
        """There are contact cards that don't go with it, as it is named now."""
        return len(self.files) < sum(len(part.files) for part in self.parts)

    @property
    def said(self) -> tuple[str, ...]:
        """The raiser's own messages that it is made of; what a button put into it is none of them."""
        return tuple(part.message for part in self.parts if part.message)

    @property
    def empty(self) -> bool:
        """There is nothing to submit."""
        return not self.text and not self.files

    @property
    def title(self) -> str:
        """The raiser's own title, else the first sentence; empty when there are only files."""
        return self.own_title or title_of(self.text)

    @property
    def words(self) -> str:
        """Everything readable in it, what contacts and places say included."""
        return "\n".join((self.title, self.text, *(each.text for each in self.files if each.text)))

    @property
    def accuses(self) -> bool:
        """The words sound like an accusation (检举控告)."""
        return sounds_like_report(self.text[:_JUDGED])

    @property
    def undecided(self) -> bool:
        """It sounds like an accusation, and the raiser has not said which way it shall go."""
        return self.accuses and self.chosen_kind is None

    @property
    def kind(self) -> Kind:
        """What it is: as chosen, else as it sounds."""
        return self.chosen_kind or kind_of(self.text[:_JUDGED])

    @property
    def address(self) -> Address:
        """The raiser's chat."""
        return Address(self.channel, self.chat)


def _tag(tx: Transaction, channel: str, chat: str) -> bytes:
    return tx.sealer.tag("draft", channel, chat)


def _body(draft: Draft) -> dict[str, Any]:
    body = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    body["parts"] = [[part.message, part.text, [write_file(each) for each in part.files]] for part in draft.parts]
    return body


def read(body: Mapping[str, Any]) -> Draft:
    """The draft of a row; what an older program did not know takes its default."""
    known = {name: value for name, value in body.items() if name in Draft.__dataclass_fields__}
    known["parts"] = tuple(Part(m, text, tuple(read_file(each) for each in files)) for m, text, files in body["parts"])
    known["view"] = View(body["view"])
    known["naming"] = Naming(body["naming"])
    known["chosen_kind"] = None if body["chosen_kind"] is None else Kind(body["chosen_kind"])
    known["typed"] = None if body["typed"] is None else (body["typed"][0], body["typed"][1])
    return Draft(**known)


def begin(turn: Turn) -> Draft:
    """A new draft in the chat of this event."""
    name = "".join(secrets.choice(_LETTERS) for _ in range(8))
    user = turn.event.sender.user if turn.event.sender else ""
    return Draft(name, turn.event.channel, turn.event.chat, turn.locale, turn.now, user=user)


async def load(turn: Turn) -> Draft | None:
    """The open draft of this chat. A link that was followed long ago and led to no words is no draft any more."""
    row = await conversations.load(turn.tx, _tag(turn.tx, turn.event.channel, turn.event.chat), KIND)
    if row is None:
        return None
    draft = read(row.body)
    if draft.empty and turn.now - row.at > LINK_SECONDS:
        return None
    return draft


async def as_writer(turn: Turn, draft: Draft) -> bool:
    """The turn is from here on that of whoever writes the draft; False: the channel knows them no more."""
    # An older program's draft has the chat alone; in private that is the writer's own.
    turn.person = await people.find(turn.tx, draft.channel, draft.user or draft.chat)
    if turn.person is not None:
        turn.roles = await roles.of_person(turn.tx, turn.person.id)
    return turn.person is not None


async def save(turn: Turn, draft: Draft) -> None:
    """Keep it."""
    await conversations.save(turn.tx, _tag(turn.tx, draft.channel, draft.chat), KIND, _body(draft), turn.now)


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of an earlier draft: ``submitted``, ``added`` (both with the ticket) or ``cancelled``.

    ``card`` is the message in which that was said.
    """

    what: str
    ticket: int | None
    card: str | None


async def finish(turn: Turn, draft: Draft, what: str, ticket: int | None = None) -> None:
    """It is a draft no more: ``what`` became of it is remembered for whoever presses its old buttons."""
    tag = _tag(turn.tx, draft.channel, draft.chat)
    await conversations.drop(turn.tx, tag, KIND)
    row = await conversations.load(turn.tx, tag, _PAST)
    past = [] if row is None else [each for each in row.body["past"] if each[0] != draft.id]
    body = {"past": [*past[-_PAST_KEPT:], [draft.id, what, ticket, turn.event.message]]}
    await conversations.save(turn.tx, tag, _PAST, body, turn.now)


async def fate(turn: Turn, draft_id: str) -> Fate | None:
    """What became of an earlier draft of this chat."""
    tag = _tag(turn.tx, turn.event.channel, turn.event.chat)
    row = await conversations.load(turn.tx, tag, _PAST)
    for known, what, ticket, card in [] if row is None else row.body["past"]:
        if known == draft_id:
            return Fate(what, ticket, card)
    return None


async def cancel(turn: Turn, draft: Draft) -> None:
    """Put it away; it can be called back for a while."""
    tag = _tag(turn.tx, draft.channel, draft.chat)
    await conversations.save(turn.tx, tag, _CANCELLED, _body(draft), turn.now)
    await finish(turn, draft, "cancelled")


async def restore(turn: Turn, draft_id: str) -> Draft | None:
    """The cancelled draft as it was, None if it is gone or another was cancelled since."""
    tag = _tag(turn.tx, turn.event.channel, turn.event.chat)
    row = await conversations.load(turn.tx, tag, _CANCELLED)
    if row is None or row.body["id"] != draft_id or turn.now - row.at > RESTORE_SECONDS:
        return None
    await conversations.drop(turn.tx, tag, _CANCELLED)
    draft = replace(read(row.body), view=View.WHOLE)
    await save(turn, draft)
    return draft


async def untouched(turn: Turn, since: int, until: int) -> tuple[Draft, ...]:
    """Drafts with words in them that were last touched in a time."""
    rows = await conversations.left_between(turn.tx, KIND, since, until)
    return tuple(draft for draft in (read(row.body) for row in rows) if not draft.empty)
