"""Joining what waits: nothing left out, nothing reordered, nothing too long."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.flow.gather import BETWEEN, gather
from handlers.core.message import Text, plain
from handlers.core.vocabulary import Address, Attachment, Button, FileKind, Outgoing, OutKind, Spot
from handlers.rules.splitting import units
from tests.integration.flow.wire import ABILITIES
from tests.unit.texts import looks, texts

message = st.builds(
    Outgoing,
    kind=st.sampled_from([OutKind.SEND, OutKind.SEND, OutKind.SEND, OutKind.EDIT]),
    to=st.just(Address("wire", "g")),
    text=texts(min_size=1, max_size=12),
    gather=st.sampled_from([None, "a", "a", "a", "b"]),
    ticket_thread=st.sampled_from([1, 1, 1, 2]),
    attachments=st.sampled_from([(), (), (), (Attachment(FileKind.PHOTO),)]),
    buttons=st.sampled_from([(), (), (), ((Button("b", data="x"),),)]),
    silent=st.booleans(),
    head=st.sampled_from(["", "w"]),
    reply_to=st.sampled_from([None, None, None, Spot(message="7")]),
)


@given(st.lists(message, min_size=1, max_size=30), st.integers(12, 60))
def test_all_is_said_in_order_within_the_limit(waiting: list[Outgoing], limit: int) -> None:
    said: list[Text] = []
    rest = waiting
    while rest:
        joined, count = gather(rest, replace(ABILITIES, text=limit))
        assert 1 <= count <= len(rest)
        if count > 1:
            assert units(plain(joined.text)) <= limit
            assert {each.gather for each in rest[:count]} == {rest[0].gather} != {None}
            assert {each.ticket_thread for each in rest[:count]} == {rest[0].ticket_thread}
            assert not any(each.attachments or each.buttons for each in rest[:count])
            assert joined.silent == all(each.silent for each in rest[:count])
            assert {each.reply_to for each in rest[:count]} == {rest[0].reply_to}
            together = ["\n".join(filter(None, (each.head, plain(each.text)))) for each in rest[:count]]
            assert plain(joined.text) == BETWEEN.join(together)
            assert looks(joined.text) == [each for one in rest[:count] for each in looks(one.text)]
        else:
            assert joined == rest[0]
        said += [each.text for each in rest[:count]]
        rest = rest[count:]
    assert said == [each.text for each in waiting]
