"""Coming in by an invitation: a one-time link that gives a role at a unit (``/start i-<code>``).

The link asks first and gives the role on a second press, so that whoever only looks where it leads (the admin who made
it, somebody it was forwarded to by mistake) does not use it up and is not somebody else from then on.
"""

from __future__ import annotations

from handlers.components.command_menu import refresh_menu
from handlers.conversations import verbs
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.routing import Routes
from handlers.core.texts import DESK_LOCALE, Words, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Style
from handlers.core.wording import moment
from handlers.people.desks import desk_of
from handlers.rules.codes import ALPHABET
from storage import groups, roles, units
from storage.roles import Invite
from storage.units import Unit

SOURCE = "invite"
"""The source of roles that came this way: they stay when the configuration changes."""


async def accept(turn: Turn, code: str) -> None:
    """Show what an invitation is for, and ask whether it is for this person.

    Raises:
        Refused: there is no such invitation, it was used or has expired, or the person has the role already.
    """
    code = _plain(code)
    invite, unit = await _open(turn, code)
    turn.reply(
        turn.say(
            "join-offer",
            mailbox=turn.house.name,
            unit=unit.shown,
            role=turn.say(f"role-{invite.role}"),
            name=invite.name,
            until=moment(turn.locale, turn.house.calendar, invite.expires_at),
        ),
        buttons=(
            (
                button(turn.say("join-button-accept"), verbs.JOIN_ACCEPT, code, style=Style.PRIMARY),
                button(turn.say("join-button-decline"), verbs.JOIN_DECLINE),
            ),
        ),
    )


async def accepted(turn: Turn, press: Press) -> None:
    """It is for them: they have the role from now on, and the secretaries' group hears of it.

    Raises:
        Refused: see :func:`accept`.
    """
    invite, unit = await _open(turn, _plain(press.word(0)))
    who = turn.who
    await roles.grant(
        turn.tx,
        person_id=who.id,
        role=invite.role,
        unit_id=unit.id,
        name=invite.name,
        source=SOURCE,
        now=turn.now,
    )
    await roles.use_invite(turn.tx, invite.id, who.id, turn.now)
    if invite.role == "owner":
        await _suggested(turn, invite.name, unit)
    turn.answer(turn.say("join-done"))
    turn.edit(turn.say(f"join-welcome-{invite.role}", name=invite.name, unit=unit.shown))
    await refresh_menu(turn, who)
    await _tell_group(turn, invite, unit)


async def declined(turn: Turn, _press: Press) -> None:
    """It is not for them: nothing changes, and the link still waits for whom it was made."""
    turn.answer(turn.say("join-declined"))
    turn.edit(turn.say("join-declined"))


def _plain(code: str) -> str:
    return code.strip().upper()


async def _open(turn: Turn, code: str) -> tuple[Invite, Unit]:
    known = bool(code) and all(letter in ALPHABET for letter in code)
    invite = await roles.invited(turn.tx, code) if known else None
    if invite is None:
        raise Refused("join-unknown")
    unit = await units.get(turn.tx, invite.unit_id)
    held = any((role.role, role.unit_id) == (invite.role, invite.unit_id) for role in turn.roles)
    if held:
        raise Refused("join-already", role=Words(f"role-{invite.role}"), unit=unit.shown)
    if invite.used_at is not None:
        raise Refused("join-used")
    if turn.now >= invite.expires_at:
        raise Refused("join-expired", until=moment(turn.locale, turn.house.calendar, invite.expires_at))
    if unit.retired_at is not None:
        raise Refused("join-retired", unit=unit.shown)
    return invite, unit


async def _suggested(turn: Turn, name: str, unit: Unit) -> None:
    """Categories that the settings leave to this owner are suggested to them from now on."""
    for category in await units.categories(turn.tx):
        wanted, code = turn.house.owners.get(category.name, ("", ""))
        if wanted == name and code in ("", unit.code) and category.owner_id is None:
            await units.put_category(turn.tx, category.name, category.keywords, turn.who.id, category.grade)


async def _tell_group(turn: Turn, invite: Invite, unit: Unit) -> None:
    desk = await desk_of(turn, unit.id, None, restricted=False)
    group = None if desk is None else await groups.get(turn.tx, desk)
    if group is None:
        return
    role = say(DESK_LOCALE, f"role-{invite.role}")
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            text=say(DESK_LOCALE, "join-group", name=invite.name, unit=unit.shown, role=role),
            silent=True,
        )
    )


ROUTES = Routes(presses={verbs.JOIN_ACCEPT: accepted, verbs.JOIN_DECLINE: declined})
