"""``/todo`` in private: what this person has in hand, the most pressing first, with the buttons to act."""

from __future__ import annotations

from collections.abc import Callable

from handlers.cases import verbs as case_verbs
from handlers.cases.steps import calendar_of
from handlers.cases.summary import Pressing, first_due, line
from handlers.conversations.owner import verbs
from handlers.conversations.owner.owner_view import OWNER_LIMITS
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Style
from handlers.rules.deadlines import DeadlineKind, Light, waiting_for
from handlers.rules.lifecycle import Role, State
from handlers.tasks.task_cards import own_tasks
from storage import history, tickets
from storage.history import Deadline
from storage.tickets import Ticket

PAGE = 8
"""What a phone shows without scrolling far."""
_DESK_LIMITS = frozenset(
    {
        DeadlineKind.ACCEPT,
        DeadlineKind.FIRST_ANSWER,
        DeadlineKind.DONE,
        DeadlineKind.SUPERVISE,
        DeadlineKind.REVIEW,
        DeadlineKind.MILESTONE,
    }
)
_MANAGER_LIMITS = frozenset(
    {DeadlineKind.ACCEPT, DeadlineKind.DONE, DeadlineKind.SUPERVISE, DeadlineKind.REVIEW, DeadlineKind.MILESTONE}
)
_OFTEN = 2
"""Reopened so often, a matter is the manager's too."""
SECTIONS = ("owner", "secretary", "manager")


async def todo(turn: Turn) -> None:
    """``/todo``: one message for all parts that the person has."""
    texts: list[str] = []
    rows: list[tuple[Button, ...]] = []
    for section in SECTIONS:
        found = await _found(turn, section)
        if found:
            text, buttons = _page(turn, section, found, 0)
            texts.append(text)
            rows.extend(buttons)
    promised = await own_tasks(turn)
    if promised is not None:
        texts.append(promised[0])
        rows.extend(promised[1])
    turn.reply("\n\n".join(texts) or turn.say("own-todo-none"), buttons=tuple(rows))


async def page(turn: Turn, press: Press) -> None:
    """下一页 was pressed."""
    section, number = press.word(0), press.number(1)
    found = await _found(turn, section) if section in SECTIONS else ()
    if number is None or number * PAGE >= len(found):
        raise Refused("press-outdated")
    turn.answer(turn.say("own-button-more"))
    text, rows = _page(turn, section, found, number)
    turn.reply(text, buttons=rows)


def _page(
    turn: Turn, section: str, found: tuple[Pressing, ...], number: int
) -> tuple[str, tuple[tuple[Button, ...], ...]]:
    shown = found[number * PAGE : (number + 1) * PAGE]
    lines = [turn.say(f"own-todo-{section}", count=len(found)), ""]
    lines.extend(line(turn.locale, turn.now, each) for each in shown)
    rows = [row for each in shown if (row := _BUTTONS[section](turn, each.ticket))]
    left = len(found) - (number + 1) * PAGE
    if left > 0:
        lines.append(turn.say("own-todo-more", count=left))
        rows.append((button(turn.say("own-button-more"), verbs.OWN_TODO, section, number + 1),))
    return "\n".join(lines), tuple(rows)


def buttons_of(locale: str, ticket: Ticket) -> tuple[Button, ...]:
    """What an owner does next with a ticket of a list: sign for it where that is due, or open it."""
    opened = button(say(locale, "own-button-open", number=ticket.number), case_verbs.OWN_OPEN, ticket.id)
    if ticket.state != State.ASSIGNED:
        return (opened,)
    signed = button(
        say(locale, "own-button-sign", number=ticket.number), case_verbs.OWN_SIGN, ticket.id, style=Style.PRIMARY
    )
    return (signed, opened)


_BUTTONS: dict[str, Callable[[Turn, Ticket], tuple[Button, ...]]] = {
    "owner": lambda turn, ticket: buttons_of(turn.locale, ticket),
    # A secretary's work is done where the others of the office see it: in the group.
    "secretary": lambda _turn, _ticket: (),
    "manager": lambda turn, ticket: (
        button(turn.say("own-button-look", number=ticket.number), case_verbs.MAN_OPEN, ticket.id),
    ),
}


async def _found(turn: Turn, section: str) -> tuple[Pressing, ...]:
    if section == "owner":
        theirs = await tickets.of_owner(turn.tx, turn.who.id)
        found = [
            first_due(each, await history.deadlines_of(turn.tx, each.id), OWNER_LIMITS, await calendar_of(turn, each))
            for each in theirs
        ]
        return tuple(sorted(found, key=lambda each: each.order))
    return await _below(turn, Role.SECRETARY if section == "secretary" else Role.MANAGER)


async def _below(turn: Turn, role: Role) -> tuple[Pressing, ...]:
    """What waits in the units that the person has ``role`` for; accusations are only seen in their own group."""
    reach = [each.path for each in turn.roles if each.role == role]
    if not reach:
        return ()
    known: dict[int, Ticket] = {}
    for path in reach:
        known.update((each.id, each) for each in await tickets.open_below(turn.tx, path) if not each.restricted)
    due: dict[int, list[Deadline]] = {}
    for deadline in await history.open_deadlines(turn.tx, _EVER):
        if deadline.ticket_id in known:
            due.setdefault(deadline.ticket_id, []).append(deadline)
    limits = _DESK_LIMITS if role is Role.SECRETARY else _MANAGER_LIMITS
    found = [
        first_due(each, due.get(each.id, ()), limits, await calendar_of(turn, each))
        for each in known.values()
        if role is Role.MANAGER or each.state in waiting_for(role)
    ]
    if role is Role.SECRETARY:
        # What is on the long list waits for them when its day comes.
        found = [each for each in found if each.ticket.state != State.SUSPENDED or each.light(turn.now) != Light.GREEN]
    else:
        found = [
            each
            for each in found
            if each.ticket.supervised
            or each.ticket.reopened >= _OFTEN
            or (each.due_at is not None and each.due_at <= turn.now)
        ]
    return tuple(sorted(found, key=lambda each: each.order))


_EVER = 1 << 62
