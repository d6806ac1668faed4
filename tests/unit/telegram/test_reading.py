"""What updates of every kind say to the mailbox."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.base import UnreadableEvent
from bot.channels.telegram.reading import Reader
from handlers.core.vocabulary import Attachment, ChatKind, EventKind, FileKind, Incoming, Sender
from tests.unit.telegram.updates import AT, BOT, FORUM, GROUP, LI, ME, PRIVATE, READER, message, one, read, said, update

SIZES = [
    {"file_id": "small", "file_unique_id": "u1", "width": 90, "height": 60, "file_size": 1_000},
    {"file_id": "big", "file_unique_id": "u3", "width": 1280, "height": 853, "file_size": 200_000},
    {"file_id": "middle", "file_unique_id": "u2", "width": 320, "height": 213},
]
FILE = {"file_id": "f", "file_unique_id": "u", "file_name": "账单.pdf", "mime_type": "application/pdf", "file_size": 12}


def test_a_text_from_a_person() -> None:
    assert said(text="食堂的菜太咸") == Incoming(
        EventKind.MESSAGE,
        AT,
        "telegram",
        chat="5000000001",
        chat_kind=ChatKind.PRIVATE,
        sender=Sender("telegram", "5000000001", "李 梅", username="limei", language="zh-hans"),
        message="42",
        text="食堂的菜太咸",
    )


@pytest.mark.parametrize(
    ("parts", "attachment"),
    [
        ({"photo": SIZES}, Attachment(FileKind.PHOTO, ref="big", unique="u3", size=200_000)),
        (
            {"document": FILE},
            Attachment(FileKind.DOCUMENT, ref="f", unique="u", name="账单.pdf", mime="application/pdf", size=12),
        ),
        ({"voice": {"file_id": "v", "duration": 3}}, Attachment(FileKind.VOICE, ref="v")),
        ({"video": {"file_id": "v"}}, Attachment(FileKind.VIDEO, ref="v")),
        ({"video_note": {"file_id": "v"}}, Attachment(FileKind.VIDEO_NOTE, ref="v")),
        ({"audio": {"file_id": "a", "title": "t"}}, Attachment(FileKind.AUDIO, ref="a")),
        ({"animation": {"file_id": "g"}, "document": {"file_id": "g"}}, Attachment(FileKind.ANIMATION, ref="g")),
        ({"sticker": {"file_id": "s", "emoji": "👍"}}, Attachment(FileKind.STICKER, ref="s", text="👍")),
        (
            {"location": {"latitude": 39.9, "longitude": 116.4}},
            Attachment(FileKind.LOCATION, latitude=39.9, longitude=116.4),
        ),
        (
            {
                "location": {"latitude": 1, "longitude": 2},
                "venue": {"location": {"latitude": 1, "longitude": 2}, "title": "三号楼", "address": "东门"},
            },
            Attachment(FileKind.LOCATION, latitude=1.0, longitude=2.0, text="三号楼\n东门"),
        ),
        (
            {"contact": {"first_name": "王", "last_name": "五", "phone_number": "+8613800000000"}},
            Attachment(FileKind.CONTACT, name="王 五", text="王 五 +8613800000000"),
        ),
        (
            {"poll": {"question": "几点", "options": [{"text": "八点"}, {"text": "九点"}]}},
            Attachment(FileKind.UNSUPPORTED, name="poll", text="几点\n八点\n九点"),
        ),
        ({"dice": {"emoji": "🎲", "value": 5}}, Attachment(FileKind.UNSUPPORTED, name="dice", text="🎲 5")),
        ({"game": {"title": "2048"}}, Attachment(FileKind.UNSUPPORTED, name="game", text="2048")),
        ({"story": {"id": 1}}, Attachment(FileKind.UNSUPPORTED, name="story")),
        ({"hologram": {"id": 1}}, Attachment(FileKind.UNSUPPORTED, name="hologram")),
        ({}, Attachment(FileKind.UNSUPPORTED, name="unknown")),
        ({"document": {"file_name": "no id"}}, Attachment(FileKind.UNSUPPORTED, name="document")),
        ({"location": {"latitude": "north"}}, Attachment(FileKind.UNSUPPORTED, name="location")),
    ],
)
def test_every_content_has_its_attachment(parts: dict[str, Any], attachment: Attachment) -> None:
    event = said(**parts)
    assert event.attachments == (attachment,)
    assert event.text == ""


def test_an_album_part_with_caption_forwarded() -> None:
    event = said(photo=SIZES, caption="两张", media_group_id="77", forward_origin={"type": "user"})
    assert (event.text, event.album, event.forwarded, len(event.attachments)) == ("两张", "77", True, 1)


def test_a_rich_message_is_words_and_files() -> None:
    link = {"type": "url", "text": ["通", {"type": "bold", "text": "知"}], "url": "https://a.example/"}
    rich = {
        "blocks": [
            {"type": "heading", "size": 1, "text": "食堂"},
            {"type": "paragraph", "text": ["菜太", {"type": "bold", "text": "咸"}, "，见", link]},
            {
                "type": "list",
                "items": [
                    {"label": "1.", "blocks": [{"type": "paragraph", "text": "早饭"}]},
                    {"label": "2.", "blocks": [{"type": "paragraph", "text": "午饭"}, {"type": "divider"}]},
                ],
            },
            {"type": "table", "cells": [[{"text": "周一"}, {"text": "咸"}], [{"text": "周二"}, {}]]},
            {"type": "photo", "photo": SIZES, "caption": {"text": "菜", "credit": "李"}},
            {"type": "details", "summary": "其他", "blocks": [{"type": "voice_note", "voice_note": {"file_id": "v"}}]},
        ]
    }
    event = said(rich_message=rich)
    assert event.text == "食堂\n菜太咸，见通知 (https://a.example/)\n1. 早饭\n2. 午饭\n周一 | 咸\n周二 | \n菜\n李\n其他"
    assert [(each.kind, each.ref) for each in event.attachments] == [(FileKind.PHOTO, "big"), (FileKind.VOICE, "v")]
    empty = said(rich_message={"blocks": []})
    assert empty.attachments == (Attachment(FileKind.UNSUPPORTED, name="rich_message"),)
    assert said(rich_message={"blocks": [{"text": "只有字"}]}).attachments == ()


def test_an_address_behind_words_is_not_lost() -> None:
    event = said(
        text="😀看这里和那里",
        entities=[
            {"type": "text_link", "offset": 3, "length": 2, "url": "https://a.example/"},
            {"type": "text_link", "offset": 6, "length": 2, "url": "https://b.example/"},
            {"type": "bold", "offset": 0, "length": 1},
            {"type": "text_link", "offset": 90, "length": 2, "url": "https://c.example/"},
        ],
    )
    assert event.text == "😀看这里 (https://a.example/)和那里 (https://b.example/)"


def test_a_message_in_a_topic_answers_nothing_by_itself() -> None:
    first = {"message_id": 7, "chat": FORUM, "forum_topic_created": {"name": "SJ-2026-0042 食堂 · 待受理"}}
    event = said(chat=FORUM, message_thread_id=7, is_topic_message=True, reply_to_message=first, text="好")
    assert (event.thread, event.thread_name, event.reply_to) == ("7", "SJ-2026-0042 食堂 · 待受理", None)
    assert (event.chat_kind, event.has_threads, event.chat_title) == (ChatKind.GROUP, True, "后勤信箱")


def test_a_reply_in_a_topic() -> None:
    answered = {"message_id": 9, "chat": FORUM, "text": "?"}
    event = said(chat=FORUM, message_thread_id=7, is_topic_message=True, reply_to_message=answered, text="好")
    assert (event.thread, event.reply_to) == ("7", "9")


def test_a_chain_of_replies_is_no_thread() -> None:
    answered = {"message_id": 9, "chat": GROUP, "text": "?"}
    event = said(chat=GROUP, message_thread_id=9, reply_to_message=answered, text="好")
    assert (event.thread, event.reply_to, event.has_threads) == (None, "9", False)


def test_an_edit_and_its_reply() -> None:
    event = one(update(edited_message=message(text="改", edit_date=1_800_000_000, reply_to_message={"message_id": 5})))
    assert (event.kind, event.message, event.text, event.reply_to) == (EventKind.EDIT, "42", "改", "5")


def test_a_press() -> None:
    card = message(chat=FORUM, message_thread_id=7, is_topic_message=True, **{"from": BOT})
    event = one(update(callback_query={"id": "991", "from": LI, "data": "accept:42", "message": card}))
    assert (event.kind, event.press, event.button, event.message, event.thread) == (
        EventKind.PRESS,
        "991",
        "accept:42",
        "42",
        "7",
    )
    assert event.sender is not None
    assert event.sender.user == "5000000001"


def test_a_press_under_a_message_too_old_to_see() -> None:
    query = {"id": "991", "from": LI, "data": "x", "message": {"chat": PRIVATE, "message_id": 3, "date": 0}}
    event = one(update(callback_query=query))
    assert (event.chat, event.message, event.button) == ("5000000001", "3", "x")


def test_a_press_without_a_message() -> None:
    event = one(update(callback_query={"id": "1", "from": LI, "inline_message_id": "z", "game_short_name": "g"}))
    assert (event.chat, event.message, event.button) == ("5000000001", None, None)


def membership(chat: dict[str, Any], old: dict[str, Any], new: dict[str, Any]) -> Incoming:
    change = {"chat": chat, "from": LI, "date": 1, "old_chat_member": old, "new_chat_member": new}
    return one(update(my_chat_member=change))


def test_blocked_and_back() -> None:
    member, kicked = {"status": "member", "user": BOT}, {"status": "kicked", "user": BOT}
    assert membership(PRIVATE, member, kicked).member == "left"
    assert membership(PRIVATE, kicked, member).member == "member"


def test_rights_in_a_group() -> None:
    admin = {"status": "administrator", "user": BOT, "can_manage_topics": True, "can_pin_messages": True}
    event = membership(FORUM, {"status": "member"}, admin)
    assert event.member == "rights"
    assert event.facts == {
        "status": "administrator",
        "administrator": True,
        "can_manage_topics": True,
        "can_pin_messages": True,
        "can_delete_messages": False,
        "is_forum": True,
    }
    assert membership(FORUM, {"status": "left"}, admin).member == "member"
    assert membership(FORUM, admin, {"status": "restricted", "is_member": False}).member == "left"
    assert membership(FORUM, admin, {"status": "restricted", "is_member": True}).member == "rights"


def test_a_group_that_moved() -> None:
    basic = {"id": -5, "type": "group", "title": "g"}
    old = said(chat=basic, migrate_to_chat_id=FORUM["id"])
    new = said(chat=FORUM, migrate_from_chat_id=-5)
    for event in (old, new):
        assert (event.kind, event.chat, event.moved_to) == (EventKind.CHAT_MOVED, "-5", str(FORUM["id"]))


@pytest.mark.parametrize(("chat", "other"), [(5, -7), (-5, 7), (-5, 0), (5, 7)])
def test_nobody_is_led_from_a_private_chat_into_a_group(chat: int, other: int) -> None:
    for name in ("migrate_to_chat_id", "migrate_from_chat_id"):
        assert read(update(message=message(chat={"id": chat, "type": "group"}, **{name: other}))) == ()


@pytest.mark.parametrize(
    ("parts", "member", "name"),
    [
        ({"forum_topic_created": {"name": "新", "icon_color": 1}}, "created", "新"),
        ({"forum_topic_closed": {}}, "closed", None),
        ({"forum_topic_reopened": {}}, "reopened", None),
        ({"forum_topic_edited": {"name": "改名"}}, "renamed", "改名"),
    ],
)
def test_what_people_do_to_topics(parts: dict[str, Any], member: str, name: str | None) -> None:
    event = said(chat=FORUM, message_thread_id=7, is_topic_message=True, **parts)
    assert (event.kind, event.thread, event.member, event.thread_name) == (EventKind.THREAD, "7", member, name)
    ours = message(chat=FORUM, message_thread_id=7, **{**parts, "from": BOT})
    # What we did ourselves is no news, save for a topic: the answer that told of it may have got lost.
    assert [each.member for each in read(update(message=ours))] == (["made"] if member == "created" else [])


@pytest.mark.parametrize(
    "parts",
    [
        {"forum_topic_edited": {"icon_custom_emoji_id": "1"}, "message_thread_id": 7},
        {"new_chat_members": [LI]},
        {"left_chat_member": LI},
        {"pinned_message": {"message_id": 1}},
        {"new_chat_title": "t"},
        {"group_chat_created": True},
        {"text": "/help@other_bot"},
        {"from": BOT, "text": "ours"},
    ],
)
def test_ignored_on_purpose(parts: dict[str, Any]) -> None:
    assert read(update(message=message(chat=FORUM, **parts))) == ()


def test_commands_for_us() -> None:
    for text in ("/help@Shuji_Bot", "/help", "/help me"):
        assert said(chat=FORUM, text=text).command == "help"
    assert said(text="/start@other_bot x").argument == "x"
    assert one(update(message=message(chat=FORUM, text="/help@other_bot")), Reader(ME)).command == "help"


def test_an_administrator_who_writes_as_the_group() -> None:
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    event = said(chat=FORUM, sender_chat=FORUM, author_signature="值班", text="好", **{"from": hidden})
    assert event.sender == Sender("telegram", str(FORUM["id"]), "值班")


def test_a_channel_and_a_bot_are_nobody_to_talk_to() -> None:
    news = {"id": -1_005, "type": "channel", "title": "新闻"}
    event = said(chat=FORUM, sender_chat=news, is_automatic_forward=True, text="x", **{"from": LI})
    assert event.sender == Sender("telegram", "-1005", "新闻", is_bot=True)
    other = said(chat=FORUM, text="x", **{"from": {"id": 9, "is_bot": True, "first_name": "b"}})
    assert other.sender is not None
    assert other.sender.is_bot
    post = one(update(channel_post=message(chat=news, text="x", **{"from": None})))
    assert (post.chat_kind, post.sender) == (ChatKind.BROADCAST, None)


def test_kinds_of_update_that_are_not_asked_for() -> None:
    assert read(update(poll={"id": "1"})) == ()
    assert read(update(something_new={"id": "1"})) == ()
    assert read(update()) == ()


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "{",
        "[]",
        "3",
        '{"update_id":1,"message":[]}',
        '{"update_id":1,"message":{"text":"密"}}',
        '{"update_id":1,"message":{"chat":{"id":"x"},"message_id":1}}',
        '{"update_id":1,"message":{"chat":{"id":1}}}',
        '{"update_id":1,"callback_query":{"data":"x"}}',
        '{"update_id":1,"my_chat_member":{"chat":{"id":1}}}',
        "[" * 100_000,
        '{"update_id":' + "9" * 5000 + "}",
    ],
)
def test_what_makes_no_sense_is_said_without_anybodys_words(raw: str) -> None:
    with pytest.raises(UnreadableEvent) as caught:
        READER.read(raw, AT)
    assert "密" not in str(caught.value)
    assert 0 < len(str(caught.value)) < 60


def test_texts_fit_every_database() -> None:
    event = READER.read(
        '{"update_id":1,"message":{"message_id":1,"chat":{"id":1,"type":"private"},"text":"a\\u0000\\ud800b\\ud83d\\ude00"}}',
        AT,
    )[0]
    assert event.text == "a\ufffd\ufffdb😀"
    event.text.encode()


def test_whose_message_is_answered_and_who_is_named() -> None:
    def facts(**fields: Any) -> Any:
        return one(update(message=message(chat=FORUM, **fields)), Reader(ME, "shuji_bot")).facts

    def answered(author: dict[str, Any]) -> dict[str, Any]:
        return {"reply_to_message": {"message_id": 5, "from": author, "chat": FORUM}}

    own = message(chat=FORUM)["from"]
    assert facts(text="好", **answered({"id": int(ME), "is_bot": True}))["answers"] == "us"
    assert facts(text="好", **answered(own))["answers"] == "self"
    assert facts(text="好", **answered({"id": 77, "first_name": "李"}))["answers"] == "other"
    assert "answers" not in facts(text="好", **answered("nobody"))  # type: ignore[arg-type]

    def named(text: str, *entities: Any) -> Any:
        return facts(text=text, entities=list(entities)).get("names")

    assert named("😀 李娜 好", {"type": "text_mention", "offset": 3, "length": 2, "user": {"id": 7}}) == "first"
    assert named("请 @lina 看", {"type": "mention", "offset": 2, "length": 5}) == "later"
    assert named("@Shuji_Bot 好", {"type": "mention", "offset": 0, "length": 10}) == "us"
    assert named("好", {"type": "mention", "offset": -3, "length": "x"}, "nothing") is None
