"""The one call that a job needs, made on its channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.channels.base import Channel, Outcome, Result, ThreadWish
from bot.flow.files import Clean, Make, Read, read_file, work_files
from bot.flow.ledger import Job
from bot.flow.resolve import MakeThread, Perform, ShapeThread, ShutThread
from handlers.core.vocabulary import OutKind, Refusal

_OPEN = frozenset({"open"})


@dataclass(frozen=True, slots=True)
class Parts:
    """What delivery needs of the program: how files are made, cleaned and read, and how many calls run at once."""

    make: Make | None = None
    clean: Clean | None = None
    read: Read | None = None
    at_once: int = 32
    close: Callable[[], Awaitable[None]] | None = None
    """Lets go of what they hold, when the program ends."""


async def call(channel: Channel, job: Job, parts: Parts) -> Outcome:
    """Carry out the step of ``job``; its files are made on the way.

    Raises:
        NotFetched: a file can't be had now.
        FileBroke: making or cleaning a file broke.
        Exception: the channel broke.
    """
    step = job.step
    if isinstance(step, MakeThread):
        return await channel.make_thread(job.state.chat, step.wish)
    if isinstance(step, ShapeThread):
        assert step.thread.external is not None
        return await channel.shape_thread(job.state.chat, step.thread.external, step.wish, step.changed)
    if isinstance(step, ShutThread):
        return await channel.shape_thread(job.state.chat, step.thread, ThreadWish("", "", False), _OPEN)
    assert isinstance(step, Perform)
    work = step.work
    if work.kind is OutKind.READ:
        found = await read_file(step.message.attachments[0], channel, parts.read)
        if found.get("trouble") == Refusal.UNOPENED:
            return Outcome(Result.REFUSED, refusal=Refusal.UNOPENED, read=found)
        return Outcome(Result.DELIVERED, read=found)
    if not step.share.files:
        return await channel.perform(work)
    wanted = {part: step.message.attachments[part] for part in step.share.files}
    ready, missed = await work_files(wanted, channel, parts.make, parts.clean)
    if missed and not ready and not work.text:
        return Outcome(Result.REFUSED, missed=missed)
    outcome = await channel.perform(replace(work, files=tuple(ready.values())))
    # The channel counts the files that it was given, the row those of the whole message.
    numbers = tuple(ready)
    carried = numbers if outcome.carried is None else tuple(numbers[each] for each in outcome.carried)
    return replace(outcome, carried=carried, at_fault=tuple(numbers[each] for each in outcome.at_fault), missed=missed)
