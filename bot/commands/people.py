"""``shuji people``: who is what where, who can't be reached yet, and taking a role away that came by an invitation."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.applying import CONFIG, has_come
from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.settings import Settings
from storage import people as persons
from storage import roles, units
from storage.database import Transaction
from storage.roles import Role


@command("people")
@click.option("--revoke", type=int, metavar="N", help=words("cli-people-revoke"))
async def people(terminal: Terminal, revoke: int | None) -> None:
    """List the roles, or take one away."""
    settings = terminal.settings()
    now = SystemClock().now()
    async with terminal.database(settings) as database, database.writing() as tx:
        held = await roles.current(tx)
        if revoke is not None:
            role = await _revoke(tx, held, revoke, now)
            terminal.tell("cli-people-revoked", name=role.name, role=words(f"role-{role.role}"), unit=role.unit_name)
            return
        lines = [await _line(tx, role) for role in sorted(held, key=lambda each: (each.path, each.role, each.name))]
        lines += await _expected(tx, settings, held, now)
    if not lines:
        terminal.tell("cli-people-none")
    for line in lines:
        click.echo(line)


async def _revoke(tx: Transaction, held: tuple[Role, ...], number: int, now: int) -> Role:
    role = next((each for each in held if each.id == number), None)
    if role is None:
        stop("cli-people-no-number", number=number)
    if role.source == CONFIG:
        stop("cli-people-in-config", name=role.name)
    await roles.revoke(tx, role.id, now)
    return role


async def _line(tx: Transaction, role: Role) -> str:
    person = await persons.get(tx, role.person_id)
    state = "fine" if person.started and person.reachable else "blocked" if person.started else "not-started"
    return words(
        "cli-people-line",
        number=str(role.id),
        unit=role.unit_name,
        role=words(f"role-{role.role}"),
        name=role.name,
        state=words(f"cli-people-{state}"),
        source=words(f"cli-people-by-{role.source}"),
    )


async def _expected(tx: Transaction, settings: Settings, held: tuple[Role, ...], now: int) -> list[str]:
    """Whom the configuration names without a user id and who has not come in yet, and open invitations."""
    known = {unit.id: unit for unit in await units.everyone(tx)}
    codes = {unit.code: unit for unit in known.values()}
    lines = []
    for entry in settings.people:
        unit = codes.get(entry.unit or "")
        come = unit is not None and has_come(entry, unit.id, held)
        if entry.telegram is None and not come:
            lines.append(
                words(
                    "cli-people-expected",
                    unit=unit.shown if unit else str(entry.unit),
                    role=words(f"role-{entry.role}"),
                    name=entry.name,
                    word=str(entry.role),
                    code=str(entry.unit),
                )
            )
    zone = ZoneInfo(settings.mailbox.timezone)
    for invite in await roles.open_invites(tx, now):
        place = known.get(invite.unit_id)
        lines.append(
            words(
                "cli-people-invited",
                unit=place.shown if place else "–",
                role=words(f"role-{invite.role}"),
                name=invite.name,
                until=f"{datetime.fromtimestamp(invite.expires_at, zone):%Y-%m-%d %H:%M}",
            )
        )
    return lines
