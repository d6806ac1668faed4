"""Topics of a group as the threads of tickets: made, named, given a picture by state, closed and opened."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.base import Outcome, Result, ThreadWish
from bot.channels.telegram.api import Api
from bot.channels.telegram.fields import key
from bot.channels.telegram.planning import GENERAL
from bot.channels.telegram.refusals import outcome_of
from bot.channels.telegram.request import NoSuchMethod, Refused
from handlers.core.vocabulary import Refusal

NAME_LIMIT = 128
"""Characters in a topic's name (Bot API: createForumTopic)."""
BLUE, YELLOW, VIOLET, GREEN, PINK, RED = 0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F
"""The six colours that the Bot API takes, and only when a topic is made."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is shown: a colour, and the pictures that say it best first."""

    colour: int
    pictures: tuple[str, ...]


LOOKS: Mapping[str, Look] = {
    "submitted": Look(RED, ("❗", "📣", "🔥")),
    "accepted": Look(YELLOW, ("👀", "📝")),
    "assigned": Look(YELLOW, ("🗣", "📁", "📝")),
    "in_progress": Look(BLUE, ("⚡", "🔎")),
    "reported": Look(VIOLET, ("📝", "📰")),
    "answered": Look(GREEN, ("💬", "💡")),
    "closed": Look(GREEN, ("✅", "🏁")),
    "suspended": Look(VIOLET, ("📆", "🎮")),
    "declined": Look(PINK, ("❓", "📁")),
    "merged": Look(BLUE, ("📁", "📚")),
    "withdrawn": Look(PINK, ("🏁", "📁")),
}
"""By the state's name; only pictures that ``getForumTopicIconStickers`` offers can be used."""
UNKNOWN_STATE = Look(BLUE, ())
_ASK_AGAIN_SECONDS = 600.0

log = structlog.get_logger("telegram")


def _bare(emoji: str) -> str:
    return emoji.replace("\ufe0f", "")


def fitting(name: str) -> str:
    """A name that a topic can have: one line, at most 128 characters, not empty."""
    return " ".join(name.split())[:NAME_LIMIT].rstrip() or "—"


@dataclass(slots=True)
class Icons:
    """Which pictures a topic can have on this server, asked once."""

    api: Api
    monotonic: Callable[[], float] = time.monotonic
    _known: dict[str, str] | None = None
    _not_before: float = field(default=0.0)

    async def of(self, state: str) -> str | None:
        """The custom emoji that shows a state, None if the server offers none that fits."""
        offered = await self._offered()
        return next((offered[each] for each in LOOKS.get(state, UNKNOWN_STATE).pictures if each in offered), None)

    async def _offered(self) -> dict[str, str]:
        if self._known is not None or self.monotonic() < self._not_before:
            return self._known or {}
        try:
            stickers = await self.api.call("getForumTopicIconStickers")
        except TelegramError as error:
            # Colours alone say it too; an older server has no such pictures.
            self._not_before = self.monotonic() + _ASK_AGAIN_SECONDS
            log.info("no topic icons", says=str(error))
            return {}
        self._known = _pictures(stickers)
        return self._known


def _pictures(stickers: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in stickers if isinstance(stickers, list) else ():
        if isinstance(each, dict) and isinstance(each.get("emoji"), str):
            emoji_id = each.get("custom_emoji_id")
            if isinstance(emoji_id, str):
                found.setdefault(_bare(each["emoji"]), emoji_id)
    return found


class Threads:
    """Makes and shapes topics through ``api``."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._icons = Icons(api)

    async def make(self, chat: str, wish: ThreadWish) -> Outcome:
        """Make a topic; without the right to, or in a group without topics, the refusal is NO_THREADS."""
        look = LOOKS.get(wish.icon, UNKNOWN_STATE)
        parameters: dict[str, Any] = {"chat_id": chat, "name": fitting(wish.name), "icon_color": look.colour}
        icon = await self._icons.of(wish.icon)
        if icon is not None:
            parameters["icon_custom_emoji_id"] = icon
        try:
            made = await self._create(parameters)
        except TelegramError as error:
            outcome = outcome_of(error, chat, optional=True)
            unable = outcome.result is Result.REFUSED and outcome.refusal in (Refusal.NO_RIGHTS, Refusal.REFUSED)
            if unable or (isinstance(error, Refused) and error.code == 404):
                return Outcome(Result.REFUSED, refusal=Refusal.NO_THREADS, text=outcome.text)
            return outcome
        thread = key(made, "message_thread_id") if isinstance(made, dict) else None
        if thread is None:
            # Asked again it would answer the same, and perhaps make another each time.
            return Outcome(Result.REFUSED, refusal=Refusal.NO_THREADS, text="the server's answer names no thread")
        return Outcome(Result.DELIVERED, thread=thread)

    async def _create(self, parameters: dict[str, Any]) -> Any:
        try:
            return await self._api.call("createForumTopic", parameters)
        except Refused as error:
            words = error.description.lower()
            if "icon_custom_emoji_id" not in parameters or not ("emoji" in words or "document_invalid" in words):
                raise
            # The picture is not to be had here after all: the colour is enough.
            return await self._api.call(
                "createForumTopic", {name: each for name, each in parameters.items() if name != "icon_custom_emoji_id"}
            )

    async def shape(self, chat: str, thread: str, wish: ThreadWish, changed: frozenset[str]) -> Outcome:
        """Bring a topic to what is wished; already so is a success. Opened before, closed after it is renamed."""
        steps: list[tuple[str, dict[str, Any]]] = []
        where = {"chat_id": chat, "message_thread_id": int(thread)}
        edit: dict[str, Any] = {"name": fitting(wish.name)} if "name" in changed else {}
        if "icon" in changed:
            icon = await self._icons.of(wish.icon)
            if icon is not None:
                edit["icon_custom_emoji_id"] = icon
        if edit and thread != GENERAL:
            steps.append(("editForumTopic", {**where, **edit}))
        if "open" in changed:
            verb = "reopen" if wish.open else "close"
            step: tuple[str, dict[str, Any]] = (f"{verb}ForumTopic", where)
            if thread == GENERAL:
                step = (f"{verb}GeneralForumTopic", {"chat_id": chat})
            steps.insert(0 if wish.open else len(steps), step)
        for method, parameters in steps:
            try:
                await self._api.call(method, parameters)
            except NoSuchMethod:
                # It stays as it is on this server, and works as well.
                continue
            except TelegramError as error:
                outcome = outcome_of(error, chat, optional=True)
                if outcome.result is not Result.DELIVERED:
                    return outcome
        return Outcome(Result.DELIVERED, thread=thread)
