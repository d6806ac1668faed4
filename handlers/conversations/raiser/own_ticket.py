"""One ticket as its raiser may see it: what, where it stands, who has it, by when, and what has happened.

Never internal notes, what owner and desk say among themselves, names of people, or other raisers' tickets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.cases import verbs as case_verbs
from handlers.cases.promises import promise_in
from handlers.cases.ratings import MOST_REVIEWS
from handlers.cases.steps import calendar_of
from handlers.cases.telling import desk_word
from handlers.conversations.raiser import verbs
from handlers.conversations.raiser.access import Reached
from handlers.core.buttons import Verb, button, in_rows
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Link, Outgoing, OutKind, Rows, Style
from handlers.core.wording import day, moment, shorten
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role, State, actions_for
from handlers.rules.splitting import split, units
from handlers.rules.terms import headed
from storage import groups, history
from storage import units as unit_rows
from storage.history import Entry
from storage.tickets import Ticket

_TOLD: dict[Action, bool] = {
    # What the raiser hears of, and whether its words are for them.
    Action.SUBMIT: False,
    Action.ACCEPT: False,
    Action.DECLINE: True,
    Action.MERGE: False,
    Action.TRANSFER: False,
    Action.ASSIGN: False,
    Action.SIGN_FOR: False,
    Action.PASS_PROGRESS: True,
    Action.GRANT_EXTENSION: True,
    Action.ANSWER: False,
    Action.PASS_ON: False,
    Action.REPLY: True,
    Action.SUPPLEMENT: True,
    Action.URGE: False,
    Action.WITHDRAW: False,
    Action.RATE: False,
    Action.REOPEN: True,
    Action.APPEAL: True,
    Action.REQUEST_REVIEW: True,
    Action.SUSPEND: True,
    Action.RESUME: False,
    Action.MEET_MILESTONE: True,
    Action.CLOSE: False,
    Action.REVEAL: False,
    Action.RELEASE: False,
}
LINES = 15
"""The newest things that happened; what came before is counted."""
_LINE = 160
_BODY_UNITS = 800
VERBS: dict[Action, tuple[Verb, Style]] = {
    Action.SUPPLEMENT: (case_verbs.MINE_SUPPLEMENT, Style.PRIMARY),
    Action.URGE: (verbs.MINE_URGE, Style.PLAIN),
    Action.RATE: (verbs.MINE_RATING, Style.PRIMARY),
    Action.REOPEN: (case_verbs.MINE_REOPEN, Style.PLAIN),
    Action.REQUEST_REVIEW: (verbs.MINE_REVIEW, Style.PLAIN),
    Action.APPEAL: (case_verbs.MINE_APPEAL, Style.PLAIN),
    Action.WITHDRAW: (verbs.MINE_WITHDRAW, Style.DANGER),
}


async def show(turn: Turn, reached: Reached, *, note: str = "") -> None:
    """Send it, with the buttons for what can be done; a reply to it goes to the ticket."""
    ticket = reached.ticket
    text = await details(turn, ticket)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=f"{note}\n\n{text}" if note else text,
            buttons=_buttons(turn, reached),
            link=Link(ticket.id, "raiser", "details"),
            protect=reached.protect,
            replace=f"details:{ticket.id}",
        )
    )


async def details(turn: Turn, ticket: Ticket) -> str:
    """The text of :func:`show`."""
    entries = await history.of_ticket(turn.tx, ticket.id)
    revised = {each.refers_to: each.text for each in entries if each.action == Action.REVISE}
    body = revised.get(entries[0].id, ticket.body) if entries else ticket.body
    lines = [
        turn.say("mine-head", number=ticket.number, state=turn.say(f"state-raiser-{ticket.state}")),
        headed(ticket.title, body if units(body) <= _BODY_UNITS else split(body, _BODY_UNITS)[0].rstrip() + "…"),
    ]
    lines.extend(("", turn.say("mine-who", who=await _who(turn, ticket)), *(await _by_when(turn, ticket))))
    told = list(_told(turn, ticket, entries, revised))
    calendar = await calendar_of(turn, ticket)
    lines.extend(("", turn.say("mine-story")))
    if len(told) > LINES:
        lines.append(turn.say("mine-story-earlier", count=len(told) - LINES))
    lines.extend(f"{moment(turn.locale, calendar, at)} {words}" for at, words in told[-LINES:])
    if ticket.answer:
        outcome = turn.say(f"outcome-{ticket.outcome}") if ticket.outcome else ""
        lines.extend(("", turn.say("mine-answer", outcome=outcome, text=ticket.answer)))
    return "\n".join(lines)


def _told(
    turn: Turn, ticket: Ticket, entries: Sequence[Entry], revised: dict[int | None, str]
) -> Iterator[tuple[int, str]]:
    recalled = {each.refers_to for each in entries if each.action == Action.RECALL}
    for each in entries:
        if (
            each.action not in set(_TOLD)
            or each.id in recalled
            or ("from" in each.detail and each.action == Action.MERGE)
        ):
            continue
        action = Action(each.action)
        if action is Action.RATE and each.detail.get("reason"):
            yield each.at, turn.say("mine-did-explain", text=shorten(each.text, _LINE))
            continue
        words = turn.say(f"mine-did-{action}", desk=desk_word(ticket)(turn.locale))
        unit, ground = each.detail.get("unit"), each.detail.get("ground")
        said = revised.get(each.id, each.text) if _TOLD[action] else ""
        if action is Action.REOPEN and each.detail.get("rated"):
            said = turn.say("rating-reopened")  # Our words, which the history keeps in the desk's language.
        parts = [str(part) for part in (unit, ground, said) if part]
        yield each.at, turn.say("mine-line", what=words, text=shorten("；".join(parts), _LINE)) if parts else words


async def _who(turn: Turn, ticket: Ticket) -> str:
    """The department that has it, or the desk; no person's name."""
    if ticket.restricted:
        return turn.say("mine-who-restricted")
    if ticket.owner_unit_id is not None:
        return (await unit_rows.get(turn.tx, ticket.owner_unit_id)).shown
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    unit_id = group.unit_id if group is not None and group.unit_id is not None else ticket.unit_id
    return turn.say("mine-desk", unit=(await unit_rows.get(turn.tx, unit_id)).shown)


async def _by_when(turn: Turn, ticket: Ticket) -> list[str]:
    calendar = await calendar_of(turn, ticket)
    if ticket.state == State.SUSPENDED and ticket.suspended_until is not None:
        key = "mine-by-review-passed" if ticket.suspended_until <= turn.now else "mine-by-review"
        return [turn.say(key, date=day(turn.locale, calendar, ticket.suspended_until))]
    due = {each.kind: each for each in await history.deadlines_of(turn.tx, ticket.id)}
    if ticket.state == State.SUBMITTED and DeadlineKind.ACCEPT in due:
        at = due[DeadlineKind.ACCEPT].due_at
        key = "mine-by-accept-passed" if at <= turn.now else "mine-by-accept"
        return [turn.say(key, due=moment(turn.locale, calendar, at))]
    if ticket.state in (State.ANSWERED, State.MERGED) and DeadlineKind.RATING in due:
        return [turn.say("mine-by-rating", due=moment(turn.locale, calendar, due[DeadlineKind.RATING].due_at))]
    if ticket.due_at is not None and ticket.answered_at is None:
        return [promise_in(turn, ticket)(turn.locale)]
    return []


def offered(ticket: Ticket) -> tuple[Action, ...]:
    """What the raiser can do now; what has been used up is not offered."""
    used_up = {
        Action.APPEAL: ticket.appeals > 0,
        Action.REQUEST_REVIEW: ticket.reviews >= MOST_REVIEWS,
        # A merged ticket is rated once there is an answer to rate.
        Action.RATE: ticket.answered_at is None,
    }
    return tuple(each for each in actions_for(State(ticket.state), Role.RAISER) if not used_up.get(each, False))


def _buttons(turn: Turn, reached: Reached) -> Rows:
    ticket = reached.ticket
    shown: list[Button] = []
    for action in offered(ticket):
        verb, style = VERBS[action]
        shown.append(button(turn.say(f"mine-button-{action}"), verb, ticket.id, style=style))
    if reached.holds_code and ticket.raiser is None:
        shown.append(button(turn.say("mine-button-bind"), verbs.MINE_BIND, ticket.id))
    return in_rows(shown, 2)
