"""``shuji`` as a person calls it: a process of its own in a folder of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
TIMEOUT = 60.0


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        return self.out + self.err


def environment(locale: str = "zh_CN.UTF-8", **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SHUJI_", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1", "LANG": locale, **more}


async def begin(folder: Path, *words: str, locale: str = "zh_CN.UTF-8", **env: str) -> asyncio.subprocess.Process:
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


async def shuji(folder: Path, *words: str, typed: str = "", locale: str = "zh_CN.UTF-8", **env: str) -> Said:
    """Call it, and wait for its end. Whatever happens, nobody is shown a traceback."""
    process = await begin(folder, *words, locale=locale, **env)
    async with asyncio.timeout(TIMEOUT):
        out, err = await process.communicate(typed.encode())
    said = Said(process.returncode or 0, out.decode(), err.decode())
    assert "Traceback" not in said.text, said.text
    return said


async def end(process: asyncio.subprocess.Process, how: signal.Signals = signal.SIGTERM) -> Said:
    """Stop a running one as systemd or Ctrl-C does."""
    process.send_signal(how)
    async with asyncio.timeout(TIMEOUT):
        out, err = await process.communicate()
    said = Said(process.returncode or 0, out.decode(), err.decode())
    assert "Traceback" not in said.text, said.text
    return said
