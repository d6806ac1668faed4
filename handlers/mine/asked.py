"""The answer to /code: a code, or something else altogether, which is then taken for what it is."""

from __future__ import annotations

from handlers import asking
from handlers.asking import Question
from handlers.mine import codes
from handlers.raising import gathering
from handlers.raising.reading import kept, readable
from handlers.rules.codes import CodeState, read_follow_code
from handlers.turn import Turn


async def answered(turn: Turn, _: Question) -> None:
    """The code that was asked for; the question stays open while there is a slip in it."""
    text = readable(turn)
    wide = read_follow_code(text)[0] is not CodeState.NO_CODE
    if kept(turn) or len(text) > codes.TYPED_CHARACTERS or not (text.isascii() or wide):
        # Nobody writes so much, or Chinese, instead of a code: it is a concern, and shall not be lost.
        await asking.drop(turn)
        await gathering.in_private(turn)
        return
    if await codes.open_by(turn, text):
        await asking.drop(turn)
