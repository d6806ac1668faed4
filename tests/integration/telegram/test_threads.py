"""Topics: made, shaped, and not to be had."""

from __future__ import annotations

import pytest

from bot.channels.base import Outcome, Result, ThreadWish
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.threads import LOOKS, fitting
from handlers.core.vocabulary import Refusal
from handlers.rules.lifecycle import State
from tests.integration.telegram.scripted import DROP, Answer, Scripted, no, ok

CHAT = "-1001234567890"
WISH = ThreadWish("SJ-2026-0042 食堂 · 待受理", "submitted", True)
STICKERS = ok([{"emoji": "❗️", "custom_emoji_id": "11"}, {"emoji": "✅", "custom_emoji_id": "22"}, {"emoji": 3}, 4])
NONE = ok([])
ALL = frozenset({"name", "icon", "open"})


def test_every_state_has_a_look() -> None:
    assert {state.value for state in State} == set(LOOKS)


def test_names_that_a_topic_can_have() -> None:
    assert fitting(" a\n b ") == "a b"
    assert fitting("") == "—"
    assert len(fitting("长" * 200)) == 128


async def test_made_with_colour_and_picture(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getForumTopicIconStickers", STICKERS)
    server.will("createForumTopic", ok({"message_thread_id": 77, "name": "x", "icon_color": 1}))
    assert await telegram.make_thread(CHAT, WISH) == Outcome(Result.DELIVERED, thread="77")
    assert server.calls("createForumTopic")[0] == {
        "chat_id": int(CHAT),
        "name": WISH.name,
        "icon_color": 0xFB6F5F,
        "icon_custom_emoji_id": 11,
    }


async def test_a_picture_that_is_not_to_be_had_here(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getForumTopicIconStickers", STICKERS)
    server.will("createForumTopic", no(400, "Bad Request: DOCUMENT_INVALID"), ok({"message_thread_id": 77}))
    assert (await telegram.make_thread(CHAT, WISH)).thread == "77"
    assert "icon_custom_emoji_id" not in server.calls("createForumTopic")[1]


async def test_a_server_without_pictures(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getForumTopicIconStickers", no(404, "Not Found"))
    server.will("createForumTopic", *[ok({"message_thread_id": 77})] * 2)
    await telegram.make_thread(CHAT, WISH)
    await telegram.make_thread(CHAT, WISH)
    assert len(server.calls("getForumTopicIconStickers")) == 1


@pytest.mark.parametrize(
    ("answer", "result", "refusal"),
    [
        (no(400, "Bad Request: not enough rights to create a topic"), Result.REFUSED, Refusal.NO_THREADS),
        (no(400, "Bad Request: the chat is not a forum"), Result.REFUSED, Refusal.NO_THREADS),
        (no(404, "Not Found"), Result.REFUSED, Refusal.NO_THREADS),
        (no(403, "Forbidden: bot was kicked from the supergroup chat"), Result.REFUSED, Refusal.GROUP_GONE),
        (no(429, "Too Many Requests", retry_after=5), Result.LATER, None),
        (no(401, "Unauthorized"), Result.STOPPED, None),
        (DROP, Result.UNKNOWN, None),
        (ok({"strange": True}), Result.REFUSED, Refusal.NO_THREADS),
    ],
)
async def test_not_made(
    server: Scripted, telegram: TelegramChannel, answer: Answer, result: Result, refusal: Refusal | None
) -> None:
    server.will("getForumTopicIconStickers", NONE)
    server.will("createForumTopic", answer)
    outcome = await telegram.make_thread(CHAT, WISH)
    assert (outcome.result, outcome.refusal) == (result, refusal)


async def test_shaped(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("getForumTopicIconStickers", STICKERS)
    closed = ThreadWish("SJ-2026-0042 食堂 · 已办结", "closed", False)
    assert (await telegram.shape_thread(CHAT, "7", closed, ALL)).result is Result.DELIVERED
    assert server.methods[1:] == ["editForumTopic", "closeForumTopic"]
    assert server.calls("editForumTopic")[0]["icon_custom_emoji_id"] == 22
    server.asked.clear()
    await telegram.shape_thread(CHAT, "7", ThreadWish("x", "in_progress", True), ALL)
    assert server.methods == ["reopenForumTopic", "editForumTopic"]
    assert server.calls("editForumTopic")[0] == {"chat_id": int(CHAT), "message_thread_id": 7, "name": "x"}
    server.asked.clear()
    assert (await telegram.shape_thread(CHAT, "7", WISH, frozenset())).result is Result.DELIVERED
    assert server.methods == []


async def test_already_so_and_gone(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("closeForumTopic", no(400, "Bad Request: TOPIC_NOT_MODIFIED"))
    shut = ThreadWish("x", "closed", False)
    assert (await telegram.shape_thread(CHAT, "7", shut, frozenset({"open"}))).result is Result.DELIVERED
    server.will("editForumTopic", no(400, "Bad Request: TOPIC_ID_INVALID"))
    assert (await telegram.shape_thread(CHAT, "7", shut, frozenset({"name"}))).result is Result.THREAD_GONE
