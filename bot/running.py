"""A program from its start to its end: pages for those who watch it, signals, an orderly stop."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from aiohttp import web

from bot.applying import Change
from bot.assembly import Program, listening
from bot.settings import Settings, SettingsError, restart_needed
from bot.web.health import health_app
from storage.errors import StorageError

_COLLECT_AFTER = (50_000, 20, 50)
"""So many objects more than before are a reason to look for garbage; Python's 700 come together in one batch."""

log = structlog.get_logger("running")


class AddressTaken(Exception):
    """Something else listens on ``address``, which ``setting`` names, or it is none of this machine's."""

    def __init__(self, address: str, setting: str) -> None:
        super().__init__(address)
        self.address = address
        self.setting = setting


async def serve_pages(app: web.Application, address: str, setting: str) -> web.AppRunner:
    """Serve pages at ``address``; the caller cleans the runner up.

    Raises:
        AddressTaken: that is impossible.
    """
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    host, port = listening(address)
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        await runner.cleanup()
        raise AddressTaken(address, setting) from error
    return runner


async def _must_be_free(address: str, setting: str) -> None:
    """What listens there later would only say so in the log, again and again.

    Raises:
        AddressTaken: something else does.
    """
    host, port = listening(address)
    try:
        server = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port)
    except OSError as error:
        raise AddressTaken(address, setting) from error
    server.close()
    await server.wait_closed()


def note(change: Change) -> None:
    """Note what the settings changed: what and of which, not whose."""
    log.info("applied", what=change.what.value, about=change.name)


@contextmanager
def _collecting_less() -> Iterator[None]:
    """Libraries and texts stay until the end: not to look through them for garbage again and again saves a fifth."""
    usual = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


async def run(program: Program, again: Callable[[], Settings], stopping: Callable[[], None] = lambda: None) -> None:
    """Run until SIGTERM or SIGINT; SIGHUP reads the settings again (``again``).

    ``stopping`` is called when the end begins: what is in hand is finished first, for ten seconds at most. A second
    SIGINT does not wait. Whatever is not finished goes on at the next start.

    Raises:
        AddressTaken: the pages have nowhere to be.
        Exception: a part of the program broke; starting anew loses nothing.
    """
    engine, settings = program.engine, program.settings
    loop = asyncio.get_running_loop()
    asked: set[asyncio.Task[None]] = set()

    def end() -> None:
        stopping()
        engine.request_stop()
        loop.remove_signal_handler(signal.SIGINT)

    def reread() -> None:
        task = asyncio.create_task(_reread(program, again))
        asked.add(task)
        task.add_done_callback(asked.discard)

    for each, handler in ((signal.SIGTERM, end), (signal.SIGINT, end), (signal.SIGHUP, reread)):
        loop.add_signal_handler(each, handler)
    pages = None
    try:
        if settings.health.listen is not None:
            pages = await serve_pages(health_app(engine.vitals), settings.health.listen, "[health] listen")
        if settings.telegram.mode == "webhook":
            await _must_be_free(settings.telegram.listen, "[telegram] listen")
        await program.schedule.start()
        await program.look_ahead()
        with _collecting_less():
            await engine.run()
    finally:
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            loop.remove_signal_handler(each)
        program.schedule.stop()
        if pages is not None:
            await pages.cleanup()
        await program.database.close()


async def _reread(program: Program, again: Callable[[], Settings]) -> None:
    try:
        settings = await asyncio.to_thread(again)
        changes = await program.take(settings)
    except SettingsError as error:
        log.error("settings not taken, the old ones count", problems=[each.place for each in error.problems])
        await program.schedule.tell({"settings_refused": len(error.problems)})
    except StorageError as error:
        log.error("settings not taken, the old ones count", error=type(error).__name__)
        await program.schedule.tell({"settings_refused": 1})
    else:
        for change in changes:
            note(change)
        log.info("settings taken", changes=len(changes))
        if later := restart_needed(program.started, settings):
            log.warning("restart needed", settings=later)
            await program.schedule.tell({"restart_needed": len(later)})
