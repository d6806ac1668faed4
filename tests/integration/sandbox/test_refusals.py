"""What Telegram refuses, the sandbox refuses, in Telegram's words."""

from __future__ import annotations

import io
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox, Upload
from sandbox.records import Chat
from tests.integration.sandbox.conftest import CHEN, LI, STRANGER, ZHANG, Raw


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[button]]}


LIMITS: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"text": ""}, "message text is empty"),
    ("sendMessage", {"text": " \n "}, "message text is empty"),
    ("sendMessage", {"text": "字" * 4097}, "message is too long"),
    # Characters outside the basic plane count twice.
    ("sendMessage", {"text": "😀" * 2049}, "message is too long"),
    (
        "sendMessage",
        {"text": "好" * 200, "entities": [{"type": "bold", "offset": n, "length": 1} for n in range(101)]},
        "ENTITIES_TOO_LONG",
    ),
    ("sendMessage", {"text": "好", "entities": [{"type": "bold", "offset": 5, "length": 1}]}, "ENTITY_BOUNDS_INVALID"),
    ("sendMessage", {"text": "<b>好", "parse_mode": "HTML"}, "can't parse entities"),
    ("sendMessage", {"text": "好", "reply_markup": keyboard(text="按")}, "Text buttons are unallowed"),
    ("sendMessage", {"text": "好", "reply_markup": keyboard(text="", callback_data="a")}, "must be non-empty"),
    (
        "sendMessage",
        {"text": "好", "reply_markup": keyboard(text="按", callback_data="字" * 22)},
        "BUTTON_DATA_INVALID",
    ),
    ("sendMessage", {"text": "好", "reply_markup": keyboard(text="按", url="ftp://x")}, "is invalid"),
    (
        "sendMessage",
        {"text": "好", "reply_markup": keyboard(text="按", url="https://x", callback_data="a")},
        "Exactly one",
    ),
    ("sendMessage", {"text": "好", "reply_markup": keyboard(text="按", callback_data="a", style="loud")}, "style"),
    (
        "sendMessage",
        {"text": "好", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * 9]}},
        "REPLY_MARKUP_TOO_LONG",
    ),
    ("sendMessage", {"text": "好", "reply_parameters": {"message_id": 9999}}, "message to be replied not found"),
    ("sendMessage", {"text": "好", "message_thread_id": 5}, "message thread not found"),
    ("sendDocument", {"document": "nonsense"}, "wrong remote file identifier"),
    ("sendDocument", {"document": "https://example.com/a.pdf"}, "failed to get HTTP URL content"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}]}, "there are no messages"),
    ("sendMediaGroup", {"media": [{"type": "photo", "media": "x"}] * 11}, "too many messages"),
    (
        "sendMediaGroup",
        {"media": [{"type": "photo", "media": "x"}, {"type": "document", "media": "x"}]},
        "document can't be mixed with other media types",
    ),
    (
        "sendMediaGroup",
        {"media": [{"type": "animation", "media": "x"}, {"type": "animation", "media": "x"}]},
        "can't be used in sendMediaGroup",
    ),
    ("sendLocation", {"latitude": 91, "longitude": 0}, "wrong geographic coordinates"),
    ("editMessageText", {"message_id": 9999, "text": "好"}, "message to edit not found"),
    ("editMessageText", {"message_id": 1, "text": "好"}, "message can't be edited"),
    ("deleteMessage", {"message_id": 9999}, "message to delete not found"),
    ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "emoji", "emoji": "🦖"}]}, "REACTION_INVALID"),
    ("setMessageReaction", {"message_id": 9999, "reaction": []}, "message to react not found"),
    ("pinChatMessage", {"message_id": 9999}, "message to pin not found"),
    ("createForumTopic", {"name": "话题"}, "the chat is not a forum"),
    ("copyMessage", {"from_chat_id": ZHANG, "message_id": 9999}, "message to copy not found"),
    ("copyMessages", {"from_chat_id": ZHANG, "message_ids": [2, 1]}, "strictly increasing"),
    ("sendChatAction", {"action": "dancing"}, "wrong parameter action"),
]


@pytest.mark.parametrize(("method", "parameters", "words"), LIMITS)
async def test_limits(raw: Raw, method: str, parameters: dict[str, Any], words: str) -> None:
    assert words in await raw.refused(method, chat_id=ZHANG, **parameters)


async def test_what_just_fits_goes(raw: Raw) -> None:
    assert (await raw("sendMessage", chat_id=ZHANG, text="字" * 4096))["ok"]
    assert (await raw("sendMessage", chat_id=ZHANG, text="😀" * 2048))["ok"]
    fits = keyboard(text="按", callback_data="字" * 21 + "a")
    assert (await raw("sendMessage", chat_id=ZHANG, text="好", reply_markup=fits))["ok"]


@pytest.mark.parametrize(
    ("chat", "code", "words"),
    [
        ("", 400, "chat_id is empty"),
        ("@nobody", 400, "chat not found"),
        (STRANGER, 400, "chat not found"),
        (-100, 400, "chat not found"),
        # The bot has never seen her: for it she does not exist.
        (CHEN, 400, "chat not found"),
    ],
)
async def test_chats_that_are_not_there(raw: Raw, chat: int | str, code: int, words: str) -> None:
    body = await raw("sendMessage", chat_id=chat, text="在吗")
    assert (body["error_code"], words in body["description"]) == (code, True)


async def test_a_group_that_the_bot_was_put_out_of(raw: Raw, sandbox: Sandbox, group: Chat) -> None:
    sandbox.world.kick_bot(LI, group)
    body = await raw("sendMessage", chat_id=group.id, text="在吗")
    assert body["error_code"] == 403
    assert body["description"] == "Forbidden: bot was kicked from the supergroup chat"


async def test_rights_that_the_bot_has_not(raw: Raw, sandbox: Sandbox, group: Chat) -> None:
    said = sandbox.world.say(LI, group, "在")
    sandbox.world.set_bot_rights(LI, group, ())
    where = {"chat_id": group.id}
    assert "not enough rights to create a topic" in await raw.refused("createForumTopic", **where, name="话题")
    assert "not enough rights" in await raw.refused("pinChatMessage", **where, message_id=said.id)
    assert "can't be deleted" in await raw.refused("deleteMessage", **where, message_id=said.id)
    group.bot_may_write = False
    assert "not enough rights to send text messages" in await raw.refused("sendMessage", **where, text="好")


async def test_topics_that_are_gone_or_closed(raw: Raw, sandbox: Sandbox, group: Chat) -> None:
    topic = (await raw("createForumTopic", chat_id=group.id, name="SJ-2026-0001"))["result"]["message_thread_id"]
    where = {"chat_id": group.id, "message_thread_id": topic}
    sandbox.world.topic_close(LI, group, topic)
    assert await raw.refused("sendMessage", **where, text="好") == "Bad Request: TOPIC_CLOSED"
    assert await raw.refused("closeForumTopic", **where) == "Bad Request: TOPIC_NOT_MODIFIED"
    sandbox.world.topic_delete(LI, group, topic)
    assert await raw.refused("sendMessage", **where, text="好") == "Bad Request: message thread not found"
    assert await raw.refused("editForumTopic", **where, name="新") == "Bad Request: TOPIC_DELETED"
    assert await raw.refused("editForumTopic", chat_id=group.id, message_thread_id=77, name="新") == (
        "Bad Request: TOPIC_ID_INVALID"
    )
    # The general topic is never named.
    assert "message thread not found" in await raw.refused(
        "sendMessage", chat_id=group.id, message_thread_id=1, text="好"
    )
    assert (await raw("closeGeneralForumTopic", chat_id=group.id))["ok"]
    assert await raw.refused("sendMessage", chat_id=group.id, text="好") == "Bad Request: TOPIC_CLOSED"


async def test_names_and_pictures_of_topics(raw: Raw, group: Chat) -> None:
    assert "too long" in await raw.refused("createForumTopic", chat_id=group.id, name="长" * 129)
    assert "title must be non-empty" in await raw.refused("createForumTopic", chat_id=group.id, name="  ")
    assert "icon color" in await raw.refused("createForumTopic", chat_id=group.id, name="好", icon_color=1)
    odd = await raw.refused("createForumTopic", chat_id=group.id, name="好", icon_custom_emoji_id="1")
    assert "DOCUMENT_INVALID" in odd


async def test_an_old_message_stays(raw: Raw, sandbox: Sandbox) -> None:
    sent = (await raw("sendMessage", chat_id=ZHANG, text="好"))["result"]["message_id"]
    sandbox.clock.advance(48 * 3600 + 1)
    assert "can't be deleted" in await raw.refused("deleteMessage", chat_id=ZHANG, message_id=sent)
    # Editing has no such limit.
    assert (await raw("editMessageText", chat_id=ZHANG, message_id=sent, text="改"))["ok"]


async def test_a_late_answer_to_a_press(raw: Raw, sandbox: Sandbox) -> None:
    query = sandbox.world.press(ZHANG, ZHANG, 1, "a:1")
    sandbox.clock.advance(3600)
    assert "query is too old" in await raw.refused("answerCallbackQuery", callback_query_id=query.id)


async def test_files_too_big_for_bots(raw: Raw, sandbox: Sandbox) -> None:
    (message,) = sandbox.world.send(ZHANG, ZHANG, Upload("big.mp4", bytes((20 << 20) + 1)), kind="video")
    handle = message.content["video"]["file_id"]
    assert "file is too big" in await raw.refused("getFile", file_id=handle)
    assert "can't use file of type Video as Photo" in await raw.refused("sendPhoto", chat_id=ZHANG, photo=handle)
    # It can be sent again all the same.
    assert (await raw("sendVideo", chat_id=ZHANG, video=handle))["ok"]


async def _upload(sandbox: Sandbox, method: str, name: str, content: bytes) -> tuple[int, str]:
    form = aiohttp.FormData()
    form.add_field("chat_id", str(ZHANG))
    form.add_field(name, io.BytesIO(content), filename="a.jpg")
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.base_url}{sandbox.token}/{method}", data=form) as answer,
    ):
        return answer.status, (await answer.json())["description"]


async def test_uploads_too_big_or_no_pictures(sandbox: Sandbox) -> None:
    assert await _upload(sandbox, "sendDocument", "document", bytes((50 << 20) + 1)) == (
        413,
        "Request Entity Too Large",
    )
    status, words = await _upload(sandbox, "sendPhoto", "photo", bytes((10 << 20) + 1))
    assert (status, "is too big for a photo" in words) == (400, True)
    assert await _upload(sandbox, "sendPhoto", "photo", b"no picture") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert await _upload(sandbox, "sendDocument", "document", b"") == (400, "Bad Request: file must be non-empty")


async def test_the_token_and_the_method(raw: Raw, sandbox: Sandbox) -> None:
    assert (await raw("getMe", token="1:x"))["error_code"] == 401
    body = await raw("sendTelepathy", chat_id=ZHANG)
    assert (body["error_code"], body["description"]) == (404, "Not Found: method not found")
    assert sandbox.tally.mistakes.pop() == "sendTelepathy is no method of the Bot API"


async def test_a_parameter_that_does_not_exist_is_noted(raw: Raw, sandbox: Sandbox) -> None:
    await raw("sendMessage", chat_id=ZHANG, text="好", silently=True)
    assert sandbox.tally.mistakes.pop() == "sendMessage has no silently"


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Täglich", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "my", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "my", "description": "长" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "my", "description": "x"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_menus(raw: Raw, commands: list[dict[str, str]], words: str) -> None:
    assert words in await raw.refused("setMyCommands", commands=commands)
    odd = {"type": "chat_member", "chat_id": ZHANG, "user_id": ZHANG}
    assert "private chats" in await raw.refused("setMyCommands", commands=[], scope=odd)
    assert "language code" in await raw.refused("setMyCommands", commands=[], language_code="zh-hans")


async def test_values_of_the_wrong_kind_break_nothing(raw: Raw, sandbox: Sandbox) -> None:
    for parameters in (
        {"reply_markup": 5},
        {"reply_markup": {"inline_keyboard": [[5]]}},
        {"reply_parameters": [1]},
        {"entities": [5]},
        {"message_thread_id": "x"},
    ):
        body = await raw("sendMessage", chat_id=ZHANG, text="好", **parameters)
        assert body["ok"] or body["error_code"] == 400
    assert sandbox.tally.mistakes
    sandbox.tally.mistakes.clear()
