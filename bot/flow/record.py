"""What is written down about calls that came back: one transaction for a batch, and what it means for their lanes.

The time between the platform's answer and this commit is the only one in which a crash makes a message go out twice:
nothing is written before a call, because no mark could tell whether the call took effect.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

import structlog

from bot.channels.base import Outcome, Result
from bot.flow.elsewhere import tell_elsewhere
from bot.flow.intake import put_in
from bot.flow.ledger import Effect, Finished, Job, Ledger
from bot.flow.own_events import DELIVERY
from bot.flow.packing import pack
from bot.flow.parting import go_on, progress_after
from bot.flow.parts import miss, next_share
from bot.flow.places import Places
from bot.flow.resolve import MakeThread, Perform, ShapeThread, counts, opens, weight
from handlers.core.abilities import Abilities
from handlers.core.vocabulary import Address, Outgoing, OutKind, Refusal, Spot
from storage import groups, messages, outbox, tasks, threads
from storage.database import Transaction

UNKNOWN_PAUSES = (1, 5, 30, 120, 600)
"""Seconds before a row whose outcome is unknown is sent again; the last for ever: delivery may repeat, never skip."""
LATER_PAUSES = (1, 2, 5, 15, 30, 60)
"""Seconds to wait when the platform can't be reached and names no time itself."""
GROUP_PAUSES = (60, 300, 1800)
"""Seconds to wait for a group that we were put out of, or where our rights were taken."""
STOPPED_PAUSES = (30, 60, 300)
"""Seconds to wait while the channel itself does not work (token revoked)."""
BROKEN_TRIES = 5
"""A row whose call raises in our own program is set aside after so many tries."""
WORTH_KEEPING = 5
"""Pauses from so many seconds on survive a restart."""
_DAY = 86_400

log = structlog.get_logger("delivery")


async def record(
    tx: Transaction, batch: list[Finished], places: Places, now: int, abilities: Mapping[str, Abilities]
) -> Ledger:
    """Write down a batch of calls that came back; ``abilities`` of each channel."""
    ledger = Ledger(tx, places, now, abilities)
    for finished in batch:
        if finished.broken:
            effect = await _broken(ledger, finished)
        else:
            effect = await _BY_RESULT[finished.outcome.result](ledger, finished)
        ledger.effects.append(effect)
        if opens(finished.job.step) and not effect.gone and finished.outcome.result is not Result.UNOPENED:
            # The call came to its end: what is left of the row (its files one by one, perhaps) has its tries anew.
            await outbox.opening(tx, finished.job.rows[0].waiting.id, 0)
        if effect.lane_pause >= WORTH_KEEPING:
            await outbox.pause(tx, finished.job.state.id, now + int(effect.lane_pause))
    await _count_calls(ledger, batch)
    await outbox.sent(tx, ledger.sent)
    await messages.link(tx, ledger.links, now)
    await tasks.show(tx, ledger.tasks)
    if ledger.events:
        await put_in(tx, DELIVERY, ledger.events, now)
    return ledger


async def _count_calls(ledger: Ledger, batch: list[Finished]) -> None:
    """Whatever came back of it, a call to a group is one that the platform may have counted."""
    made: dict[str, Counter[str]] = {}
    for finished in batch:
        state = finished.job.state
        if state.group and counts(finished.job.step):
            made.setdefault(state.channel, Counter())[state.chat] += weight(finished.job.step)
    for channel, calls in made.items():
        await ledger.places.note_calls(ledger.tx, channel, calls, ledger.now, ledger.found)


async def _delivered(ledger: Ledger, finished: Finished) -> Effect:
    job, outcome = finished.job, finished.outcome
    step = job.step
    if isinstance(step, MakeThread):
        return await _thread_made(ledger, finished, step)
    if isinstance(step, ShapeThread):
        await threads.found(
            ledger.tx,
            step.thread,
            external=step.thread.external,
            title=step.wish.name,
            icon=step.wish.icon,
            is_open=step.wish.open,
            now=ledger.now,
        )
        if not step.completes:
            job.state.reopen = False
            return Effect(job)
    _link_sent(ledger, finished)
    progress = progress_after(finished)
    if progress is not None and (progress.missed or next_share(job.rows[0].message, progress) is not None):
        effect = await go_on(ledger, finished, progress)
        if not effect.gone:
            return effect
    else:
        ledger.sent += [row.waiting.id for row in job.rows]
        for row in job.rows:
            if row.message.report:
                ledger.tell(finished, row, Refusal.DELIVERED)
    await _see_to_the_rest(ledger, job, outcome)
    return Effect(job, gone=True)


def _link_sent(ledger: Ledger, finished: Finished) -> None:
    """What was sent is known by its ids from now on."""
    job, outcome, step = finished.job, finished.outcome, finished.job.step
    link = job.rows[-1].message.link
    if link is not None and isinstance(step, Perform) and step.work.kind is OutKind.SEND:
        ledger.links += [
            messages.NewLink(job.state.channel, job.state.chat, each, link.ticket, link.side, link.role, link.history)
            for each in outcome.messages
        ]
    for task in job.rows[-1].message.tasks:
        ledger.tasks += [tasks.Showing(job.state.channel, job.state.chat, each, task) for each in outcome.messages]


async def _see_to_the_rest(ledger: Ledger, job: Job, outcome: Outcome) -> None:
    step = job.step
    if outcome.unpinned is not None:
        await _afterwards(ledger, job, OutKind.PIN, f"pin:{outcome.unpinned}", Spot(message=outcome.unpinned))
    if isinstance(step, Perform) and step.thread and step.thread.actual_open and not step.thread.open:
        # The thread was opened only to let this row in.
        await _afterwards(ledger, job, OutKind.THREAD, f"close:{job.state.id}")


async def _thread_made(ledger: Ledger, finished: Finished, step: MakeThread) -> Effect:
    now = await threads.get(ledger.tx, step.thread.ticket_id, step.thread.group_id)
    if now is not None and now.external is not None:
        # The platform's event of this one, or of an earlier one whose answer got lost, was quicker. If this one is one
        # too many, its own event says so, and it is closed.
        return Effect(finished.job)
    await threads.found(
        ledger.tx,
        step.thread,
        external=finished.outcome.thread,
        title=step.wish.name,
        icon=step.wish.icon,
        is_open=True,
        now=ledger.now,
    )
    if step.thread.lost:
        ledger.tell(finished, finished.job.rows[0], Refusal.THREAD_REMADE)
    return Effect(finished.job)


async def _afterwards(ledger: Ledger, job: Job, kind: OutKind, replace: str, target: Spot | None = None) -> None:
    """Something more to do in the lane of a row that went through."""
    state = job.state
    message = Outgoing(
        kind, to=Address(state.channel, state.chat), ticket_thread=state.ticket, target=target, replace=replace
    )
    row = outbox.NewRow(state.id, message.kind.value, 0, 0, pack(message), message.replace)
    await outbox.enqueue(ledger.tx, [row], ledger.now)
    state.waiting[0] += 1


async def _later(_: Ledger, finished: Finished) -> Effect:
    job, outcome = finished.job, finished.outcome
    asked = outcome.retry_after > 0
    log.info("asked to wait", channel=job.state.channel, seconds=outcome.retry_after, whole=outcome.whole_channel)
    if outcome.whole_channel:
        if asked:
            return Effect(job, channel_pause=outcome.retry_after)
        return Effect(job, channel_pauses=LATER_PAUSES, works=False)
    pause = outcome.retry_after if asked else growing(LATER_PAUSES, job.state.troubles)
    return Effect(job, chat_pause=pause, lane_pause=pause)


async def _unknown(ledger: Ledger, finished: Finished) -> Effect:
    job = finished.job
    tries = job.rows[0].waiting.tries + 1
    pause = growing(UNKNOWN_PAUSES, tries - 1)
    log.warning("outcome unknown", channel=job.state.channel, row=job.rows[0].waiting.id, tries=tries, pause=pause)
    await outbox.tried(ledger.tx, job.rows[0].waiting.id, tries=tries, error="outcome unknown")
    return Effect(job, lane_pause=pause, works=False)


async def _moved(ledger: Ledger, finished: Finished) -> Effect:
    job, new = finished.job, finished.outcome.moved_to
    if new is None or new == job.state.chat:
        return await _refused(ledger, finished)
    log.info("group moved", channel=job.state.channel)
    await ledger.places.moved(ledger.tx, job.state.channel, job.state.chat, new, ledger.found)
    return Effect(job)


async def _thread_gone(ledger: Ledger, finished: Finished) -> Effect:
    job, step = finished.job, finished.job.step
    thread = step.thread if isinstance(step, Perform | ShapeThread) else None
    if thread is None:
        # A thread that is no ticket's: what was to be said there is said in the group.
        job.state.threadless = True
        return Effect(job)
    await threads.found(
        ledger.tx, thread, external=None, title=None, icon=None, is_open=None, now=ledger.now, lost=True
    )
    row = job.rows[0]
    if row.progress.begun:
        # What had arrived is gone with it.
        again = replace(row.progress, said=False, sent=())
        await outbox.rewrite(ledger.tx, row.waiting, pack(row.message, again))
    return Effect(job)


async def _thread_closed(_: Ledger, finished: Finished) -> Effect:
    job, step = finished.job, finished.job.step
    if isinstance(step, Perform) and step.thread is not None:
        job.state.reopen = True
        return Effect(job)
    job.state.threadless = True
    return Effect(job, lane_pause=growing(LATER_PAUSES, job.state.troubles))


async def _unopened(_: Ledger, finished: Finished) -> Effect:
    pause = growing(LATER_PAUSES, finished.job.state.troubles)
    log.info(
        "file not opened yet", channel=finished.job.state.channel, row=finished.job.rows[0].waiting.id, pause=pause
    )
    return Effect(finished.job, lane_pause=pause)


async def _stopped(_: Ledger, finished: Finished) -> Effect:
    log.error("channel does not work", channel=finished.job.state.channel, says=finished.outcome.text)
    return Effect(finished.job, channel_pauses=STOPPED_PAUSES, works=False)


async def _refused(ledger: Ledger, finished: Finished) -> Effect:
    job, outcome = finished.job, finished.outcome
    state, first = job.state, job.rows[0]
    progress = progress_after(finished)
    if progress is not None:
        return await go_on(ledger, finished, progress)
    refusal = outcome.refusal or Refusal.REFUSED
    log.info("refused", channel=state.channel, row=first.waiting.id, kind=first.waiting.kind, refusal=refusal.value)
    if isinstance(job.step, MakeThread) and refusal not in (Refusal.UNREACHABLE, Refusal.GROUP_GONE):
        return await _no_threads(ledger, finished, job.step, refusal)
    if refusal in (Refusal.UNREACHABLE, Refusal.GROUP_GONE) and not state.group:
        await outbox.hold(ledger.tx, state.id, refusal.value)
        if await tell_elsewhere(ledger, job):
            return Effect(job, hold=True, moved=True)
        for row in job.rows:
            if row.message.kind is OutKind.SEND:
                ledger.tell(finished, row, Refusal.UNREACHABLE)
        return Effect(job, hold=True)
    sending = first.message.kind is OutKind.SEND
    if state.group and (
        refusal in (Refusal.UNREACHABLE, Refusal.GROUP_GONE) or (refusal is Refusal.NO_RIGHTS and sending)
    ):
        key = f"{state.channel}:{state.chat}:{refusal.value}:{ledger.now // _DAY}"
        ledger.tell(finished, first, refusal, key=key)
        pause = growing(GROUP_PAUSES, state.troubles)
        return Effect(job, chat_pause=pause, lane_pause=pause)
    for row in job.rows:
        await outbox.failed(ledger.tx, row.waiting.id, f"{refusal.value}: {outcome.text}"[:200], ledger.now)
        ledger.tell(finished, row, refusal)
    return Effect(job, gone=True)


async def _no_threads(ledger: Ledger, finished: Finished, step: MakeThread, refusal: Refusal) -> Effect:
    state, group = finished.job.state, step.group
    if refusal not in (Refusal.NO_THREADS, Refusal.NO_RIGHTS):
        # This one thread could not be made; the group's others still can.
        state.threadless = True
        return Effect(finished.job)
    await groups.note(ledger.tx, group, threads=0, problem=refusal.value, title=group.title)
    key = f"{state.channel}:{state.chat}:{refusal.value}:{ledger.now // _DAY}"
    ledger.tell(finished, finished.job.rows[0], refusal, key=key)
    return Effect(finished.job)


async def _broken(ledger: Ledger, finished: Finished) -> Effect:
    job = finished.job
    first = job.rows[0]
    tries = first.waiting.tries + 1
    log.error("sending failed", channel=job.state.channel, row=first.waiting.id, tries=tries, error=finished.broken)
    if tries < BROKEN_TRIES and not finished.final:
        await outbox.tried(ledger.tx, first.waiting.id, tries=tries, error=finished.broken)
        return Effect(job, lane_pause=growing(UNKNOWN_PAUSES, tries - 1))
    if finished.outcome.at_fault and not finished.final:
        progress = miss(first.progress, finished.outcome.at_fault, Refusal.BROKEN, finished.broken)
        return await go_on(ledger, finished, progress)
    for row in job.rows:
        await outbox.failed(ledger.tx, row.waiting.id, finished.broken, ledger.now)
        ledger.tell(replace(finished, outcome=Outcome(Result.REFUSED)), row, Refusal.BROKEN)
    return Effect(job, gone=True)


def growing(pauses: tuple[int, ...], times: int) -> float:
    """The pause after ``times`` earlier ones."""
    return float(pauses[min(times, len(pauses) - 1)])


_BY_RESULT: Mapping[Result, Callable[[Ledger, Finished], Awaitable[Effect]]] = {
    Result.DELIVERED: _delivered,
    Result.LATER: _later,
    Result.UNKNOWN: _unknown,
    Result.MOVED: _moved,
    Result.THREAD_GONE: _thread_gone,
    Result.THREAD_CLOSED: _thread_closed,
    Result.UNOPENED: _unopened,
    Result.REFUSED: _refused,
    Result.STOPPED: _stopped,
}
