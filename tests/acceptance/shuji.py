"""``shuji`` as a person calls it, in a folder of its own.

:func:`shuji` does it in this process, as fast as a function is called; :func:`spawn`, :func:`begin` and :func:`end` are
for what only a process of its own shows: signals, exit codes, encodings, what stands on which stream.
"""

from __future__ import annotations

import asyncio
import io
import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import structlog

from bot.__main__ import answer

ROOT = Path(__file__).parents[2]
TIMEOUT = 60.0
CHINESE = "zh_CN.UTF-8"
_ONE_AT_A_TIME = threading.Lock()
"""Folder, environment and streams are the whole process's."""


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err


def environment(locale: str = CHINESE, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHUJI_", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "LANG": locale, **more}


@contextmanager
def _sitting(folder: Path, typed: str, env: dict[str, str]) -> Iterator[None]:
    """At a terminal in ``folder``."""
    here, root, config = Path.cwd(), logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    with mock.patch.dict(os.environ, env, clear=True), mock.patch.object(sys, "stdin", io.StringIO(typed)):
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)
            root.handlers[:] = handlers
            root.setLevel(level)
            structlog.configure(**config)


async def shuji(folder: Path, *words: str, typed: str = "", locale: str = CHINESE, **env: str) -> Said:
    """Call it in this process, in a thread: a platform that it asks goes on here meanwhile.

    What is no expected trouble is raised as it is, where a process would show a traceback.
    """
    out, err = io.StringIO(), io.StringIO()

    def call() -> int:
        with (
            _ONE_AT_A_TIME,
            _sitting(folder, typed, environment(locale, **env)),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            return answer(words)

    async with asyncio.timeout(TIMEOUT):
        code = await asyncio.to_thread(call)
    return Said(code, out.getvalue(), err.getvalue())


async def begin(folder: Path, *words: str, locale: str = CHINESE, **env: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        cwd=folder,
        env=environment(locale, **env),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def spawn(folder: Path, *words: str, typed: str = "", locale: str = CHINESE, **env: str) -> Said:
    """Call it as a process, and wait for its end. Whatever happens, nobody is shown a traceback."""
    return await _ended(await begin(folder, *words, locale=locale, **env), typed)


async def end(process: asyncio.subprocess.Process, how: signal.Signals = signal.SIGTERM) -> Said:
    """Stop a running one as systemd or Ctrl-C does."""
    process.send_signal(how)
    return await _ended(process)


async def _ended(process: asyncio.subprocess.Process, typed: str = "") -> Said:
    async with asyncio.timeout(TIMEOUT):
        out, err = await process.communicate(typed.encode())
    said = Said(process.returncode or 0, out.decode(), err.decode())
    assert "Traceback" not in said.text, said.text
    return said
