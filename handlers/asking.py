"""One open question to a person in a chat or topic: what we asked, and what to do with what they write there next.

The question is a sealed row, so it survives restarts; asking again replaces it. Commands and presses are never taken
for an answer, so nobody is caught in a question.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from handlers.buttons import Press, button
from handlers.case.acting import Refused
from handlers.turn import Turn
from handlers.vocabulary import Button, ChatKind, Link, Outgoing, OutKind, Rows, Spot
from storage import conversations

_KIND = "question"
_OFFER = "offer"
EXPIRES_SECONDS = 3 * 24 * 3600
"""A question that nobody answered for three days no longer catches what is written."""


@dataclass(frozen=True, slots=True)
class Question:
    """``kind`` picks who handles the answer; ``facts`` is what they need for it (plain JSON)."""

    kind: str
    facts: Mapping[str, Any]


def _tag(turn: Turn) -> bytes:
    event = turn.event
    user = event.sender.user if event.sender else ""
    # Of each thread its own: what is asked in another topic must not let the words of this one through.
    return turn.tx.sealer.tag("conversation", event.channel, event.chat, user, event.thread or "")


async def ask(
    turn: Turn,
    kind: str,
    facts: Mapping[str, Any],
    *,
    text: str,
    buttons: Rows = (),
    link: Link | None = None,
) -> None:
    """Ask the person in the chat where the event happened, and remember that we did.

    A cancel button stands below ``buttons``.
    """
    await remember(turn, kind, facts)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=text,
            buttons=(*buttons, (cancel_button(turn),)),
            reply_to=Spot(message=turn.event.message) if turn.event.message else None,
            link=link,
        )
    )


def cancel_button(turn: Turn) -> Button:
    """取消 for the question that is being put to the person of this turn; in a group it knows whose it is."""
    if turn.event.chat_kind is ChatKind.GROUP:
        return button(turn.say("ask-cancel"), "ask_cancel", turn.who.id)
    return button(turn.say("ask-cancel"), "ask_cancel")


async def cancel(turn: Turn, press: Press) -> None:
    """取消 under a question: the person's own, never one that somebody else in the group is answering."""
    group = turn.event.chat_kind is ChatKind.GROUP
    theirs = not group or press.number(0) == turn.who.id
    dropped = theirs and await drop(turn)
    turn.answer(turn.say("ask-cancelled" if dropped else "ask-not-yours" if not theirs else "press-outdated"))
    if theirs and (dropped or not group):
        turn.edit(turn.say("ask-cancelled"))


async def remember(turn: Turn, kind: str, facts: Mapping[str, Any]) -> None:
    """Open a question whose words were said otherwise."""
    body = {"kind": kind, "facts": dict(facts)}
    await conversations.save(turn.tx, _tag(turn), _KIND, body, turn.now)
    await settle(turn)


async def pending(turn: Turn) -> Question | None:
    """The open question that the event may answer: same chat, same person, same thread."""
    row = await conversations.load(turn.tx, _tag(turn), _KIND)
    if row is None or turn.now - row.at > EXPIRES_SECONDS:
        return None
    return Question(row.body["kind"], row.body["facts"])


async def drop(turn: Turn) -> bool:
    """Close the open question; True if there was one."""
    await settle(turn)
    return await conversations.drop(turn.tx, _tag(turn), _KIND)


@asynccontextmanager
async def answered(turn: Turn) -> AsyncIterator[None]:
    """What the open question asked for is done here. The question is closed, also if that is refused.

    One that can't be answered any more would catch all that is written next.
    """
    await drop(turn)
    try:
        yield
    except Refused as refused:
        refused.after = drop
        raise


# Choices: questions that are answered with a press. What is typed instead is no answer yet, and nobody's words either.


async def offer(turn: Turn, facts: Mapping[str, Any]) -> None:
    """Choices were put before the person; ``facts`` say which (plain JSON). While a question is open, that is asked."""
    if await pending(turn) is None:
        await conversations.save(turn.tx, _tag(turn), _OFFER, {"facts": dict(facts)}, turn.now)


async def offered(turn: Turn) -> Mapping[str, Any] | None:
    """The choices that the person has before them in this chat and thread and has not made."""
    row = await conversations.load(turn.tx, _tag(turn), _OFFER)
    if row is None or turn.now - row.at > EXPIRES_SECONDS:
        return None
    facts: Mapping[str, Any] = row.body["facts"]
    return facts


async def settle(turn: Turn) -> None:
    """A choice was made, or put away, or asked about in words."""
    await conversations.drop(turn.tx, _tag(turn), _OFFER)
