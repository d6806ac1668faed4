"""When what was first done, and how often: what the ledger and the digest reckon with, kept as it was."""

from __future__ import annotations

from storage import history, tickets
from storage.history import Deadline
from storage.tickets import Ticket
from tests.acceptance.kit import Box
from tests.acceptance.test_desk_deciding import assign_to


async def kept(box: Box, number: str) -> tuple[Ticket, dict[str, Deadline]]:
    """The row, and what is due on it."""
    async with box.database.reading() as tx:
        ticket = await tickets.by_number(tx, number)
        assert ticket is not None
        return ticket, {each.kind: each for each in await history.deadlines_of(tx, ticket.id)}


async def test_what_is_passed_on_is_the_first_answer_once(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await assign_to(box, topic, "王建国")
    assert box.zhang.mentions(f"{number} 已受理，交一分厂承办")
    await box.passes(hours=2)
    await box.wang.says("已约厂家", reply_to=box.wang.find("请承办"))
    passed = box.clock.now()
    await box.zhao.press("转告反映人", topic)
    ticket, _ = await kept(box, number)
    assert passed <= (ticket.first_reply_at or 0) <= box.clock.now()
    first = ticket.first_reply_at
    await box.passes(hours=1)
    await box.zhao.says("明天见", topic)
    assert (await kept(box, number))[0].first_reply_at == first
    # Reported without having been signed for: it is signed for by that.
    assert ticket.signed_at is None
    await box.wang.press("报结", on=box.wang.find("请承办"))
    await box.wang.says("换了厨师")
    await box.wang.press("确认报结")
    ticket, _ = await kept(box, number)
    assert ticket.signed_at is not None
    assert ticket.signed_at > (first or 0)
    signed = ticket.signed_at
    await box.zhao.press("转发答复", topic)
    await box.zhao.press("支持", topic)
    ticket, _ = await kept(box, number)
    assert (ticket.first_reply_at, ticket.signed_at) == (first, signed)


async def test_what_is_declined_was_answered_then(box: Box) -> None:
    number = await box.raises(box.zhang, "邻居太吵")
    topic = box.plant.topic(number)
    await box.passes(hours=1)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("个人之间的民事纠纷", topic)
    await box.zhao.press("发出，不予受理", topic)
    ticket, _ = await kept(box, number)
    assert ticket.first_reply_at == ticket.closed_at is not None


async def test_another_grade_counts_from_the_acceptance_and_moves_the_end_alone(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的冰柜坏了")
    topic = box.plant.topic(number)
    await box.passes(hours=3)
    await box.zhao.press("受理", topic)
    before, due = await kept(box, number)
    assert before.accepted_at is not None
    assert before.accepted_at > before.submitted_at
    await box.passes(hours=1)
    await box.zhao.press("更多", topic)
    await box.zhao.press("改紧急程度", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if each.startswith("紧急")), topic)
    after, moved = await kept(box, number)
    assert after.due_at == box.engine.house.calendar.add_workdays(before.accepted_at, 3).at
    assert {key: each.due_at for key, each in moved.items()} == {key: each.due_at for key, each in due.items()} | {
        "done": after.due_at
    }
    await box.zhao.press("延期", topic)
    await box.zhao.says("2天 等配件到货", topic)
    await box.zhao.press("确认延期", topic)
    extended, _ = await kept(box, number)
    assert extended.extensions == 1


async def test_who_was_accepted_before_is_told_only_who_acts(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await assign_to(box, topic, "王建国")
    assert f"{number} 已交一分厂承办" in box.zhang.last.text
    await assign_to(box, topic, "钱进")
    assert f"{number} 改由集团公司承办" in box.zhang.last.text
    assert "您不用再办" in box.wang.last.text
