"""Groups of secretaries: which unit or category they serve, and what we can do there."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class Group:
    """``threads``: 1 topics work, 0 they don't (answers go by replies), None not known yet.

    ``problem``: what was wrong there and was said once.
    """

    id: int
    channel: str
    chat: str
    title: str | None
    unit_id: int | None
    category_id: int | None
    purpose: str
    threads: int | None
    problem: str | None


async def by_chat(tx: Transaction, channel: str, chat: str) -> Group | None:
    """The registered group of a chat."""
    row = await tx.one("group_by_chat", channel=channel, chat=chat)
    return None if row is None else read(Group, row)


async def get(tx: Transaction, group_id: int) -> Group | None:
    """The group of a row."""
    row = await tx.one("group_get", id=group_id)
    return None if row is None else read(Group, row)


async def everyone(tx: Transaction) -> tuple[Group, ...]:
    """Every registered group."""
    return tuple(read(Group, row) for row in await tx.all("groups_all"))


async def register(
    tx: Transaction, channel: str, chat: str, *, unit_id: int | None, category_id: int | None, purpose: str = "desk"
) -> None:
    """Let a chat serve a unit or a category; registered twice it changes nothing.

    Another chat of the channel that served the same is its ``former`` group from now on: tickets that have their
    threads there keep them, new ones come here.
    """
    await tx.run("group_relieve", channel=channel, chat=chat, unit_id=unit_id, category_id=category_id, purpose=purpose)
    await tx.run("group_add", channel=channel, chat=chat, unit_id=unit_id, category_id=category_id, purpose=purpose)


async def relieve(tx: Transaction, group: Group) -> None:
    """A group serves nothing any more; tickets that have their threads there keep them."""
    await tx.run(
        "group_add",
        channel=group.channel,
        chat=group.chat,
        unit_id=group.unit_id,
        category_id=group.category_id,
        purpose="former",
    )


async def of_unit(tx: Transaction, unit_id: int, purpose: str = "desk") -> Group | None:
    """The group of exactly this unit."""
    row = await tx.one("group_of_unit", unit_id=unit_id, purpose=purpose)
    return None if row is None else read(Group, row)


async def of_category(tx: Transaction, category_id: int) -> Group | None:
    """The category's own group."""
    row = await tx.one("group_of_category", category_id=category_id)
    return None if row is None else read(Group, row)


async def note(tx: Transaction, group: Group, *, threads: int | None, problem: str | None, title: str | None) -> None:
    """Remember what is possible in a group and what was said about it."""
    await tx.run("group_state", id=group.id, title=title, threads=threads, problem=problem)


async def move(tx: Transaction, group: Group, chat: str) -> None:
    """The group goes on under another id."""
    await tx.run("group_move", id=group.id, chat=chat)
