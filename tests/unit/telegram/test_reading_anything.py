"""Generated updates: read the same as two libraries read them, and never a traceback whatever comes."""

from __future__ import annotations

import json
from typing import Any

import telegram
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.base import UnreadableEvent
from bot.channels.telegram.arrivals import raw_event
from bot.channels.telegram.attachments import UNKEPT
from bot.channels.telegram.kinds import ENVELOPE, SERVICE
from handlers.core.vocabulary import EventKind, Incoming
from tests import published
from tests.unit.telegram.updates import AT, BOT, FORUM, GROUP, LI, PRIVATE, READER, update

FILES = {"photo", "animation", "document", "video", "voice", "audio", "video_note", "sticker"}
KNOWN = ENVELOPE | SERVICE | set(UNKEPT) | FILES | {"location", "venue", "contact"}

texts = st.one_of(
    st.text(min_size=1, max_size=60),
    st.sampled_from(
        ["\u202e右到左", "a\u200bb\u200d", "👨‍👩‍👧‍👦", "x\0y", "\ufeff", "/start", "𠮷" * 5000, "长" * 100_000]
    ),
)
ids = st.integers(min_value=1, max_value=2**52 - 1)
dates = st.integers(min_value=1, max_value=2**31 - 1)
users = st.fixed_dictionaries(
    {"id": ids, "is_bot": st.booleans(), "first_name": texts},
    optional={"last_name": texts, "username": st.text("abc_", min_size=5, max_size=9), "language_code": st.just("zh")},
)
files = st.fixed_dictionaries(
    {"file_id": st.text("AbC09_-", min_size=1), "file_unique_id": st.text("AbC09_-", min_size=1)},
    optional={"file_size": st.integers(0, 2**40), "mime_type": st.just("image/png"), "file_name": texts},
)
contents = st.one_of(
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda file, text: {"document": file, "caption": text}, files, texts),
    st.builds(lambda file: {"voice": {**file, "duration": 3}}, files),
    st.builds(lambda file: {"video": {**file, "duration": 3, "width": 1, "height": 1}}, files),
    st.builds(
        lambda sizes: {"photo": sizes},
        st.lists(
            st.builds(lambda file, width: {**file, "width": width, "height": 1}, files, st.integers(1, 5000)),
            min_size=1,
            unique_by=lambda size: str(size["file_id"]),
        ),
    ),
    st.builds(lambda a, b: {"location": {"latitude": a, "longitude": b}}, st.floats(-90, 90), st.floats(-180, 180)),
    st.builds(lambda name: {"contact": {"first_name": name, "phone_number": "1"}}, texts),
)
messages = st.builds(
    lambda base, content, extra: {**base, **content, **extra},
    st.fixed_dictionaries(
        {"message_id": ids, "date": dates, "chat": st.sampled_from([PRIVATE, FORUM, GROUP]), "from": users}
    ),
    contents,
    st.fixed_dictionaries(
        {},
        optional={
            "message_thread_id": ids,
            "is_topic_message": st.just(True),
            "media_group_id": st.text("123", min_size=1),
            "edit_date": dates,
        },
    ),
)


def _clean(text: str | None) -> str:
    return (text or "").replace("\0", "\ufffd")


def _biggest(photo: Any) -> Any:
    return max(photo, key=lambda each: each.width * each.height)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(message=messages, kind=st.sampled_from(["message", "edited_message"]))
def test_two_libraries_read_the_same(message: dict[str, Any], kind: str) -> None:
    value = update(**{kind: message})
    theirs = telegram.Update.de_json(json.loads(json.dumps(value)), None).effective_message
    others = getattr(published.types.Update.model_validate(value), kind)
    events = READER.read(json.dumps(value), AT)
    if not events:
        assert str(message["from"]["id"]) == READER.me or message.get("text", "").startswith("/")
        return
    (event,) = events
    assert theirs is not None
    assert theirs.from_user is not None
    assert event.sender is not None
    assert event.kind is (EventKind.EDIT if kind == "edited_message" else EventKind.MESSAGE)
    assert event.chat == str(theirs.chat.id) == str(others.chat.id)
    assert event.message == str(theirs.message_id) == str(others.message_id)
    assert event.sender.user == str(theirs.from_user.id) == str(others.from_user.id)
    assert event.sender.is_bot == theirs.from_user.is_bot
    assert event.sender.username == theirs.from_user.username
    assert event.text == _clean(theirs.text or theirs.caption) == _clean(others.text or others.caption)
    assert event.album == theirs.media_group_id == others.media_group_id
    in_topic = bool(theirs.is_topic_message) and theirs.chat.type != "private" and theirs.message_thread_id is not None
    assert event.thread == (str(theirs.message_thread_id) if in_topic else None)
    for name in ("document", "voice", "video"):
        theirs_file, others_file = getattr(theirs, name), getattr(others, name)
        if theirs_file is not None:
            (mine,) = event.attachments
            assert (mine.kind.value, mine.ref) == (name, theirs_file.file_id)
            assert mine.size == theirs_file.file_size == others_file.file_size
    if theirs.photo:
        (mine,) = event.attachments
        size = _biggest(theirs.photo)
        chosen = next(each for each in theirs.photo if each.file_id == mine.ref)
        assert chosen.width * chosen.height == size.width * size.height
    if theirs.location:
        (mine,) = event.attachments
        assert (mine.latitude, mine.longitude) == (theirs.location.latitude, theirs.location.longitude)


anything = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(), st.text(max_size=20), st.just("\ud800")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(sorted(KNOWN | {"id", "type", "file_id"})), inner)
    ),
    max_leaves=12,
)
RICH = (
    "blocks",
    "items",
    "text",
    "caption",
    "credit",
    "cells",
    "summary",
    "label",
    "url",
    "button",
    "photo",
    "voice_note",
)
rich = st.recursive(
    anything,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(RICH), inner, max_size=4)),
    max_leaves=15,
)
broken = st.builds(
    lambda message, wrong, rich: {**message, **wrong, **rich},
    messages,
    st.dictionaries(st.sampled_from(sorted(KNOWN)), anything, max_size=6),
    st.fixed_dictionaries({}, optional={"rich_message": st.dictionaries(st.sampled_from(RICH), rich, max_size=3)}),
)
KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post", "poll")
whole = st.one_of(
    st.builds(lambda kind, found: update(**{kind: found}), st.sampled_from(KINDS), st.one_of(broken, anything)),
    st.builds(
        lambda found, wrong: update(callback_query={"id": "1", "from": LI, "data": "x", "message": found, **wrong}),
        broken,
        st.dictionaries(st.sampled_from(["id", "from", "data"]), anything, max_size=2),
    ),
    st.builds(
        lambda chat, old, new: update(my_chat_member={"chat": chat, "old_chat_member": old, "new_chat_member": new}),
        st.one_of(st.just(PRIVATE), anything),
        anything,
        st.one_of(anything, st.builds(lambda status: {"status": status, "user": BOT}, anything)),
    ),
)


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(value=whole)
def test_whatever_comes_is_an_event_or_unreadable(value: dict[str, Any]) -> None:
    try:
        events = READER.read(json.dumps(value), AT)
    except UnreadableEvent:
        return
    for event in events:
        assert isinstance(event, Incoming)
        for text in _texts(event):
            text.encode()
            assert "\0" not in text
    kept = raw_event(value)
    kept.raw.encode()
    assert json.loads(kept.raw).keys() == value.keys()


def _texts(event: Incoming) -> list[str]:
    found = [event.chat, event.text, event.chat_title, event.thread, event.thread_name, event.message, event.album]
    found += [event.reply_to, event.button, event.press, event.moved_to, event.member]
    if event.sender is not None:
        found += [event.sender.user, event.sender.name, event.sender.username, event.sender.language]
    for each in event.attachments:
        found += [each.ref, each.unique, each.name, each.mime, each.text]
        assert each.size is None or abs(each.size) < 2**63
    return [each for each in found if each is not None]


def test_every_field_of_a_message_is_known() -> None:
    """A new field of the Bot API is put where it belongs when a library learns it."""
    theirs = {
        {"from_user": "from"}.get(name, name)
        for kind in telegram.Message.__mro__
        for name in getattr(kind, "__slots__", ())
        if not name.startswith("_") and name != "api_kwargs"
    }
    others = {field.alias or name for name, field in published.types.Message.model_fields.items()}
    assert theirs - KNOWN == set()
    assert others - KNOWN == set()
    assert not ENVELOPE & SERVICE


def test_an_update_is_kept_once_and_as_it_came() -> None:
    value = update(message={"message_id": 1, "date": 5, "chat": PRIVATE, "text": "你\0好", "unknown": [1, {"a": None}]})
    kept = raw_event(value)
    assert json.loads(kept.raw) == value
    assert (kept.external_id, kept.chat) == ("1001:5", str(PRIVATE["id"]))
    edit = update(edited_message={"message_id": 1, "date": 5, "edit_date": 9, "chat": FORUM})
    assert raw_event(edit).external_id == "1001:9"
    press = update(callback_query={"id": "88", "from": LI, "message": {"chat": FORUM, "message_id": 1, "date": 0}})
    assert (raw_event(press).external_id, raw_event(press).chat) == ("1001:88", str(FORUM["id"]))
    inline = update(callback_query={"id": "88", "from": LI})
    assert raw_event(inline).chat == str(LI["id"])
    assert raw_event({"update_id": 3}).chat == ""
