"""From a waiting row to the one call that comes next for it, with the platform's ids as they are at this moment.

A ticket's thread is made before what depends on it; a row whose thread is missing therefore asks for the thread first
and comes round again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.channels.base import ThreadWish, Work
from bot.flow.files import is_opened
from bot.flow.lanes import LaneState
from bot.flow.parts import FRESH, WHOLE, Progress, Share, next_share
from bot.flow.places import Places
from handlers.core.abilities import Abilities
from handlers.core.message import Text, join, plain
from handlers.core.vocabulary import Outgoing, OutKind, Refusal, Spot
from storage import identities, messages, tickets
from storage.database import Transaction
from storage.groups import Group
from storage.messages import RAISER, Copy
from storage.outbox import Waiting
from storage.threads import Thread


@dataclass(frozen=True, slots=True)
class Row:
    """One waiting row with what it says."""

    waiting: Waiting
    message: Outgoing
    progress: Progress = FRESH


@dataclass(frozen=True, slots=True)
class Perform:
    """Carry out the row; its files are made on the way. ``share``: what of its words and files this call is about."""

    work: Work
    message: Outgoing
    thread: Thread | None = None
    share: Share = WHOLE


@dataclass(frozen=True, slots=True)
class MakeThread:
    """Make the ticket's thread; the row waits for it."""

    thread: Thread
    group: Group
    wish: ThreadWish


@dataclass(frozen=True, slots=True)
class ShapeThread:
    """Bring the thread to what is wished. ``completes``: that is all the row wanted."""

    thread: Thread
    group: Group
    wish: ThreadWish
    changed: frozenset[str]
    completes: bool


@dataclass(frozen=True, slots=True)
class ShutThread:
    """Close a thread that is no ticket's."""

    thread: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """No call is needed: done already, or impossible for the reason of ``refusal``."""

    refusal: Refusal | None = None
    text: str = ""


Step = Perform | MakeThread | ShapeThread | ShutThread | Nothing

_UNCOUNTED = frozenset({OutKind.DELETE, OutKind.READ})


def counts(step: Step) -> bool:
    """Whether it is among the calls that a platform allows so many of.

    Telegram's limits are on what is sent and changed; for what is taken away they are "high enough to cover all
    reasonable usages" (telegram-bot-api, issue 572).
    """
    return not (isinstance(step, Nothing) or (isinstance(step, Perform) and step.work.kind in _UNCOUNTED))


def weight(step: Step) -> int:
    """As how many it counts: each part of an album is a message of its own."""
    return max(1, len(step.share.files)) if isinstance(step, Perform) else 1


def apportion(step: Step, row: Row) -> Step:
    """The part of the row that is next, where it consists of several."""
    if not isinstance(step, Perform) or step.work.kind is not OutKind.SEND or not step.message.attachments:
        return step
    share = next_share(step.message, row.progress)
    if share is None:
        return Nothing()
    first = not row.progress.begun
    # What stands before the words in a group without threads goes with the first file where there are none.
    words = share.words or (first and not step.message.text)
    work = replace(
        step.work,
        text=step.work.text if words else "",
        buttons=step.work.buttons if first else (),
        pin=step.work.pin and first,
    )
    return replace(step, work=work, share=share)


def opened_by(step: Perform) -> tuple[int, ...]:
    """The files of the message that are opened for this part of it, from 0."""
    return tuple(part for part in step.share.files if is_opened(step.message.attachments[part]))


def opens(step: Step) -> bool:
    """Whether a file that somebody sent is opened for it."""
    if not isinstance(step, Perform):
        return False
    return step.work.kind is OutKind.READ or bool(opened_by(step))


def wish_of(thread: Thread) -> ThreadWish:
    """What a thread should look like."""
    return ThreadWish(thread.title, thread.icon, thread.open)


def differences(thread: Thread) -> frozenset[str]:
    """The fields of the wish that the thread does not have yet."""
    actual_open = None if thread.actual_open is None else bool(thread.actual_open)
    pairs = {
        "name": (thread.title, thread.actual_title),
        "icon": (thread.icon, thread.actual_icon),
        "open": (thread.open, actual_open),
    }
    return frozenset(name for name, (wished, actual) in pairs.items() if wished != actual)


async def resolve(tx: Transaction, message: Outgoing, state: LaneState, abilities: Abilities, places: Places) -> Step:
    """The next call for ``message``, which is the head of the lane ``state``."""
    if message.kind in (OutKind.EDIT, OutKind.DELETE, OutKind.REACT, OutKind.PIN):
        return await _on_target(tx, message, state, places)
    if message.kind is OutKind.COMMANDS:
        return Perform(_work(message, state, None), message)
    if state.group and state.ticket is not None:
        return await _in_ticket(tx, message, state, abilities, places)
    thread = message.to.thread if message.to and not state.threadless else None
    if message.kind is OutKind.THREAD:
        return ShutThread(thread) if thread is not None and abilities.threads else Nothing()
    reply_to = await _find(tx, message.reply_to, state, places)
    return Perform(_work(message, state, thread, reply_to=reply_to), message)


async def _on_target(tx: Transaction, message: Outgoing, state: LaneState, places: Places) -> Step:
    target = await _find(tx, message.target, state, places)
    if target is None:
        return Nothing(Refusal.TARGET_GONE)
    return Perform(_work(message, state, None, target=target), message)


async def _in_ticket(
    tx: Transaction, message: Outgoing, state: LaneState, abilities: Abilities, places: Places
) -> Step:
    assert state.ticket is not None
    fresh = message.kind is OutKind.THREAD or state.reopen
    group, thread = await places.thread_of(tx, state.channel, state.chat, state.ticket, fresh=fresh)
    divided = abilities.threads and group is not None and group.threads != 0 and not state.threadless
    if message.kind is OutKind.THREAD:
        return _thread_itself(thread, group) if divided and thread and group else Nothing()
    reply_to = await _find(tx, message.reply_to, state, places)
    if not divided:
        return await _beside_the_card(tx, message, state, reply_to, places)
    if thread is None or group is None:
        return Perform(_work(message, state, message.to.thread if message.to else None, reply_to=reply_to), message)
    if thread.external is None:
        return MakeThread(thread, group, wish_of(thread))
    if state.reopen:
        wish = ThreadWish(thread.actual_title or thread.title, thread.actual_icon or thread.icon, True)
        return ShapeThread(thread, group, wish, frozenset({"open"}), completes=False)
    return Perform(_work(message, state, thread.external, reply_to=reply_to), message, thread)


def _thread_itself(thread: Thread, group: Group) -> Step:
    if thread.external is None:
        return MakeThread(thread, group, wish_of(thread))
    changed = differences(thread)
    return ShapeThread(thread, group, wish_of(thread), changed, completes=True) if changed else Nothing()


async def _beside_the_card(
    tx: Transaction, message: Outgoing, state: LaneState, reply_to: str | None, places: Places
) -> Step:
    """Without threads, what belongs to a ticket replies to its card and begins with its number."""
    assert state.ticket is not None
    number = (await tickets.get(tx, state.ticket)).number
    text = message.text
    if number not in plain(text):
        text = join(" ", (number, text)) if text else number
    if reply_to is None:
        reply_to = await _find(tx, Spot(ticket=state.ticket, side="thread", role="card"), state, places)
    return Perform(_work(message, state, None, reply_to=reply_to, text=text), message)


def _work(
    message: Outgoing,
    state: LaneState,
    thread: str | None,
    *,
    reply_to: str | None = None,
    target: str | None = None,
    text: Text | None = None,
) -> Work:
    return Work(
        kind=message.kind,
        chat=state.chat,
        thread=thread,
        text=message.text if text is None else text,
        buttons=message.buttons,
        reply_to=reply_to,
        target=target,
        reaction=message.reaction,
        pin=message.pin,
        silent=message.silent,
        protect=message.protect,
        commands=tuple((str(name), str(says)) for name, says in message.facts.get("commands", ())),
        for_member=message.facts.get("for_member"),
        link=message.link,
    )


async def _find(tx: Transaction, spot: Spot | None, state: LaneState, places: Places) -> str | None:
    """The platform's id of the message in this chat that ``spot`` describes, the newest if there are several."""
    if spot is None:
        return None
    if spot.message is not None:
        return spot.message
    copies: tuple[Copy, ...] = ()
    if spot.history is not None:
        copies = await identities.copies_of_entry(tx, spot.history)
    elif spot.ticket is not None and spot.side is not None and spot.role is not None:
        if spot.side == RAISER:
            copies = await identities.copies_of_role(tx, spot.ticket, spot.role)
        else:
            copies = await messages.of_role(tx, spot.ticket, spot.side, spot.role)
    for copy in reversed(copies):
        here = copy.channel == state.channel and places.now_at(copy.channel, copy.chat) == state.chat
        fits = spot.side in (None, copy.linked.side) and spot.role in (None, copy.linked.role)
        if here and fits:
            return copy.message
    return None
