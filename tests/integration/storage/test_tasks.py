"""Tasks and the lists that they stand on, on both engines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage import lists, tasks
from storage.database import Database
from storage.tasks import NewTask
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit


async def test_a_list_and_what_stands_on_it(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        below = await a_unit(tx, "A", root)
        maker, owner = await a_person(tx), await a_person(tx, "o", "王建国")
        made = await lists.add(
            tx, "checklist", root.id, "安全隐患", now=NOW, made_by=maker.id, due_at=NOW + 9, facts={"aspects": ["电"]}
        )
        assert await lists.get(tx, made.id) == made
        first = await tasks.add(
            tx, NewTask(below.id, "换电线", "checklist", list_id=made.id, aspect="电", owner_id=owner.id), NOW
        )
        second = await tasks.add(
            tx, NewTask(root.id, "换灯", "checklist", list_id=made.id, owner_name="外单位"), NOW + 1
        )
        assert [first.position, second.position] == [1, 2]
        assert await tasks.of_list(tx, made.id) == (first, second)
        assert await tasks.of_owner(tx, owner.id) == (first,)
        struck = replace(second, state="struck", struck_at=NOW + 5, struck_by=maker.id, relapses=1)
        await tasks.save(tx, struck)
        assert await tasks.get(tx, second.id) == struck
        assert await tasks.open_below(tx, root.path) == (first,)
        given = await tasks.ids_made_below(tx, root.path, NOW, NOW + 1)
        assert await tasks.by_ids(tx, given) == (first,)
        assert await tasks.by_ids(tx, []) == ()
        assert await tasks.struck_below(tx, root.path, NOW, NOW + 9) == (struck,)
        assert await tasks.struck_below(tx, below.path, NOW, NOW + 9) == ()
        with pytest.raises(LookupError):
            await tasks.get(tx, 99)
        with pytest.raises(LookupError):
            await lists.get(tx, 99)


async def test_closed_lists_are_shown_for_a_while(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        made = await lists.add(tx, "project", root.id, "厕所改造", now=NOW)
        other = await lists.add(tx, "checklist", root.id, "另一份", now=NOW)
        closed = await lists.close(tx, made, NOW + 5)
        assert await lists.below(tx, root.path, "project") == ()
        assert await lists.below(tx, root.path, "project", closed_since=NOW) == (closed,)
        assert await lists.below(tx, root.path, "checklist") == (other,)


async def test_followers(database: Database) -> None:
    async with database.writing() as tx:
        made = await lists.add(tx, "checklist", (await a_unit(tx)).id, "清单", now=NOW)
        person = await a_person(tx)
        for _ in range(2):
            await lists.follow(tx, made.id, person.id)
        assert await lists.followers(tx, made.id) == (person.id,)
        assert await lists.unfollow(tx, made.id, person.id)
        assert not await lists.unfollow(tx, made.id, person.id)


async def test_what_happened_to_a_task_is_never_changed(database: Database) -> None:
    async with database.writing() as tx:
        ticket = await a_ticket(tx)
        task = await tasks.add(tx, NewTask(ticket.unit_id, "换电线", "onsite", ticket_id=ticket.id), NOW)
        await tasks.note(
            tx, task.id, at=NOW, action="progress", role="owner", text="买\x00了", files=("{}",), detail={"a": 1}
        )
        (note,) = await tasks.notes_of(tx, task.id)
        assert (note.text, note.files, note.detail) == ("买了", ("{}",), {"a": 1})
        assert await tasks.of_ticket(tx, ticket.id) == (task,)
        for words in ("DELETE FROM task_notes", "UPDATE task_notes SET text = ''"):
            with pytest.raises(Exception, match="append-only"):
                async with tx.savepoint():
                    await tx._connection.raw(words)


async def test_the_stories_of_several_tasks_at_once(database: Database) -> None:
    async with database.writing() as tx:
        unit, who = await a_unit(tx), await a_person(tx)
        first, second, third = [await tasks.add(tx, NewTask(unit.id, f"第{n}件", "meeting"), NOW) for n in range(3)]
        for task, text in ((first, "一"), (second, "二"), (first, "三")):
            await tasks.note(tx, task.id, at=NOW, action="progress", role="owner", staff_id=who.id, text=text)
        found = await tasks.notes_of_all(tx, [first.id, second.id, third.id])
        assert {task: [each.text for each in notes] for task, notes in found.items()} == {
            first.id: ["一", "三"],
            second.id: ["二"],
        }
        assert found[first.id] == await tasks.notes_of(tx, first.id)
        assert await tasks.notes_of_all(tx, []) == {}
