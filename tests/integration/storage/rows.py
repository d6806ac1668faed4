"""Rows that many tests need: a tree of units, people, a ticket."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from storage import history, people, tickets, units
from storage.database import Transaction
from storage.people import Person
from storage.tickets import NewTicket, Ticket
from storage.units import Unit

NOW = 1_800_000_000


async def a_unit(tx: Transaction, code: str = "HQ", parent: Unit | None = None) -> Unit:
    return await units.put(tx, code, f"单位{code}", parent, "SJ" if parent is None else None)


async def a_person(tx: Transaction, user: str = "u1", name: str = "李梅", **known: Any) -> Person:
    return await people.meet(tx, "telegram", user, name=name, private_chat=user, **known)


def new_ticket(unit: Unit, **known: Any) -> NewTicket:
    return replace(
        NewTicket(
            unit_id=unit.id,
            unit_prefix="SJ",
            year=2026,
            group_id=None,
            kind="help",
            category_id=None,
            grade="normal",
            naming="named",
            source="chat",
            place_id=None,
            title="食堂太贵",
            body="食堂太贵，能不能便宜一点。",
            restricted=False,
            about_owner=False,
            language="zh-CN",
            rule_version="1",
        ),
        **known,
    )


async def a_ticket(tx: Transaction, unit: Unit | None = None, *, said: str = "", at: int = NOW, **known: Any) -> Ticket:
    place = unit or await a_unit(tx)
    ticket = await tickets.add(tx, new_ticket(place, **known), at)
    await history.append(
        tx, ticket.id, at=at, action="submit", role="raiser", text=said or ticket.body, states=(None, ticket.state)
    )
    return ticket
