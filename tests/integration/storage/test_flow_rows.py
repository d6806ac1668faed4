"""The inbox and the outbox: kept once, in order, superseded, held, failed, and forgotten."""

from __future__ import annotations

import pytest

from storage import conversations, inbox, outbox
from storage.database import Database
from storage.inbox import NewEvent
from storage.outbox import NewRow

NOW = 1_800_000_000


def event(number: int, chat: str = "a", raw: str = "你好") -> NewEvent:
    return NewEvent("telegram", str(number), chat, f"{raw}{number}")


def row(
    lane_id: int, payload: object = "x", *, priority: int = 0, due_at: int = 0, replace: str | None = None
) -> NewRow:
    return NewRow(lane_id, "send", priority, due_at, payload, replace)


async def test_an_event_is_kept_once_however_often_it_is_handed_out(database: Database) -> None:
    async with database.writing() as tx:
        await inbox.keep(tx, [event(1), event(2), event(1, raw="other")], NOW)
    async with database.writing() as tx:
        await inbox.keep(tx, [event(2), event(3)], NOW + 5)
        await inbox.keep(tx, [], NOW)
    async with database.reading() as tx:
        kept = await inbox.due(tx, NOW, 10)
        assert [(each.raw, each.received_at, each.tries) for each in kept] == [
            ("你好1", NOW, 0),
            ("你好2", NOW, 0),
            ("你好3", NOW + 5, 0),
        ]
        assert len(await inbox.due(tx, NOW, 2)) == 2
        assert await inbox.depth(tx) == inbox.Depth(3, NOW)


async def test_what_is_done_stays_done_when_it_is_handed_out_again(database: Database) -> None:
    async with database.writing() as tx:
        await inbox.keep(tx, [event(1), event(2)], NOW)
        first = (await inbox.due(tx, NOW, 1))[0]
        await inbox.done(tx, [first.id], NOW)
        await inbox.keep(tx, [event(1)], NOW)
        assert [each.raw for each in await inbox.due(tx, NOW, 10)] == ["你好2"]
        await inbox.forget(tx, NOW + 1)
        await inbox.keep(tx, [event(1)], NOW)
        assert [each.raw for each in await inbox.due(tx, NOW, 10)] == ["你好2", "你好1"]


async def test_what_fails_waits_behind_the_others_and_is_set_aside(database: Database) -> None:
    async with database.writing() as tx:
        await inbox.keep(tx, [event(1), event(2), event(3)], NOW)
        first, second, _ = await inbox.due(tx, NOW, 10)
        await inbox.retry(tx, first.id, tries=1, due_at=NOW + 60, error="KeyError")
        await inbox.set_aside(tx, second.id, tries=6, error="ValueError", now=NOW)
        assert [each.raw for each in await inbox.due(tx, NOW, 10)] == ["你好3"]
        assert [(each.raw, each.tries) for each in await inbox.due(tx, NOW + 60, 10)] == [("你好3", 0), ("你好1", 1)]
        assert await inbox.next_due(tx) == 0
        aside = await inbox.set_asides(tx)
        assert [(each.channel, each.tries, each.error) for each in aside] == [("telegram", 6, "ValueError")]
        assert await inbox.again(tx, NOW) == 1
        assert await inbox.set_asides(tx) == ()
        await inbox.hurry(tx)
        assert [each.raw for each in await inbox.due(tx, NOW - 9_999, 10)] == ["你好1", "你好2", "你好3"]


async def test_an_empty_inbox(database: Database) -> None:
    async with database.reading() as tx:
        assert await inbox.due(tx, NOW, 10) == ()
        assert await inbox.next_due(tx) is None
        assert await inbox.depth(tx) == inbox.Depth(0, None)


async def test_a_chat_has_one_lane(database: Database) -> None:
    async with database.writing() as tx:
        lane = await outbox.lane(tx, "telegram", "42", "private")
        assert await outbox.lane(tx, "telegram", "42", "private") == lane
        assert (lane.channel, lane.chat, lane.kind, lane.held) == ("telegram", "42", "private", False)
        assert (await outbox.lane(tx, "wecom", "42", "private")).id != lane.id


async def test_rows_leave_in_the_order_they_came_lane_by_lane(database: Database) -> None:
    async with database.writing() as tx:
        a, b = [(await outbox.lane(tx, "telegram", chat, "private")).id for chat in "ab"]
        await outbox.enqueue(tx, [row(a, 1), row(b, 2, priority=2), row(a, 3, due_at=NOW + 9), row(a, 4)], NOW)
        assert [each.payload for each in await outbox.of_lane(tx, a, NOW, 10)] == [1, 4]
        assert sorted(each.payload for each in await outbox.heads(tx, [a, b], NOW)) == [1, 2]
        assert {(each.lane.id, each.priority, each.count) for each in await outbox.ready(tx, NOW, {})} == {
            (a, 0, 2),
            (b, 2, 1),
        }
        await outbox.sent(tx, [each.id for each in await outbox.of_lane(tx, a, NOW, 1)])
        assert [each.payload for each in await outbox.heads(tx, [a], NOW)] == [4]
        assert [each.payload for each in await outbox.of_lane(tx, a, NOW + 9, 10)] == [3, 4]
        await outbox.enqueue(tx, [], NOW)


async def test_a_newer_row_takes_the_place_of_a_waiting_one_in_its_lane(database: Database) -> None:
    async with database.writing() as tx:
        a, b = [(await outbox.lane(tx, "telegram", chat, "group")).id for chat in "ab"]
        await outbox.enqueue(tx, [row(a, 1, replace="card"), row(a, 2), row(b, 3, replace="card")], NOW)
        await outbox.enqueue(tx, [row(a, 4, replace="card"), row(a, 5, replace="card"), row(a, 6, replace="x")], NOW)
        assert [each.payload for each in await outbox.of_lane(tx, a, NOW, 10)] == [2, 5, 6]
        assert [each.payload for each in await outbox.of_lane(tx, b, NOW, 10)] == [3]


async def test_a_lane_waits_and_is_held_and_released(database: Database) -> None:
    async with database.writing() as tx:
        lane = await outbox.lane(tx, "telegram", "42", "private")
        await outbox.enqueue(tx, [row(lane.id, "a"), row(lane.id, "b")], NOW)
        await outbox.pause(tx, lane.id, NOW + 30)
        assert [each.paused_until for each in await outbox.ready(tx, NOW, {})] == [NOW + 30]
        await outbox.hold(tx, lane.id, "unreachable")
        assert await outbox.ready(tx, NOW, {}) == ()
        assert [each.chat for each in await outbox.held_lanes(tx)] == ["42"]
        assert (await outbox.held(tx), await outbox.depths(tx, NOW)) == (2, ())
        assert await outbox.release(tx, "telegram", "42")
        assert not await outbox.release(tx, "telegram", "42")
        assert [(each.paused_until, each.count) for each in await outbox.ready(tx, NOW, {})] == [(None, 2)]
        assert (await outbox.held(tx), await outbox.held_lanes(tx)) == (0, ())


async def test_a_row_is_tried_rewritten_failed_and_tried_again(database: Database) -> None:
    async with database.writing() as tx:
        lane = await outbox.lane(tx, "telegram", "42", "private")
        await outbox.enqueue(tx, [row(lane.id, "a"), row(lane.id, "b", priority=1)], NOW)
        first, second = await outbox.of_lane(tx, lane.id, NOW, 10)
        await outbox.tried(tx, first.id, tries=2, error="timeout")
        await outbox.rewrite(tx, first, {"text": "新"})
        again = (await outbox.of_lane(tx, lane.id, NOW, 10))[0]
        assert (again.id, again.tries, again.payload) == (first.id, 2, {"text": "新"})
        await outbox.failed(tx, first.id, "too long", NOW + 1)
        assert [(each.id, each.error) for each in await outbox.failures(tx, NOW)] == [(first.id, "too long")]
        assert [(each.priority, each.depth, each.oldest) for each in await outbox.depths(tx, NOW)] == [(1, 1, NOW)]
        assert await outbox.again(tx, NOW + 2) == 1
        assert [each.id for each in await outbox.of_lane(tx, lane.id, NOW + 2, 10)] == [first.id, second.id]
        await outbox.failed(tx, first.id, "too long", NOW + 3)
        await outbox.forget(tx, NOW + 4)
        assert await outbox.failures(tx, 0) == ()


async def test_after_a_restore_what_waited_then_is_not_said_again(database: Database) -> None:
    async with database.writing() as tx:
        lane = await outbox.lane(tx, "telegram", "42", "private")
        await outbox.enqueue(tx, [row(lane.id, "old")], NOW)
        await outbox.enqueue(tx, [row(lane.id, "new")], NOW + 10)
        await outbox.drop_waiting(tx, NOW + 5)
        assert [each.payload for each in await outbox.of_lane(tx, lane.id, NOW + 10, 10)] == ["new"]


@pytest.mark.parametrize("body", [{}, {"step": "draft", "texts": ["食堂\x00", "\ud800"], "n": 1}])
async def test_a_conversation_goes_on_where_it_was(database: Database, body: dict[str, object]) -> None:
    tag = database.sealer.tag("conversation", "telegram", "42", "7")
    async with database.writing() as tx:
        assert await conversations.load(tx, tag, "draft") is None
        await conversations.save(tx, tag, "draft", {"first": True}, NOW)
        await conversations.save(tx, tag, "draft", body, NOW + 5)
    async with database.writing() as tx:
        kept = await conversations.load(tx, tag, "draft")
        assert kept is not None
        assert (kept.body, kept.at) == (body, NOW + 5)
        assert await conversations.load(tx, tag, "question") is None
        assert [each.body for each in await conversations.left_between(tx, "draft", NOW, NOW + 5)] == [body]
        assert await conversations.left_between(tx, "draft", NOW + 5, NOW + 9) == ()
        assert await conversations.drop(tx, tag, "draft")
        assert not await conversations.drop(tx, tag, "draft")
        await conversations.save(tx, tag, "draft", body, NOW)
        await conversations.forget(tx, "draft", NOW + 1)
        assert await conversations.load(tx, tag, "draft") is None
