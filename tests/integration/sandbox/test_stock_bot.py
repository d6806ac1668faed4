"""python-telegram-bot's own Bot, as it comes, on the sandbox."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter

from sandbox import Sandbox, Upload
from sandbox.records import Chat
from tests.integration.sandbox.conftest import CHEN, LI, ZHANG


def picture(size: tuple[int, int] = (640, 480)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (10, 120, 200)).save(out, "JPEG")
    return out.getvalue()


async def test_it_knows_who_it_is(bot: Bot, sandbox: Sandbox) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (sandbox.world.bot.id, "shuji_demo_bot", True)


async def test_what_a_person_writes_arrives_once(bot: Bot, sandbox: Sandbox) -> None:
    sandbox.world.say(ZHANG, ZHANG, "/start u-HQ")
    (first,) = await bot.get_updates(timeout=1)
    assert first.message is not None
    assert first.message.text == "/start u-HQ"
    assert [each.type for each in first.message.entities] == ["bot_command"]
    sandbox.world.say(ZHANG, ZHANG, "食堂太贵")
    (second,) = await bot.get_updates(offset=first.update_id + 1, timeout=1)
    assert second.message is not None
    assert second.message.text == "食堂太贵"
    assert sandbox.feed.pending[0].id == second.update_id


async def test_a_press_is_answered_with_a_toast(bot: Bot, sandbox: Sandbox) -> None:
    row = [
        InlineKeyboardButton("提交", callback_data="raise_submit:1"),
        InlineKeyboardButton("复制", copy_text=CopyTextButton("SJ-2026-0001")),
        InlineKeyboardButton("看", url="https://t.me/shuji_demo_bot?start=hello"),
    ]
    sent = await bot.send_message(ZHANG, "请确认", reply_markup=InlineKeyboardMarkup([row]))
    query = sandbox.world.press_label(ZHANG, ZHANG, sent.message_id, "提交")
    (update,) = await bot.get_updates(timeout=1)
    assert update.callback_query is not None
    assert update.callback_query.data == "raise_submit:1"
    await update.callback_query.answer("已提交", show_alert=True)
    assert query.toast is not None
    assert (query.toast.text, query.toast.alert) == ("已提交", True)
    with pytest.raises(BadRequest, match="too old"):
        await update.callback_query.answer("再来")


async def test_an_album_comes_as_separate_updates_and_is_sent_again_by_handle(
    bot: Bot, sandbox: Sandbox, group: Chat
) -> None:
    sandbox.world.send(ZHANG, ZHANG, *[Upload(f"{n}.jpg", picture()) for n in range(3)], kind="photo", caption="看")
    updates = await bot.get_updates(timeout=1)
    messages = [each.message for each in updates if each.message]
    assert len({each.media_group_id for each in messages}) == 1
    assert [each.caption for each in messages] == ["看", None, None]
    topic = await bot.create_forum_topic(group.id, "SJ-2026-0001")
    sent = await bot.send_media_group(
        group.id,
        [InputMediaPhoto(each.photo[-1].file_id) for each in messages],
        message_thread_id=topic.message_thread_id,
    )
    assert all(each.message_thread_id == topic.message_thread_id and each.is_topic_message for each in sent)
    assert [each.photo[-1].file_unique_id for each in sent] == [each.photo[-1].file_unique_id for each in messages]


async def test_files_go_up_and_come_down(bot: Bot) -> None:
    sent = await bot.send_document(ZHANG, b"abc", filename="台账.xlsx", caption="本周台账")
    assert sent.document is not None
    assert sent.document.file_name == "台账.xlsx"
    file = await sent.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"abc"
    documents = [InputMediaDocument(b"a", filename="a.txt"), InputMediaDocument(b"b", filename="b.txt", caption="二")]
    album = await bot.send_media_group(ZHANG, documents)
    assert [each.document.file_name for each in album if each.document] == ["a.txt", "b.txt"]


async def test_other_kinds(bot: Bot) -> None:
    assert (await bot.send_voice(ZHANG, b"OggS")).voice
    assert (await bot.send_video(ZHANG, b"mp4", filename="a.mp4")).video
    assert (await bot.send_audio(ZHANG, b"mp3", filename="a.mp3")).audio
    assert (await bot.send_animation(ZHANG, b"gif", filename="a.mp4")).animation
    assert (await bot.send_video_note(ZHANG, b"mp4")).video_note
    assert (await bot.send_sticker(ZHANG, b"webp")).sticker
    assert (await bot.send_location(ZHANG, 31.2, 121.5)).location
    assert (await bot.send_venue(ZHANG, 31.2, 121.5, "一分厂", "厂区路 1 号")).venue
    assert (await bot.send_contact(ZHANG, "13800000000", "小刘")).contact
    assert (await bot.send_poll(ZHANG, "换不换", ["换", "不换"])).poll
    assert await bot.send_chat_action(ZHANG, "typing")


async def test_a_message_is_edited_pinned_reacted_to_and_taken_away(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    sent = await bot.send_message(group.id, "待受理")
    assert await bot.edit_message_text("已受理", group.id, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("已受理", group.id, sent.message_id)
    assert await bot.pin_chat_message(group.id, sent.message_id)
    assert (await bot.get_chat(group.id)).pinned_message.message_id == sent.message_id  # type: ignore[union-attr]
    said = sandbox.world.say(LI, group, "收到")
    assert await bot.set_message_reaction(group.id, said.id, [ReactionTypeEmoji("👌")])
    assert said.reactions == {sandbox.world.bot.id: "👌"}
    assert await bot.unpin_chat_message(group.id, sent.message_id)
    assert await bot.delete_message(group.id, sent.message_id)
    with pytest.raises(BadRequest, match="to edit not found"):
        await bot.edit_message_text("没有了", group.id, sent.message_id)


async def test_topics_are_made_named_closed_opened_and_deleted(bot: Bot, group: Chat) -> None:
    stickers = await bot.get_forum_topic_icon_stickers()
    icon = next(each.custom_emoji_id for each in stickers if each.emoji == "✅")
    topic = await bot.create_forum_topic(group.id, "SJ-2026-0001 食堂 · 待受理", icon_color=0x6FB9F0)
    where: dict[str, Any] = {"chat_id": group.id, "message_thread_id": topic.message_thread_id}
    assert await bot.edit_forum_topic(**where, name="SJ-2026-0001 食堂 · 已办结", icon_custom_emoji_id=icon)
    with pytest.raises(BadRequest, match=r"(?i)topic_not_modified"):
        await bot.edit_forum_topic(**where, name="SJ-2026-0001 食堂 · 已办结")
    assert await bot.close_forum_topic(**where)
    with pytest.raises(BadRequest, match=r"(?i)topic_closed"):
        await bot.send_message(text="晚了", **where)
    assert await bot.reopen_forum_topic(**where)
    assert (await bot.send_message(text="还在", **where)).is_topic_message
    assert await bot.delete_forum_topic(**where)
    with pytest.raises(BadRequest, match="thread not found"):
        await bot.send_message(text="没了", **where)
    with pytest.raises(BadRequest, match=r"(?i)topic_deleted"):
        await bot.close_forum_topic(**where)


async def test_copies_hide_the_author_and_forwards_show_them(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    said = sandbox.world.say(ZHANG, ZHANG, "班长打人")
    copied = await bot.copy_message(group.id, ZHANG, said.id)
    assert group.messages[copied.message_id].render().get("forward_origin") is None
    forwarded = await bot.forward_message(group.id, ZHANG, said.id)
    assert forwarded.forward_origin is not None
    assert forwarded.forward_origin.sender_user.first_name == "张三"  # type: ignore[attr-defined]
    guarded = await bot.send_message(ZHANG, "勿传", protect_content=True)
    with pytest.raises(BadRequest, match="can't be copied"):
        await bot.copy_message(group.id, ZHANG, guarded.message_id)
    assert len(await bot.copy_messages(group.id, ZHANG, [said.id, 99_999])) == 1


async def test_commands_by_scope_and_language(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    mine = BotCommandScopeChatMember(group.id, LI)
    await bot.set_my_commands([BotCommand("todo", "待办")], scope=mine)
    await bot.set_my_commands([BotCommand("my", "我的反映")], scope=BotCommandScopeChat(ZHANG))
    await bot.set_my_commands([BotCommand("my", "My concerns")], scope=BotCommandScopeChat(ZHANG), language_code="en")
    assert [each.command for each in await bot.get_my_commands(scope=mine)] == ["todo"]
    world = sandbox.world
    assert [each["command"] for each in world.menu(group, world.user(LI))] == ["todo"]
    assert world.menu(group, world.user(CHEN)) == ()
    assert [each["description"] for each in world.menu(world.chats[ZHANG], world.user(ZHANG))] == ["我的反映"]
    assert await bot.delete_my_commands(scope=mine)
    assert await bot.get_my_commands(scope=mine) == ()


async def test_replies_and_entities(bot: Bot, sandbox: Sandbox) -> None:
    said = sandbox.world.say(ZHANG, ZHANG, "食堂太贵")
    sent = await bot.send_message(
        ZHANG,
        "收到，编号 SJ-2026-0001",
        reply_parameters=ReplyParameters(said.id),
        entities=[MessageEntity("bold", 0, 2)],
    )
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "食堂太贵"
    assert [each.type for each in sent.entities] == ["bold"]
    sandbox.world.delete(ZHANG, ZHANG, [said.id])
    with pytest.raises(BadRequest, match="to be replied not found"):
        await bot.send_message(ZHANG, "还在吗", reply_parameters=ReplyParameters(said.id))
    kind = ReplyParameters(said.id, allow_sending_without_reply=True)
    assert (await bot.send_message(ZHANG, "还在吗", reply_parameters=kind)).reply_to_message is None


async def test_people_who_cannot_be_reached(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    sandbox.world.block(ZHANG)
    with pytest.raises(Forbidden, match="blocked by the user"):
        await bot.send_message(ZHANG, "在吗")
    with pytest.raises(Forbidden, match="can't initiate"):
        await bot.send_message(CHEN, "您好")
    (update,) = await bot.get_updates(timeout=1, allowed_updates=["my_chat_member"])
    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"
    sandbox.world.start(ZHANG)
    assert await bot.send_message(ZHANG, "欢迎回来")
    sandbox.world.deactivate(ZHANG)
    with pytest.raises(Forbidden, match="deactivated"):
        await bot.send_message(ZHANG, "在吗")


async def test_a_group_that_is_upgraded_has_another_id(bot: Bot, sandbox: Sandbox) -> None:
    old = sandbox.world.add_group("小组", (LI,), basic=True)
    sandbox.world.let_bot_in(old)
    assert await bot.send_message(old.id, "在")
    new = sandbox.world.set_forum(LI, old, True)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(old.id, "还在")
    assert moved.value.new_chat_id == new.id
    assert await bot.create_forum_topic(new.id, "SJ-2026-0001")
    kinds = {key for each in await bot.get_updates(timeout=1) if each.message for key in each.message.to_dict()}
    assert {"migrate_to_chat_id", "migrate_from_chat_id"} <= kinds


async def test_rates_when_they_are_on(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    sandbox.rates.on = True
    for _ in range(20):
        await bot.send_message(group.id, "快")
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(group.id, "太快")
    assert 0 < int(told.value._retry_after.total_seconds()) <= 60


async def test_nothing_of_this_was_a_mistake(bot: Bot, sandbox: Sandbox, group: Chat) -> None:
    await bot.send_message(group.id, "好", disable_notification=True)
    await bot.get_chat_member(group.id, LI)
    await bot.get_chat_administrators(group.id)
    await bot.get_chat_member_count(group.id)
    await bot.leave_chat(group.id)
    assert list(sandbox.tally.mistakes) == []
    with pytest.raises(Forbidden, match="not a member"):
        await bot.send_message(group.id, "走了")
