"""What is written down about a message of several parts: how far it has come, and what is told at its end.

A part that the group gives no right for is kept in a row of its own, which is tried again when the rights change, and
now and then. A part that nobody knows what to do about is set aside in a row of its own, for ``shuji retry``. All else
that does not go is told to whoever can do something about it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.channels.base import Result
from bot.flow.ledger import Effect, Finished, Ledger
from bot.flow.packing import pack
from bot.flow.parts import WORDS, Missed, Progress, blame, miss, next_share, went
from bot.flow.resolve import Perform, Row
from handlers.core.vocabulary import Outgoing, OutKind, Refusal, Spot
from storage import outbox

_SET_ASIDE = frozenset({Refusal.REFUSED, Refusal.BROKEN, Refusal.UNOPENED})
"""What somebody who runs the program may put right."""


def progress_after(finished: Finished) -> Progress | None:
    """How far the row has come with this call, None where it does not consist of parts or they are not what it is."""
    step, outcome = finished.job.step, finished.outcome
    if not isinstance(step, Perform) or step.work.kind is not OutKind.SEND or not step.message.attachments:
        return None
    row = finished.job.rows[0]
    progress = row.progress
    for part, refusal in outcome.missed:
        progress = miss(progress, (part,), refusal)
    if outcome.result is Result.DELIVERED:
        return went(progress, outcome.said and step.share.words, outcome.carried or ())
    if outcome.refusal is None and outcome.missed:
        return progress
    tried = tuple(part for part in step.share.files if part not in {each for each, _ in outcome.missed})
    refusal = outcome.refusal or Refusal.REFUSED
    return blame(progress, replace(step.share, files=tried), refusal, outcome.at_fault, outcome.text)


async def go_on(ledger: Ledger, finished: Finished, progress: Progress) -> Effect:
    """Keep how far the row has come; it comes round again for what is left. If nothing is, some of it was missed."""
    row = finished.job.rows[0]
    if next_share(row.message, progress) is not None:
        await outbox.rewrite(ledger.tx, row.waiting, pack(row.message, progress))
        return Effect(finished.job)
    await _end(ledger, finished, progress)
    return Effect(finished.job, gone=True)


async def _end(ledger: Ledger, finished: Finished, progress: Progress) -> None:
    row = finished.job.rows[0]
    kept = tuple(each.part for each in progress.missed if each.refusal is Refusal.NO_RIGHTS)
    lost = tuple(each for each in progress.missed if each.refusal is not Refusal.NO_RIGHTS)
    told_before = progress.late and not lost
    if told_before and not progress.begun:
        await outbox.park(ledger.tx, row.waiting.id)
        return
    if kept:
        rest = _rest(row, kept, outbox.PARKED)
        await outbox.enqueue(ledger.tx, [rest], ledger.now)
    if progress.begun or kept:
        for each in lost:
            if each.part != WORDS and each.refusal in _SET_ASIDE:
                await outbox.add_failed(ledger.tx, _rest(row, (each.part,), 0), each.error, ledger.now)
        ledger.sent.append(row.waiting.id)
    else:
        # Tried again, all of it is.
        await outbox.rewrite(ledger.tx, row.waiting, pack(row.message))
        await outbox.failed(ledger.tx, row.waiting.id, lost[0].error, ledger.now)
    if told_before:
        return
    ledger.tell(
        finished,
        row,
        Refusal.PARTLY,
        missed=[_described(row.message, each) for each in progress.missed],
        of=row.message.of or len(row.message.attachments),
        arrived=progress.begun,
    )


def _rest(row: Row, parts: tuple[int, ...], due_at: int) -> outbox.NewRow:
    """These parts are a row of their own, which answers what the rest of the message became."""
    message = row.message
    link = message.link
    spot = message.reply_to
    if link is not None and link.history is not None:
        spot = Spot(ticket=link.ticket, side=link.side, role=link.role, history=link.history)
    rest = replace(
        message,
        text="",
        buttons=(),
        attachments=tuple(message.attachments[part] for part in parts),
        numbers=tuple(_number(message, part) for part in parts),
        of=message.of or len(message.attachments),
        reply_to=spot,
        pin=False,
        report=False,
        replace=None,
        not_before=None,
    )
    waiting = row.waiting
    return outbox.NewRow(waiting.lane_id, waiting.kind, waiting.priority, due_at, pack(rest, Progress(late=True)))


def _number(message: Outgoing, part: int) -> int:
    if part == WORDS:
        return 0
    return message.numbers[part] if message.numbers else part + 1


def _described(message: Outgoing, missed: Missed) -> dict[str, Any]:
    file = None if missed.part == WORDS else message.attachments[missed.part]
    return {
        "number": _number(message, missed.part),
        "kind": None if file is None else file.kind.value,
        "name": None if file is None else file.name,
        "refusal": missed.refusal.value,
    }
