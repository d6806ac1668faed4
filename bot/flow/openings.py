"""The tries to open what somebody sent, each written down before it begins.

What opens a file has its limits (``bot.making.opening``). Should a file end the whole program all the same, the program
finds, started anew, that it has begun this before, and does not begin it a fourth time.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TypeVar

import structlog

from bot.channels.base import NotFetched, Outcome, Result
from bot.flow.calling import Parts
from bot.flow.ledger import Job
from bot.flow.resolve import Perform, opened_by, opens
from handlers.core.vocabulary import Attachment, Refusal
from storage import outbox
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Waiting

TRIES = 3
_AT_ONCE = 8
"""Rows whose files wait for each other, of the 32 rows that may be in flight: the others stay free for the rest."""

T = TypeVar("T")
_Open = Callable[[Attachment, bytes], Awaitable[T | Refusal]]

log = structlog.get_logger("openings")


class Openings:
    """Counts what is begun. One file is opened at a time, so that what waits for its turn has not begun."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._turn = asyncio.Lock()
        self._under_way = 0

    @asynccontextmanager
    async def counted(self, job: Job, parts: Parts) -> AsyncIterator[Parts]:
        """The parts with which this job is carried out; each try to open one of its files is written down first.

        After the third try they open nothing any more.

        Raises:
            NotFetched: many others open files just now; or, from the parts, a try could not be written down, or a file
                that was opened in vain may be tried again.
        """
        if not opens(job.step):
            yield parts
            return
        row = job.rows[0].waiting
        if row.openings >= TRIES and isinstance(job.step, Perform) and len(opened_by(job.step)) > 1:
            # One of them ends the program: each is tried by itself, and the others go.
            raise NotFetched(Outcome(Result.REFUSED, refusal=Refusal.UNOPENED))
        if row.openings >= TRIES:
            log.error("file given up", row=row.id, kind=row.kind)
            yield replace(parts, clean=_given_up, read=_given_up)
            return
        if self._under_way >= _AT_ONCE:
            raise NotFetched(Outcome(Result.UNOPENED))
        self._under_way += 1
        try:
            yield replace(parts, clean=self._counting(row, parts.clean), read=self._counting(row, parts.read))
        finally:
            self._under_way -= 1

    def _counting(self, row: Waiting, open_file: _Open[T] | None) -> _Open[T] | None:
        if open_file is None:
            return None

        async def opened(attachment: Attachment, content: bytes) -> T | Refusal:
            found: T | Refusal | None = None
            async with self._turn:
                await self._note(row, row.openings + 1)
                try:
                    found = await open_file(attachment, content)
                finally:
                    if found is not Refusal.UNOPENED:
                        # It came to its end, or we are stopped in order, which is not the file's fault.
                        with suppress(NotFetched):
                            await self._note(row, row.openings)
            if found is Refusal.UNOPENED and row.openings + 1 < TRIES:
                raise NotFetched(Outcome(Result.UNOPENED))
            return found

        return opened

    async def _note(self, row: Waiting, openings: int) -> None:
        try:
            async with self._database.writing() as tx:
                await outbox.opening(tx, row.id, openings)
        except StorageError as error:
            # What can't be counted is not begun.
            raise NotFetched(Outcome(Result.LATER)) from error


async def _given_up(_: Attachment, __: bytes) -> Refusal:
    return Refusal.UNOPENED
