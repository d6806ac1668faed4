"""The one call that a job needs, made on its channel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.channels.base import Channel, Outcome, Result, ThreadWish
from bot.flow.files import Clean, Make, Read, read_file, work_files
from bot.flow.record import Job
from bot.flow.resolve import MakeThread, Perform, ShapeThread, ShutThread
from handlers.vocabulary import OutKind, Refusal

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
        Exception: making a file broke, or the channel did.
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
    if step.message.attachments:
        files = await work_files(step.message.attachments, channel, parts.make, parts.clean)
        if isinstance(files, Refusal):
            return Outcome(Result.REFUSED, refusal=files)
        work = replace(work, files=files)
    return await channel.perform(work)
