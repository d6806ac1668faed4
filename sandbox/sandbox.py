"""The whole platform in a box: Bot API, page and clock on one port of this machine."""

from __future__ import annotations

from aiohttp import web

from sandbox.clock import SandboxClock
from sandbox.faults import Faults
from sandbox.feed import Feed
from sandbox.pages import Hook, Pages
from sandbox.rates import Rates
from sandbox.server import BODY_LIMIT, BotApi
from sandbox.state import BOT_ID
from sandbox.tally import Tally
from sandbox.world import World

TOKEN = f"{BOT_ID}:AAF-sandbox-token-of-nobody-in-particular"
HOST = "127.0.0.1"


class Sandbox:
    """A server for one bot. ``port`` 0 takes a free one; ``clock`` stands or runs as it is given.

    ``hooks`` are what the page's bar can ask of the program by name.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        clock: SandboxClock | None = None,
        world: World | None = None,
        token: str = TOKEN,
    ) -> None:
        self.clock = clock or (world.clock if world is not None else SandboxClock())
        self.world = world or World(self.clock)
        self.token = token
        self.port = port
        self.faults = Faults()
        self.rates = Rates()
        self.hooks: dict[str, Hook] = {}
        self.seats: list[int] = []
        """The people whose panes the page opens with."""
        self._runner: web.AppRunner | None = None
        self._pages = Pages(self.world, self.hooks, self.seats)

    @property
    def tally(self) -> Tally:
        """What was counted."""
        return self.world.tally

    @property
    def feed(self) -> Feed:
        """What waits for the bot."""
        return self.world.feed

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.port}"

    @property
    def base_url(self) -> str:
        """What comes before the token in the Bot API's addresses."""
        return f"{self.address}/bot"

    @property
    def connections(self) -> int:
        """How many are open, those of a program that is gone and whose last calls are not carried out yet included."""
        server = None if self._runner is None else self._runner.server
        return 0 if server is None else len(server.connections)

    async def start(self) -> None:
        """Listen on this machine only.

        Raises:
            OSError: the port is taken.
        """
        app = web.Application(client_max_size=BODY_LIMIT, middlewares=[self._pages.guard])
        BotApi(self.world, self.token, self.faults, self.rates).add_routes(app)
        self._pages.add_routes(app)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, self.port).start()
        except OSError:
            await runner.cleanup()
            raise
        self.port = runner.addresses[0][1]
        self._runner = runner

    def status(self, text: str, progress: float | None = None) -> None:
        """Let every page say what is going on; an empty text ends it. ``progress``: the share that is done."""
        self._pages.push({"type": "status", "text": text, "progress": progress})

    async def stop(self) -> None:
        """Let go of everything that waits, and listen no more."""
        self.feed.release()
        await self.world.webhook.stop()
        await self._pages.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
