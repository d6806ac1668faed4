"""People and what they are, units and their groups, which message belongs to what, and the threads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storage import facts, groups, identities, messages, people, roles, threads, tickets, units
from storage.database import Database
from storage.messages import NewLink
from tests.integration.storage.rows import NOW, a_person, a_ticket, a_unit


async def test_a_person_is_met_once_and_kept_up_to_date(database: Database) -> None:
    async with database.writing() as tx:
        met = await people.meet(tx, "telegram", "7", name="李梅", username="limei", language="zh")
        assert (met.started, met.reachable, met.private, met.unit_id) == (False, True, None, None)
        again = await people.meet(tx, "telegram", "7", name="李小梅", language="en", private_chat="7")
        assert (again.id, again.name, again.username, again.language) == (met.id, "李小梅", None, "zh")
        assert (again.started, again.private) == (True, "7")
        assert await people.get(tx, met.id) == await people.find(tx, "telegram", "7") == again
        assert await people.find(tx, "wecom", "7") is None
        assert (await people.meet(tx, "wecom", "7", name="李梅")).id != met.id
        with pytest.raises(LookupError):
            await people.get(tx, 999)


async def test_whoever_blocked_us_is_reachable_when_they_write_privately(database: Database) -> None:
    async with database.writing() as tx:
        person = await a_person(tx)
        assert not (await people.lose(tx, person.id, "telegram", "u1")).reachable
        in_group = await people.meet(tx, "telegram", "u1", name="李梅", language="zh")
        assert not in_group.reachable
        assert not (await people.get(tx, person.id)).reachable
        await a_person(tx)
        assert (await people.get(tx, person.id)).reachable
        await people.speaks(tx, person, "en")
        await people.belongs_to(tx, person.id, (await a_unit(tx)).id)
        known = await people.get(tx, person.id)
        assert (known.language, known.started, known.reachable) == ("en", True, True)
        assert known.unit_id is not None


async def test_a_person_is_one_on_all_their_accounts(database: Database) -> None:
    async with database.writing() as tx:
        person = await people.expect(tx, "telegram", "9", "王主任")
        assert await people.expect_too(tx, person, "wecom", "wang") == await people.find(tx, "wecom", "wang")
        assert (await people.get(tx, person.id)).channel == "telegram"
        # Whoever writes in private is written to there; a word in a group changes nothing.
        await people.meet(tx, "wecom", "wang", name="王芳")
        assert (await people.get(tx, person.id)).channel == "telegram"
        on_wecom = await people.meet(tx, "wecom", "wang", name="王芳", private_chat="w", language="zh")
        assert (on_wecom.id, on_wecom.in_use) == (person.id, True)
        assert await people.get(tx, person.id) == on_wecom
        await people.meet(tx, "telegram", "9", name="Wang", private_chat="9", language="en")
        known = await people.get(tx, person.id)
        assert (known.channel, known.name, known.language) == ("telegram", "Wang", "en")
        assert [(each.channel, each.in_use) for each in await people.accounts(tx, person.id)] == [
            ("telegram", True),
            ("wecom", False),
        ]


async def test_who_is_gone_from_one_account_is_written_to_on_another(database: Database) -> None:
    async with database.writing() as tx:
        person = await a_person(tx)
        assert not (await people.lose(tx, person.id, "telegram", "u1")).reachable
        other = await people.expect_too(tx, person, "wecom", "limei")
        assert (await people.get(tx, person.id)).channel == "telegram"
        assert (await people.lose(tx, person.id, "telegram", "u1")).account == other.account
        assert (await people.get(tx, person.id)).channel == "wecom"
        gone = await people.lose(tx, person.id, "wecom", "limei")
        assert (gone.channel, gone.reachable) == ("wecom", False)
        await a_person(tx)
        back = await people.get(tx, person.id)
        assert (back.channel, back.reachable) == ("telegram", True)


async def test_two_who_are_one_have_the_work_and_the_tickets_of_both(database: Database) -> None:
    async with database.writing() as tx:
        unit, kept, other = await a_unit(tx), await a_person(tx), await people.expect(tx, "wecom", "limei", "李梅")
        stranger = await a_person(tx, "u2", "赵强")
        await people.belongs_to(tx, other.id, unit.id)
        for person, role in ((kept, "owner"), (other, "owner"), (other, "manager")):
            await roles.grant(
                tx, person_id=person.id, role=role, unit_id=unit.id, name="李梅", source="config", now=NOW
            )
        own = await a_ticket(tx, unit, raiser_id=kept.id)
        theirs = await a_ticket(tx, unit, raiser_id=other.id)
        await tickets.save(tx, replace(own, owner_id=other.id, state="assigned"))
        await people.join(tx, other.id, kept.id)
        for row in (kept.id, other.id):
            assert (await people.get(tx, row)).account == kept.account
        joined = await people.find(tx, "wecom", "limei")
        assert joined is not None
        assert (joined.id, joined.unit_id, joined.in_use) == (kept.id, unit.id, False)
        assert {each.role for each in await roles.of_person(tx, kept.id)} == {"owner", "manager"}
        assert len(await roles.current(tx)) == 2
        assert [each.id for each in await tickets.of_owner(tx, kept.id)] == [own.id]
        assert await identities.raised(tx, kept.id) == (own.id, theirs.id)
        assert identities.raiser_of(tx, theirs) == other.id
        assert await people.are_one(tx, other.id, kept.id)
        assert not await people.are_one(tx, stranger.id, kept.id)
        assert await people.joined(tx) == {other.id: kept.id}
        # The settings may name yet another account that had been somebody's.
        await people.expect_too(tx, kept, "telegram", "u2")
        assert await people.joined(tx) == {other.id: kept.id, stranger.id: kept.id}
        assert await people.expect_too(tx, kept, "telegram", "u2") == await people.find(tx, "telegram", "u2")


async def test_whom_the_configuration_names_is_expected(database: Database) -> None:
    async with database.writing() as tx:
        expected = await people.expect(tx, "telegram", "9", "王主任")
        assert (expected.name, expected.started) == ("王主任", False)
        await people.meet(tx, "telegram", "9", name="Wang", private_chat="9")
        assert (await people.expect(tx, "telegram", "9", "王主任")).name == "Wang"


async def test_what_a_person_raised_is_found_by_them_alone(database: Database) -> None:
    async with database.writing() as tx:
        person, other = await a_person(tx), await a_person(tx, "u2", "赵强")
        first = await a_ticket(tx, raiser_id=person.id)
        second = await a_ticket(tx)
        for _ in range(2):
            await identities.follow(tx, second, person.id)
        assert await identities.raised(tx, person.id) == (first.id, second.id)
        assert await identities.raised(tx, other.id) == ()


async def test_a_unit_moves_with_all_that_is_below_it(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        first, second = await a_unit(tx, "A", root), await a_unit(tx, "B", root)
        deep = await a_unit(tx, "A1", first)
        deeper = await a_unit(tx, "A11", deep)
        assert deeper.path == f"/{root.id}/{first.id}/{deep.id}/{deeper.id}/"
        assert await units.put(tx, "A1", "单位A1", first, None) == deep
        moved = await units.put(tx, "A", "改名", second, None)
        assert moved.path == f"/{root.id}/{second.id}/{first.id}/"
        found = {each.code: each for each in await units.everyone(tx)}
        assert found["A11"].path == f"{moved.path}{deep.id}/{deeper.id}/"
        assert [found[code].level for code in ("HQ", "B", "A", "A1", "A11")] == [1, 2, 3, 4, 5]
        for parent in (moved, found["A11"]):
            with pytest.raises(ValueError, match="below"):
                await units.put(tx, "A", "改名", parent, None)
        await units.retire(tx, found["A11"], NOW)
        assert "A11" not in {each.code for each in await units.everyone(tx)}
        assert (await units.get(tx, deeper.id)).retired_at == NOW
        await units.put(tx, "A11", "单位A11", found["A1"], None)
        assert "A11" in {each.code for each in await units.everyone(tx)}
        assert await units.by_code(tx, "none") is None
        with pytest.raises(LookupError):
            await units.get(tx, 999)


async def test_a_role_covers_its_unit_and_what_is_below(database: Database) -> None:
    async with database.writing() as tx:
        root = await a_unit(tx)
        first, second = await a_unit(tx, "A", root), await a_unit(tx, "B", root)
        deep = await a_unit(tx, "A1", first)
        chief, head, clerk = [await a_person(tx, f"s{n}", f"人{n}") for n in range(3)]
        for person, role, unit in (
            (chief, "manager", root),
            (head, "manager", first),
            (clerk, "manager", second),
            (clerk, "owner", deep),
        ):
            await roles.grant(
                tx, person_id=person.id, role=role, unit_id=unit.id, name=person.name, source="config", now=NOW
            )
        assert [each.name for each in await roles.covering(tx, "manager", deep.path)] == ["人1", "人0"]
        assert [each.name for each in await roles.covering(tx, "manager", root.path)] == ["人0"]
        assert [each.name for each in await roles.below(tx, "manager", root.path)] == ["人0", "人1", "人2"]
        assert [each.name for each in await roles.below(tx, "owner", first.path)] == ["人2"]
        held = await roles.of_person(tx, clerk.id)
        assert [(each.role, each.unit_name) for each in held] == [("manager", "单位B"), ("owner", "单位A1")]
        assert held[0].covers(second.path)
        assert not held[0].covers(root.path)
        await roles.revoke(tx, held[0].id, NOW)
        assert len(await roles.of_person(tx, clerk.id)) == 1
        assert len(await roles.current(tx)) == 3
        await roles.grant(
            tx, person_id=clerk.id, role="manager", unit_id=second.id, name="新名", source="invite", now=NOW + 1
        )
        assert {each.name for each in await roles.of_person(tx, clerk.id)} == {"新名", "人2"}


async def test_an_invitation_is_found_by_its_code(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        await roles.invite(tx, "CODE", role="owner", unit_id=unit.id, name="王芳", expires_at=NOW + 60)
        invited = await roles.invited(tx, "CODE")
        assert invited is not None
        assert (invited.role, invited.name, invited.used_at) == ("owner", "王芳", None)
        person = await a_person(tx)
        await roles.use_invite(tx, invited.id, person.id, NOW)
        used = await roles.invited(tx, "CODE")
        assert used is not None
        assert used.used_at == NOW
        assert await roles.invited(tx, "OTHER") is None


async def test_a_group_serves_and_is_succeeded(database: Database) -> None:
    async with database.writing() as tx:
        unit = await a_unit(tx)
        await units.put_category(tx, "食堂", ("饭", "菜"), None, "normal")
        category = (await units.categories(tx))[0]
        await groups.register(tx, "telegram", "-1", unit_id=unit.id, category_id=None)
        await groups.register(tx, "telegram", "-2", unit_id=unit.id, category_id=category.id)
        await groups.register(tx, "telegram", "-3", unit_id=unit.id, category_id=None, purpose="restricted")
        await groups.register(tx, "wecom", "-1", unit_id=unit.id, category_id=None)
        first = await groups.of_unit(tx, unit.id)
        assert first is not None
        assert (first.chat, first.threads, first.problem) == ("-1", None, None)
        await groups.note(tx, first, threads=1, problem="rights", title="书记室")
        await groups.move(tx, first, "-100")
        moved = await groups.by_chat(tx, "telegram", "-100")
        assert moved is not None
        assert (moved.id, moved.threads, moved.problem, moved.title) == (first.id, 1, "rights", "书记室")
        await groups.register(tx, "telegram", "-100", unit_id=unit.id, category_id=None)
        assert await groups.get(tx, first.id) == moved
        await groups.register(tx, "telegram", "-9", unit_id=unit.id, category_id=None)
        served = {(each.channel, each.chat): each.purpose for each in await groups.everyone(tx)}
        assert served == {
            ("telegram", "-100"): "former",
            ("telegram", "-2"): "desk",
            ("telegram", "-3"): "restricted",
            ("wecom", "-1"): "desk",
            ("telegram", "-9"): "desk",
        }
        restricted, own = await groups.of_unit(tx, unit.id, "restricted"), await groups.of_category(tx, category.id)
        assert restricted is not None
        assert own is not None
        assert (restricted.chat, own.chat) == ("-3", "-2")


async def test_a_message_leads_to_its_ticket(database: Database) -> None:
    async with database.writing() as tx:
        ticket = await a_ticket(tx)
        links = [
            NewLink("telegram", "7", f"{n}", ticket.id, "raiser", "said" if n else "receipt", 1 if n else None)
            for n in range(12)
        ]
        await messages.link(tx, links, NOW)
        await messages.link(tx, [NewLink("telegram", "-1", "1", ticket.id, "thread", "entry", 1)], NOW)
        await messages.link(tx, [], NOW)
        found = await messages.find(tx, "telegram", "7", "0")
        assert found == messages.Linked(ticket.id, None, "raiser", "receipt")
        assert await messages.find(tx, "telegram", "-1", "0") is None
        assert [each.message for each in await identities.copies_of_role(tx, ticket.id, "said")] == [
            f"{n}" for n in range(1, 12)
        ]
        assert [each.chat for each in await messages.of_history(tx, 1)] == ["-1"]
        with pytest.raises(ValueError, match="raiser"):
            await messages.of_role(tx, ticket.id, "raiser", "said")
        copies = await identities.copies_of_entry(tx, 1)
        assert (len(copies), copies[-1].chat, copies[-1].linked.side) == (12, "-1", "thread")
        await messages.forget(tx, copies[0])
        assert await messages.find(tx, "telegram", "7", "1") is None
        await messages.link(tx, [NewLink("telegram", "7", "0", ticket.id, "raiser", "rating", 2)], NOW)
        assert await messages.find(tx, "telegram", "7", "0") == messages.Linked(ticket.id, 2, "raiser", "rating")


async def test_a_ticket_has_one_thread_in_a_group(database: Database) -> None:
    async with database.writing() as tx:
        ticket = await a_ticket(tx)
        await groups.register(tx, "telegram", "-1", unit_id=ticket.unit_id, category_id=None)
        group = (await groups.everyone(tx))[0]
        assert await threads.get(tx, ticket.id, group.id) is None
        for title in ("a", "b"):
            await threads.want(tx, ticket.id, group.id, title=title, icon="i", is_open=True)
        thread = await threads.get(tx, ticket.id, group.id)
        assert thread is not None
        assert (thread.title, thread.external, thread.open, thread.lost) == ("b", None, True, False)
        await threads.found(tx, thread, external="77", title="b", icon="i", is_open=True, now=NOW)
        known = await threads.by_external(tx, group.id, "77")
        assert known is not None
        assert (known.id, known.actual_title, known.actual_open) == (thread.id, "b", 1)
        await threads.found(tx, thread, external=None, title=None, icon=None, is_open=None, now=NOW, lost=True)
        assert await threads.by_external(tx, group.id, "77") is None
        gone = await threads.get(tx, ticket.id, group.id)
        assert gone is not None
        assert (gone.lost, gone.external) == (True, None)


async def test_facts_and_counted_attempts(database: Database) -> None:
    tag = database.sealer.tag("attempts", "telegram", "7")
    async with database.writing() as tx:
        assert await facts.get(tx, "x") is None
        await facts.put(tx, "x", "1")
        await facts.put(tx, "x", "2")
        assert await facts.get(tx, "x") == "2"
        for at in (NOW, NOW + 1, NOW + 2):
            await facts.attempt(tx, tag, at)
        assert await facts.attempts(tx, tag, NOW) == 2
        await facts.forget_attempts(tx, NOW + 2)
        assert await facts.attempts(tx, tag, 0) == 1
        assert await facts.attempts(tx, b"other", 0) == 0
