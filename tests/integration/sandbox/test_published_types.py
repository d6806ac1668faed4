"""What the sandbox sends is what the published Bot API describes: every update and every result, field by field."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from pydantic import BaseModel, TypeAdapter

from sandbox import Sandbox, Upload
from sandbox.methods.sending import poll
from sandbox.records import Chat
from tests import published
from tests.integration.sandbox.conftest import CHEN, LI, ZHANG, Raw


def strays(value: Any, where: str = "") -> list[str]:
    """Fields that the published types do not have."""
    if isinstance(value, list):
        return [each for item in value for each in strays(item, where)]
    if not isinstance(value, BaseModel):
        return []
    found = [f"{where}{type(value).__name__}.{name}" for name in value.model_extra or ()]
    for name in type(value).model_fields:
        found += strays(getattr(value, name), f"{where}{name}.")
    return found


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (10, 120, 200)).save(out, "JPEG")
    return out.getvalue()


async def everything(sandbox: Sandbox, group: Chat) -> None:
    """One of everything that people can do."""
    world = sandbox.world
    world.feed.allow(["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"])
    said = world.say(ZHANG, ZHANG, "食堂太贵 https://example.com @shuji_demo_bot")
    world.say(ZHANG, ZHANG, "还有", reply_to=said.id)
    world.edit(ZHANG, ZHANG, said.id, "食堂太贵了")
    world.react(ZHANG, ZHANG, said.id, "👍")
    for kind in ("document", "video", "voice", "audio", "animation", "video_note", "sticker"):
        world.send(ZHANG, ZHANG, Upload(f"a.{kind}", b"abc"), kind=kind)
    world.send(ZHANG, ZHANG, Upload("a.jpg", picture()), Upload("b.jpg", picture()), kind="photo", caption="看")
    world.share(ZHANG, ZHANG, {"location": {"latitude": 31.2, "longitude": 121.5}})
    world.share(ZHANG, ZHANG, {"contact": {"phone_number": "138", "first_name": "小刘"}})
    world.share(ZHANG, ZHANG, {"poll": poll("换不换", ["换", "不换"])})
    world.forward(ZHANG, ZHANG, said.id, ZHANG)
    world.press(ZHANG, ZHANG, said.id, "a:1")
    world.press(ZHANG, ZHANG, 99_999, "a:1")
    world.block(ZHANG)
    world.start(ZHANG)
    topic = world.topic_open(LI, group, "手工话题")
    world.say(LI, group, "在话题里", thread=topic.id)
    world.say(LI, group, "在外面")
    world.topic_rename(LI, group, topic.id, "改名")
    world.topic_close(LI, group, topic.id)
    world.topic_close(LI, group, topic.id, closed=False)
    world.pin(LI, group, world.say(LI, group, "置顶").id)
    world.set_bot_rights(LI, group, ["can_manage_chat"])
    world.set_bot_rights(LI, group, ())
    world.leave(CHEN, group)
    world.kick_bot(LI, group)
    world.invite_bot(LI, group)
    old = world.add_group("小组", (LI,), basic=True)
    world.invite_bot(LI, old, None)
    world.upgrade(LI, old)


async def test_every_update(sandbox: Sandbox, group: Chat) -> None:
    await everything(sandbox, group)
    updates = [each.render() for each in sandbox.feed.pending]
    assert len(updates) >= 40
    for each in updates:
        update = published.types.Update.model_validate(each)
        assert strays(update) == [], each
        assert update.event_type


CALLS: list[tuple[str, dict[str, Any]]] = [
    ("getMe", {}),
    ("getWebhookInfo", {}),
    ("sendMessage", {"chat_id": ZHANG, "text": "好"}),
    ("sendLocation", {"chat_id": ZHANG, "latitude": 31.2, "longitude": 121.5}),
    ("sendVenue", {"chat_id": ZHANG, "latitude": 31.2, "longitude": 121.5, "title": "厂", "address": "路"}),
    ("sendContact", {"chat_id": ZHANG, "phone_number": "138", "first_name": "刘"}),
    ("sendPoll", {"chat_id": ZHANG, "question": "换不换", "options": [{"text": "换"}, {"text": "不换"}]}),
    ("getChat", {"chat_id": ZHANG}),
    ("getForumTopicIconStickers", {}),
    ("getMyCommands", {}),
]


@pytest.mark.parametrize(("method", "parameters"), CALLS, ids=[method for method, _ in CALLS])
async def test_results(raw: Raw, sandbox: Sandbox, method: str, parameters: dict[str, Any]) -> None:
    body = await raw(method, **parameters)
    result = TypeAdapter(published.by_name()[method].__returning__).validate_python(body["result"])
    assert strays(result) == []
    assert list(sandbox.tally.mistakes) == []


async def test_results_about_a_group(raw: Raw, sandbox: Sandbox, group: Chat) -> None:
    where: dict[str, Any] = {"chat_id": group.id}
    made = (await raw("createForumTopic", **where, name="SJ-2026-0001"))["result"]
    assert strays(published.types.ForumTopic.model_validate(made)) == []
    in_topic = where | {"message_thread_id": made["message_thread_id"]}
    sent = (await raw("sendMessage", **in_topic, text="卡片"))["result"]
    assert strays(published.types.Message.model_validate(sent)) == []
    for method, parameters in (
        ("getChat", where),
        ("getChatMember", where | {"user_id": LI}),
        ("getChatMember", where | {"user_id": CHEN}),
        ("getChatMember", where | {"user_id": sandbox.world.bot.id}),
        ("getChatAdministrators", where),
        ("copyMessage", in_topic | {"from_chat_id": group.id, "message_id": sent["message_id"]}),
        ("editMessageText", where | {"message_id": sent["message_id"], "text": "新卡片"}),
    ):
        body = await raw(method, **parameters)
        result = TypeAdapter(published.by_name()[method].__returning__).validate_python(body["result"])
        assert strays(result) == [], method
    assert list(sandbox.tally.mistakes) == []
