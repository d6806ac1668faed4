"""Words of a raiser who is not named, in which something may tell who they are: they wait until the raiser has seen it.

The words are kept in the open question, so nothing is lost;
:mod:`handlers.conversations.raiser.released_words` sends them on or has them written anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.cases import urgent_help
from handlers.cases.entries import tells_of_danger
from handlers.cases.telling import neutral
from handlers.conversations.raiser import access, verbs
from handlers.conversations.raiser.access import Reached
from handlers.conversations.raiser.contents import kept, readable
from handlers.core import questions
from handlers.core.buttons import button
from handlers.core.files import read_file, write_file
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Attachment, Link, Style
from handlers.core.wording import traces_in_words
from handlers.people.raisers import copies_here
from handlers.rules.lifecycle import Naming
from handlers.rules.traces import traces
from storage import messages

HELD, REWORD = "mine_held", "mine_reword"
ROLE = "held"
"""The role of our question's message."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a raiser wrote for a ticket. ``then``: what it is for; ``more``: what that needs besides, plain JSON."""

    then: str
    text: str
    files: tuple[Attachment, ...] = ()
    said: tuple[str, ...] = ()
    album: str | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


def brought(turn: Turn, reached: Reached, then: str, **more: Any) -> Words:
    """The words and files of this message."""
    naming = reached.ticket.naming
    said = (turn.event.message,) if turn.event.message else ()
    files = neutral(kept(turn, naming), naming)
    return Words(then, readable(turn), files, said, turn.event.album, more)


def read(question: Question) -> Words:
    """The words that wait in an open question."""
    facts = question.facts
    files = tuple(read_file(each) for each in facts["files"])
    return Words(facts["then"], facts["text"], files, tuple(facts["said"]), facts["album"], facts["more"])


def facts_of(reached: Reached, words: Words) -> dict[str, Any]:
    """The same as a question keeps them."""
    return {
        "ticket": reached.ticket.id,
        "then": words.then,
        "text": words.text,
        "files": [write_file(each) for each in words.files],
        "said": list(words.said),
        "album": words.album,
        "more": dict(words.more),
    }


async def stops(turn: Turn, reached: Reached, words: Words, *, before: str = "") -> bool:
    """Whether the words hold something that may tell who wrote them: then they wait, and the raiser is asked.

    ``before``: the words that these take the place of; what those held already has been asked about.
    """
    ticket = reached.ticket
    if ticket.naming == Naming.NAMED:
        return False
    own = turn.who.name
    known = set(traces(before, own=own)) if before else set()
    found = tuple(each for each in traces(words.text, own=own) if each not in known)
    if not found:
        return False
    if urgent_help.seen_in(turn, words.text) is not None or await tells_of_danger(turn, ticket):
        # Where a life may be in danger nothing waits; the number to call was asked for.
        return False
    waiting = await questions.pending(turn)
    if waiting is not None and waiting.kind == HELD and not set(waiting.facts["said"]) <= set(words.said):
        # Only one thing can wait, and none is thrown away for another.
        turn.reply(turn.say("mine-held-first"), quote=True)
        return True
    await _take_away(turn, reached)
    await questions.ask(
        turn,
        HELD,
        facts_of(reached, words),
        text=turn.say("mine-held", number=ticket.number, traces=traces_in_words(turn.locale, found)),
        buttons=(
            (
                button(turn.say("mine-button-send"), verbs.MINE_SEND, ticket.id),
                button(turn.say("mine-button-reword"), verbs.MINE_REWORD, ticket.id, style=Style.PRIMARY),
            ),
        ),
        link=Link(ticket.id, "raiser", ROLE),
        replace=f"held:{ticket.id}:{turn.who.id}",
    )
    return True


async def _take_away(turn: Turn, reached: Reached) -> None:
    """What waits is asked about by one message, the newest."""
    for copy in await copies_here(turn, reached.ticket, ROLE):
        if turn.take_away(copy.message):
            await messages.forget(turn.tx, copy)


async def _name(turn: Turn, question: Question) -> str:
    words = read(question)
    return words.text or turn.say("task-card-files", count=len(words.files)).strip()


async def _again(turn: Turn, question: Question) -> None:
    await stops(turn, await access.reach(turn, question.facts["ticket"]), read(question))


def _same(before: Question, now: Question) -> bool:
    return now.kind in (HELD, REWORD) and set(before.facts["said"]) <= set(now.facts["said"])


KEPT = Kept(_name, _again, _same)


async def waiting_for(turn: Turn, reached: Reached, then: str) -> Words | None:
    """The words that wait to be sent to this ticket for the same end: what comes after them joins them."""
    question = await questions.pending(turn)
    if question is None or question.kind != HELD or question.facts["ticket"] != reached.ticket.id:
        return None
    words = read(question)
    return words if words.then == then else None


def joined(words: Words, more: Words) -> Words:
    """The words with those of a further message behind them."""
    text = "\n".join(part for part in (words.text, more.text) if part)
    return replace(words, text=text, files=(*words.files, *more.files), said=(*words.said, *more.said))
