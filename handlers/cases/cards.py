"""The pinned card of a ticket in its thread: all that a secretary must know at a glance, and what can be done now."""

from __future__ import annotations

from handlers.cases import verbs
from handlers.cases.entries import tells_of_danger
from handlers.core.buttons import Verb, button, in_rows
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import dated, moment, shorten
from handlers.people.raisers import office_names
from handlers.rules.lifecycle import Action, Kind, Naming, Role, State, actions_for
from handlers.rules.tasks import bar, done
from handlers.rules.terms import headed, telling
from storage import history, notices, people, roles, tasks, tickets, units
from storage.notices import Notice
from storage.tickets import Ticket

BODY_CHARACTERS = 700
"""What of a long concern stands on the card; the whole is in the thread below it."""
SIMILAR = 5
VERBS: dict[Action, tuple[Verb, Style]] = {
    Action.ACCEPT: (verbs.DESK_ACCEPT, Style.PRIMARY),
    Action.ASSIGN: (verbs.DESK_ASSIGN, Style.PLAIN),
    Action.PASS_ON: (verbs.DESK_PASS, Style.PRIMARY),
    Action.SEND_BACK: (verbs.DESK_BACK, Style.PLAIN),
    Action.ANSWER: (verbs.DESK_ANSWER, Style.PLAIN),
    Action.GRANT_EXTENSION: (verbs.DESK_EXTEND, Style.PLAIN),
    Action.DECLINE: (verbs.DESK_DECLINE, Style.DANGER),
    Action.MERGE: (verbs.DESK_MERGE, Style.PLAIN),
    Action.SUSPEND: (verbs.DESK_SUSPEND, Style.PLAIN),
    Action.RESUME: (verbs.DESK_RESUME, Style.PRIMARY),
    Action.CLOSE: (verbs.DESK_CLOSE, Style.PLAIN),
}


async def unit_name(turn: Turn, unit_id: int) -> str:
    """How a unit is called."""
    return (await units.get(turn.tx, unit_id)).shown


async def category_name(turn: Turn, ticket: Ticket, locale: str = DESK_LOCALE) -> str:
    """The category in words."""
    found = None if ticket.category_id is None else await units.category(turn.tx, ticket.category_id)
    return found.name if found else say(locale, "case-no-category")


async def thread_title(turn: Turn, ticket: Ticket) -> str:
    """``SJ-2026-0042 食堂 · 待受理``: number, category, state."""
    about = say(DESK_LOCALE, "case-restricted") if ticket.restricted else await category_name(turn, ticket)
    return f"{ticket.number} {shorten(about, 40)} · {say(DESK_LOCALE, f'state-{ticket.state}')}"


async def owner_name(turn: Turn, ticket: Ticket) -> str:
    """Who has it to do, with their unit."""
    if ticket.owner_id is None:
        return say(DESK_LOCALE, "nobody")
    held = [each for each in await roles.of_person(turn.tx, ticket.owner_id) if each.role == "owner"]
    if held:
        return f"{held[0].unit_name} {held[0].name}"
    return (await people.get(turn.tx, ticket.owner_id)).name


async def raiser_shown(turn: Turn, ticket: Ticket) -> str:
    """The raiser as the secretary may see them: name and contact only of those who are named."""
    if ticket.naming == Naming.ANONYMOUS:
        return say(DESK_LOCALE, "anonymous-raiser")
    if ticket.naming == Naming.HIDDEN:
        return say(DESK_LOCALE, "hidden-raiser")
    named = await office_names().of(turn.tx, ticket)
    known = () if named is None else (named.name, named.contact.get("phone", ""))
    return " ".join(part for part in known if part) or say(DESK_LOCALE, "anonymous-raiser")


async def similar_open(turn: Turn, ticket: Ticket) -> tuple[Ticket, ...]:
    """Open tickets on what may be the same matter, the likeliest first; for a person to decide."""
    if ticket.restricted:
        return ()
    unit = await units.get(turn.tx, ticket.unit_id)
    near = await tickets.similar(
        turn.tx, telling(ticket.title, ticket.body, 30), unit.path, besides=ticket.id, most=SIMILAR * 2
    )
    found = {each.id: each for each in await tickets.by_ids(turn.tx, [each.id for each in near])}
    ordered = [found[each.id] for each in near if each.id in found]
    return tuple(each for each in ordered if each.state in tickets.OPEN_STATES)[:SIMILAR]


async def card(turn: Turn, ticket: Ticket) -> tuple[str, Rows]:
    """The card's text and its buttons: exactly what the state allows."""
    calendar = turn.house.calendar
    lines = [
        f"{ticket.number} · {say(DESK_LOCALE, f'state-{ticket.state}')}" + await _marks(turn, ticket),
        headed(
            ticket.title,
            shorten(ticket.body, BODY_CHARACTERS) if len(ticket.body) > BODY_CHARACTERS else ticket.body,
        ),
        "",
    ]
    facts = [
        ("case-card-raiser", await raiser_shown(turn, ticket)),
        ("case-card-naming", say(DESK_LOCALE, f"naming-{ticket.naming}")),
        ("case-card-source", await _source(turn, ticket)),
        ("case-card-unit", await unit_name(turn, ticket.unit_id)),
        ("case-card-category", await category_name(turn, ticket)),
        ("case-card-kind", say(DESK_LOCALE, f"kind-{ticket.kind}")),
        ("case-card-grade", say(DESK_LOCALE, f"grade-{ticket.grade}")),
        ("case-card-owner", await owner_name(turn, ticket)),
        ("case-card-submitted", moment(DESK_LOCALE, calendar, ticket.submitted_at)),
    ]
    notice = await notices.of_ticket(turn.tx, ticket.id) if ticket.kind == Kind.INQUIRY else None
    if notice is not None:
        facts.append(("case-card-notice", say(DESK_LOCALE, "notice-named", title=shorten(notice.title, 60))))
    for deadline in await history.deadlines_of(turn.tx, ticket.id):
        # The card stays pinned: what is true of this moment only (a light, the days that are left) is for lists.
        when = dated(DESK_LOCALE, calendar, turn.now, deadline.due_at, provisional=deadline.provisional)
        facts.append((f"case-card-due-{deadline.kind}", when))
    near: tuple[Ticket, ...] = ()
    if ticket.state not in (State.CLOSED, State.WITHDRAWN, State.MERGED):
        near = await similar_open(turn, ticket)
        if near:
            facts.append(("case-card-similar", "、".join(each.number for each in near)))
    steps = [each.state for each in await tasks.of_ticket(turn.tx, ticket.id) if each.source == "project"]
    if steps:
        struck, whole = done(steps)
        facts.append(
            ("case-card-project", say(DESK_LOCALE, "task-progress", bar=bar(steps), struck=struck, whole=whole))
        )
    if ticket.satisfaction:
        facts.append(("case-card-rating", say(DESK_LOCALE, f"satisfaction-{ticket.satisfaction}")))
    lines.extend(f"{say(DESK_LOCALE, key)}{value}" for key, value in facts)
    if ticket.answer:
        lines.extend(("", say(DESK_LOCALE, "case-card-answer", text=shorten(ticket.answer, 400))))
    return "\n".join(lines), _buttons(ticket, notice, near)


async def _marks(turn: Turn, ticket: Ticket) -> str:
    marks = [
        say(DESK_LOCALE, key)
        for key, holds in (
            ("case-mark-danger", await tells_of_danger(turn, ticket)),
            ("case-mark-again", ticket.reopened > 0),
            ("case-mark-supervised", ticket.supervised),
            ("case-mark-restricted", ticket.restricted),
            ("case-mark-about-owner", ticket.about_owner),
        )
        if holds
    ]
    if ticket.urged:
        marks.append(say(DESK_LOCALE, "case-mark-urged", times=ticket.urged))
    return "".join(f" [{mark}]" for mark in marks)


async def _source(turn: Turn, ticket: Ticket) -> str:
    place = None if ticket.place_id is None else await units.place(turn.tx, ticket.place_id)
    source = say(DESK_LOCALE, f"source-{ticket.source}")
    return f"{source}（{place.name}）" if place else source


def _buttons(ticket: Ticket, notice: Notice | None, near: tuple[Ticket, ...]) -> Rows:
    state = State(ticket.state)
    shown: list[Button] = []
    actions = actions_for(state, Role.SECRETARY)
    for action in actions:
        verb, style = VERBS[action]
        shown.append(button(say(DESK_LOCALE, f"desk-button-{action}"), verb, ticket.id, style=style))
    if near and Action.MERGE in actions:
        shown.append(
            button(say(DESK_LOCALE, "desk-button-join", number=near[0].number), verbs.DESK_JOIN, ticket.id, near[0].id)
        )
    if notice is not None:
        shown.append(button(say(DESK_LOCALE, "notice-button-of"), verbs.NOTE_OF, ticket.id))
    if state not in (State.WITHDRAWN,):
        shown.append(button(say(DESK_LOCALE, "desk-button-more"), verbs.DESK_MORE, ticket.id))
    return in_rows(shown, 3)
