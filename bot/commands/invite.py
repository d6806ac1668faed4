"""``shuji invite``: a one-time link that gives a role at a unit to whoever opens and accepts it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import click

from bot.applying import apply
from bot.assembly import NoToken, telegram_channel
from bot.clock import SystemClock
from bot.commands.frame import Terminal, command, stop, words
from bot.settings import RoleName, Settings
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
            terminal.warn("cli-invite-has", name=name, role=words(f"role-{kind}"), unit=place.name)
        await roles.invite(tx, code, role=str(kind), unit_id=place.id, name=name, expires_at=until)
    link = await link_of(settings, f"i-{code}")
    local = datetime.fromtimestamp(until, ZoneInfo(settings.mailbox.timezone))
    terminal.tell(
        "cli-invite-made", name=name, role=words(f"role-{kind}"), unit=place.name, until=f"{local:%Y-%m-%d %H:%M}"
    )
    click.echo(f"\n    {link}\n")
    terminal.tell("cli-invite-link" if link.startswith("https:") else "cli-invite-typed")


async def unit_of(tx: Transaction, settings: Settings, word: str, now: int) -> Unit:
    """The unit of a code or name; one that is only in the configuration yet is brought into the database."""
    word = word.strip()
    if await units.by_code(tx, word) is None and any(word in (each.code, each.name) for each in settings.units):
        await apply(settings, tx, now)
    there = await units.everyone(tx)
    found = [each for each in there if each.code == word] or [each for each in there if each.name == word]
    if len(found) > 1:
        stop("cli-unit-several", unit=word, codes=", ".join(each.code for each in found))
    if not found:
        listed = ", ".join(f"{each.code} {each.name}" for each in there[:30]) or "–"
        stop("cli-unit-none", unit=word, units=listed)
    return found[0]


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
