"""What words may mean that were typed while choices to press stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.conversations.secretary.pickers import unit_buttons
from handlers.core import questions
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button
from handlers.rules.matching import matching
from storage.tickets import Ticket

_MOST = 6
"""So many likely meanings are offered; whoever means another presses it where it stands."""


async def offered(turn: Turn, ticket: Ticket) -> Mapping[str, Any] | None:
    """The choices about this ticket that the person has before them."""
    facts = await questions.offered(turn)
    return facts if facts is not None and facts["ticket"] == ticket.id else None


async def meant_by(turn: Turn, ticket: Ticket, offer: Mapping[str, Any], text: str) -> list[Button]:
    """The choices that the words may mean, the likeliest first."""
    known = [(str(label), Button(str(label), data=str(data))) for label, data in offer["buttons"]]
    found = list(matching(text, known))
    if offer["units"]:
        units = [(each.label, each) for each in await unit_buttons(turn, ticket)]
        found += [each for each in matching(text, units) if each.data not in [one.data for one in found]]
    if offer["own"] is not None and text:
        found = [*found[: _MOST - 1], Button(str(offer["own"][0]), data=str(offer["own"][1]))]
    return found[:_MOST]
