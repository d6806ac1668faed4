"""How many have read a notice, unit by unit, and as a table; each unit alone, and with all below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handlers.house import House
from handlers.tasks.registers import Table
from handlers.texts import say
from storage import notices, units
from storage.database import Transaction
from storage.notices import Notice
from storage.units import Unit

COLUMNS = (
    *("no", "unit", "above", "people", "read", "unread", "rate"),
    *("below-people", "below-read", "below-rate", "asked"),
)


@dataclass(frozen=True, slots=True)
class UnitRead:
    """One unit without those below it: how many can be written to, have read it, and asked about it."""

    unit: Unit
    people: int
    read: int
    asked: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Who has read a notice: the units that it went to, parents before children, and readers of no unit or another."""

    units: tuple[UnitRead, ...]
    elsewhere: int

    @property
    def sum(self) -> tuple[int, int]:
        """How many have read it, of how many."""
        read = sum(each.read for each in self.units) + self.elsewhere
        return read, sum(each.people for each in self.units) + self.elsewhere


async def counted(tx: Transaction, notice: Notice) -> Counted:
    """How many of each unit have read it.

    Who has blocked the mailbox since they read it counts among the people of their unit all the same.
    """
    known = await units.everyone(tx, retired=True)
    picked = [each for each in known if each.id in notice.picked]
    below = [each for each in known if any(each.path.startswith(top.path) for top in picked)]
    readers = await notices.readers_by_unit(tx, notice.id)
    people = await notices.people_by_unit(tx, [each.id for each in below])
    asked = await notices.questions_by_unit(tx, notice.id)
    found = tuple(
        UnitRead(
            each,
            max(people.get(each.id, 0), readers.get(each.id, 0)),
            readers.get(each.id, 0),
            asked.get(each.id, 0),
        )
        for each in below
    )
    return Counted(found, sum(readers.values()) - sum(each.read for each in found))


async def table(tx: Transaction, house: House, notice_id: int, locale: str) -> Table:
    """阅读率 as a register.

    Raises:
        LookupError: there is no such notice.
    """
    notice = await notices.get(tx, notice_id)
    if notice is None:
        raise LookupError(f"notice {notice_id}")
    found = await counted(tx, notice)
    names = {each.id: each.name for each in await units.everyone(tx, retired=True)}
    rows: list[tuple[Any, ...]] = []
    for each in found.units:
        inside = [other for other in found.units if other.unit.path.startswith(each.unit.path)]
        whole, read = sum(other.people for other in inside), sum(other.read for other in inside)
        rows.append(
            (
                len(rows) + 1,
                each.unit.name,
                names.get(each.unit.parent_id or 0, ""),
                each.people,
                each.read,
                each.people - each.read,
                _share(each.read, each.people),
                whole,
                read,
                _share(read, whole),
                each.asked,
            )
        )
    if found.elsewhere:
        label = say(locale, "notice-column-elsewhere")
        rows.append((len(rows) + 1, label, "", "", found.elsewhere, *("",) * (len(COLUMNS) - 5)))
    sent = house.calendar.local(notice.made_at).date()
    title = say(locale, "notice-register", title=notice.title, date=f"{sent:%Y-%m-%d}")
    return Table(title, tuple(say(locale, f"notice-column-{each}") for each in COLUMNS), tuple(rows))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "—"
