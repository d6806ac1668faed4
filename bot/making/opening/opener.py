"""The program's side of the process that opens files: asking, and ending what overruns."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.channels.base import MadeFile
from bot.making.opening.answers import MOST_FILE, file_in, found_in, most_found, refusal_in
from bot.making.opening.frames import SIZES, Head, Nonsense, framed, read_head, sizes
from bot.making.tables import OCCASION, TEXTS, Limits
from handlers.core.vocabulary import Attachment, Refusal

_ROOT = Path(__file__).resolve().parents[3]
_KEPT = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
"""What that process learns of our surroundings: no setting, no token."""
_MEBIBYTE = 1024 * 1024
_START_SECONDS = 30.0
_END_SECONDS = 2.0
_IDLE_SECONDS = 300.0
"""Nothing came for so long: its 50 MB are given back."""
_NAME = 200
"""Of a file's name only its end counts."""
_HEARD = 16_384
_NO_MEMORY = b"memory allocation of"
"""What the reader of tables says on its way out, when it asked for more memory than there is."""

T = TypeVar("T")

log = structlog.get_logger("opening")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file is given: bytes of ``memory`` beside the libraries', seconds of the processor, seconds in all.

    The largest picture that is taken (320 MB when it is decoded) is held twice while it is written anew. What takes
    longest of all that is taken needs ten seconds of the processor; in all five times as long, for it may be busy.
    """

    memory: int = 768 * _MEBIBYTE
    processor: int = 20
    whole: float = 100.0


class Opener:
    """Opens files that somebody sent, one after the other, in a process that is started with the first of them.

    A file on which the process ends or overruns is ``Refusal.UNOPENED``: that may be the machine's fault, and whoever
    asks may ask again. What is used up of the processor is the file's own doing, whoever else is busy: ``TOO_LONG``.
    """

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._bounds = bounds or Bounds()
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._dying = False
        self._listening: asyncio.Task[None] | None = None
        self._heard = b""
        self._rest: asyncio.TimerHandle | None = None

    @property
    def pid(self) -> int | None:
        """The process that runs now, if one does."""
        return None if self._process is None else self._process.pid

    async def clean(self, attachment: Attachment, content: bytes) -> MadeFile | Refusal:
        """The file without metadata, under a neutral name; or why it is not passed on."""
        head = {"job": "clean", "name": (attachment.name or "")[-_NAME:], "mime": (attachment.mime or "")[:_NAME]}

        def made(answer: Head, body: bytes) -> MadeFile | Refusal:
            return refusal_in(answer) or file_in(answer, body)

        answer = await self._ask(head, content, MOST_FILE, made)
        if isinstance(answer, Refusal):
            log.info("file not cleaned", why=answer.value)
        return answer

    async def read(
        self, attachment: Attachment, content: bytes, limits: Limits = OCCASION
    ) -> Mapping[str, Any] | Refusal:
        """``sheets`` of a table or ``text``, as ``bot.making.tables`` reads them, or ``trouble``."""
        head = {
            "job": "text" if (attachment.name or "").lower().endswith(TEXTS) else "table",
            "limits": [limits.rows, limits.cell, limits.whole],
        }

        def found(answer: Head, body: bytes) -> Mapping[str, Any] | Refusal:
            return refusal_in(answer) or found_in(body, limits)

        return await self._ask(head, content, most_found(limits), found)

    async def aclose(self) -> None:
        """Let the process go; it is started anew if it is needed again."""
        self._awake()
        self._kill()
        await self._end()

    async def _ask(
        self, head: Head, content: bytes, most: int, taken: Callable[[Head, bytes], T | Refusal]
    ) -> T | Refusal:
        """What ``taken`` makes of the answer, whose body has at most so many bytes; or what became of the process."""
        question = framed({**head, "seconds": self._bounds.processor}, content)
        async with self._turn:
            self._awake()
            self._heard = b""
            late = False
            try:
                process = await self._running()
                async with asyncio.timeout(self._bounds.whole):
                    result = taken(*await _exchanged(process, question, most))
            except TimeoutError:
                late = True
            except (OSError, EOFError, Nonsense) as error:
                log.warning("opening failed", error=type(error).__name__)
            except BaseException:
                # Nobody waits for it any more.
                self._kill()
                raise
            else:
                if result is Refusal.TOO_LARGE:
                    # It may have been short of memory, and what it held then is in pieces.
                    self._kill()
                self._rest = asyncio.get_running_loop().call_later(_IDLE_SECONDS, self._kill)
                return result
            return await self._overran(late)

    async def _running(self) -> Process:
        """The process, ready for a question.

        Raises:
            OSError, EOFError, TimeoutError, Nonsense: it could not be started.
        """
        if self._process is not None and not self._dying and self._process.returncode is None:
            return self._process
        await self._end()
        async with asyncio.timeout(_START_SECONDS):
            process = self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-P", "-m", "bot.making.opening", str(self._bounds.memory)),
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                env=_surroundings(),
                limit=_MEBIBYTE,
            )
            self._dying = False
            self._listening = asyncio.create_task(self._listen(process))
            ready, _ = await _received(process, 0)
        if ready.get("unset"):
            log.warning("limits not set by this system", limits=str(ready["unset"])[:_NAME])
        return process

    async def _listen(self, process: Process) -> None:
        """What it says on its way out; kept from standing in its way by being listened to."""
        assert process.stderr is not None
        while heard := await process.stderr.read(_HEARD):
            self._heard = (self._heard + heard)[-_HEARD:]

    async def _overran(self, late: bool) -> Refusal:
        if late:
            self._kill()
        code = await self._end()
        log.warning("opening overran", code=code, late=late)
        if code == -signal.SIGXCPU:
            return Refusal.TOO_LONG
        return Refusal.TOO_LARGE if _NO_MEMORY in self._heard else Refusal.UNOPENED

    def _awake(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _kill(self) -> None:
        self._dying = True
        if self._process is not None and self._process.returncode is None:
            with suppress(ProcessLookupError):
                self._process.kill()

    async def _end(self) -> int | None:
        """See the process to its end, with a moment for what ends by itself; how it ended, None if there is none."""
        process = self._process
        if process is None:
            return None
        with suppress(TimeoutError):
            async with asyncio.timeout(_END_SECONDS):
                await process.wait()
        self._kill()
        code = await process.wait()
        if self._listening is not None:
            await self._listening
        self._process = self._listening = None
        return code


def _surroundings() -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return {each: os.environ[each] for each in _KEPT if each in os.environ} | {"PYTHONPATH": path}


async def _exchanged(process: Process, question: bytes, most: int) -> tuple[Head, bytes]:
    assert process.stdin is not None
    process.stdin.write(question)
    await process.stdin.drain()
    return await _received(process, most)


async def _received(process: Process, most: int) -> tuple[Head, bytes]:
    assert process.stdout is not None
    head, body = sizes(await process.stdout.readexactly(SIZES.size), most)
    return read_head(await process.stdout.readexactly(head)), await process.stdout.readexactly(body)
