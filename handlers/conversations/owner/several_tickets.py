"""A reply to a message that names several tickets: the words are kept, and which one they are about is asked."""

from __future__ import annotations

from handlers.components import albums
from handlers.conversations.owner import progress, verbs
from handlers.conversations.owner.checks import Brought, allowed, brought, own
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file, write_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Outgoing, OutKind
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Action
from storage import tickets

WHICH = "own_which"
ROLE = "several"
"""The role of a message that names several tickets of its reader."""
_MOST = 15
_TITLE_CHARACTERS = 16


async def replied(turn: Turn) -> None:
    """Keep the words and ask.

    Raises:
        Refused: another question is open that they would push aside, or there is nothing to pass on.
    """
    question = await questions.pending(turn)
    if question is not None and question.kind != WHICH:
        raise Refused("own-which-later")
    await _ask(turn, question)


async def more(turn: Turn, question: Question) -> None:
    """Further words came while it is asked which ticket they are about."""
    await _ask(turn, question)


async def _ask(turn: Turn, question: Question | None) -> None:
    words = brought(turn)
    if words.empty:
        raise Refused("own-progress-empty")
    theirs = [each for each in await tickets.of_owner(turn.tx, turn.who.id) if allowed(each, Action.NOTE_PROGRESS)]
    if not theirs:
        raise Refused("own-gone")
    known = {} if question is None else question.facts
    if words.said and words.said[0] in known.get("said", ()):
        return
    facts = {
        "text": "\n".join(part for part in (known.get("text", ""), words.text) if part),
        "files": [*known.get("files", ()), *(write_file(each) for each in words.files)],
        "said": [*known.get("said", ()), *words.said],
    }
    await questions.remember(turn, WHICH, facts)
    shown = [
        button(f"{each.number} {shorten(each.title, _TITLE_CHARACTERS)}", verbs.OWN_WHICH, each.id)
        for each in theirs[:_MOST]
    ]
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=turn.say("own-which"),
            buttons=(*in_rows(shown, 1), (questions.cancel_button(turn),)),
            replace=WHICH,
            not_before=turn.now + albums.WAIT_SECONDS if turn.event.album else None,
        )
    )


async def chosen(turn: Turn, press: Press) -> None:
    """They said which: it is progress on that one, which can still be made its report.

    Raises:
        Refused: there are no such words any more, or it is not theirs or not at that point any more.
    """
    ticket = await own(turn, press.number(0))
    question = await questions.pending(turn)
    if question is None or question.kind != WHICH:
        raise Refused("press-outdated")
    if not allowed(ticket, Action.NOTE_PROGRESS):
        raise Refused("own-not-now", number=ticket.number, state=Words(f"state-{ticket.state}"))
    facts = question.facts
    words = Brought(
        str(facts["text"]),
        tuple(read_file(each) for each in facts["files"]),
        tuple(str(each) for each in facts["said"]),
    )
    await questions.drop(turn)
    turn.answer(turn.say("own-taken"))
    turn.edit(turn.say("own-which-was", number=ticket.number))
    await progress.note(turn, ticket, words)
