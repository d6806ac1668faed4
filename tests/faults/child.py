"""The mailbox as a process of its own: started, killed in the middle of its work, started anew."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sandbox import Sandbox
from sandbox.records import Chat

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0


class Child:
    """One installation in ``folder``, and at most one process that runs it.

    ``free``: without a pace of its own. ``quick``: short pauses after unknown outcomes.
    """

    def __init__(self, folder: Path, sandbox: Sandbox, *, free: bool = True, quick: bool = False) -> None:
        self.folder = folder
        self.database = folder / "mailbox.db"
        self.lives = 0
        self.kills: list[float] = []
        """When it was killed, by the sandbox's clock."""
        self.broken: list[str] = []
        """Lines of its log that no fault excuses."""
        self.noted: Counter[str] = Counter()
        """What its log says, by event."""
        self.life_of: dict[tuple[int, int], int] = {}
        """Which start of it said what, by chat and message."""
        self._sandbox = sandbox
        self._clock = folder / "clock"
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("SHUJI_")},
            "PYTHONPATH": str(ROOT),
            "PYTHONSAFEPATH": "1",
            "FAULTS_CLOCK": str(self._clock),
            **({"FAULTS_PACE": "free"} if free else {}),
            **({"FAULTS_QUICK": "1"} if quick else {}),
        }
        sandbox.world.watchers.append(self._heard)

    def _heard(self, what: str, about: Any) -> None:
        if what == "message" and about.sender.is_bot:
            self.life_of[about.key] = self.lives

    def configure(self, groups: Iterable[Chat], secretaries: Iterable[tuple[int, str]], more: str = "") -> None:
        """Write the settings: a unit for each group, the secretaries at the first, which is above the others."""
        self.move_clock(0)
        lines = [f'[telegram]\ntoken = "{self._sandbox.token}"\nbase_url = "{self._sandbox.base_url}"']
        lines.append('[logging]\nformat = "json"\n[health]\nlisten = ""')
        for number, group in enumerate(groups):
            parent = 'parent = "U0"\n' if number else ""
            lines.append(f'[[units]]\ncode = "U{number}"\nname = "{group.title}"\n{parent}telegram_group = {group.id}')
        for user, name in secretaries:
            lines.append(f'[[people]]\nname = "{name}"\nrole = "secretary"\nunit = "U0"\ntelegram = {user}')
        (self.folder / "config.toml").write_text("\n".join((*lines, more)), "utf-8")

    @property
    def pid(self) -> int:
        """The running process."""
        assert self._process is not None
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether there is one."""
        return self._process is not None and self._process.returncode is None

    async def start(self) -> None:
        """Start it, and wait until it asks the platform for something."""
        calls = self._sandbox.tally.calls["getUpdates"]
        self.lives += 1
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.faults.program",
            "run",
            "--config",
            str(self.folder / "config.toml"),
            cwd=self.folder,
            env=self._env,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        self._reader = asyncio.create_task(self._read(self._process))
        async with asyncio.timeout(START_SECONDS):
            asked = False
            while not asked and self.running:
                await asyncio.sleep(0.01)
                asked = self._sandbox.tally.calls["getUpdates"] > calls

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            text = line.decode("utf-8", "replace").rstrip()
            if text.startswith("{"):
                self.noted[json.loads(text)["event"]] += 1
            if "Traceback" in text or '"level": "critical"' in text or '"event": "event set aside"' in text:
                self.broken.append(text)

    async def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.kill()
        await self._gone()
        self.kills.append(self._sandbox.clock.exact())

    async def stop(self) -> int:
        """Ask it to stop, as systemd does; gives its exit code."""
        assert self._process is not None
        if self.running:
            self._process.send_signal(signal.SIGTERM)
        return await self._gone()

    async def _gone(self) -> int:
        assert self._process is not None
        async with asyncio.timeout(START_SECONDS):
            code = await self._process.wait()
            if self._reader is not None:
                await self._reader
            # What it asked for at its end is still carried out, and was said in this life of it.
            quiet = False
            while not quiet:
                await asyncio.sleep(0.005)
                quiet = self._sandbox.connections == 0
        return code

    def set_clock(self, instant: int) -> None:
        """Make it ``instant`` for the mailbox now; from then on its clock runs."""
        self.move_clock(instant - int(time.time()))

    def move_clock(self, ahead: int) -> None:
        """Let its clock be so many seconds ahead of the machine's."""
        new = self._clock.with_suffix(".new")
        new.write_text(str(ahead), "ascii")
        new.replace(self._clock)

    def fill_disk(self, full: bool = True) -> None:
        """Let no file of the process grow any more: every write fails, as on a full disk."""
        limit = 1 if full else resource.RLIM_INFINITY
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program holds the database."""
        with closing(sqlite3.connect(self.database, isolation_level=None, timeout=30)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.execute("ROLLBACK")

    def look(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of the database, read beside the process."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=30)) as database:
            return database.execute(statement, values).fetchall()

    def count(self, statement: str, *values: Any) -> int:
        """The first number of a statement."""
        return int(self.look(statement, *values)[0][0])

    def unfinished(self) -> dict[str, int]:
        """What waits in inbox and outbox; not what is to be taken away at a later time."""
        return {
            "inbox": self.count("SELECT count(*) FROM inbox WHERE state = 'new'"),
            "outbox": self.count(
                "SELECT count(*) FROM outbox WHERE state = 'waiting' AND NOT (kind = 'delete' AND due_at > enqueued_at)"
            ),
        }

    async def settled(self, seconds: float = 120.0) -> None:
        """Until nothing waits any more, neither there nor here.

        Raises:
            TimeoutError: something does.
        """
        quiet = 0
        try:
            async with asyncio.timeout(seconds):
                while quiet < 3:
                    waiting = len(self._sandbox.feed.pending) + sum(self.unfinished().values())
                    quiet = 0 if waiting else quiet + 1
                    await asyncio.sleep(0.2)
        except TimeoutError:
            found = json.dumps({"feed": len(self._sandbox.feed.pending), **self.unfinished()})
            raise TimeoutError(f"still waiting after {seconds} s: {found}") from None
