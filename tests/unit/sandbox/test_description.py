"""The table of the published Bot API, and what it finds wrong with a call."""

from __future__ import annotations

import pytest

from sandbox import description
from sandbox.description import Upload
from sandbox.methods import METHODS


def test_the_table_is_the_published_api() -> None:
    from tests.unit.sandbox import describing  # noqa: PLC0415 - reads the whole of the published API

    assert describing.PATH.read_text(encoding="utf-8") == describing.dumped(), (
        "run python -m tests.unit.sandbox.describing"
    )


def test_every_method_of_the_sandbox_is_published() -> None:
    assert [name for name in METHODS if description.exists(name) != name] == []


@pytest.mark.parametrize(
    ("method", "given", "found"),
    [
        ("sendMessage", {"chat_id": 1, "text": "好"}, []),
        ("sendMessage", {"chat_id": 1}, ["sendMessage wants text"]),
        ("sendMessage", {"chat_id": 1, "text": "好", "tetx": 1}, ["sendMessage has no tetx"]),
        ("sendMessage", {"chat_id": 1.5, "text": "好"}, ["sendMessage.chat_id is not Integer or String"]),
        (
            "sendMessage",
            {"chat_id": 1, "text": "好", "reply_to_message_id": 4},
            ["sendMessage has no reply_to_message_id"],
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "好", "reply_markup": {"inline_keyboard": [[{"text": "a", "colour": "red"}]]}},
            ["sendMessage.reply_markup.inline_keyboard[0][0] has no colour"],
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "a", "description": "b"}], "scope": {"type": "chat_member", "chat_id": 1}},
            ["setMyCommands.scope wants user_id"],
        ),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": Upload("a", b"b")}]}, []),
        (
            "sendMediaGroup",
            {"chat_id": 1, "media": [{"type": "voice", "media": "x"}]},
            ["sendMediaGroup.media[0].type is not 'audio'"],
        ),
        ("setMessageReaction", {"chat_id": 1, "message_id": 2, "reaction": [{"type": "emoji", "emoji": "👌"}]}, []),
    ],
)
def test_what_is_wrong_with_a_call(method: str, given: dict[str, object], found: list[str]) -> None:
    assert description.mistakes(method, given) == found


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("chat_id", "-100", -100),
        ("chat_id", "@group", "@group"),
        ("text", "123", "123"),
        ("text", "[1]", "[1]"),
        ("disable_notification", "true", True),
        ("disable_notification", "True", True),
        ("reply_parameters", '{"message_id": 3}', {"message_id": 3}),
        ("entities", "[", "["),
    ],
)
def test_forms_carry_texts_alone(name: str, text: str, value: object) -> None:
    assert description.decoded("sendMessage", name, text) == value


def test_a_file_whose_name_looks_like_a_number_is_a_file() -> None:
    assert description.decoded("sendVideo", "video", "-0") == "-0"
