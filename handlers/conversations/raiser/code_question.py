"""The answer to /code: a code, or something else altogether, which is then taken for what it is."""

from __future__ import annotations

from handlers.conversations.raiser import concerns, follow_codes
from handlers.conversations.raiser.contents import kept, readable
from handlers.core import questions
from handlers.core.questions import Question
from handlers.core.turn import Turn
from handlers.rules.codes import CodeState, read_follow_code


async def answered(turn: Turn, _: Question) -> None:
    """The code that was asked for; the question stays open while there is a slip in it."""
    text = readable(turn)
    wide = read_follow_code(text)[0] is not CodeState.NO_CODE
    if kept(turn) or len(text) > follow_codes.TYPED_CHARACTERS or not (text.isascii() or wide):
        # Nobody writes so much, or Chinese, instead of a code: it is a concern, and shall not be lost.
        await questions.drop(turn)
        await concerns.in_private(turn)
        return
    if await follow_codes.open_by(turn, text):
        await questions.drop(turn)
