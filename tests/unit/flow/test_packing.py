"""What waits in a queue comes out as it went in."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import UnreadableEvent
from bot.flow.own_events import outcome_event, read_own, tick
from bot.flow.packing import Unpackable, pack, pack_event, unpack, unpack_event
from handlers.core.vocabulary import (
    Address,
    Attachment,
    Button,
    ChatKind,
    Choice,
    EventKind,
    FileKind,
    Incoming,
    Link,
    Outgoing,
    OutKind,
    Priority,
    Reaction,
    Refusal,
    Sender,
    Spot,
    Style,
)
from tests.unit.texts import texts

text = st.text(max_size=30)
maybe = st.none() | text
number = st.integers(min_value=0, max_value=2**62)
facts = st.dictionaries(text, st.none() | st.booleans() | number | text | st.lists(number, max_size=3), max_size=3)
attachments = st.lists(
    st.builds(
        Attachment,
        kind=st.sampled_from(FileKind),
        ref=maybe,
        unique=maybe,
        name=maybe,
        mime=maybe,
        size=st.none() | number,
        latitude=st.none() | st.floats(-90, 90),
        longitude=st.none() | st.floats(-180, 180),
        text=maybe,
        made=maybe,
        facts=facts,
        clean=st.booleans(),
    ),
    max_size=3,
).map(tuple)
buttons = st.lists(
    st.lists(st.builds(Button, text, maybe, maybe, maybe, st.sampled_from(Style)), max_size=3).map(tuple), max_size=3
).map(tuple)
spots = st.none() | st.builds(Spot, maybe, st.none() | number, maybe, maybe, st.none() | number, st.none() | number)
outgoing = st.builds(
    Outgoing,
    kind=st.sampled_from(OutKind),
    to=st.none() | st.builds(Address, text, text, maybe),
    person=st.none() | number,
    ticket_thread=st.none() | number,
    text=texts(),
    buttons=buttons,
    choices=st.lists(st.builds(Choice, number, text), max_size=2).map(tuple),
    attachments=attachments,
    reply_to=spots,
    target=spots,
    reaction=st.none() | st.sampled_from(Reaction),
    pin=st.booleans(),
    silent=st.booleans(),
    protect=st.booleans(),
    head=st.text(max_size=5),
    gather=maybe,
    link=st.none() | st.builds(Link, number, text, text, st.none() | number),
    replace=maybe,
    priority=st.sampled_from(Priority),
    not_before=st.none() | number,
    report=st.booleans(),
    facts=facts,
)
incoming = st.builds(
    Incoming,
    kind=st.sampled_from(EventKind),
    at=number,
    channel=text,
    chat=text,
    chat_kind=st.sampled_from(ChatKind),
    chat_title=maybe,
    thread=maybe,
    thread_name=maybe,
    has_threads=st.booleans(),
    sender=st.none() | st.builds(Sender, text, text, text, maybe, maybe, st.booleans()),
    message=maybe,
    text=text,
    attachments=attachments,
    album=maybe,
    reply_to=maybe,
    forwarded=st.booleans(),
    button=maybe,
    press=maybe,
    moved_to=maybe,
    member=maybe,
    facts=facts,
)


@given(outgoing)
def test_an_outgoing_message_survives_the_outbox(message: Outgoing) -> None:
    assert unpack(json.loads(json.dumps(pack(message), ensure_ascii=False))) == message


@given(incoming)
def test_an_event_survives_the_inbox(event: Incoming) -> None:
    assert unpack_event(pack_event(event)) == event


def test_what_waited_when_the_program_was_replaced_by_a_newer_one_is_still_said() -> None:
    assert unpack({"kind": "send", "text": "x", "v": 1}) == Outgoing(OutKind.SEND, text="x")


def test_a_field_from_the_future_is_left_aside_and_a_missing_one_has_its_default() -> None:
    packed = pack(Outgoing(OutKind.SEND, text="x")) | {"mood": "good"}
    assert unpack(packed) == Outgoing(OutKind.SEND, text="x")


@pytest.mark.parametrize(
    "packed",
    [
        None,
        [],
        {},
        {"v": 2, "kind": "send", "text": {"parts": [{"is": "song"}]}},
        {"v": 3, "kind": "send"},
        {"v": 1},
        {"v": 1, "kind": "sing"},
    ],
)
def test_what_cannot_be_read_says_so(packed: Any) -> None:
    with pytest.raises(Unpackable):
        unpack(packed)


def test_own_events_are_received_when_the_inbox_received_them() -> None:
    event = tick("reminders", 1_000, {"n": 1})
    assert read_own(event.raw, 1_234)[0].at == 1_234
    assert read_own(event.raw, 1_234)[0].facts == {"n": 1}
    with pytest.raises(UnreadableEvent):
        read_own("{", 0)


def test_ticks_of_one_minute_are_one_event() -> None:
    assert tick("digest", 60).external_id == tick("digest", 119).external_id != tick("digest", 120).external_id


def test_an_outcome_says_what_it_is_about() -> None:
    message = Outgoing(
        OutKind.SEND, person=7, text="secret", link=Link(3, "raiser", "entry", 9), facts={"note": 1}, report=True
    )
    raw = outcome_event(5, message, Refusal.UNREACHABLE, place=("wire", "c", False), now=10, text="blocked", sent=None)
    (event,) = read_own(raw.raw, 10)
    assert (event.kind, event.member, event.chat, event.text) == (EventKind.DELIVERY, "unreachable", "c", "blocked")
    assert event.facts == {
        "row": 5,
        "kind": "send",
        "reported": True,
        "person": None,
        "ticket": 3,
        "history": 9,
        "side": "raiser",
        "role": "entry",
        "note": 1,
    }
    assert "secret" not in raw.raw
