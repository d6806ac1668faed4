"""Notices with their readers, and frequent questions, on both engines."""

from __future__ import annotations

from storage import faq, notices
from storage.database import Database
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit


async def test_who_has_read_a_notice(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        first, second = await a_person(tx), await a_person(tx, "u2")
        notice = await notices.add(
            tx, unit.id, "年休假", "可以跨年", files=("{}",), picked=(unit.id,), by=first.id, now=NOW
        )
        assert await notices.get(tx, notice.id) == notice
        assert await notices.sent_to(tx, [*notice.picked, 99], 0, 5) == (1, (notice,))
        assert await notices.read(tx, notice.id, first.id, NOW)
        assert not await notices.read(tx, notice.id, first.id, NOW + 1)
        assert await notices.readers(tx, notice.id, [first.id, second.id]) == {first.id}
        assert await notices.readers_by_unit(tx, notice.id) == {0: 1}
        assert await notices.people_by_unit(tx, [unit.id]) == {}
        ticket = await a_ticket(tx, unit)
        await notices.asked(tx, notice.id, ticket.id)
        assert (await notices.questions(tx, notice.id), await notices.of_ticket(tx, ticket.id)) == (1, notice)
        await notices.retire(tx, notice.id, NOW)
        assert await notices.sent_to(tx, list(notice.picked), 0, 5) == (0, ())
        assert await notices.get(tx, None) is None


async def test_frequent_questions_are_counted(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        entry = await faq.add(tx, unit.id, "怎么请假", "找班长", by=None, now=NOW)
        await faq.count(tx, entry.id, shown=2, solved=1)
        await faq.count(tx, entry.id, unsolved=1)
        await faq.change(tx, entry.id, "怎样请假", "找班长", "休假")
        (now,) = await faq.everything(tx)
        assert (now.question, now.keywords, now.shown, now.solved, now.unsolved) == ("怎样请假", "休假", 2, 1, 1)
        await faq.retire(tx, entry.id, NOW)
        assert await faq.everything(tx) == ()
        assert await faq.get(tx, 99) is None
