"""The Telegram channel: one bot, fetched from or brought to, on Telegram's servers or any that speaks the Bot API."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence

import structlog
from telegram.error import TelegramError

from bot.channels.base import Health, Keep, NotFetched, Outcome, Result, ThreadWish, Work
from bot.channels.telegram.api import POLL_SECONDS, Api
from bot.channels.telegram.arrivals import Pulse
from bot.channels.telegram.fields import Fields, key, words
from bot.channels.telegram.inspection import Inspection
from bot.channels.telegram.planning import (
    ALBUM,
    BUTTON_BYTES,
    BUTTONS,
    BUTTONS_IN_ROW,
    CAPTION_LIMIT,
    DELETE_SECONDS,
    TEXT_LIMIT,
    plan_menu,
)
from bot.channels.telegram.polling import PAUSES, Pauses, Polling
from bot.channels.telegram.reading import CHANNEL, Reader
from bot.channels.telegram.refusals import outcome_of
from bot.channels.telegram.request import MAX_DOWNLOAD, Refused, TooBig
from bot.channels.telegram.sending import PRESS_TEXT, Sending
from bot.channels.telegram.threads import Threads
from bot.channels.telegram.webhook import Hook, Webhook
from handlers.core.abilities import ALWAYS, Abilities
from handlers.core.texts import SOURCE
from handlers.core.vocabulary import Attachment, Incoming, Refusal

START_SECONDS = 5.0
"""How long the start waits to learn who we are; listening goes on asking."""
LOOK_SECONDS = 5.0
"""How long at most the making of topics waits for the updates that came while we were away."""
_READ_SECONDS = 0.4
"""So long after they were kept, they have been read."""

Menus = Mapping[str, Sequence[Sequence[str]]]
"""Commands as (name, description) by two-letter language; ``""`` for every other language."""

log = structlog.get_logger("telegram")


class TelegramChannel:
    """Implements :class:`bot.channels.base.Channel`.

    ``base_url`` is what comes before the token. With ``hook`` the server brings updates, without it they are fetched.
    ``locale``: language of the findings of :meth:`inspect`. ``menus``: the commands of all private chats.
    """

    def __init__(
        self,
        token: str,
        *,
        base_url: str,
        hook: Hook | None = None,
        locale: str = SOURCE,
        connections: int = 64,
        menus: Menus | None = None,
        pauses: Pauses = PAUSES,
        poll_seconds: int = POLL_SECONDS,
    ) -> None:
        self.name = CHANNEL
        self.abilities = Abilities(
            threads=True,
            reactions=True,
            text=TEXT_LIMIT,
            caption=CAPTION_LIMIT,
            album=ALBUM,
            buttons_in_row=BUTTONS_IN_ROW,
            buttons=BUTTONS,
            button_bytes=BUTTON_BYTES,
            toast=PRESS_TEXT,
            edit_seconds=ALWAYS,
            delete_seconds=DELETE_SECONDS,
        )
        self.pulse = Pulse()
        self._api = Api(token, base_url, connections=connections)
        self._hook = hook
        self._locale = locale
        self._menus = menus or {}
        self._pauses = pauses
        self._poll_seconds = poll_seconds
        # A token begins with the bot's user id.
        self._reader = Reader(token.partition(":")[0])
        self._met = False
        self._sending = Sending(self._api)
        self._threads = Threads(self._api)
        self._polling: Polling | None = None
        self._look_until = 0.0

    @property
    def username(self) -> str | None:
        """The bot's user name, once the server has told it."""
        return self._reader.username

    @property
    def troubles(self) -> tuple[str, ...]:
        """See :class:`bot.channels.base.Channel`."""
        return self.pulse.troubles

    async def start(self) -> None:
        """Open connections and learn who we are. An unreachable server raises nothing: ``listen`` keeps trying."""
        await self._api.open()
        try:
            async with asyncio.timeout(START_SECONDS):
                await self._learn()
        except (TelegramError, TimeoutError) as error:
            self.pulse.failed(
                str(error) or "no answer", rejected=isinstance(error, Refused) and error.code in (401, 404)
            )
            log.warning("server does not say who we are", says=str(error) or "no answer")

    async def _learn(self) -> None:
        if self._met:
            return
        me = await self._api.call("getMe", seconds=10.0)
        if isinstance(me, dict):
            self._know(me)
            await self._set_menus()

    async def _set_menus(self) -> None:
        for language, commands in self._menus.items():
            try:
                await self._api.call("setMyCommands", plan_menu(commands, language), seconds=10.0)
            except TelegramError as error:
                # A menu is a convenience: every command works without, and the next start tries again.
                log.info("menu not set", language=language, says=str(error))

    def _know(self, me: Fields) -> None:
        self._met = True
        self._reader = Reader(key(me, "id") or self._reader.me, words(me, "username"))

    async def listen(self, keep: Keep) -> None:
        """Fetch updates, or have them brought, and keep them; until cancelled.

        Raises:
            OSError: the address for the webhook can't be listened on.
        """
        if self._hook is not None:
            await Webhook(self._api, self.pulse, self._hook, before=self._learn, pauses=self._pauses).run(keep)
            return
        self._polling = Polling(
            self._api, self.pulse, before=self._take_over, pauses=self._pauses, poll_seconds=self._poll_seconds
        )
        self._look_until = time.monotonic() + LOOK_SECONDS
        await self._polling.run(keep)

    async def _take_over(self) -> None:
        await self._learn()
        try:
            # Nothing is dropped: what came while we were away is the first that we fetch.
            await self._api.call("deleteWebhook", {"drop_pending_updates": False})
        except Refused as error:
            if error.code in (401, 429):
                raise
            # A server without webhooks has none to take off.
            log.info("webhook not taken off", says=str(error))

    async def stop(self) -> None:
        """Close connections."""
        await self._api.close_connections()

    def read(self, raw: str, received_at: int) -> tuple[Incoming, ...]:
        """What a kept update says; see ``reading.py``."""
        return self._reader.read(raw, received_at)

    async def perform(self, work: Work) -> Outcome:
        """Carry out one piece of work."""
        return await self._sending.perform(work)

    def pause_ended(self, chat: str) -> None:
        """The time for which the server asked us to leave this chat alone is over: the clock was moved."""
        self._api.pause_ended(chat)

    async def make_thread(self, chat: str, wish: ThreadWish) -> Outcome:
        """Make a topic; not before what waited for us has been read: an earlier start may have made it already."""
        if self._polling and time.monotonic() < self._look_until and not self._polling.caught_up(_READ_SECONDS):
            return Outcome(Result.LATER, retry_after=_READ_SECONDS / 2)
        return await self._threads.make(chat, wish)

    async def shape_thread(self, chat: str, thread: str, wish: ThreadWish, changed: frozenset[str]) -> Outcome:
        """Bring a topic to what is wished."""
        return await self._threads.shape(chat, thread, wish, changed)

    async def answer_press(self, press: str, text: str, *, alert: bool) -> None:
        """Answer a pressed button at once, best effort."""
        await self._sending.answer_press(press, text, alert=alert)

    async def fetch(self, attachment: Attachment) -> bytes | Refusal:
        """The content of a file of at most 20 MB.

        Raises:
            NotFetched: not now, but later perhaps.
        """
        if attachment.ref is None:
            return Refusal.FILE_LOST
        if attachment.size is not None and attachment.size > MAX_DOWNLOAD:
            return Refusal.TOO_BIG
        try:
            found = await self._api.call("getFile", {"file_id": attachment.ref})
            path = words(found, "file_path") if isinstance(found, dict) else None
            return Refusal.FILE_LOST if path is None else await self._api.download(path)
        except TooBig:
            return Refusal.TOO_BIG
        except OSError as error:
            log.warning("file of the local server not read", error=type(error).__name__)
            return Refusal.FILE_LOST
        except TelegramError as error:
            if isinstance(error, Refused) and error.code == 404:
                # A file that is gone from the server is "not found" like a wrong token.
                return Refusal.FILE_LOST
            outcome = outcome_of(error, "")
            if outcome.result is Result.REFUSED:
                return Refusal.TOO_BIG if outcome.refusal is Refusal.TOO_BIG else Refusal.FILE_LOST
            raise NotFetched(outcome) from None

    async def inspect(self, groups: Sequence[str], boards: Sequence[str] = ()) -> tuple[Health, ...]:
        """The token, the webhook if there is one, and for each group: found, divided, our rights, privacy mode."""
        inspection = Inspection(self._api, self._locale, self._hook)
        bot, me = await inspection.bot()
        if me is None:
            return (bot,)
        self._know(me)
        findings = [bot]
        hook = await inspection.hook()
        if hook is not None:
            findings.append(hook)
        for chat in groups:
            findings += await inspection.group(chat, me)
        for chat in boards:
            findings.append(await inspection.board(chat, me))
        return tuple(findings)

    def link(self, payload: str) -> str:
        """``https://t.me/<bot>?start=payload``; before the server has told the bot's name, what to write to it."""
        username = self._reader.username
        return f"/start {payload}" if username is None else f"https://t.me/{username}?start={payload}"
