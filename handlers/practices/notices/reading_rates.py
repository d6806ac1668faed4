"""How many have read a notice, unit by unit, and as a table; each unit alone, and with all below it."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.components.register import Register, Table, Value
from handlers.core.house import House
from handlers.core.texts import say
from storage import broadcasts, notices, units
from storage.broadcasts import Scope
from storage.database import Transaction
from storage.notices import Notice
from storage.units import Unit

COLUMNS = Register.keyed(
    "notice-column",
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
    """Who has read a notice: the units that it went to, parents before children.

    ``elsewhere``: how many have read it, and how many it went to, who have said no unit, or belong to another by now.
    """

    units: tuple[UnitRead, ...]
    elsewhere: tuple[int, int]

    @property
    def sum(self) -> tuple[int, int]:
        """How many have read it, of how many."""
        read, people = self.elsewhere
        return read + sum(each.read for each in self.units), people + sum(each.people for each in self.units)


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
    # It went to those with a part to play there too, and from a topmost unit to everyone who has said no unit.
    scope = Scope(0, tuple(each.id for each in below), any(each.parent_id is None for each in picked))
    others = await broadcasts.reach(tx, scope) - sum(people.values())
    read = sum(readers.values()) - sum(each.read for each in found)
    return Counted(found, (read, max(others, read)))


async def table(tx: Transaction, house: House, notice_id: int, locale: str) -> Table:
    """阅读率 as a register.

    Raises:
        LookupError: there is no such notice.
    """
    notice = await notices.get(tx, notice_id)
    if notice is None:
        raise LookupError(f"notice {notice_id}")
    found = await counted(tx, notice)
    names = {each.id: each.shown for each in await units.everyone(tx, retired=True)}
    rows: list[dict[str, Value]] = []
    for each in found.units:
        inside = [other for other in found.units if other.unit.path.startswith(each.unit.path)]
        whole, read = sum(other.people for other in inside), sum(other.read for other in inside)
        rows.append(
            {
                **_counts(len(rows) + 1, each.unit.shown, each.read, each.people),
                "above": names.get(each.unit.parent_id or 0, ""),
                "below-people": whole,
                "below-read": read,
                "below-rate": _share(read, whole),
                "asked": each.asked,
            }
        )
    read, whole = found.elsewhere
    if whole:
        rows.append(_counts(len(rows) + 1, say(locale, "notice-column-elsewhere"), read, whole))
    sent = house.calendar.local(notice.made_at).date()
    title = say(locale, "notice-register", title=notice.title, date=f"{sent:%Y-%m-%d}")
    return COLUMNS.table(title, rows, locale)


def _counts(place: int, unit: str, read: int, people: int) -> dict[str, Value]:
    return {
        "no": place,
        "unit": unit,
        "people": people,
        "read": read,
        "unread": people - read,
        "rate": _share(read, people),
    }


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "—"
