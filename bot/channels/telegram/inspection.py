"""What is right and wrong with a bot and its groups, in words for whoever runs ``shuji check``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from telegram.error import TelegramError

from bot.channels.base import Health
from bot.channels.telegram.api import Api
from bot.channels.telegram.fields import Fields, flag, key, number, words
from bot.channels.telegram.reading import rights_of
from bot.channels.telegram.request import NoSuchMethod, NotSent, Refused
from bot.channels.telegram.webhook import Hook
from handlers.core.texts import say

_RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")


class Inspection:
    """One look at the set-up, in the language ``locale``."""

    def __init__(self, api: Api, locale: str, hook: Hook | None) -> None:
        self._api = api
        self._locale = locale
        self._hook = hook

    def _say(self, name: str, **facts: Any) -> str:
        return say(self._locale, f"telegram-{name}", **facts)

    def _wrong(self, subject: str, name: str, **facts: Any) -> Health:
        return Health(subject, self._say(f"{name}-problem", **facts), self._say(f"{name}-remedy", **facts))

    async def bot(self) -> tuple[Health, Fields | None]:
        """The token and the server; and who we are, None if the server does not say."""
        subject = self._say("subject-bot")
        try:
            me = await self._api.call("getMe", seconds=10.0)
        except NotSent as error:
            return self._wrong(subject, "unreachable", says=str(error)), None
        except Refused as error:
            name = "token" if error.code in (401, 404) else "odd"
            return self._wrong(subject, name, says=str(error)), None
        except TelegramError as error:
            return self._wrong(subject, "odd", says=str(error)), None
        if not isinstance(me, dict) or key(me, "id") is None:
            return self._wrong(subject, "odd", says="getMe"), None
        username = words(me, "username")
        called = words(me, "first_name") or "" if username is None else f"@{username}"
        return Health(self._say("subject-bot-named", bot=called)), me

    async def hook(self) -> Health | None:
        """Whether updates are brought here without errors; None when they are fetched instead."""
        if self._hook is None:
            return None
        subject = self._say("subject-webhook")
        try:
            info = await self._api.call("getWebhookInfo", seconds=10.0)
        except NoSuchMethod:
            return Health(subject)
        except TelegramError as error:
            return self._wrong(subject, "odd", says=str(error))
        info = info if isinstance(info, dict) else {}
        if words(info, "url") not in (None, self._hook.url):
            return self._wrong(subject, "webhook-elsewhere")
        failing = words(info, "last_error_message")
        return self._wrong(subject, "webhook-failing", says=failing) if failing else Health(subject)

    async def group(self, chat: str, me: Fields) -> tuple[Health, ...]:
        """One secretaries' group: there, divided into topics, and what we may do in it."""
        looked = await self._chat(chat, me, "group")
        if isinstance(looked, Health):
            return (looked,)
        found, member = looked
        subject = self._say("subject-group", title=words(found, "title") or "", chat=chat)
        return tuple(self._findings(subject, found, member, me)) or (Health(subject),)

    async def board(self, chat: str, me: Fields) -> Health:
        """Where what is made public is posted, a channel or a group: there, and whether we may post in it."""
        looked = await self._chat(chat, me, "board")
        if isinstance(looked, Health):
            return looked
        found, member = looked
        subject = self._say("subject-board", title=words(found, "title") or "", chat=chat)
        status = words(member, "status") or ""
        if status in ("left", "kicked"):
            return self._wrong(subject, "board-missing", says=status)
        if words(found, "type") == "channel" and status != "creator" and not flag(member, "can_post_messages"):
            return self._wrong(subject, "board-mute")
        return Health(subject)

    async def _chat(self, chat: str, me: Fields, kind: str) -> tuple[Fields, Fields] | Health:
        """What the server says of a chat and of us in it, or what is to be said instead; ``kind``: group or board."""
        subject = self._say(f"subject-{kind}", title="", chat=chat)
        try:
            found = await self._api.call("getChat", {"chat_id": chat}, seconds=10.0)
            member = await self._api.call("getChatMember", {"chat_id": chat, "user_id": me.get("id")}, seconds=10.0)
        except NoSuchMethod:
            # A server that can't be asked: nothing is known to be wrong.
            return Health(subject)
        except Refused as error:
            if error.moved_to is not None:
                return self._wrong(subject, f"{kind}-moved", chat=error.moved_to)
            return self._wrong(subject, f"{kind}-missing", says=str(error))
        except TelegramError as error:
            return self._wrong(subject, "odd", says=str(error))
        if not isinstance(found, dict) or not isinstance(member, dict):
            return self._wrong(subject, "odd", says="getChat")
        return found, member

    def _findings(self, subject: str, found: Fields, member: Fields, me: Fields) -> Iterator[Health]:
        kind, rights = words(found, "type"), rights_of(member)
        # Ids of groups are below zero, where a server leaves out what kind of chat it is.
        if kind not in ("group", "supergroup") and not (kind is None and (number(found, "id") or 0) < 0):
            yield self._wrong(subject, "not-a-group")
            return
        if rights["status"] in ("left", "kicked"):
            yield self._wrong(subject, "group-missing", says=rights["status"])
            return
        if not flag(found, "is_forum"):
            yield self._wrong(subject, "no-topics")
        if not rights["administrator"]:
            reads = flag(me, "can_read_all_group_messages")
            yield self._wrong(subject, "not-administrator" if reads else "not-administrator-private")
            return
        for right in _RIGHTS:
            if not rights[right] and (right != "can_manage_topics" or flag(found, "is_forum")):
                yield self._wrong(subject, right.replace("_", "-"))
