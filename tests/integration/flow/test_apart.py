"""What takes long is read beside everything else, which has its turn meanwhile."""

from __future__ import annotations

import asyncio
import sys

import pytest

from bot.flow.apart import TURN_SECONDS, read_apart
from storage import units
from storage.database import Transaction
from storage.engines import open_database
from storage.sealing import Sealer


async def test_turns_are_short_while_something_is_read_and_only_then(url: str, sealer: Sealer) -> None:
    usual = sys.getswitchinterval()
    database = await open_database(url, sealer)
    seen = []

    async def read(tx: Transaction) -> int:
        seen.append(sys.getswitchinterval())
        return len(await units.everyone(tx))

    async def fails(_: Transaction) -> int:
        raise LookupError

    try:
        both = await asyncio.gather(read_apart(database, read), read_apart(database, read))
        assert list(both) == [0, 0]
        with pytest.raises(LookupError):
            await read_apart(database, fails)
    finally:
        await database.close()
    assert seen == pytest.approx([TURN_SECONDS] * 2)
    assert sys.getswitchinterval() == usual
