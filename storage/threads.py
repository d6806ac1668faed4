"""The threads of tickets in the secretaries' groups: what each should look like, and what it is."""

from __future__ import annotations

from dataclasses import dataclass

from storage.database import Transaction
from storage.rows import read


@dataclass(frozen=True, slots=True)
class Thread:
    """``title``, ``icon``, ``open`` are wished; ``actual_…`` is what the platform was last told.

    ``external``: its id there. ``lost``: it was there and is gone (somebody deleted it).
    """

    id: int
    ticket_id: int
    group_id: int
    external: str | None
    title: str
    icon: str
    open: bool
    actual_title: str | None
    actual_icon: str | None
    actual_open: int | None
    lost: bool


async def want(tx: Transaction, ticket_id: int, group_id: int, *, title: str, icon: str, is_open: bool) -> None:
    """Say what a ticket's thread should look like; there is one for each ticket and group."""
    await tx.one("thread_want", ticket_id=ticket_id, group_id=group_id, title=title, icon=icon, open=int(is_open))


async def get(tx: Transaction, ticket_id: int, group_id: int) -> Thread | None:
    """The thread of a ticket in a group."""
    row = await tx.one("thread_get", ticket_id=ticket_id, group_id=group_id)
    return None if row is None else read(Thread, row)


async def by_external(tx: Transaction, group_id: int, external: str) -> Thread | None:
    """The thread that the platform calls ``external``."""
    row = await tx.one("thread_by_external", group_id=group_id, external=external)
    return None if row is None else read(Thread, row)


async def found(
    tx: Transaction,
    thread: Thread,
    *,
    external: str | None,
    title: str | None,
    icon: str | None,
    is_open: bool | None,
    now: int,
    lost: bool = False,
) -> None:
    """Note what the thread is on the platform now."""
    await tx.run(
        "thread_is",
        id=thread.id,
        external=external,
        actual_title=title,
        actual_icon=icon,
        actual_open=None if is_open is None else int(is_open),
        made_at=now,
        lost=int(lost),
    )
