"""The tree of units: what a transaction has read of it is true after its own changes, too."""

from __future__ import annotations

import pytest

from storage import units
from storage.database import Database


async def test_whoever_changes_a_unit_sees_it_changed(database: Database) -> None:
    async with database.writing() as tx:
        top = await units.put(tx, "HQ", "集团公司", None, None)
        plant = await units.put(tx, "P1", "一分厂", top, None)
        assert await units.everyone(tx) == (top, plant)
        assert await units.get(tx, plant.id) == plant
        renamed = await units.put(tx, "P1", "第一分厂", top, None)
        assert await units.get(tx, plant.id) == renamed
        await units.retire(tx, renamed, 5)
        assert await units.everyone(tx) == (top,)
        assert [each.retired_at for each in await units.everyone(tx, retired=True)] == [None, 5]
        assert (await units.get(tx, plant.id)).retired_at == 5


async def test_a_change_that_is_undone_is_not_seen(database: Database) -> None:
    async with database.writing() as tx:
        top = await units.put(tx, "HQ", "集团公司", None, None)
        with pytest.raises(ZeroDivisionError):
            async with tx.savepoint():
                await units.put(tx, "HQ", "别的公司", None, None)
                assert [each.name for each in await units.everyone(tx)] == ["别的公司"]
                raise ZeroDivisionError
        assert await units.everyone(tx) == (top,)
        assert await units.get(tx, top.id) == top
