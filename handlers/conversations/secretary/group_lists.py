"""What a group asks for: what waits for it, what was ever said about something, who is who."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial

from handlers.cases.cards import card
from handlers.cases.steps import standing
from handlers.cases.telling import tell_thread
from handlers.components import narrowing
from handlers.components.narrowing import Reach
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import home, is_read_here, require, words_only
from handlers.conversations.secretary.pickers import PAGE
from handlers.core import lost_tickets as lost
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows, Spot
from handlers.core.wording import remaining, shorten
from handlers.rules.codes import find_number
from handlers.rules.deadlines import Light, light, waiting_for
from handlers.rules.filters import NotUnderstood
from handlers.rules.lifecycle import Role, State
from handlers.rules.rights import Right
from handlers.rules.terms import phrases
from storage import history, messages, people, reports, roles, tickets, units
from storage import lost as lost_tickets
from storage.history import Deadline
from storage.lost import Lost
from storage.roles import Role as Held
from storage.tickets import Ticket
from storage.units import Unit

_say = partial(say, DESK_LOCALE)
FIND = "desk_find"
_EVER = 1 << 60
_FOUND_MOST = 200
WHO_ORDER = ("secretary", "manager", "owner", "admin")


# /todo


async def todo(turn: Turn) -> None:
    """``/todo``: what waits for this group, most pressing first."""
    unit = await home(turn)
    await require(turn, Right.LIST, unit)
    text, rows = await _todo(turn, 0)
    turn.reply(text, buttons=rows, quote=True)


async def todo_page(turn: Turn, press: Press) -> None:
    """Another page of it, in its own message: nothing that belongs to a ticket is written over."""
    event = turn.event
    if event.message is not None and await messages.find(turn.tx, event.channel, event.chat, event.message):
        raise Refused("press-outdated")
    await require(turn, Right.LIST, await home(turn))
    text, rows = await _todo(turn, press.number(0) or 0)
    turn.edit(text, buttons=rows)


async def _open_here(turn: Turn) -> list[Ticket]:
    assert turn.group is not None
    found: dict[int, Ticket] = {}
    path = (await units.get(turn.tx, turn.group.unit_id)).path if turn.group.unit_id else None
    tops = [path] if path else [each.path for each in await units.everyone(turn.tx) if each.parent_id is None]
    for top in tops:
        found.update((each.id, each) for each in await tickets.open_below(turn.tx, top))
    # A restricted group works on what comes from the units around it, a unit's group on its own and what has no group.
    return [each for each in found.values() if each.group_id == turn.group.id]


async def _todo(turn: Turn, number: int) -> tuple[str, Rows]:
    now, calendar = turn.now, turn.house.calendar
    theirs = await _open_here(turn)
    ids = {each.id for each in theirs}
    soonest: dict[int, Deadline] = {}
    for deadline in await history.open_deadlines(turn.tx, _EVER):
        if deadline.ticket_id in ids:
            soonest.setdefault(deadline.ticket_id, deadline)
    late = {ticket_id for ticket_id, deadline in soonest.items() if deadline.due_at <= now}
    lights = {ticket_id: light(due.due_at, now, calendar, due.started_at) for ticket_id, due in soonest.items()}

    def waits(each: Ticket) -> bool:
        ours = each.state in waiting_for(Role.SECRETARY)
        if each.state == State.SUSPENDED:
            # What is on the long list waits for the office when its day comes.
            ours = lights.get(each.id, Light.GREEN) is not Light.GREEN
        return ours or (each.id in late and each.state != State.ANSWERED) or each.supervised

    waiting = [each for each in theirs if waits(each)]
    waiting.sort(key=lambda each: (soonest[each.id].due_at if each.id in soonest else _EVER, each.id))
    rest = Counter(each.state for each in theirs if each not in waiting)
    last = max(0, (len(waiting) - 1) // PAGE)
    number = min(number, last)
    shown = waiting[number * PAGE : (number + 1) * PAGE]
    lines = [_say("desk-todo-head", count=len(waiting)) if waiting else _say("desk-todo-none")]
    for each in shown:
        due = soonest.get(each.id)
        mark = _say(f"light-{lights.get(each.id, Light.GREEN)}")
        left = remaining(DESK_LOCALE, calendar, now, due.due_at) if due else ""
        line = _say("desk-line", number=each.number, title=each.title, state=_say(f"state-{each.state}"))
        lines.append(f"{mark} {line}" + (f" · {left}" if left else ""))
    if rest:
        counted = "，".join(f"{_say(f'state-{state}')} {count}" for state, count in sorted(rest.items()))
        lines.append(_say("desk-todo-rest", counted=counted))
    rows = in_rows((button(each.number, verbs.DESK_SHOW, each.id) for each in shown), 2)
    turns = []
    if number > 0:
        turns.append(button(_say("desk-button-previous"), verbs.DESK_TODO, number - 1))
    if number < last:
        turns.append(button(_say("desk-button-next"), verbs.DESK_TODO, number + 1))
    return "\n".join(lines), (*rows, tuple(turns)) if turns else rows


async def show(turn: Turn, press: Press) -> None:
    """A ticket of a list: its thread comes to the top; one of another group is shown here."""
    ticket = await tickets.find(turn.tx, press.number(0))
    seen = ticket is not None and await is_read_here(turn, ticket)
    if ticket is None or turn.group is None or not seen or not (await standing(turn, ticket)).may(Right.LIST):
        raise Refused("press-outdated")
    if ticket.group_id != turn.group.id:
        text, _ = await card(turn, ticket)
        turn.reply(text, quote=True)
        turn.answer(turn.say("desk-see-below"))
        return
    held = [each for each in turn.roles if each.covers((await units.get(turn.tx, ticket.unit_id)).path)]
    text = _say("desk-shown", who=held[0].name if held else turn.who.name)
    spot = Spot(ticket=ticket.id, side="thread", role="card")
    await tell_thread(turn, ticket, text, reply_to=spot, role="menu")
    turn.answer(turn.say("desk-shown-toast", number=ticket.number))


# /find


async def find(turn: Turn) -> None:
    """``/find 关键词``: in everything that was said, of what this group's unit may see."""
    unit = await home(turn)
    await require(turn, Right.FIND, unit)
    query = turn.event.argument
    if not query:
        if turn.event.thread is not None:
            # What is written next in a ticket's thread is for its raiser.
            raise Refused("desk-find-how")
        await questions.ask(turn, FIND, {}, text=_say("desk-find-how"))
        return
    found = await _found(turn, unit, query)
    gone = await _gone(turn, query) if not found else None
    if gone is not None:
        turn.reply(lost.words(turn, gone), quote=True)
        return
    if not found:
        turn.reply(_say("desk-find-none", query=shorten(query, 40)), quote=True)
        return
    shown = found[:PAGE]
    lines = [_say("desk-find-head", query=shorten(query, 40), count=len(found))]
    lines.extend(
        _say("desk-line", number=each.number, title=each.title, state=_say(f"state-{each.state}")) for each in shown
    )
    if len(found) > len(shown):
        lines.append(_say("desk-find-more", count=len(found) - len(shown)))
    turn.reply(
        "\n".join(lines),
        buttons=in_rows((button(each.number, verbs.DESK_SHOW, each.id) for each in shown), 2),
        quote=True,
    )


async def _gone(turn: Turn, query: str) -> Lost | None:
    number = find_number(query)
    plain = {turn.house.prefix, *(each.prefix for each in await units.everyone(turn.tx, retired=True))}
    # Another series is that of accusations: nobody learns here that there was one.
    if number is None or number.split("-")[0] not in plain:
        return None
    return await lost_tickets.by_number(turn.tx, number)


async def find_words(turn: Turn, question: Question) -> None:  # noqa: ARG001 - one shape for all answers
    """The words to look for came; what can't be looked for leaves the question open."""
    turn.event = replace(turn.event, text=f"/find {words_only(turn)}")
    await find(turn)
    await questions.drop(turn)


async def _found(turn: Turn, unit: Unit, query: str) -> list[Ticket]:
    """The newest first."""
    number = find_number(query)
    exact = None if number is None else await tickets.by_number(turn.tx, number)
    if exact is not None:
        seen = await is_read_here(turn, exact) and (await standing(turn, exact)).may(Right.FIND)
        return [exact] if seen else []
    everyone = await units.everyone(turn.tx, retired=True)
    reach = Reach([each for each in everyone if each.path.startswith(unit.path)], everyone, turn.picked)
    try:
        wanted = await narrowing.read(turn.tx, query, reach, turn.now, turn.house.calendar)
    except NotUnderstood as wrong:
        key = "desk-find-filter" if phrases(wrong.word) else "desk-find-how"
        raise Refused(key, word=shorten(wrong.word, 20)) from None
    path = (wanted.unit or unit).path
    if wanted.only_words:
        # However many have a common word, only the newest are read.
        known = await tickets.search(turn.tx, wanted.narrow.phrases, path, _FOUND_MOST)
    else:
        until = turn.now + 1 if wanted.until is None else wanted.until
        ids = await reports.ledger_ids(turn.tx, path, wanted.start or 0, until, wanted.narrow)
        known = (await tickets.by_ids(turn.tx, ids[-_FOUND_MOST:]))[::-1]
    return [each for each in known if _is_of_group(turn, each)]


def _is_of_group(turn: Turn, ticket: Ticket) -> bool:
    """A category's group finds its own tickets, wherever in the tree they are from."""
    assert turn.group is not None
    return turn.group.unit_id is not None or ticket.group_id == turn.group.id


# /who


async def who(turn: Turn) -> None:
    """``/who``: who has which part here, and who can't be reached yet."""
    unit = await home(turn)
    await require(turn, Right.LIST, unit)
    lines, away = [_say("desk-who-head", unit=unit.shown)], False
    for role in WHO_ORDER:
        held = await roles.covering(turn.tx, role, unit.path)
        below = [] if role == "admin" else list(await roles.below(turn.tx, role, unit.path))
        seen: dict[int, Held] = {}
        for each in (*held, *below):
            seen.setdefault(each.id, each)
        if not seen:
            lines.append(f"{_say(f'role-{role}')}：{_say('nobody')}")
            continue
        lines.append(f"{_say(f'role-{role}')}：")
        for each in seen.values():
            person = await people.get(turn.tx, each.person_id)
            reached = person.started and person.reachable
            away = away or not reached
            lines.append(f"· {each.unit_name} {each.name}" + ("" if reached else _say("desk-owner-away")))
    if away:
        lines.append(_say("desk-who-away", link=turn.house.link(turn.event.channel, "hello")))
    turn.reply("\n".join(lines), quote=True)
