"""``shuji demo``: the whole mailbox in a browser of this machine, with half a year behind it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
import webbrowser
from collections.abc import Coroutine
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from bot.commands.frame import Terminal, command, stop, words
from bot.demonstration import Demonstration, PortTaken

PORT = 8765


@command("demo")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, metavar="N", help=words("cli-demo-port"))
@click.option("--no-browser", is_flag=True, help=words("cli-demo-no-browser"))
@click.option("--empty", is_flag=True, help=words("cli-demo-empty"))
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), metavar="DIR", help=words("cli-demo-data"))
def demo(terminal: Terminal, port: int, no_browser: bool, empty: bool, data: Path | None) -> None:
    """Start the sandbox and the program, open the page, and go on until Ctrl-C."""
    if data is not None:
        data.mkdir(parents=True, exist_ok=True)
        if (data / "mailbox.db").exists():
            stop("cli-demo-used", folder=str(data))
    with tempfile.TemporaryDirectory(prefix="shuji-demo-") if data is None else nullcontext(str(data)) as folder:
        asyncio.run(_run(terminal, Path(folder).absolute(), port, empty=empty, browser=not no_browser))


async def _run(terminal: Terminal, folder: Path, port: int, *, empty: bool, browser: bool) -> None:
    demonstration = Demonstration(folder, port, empty=empty, now=int(time.time()))
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, ended.set)
    try:
        try:
            await demonstration.start()
        except PortTaken:
            stop("cli-demo-taken", port=str(port), other=str(port + 1))
        address = demonstration.sandbox.address
        terminal.tell("cli-demo-address", address=address)
        if browser and _has_screen():
            await asyncio.to_thread(webbrowser.open, address)
        if not empty:
            terminal.tell("cli-demo-playing")
        await _until(ended, _live(terminal, demonstration))
        click.echo()
        terminal.tell("cli-demo-stopped")
    finally:
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)
        await demonstration.stop()


async def _live(terminal: Terminal, demonstration: Demonstration) -> None:
    shown = -1

    def progress(done: int, of: int, what: str) -> None:
        nonlocal shown
        percent = done * 100 // max(1, of)
        if percent != shown:
            shown = percent
            demonstration.sandbox.status(words("cli-demo-progress", what=what), done / max(1, of))
            if sys.stderr.isatty():
                click.echo(f"\r{percent:3d} %  {what}  ", nl=False, err=True)

    await demonstration.play(progress)
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)
    terminal.tell("cli-demo-ready")
    await demonstration.run()


async def _until(ended: asyncio.Event, work: Coroutine[Any, Any, None]) -> None:
    """Do ``work`` until it breaks or somebody ends it."""
    tasks = [asyncio.create_task(work), asyncio.create_task(ended.wait())]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()
    finally:
        for each in tasks:
            each.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _has_screen() -> bool:
    # Without one, Python would open a browser of the terminal in our place.
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
