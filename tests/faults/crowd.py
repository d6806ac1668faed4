"""People who use the mailbox as people do, each in their own chat, while whatever happens to it happens.

Every word that they say carries a mark of its own (``〔…〕``), so that it can be looked for afterwards: in the database
once, in the chat where it belongs at least once.
"""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sandbox import World
from sandbox.records import Chat, Message, Topic, User
from sandbox.talk import buttons
from tests.acceptance.kit import NUMBER

T = TypeVar("T")
FIRST_RAISER = 100_001
FIRST_SECRETARY = 9001
AT_ONCE = 0.3
"""The share of words that people send right after others, without waiting for anything."""


def mark(kind: str, person: int, count: int) -> str:
    """What makes one message findable."""
    return f"〔{kind}{person:04}.{count:02}〕"


class Budget:
    """How much may happen: each action takes one."""

    def __init__(self) -> None:
        self._left = asyncio.Semaphore(0)
        self._open = False
        self.spent = 0

    async def take(self) -> None:
        """Wait until one more thing may happen."""
        if not self._open:
            await self._left.acquire()
        self.spent += 1

    def allow(self, actions: int) -> None:
        """So many more."""
        for _ in range(actions):
            self._left.release()

    def open(self) -> None:
        """Everything."""
        self._open = True
        self.allow(10_000)


@dataclass(slots=True)
class Said:
    """What one raiser and the secretary of their ticket have said, by marks, in order.

    ``place``: the group and the topic of the ticket; topics of several groups have the same numbers.
    """

    concern: list[str] = field(default_factory=list)
    supplements: list[str] = field(default_factory=list)
    replies: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    rated: bool = False
    number: str = ""
    place: tuple[int, int | None] = (0, None)


class Crowd:
    """Raisers with a ticket each, and secretaries in every group. ``world`` tells of all that is shown to them."""

    def __init__(self, world: World, groups: int, raisers: int, *, supplements: int, replies: int, seed: int) -> None:
        self.world = world
        self.budget = Budget()
        self.said: dict[int, Said] = {}
        self.supplements, self.replies = supplements, replies
        self._dice = random.Random(seed)
        self._seen: defaultdict[int, asyncio.Event] = defaultdict(asyncio.Event)
        self._tasks: list[asyncio.Task[Any]] = []
        self.secretaries = [world.add_user(FIRST_SECRETARY + n, f"专员{n}") for n in range(4)]
        self._hands = {each.id: asyncio.Lock() for each in self.secretaries}
        for each in self.secretaries:
            each.started = each.met = True
        self.groups = [world.add_group(f"信箱{n}", [each.id for each in self.secretaries]) for n in range(groups)]
        for group in self.groups:
            world.let_bot_in(group)
        self.raisers = [world.add_user(FIRST_RAISER + n, f"员工{n}") for n in range(raisers)]
        world.watchers.append(self._shown)

    @property
    def staff(self) -> list[tuple[int, str]]:
        """The secretaries' ids and names."""
        return [(each.id, each.first_name) for each in self.secretaries]

    @property
    def actions(self) -> int:
        """How much all of them do, if nothing goes wrong."""
        return len(self.raisers) * (3 + self.supplements + 1 + self.replies + 3 + 3)

    def begin(self, *, tended: bool = True, over: float = 0.0) -> None:
        """Let everyone start, one after another within ``over`` seconds; not ``tended``: no secretary is at work."""
        for number, raiser in enumerate(self.raisers):
            said = self.said[raiser.id] = Said()
            secretary = self.secretaries[number % len(self.secretaries)]
            lives: list[Coroutine[Any, Any, Any]] = [
                self._raise(number, raiser, said, over * number / len(self.raisers))
            ]
            if tended:
                lives += [self._tend(number, secretary, said), self._rate(raiser, said)]
            else:
                lives += [self._topic_of(said)]
            self._tasks += [asyncio.create_task(each, name=f"raiser {number}") for each in lives]
        self._minding = [asyncio.create_task(self._mind(raiser)) for raiser in self.raisers]

    async def finished(self, seconds: float) -> list[str]:
        """Until all have done everything; who did not within ``seconds`` is told of, with where they were."""
        done, late = await asyncio.wait(self._tasks, timeout=seconds)
        stuck = [f"{each.get_name()} {each.get_coro().__name__}" for each in late]  # type: ignore[union-attr]
        for each in (*late, *self._minding):
            each.cancel()
        await asyncio.gather(*late, *self._minding, return_exceptions=True)
        for each in done:
            each.result()
        return stuck

    @property
    def busy(self) -> bool:
        """Whether anyone still has something to do."""
        return not all(each.done() for each in self._tasks)

    # What they see.

    def _shown(self, what: str, about: Any) -> None:
        if what in ("message", "edited"):
            self._seen.pop(about.chat.id, asyncio.Event()).set()

    async def _until(self, chat: Chat, found: Callable[[], T | None]) -> T:
        while (result := found()) is None:
            await self._seen[chat.id].wait()
        return result

    def _with_button(self, chat: Chat, label: str, words: str = "", thread: int | None = None) -> Message | None:
        """The newest message of the bot there that has this button, and these words."""
        for each in reversed(chat.messages.values()):
            here = each.sender.is_bot and each.thread == thread and words in each.text
            if here and any(label in button["text"] for button in buttons(each)):
                return each
        return None

    async def _press(self, user: User, chat: Chat, label: str, words: str = "", thread: int | None = None) -> None:
        message = await self._until(chat, lambda: self._with_button(chat, label, words, thread))
        await self.budget.take()
        # It may have changed while they were making up their mind.
        message = await self._until(chat, lambda: self._with_button(chat, label, words, thread))
        data = next(each["callback_data"] for each in buttons(message) if label in each["text"])
        self.world.press(user, chat, message.id, data)

    async def _pause(self) -> None:
        if self._dice.random() > AT_ONCE:
            await asyncio.sleep(self._dice.random() * 0.2)

    # What they do.

    async def _raise(self, number: int, raiser: User, said: Said, begins: float) -> None:
        chat = self.world.chats[raiser.id]
        await asyncio.sleep(begins)
        if len(self.groups) > 1:
            # By the poster in their unit, as most do.
            self.world.start(raiser, f"u-U{number % len(self.groups)}")
        for count in range(2):
            await self.budget.take()
            said.concern.append(mark("c", number, count))
            self.world.say(raiser, chat, f"食堂排队太久，等了四十分钟{said.concern[-1]}。")
            await self._pause()
        await self._until(chat, lambda: self._with_button(chat, "提交", said.concern[-1]))
        await self._press(raiser, chat, "提交")
        receipt = await self._until(chat, lambda: self._receipt(chat))
        said.number = NUMBER.findall(receipt.text)[0]
        for count in range(self.supplements):
            await self.budget.take()
            said.supplements.append(mark("s", number, count))
            self.world.say(raiser, chat, f"今天又等了很久{said.supplements[-1]}。", reply_to=receipt.id)
            await self._pause()

    @staticmethod
    def _receipt(chat: Chat) -> Message | None:
        return next((m for m in chat.messages.values() if m.sender.is_bot and NUMBER.search(m.text)), None)

    async def _mind(self, raiser: User) -> None:
        """Who answered a message that the mailbox did not know it had sent is asked what they mean, and says so."""
        chat, minded = self.world.chats[raiser.id], set[int]()

        def asked() -> Message | None:
            found = self._with_button(chat, "补充 ")
            return None if found is None or found.id in minded else found

        while True:
            message = await self._until(chat, asked)
            minded.add(message.id)
            data = next(each["callback_data"] for each in buttons(message) if "补充 " in each["text"])
            self.world.press(raiser, chat, message.id, data)

    def _topic(self, said: Said) -> tuple[Chat, Topic] | None:
        """The topic of a ticket, once its card is there."""
        for group in self.groups if said.number else ():
            for topic in group.topics.values():
                if said.number in topic.name and self._with_button(group, "受理", thread=topic.id):
                    return group, topic
        return None

    async def _topic_of(self, said: Said) -> tuple[Chat, Topic]:
        found = None
        while found is None:
            await asyncio.sleep(0.05)
            found = self._topic(said)
        said.place = (found[0].id, found[1].id)
        return found

    async def _tend(self, number: int, secretary: User, said: Said) -> None:
        group, topic = await self._topic_of(said)
        await self._press(secretary, group, "受理", thread=topic.id)
        for count in range(self.replies):
            await self.budget.take()
            said.replies.append(mark("r", number, count))
            self.world.say(secretary, group, f"正在和食堂商量{said.replies[-1]}。", thread=topic.id)
            await self._pause()
        async with self._hands[secretary.id]:
            await self._press(secretary, group, "答复", thread=topic.id)
            await self._until(group, lambda: self._with_button(group, "取消", thread=topic.id))
            await self.budget.take()
            said.answers.append(mark("a", number, 0))
            self.world.say(secretary, group, f"明天起多开一个窗口{said.answers[-1]}。", thread=topic.id)
            await self._press(secretary, group, "支持", said.answers[-1], thread=topic.id)
            await self._until(self.world.chats[self.raisers[number].id], lambda: self._told(number, said.answers[-1]))

    def _told(self, number: int, words: str) -> bool | None:
        chat = self.world.chats[self.raisers[number].id]
        return any(words in each.text for each in chat.messages.values()) or None

    async def _rate(self, raiser: User, said: Said) -> None:
        chat = self.world.chats[raiser.id]
        for label in ("联系过", "解决了", "满意"):
            await self._press(raiser, chat, label, "请评价")
        await self._until(chat, lambda: any("已办结" in m.text for m in chat.messages.values()) or None)
        said.rated = True
