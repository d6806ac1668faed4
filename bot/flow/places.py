"""Where an outgoing message belongs: its lane, with what is known in memory of lanes, moved groups and threads.

A private chat is one lane. A group has one lane for each ticket's thread and one for everything else: threads are read
apart, so that a busy group's threads need not wait for each other, and each stays in order.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.flow.lanes import LaneState
from handlers.core.vocabulary import Address, ChatKind, Incoming, Outgoing, OutKind
from storage import facts, groups, outbox, people, threads
from storage.database import Transaction
from storage.groups import Group
from storage.outbox import Lane
from storage.threads import Thread

_BETWEEN = "\x1f"
_MOST = 50_000
CALLS_SECONDS = 61
"""A platform counts what is said to a group by the minute; the second in which a call was written down is added."""


_IN_EACH_CHAT = frozenset({OutKind.DELETE, OutKind.COMMANDS})


class Misaddressed(ValueError):
    """An outgoing message says neither a chat nor a person, or both."""


def chat_of(lane: Lane) -> str:
    """The chat that a lane leads to, by the name that it had when the lane was made."""
    return lane.chat.partition(_BETWEEN)[0]


@dataclass(slots=True)
class Found:
    """What one transaction has learnt; it counts once that is committed."""

    lanes: dict[tuple[str, str], Lane] = field(default_factory=dict)
    tickets: dict[tuple[str, str, str], int] = field(default_factory=dict)
    moves: dict[str, dict[str, str]] = field(default_factory=dict)
    calls: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    """By channel and group, when it was spoken to within the last minute."""

    def update(self, more: Found) -> None:
        """Know what ``more`` knows as well."""
        self.lanes.update(more.lanes)
        self.tickets.update(more.tickets)
        self.moves.update(more.moves)
        self.calls.update(more.calls)


class Places:
    """Lanes by place. Chats of groups and lanes never change their row, so what is known stays true."""

    def __init__(self) -> None:
        self._known = Found()
        self.by_id: dict[int, Lane] = {}
        self.held: set[tuple[str, str]] = set()
        """Private chats that can't be reached now."""
        self._threads: dict[tuple[str, str, int], tuple[Group, Thread]] = {}

    async def load(self, tx: Transaction, channels: list[str]) -> None:
        """Learn at start which groups have moved and who can't be reached."""
        for channel in channels:
            known = await facts.get(tx, f"moved:{channel}")
            self._known.moves[channel] = json.loads(known) if known else {}
        await self.look_who_is_held(tx)

    async def look_who_is_held(self, tx: Transaction) -> None:
        """Learn who can't be reached now."""
        self.held = {(lane.channel, chat_of(lane)) for lane in await outbox.held_lanes(tx)}

    def now_at(self, channel: str, chat: str) -> str:
        """Where a chat is by now: groups move when they are upgraded."""
        moves = self._known.moves.get(channel, {})
        seen = set()
        while chat in moves and chat not in seen:
            seen.add(chat)
            chat = moves[chat]
        return chat

    def _once_at(self, channel: str, chat: str) -> str:
        # Lanes keep the chat's first name, so that what waited before the move stays ahead of what came after it.
        back = {new: old for old, new in self._known.moves.get(channel, {}).items()}
        seen = set()
        while chat in back and chat not in seen:
            seen.add(chat)
            chat = back[chat]
        return chat

    async def moved(self, tx: Transaction, channel: str, old: str, new: str, found: Found) -> None:
        """A group goes on under another id: remember it, in the group's row too."""
        if old == new:
            return
        moves = {**self._known.moves.get(channel, {}), **found.moves.get(channel, {}), old: new}
        found.moves[channel] = moves
        await facts.put(tx, f"moved:{channel}", json.dumps(moves))
        group = await groups.by_chat(tx, channel, old)
        if group is not None and await groups.by_chat(tx, channel, new) is None:
            await groups.move(tx, group, new)

    async def note_calls(self, tx: Transaction, channel: str, made: Mapping[str, int], now: int, found: Found) -> None:
        """So many calls to each group have come back: one fact for all of them, so that whoever runs next counts them.

        Only groups: what is said to one person is kept nowhere (see ``docs/decisions/delivery.md``).
        """
        known = {**self._known.calls.get(channel, {}), **found.calls.get(channel, {})}
        for chat, count in made.items():
            # The second in which it is written down is not over yet.
            known[chat] = [*known.get(chat, ()), *([now + 1] * count)]
        recent = {chat: [at for at in times if at > now - CALLS_SECONDS] for chat, times in known.items()}
        found.calls[channel] = {chat: times for chat, times in recent.items() if times}
        await facts.put(tx, f"calls:{channel}", json.dumps(found.calls[channel], separators=(",", ":")))

    async def recall_calls(
        self, tx: Transaction, channel: str, unknown: Mapping[str, int], now: int, found: Found
    ) -> None:
        """Learn at start which groups were spoken to within the last minute, and maybe (``unknown``) were besides."""
        written = await facts.get(tx, f"calls:{channel}")
        found.calls[channel] = json.loads(written) if written else {}
        await self.note_calls(tx, channel, unknown, now, found)

    def calls_of(self, channel: str) -> Mapping[str, Sequence[int]]:
        """When groups were spoken to of late, by group; UTC epoch seconds."""
        return self._known.calls.get(channel, {})

    def adopt(self, found: Found) -> None:
        """The transaction that found these is committed."""
        if len(self._known.lanes) > _MOST:
            self._known = Found(moves=self._known.moves, calls=self._known.calls)
            self.by_id.clear()
        self._known.update(found)
        self.by_id.update((lane.id, lane) for lane in found.lanes.values())

    def state(self, lane: Lane) -> LaneState:
        """A lane as the list of ready lanes sees it."""
        chat, _, inner = lane.chat.partition(_BETWEEN)
        word, _, number = inner.partition(" ")
        ticket = int(number) if word == "ticket" else None
        return LaneState(lane.id, lane.channel, self.now_at(lane.channel, chat), lane.kind == "group", ticket)

    async def thread_of(
        self, tx: Transaction, channel: str, chat: str, ticket: int, *, fresh: bool
    ) -> tuple[Group | None, Thread | None]:
        """The group of a chat and a ticket's thread in it; ``fresh`` reads the rows, else what is known is enough.

        Only threads that exist are remembered, until something happens to them (see :meth:`forget_threads`).
        """
        known = None if fresh else self._threads.get((channel, chat, ticket))
        if known is not None:
            return known
        group = await groups.by_chat(tx, channel, chat)
        thread = await threads.get(tx, ticket, group.id) if group else None
        if group is not None and thread is not None and thread.external is not None and group.threads != 0:
            if len(self._threads) > _MOST:
                self._threads.clear()
            self._threads[channel, chat, ticket] = group, thread
        return group, thread

    def forget_threads(self, channel: str, chat: str, ticket: int | None = None) -> None:
        """Something happened to this ticket's thread, or to the whole group: read its row next time."""
        if ticket is not None:
            self._threads.pop((channel, chat, ticket), None)
        else:
            self._threads = {key: known for key, known in self._threads.items() if key[:2] != (channel, chat)}

    async def lanes_of(self, tx: Transaction, message: Outgoing, event: Incoming, found: Found) -> tuple[Lane, ...]:
        """The lanes that ``message`` waits in; ``event`` is what it answers.

        What is said waits in one. What is taken away from a person, or is about how their chats look, in one for each
        of their accounts: it may stand in any of them.

        Raises:
            Misaddressed: it does not say where to.
        """
        if (message.to is None) == (message.person is None):
            raise Misaddressed("an outgoing message needs exactly one of a chat and a person")
        if message.to is not None:
            group = await self._is_group(tx, message, event)
            inner = message.ticket_thread if group else None
            return (await self._lane(tx, message.to, found, group=group, ticket=inner),)
        assert message.person is not None
        person = await people.get(tx, message.person)
        if message.kind in _IN_EACH_CHAT:
            every = [each for each in await people.accounts(tx, person.id) if each.started or each.in_use]
            return tuple([await self.lane_to(tx, Address(each.channel, each.chat), found) for each in every])
        here = (person.channel, person.chat)
        if here in self.held and here != (event.channel, event.chat):
            person = await people.lose(tx, person.id, *here)
        return (await self.lane_to(tx, Address(person.channel, person.chat), found),)

    async def lane_to(self, tx: Transaction, address: Address, found: Found) -> Lane:
        """The lane of a private chat."""
        return await self._lane(tx, address, found, group=False, ticket=None)

    async def _lane(self, tx: Transaction, address: Address, found: Found, *, group: bool, ticket: int | None) -> Lane:
        place = self._once_at(address.channel, address.chat)
        if group:
            if ticket is None and address.thread is not None:
                ticket = await self._ticket_in(tx, address, found)
            if ticket is not None:
                place += f"{_BETWEEN}ticket {ticket}"
            elif address.thread is not None:
                place += f"{_BETWEEN}thread {address.thread}"
        key = (address.channel, place)
        lane = found.lanes.get(key) or self._known.lanes.get(key)
        if lane is None:
            lane = await outbox.lane(tx, address.channel, place, "group" if group else "private")
            found.lanes[key] = lane
        return lane

    async def _is_group(self, tx: Transaction, message: Outgoing, event: Incoming) -> bool:
        assert message.to is not None
        if message.ticket_thread is not None:
            return True
        if (message.to.channel, message.to.chat) == (event.channel, event.chat):
            return event.chat_kind in (ChatKind.GROUP, ChatKind.BROADCAST)
        return await groups.by_chat(tx, message.to.channel, message.to.chat) is not None

    async def _ticket_in(self, tx: Transaction, address: Address, found: Found) -> int | None:
        assert address.thread is not None
        key = (address.channel, address.chat, address.thread)
        ticket = found.tickets.get(key) or self._known.tickets.get(key)
        if ticket is None:
            group = await groups.by_chat(tx, address.channel, address.chat)
            thread = await threads.by_external(tx, group.id, address.thread) if group else None
            if thread is not None:
                ticket = found.tickets[key] = thread.ticket_id
        return ticket
