"""The settings in the database: twice they change nothing, and what they no longer name is put out of use, not lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.applying import Change, Changed, OtherMailbox, apply, has_come
from bot.settings import Settings, SettingsError, load_settings
from storage import facts, groups, people, roles, rules, units
from storage.database import Database
from storage.engines import open_database
from storage.sealing import Sealer

NOW = 1_800_000_000
BASE = """
[[units]]
code = "B"
name = "二车间"
parent = "A"
[[units]]
code = "A"
name = "一分厂"
parent = "HQ"
telegram_group = -1002
[[units]]
code = "HQ"
name = "集团"
telegram_group = -1001
restricted_group = -1009
[[people]]
name = "李梅"
role = "secretary"
unit = "HQ"
telegram = 1
[[people]]
name = "王建国"
role = "owner"
unit = "A"
[[categories]]
name = "食堂"
keywords = ["食堂"]
owner = "王建国"
"""


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await open_database(f"sqlite:///{tmp_path / 'm.db'}", Sealer(bytes(64)))
    yield opened
    await opened.close()


def settings(folder: Path, text: str) -> Settings:
    (folder / "config.toml").write_text(text, "utf-8")
    return load_settings(folder / "config.toml", locale="en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


async def take(database: Database, folder: Path, text: str, now: int = NOW) -> tuple[Change, ...]:
    async with database.writing() as tx:
        return await apply(settings(folder, text), tx, now)


def kinds(changes: tuple[Change, ...]) -> set[Changed]:
    return {each.what for each in changes}


async def test_twice_changes_nothing(database: Database, folder: Path) -> None:
    first = await take(database, folder, BASE)
    assert kinds(first) == {Changed.UNIT_NEW, Changed.ROLE_GIVEN, Changed.CATEGORY_SET, Changed.GROUP_SERVES}
    assert await take(database, folder, BASE, NOW + 9) == ()
    async with database.reading() as tx:
        there = {each.code: each for each in await units.everyone(tx)}
        assert (there["HQ"].level, there["A"].level, there["B"].level) == (1, 2, 3)
        restricted = await groups.of_unit(tx, there["HQ"].id, "restricted")
        assert restricted is not None
        assert restricted.chat == "-1009"


async def test_units_of_one_name_are_told_apart_in_what_is_said_of_them(database: Database, folder: Path) -> None:
    brothers = (
        BASE
        + """
[[units]]
code = "C"
name = "二车间"
parent = "HQ"
telegram_group = -1003
"""
    )
    said = {(each.what, each.name) for each in await take(database, folder, brothers)}
    assert {
        (Changed.UNIT_NEW, "一分厂 / 二车间"),
        (Changed.UNIT_NEW, "集团 / 二车间"),
        (Changed.UNIT_NEW, "集团"),
    } <= said
    assert (Changed.GROUP_SERVES, "集团 / 二车间 · -1003") in said


async def test_a_tree_turned_over(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    turned = (
        BASE.replace('name = "集团"', 'name = "集团"\nparent = "B"')
        .replace('name = "一分厂"\nparent = "HQ"', 'name = "一分厂"\nparent = "HQ"')
        .replace('name = "二车间"\nparent = "A"', 'name = "二车间"')
    )
    assert kinds(await take(database, folder, turned)) == {Changed.UNIT_CHANGED}
    assert await take(database, folder, turned) == ()
    async with database.reading() as tx:
        there = {each.code: each for each in await units.everyone(tx)}
        assert there["A"].path == f"/{there['B'].id}/{there['HQ'].id}/{there['A'].id}/"


async def test_what_is_no_longer_named_is_out_of_use_and_comes_back(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    bare = '[[units]]\ncode = "HQ"\nname = "集团"\n'
    gone = await take(database, folder, bare)
    assert kinds(gone) == {
        Changed.UNIT_RETIRED,
        Changed.ROLE_TAKEN,
        Changed.CATEGORY_RETIRED,
        Changed.GROUP_FORMER,
    }
    assert await take(database, folder, bare) == ()
    async with database.reading() as tx:
        assert [each.code for each in await units.everyone(tx)] == ["HQ"]
        assert {each.purpose for each in await groups.everyone(tx)} == {"former"}
        assert await roles.current(tx) == ()
        assert await units.categories(tx) == ()
    back = await take(database, folder, BASE)
    assert Changed.UNIT_CHANGED in kinds(back) or Changed.UNIT_NEW in kinds(back)
    assert await take(database, folder, BASE) == ()
    async with database.reading() as tx:
        assert len(await units.everyone(tx)) == 3


async def test_roles_by_invitation_stay(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    async with database.writing() as tx:
        person = await people.meet(tx, "telegram", "7", name="建国")
        unit = await units.by_code(tx, "A")
        assert unit is not None
        await roles.grant(
            tx, person_id=person.id, role="owner", unit_id=unit.id, name="王建国", source="invite", now=NOW
        )
    # The category's owner has come by now.
    assert kinds(await take(database, folder, BASE)) == {Changed.CATEGORY_SET}
    without = BASE.partition("[[people]]")[0]
    await take(database, folder, without)
    async with database.reading() as tx:
        assert [each.name for each in await roles.current(tx)] == ["王建国"]


async def test_what_has_one_name_is_told_apart(database: Database, folder: Path) -> None:
    twice = (
        BASE
        + """
[[units]]
code = "C"
name = "二分厂"
parent = "HQ"
[[units]]
code = "D"
name = "二车间"
parent = "C"
[[people]]
name = "王建国"
role = "owner"
unit = "C"
telegram = 7
"""
    )
    with pytest.raises(SettingsError, match="一分厂 / 王建国, 二分厂 / 王建国"):
        await take(database, folder, twice)
    twice = twice.replace('owner = "王建国"', 'owner = "二分厂 / 王建国"')

    async def shown() -> dict[str, str]:
        async with database.reading() as tx:
            return {each.code: each.shown for each in await units.everyone(tx, retired=True)}

    await take(database, folder, twice)
    assert await take(database, folder, twice) == ()
    assert await shown() == {
        "HQ": "集团",
        "A": "一分厂",
        "C": "二分厂",
        "B": "一分厂 / 二车间",
        "D": "二分厂 / 二车间",
    }
    async with database.reading() as tx:
        (owner,) = [each for each in await roles.current(tx) if each.role == "owner"]
        assert [each.owner_id for each in await units.categories(tx)] == [owner.person_id]
        assert owner.unit_name == "二分厂"
        # The other one of that name has not come in yet.
        there = {each.code: each.id for each in await units.everyone(tx)}
        waiting = settings(folder, twice).people[1]
        assert not has_come(waiting, there["A"], await roles.current(tx))
    # Of those in use only one is left: its name will do; the other is still told apart from it.
    before, gone, after = twice.partition('[[units]]\ncode = "D"')
    await take(database, folder, before + after[after.index("[[people]]") :])
    assert gone
    assert (await shown())["B"] == "二车间"
    assert (await shown())["D"] == "二分厂 / 二车间"


async def test_another_mailboxs_file_is_refused(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    with pytest.raises(OtherMailbox):
        await take(database, folder, '[[units]]\ncode = "X"\nname = "别家"\n')
    assert await take(database, folder, BASE) == ()


async def test_a_group_that_was_upgraded_keeps_its_new_id(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    async with database.writing() as tx:
        await facts.put(tx, "moved:telegram", '{"-1002": "-100777"}')
        group = await groups.by_chat(tx, "telegram", "-1002")
        assert group is not None
        await groups.move(tx, group, "-100777")
    assert await take(database, folder, BASE) == ()
    # And the new id in the file is the same group.
    assert await take(database, folder, BASE.replace("-1002", "-100777")) == ()


async def test_groups_change_places(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    swapped = BASE.replace("-1001", "-1x").replace("-1002", "-1001").replace("-1x", "-1002")
    await take(database, folder, swapped)
    assert await take(database, folder, swapped) == ()
    async with database.reading() as tx:
        there = {each.code: each.id for each in await units.everyone(tx)}
        found = {each.chat: (each.unit_id, each.purpose) for each in await groups.everyone(tx)}
    assert found["-1001"] == (there["A"], "desk")
    assert found["-1002"] == (there["HQ"], "desk")


MERGED = """
[[units]]
code = "HQ"
name = "集团"
telegram_group = -1001
restricted_group = -1009
[[units]]
code = "C"
name = "三车间"
parent = "HQ"
telegram_group = -1003
merged = ["B", "NEVER"]
"""


async def test_a_merged_unit_goes_on_below_the_one_that_took_it_over(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    changes = await take(database, folder, MERGED)
    assert Change(Changed.UNIT_MERGED, "二车间 → 三车间") in changes
    assert Change(Changed.UNIT_UNKNOWN, "NEVER → 三车间") in changes
    async with database.reading() as tx:
        merged, into = await units.by_code(tx, "B"), await units.by_code(tx, "C")
    assert merged is not None
    assert into is not None
    assert merged.path == f"{into.path}{merged.id}/"
    assert merged.retired_at == NOW
    assert kinds(await take(database, folder, MERGED)) == {Changed.UNIT_UNKNOWN}


async def test_what_counts_where_since_when_is_kept(database: Database, folder: Path) -> None:
    await take(database, folder, BASE)
    changed = BASE.replace(
        "telegram_group = -1002", "telegram_group = -1002\n[units.deadlines]\naccept = 2\n[units.digest]\nfloor = 0.7"
    )
    changes = await take(database, folder, changed, NOW + 9)
    # The workshop below inherits it; the digest's numbers changed under the name of the old version.
    assert {each.name.split(" · ")[0] for each in changes if each.what is Changed.RULES_CHANGED} == {"一分厂", "二车间"}
    assert {each.name.split(" · ")[0] for each in changes if each.what is Changed.RULES_SAME_NAME} == {
        "一分厂",
        "二车间",
    }
    async with database.reading() as tx:
        unit = await units.by_code(tx, "A")
        assert unit is not None
        found = [each for each in await rules.of_unit(tx, unit.id) if each.kind == "deadlines"]
        assert [each.since for each in found] == [NOW, NOW + 9]
        numbers = [await rules.said(tx, "deadlines", each.version) for each in found]
    assert [each["accept"] for each in numbers if each] == [1, 2]
    back = await take(database, folder, BASE, NOW + 20)
    assert Changed.RULES_CHANGED in kinds(back)
