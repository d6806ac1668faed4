"""Entries written in several messages: which message said what, so that changing one changes its words only."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.core.turn import Turn
from storage import conversations

_KIND = "said"


def _tag(turn: Turn, entry: int) -> bytes:
    return turn.tx.sealer.tag("said", str(entry))


async def keep_parts(turn: Turn, entry: int, parts: Sequence[tuple[str, str]]) -> None:
    """Remember the messages of an entry, each with its words, in order."""
    await conversations.save(turn.tx, _tag(turn, entry), _KIND, {"parts": [list(each) for each in parts]}, turn.now)


async def reworded(turn: Turn, entry: int, message: str, text: str) -> str:
    """The whole text of an entry after one of its messages was changed to ``text``."""
    row = await conversations.load(turn.tx, _tag(turn, entry), _KIND)
    if row is None:
        return text
    parts = [(known, text if known == message else words) for known, words in row.body["parts"]]
    await keep_parts(turn, entry, parts)
    return "\n".join(words for _, words in parts if words)
