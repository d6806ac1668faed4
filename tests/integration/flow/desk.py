"""A unit with a group and a ticket, put straight into the database: the flow needs no more of them than their rows."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.core.vocabulary import Address, Link, Outgoing, OutKind, Spot
from storage import groups, threads, tickets, units
from storage.database import Database
from storage.tickets import NewTicket, Ticket
from tests.integration.flow.conftest import START


@dataclass(frozen=True)
class Desk:
    """One group with its ticket."""

    group_id: int
    ticket: Ticket
    chat: str

    def say(self, text: str, **more: object) -> Outgoing:
        """Something for the ticket's thread."""
        return Outgoing(
            OutKind.SEND,
            to=Address("wire", self.chat),
            ticket_thread=self.ticket.id,
            text=text,
            **more,  # type: ignore[arg-type]
        )

    def card(self) -> Outgoing:
        """The card."""
        return self.say(f"card {self.ticket.number}", link=Link(self.ticket.id, "thread", "card"), pin=True)

    def edit(self, text: str) -> Outgoing:
        """A newer card."""
        return Outgoing(
            OutKind.EDIT,
            to=Address("wire", self.chat),
            ticket_thread=self.ticket.id,
            text=text,
            target=Spot(ticket=self.ticket.id, side="thread", role="card"),
            replace=f"card:{self.ticket.id}",
        )

    def shape(self) -> Outgoing:
        """Bring the thread to what is wished."""
        return Outgoing(OutKind.THREAD, to=Address("wire", self.chat), ticket_thread=self.ticket.id)


async def open_desk(database: Database, chat: str = "g1", *, title: str = "SJ 待受理") -> Desk:
    """A unit, its group and a ticket with a wish for its thread."""
    async with database.writing() as tx:
        unit = await units.by_code(tx, "u") or await units.put(tx, "u", "单位", None, "SJ")
        await groups.register(tx, "wire", chat, unit_id=unit.id, category_id=None)
        group = await groups.by_chat(tx, "wire", chat)
        assert group is not None
        ticket = await tickets.add(
            tx,
            NewTicket(
                unit_id=unit.id,
                unit_prefix="SJ",
                year=2026,
                group_id=group.id,
                kind="complaint",
                category_id=None,
                grade="normal",
                naming="named",
                source="chat",
                place_id=None,
                title="食堂",
                body="食堂太贵",
                restricted=False,
                about_owner=False,
                language=None,
                rule_version="1",
            ),
            START,
        )
        await threads.want(tx, ticket.id, group.id, title=title, icon="submitted", is_open=True)
    return Desk(group.id, ticket, chat)
