"""The words that every channel and every handler share: what came in, what goes out, what a channel can do.

A channel (a chat platform, the clock) turns its own events into :class:`Incoming` and carries out :class:`Outgoing`.
Handlers see nothing else of the outside, so that no handler ever asks which platform this is.
All instants are UTC epoch seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from handlers.core.message import Text

_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@[A-Za-z0-9_]*)?(?!\S)")


class EventKind(StrEnum):
    """What happened on a channel."""

    MESSAGE = "message"
    EDIT = "edit"
    """A person changed a message that they had sent."""
    PRESS = "press"
    """A button under one of our messages was pressed."""
    MEMBERSHIP = "membership"
    """Somebody blocked us, came back, added us to a group, removed us or changed our rights there."""
    CHAT_MOVED = "chat_moved"
    """A group goes on under another id."""
    THREAD = "thread"
    """A person closed, reopened, renamed or made a thread by hand; or the channel tells of one that we made."""
    DELIVERY = "delivery"
    """The outcome of an outgoing message that somebody has to act on (see :class:`Refusal`)."""
    TICK = "tick"
    """The clock says: look now. ``text`` names the sweep."""


class ChatKind(StrEnum):
    """Where something happened."""

    PRIVATE = "private"
    GROUP = "group"
    BROADCAST = "broadcast"
    """A channel that people only read."""
    NONE = "none"
    """Nowhere: the clock, the command line."""


class FileKind(StrEnum):
    """What an attachment is; decides how it is shown."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    ANIMATION = "animation"
    VIDEO_NOTE = "video_note"
    STICKER = "sticker"
    LOCATION = "location"
    CONTACT = "contact"
    UNSUPPORTED = "unsupported"
    """Something the channel has and the mailbox cannot keep (a poll, a game …); ``name`` says which."""


@dataclass(frozen=True, slots=True)
class Address:
    """One chat on one channel, and a thread inside it where there is one."""

    channel: str
    chat: str
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Who did it, as the channel knows them. Never stored except sealed."""

    channel: str
    user: str
    name: str
    username: str | None = None
    language: str | None = None
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file or place that came with a message, or goes out with one.

    ``ref`` is the channel's own handle (an id of the file there), good for sending it again on the same channel.
    ``made`` names a file that the program makes when it sends (a picture, a ledger), ``facts`` is its input:
    see ``bot/making``.
    ``latitude``/``longitude`` only for a location; ``text`` is what a contact or unsupported kind says in words.
    """

    kind: FileKind
    ref: str | None = None
    unique: str | None = None
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    text: str | None = None
    made: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    clean: bool = False
    """Metadata and name must be taken off before anyone sees it (the raiser is hidden or anonymous)."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One event, as a channel hands it over. ``at`` is when the mailbox received it, by the mailbox's own clock."""

    kind: EventKind
    at: int
    channel: str
    chat: str = ""
    chat_kind: ChatKind = ChatKind.NONE
    chat_title: str | None = None
    thread: str | None = None
    thread_name: str | None = None
    """Name of the thread as its first message had it, where the channel tells."""
    has_threads: bool = False
    """The group is divided into threads."""
    sender: Sender | None = None
    message: str | None = None
    """The channel's id of the message (of the message with the button, for a press)."""
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    album: str | None = None
    reply_to: str | None = None
    forwarded: bool = False
    button: str | None = None
    press: str | None = None
    """The channel's handle for answering the press."""
    moved_to: str | None = None
    member: str | None = None
    """MEMBERSHIP: ``member`` (can be written to), ``left`` (blocked us, or we were removed), ``rights`` (what we may do
    changed).
    THREAD: ``closed``, ``reopened``, ``renamed``, ``created``; ``made``: by us, as the answer to our call says too,
    unless it got lost. DELIVERY: a :class:`Refusal`."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Whatever else: rights by name for MEMBERSHIP, the outgoing row for DELIVERY, the sweep's arguments for TICK;
    ``chain``: an id that may be a thread's, where the channel can't tell; ``thread_ours``: we made the thread;
    ``answers``: whose message ``reply_to`` is (``us``, ``self``, ``other``), where the channel says so;
    ``names``: a member is named in the text (``first``: at its beginning, ``later``); ``codes``: the follow codes that
    were taken out of the text (see ``handlers/core/concealing.py``)."""

    @property
    def address(self) -> Address:
        """Where to answer."""
        return Address(self.channel, self.chat, self.thread)

    @property
    def command(self) -> str | None:
        """The command without slash and bot name, lower case, or None for anything else.

        How other keyboards type one is in ``handlers/rules/marks.py``.
        """
        found = _COMMAND.match(self.text)
        return None if found is None else found[1].lower()

    @property
    def argument(self) -> str:
        """What follows the command, or an empty string."""
        parts = self.text.split(maxsplit=1)
        return parts[1].strip() if len(parts) > 1 else ""


class Style(StrEnum):
    """What a button's colour says, where a channel has colours."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """One button under a message: exactly one of ``data`` (comes back as a press), ``url``, ``copy``."""

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    style: Style = Style.PLAIN


Rows = tuple[tuple[Button, ...], ...]
"""Buttons in rows, as they are laid out."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What typing a number means: the press of a button with ``data``."""

    number: int
    data: str


class Priority(StrEnum):
    """Who goes first when the channel's rate is the bottleneck."""

    INTERACTIVE = "0"
    """Somebody is waiting for it now."""
    REMINDER = "1"
    BULK = "2"
    """Broadcasts and digests."""


class OutKind(StrEnum):
    """What an outgoing row asks the channel to do."""

    SEND = "send"
    EDIT = "edit"
    """Text and buttons of an earlier message of ours."""
    DELETE = "delete"
    REACT = "react"
    PIN = "pin"
    """An earlier message of ours; asked for with the message itself (``pin``), and again if only that failed."""
    THREAD = "thread"
    """Bring the ticket's thread to the name, icon and open/closed state that the thread's row asks for.

    Without a ticket: close the thread of ``to``, which is none's.
    """
    COMMANDS = "commands"
    """The commands menu of one chat or one person in it."""
    LEAVE = "leave"
    READ = "read"
    """Nothing is sent: the table in the attached file comes back as a DELIVERY event, its facts with ``read``
    (``rows`` of text, or ``trouble``). For whoever asks with ``report``."""


class Reaction(StrEnum):
    """The quiet receipt on a person's message."""

    TAKEN = "taken"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Spot:
    """A message of ours or a person's, found by what it is and not by its id, which is not known before it is sent.

    ``ticket`` and ``role`` ("card", "entry", …) with ``side`` ("raiser", "thread", "owner", "manager"), and
    ``history`` where an entry is meant; or a plain message id in ``message``.
    """

    message: str | None = None
    ticket: int | None = None
    role: str | None = None
    side: str | None = None
    history: int | None = None
    sent_at: int | None = None
    """When it was sent, where whoever asks knows it: a channel changes no message that is too old."""


@dataclass(frozen=True, slots=True)
class Link:
    """What a sent message is, so that a reply to it, an edit of it or a press on it finds its ticket again."""

    ticket: int
    side: str
    role: str
    history: int | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing for a channel to do.

    Exactly one of ``to`` (a chat), ``person`` (the private chat of a person by their row) says where;
    ``ticket_thread`` says further: in the thread of that ticket in that group (made first if there is none;
    by replying to the card where the group has no threads).
    """

    kind: OutKind
    to: Address | None = None
    person: int | None = None
    ticket_thread: int | None = None
    text: Text = ""
    buttons: Rows = ()
    choices: tuple[Choice, ...] = ()
    """Buttons that the channel has no room for: they stand in the text, and their number is typed. Put there by
    :func:`handlers.core.presentation.present`."""
    attachments: tuple[Attachment, ...] = ()
    numbers: tuple[int, ...] = ()
    """Which of the files of the whole these are, from 1, and how many those are (``of``); without them: all. What is to
    be said may be several messages."""
    of: int = 0
    reply_to: Spot | None = None
    target: Spot | None = None
    """EDIT, DELETE, REACT, PIN: which message."""
    reaction: Reaction | None = None
    in_place: bool = False
    """EDIT: worth saying only where the message stands; where that can't be changed nothing is said."""
    pin: bool = False
    silent: bool = False
    protect: bool = False
    """No forwarding or saving, where the channel can."""
    head: str = ""
    """Who says it and when: stands above it where it is joined with others."""
    gather: str | None = None
    """Rows of one chat with the same word may be joined into one message when the chat's rate is the bottleneck."""
    link: Link | None = None
    tasks: tuple[int, ...] = ()
    """SEND: the tasks that it shows, by their rows, so that a reply to it finds them again."""
    replace: str | None = None
    """A newer row of the same chat with the same word makes this one needless while it waits."""
    priority: Priority = Priority.INTERACTIVE
    not_before: int | None = None
    report: bool = False
    """Tell the handlers the outcome, delivered included, as a DELIVERY event carrying ``facts``."""
    facts: Mapping[str, Any] = field(default_factory=dict)


class Refusal(StrEnum):
    """Why an outgoing row could not be delivered as it was; ``member`` of a DELIVERY event."""

    DELIVERED = "delivered"
    UNREACHABLE = "unreachable"
    """Blocked, deactivated, never started, or the chat is gone."""
    GROUP_GONE = "group_gone"
    NO_RIGHTS = "no_rights"
    NO_THREADS = "no_threads"
    """The group is not divided, or we may not make threads there."""
    THREAD_REMADE = "thread_remade"
    """The thread was gone; a new one has been made and the row is in it."""
    TARGET_GONE = "target_gone"
    """The message to edit or delete is no more."""
    PARTLY = "partly"
    """Some of its files did not go with it. ``facts``: ``missed`` (``number`` among the files that were sent, ``kind``,
    ``name``, ``refusal``; number 0: the words), ``of`` how many files, ``arrived`` whether anything of this row did."""
    FILE_LOST = "file_lost"
    TOO_BIG = "too_big"
    """The platform takes or gives no message and no file of that size."""
    UNCLEAN_KIND = "unclean_kind"
    """A kind of file, or something in it, of which nobody can say that no name is left in it."""
    DAMAGED = "damaged"
    """The file can't be opened: damaged, locked, or not what it calls itself."""
    TOO_LARGE = "too_large"
    """More comes out of the file, when it is unpacked, than is ever opened."""
    TOO_LONG = "too_long"
    """The file took longer than any file is given."""
    UNOPENED = "unopened"
    """Opening the file was begun three times and never came to an end."""
    ODD_PICTURE = "odd_picture"
    """No picture by the platform's measure; it would take it as a file."""
    BARRED = "barred"
    """A kind of message that the person does not take."""
    TOO_BIG_TO_FETCH = "too_big_to_fetch"
    """The platform lets us send it on and not have it, so it can't be cleaned."""
    BROKEN = "broken"
    """The program itself stumbled over it: it is set aside, where ``shuji check`` shows it."""
    REFUSED = "refused"
    """Anything else that would be refused again the same way; ``text`` has the channel's words."""
