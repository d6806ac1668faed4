"""A chat platform of a few lines at the network's edge: it remembers every call, and answers as a test tells it to."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from bot.channels.base import Health, Keep, Outcome, RawEvent, Result, ThreadWish, UnreadableEvent, Work
from bot.flow.packing import pack_event, unpack_event
from handlers.core.abilities import ALWAYS, Abilities
from handlers.core.message import plain
from handlers.core.vocabulary import (
    Attachment,
    ChatKind,
    EventKind,
    Incoming,
    OutKind,
    Refusal,
    Sender,
)

ABILITIES = Abilities(
    threads=True,
    reactions=True,
    text=4096,
    caption=1024,
    album=10,
    buttons_in_row=8,
    buttons=100,
    button_bytes=64,
    toast=200,
    edit_seconds=ALWAYS,
    delete_seconds=48 * 3600,
)


@dataclass(slots=True)
class Wire:
    """``calls`` in order; ``answers`` holds the next outcomes by chat, everything else is delivered."""

    name: str = "wire"
    abilities: Abilities = ABILITIES
    calls: list[Work] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    answers: dict[str, deque[Outcome]] = field(default_factory=dict)
    thread_answers: deque[Outcome] = field(default_factory=deque)
    made: list[tuple[str, ThreadWish]] = field(default_factory=list)
    shaped: list[tuple[str, ThreadWish, frozenset[str]]] = field(default_factory=list)
    toasts: list[tuple[str, str, bool]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    before: Callable[[Work], Awaitable[None]] | None = None
    judge: Callable[[Work], Outcome | None] | None = None
    """What becomes of a call where nothing else was said; None: it is delivered."""
    in_flight: dict[str, int] = field(default_factory=dict)
    most_in_flight: dict[str, int] = field(default_factory=dict)
    at_once: int = 0
    most_at_once: int = 0
    keep: Keep | None = None
    _called: asyncio.Event = field(default_factory=asyncio.Event)
    _ids: int = 0
    _threads: int = 0

    troubles: tuple[str, ...] = ()

    async def start(self) -> None:
        return

    async def listen(self, keep: Keep) -> None:
        self.keep = keep
        await asyncio.Event().wait()

    async def stop(self) -> None:
        return

    def read(self, raw: str, received_at: int) -> tuple[Incoming, ...]:
        if raw == "unreadable":
            raise UnreadableEvent("unreadable")
        event = unpack_event(raw)
        return () if event.text == "ignored" else (event,)

    async def perform(self, work: Work) -> Outcome:
        key = f"{work.chat}/{work.thread}"
        self.in_flight[key] = self.in_flight.get(key, 0) + 1
        self.most_in_flight[key] = max(self.most_in_flight.get(key, 0), self.in_flight[key])
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            self.calls.append(work)
            self.times.append(asyncio.get_running_loop().time())
            self._called.set()
            if self.before is not None:
                await self.before(work)
            else:
                await asyncio.sleep(0)
            waiting = self.answers.get(work.chat)
            if waiting:
                return waiting.popleft()
            judged = None if self.judge is None else self.judge(work)
            if judged is not None:
                return judged
            self._ids += 1
            sent = (str(self._ids),) if work.kind is OutKind.SEND else ()
            return Outcome(Result.DELIVERED, messages=sent)
        finally:
            self.in_flight[key] -= 1
            self.at_once -= 1

    def pause_ended(self, chat: str) -> None:
        """Nothing is remembered here."""

    async def make_thread(self, chat: str, wish: ThreadWish) -> Outcome:
        self.made.append((chat, wish))
        await asyncio.sleep(0)
        if self.thread_answers:
            return self.thread_answers.popleft()
        self._threads += 1
        return Outcome(Result.DELIVERED, thread=f"t{self._threads}")

    async def shape_thread(self, chat: str, thread: str, wish: ThreadWish, changed: frozenset[str]) -> Outcome:
        self.shaped.append((thread, wish, changed))
        await asyncio.sleep(0)
        return self.thread_answers.popleft() if self.thread_answers else Outcome(Result.DELIVERED)

    async def answer_press(self, press: str, text: str, *, alert: bool) -> None:
        self.toasts.append((press, text, alert))

    async def fetch(self, attachment: Attachment) -> bytes | Refusal:
        return self.files.get(attachment.ref or "", Refusal.FILE_LOST)

    async def inspect(self, groups: Sequence[str], boards: Sequence[str] = ()) -> tuple[Health, ...]:
        return ()

    def link(self, payload: str) -> str:
        return f"wire:{payload}"

    async def called(self, times: int) -> None:
        """Until so many calls have come."""
        while len(self.calls) < times:
            self._called.clear()
            await self._called.wait()

    def texts(self, chat: str) -> list[str]:
        """What was said in a chat, in order."""
        return [plain(work.text) for work in self.calls if work.chat == chat and work.kind is OutKind.SEND]

    def answer(self, chat: str, *outcomes: Outcome) -> None:
        """The next calls to ``chat`` end like this."""
        self.answers.setdefault(chat, deque()).extend(outcomes)


def person_says(
    chat: str, text: str, *, number: str = "1", kind: EventKind = EventKind.MESSAGE, **more: object
) -> RawEvent:
    """A private message as the wire hands it over; ``number`` makes it unique in its chat."""
    event = Incoming(
        kind,
        at=0,
        channel="wire",
        chat=chat,
        chat_kind=ChatKind.PRIVATE,
        sender=Sender("wire", chat, f"user {chat}"),
        message=number,
        text=text,
        **more,  # type: ignore[arg-type]
    )
    return RawEvent(f"{chat}:{number}:{kind.value}", chat, pack_event(event))
