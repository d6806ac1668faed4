"""One piece of work against a server that agrees, refuses or falls silent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.base import MadeFile, Outcome, Result, Work, WorkFile
from bot.channels.telegram.channel import TelegramChannel
from handlers.core.vocabulary import Attachment, Button, FileKind, OutKind, Refusal, Style
from tests.integration.telegram.scripted import BROKEN, DROP, Answer, Scripted, no, ok, sent

CHAT = "-1001234567890"
STYLED = ((Button("受理", data="accept:1", style=Style.PRIMARY), Button("码", copy="A1")),)
ELSEWHERE = ok({"message_id": 55, "date": 1, "chat": {"id": CHAT, "is_forum": True}})
STICKER = WorkFile(Attachment(FileKind.STICKER, ref="s"))


def send(text: str = "好", *files: WorkFile, **more: Any) -> Work:
    return Work(OutKind.SEND, CHAT, text=text, files=files, **more)


async def test_sent(server: Scripted, telegram: TelegramChannel) -> None:
    assert await telegram.perform(send(thread="7")) == Outcome(
        Result.DELIVERED, messages=("100",), thread="7", carried=()
    )
    assert server.methods == ["sendMessage"]
    assert "parse_mode" not in server.calls("sendMessage")[0]


async def test_an_album_gives_all_its_ids(telegram: TelegramChannel) -> None:
    pictures = [WorkFile(Attachment(FileKind.PHOTO, ref=each)) for each in "ab"]
    assert (await telegram.perform(send("说明", *pictures))).messages == ("100", "101")


async def test_an_upload_arrives_whole(server: Scripted, telegram: TelegramChannel) -> None:
    ledger = WorkFile(Attachment(FileKind.DOCUMENT), MadeFile("台账.xlsx", b"\0\1content", "application/x"))
    outcome = await telegram.perform(send("本周", ledger))
    assert outcome.result is Result.DELIVERED
    (call,) = server.calls("sendDocument")
    assert call["document"] == ("台账.xlsx", b"\0\1content")
    assert call["caption"] == "本周"
    pictures = [WorkFile(Attachment(FileKind.PHOTO), MadeFile(f"{n}.png", bytes([n]), "image/png")) for n in range(3)]
    await telegram.perform(send("", *pictures))
    (call,) = server.calls("sendMediaGroup")
    assert "chat_id" in call
    assert [call[each["media"].removeprefix("attach://")] for each in call["media"]] == [
        ("0.png", b"\0"), ("1.png", b"\1"), ("2.png", b"\2"),
    ]  # fmt: skip


async def test_a_big_upload_with_an_odd_name(server: Scripted, telegram: TelegramChannel) -> None:
    made = MadeFile('a"b\n\\../c.bin', bytes(2 << 20), "application/octet-stream")
    outcome = await telegram.perform(send("", WorkFile(Attachment(FileKind.DOCUMENT), made)))
    assert outcome.result is Result.DELIVERED
    name, content = server.calls("sendDocument")[0]["document"]
    assert (name, len(content)) == ('a"b__.._c.bin', 2 << 20)


async def test_a_message_that_went_to_general_is_taken_back(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", ELSEWHERE)
    server.will("editForumTopic", no(400, "Bad Request: TOPIC_ID_INVALID"))
    outcome = await telegram.perform(send(thread="7"))
    assert outcome.result is Result.THREAD_GONE
    assert server.calls("deleteMessage") == [{"chat_id": int(CHAT), "message_id": 55}]


async def test_topics_that_were_turned_off(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", ok({"message_id": 55, "date": 1, "chat": {"id": CHAT}}))
    assert (await telegram.perform(send(thread="7"))).messages == ("55",)


async def test_half_a_character_stops_nothing(server: Scripted, telegram: TelegramChannel) -> None:
    assert (await telegram.perform(send("a\ud800b"))).result is Result.DELIVERED
    ledger = WorkFile(Attachment(FileKind.DOCUMENT), MadeFile("x.bin", b"x", "application/x"))
    assert (await telegram.perform(send("a\ud800b", ledger))).result is Result.DELIVERED
    assert (server.calls("sendMessage")[0]["text"], server.calls("sendDocument")[0]["caption"]) == ("a?b", "a?b")


async def test_a_server_that_never_names_threads_is_asked_whether_they_are_there(
    server: Scripted, telegram: TelegramChannel
) -> None:
    server.will("sendMessage", *[ELSEWHERE] * 4)
    server.will("editForumTopic", ok(), no(400, "Bad Request: TOPIC_NOT_MODIFIED"), no(404, "Not Found"))
    results = [(await telegram.perform(send(thread=str(n)))).result for n in range(2, 6)]
    assert results == [Result.DELIVERED] * 4
    assert "deleteMessage" not in server.methods


async def test_a_server_that_names_wrong_threads_is_believed_in_the_end(
    server: Scripted, telegram: TelegramChannel
) -> None:
    server.will("sendMessage", *[ok(sent({"chat_id": CHAT, "message_thread_id": 99}, 5))] * 4)
    results = [(await telegram.perform(send(thread=str(n)))).result for n in range(2, 6)]
    assert results == [Result.THREAD_GONE] * 3 + [Result.DELIVERED]


@pytest.mark.parametrize(
    "answer", [no(404, "Not Found"), no(405, "Method Not Allowed"), Answer(body=b"404: Not Found", code=404),
               Answer(body=b"", code=501), Answer(body=b'{"ok":false,"error_code":404,"description":"Not Found"}')]
)  # fmt: skip
async def test_a_server_without_albums_says_so_of_the_album_alone(
    server: Scripted, telegram: TelegramChannel, answer: Answer
) -> None:
    """Then the flow tries its parts one by one."""
    server.will("sendMediaGroup", answer)
    pictures = [WorkFile(Attachment(FileKind.PHOTO, ref=each)) for each in "ab"]
    outcome = await telegram.perform(send("说明", *pictures))
    assert (outcome.result, outcome.refusal, outcome.at_fault) == (Result.REFUSED, Refusal.REFUSED, ())
    assert (await telegram.perform(send("说明", pictures[0]))).carried == (0,)


PHOTO, FILM, VOICE = (WorkFile(Attachment(kind, ref="r")) for kind in (FileKind.PHOTO, FileKind.VIDEO, FileKind.VOICE))
NO_PHOTOS = "Bad Request: not enough rights to send photos to the chat"


@pytest.mark.parametrize(
    ("files", "words", "refusal", "at_fault"),
    [
        ((PHOTO, FILM, PHOTO), NO_PHOTOS, Refusal.NO_RIGHTS, (0, 2)),
        ((PHOTO, FILM), "Bad Request: CHAT_SEND_VIDEOS_FORBIDDEN", Refusal.NO_RIGHTS, (1,)),
        ((PHOTO,), "Bad Request: not enough rights to send text messages to the chat", Refusal.NO_RIGHTS, ()),
        ((VOICE,), "Bad Request: VOICE_MESSAGES_FORBIDDEN", Refusal.BARRED, (0,)),
        ((VOICE,), "Bad Request: user restricted receiving of voice messages", Refusal.BARRED, (0,)),
        (
            (PHOTO, PHOTO),
            'Bad Request: failed to send message #2 with the error message "PHOTO_INVALID_DIMENSIONS"',
            Refusal.ODD_PICTURE,
            (1,),
        ),
        ((PHOTO, PHOTO), "Bad Request: wrong file identifier/HTTP URL specified", Refusal.FILE_LOST, ()),
        ((PHOTO,), "Bad Request: wrong file identifier/HTTP URL specified", Refusal.FILE_LOST, (0,)),
        ((PHOTO,), "Bad Request: message caption is too long", Refusal.TOO_BIG, ()),
        ((PHOTO,), "Bad Request: file is too big", Refusal.TOO_BIG, (0,)),
        ((PHOTO,), "Bad Request: the moon is in the wrong place", Refusal.REFUSED, ()),
    ],
)
async def test_which_file_the_servers_words_are_about(
    server: Scripted,
    telegram: TelegramChannel,
    files: tuple[WorkFile, ...],
    words: str,
    refusal: Refusal,
    at_fault: tuple[int, ...],
) -> None:
    method = "sendMediaGroup" if len(files) > 1 else "sendPhoto" if files[0] is PHOTO else "sendVoice"
    server.will(method, no(400, words))
    outcome = await telegram.perform(send("说明", *files))
    assert (outcome.refusal, outcome.at_fault) == (refusal, at_fault)


@pytest.mark.parametrize("answer", [no(404, "Not Found"), Answer(body=b"", code=501)])
async def test_a_method_that_the_server_lacks_stops_nothing_else(
    server: Scripted, telegram: TelegramChannel, answer: Answer
) -> None:
    server.will("sendLocation", answer)
    where = WorkFile(Attachment(FileKind.LOCATION, latitude=31.0, longitude=121.0))
    outcome = await telegram.perform(send("", where))
    assert (outcome.result, outcome.refusal) == (Result.REFUSED, Refusal.REFUSED)
    assert (await telegram.perform(send())).result is Result.DELIVERED


async def test_a_refusal_that_only_the_body_tells(server: Scripted, telegram: TelegramChannel) -> None:
    body = b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}'
    server.will("sendMessage", Answer(body=body))
    outcome = await telegram.perform(Work(OutKind.SEND, "5", text="x"))
    assert (outcome.result, outcome.refusal) == (Result.REFUSED, Refusal.UNREACHABLE)


async def test_an_answer_to_a_message_that_is_gone_is_sent_all_the_same(
    server: Scripted, telegram: TelegramChannel
) -> None:
    server.will("sendMessage", no(400, "Bad Request: message to be replied not found"))
    assert (await telegram.perform(send(reply_to="9"))).result is Result.DELIVERED
    assert ["reply_parameters" in each for each in server.calls("sendMessage")] == [True, False]


async def test_an_older_server_gets_plain_buttons_from_then_on(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", no(400, "Bad Request: unknown field style"))
    assert (await telegram.perform(send(buttons=STYLED))).result is Result.DELIVERED
    assert (await telegram.perform(send(buttons=STYLED))).result is Result.DELIVERED
    edit = Work(OutKind.EDIT, CHAT, target="9", text="x", buttons=STYLED)
    assert (await telegram.perform(edit)).messages == ("9",)
    calls = server.calls("sendMessage") + server.calls("editMessageText")
    styled = ["style" in each["reply_markup"]["inline_keyboard"][0][0] for each in calls]
    assert styled == [True, False, False, False]


async def test_a_picture_that_is_refused_goes_as_a_file(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendPhoto", no(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
    poster = WorkFile(Attachment(FileKind.PHOTO), MadeFile("海报.png", b"x", "image/png"))
    assert (await telegram.perform(send("", poster))).result is Result.DELIVERED
    assert server.methods == ["sendPhoto", "sendDocument"]


async def test_a_missing_right_to_pin_is_no_failure(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("pinChatMessage", no(400, "Bad Request: not enough rights to manage pinned messages in the chat"))
    outcome = await telegram.perform(send(pin=True))
    assert outcome.result is Result.DELIVERED
    assert "not enough rights" in outcome.text
    assert server.calls("pinChatMessage")[0]["message_id"] == 100
    assert (await telegram.perform(send(pin=True))).text == ""


@pytest.mark.parametrize("answer", [DROP, no(429, "Too Many Requests", retry_after=3)])
async def test_what_could_not_be_pinned_now_is_pinned_later(
    server: Scripted, telegram: TelegramChannel, answer: Any
) -> None:
    server.will("pinChatMessage", answer)
    outcome = await telegram.perform(send(pin=True))
    assert (outcome.result, outcome.messages, outcome.unpinned) == (Result.DELIVERED, ("100",), "100")
    other = Work(OutKind.PIN, "-1009", target="100")
    assert (await telegram.perform(other)).result is Result.DELIVERED
    assert server.calls("pinChatMessage")[-1]["chat_id"] == -1009


async def test_a_chat_that_asked_for_patience_is_left_alone_by_all_work(
    server: Scripted, telegram: TelegramChannel
) -> None:
    server.will("sendMessage", no(429, "Too Many Requests", retry_after=30))
    assert (await telegram.perform(send())).retry_after == 30.5
    again = await telegram.perform(send())
    assert again.result is Result.LATER
    assert 29 < again.retry_after <= 30.5
    assert len(server.calls("sendMessage")) == 1
    assert (await telegram.perform(Work(OutKind.SEND, "-1009", text="x"))).result is Result.DELIVERED


@pytest.mark.parametrize(("answer", "result"), [(DROP, Result.UNKNOWN), (BROKEN, Result.UNKNOWN)])
async def test_silence_is_unknown(server: Scripted, telegram: TelegramChannel, answer: Any, result: Result) -> None:
    server.will("sendMessage", answer)
    assert (await telegram.perform(send())).result is result


async def test_of_work_that_takes_two_calls_the_first_is_made(server: Scripted, telegram: TelegramChannel) -> None:
    """What it carried is told, so that it can be written down before the second."""
    first = await telegram.perform(send("说明", STICKER, pin=True))
    assert (first.result, first.said, first.carried, first.messages) == (Result.DELIVERED, True, (), ("100",))
    second = await telegram.perform(send("", STICKER))
    assert (second.said, second.carried) == (False, (0,))
    assert server.methods == ["sendMessage", "pinChatMessage", "sendSticker"]


async def test_a_closed_general_is_opened_for_a_moment(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", no(400, "Bad Request: TOPIC_CLOSED"))
    assert (await telegram.perform(send())).result is Result.DELIVERED
    assert server.methods == ["sendMessage", "reopenGeneralForumTopic", "sendMessage", "closeGeneralForumTopic"]
    server.will("sendMessage", no(400, "Bad Request: TOPIC_CLOSED"))
    assert (await telegram.perform(send(thread="7"))).result is Result.THREAD_CLOSED
    server.will("sendMessage", no(400, "Bad Request: TOPIC_CLOSED"))
    server.will("reopenGeneralForumTopic", no(400, "Bad Request: not enough rights"))
    assert (await telegram.perform(send())).refusal is Refusal.NO_RIGHTS


async def test_edits(server: Scripted, telegram: TelegramChannel) -> None:
    edit = Work(OutKind.EDIT, CHAT, target="9", text="新")
    server.will("editMessageText", no(400, "Bad Request: message is not modified: specified new message content"))
    assert await telegram.perform(edit) == Outcome(
        Result.DELIVERED, messages=("9",), text="Bad Request: message is not modified: specified new message content"
    )
    server.will("editMessageText", no(400, "Bad Request: there is no text in the message to edit"))
    assert (await telegram.perform(edit)).result is Result.DELIVERED
    assert server.methods[-1] == "editMessageCaption"
    server.will("editMessageText", no(400, "Bad Request: message to edit not found"))
    assert (await telegram.perform(edit)).refusal is Refusal.TARGET_GONE


async def test_delete_react_menu_leave(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("deleteMessage", no(400, "Bad Request: message to delete not found"))
    assert (await telegram.perform(Work(OutKind.DELETE, CHAT, target="9"))).result is Result.DELIVERED
    server.will("setMessageReaction", no(404, "Not Found"), no(400, "Bad Request: REACTION_INVALID"))
    assert (await telegram.perform(Work(OutKind.REACT, CHAT, target="9"))).result is Result.DELIVERED
    assert (await telegram.perform(Work(OutKind.REACT, CHAT, target="9"))).refusal is Refusal.REFUSED
    menu = Work(OutKind.COMMANDS, "5", commands=(("my", "我的"),))
    assert (await telegram.perform(menu)).result is Result.DELIVERED
    server.will("leaveChat", no(403, "Forbidden: bot is not a member of the supergroup chat"))
    assert (await telegram.perform(Work(OutKind.LEAVE, CHAT))).result is Result.DELIVERED
    assert (await telegram.perform(Work(OutKind.THREAD, CHAT))).result is Result.REFUSED


async def test_a_press_is_answered_as_well_as_can_be(server: Scripted, telegram: TelegramChannel) -> None:
    await telegram.answer_press("88", "长" * 300, alert=True)
    assert server.calls("answerCallbackQuery")[0] == {"callback_query_id": 88, "text": "长" * 200, "show_alert": True}
    server.will("answerCallbackQuery", no(400, "Bad Request: query is too old"), DROP)
    await telegram.answer_press("88", "", alert=False)
    await telegram.answer_press("88", "", alert=False)


async def test_a_moved_group(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", no(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100777))
    outcome = await telegram.perform(send())
    assert (outcome.result, outcome.moved_to) == (Result.MOVED, "-100777")


async def test_a_thread_id_in_the_answer(server: Scripted, telegram: TelegramChannel) -> None:
    server.will("sendMessage", ok(sent({"chat_id": CHAT, "message_thread_id": 8}, 5)))
    assert (await telegram.perform(send(thread="7"))).result is Result.THREAD_GONE
