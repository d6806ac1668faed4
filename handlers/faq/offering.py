"""Which frequent questions are offered to whom: those of their units, close to what they write."""

from __future__ import annotations

from handlers.buttons import button
from handlers.notices.reach import own_units
from handlers.raising.drafts import Draft
from handlers.rules.faq import close
from handlers.rules.lifecycle import Kind
from handlers.texts import say
from handlers.turn import Turn
from handlers.vocabulary import Rows
from handlers.wording import shorten
from storage import faq, units
from storage.faq import Entry

LABEL = 40


async def theirs(turn: Turn, unit: int | None = None) -> tuple[Entry, ...]:
    """The entries of the units that this person belongs to (or of the one that they write to) and of those above.

    Who has said no unit yet is shown all of them.
    """
    known = await faq.everything(turn.tx)
    if not known or not (unit or turn.who.unit_id or turn.roles):
        return known
    paths = {each.id: each.path for each in await units.everyone(turn.tx, retired=True)}
    mine = [each.path for each in await own_units(turn)] if unit is None else [paths[unit]]
    return tuple(each for each in known if any(path.startswith(paths[each.unit_id]) for path in mine))


def asks(entry: Entry) -> str:
    """The words by which an entry is found."""
    return f"{entry.question} {entry.keywords}"


async def offered(turn: Turn, draft: Draft) -> Rows:
    """Buttons under the preview of a concern, one for each close entry.

    None for an accusation, for a question about a notice, and for who has looked and said that it did not help.
    """
    if draft.kind is Kind.REPORT or draft.undecided or draft.notice is not None or draft.looked or not draft.text:
        return ()
    known = {each.id: each for each in await theirs(turn, draft.unit)}
    near = close(draft.text, [(number, asks(entry)) for number, entry in known.items()])
    return tuple(
        (button(shorten(say(draft.locale, "faq-offer", question=known[each].question), LABEL), "faq_open", each),)
        for each in near
    )
