"""``shuji invite``: a one-time link that gives a role at a unit to whoever opens and accepts it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.applying import apply
from bot.assembly import NoToken, telegram_channel
from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.commands.reading import chosen_unit, listed
from bot.settings import RoleName, Settings
from bot.settings.named import units_named
from handlers.rules.codes import new_invite_code
from storage import roles, units
from storage.database import Transaction
from storage.units import Unit

DAYS = 7
_ROLES = {
    "信箱专员": RoleName.SECRETARY,
    "专员": RoleName.SECRETARY,
    "书记": RoleName.SECRETARY,
    "承办人": RoleName.OWNER,
    "领导": RoleName.MANAGER,
    "管理员": RoleName.ADMIN,
    **{str(each): each for each in RoleName},
}
"""Roles by the words that people have for them."""


@command("invite")
@click.argument("role", metavar="ROLE")
@click.argument("unit", metavar="UNIT")
@click.argument("name", metavar="NAME")
@click.option(
    "--days", type=click.IntRange(1, 365), default=DAYS, metavar="N", help=words("cli-invite-days", days=DAYS)
)
async def invite(terminal: Terminal, role: str, unit: str, name: str, days: int) -> None:
    """Make the invitation and show its link."""
    settings = terminal.settings()
    kind, name = _ROLES.get(role.strip().lower()), " ".join(name.split())
    if kind is None:
        stop("cli-invite-role", role=role, roles=", ".join(str(each) for each in RoleName))
    if not name or len(name) > 40:
        stop("cli-invite-name")
    now = SystemClock().now()
    code, until = new_invite_code(), now + days * 86_400
    async with terminal.database(settings) as database, database.writing() as tx:
        place = await unit_of(tx, settings, unit, now)
        if any((each.name, each.role, each.unit_id) == (name, kind, place.id) for each in await roles.current(tx)):
            terminal.warn("cli-invite-has", name=name, role=words(f"role-{kind}"), unit=place.shown)
        await roles.invite(tx, code, role=str(kind), unit_id=place.id, name=name, expires_at=until)
    link = await link_of(settings, f"i-{code}")
    local = datetime.fromtimestamp(until, ZoneInfo(settings.mailbox.timezone))
    terminal.tell(
        "cli-invite-made", name=name, role=words(f"role-{kind}"), unit=place.shown, until=f"{local:%Y-%m-%d %H:%M}"
    )
    click.echo(f"\n    {link}\n")
    terminal.tell("cli-invite-link" if link.startswith("https:") else "cli-invite-typed")


async def unit_of(tx: Transaction, settings: Settings, word: str, now: int) -> Unit:
    """The unit of a code, path or name; one that is only in the configuration yet is brought into the database.

    Raises:
        Stop: there is none, or several.
    """
    word, known = word.strip(), {each.code for each in await units.everyone(tx)}
    meant = [settings.units[each.key] for each in units_named(settings.units).find(word).fits]
    if any(each.code not in known for each in meant):
        await apply(settings, tx, now)
    found = await chosen_unit(tx, word)
    if found.retired_at is not None:
        stop("cli-unit-none", unit=word, units=listed(await units.everyone(tx)))
    return found


async def link_of(settings: Settings, payload: str) -> str:
    """The deep link, or what to write to the bot where its name can't be had (no token, no network)."""
    try:
        channel = telegram_channel(settings)
    except NoToken:
        return f"/start {payload}"
    await channel.start()
    try:
        return channel.link(payload)
    finally:
        await channel.stop()
