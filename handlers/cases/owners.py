"""What an owner can do with a ticket, and the buttons for it under the message that brought it to them."""

from __future__ import annotations

from handlers.cases import verbs
from handlers.core.buttons import Verb, button, in_rows
from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Outgoing, OutKind, Rows, Spot, Style
from handlers.rules.lifecycle import Action, Role, State, actions_for
from storage import people
from storage.tickets import Ticket

OWNER_VERBS: dict[Action, tuple[Verb, Style]] = {
    Action.SIGN_FOR: (verbs.OWN_SIGN, Style.PRIMARY),
    Action.HAND_BACK: (verbs.OWN_BACK, Style.PLAIN),
    Action.NOTE_PROGRESS: (verbs.OWN_PROGRESS, Style.PLAIN),
    Action.REQUEST_EXTENSION: (verbs.OWN_EXTEND, Style.PLAIN),
    Action.REPORT: (verbs.OWN_REPORT, Style.PRIMARY),
}
CARD = "card"
"""The role of the message that brings a ticket to its owner; the newest one has the live buttons."""
_BROUGHT_ANEW = frozenset({Action.ASSIGN, Action.SEND_BACK, Action.REOPEN, Action.RESUME})
"""After these a further message of that role follows."""


def owner_buttons(locale: str, ticket: Ticket) -> Rows:
    """What an owner can do now; what has been used up is not offered."""
    used_up = {
        Action.HAND_BACK: bool(ticket.handbacks) or ticket.assignments > 1,
        Action.REQUEST_EXTENSION: bool(ticket.extensions),
    }
    shown = []
    for action in actions_for(State(ticket.state), Role.OWNER):
        if used_up.get(action, False):
            continue
        verb, style = OWNER_VERBS[action]
        shown.append(button(say(locale, f"own-button-{action}"), verb, ticket.id, style=style))
    return in_rows(shown, 2)


async def show_buttons(turn: Turn, before: Ticket, after: Ticket, action: Action | None = None) -> None:
    """Bring the buttons of the message that the owner has to what they can do after ``action``.

    Whoever has it no more, or gets it anew in a further message, finds none there.
    """
    if before.owner_id is None or (before.owner_id, before.state) == (after.owner_id, after.state):
        return
    owner = await people.get(turn.tx, before.owner_id)
    over = after.owner_id != before.owner_id or action in _BROUGHT_ANEW
    turn.send(
        Outgoing(
            OutKind.EDIT,
            person=owner.id,
            buttons=() if over else owner_buttons(locale_for(owner.language), after),
            target=Spot(ticket=before.id, side="owner", role=CARD),
            link=Link(before.id, "owner", CARD),
            replace=f"owner-card:{before.id}",
        )
    )
