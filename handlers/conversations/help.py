"""``/help`` and the commands menus: only what this person may do, in the place where they ask."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.components.command_menu import held_by
from handlers.core import questions
from handlers.core.commands import GROUP, Command, offered
from handlers.core.routing import Routes
from handlers.core.turn import Turn
from handlers.core.wording import weekday
from handlers.rules.lifecycle import Role


def _lines(turn: Turn, held: Iterable[str]) -> str:
    place = turn.event.chat_kind
    return "\n".join(
        f"/{each.word} {turn.say(f'help-{place}-{each.word}')}"
        for each in offered(turn.practised.commands, place, held)
    )


async def in_private(turn: Turn) -> None:
    """``/help`` in a private chat: how to raise something, then a part for each role that the person has."""
    held = await held_by(turn, turn.who)
    locale = turn.locale
    parts = [turn.say("help-raiser", name=turn.house.name)]
    rules = turn.house.digest
    comes = {
        "weekday": weekday(locale, rules.weekday),
        "clock": f"{rules.minutes // 60:02}:{rules.minutes % 60:02}",
    }
    shown = [role for role in ("owner", "secretary", "manager", "admin") if role in held]
    parts += [turn.say(f"help-role-{role}", **(comes if role == "manager" else {})) for role in shown]
    parts.append(_lines(turn, held))
    turn.reply("\n\n".join(parts))


async def in_group(turn: Turn) -> None:
    """``/help`` in a secretaries' group: for its secretaries; others learn whose place it is."""
    held = {each.role for each in turn.roles}
    if Role.SECRETARY not in held and Role.MANAGER not in held:
        turn.reply(turn.say("help-group-stranger"), quote=True)
        return
    parts = [turn.say("help-group-manager" if Role.SECRETARY not in held else "help-group-secretary")]
    parts.append(_lines(turn, held))
    turn.reply("\n\n".join(parts))


async def cancel(turn: Turn) -> None:
    """``/cancel`` in a group: an open question is dropped; what was written before stays."""
    dropped = await questions.drop(turn)
    turn.reply(turn.say("ask-cancelled" if dropped else "help-nothing-open"), quote=True)


ROUTES = Routes(
    commands={
        Command("help", line=False): in_private,
        Command("help", places=GROUP, line=False): in_group,
        Command("cancel", places=GROUP, line=False): cancel,
    },
)
