"""A message's looks as Telegram's entities. Never a parse mode: what people typed is sent as it is.

Offsets count UTF-16 units. An entity neither begins nor ends with white space, quotations don't overlap, and the server
takes a hundred for a message: quotations go before emphasis there, and the beginning before the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from telegram import MessageEntity

from handlers.core.message import Laid, Look, Mark

ENTITIES = 100
_TYPES = {
    Look.STRONG: str(MessageEntity.BOLD),
    Look.QUOTED: str(MessageEntity.BLOCKQUOTE),
    Look.FOLDED: str(MessageEntity.EXPANDABLE_BLOCKQUOTE),
}
_QUOTATIONS = (Look.QUOTED, Look.FOLDED)


def entities(laid: Laid) -> list[dict[str, Any]]:
    """The looks of a text as the Bot API has them, in the order of the text."""
    marks = [*_apart(laid, _QUOTATIONS), *_apart(laid, (Look.STRONG,))][:ENTITIES]
    if not marks:
        return []
    # Where each character begins in units; few texts have any that is two.
    starts = [0, *accumulate(2 if ord(each) > 0xFFFF else 1 for each in laid.text)]
    made = [
        {"type": _TYPES[each.look], "offset": starts[each.begin], "length": starts[each.end] - starts[each.begin]}
        for each in marks
    ]
    return sorted(made, key=lambda each: (each["offset"], -each["length"]))


def _apart(laid: Laid, looks: tuple[Look, ...]) -> Iterator[Mark]:
    """The marks of these looks without the white space at their ends, none over another."""
    until = 0
    for each in sorted((mark for mark in laid.marks if mark.look in looks), key=lambda mark: (mark.begin, -mark.end)):
        inside = laid.text[max(each.begin, until) : each.end]
        begin = each.end - len(inside.lstrip()) if inside.strip() else each.end
        end = begin + len(inside.strip())
        if begin < end:
            yield Mark(each.look, begin, end)
            until = end
