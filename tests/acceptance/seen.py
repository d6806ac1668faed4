"""What people see: messages as they are now, private chats, topics and groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox import World
from sandbox.files import Stored
from sandbox.records import Chat, Json, Message, Topic
from sandbox.talk import buttons

if TYPE_CHECKING:
    from tests.acceptance.kit import Box


class Toast(str):
    """What a press was answered with, at the top of the screen; ``alert``: in a box that has to be closed."""

    alert: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return str(self)


@dataclass(frozen=True)
class Shown:
    """A message as a person sees it now."""

    message: Message
    world: World

    @property
    def id(self) -> int:
        return self.message.id

    @property
    def text(self) -> str:
        return self.message.text

    @property
    def rows(self) -> list[list[str]]:
        """The buttons' words, row by row."""
        return [[each["text"] for each in row] for row in (self.message.markup or {}).get("inline_keyboard", ())]

    @property
    def buttons(self) -> list[str]:
        """The buttons' words."""
        return [each["text"] for each in buttons(self.message)]

    def has(self, label: str) -> bool:
        """Whether there is a button with exactly these words."""
        return label in self.buttons

    def has_word(self, label: str) -> bool:
        """Whether there is a button with this among its words: “一分厂 孙磊” for “孙磊”."""
        return any(label in each.split() for each in self.buttons)

    def button(self, label: str) -> Json:
        """The button with these words, or with this among its words, as the Bot API has it."""
        found = [each for each in buttons(self.message) if each["text"] == label] or [
            each for each in buttons(self.message) if label in each["text"].split()
        ]
        assert found, f"no button {label!r} among {self.buttons}"
        return found[0]

    @property
    def files(self) -> list[Stored]:
        """What is attached, with ``name``, ``content``, ``kind``; an album's other parts are messages of their own."""
        return list(files_of(self.world, self.message.content))

    @property
    def reply_to(self) -> int | None:
        """The message that this one answers."""
        return self.message.reply_to

    @property
    def edited(self) -> bool:
        return self.message.edited is not None

    @property
    def reactions(self) -> list[str]:
        """Everyone's reactions; the bot has one at most."""
        return list(self.message.reactions.values())

    @property
    def by_bot(self) -> bool:
        return self.message.sender.is_bot

    @property
    def gone(self) -> bool:
        """Whether it was taken away."""
        return self.id not in self.message.chat.messages


def files_of(world: World, content: Json) -> Iterable[Stored]:
    """The files in a message's fields."""
    for kind in ("photo", "animation", "document", "video", "voice", "audio", "video_note", "sticker"):
        found = content.get(kind)
        if found:
            yield world.files.get((found[-1] if isinstance(found, list) else found)["file_id"])
            return


class Place:
    """A private chat, a topic or a group's general part: what is said there, in order."""

    def __init__(self, box: Box, chat: Chat) -> None:
        self.box = box
        self._chat = chat

    @property
    def chat(self) -> Chat:
        """The chat itself; a group that was upgraded goes on under another id."""
        while self._chat.migrated_to is not None:
            self._chat = self.box.world.chats[self._chat.migrated_to]
        return self._chat

    thread: int | None = None

    def _here(self, message: Message) -> bool:
        return not message.in_topic

    @property
    def said(self) -> list[Shown]:
        """Everything that anyone said, in order."""
        return [
            Shown(each, self.box.world) for each in self.chat.messages.values() if not each.service and self._here(each)
        ]

    @property
    def shown(self) -> list[Shown]:
        """What the bot said, in order."""
        return [each for each in self.said if each.by_bot]

    @property
    def texts(self) -> list[str]:
        """The bot's words, in order."""
        return [each.text for each in self.shown]

    @property
    def last(self) -> Shown:
        """The bot's newest message."""
        return self.shown[-1]

    def find(self, words: str) -> Shown:
        """The bot's newest message with these words."""
        for each in reversed(self.shown):
            if words in each.text:
                return each
        raise AssertionError(f"nothing says {words!r}; said was: {self.texts[-6:]}")

    def mentions(self, words: str) -> bool:
        """Whether any message of the bot has these words."""
        return any(words in each for each in self.texts)

    def with_button(self, label: str) -> Shown:
        """The newest message with this button; if there is none, with one that has ``label`` among its words."""
        for named in (Shown.has, Shown.has_word):
            for each in reversed(self.said):
                if named(each, label):
                    return each
        offered = [each.buttons for each in self.shown if each.buttons][-4:]
        raise AssertionError(f"no button {label!r}; the last were {offered}, the last words {self.texts[-3:]}")

    def has_button(self, label: str) -> bool:
        """Whether any message has this button now."""
        return any(label in each.buttons for each in self.said)


class Thread(Place):
    """One topic of a group: a ticket, as the secretaries see it."""

    def __init__(self, box: Box, chat: Chat, topic: Topic) -> None:
        super().__init__(box, chat)
        self.topic = topic
        self.thread = topic.id

    def _here(self, message: Message) -> bool:
        return message.in_topic and message.thread == self.topic.id

    @property
    def name(self) -> str:
        return self.topic.name

    @property
    def icon(self) -> str:
        """The id of its picture."""
        return self.topic.icon

    @property
    def closed(self) -> bool:
        return self.topic.closed

    @property
    def card(self) -> Shown:
        """The pinned message."""
        pinned = self.chat.pinned.get(self.topic.id)
        assert pinned, f"nothing is pinned in {self.name}"
        return Shown(self.chat.messages[pinned[0]], self.box.world)


class Group(Place):
    """A secretaries' group; as a place its general part."""

    @property
    def topics(self) -> list[Thread]:
        """Every topic that is there, in the order in which they were made."""
        return [Thread(self.box, self.chat, each) for each in self.chat.topics.values() if not each.deleted]

    def topic(self, number: str) -> Thread:
        """The newest topic of a ticket's number."""
        for each in reversed(self.topics):
            if number in each.name:
                return each
        raise AssertionError(f"no topic of {number} in {self.chat.title}; there are {[t.name for t in self.topics]}")

    def has_topic(self, number: str) -> bool:
        """Whether the ticket has a topic here."""
        return any(number in each.name for each in self.topics)
