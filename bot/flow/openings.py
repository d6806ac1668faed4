"""The tries to open what somebody sent, each written down before it begins.

What opens a file has its limits (``bot.making.opening``). Should a file end the whole program all the same, the program
finds, started anew, that it has begun this before, and does not begin it a fourth time.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from typing import TypeVar

import structlog

from bot.channels.base import NotFetched, Outcome, Result
from bot.flow.calling import Parts
from bot.flow.ledger import Job
from bot.flow.resolve import Perform, opened_by, opens
from handlers.vocabulary import Attachment, Refusal
from storage import outbox
from storage.database import Database
from storage.errors import StorageError

TRIES = 3
_AT_ONCE = 8
"""Rows that open files at the same time, of the 32 that may be in flight: the files wait for each other."""

T = TypeVar("T")
_Open = Callable[[Attachment, bytes], Awaitable[T | Refusal]]

log = structlog.get_logger("openings")


class Openings:
    """Counts what is begun."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._under_way = 0

    @asynccontextmanager
    async def counted(self, job: Job, parts: Parts) -> AsyncIterator[Parts]:
        """The parts with which this job is carried out, its try written down first if it opens a file.

        After the third try they open nothing any more.

        Raises:
            NotFetched: it could not be written down, or many others open files just now; or a file that was opened in
                vain may be tried again.
        """
        if not opens(job.step):
            yield parts
            return
        begun = job.rows[0].waiting.openings
        if begun >= TRIES and isinstance(job.step, Perform) and len(opened_by(job.step)) > 1:
            # One of them ends the program: each is tried by itself, and the others go.
            raise NotFetched(Outcome(Result.REFUSED, refusal=Refusal.UNOPENED))
        if begun >= TRIES:
            log.error("file given up", row=job.rows[0].waiting.id, kind=job.rows[0].waiting.kind)
            yield replace(parts, clean=_given_up, read=_given_up)
            return
        if self._under_way >= _AT_ONCE:
            raise NotFetched(Outcome(Result.UNOPENED))
        self._under_way += 1
        try:
            await self._note(job, begun + 1)
            last = begun + 1 == TRIES
            yield parts if last else replace(parts, clean=_again(parts.clean), read=_again(parts.read))
        except BaseException as error:
            if not isinstance(error, Exception):
                # We are stopped in order, which is not the file's fault.
                with suppress(NotFetched):
                    await self._note(job, begun)
            raise
        finally:
            self._under_way -= 1

    async def _note(self, job: Job, openings: int) -> None:
        try:
            async with self._database.writing() as tx:
                await outbox.opening(tx, job.rows[0].waiting.id, openings)
        except StorageError as error:
            # What can't be counted is not begun.
            raise NotFetched(Outcome(Result.LATER)) from error


async def _given_up(_: Attachment, __: bytes) -> Refusal:
    return Refusal.UNOPENED


def _again(open_file: _Open[T] | None) -> _Open[T] | None:
    if open_file is None:
        return None

    async def opened(attachment: Attachment, content: bytes) -> T | Refusal:
        found = await open_file(attachment, content)
        if found is Refusal.UNOPENED:
            raise NotFetched(Outcome(Result.UNOPENED))
        return found

    return opened
