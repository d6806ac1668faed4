"""The stage on which a story is played: the sandbox's people, the mailbox that answers them, and the clock.

Everything goes in by the front door: what people write and press. Nothing else is touched, and each deed waits until
the mailbox has come to rest, as a person waits for the answer before they go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import structlog

from sandbox import Sandbox, Upload
from sandbox.records import Chat, Message
from sandbox.sample.mailbox import Mailbox
from sandbox.talk import buttons

NUMBER = re.compile(r"[A-Z][A-Z0-9]{0,7}-\d{4}-\d{4,}")
CODE = re.compile(r"\b([0-9A-Z]{4})[ -]([0-9A-Z]{4})[ -]([0-9A-Z]{4})\b")
_REST_SECONDS = 60.0
ALBUM_SECONDS = 3
"""What has come as an album waits a moment for further parts."""

log = structlog.get_logger("sample")


class Stumble(Exception):
    """A step could not be played: something that a person would look for is not on their screen."""


@dataclass(slots=True)
class Stage:
    """``stumbles`` are the steps that could not be played, in words; there should be none."""

    mailbox: Mailbox
    sandbox: Sandbox
    stumbles: list[str] = field(default_factory=list)

    @property
    def now(self) -> int:
        """What time it is on the stage."""
        return self.sandbox.clock.now()

    def passes_to(self, instant: int) -> None:
        """Let the time pass until then; it never goes back."""
        if instant > self.now:
            self.sandbox.clock.set(instant)
            self.mailbox.look_again()

    async def settled(self) -> None:
        """Until the mailbox has heard everything, done what there is to do, and told it."""
        feed = self.sandbox.feed
        while True:
            if feed.pending:
                await feed.drained()
            await self.mailbox.settled(_REST_SECONDS)
            if not feed.pending:
                return

    async def tick(self, *sweeps: str) -> None:
        """The clock looks, as it does every few minutes of a real day."""
        for sweep in sweeps:
            await self.mailbox.tick(sweep)
        await self.settled()

    # What people do.

    async def says(
        self, user: int, chat: int, text: str, *, thread: int | None = None, reply_to: int | None = None
    ) -> Message:
        """Somebody writes."""
        sent = self.sandbox.world.say(user, chat, text, thread=thread, reply_to=reply_to)
        await self.settled()
        return sent

    async def sends(self, user: int, chat: int, files: list[Upload], *, kind: str = "photo", caption: str = "") -> None:
        """Somebody sends files; several are an album, whose parts the mailbox waits for a moment."""
        self.sandbox.world.send(user, chat, *files, kind=kind, caption=caption)
        await self.settled()
        if len(files) > 1:
            self.passes_to(self.now + ALBUM_SECONDS)
            await self.settled()

    async def presses(self, user: int, chat: int, data: str, *, thread: int | None = None) -> str:
        """Somebody presses the newest button that begins with ``data``; gives what it was answered with.

        Raises:
            Stumble: there is no such button in sight.
        """
        for message in self.seen(chat, thread):
            for each in buttons(message):
                known = str(each.get("callback_data", ""))
                if known == data or known.startswith(f"{data}:"):
                    return await self._press(user, chat, message, known)
        raise Stumble(f"no button {data}")

    async def presses_label(self, user: int, chat: int, label: str, *, thread: int | None = None) -> str:
        """Somebody presses the newest button whose words hold ``label``.

        Raises:
            Stumble: there is none.
        """
        for message in self.seen(chat, thread):
            for each in buttons(message):
                if label in each["text"] and "callback_data" in each:
                    return await self._press(user, chat, message, each["callback_data"])
        raise Stumble(f"no button “{label}”")

    async def _press(self, user: int, chat: int, message: Message, data: str) -> str:
        query = self.sandbox.world.press(user, chat, message.id, data)
        await self.settled()
        return query.toast.text if query.toast is not None else ""

    # What people see.

    def seen(self, chat: int, thread: int | None = None) -> Iterator[Message]:
        """The messages of a chat (of one topic in it), the newest first."""
        for message in reversed(self.chat(chat).messages.values()):
            if thread is None or message.thread == thread:
                yield message

    def chat(self, chat: int) -> Chat:
        """A chat of the sandbox."""
        return self.sandbox.world.chat(chat)

    def newest(self, chat: int, thread: int | None = None) -> Message:
        """The bot's last message there.

        Raises:
            Stumble: it has not said anything yet.
        """
        for message in self.seen(chat, thread):
            if message.sender.is_bot and not message.service:
                return message
        raise Stumble("the mailbox has said nothing here")

    def offered(self, message: Message) -> list[str]:
        """What the buttons under a message carry."""
        return [str(each["callback_data"]) for each in buttons(message) if "callback_data" in each]

    def topic(self, chat: int, number: str) -> int:
        """The topic of a ticket in a group.

        Raises:
            Stumble: there is none.
        """
        for topic in reversed(self.chat(chat).topics.values()):
            if topic.name.startswith(number) and not topic.deleted:
                return topic.id
        raise Stumble(f"no topic of {number}")

    def topic_about(self, chat: int, matter: str) -> int:
        """The newest topic in which these words stand.

        Raises:
            Stumble: there is none.
        """
        for topic in reversed(self.chat(chat).topics.values()):
            if not topic.deleted and any(matter in message.text for message in self.seen(chat, topic.id)):
                return topic.id
        raise Stumble(f"no topic about {matter}")


def ticket_of(offered: list[str]) -> int:
    """The ticket that buttons are about: the number that they carry.

    Raises:
        Stumble: none does.
    """
    for each in offered:
        words = each.split(":")[1:]
        if words and words[0].isdigit():
            return int(words[0])
    raise Stumble("no button carries a ticket")


def code_in(text: str) -> str:
    """The follow code that a message tells, or an empty string."""
    found = CODE.search(text)
    return "".join(found.groups()) if found else ""
