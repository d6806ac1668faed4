"""Carrying out one piece of work on Telegram, with what can be done about a refusal before giving up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.base import Outcome, Result, Work
from bot.channels.telegram.api import Api
from bot.channels.telegram.fields import EMPTY, flag, number, part
from bot.channels.telegram.planning import (
    GENERAL,
    Call,
    is_modern,
    plan_commands,
    plan_delete,
    plan_edit,
    plan_leave,
    plan_reaction,
    plan_send,
)
from bot.channels.telegram.refusals import Cure, cure_for, outcome_of, suspects
from bot.channels.telegram.request import NoSuchMethod, Refused
from handlers.core.message import lay_out
from handlers.core.vocabulary import OutKind, Refusal

PRESS_TEXT = 200
"""Longest text in answer to a press (Bot API: answerCallbackQuery)."""
_PRESS_SECONDS = 10.0
_PRESS_PAUSES = (0.5, 1.0)
"""Seconds before a press is answered again: what is said there is said nowhere else."""
_STRAYS = 3
_OPTIONAL = frozenset({"setMessageReaction", "setMyCommands", "deleteMyCommands", "leaveChat"})
_SHOWS = frozenset({"setMessageReaction", "setMyCommands", "deleteMyCommands", "editMessageReplyMarkup"})
"""What only makes something easier to see: where the server lacks it, nothing is missing that somebody must be told."""

log = structlog.get_logger("telegram")


class Sending:
    """Carries out work through ``api``. Remembers what kind of buttons the server takes."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._plain = False
        self._strays: dict[str, int] = {}
        self._by_kind: Mapping[OutKind, Callable[[Work], Awaitable[Outcome]]] = {
            OutKind.SEND: self._send_anywhere,
            OutKind.EDIT: self._edit,
            OutKind.DELETE: self._delete,
            OutKind.REACT: self._react,
            OutKind.PIN: self._pin,
            OutKind.COMMANDS: self._commands,
            OutKind.LEAVE: self._leave,
        }

    async def perform(self, work: Work) -> Outcome:
        """Carry out one piece of work; every refusal is an outcome."""
        carry_out = self._by_kind.get(work.kind)
        if carry_out is None:
            return Outcome(Result.REFUSED, refusal=Refusal.REFUSED, text=f"{work.kind} is not a piece of work")
        return await carry_out(work)

    async def answer_press(self, press: str, text: str, *, alert: bool) -> None:
        """Answer a pressed button, best effort."""
        parameters: dict[str, Any] = {"callback_query_id": press}
        if text:
            parameters |= {"text": text[:PRESS_TEXT], "show_alert": alert}
        for pause in (*_PRESS_PAUSES, None):
            try:
                await self._api.call("answerCallbackQuery", parameters, seconds=_PRESS_SECONDS)
            except TelegramError as error:
                asked = error.retry_after if isinstance(error, Refused) else 0.0
                if pause is None or asked is None or asked > _PRESS_SECONDS:
                    # Too late, or the server is away: the press itself has been handled.
                    log.debug("press not answered", says=str(error))
                    return
                await asyncio.sleep(max(pause, asked))
            else:
                return

    async def _send_anywhere(self, work: Work) -> Outcome:
        outcome = await self._send(work)
        if outcome.result is Result.THREAD_CLOSED and work.thread in (None, GENERAL):
            return await self._through_general(work)
        return outcome

    async def _through_general(self, work: Work) -> Outcome:
        """General was closed by people: open it for this message, and close it again."""
        try:
            await self._api.call("reopenGeneralForumTopic", {"chat_id": work.chat})
        except TelegramError as error:
            outcome = outcome_of(error, work.chat, optional=True)
            if outcome.result is not Result.DELIVERED:
                return outcome
        sent = await self._send(work)
        try:
            await self._api.call("closeGeneralForumTopic", {"chat_id": work.chat})
        except TelegramError as error:
            log.warning("general topic stays open", says=str(error))
        return sent

    async def _send(self, work: Work) -> Outcome:
        """The first of the calls that the work consists of; what it carried is in the outcome."""
        cures = frozenset({Cure.PLAIN_BUTTONS}) if self._plain else frozenset[Cure]()
        while True:
            call = plan_send(work, cures)[0]
            try:
                answer = await self._api.call(call.method, call.parameters)
            except TelegramError as error:
                cure = cure_for(error)
                if cure is not None and _helps(cure, work, call, cures):
                    cures |= {cure}
                    continue
                kinds = tuple(work.files[number].attachment.kind for number in call.files)
                at_fault = tuple(call.files[place] for place in suspects(error, kinds))
                return replace(outcome_of(error, work.chat), at_fault=at_fault)
            ids = _ids(answer)
            if await self._is_stray(call, answer):
                await self._take_back(work.chat, ids)
                return Outcome(Result.THREAD_GONE, text="the message went elsewhere than into its thread")
            self._plain = self._plain or Cure.PLAIN_BUTTONS in cures
            sent = Outcome(Result.DELIVERED, messages=ids, thread=work.thread, said=call.words, carried=call.files)
            return await self._pinned(work, sent) if work.pin and ids else sent

    async def _pinned(self, work: Work, sent: Outcome) -> Outcome:
        pin = sent.messages[0]
        pinned = await self._pin(replace(work, target=pin))
        if pinned.result is Result.DELIVERED:
            return replace(sent, text=pinned.text)
        # It is said, and that is what counts: it will be pinned when it can be.
        return replace(sent, unpinned=pin)

    async def _is_stray(self, call: Call, answer: Any) -> bool:
        """Whether the message was let into General silently because its thread is gone."""
        asked, chat = call.parameters.get("message_thread_id"), str(call.parameters["chat_id"])
        first = answer[0] if isinstance(answer, list) and answer else answer
        if asked is None or not isinstance(first, dict):
            return False
        found = number(first, "message_thread_id")
        divided = flag(part(first, "chat") or EMPTY, "is_forum")
        if found == asked or (found is None and not divided):
            # In a group whose topics were turned off there is nowhere else to go.
            self._strays.pop(chat, None)
            return False
        # A server that never names threads, or the wrong ones, would have us make new ones for ever.
        self._strays[chat] = self._strays.get(chat, 0) + 1
        return self._strays[chat] <= _STRAYS and (found is not None or await self._is_gone(chat, asked))

    async def _is_gone(self, chat: str, thread: int) -> bool:
        """Whether there is no such topic any more: asked by a change that changes nothing."""
        try:
            await self._api.call("editForumTopic", {"chat_id": chat, "message_thread_id": thread})
        except TelegramError as error:
            return outcome_of(error, chat, optional=True).result is Result.THREAD_GONE
        return False

    async def _take_back(self, chat: str, ids: tuple[str, ...]) -> None:
        for each in ids:
            try:
                await self._api.call("deleteMessage", {"chat_id": chat, "message_id": int(each)})
            except TelegramError as error:
                log.warning("stray message stays", says=str(error))

    async def _pin(self, work: Work) -> Outcome:
        """Pin quietly. A message that can't be pinned is as good without: only what passes by itself is an outcome."""
        parameters = {"chat_id": work.chat, "message_id": int(work.target or 0), "disable_notification": True}
        try:
            await self._api.call("pinChatMessage", parameters)
        except TelegramError as error:
            outcome = outcome_of(error, work.chat, optional=True)
            if outcome.result is not Result.REFUSED:
                return outcome
            log.info("not pinned", says=str(error))
            return Outcome(Result.DELIVERED, text=f"not pinned: {error}")
        return Outcome(Result.DELIVERED)

    async def _edit(self, work: Work) -> Outcome:
        cures = frozenset({Cure.PLAIN_BUTTONS}) if self._plain else frozenset[Cure]()
        while True:
            call = plan_edit(work, cures)
            try:
                await self._api.call(call.method, call.parameters)
            except TelegramError as error:
                cure = cure_for(error)
                if cure in (Cure.CAPTION, Cure.PLAIN_BUTTONS, Cure.NO_LOOKS) and _helps(cure, work, call, cures):
                    cures |= {cure}
                    continue
                return _on_target(_outcome(error, call, work), work)
            self._plain = self._plain or Cure.PLAIN_BUTTONS in cures
            return Outcome(Result.DELIVERED, messages=(work.target or "",))

    async def _delete(self, work: Work) -> Outcome:
        outcome = await self._once(plan_delete(work), work)
        # It is gone: by an earlier call whose answer got lost, or by hand.
        return Outcome(Result.DELIVERED) if outcome.refusal is Refusal.TARGET_GONE else outcome

    async def _react(self, work: Work) -> Outcome:
        return await self._once(plan_reaction(work), work)

    async def _commands(self, work: Work) -> Outcome:
        return await self._once(plan_commands(work), work)

    async def _leave(self, work: Work) -> Outcome:
        outcome = await self._once(plan_leave(work), work)
        # We are out already.
        return Outcome(Result.DELIVERED) if outcome.refusal is Refusal.GROUP_GONE else outcome

    async def _once(self, call: Call, work: Work) -> Outcome:
        try:
            await self._api.call(call.method, call.parameters)
        except TelegramError as error:
            return _on_target(_outcome(error, call, work), work)
        return Outcome(Result.DELIVERED, messages=(work.target,) if work.target else ())


def _outcome(error: TelegramError, call: Call, work: Work) -> Outcome:
    if isinstance(error, NoSuchMethod) and call.method in _SHOWS:
        return Outcome(Result.DELIVERED, text=f"the server has no {call.method}")
    return outcome_of(error, work.chat, optional=call.method in _OPTIONAL)


def _helps(cure: Cure, work: Work, call: Call, cures: frozenset[Cure]) -> bool:
    if cure in cures:
        return False
    match cure:
        case Cure.NO_REPLY:
            return work.reply_to is not None
        case Cure.PLAIN_BUTTONS:
            return is_modern(work.buttons)
        case Cure.NO_LOOKS:
            return bool(lay_out(work.text).marks)
        case Cure.AS_DOCUMENT:
            return any(work.files[number].made is not None for number in call.files)
        case Cure.CAPTION:
            return bool(work.text) and work.kind is OutKind.EDIT


def _on_target(outcome: Outcome, work: Work) -> Outcome:
    if outcome.result is Result.DELIVERED and work.target:
        return replace(outcome, messages=(work.target,))
    return outcome


def _ids(answer: Any) -> tuple[str, ...]:
    messages = answer if isinstance(answer, list) else [answer]
    return tuple(str(each["message_id"]) for each in messages if isinstance(each, dict) and "message_id" in each)
