"""Which one is meant: a name that fits several is put to whoever typed it, and what they wrote then goes on as before.

Nothing of it has happened until one is chosen: what was written is kept in the question, with the question that it was
an answer to. It is chosen by a button, or by typing enough of its path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handlers.core import questions, verbs
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file, write_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import EventKind
from handlers.core.wording import pinch
from handlers.rules.directory import FitsSeveral, picking

KIND = "which"
_SHOWN = 20
_LABEL = 60


def words(turn: Turn, several: FitsSeveral) -> str:
    """The question, with the choices in words: for where there is nothing to press."""
    return turn.say(
        f"which-{several.kind}-listed",
        word=several.word,
        count=len(several.choices),
        choices=turn.say("which-comma").join(several.choices.values()),
    )


async def ask(turn: Turn, several: FitsSeveral) -> None:
    """Put it to them; all that was decided until here has been undone."""
    event = turn.event
    facts: dict[str, Any] = {
        "kind": several.kind,
        "word": several.word,
        "choices": [[key, label] for key, label in several.choices.items()],
        "picked": dict(turn.picked),
        "text": event.text,
        "files": [write_file(each) for each in event.attachments],
        "message": event.message,
        "reply_to": event.reply_to,
        "interrupted": questions.over(await questions.pending(turn)),
    }
    await _put(turn, facts)


async def _put(turn: Turn, facts: Mapping[str, Any], above: str = "") -> None:
    choices: list[tuple[int, str]] = facts["choices"]
    shown = [
        button(pinch(label, _LABEL), verbs.WHICH_IS, key, facts["message"] or "") for key, label in choices[:_SHOWN]
    ]
    text = turn.say(f"which-{facts['kind']}", word=facts["word"], count=len(choices), example=choices[0][1])
    if len(choices) > _SHOWN:
        text += "\n" + turn.say("which-more", count=len(choices) - _SHOWN)
    await questions.ask(turn, KIND, facts, text="\n".join(filter(None, (above, text))), buttons=in_rows(shown, 1))


async def pressed(turn: Turn, press: Press) -> None:
    """One was chosen: the turn is that of the message in which it was named.

    Raises:
        Refused: the question is not open any more, or it is somebody else's.
    """
    question = await questions.pending(turn)
    key = press.number(0) or 0
    known = question is not None and question.kind == KIND and question.facts["message"] == (press.word(1) or None)
    if question is None or not known or key not in [each for each, _ in question.facts["choices"]]:
        raise Refused("press-outdated")
    turn.answer(turn.say("which-taken"))
    turn.edit(turn.say("which-taken"))
    await _as_before(turn, question, key)


async def typed(turn: Turn, question: Question) -> None:
    """Words came instead of a press: they name it."""
    await _as_before(turn, question, turn.event.text.strip())


async def again(turn: Turn, question: Question, why: str) -> None:
    """What was typed leads nowhere, ``why`` in words: it is asked again, and what had been written still waits."""
    await _put(turn, question.facts, why)


async def _as_before(turn: Turn, question: Question, given: int | str) -> None:
    facts: Mapping[str, Any] = question.facts
    await questions.go_on(turn, question)
    turn.picked = {**facts["picked"], picking(facts["kind"], facts["word"]): given}
    turn.event = replace(
        turn.event,
        kind=EventKind.MESSAGE,
        text=facts["text"],
        attachments=tuple(read_file(each) for each in facts["files"]),
        message=facts["message"],
        reply_to=facts["reply_to"],
        button=None,
        press=None,
    )
