"""One piece of work, and the calls that it is: each exists in the published Bot API with these very parameters."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import InputFile

from bot.channels.base import MadeFile, Work, WorkFile
from bot.channels.telegram.planning import (
    Call,
    keyboard,
    plan_commands,
    plan_delete,
    plan_edit,
    plan_leave,
    plan_reaction,
    plan_send,
)
from bot.channels.telegram.refusals import Cure
from handlers.core.vocabulary import Attachment, Button, FileKind, OutKind, Reaction, Style
from tests.unit.telegram.description import check

CARD = (
    (Button("受理", data="accept:1", style=Style.PRIMARY), Button("不予受理", data="decline:1", style=Style.DANGER)),
)
MADE = MadeFile("台账.xlsx", b"content", "application/xlsx")


def checked(call: Call) -> dict[str, Any]:
    """The parameters, after the published description has accepted them."""
    plain = {name: "file" if isinstance(value, InputFile) else value for name, value in call.parameters.items()}
    check(call.method, plain)
    return call.parameters


def send(text: str = "", *files: WorkFile, **more: Any) -> Work:
    return Work(OutKind.SEND, more.pop("chat", "-1001"), text=text, files=files, **more)


def by_ref(kind: FileKind, ref: str = "r", **more: Any) -> WorkFile:
    return WorkFile(Attachment(kind, ref=ref, **more))


def calls(work: Work, *cures: Cure) -> list[tuple[str, dict[str, Any]]]:
    return [(call.method, checked(call)) for call in plan_send(work, frozenset(cures))]


def test_a_text_with_everything() -> None:
    work = send("好", thread="7", buttons=CARD, reply_to="9", silent=True, protect=True)
    ((method, parameters),) = calls(work)
    assert method == "sendMessage"
    assert parameters == {
        "chat_id": "-1001",
        "message_thread_id": 7,
        "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
        "disable_notification": True,
        "protect_content": True,
        "text": "好",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [
                [
                    {"text": "受理", "callback_data": "accept:1", "style": "primary"},
                    {"text": "不予受理", "callback_data": "decline:1", "style": "danger"},
                ]
            ]
        },
    }


def test_general_is_not_named() -> None:
    ((_, parameters),) = calls(send("好", thread="1"))
    assert "message_thread_id" not in parameters


def test_older_servers_get_older_buttons() -> None:
    rows = ((Button("复制", copy="ABC"), Button("开", url="https://t.me/x")), (Button("码", copy="D"),))
    assert keyboard(rows, plain=True) == {"inline_keyboard": [[{"text": "开", "url": "https://t.me/x"}]]}
    assert keyboard((rows[1],), plain=True) is None
    assert keyboard(rows) == {
        "inline_keyboard": [
            [{"text": "复制", "copy_text": {"text": "ABC"}}, {"text": "开", "url": "https://t.me/x"}],
            [{"text": "码", "copy_text": {"text": "D"}}],
        ]
    }
    ((_, parameters),) = calls(send("x", buttons=CARD), Cure.PLAIN_BUTTONS)
    assert parameters["reply_markup"]["inline_keyboard"][0][0] == {"text": "受理", "callback_data": "accept:1"}


@pytest.mark.parametrize(
    ("kind", "method", "name"),
    [
        (FileKind.PHOTO, "sendPhoto", "photo"),
        (FileKind.VIDEO, "sendVideo", "video"),
        (FileKind.VOICE, "sendVoice", "voice"),
        (FileKind.AUDIO, "sendAudio", "audio"),
        (FileKind.DOCUMENT, "sendDocument", "document"),
        (FileKind.ANIMATION, "sendAnimation", "animation"),
    ],
)
def test_one_file_carries_text_and_buttons(kind: FileKind, method: str, name: str) -> None:
    ((found, parameters),) = calls(send("说明", by_ref(kind), buttons=CARD))
    assert (found, parameters[name], parameters["caption"]) == (method, "r", "说明")
    assert "reply_markup" in parameters


@pytest.mark.parametrize(
    ("kind", "method"), [(FileKind.STICKER, "sendSticker"), (FileKind.VIDEO_NOTE, "sendVideoNote")]
)
def test_what_takes_no_caption_comes_after_the_text(kind: FileKind, method: str) -> None:
    assert [name for name, _ in calls(send("说明", by_ref(kind)))] == ["sendMessage", method]
    ((name, parameters),) = calls(send("", by_ref(kind), buttons=CARD))
    assert (name, "reply_markup" in parameters) == (method, True)
    assert [name for name, _ in calls(send("", by_ref(kind)))] == [method]


def test_an_uploaded_file() -> None:
    ((method, parameters),) = calls(send("", WorkFile(Attachment(FileKind.DOCUMENT), MADE)))
    assert method == "sendDocument"
    assert parameters["document"].filename == "台账.xlsx"
    assert parameters["document"].input_file_content == b"content"


def test_a_picture_that_telegram_dislikes_goes_as_a_file() -> None:
    picture = WorkFile(Attachment(FileKind.PHOTO), MadeFile("p.png", b"x", "image/png"))
    assert calls(send("", picture), Cure.AS_DOCUMENT)[0][0] == "sendDocument"
    big = WorkFile(Attachment(FileKind.PHOTO), MadeFile("p.png", bytes(11 << 20), "image/png"))
    assert calls(send("", big))[0][0] == "sendDocument"
    assert calls(send("", by_ref(FileKind.PHOTO)), Cure.AS_DOCUMENT)[0][0] == "sendPhoto"


def test_albums_by_what_may_share_one() -> None:
    kinds = [FileKind.PHOTO, FileKind.VIDEO, FileKind.DOCUMENT, FileKind.DOCUMENT, FileKind.VOICE, FileKind.PHOTO]
    found = calls(send("说明", *(by_ref(kind, str(n)) for n, kind in enumerate(kinds))))
    assert [name for name, _ in found] == ["sendMediaGroup", "sendMediaGroup", "sendVoice", "sendPhoto"]
    assert found[0][1]["media"] == [
        {"type": "photo", "media": "0", "caption": "说明"},
        {"type": "video", "media": "1"},
    ]
    assert [each["media"] for each in found[1][1]["media"]] == ["2", "3"]
    assert "caption" not in found[2][1]
    many = calls(send("", *(by_ref(FileKind.PHOTO, str(n)) for n in range(12))))
    assert [len(parameters["media"]) for _, parameters in many] == [10, 2]


def test_an_album_of_uploads() -> None:
    made = [WorkFile(Attachment(FileKind.PHOTO), MadeFile(f"{n}.png", b"x", "image/png")) for n in range(2)]
    ((_, parameters),) = calls(send("", *made))
    assert [each["media"] for each in parameters["media"]] == ["attach://file0", "attach://file1"]
    assert parameters["file1"].filename == "1.png"


def test_an_album_has_no_buttons_and_a_caption_has_a_limit() -> None:
    two = (by_ref(FileKind.PHOTO, "a"), by_ref(FileKind.PHOTO, "b"))
    found = plan_send(send("说明", *two, buttons=CARD))
    assert [(call.method, call.words, call.files) for call in found] == [
        ("sendMessage", True, ()),
        ("sendMediaGroup", False, (0, 1)),
    ]
    assert [name for name, _ in calls(send("长" * 1025, two[0]))] == ["sendMessage", "sendPhoto"]
    assert [name for name, _ in calls(send("😀" * 512, two[0]))] == ["sendPhoto"]
    assert [name for name, _ in calls(send("😀" * 513, two[0]))] == ["sendMessage", "sendPhoto"]
    assert calls(send("", *two, buttons=CARD))[0][1]["text"] == "…"


def test_places_and_people() -> None:
    where = Attachment(FileKind.LOCATION, latitude=1.0, longitude=2.0)
    assert [name for name, _ in calls(send("在这里", WorkFile(where)))] == ["sendMessage", "sendLocation"]
    venue = Attachment(FileKind.LOCATION, latitude=1.0, longitude=2.0, text="三号楼\n东门")
    assert calls(send("", WorkFile(venue)))[0] == (
        "sendVenue",
        {"chat_id": "-1001", "latitude": 1.0, "longitude": 2.0, "title": "三号楼", "address": "东门"},
    )
    person = Attachment(FileKind.CONTACT, text="王五 +86138")
    assert calls(send("联系人", WorkFile(person)))[0][1]["text"] == "联系人\n王五 +86138"
    both = plan_send(send("", WorkFile(person), by_ref(FileKind.PHOTO)))
    assert [(call.words, call.files) for call in both] == [(True, (0, 1))]
    assert calls(send("见 王五 +86138", WorkFile(person)))[0][1]["text"] == "见 王五 +86138"


def test_edits() -> None:
    work = Work(OutKind.EDIT, "5", target="9", text="新", buttons=CARD)
    assert plan_edit(work).method == "editMessageText"
    assert checked(plan_edit(work))["message_id"] == 9
    caption = plan_edit(work, frozenset({Cure.CAPTION}))
    assert (caption.method, checked(caption)["caption"]) == ("editMessageCaption", "新")
    bare = plan_edit(Work(OutKind.EDIT, "5", target="9"))
    assert (bare.method, checked(bare)) == ("editMessageReplyMarkup", {"chat_id": "5", "message_id": 9})


@pytest.mark.parametrize(
    ("reaction", "emoji"), [(Reaction.TAKEN, "✍"), (Reaction.DELIVERED, "👌"), (Reaction.FAILED, "🤷"), (None, None)]
)
def test_receipts(reaction: Reaction | None, emoji: str | None) -> None:
    call = plan_reaction(Work(OutKind.REACT, "5", target="9", reaction=reaction))
    assert checked(call)["reaction"] == ([] if emoji is None else [{"type": "emoji", "emoji": emoji}])


def test_menus_and_the_rest() -> None:
    menu = Work(OutKind.COMMANDS, "-1001", commands=(("todo", "待办" * 200),), for_member="5")
    parameters = checked(plan_commands(menu))
    assert parameters["scope"] == {"type": "chat_member", "chat_id": -1001, "user_id": 5}
    assert len(parameters["commands"][0]["description"]) == 256
    assert checked(plan_commands(Work(OutKind.COMMANDS, "5", commands=(("my", "我的"),))))["scope"]["type"] == "chat"
    assert plan_commands(Work(OutKind.COMMANDS, "5")).method == "deleteMyCommands"
    assert checked(plan_delete(Work(OutKind.DELETE, "5", target="3")))["message_id"] == 3
    assert checked(plan_leave(Work(OutKind.LEAVE, "-1001"))) == {"chat_id": "-1001"}
