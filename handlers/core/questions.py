"""One open question to a person in a chat or topic: what we asked, and what to do with what they write there next.

The question is a sealed row, so it survives restarts; asking again replaces it. Commands and presses are never taken
for an answer, so nobody is caught in a question.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from handlers.core import verbs
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.turn import Question, Turn
from handlers.core.vocabulary import Button, ChatKind, EventKind, Link, Outgoing, OutKind, Rows, Spot
from handlers.core.wording import shorten
from storage import conversations
from storage.conversations import Conversation

__all__ = [
    "ASIDE_DAYS",
    "EXPIRES_SECONDS",
    "Question",
    "answered",
    "ask",
    "back",
    "cancel",
    "cancel_button",
    "drop",
    "go_on",
    "leave",
    "offer",
    "offer_asides",
    "offered",
    "over",
    "pending",
    "put_old_away",
    "remember",
    "settle",
]

_KIND = "question"
_OFFER = "offer"
_ASIDE = "aside"
ASIDE_DAYS = 30
"""So long what was put aside is kept."""
_MOST_ASIDE = 20
_OFFERED = 5
_NAME = 30
EXPIRES_SECONDS = 3 * 24 * 3600
"""A question that nobody answered for three days no longer catches what is written; its buttons go on for 30."""


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
    replace: str | None = None,
) -> None:
    """Ask the person in the chat where the event happened, and remember that we did.

    A cancel button stands below ``buttons``. ``replace``: of several that have not left yet only the newest does.
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
            replace=replace,
        )
    )


def cancel_button(turn: Turn) -> Button:
    """取消 for the question that is being put to the person of this turn; in a group it knows whose it is."""
    if turn.event.chat_kind is ChatKind.GROUP:
        return button(turn.say("ask-cancel"), verbs.ASK_CANCEL, turn.who.id)
    return button(turn.say("ask-cancel"), verbs.ASK_CANCEL)


async def cancel(turn: Turn, press: Press) -> None:
    """取消 under a question: the person's own, never one that somebody else in the group is answering."""
    group = turn.event.chat_kind is ChatKind.GROUP
    theirs = not group or press.number(0) == turn.who.id
    question = await pending(turn) if theirs else None
    dropped = theirs and await drop(turn)
    if question is not None and question.facts.get("interrupted"):
        await go_on(turn, question)
    turn.answer(turn.say("ask-cancelled" if dropped else "ask-not-yours" if not theirs else "press-outdated"))
    if theirs and (dropped or not group):
        turn.edit(turn.say("ask-cancelled"))


async def remember(turn: Turn, kind: str, facts: Mapping[str, Any]) -> None:
    """Open a question whose words were said otherwise. Work behind the one before is put aside, which is said.

    A question that only interrupts has the one before in its facts as ``interrupted`` (see :func:`over`).
    """
    work = _work(turn, await conversations.load(turn.tx, _tag(turn), _KIND))
    if work is not None and not facts.get("interrupted") and not _goes_on(turn, work, Question(kind, facts)):
        await _put_aside(turn, work)
    await _open(turn, kind, facts)


async def _open(turn: Turn, kind: str, facts: Mapping[str, Any]) -> None:
    await conversations.save(turn.tx, _tag(turn), _KIND, {"kind": kind, "facts": dict(facts)}, turn.now)
    await settle(turn)


async def pending(turn: Turn) -> Question | None:
    """The open question that the event may answer: same chat, same person, same thread."""
    row = await conversations.load(turn.tx, _tag(turn), _KIND)
    # A button says itself what it is for: it may be pressed as long as the question is kept.
    if row is None or (turn.event.kind is not EventKind.PRESS and _old(turn, row)):
        return None
    return Question(row.body["kind"], row.body["facts"])


def _old(turn: Turn, row: Conversation) -> bool:
    return turn.now - row.at > EXPIRES_SECONDS


async def put_old_away(turn: Turn) -> None:
    """Something is written when nobody expects an answer any more: work behind the old question is put aside."""
    row = await conversations.load(turn.tx, _tag(turn), _KIND)
    if row is not None and _old(turn, row):
        await leave(turn)


def over(question: Question | None) -> Mapping[str, Any] | None:
    """An open question as one that interrupts it keeps it; of one that interrupts itself, what it interrupted."""
    if question is None or "interrupted" in question.facts:
        return None if question is None else question.facts["interrupted"]
    return {"kind": question.kind, "facts": dict(question.facts)}


def _work(turn: Turn, row: Conversation | None) -> Question | None:
    """The open question behind which work stands, or the one that it interrupted."""
    for each in () if row is None else (row.body, row.body["facts"].get("interrupted")):
        if each is not None and each["kind"] in turn.practised.kept:
            return Question(each["kind"], each["facts"])
    return None


async def go_on(turn: Turn, question: Question) -> None:
    """The question that interrupted another is over: what was open before is open again."""
    before = question.facts["interrupted"]
    if before is None:
        await drop(turn)
    else:
        await _open(turn, before["kind"], before["facts"])


async def drop(turn: Turn) -> bool:
    """Close the open question; True if there was one."""
    await settle(turn)
    dropped = await conversations.drop(turn.tx, _tag(turn), _KIND)
    turn.closed = turn.closed or dropped
    return dropped


async def leave(turn: Turn) -> None:
    """Something else begins: the open question is closed, and work that stands behind it is put aside."""
    work = _work(turn, await conversations.load(turn.tx, _tag(turn), _KIND))
    if work is not None:
        await _put_aside(turn, work)
    await conversations.drop(turn.tx, _tag(turn), _KIND)


def _goes_on(turn: Turn, before: Question, now: Question) -> bool:
    """Whether nothing of what was written is lost with the new question."""
    known = turn.practised.kept[before.kind].goes_on
    if known is not None:
        return known(before, now)
    there = json.dumps(dict(now.facts), ensure_ascii=False)
    facts = before.facts
    said = [facts.get("text"), *(part[1] for part in facts.get("parts", ())), *facts.get("files", ())]
    return before.kind == now.kind and all(json.dumps(each, ensure_ascii=False)[1:-1] in there for each in said if each)


async def _put_aside(turn: Turn, question: Question) -> None:
    name = await turn.practised.kept[question.kind].name(turn, question)
    if not name:
        return
    kept = await _asides(turn)
    number = max((each["id"] for each in kept), default=0) + 1
    kept = [
        *kept[1 - _MOST_ASIDE :],
        {"id": number, "kind": question.kind, "facts": dict(question.facts), "at": turn.now},
    ]
    await conversations.save(turn.tx, _tag(turn), _ASIDE, {"kept": kept}, turn.now)
    label = turn.say("aside-button", name=shorten(name, _NAME))
    turn.reply(turn.say("aside-kept", name=shorten(name, 80)), buttons=((button(label, verbs.ASK_BACK, number),),))


async def _asides(turn: Turn) -> list[dict[str, Any]]:
    row = await conversations.load(turn.tx, _tag(turn), _ASIDE)
    known = [] if row is None else row.body["kept"]
    return [
        each for each in known if turn.now - each["at"] <= ASIDE_DAYS * 86_400 and each["kind"] in turn.practised.kept
    ]


async def back(turn: Turn, press: Press) -> None:
    """继续上一份: what was put aside is what is written on; what is open now is put aside in its turn.

    Raises:
        Refused: it was gone on with before, it lay too long, or it is somebody else's.
    """
    kept = await _asides(turn)
    wanted = next((each for each in kept if each["id"] == press.number(0)), None)
    if wanted is None:
        raise Refused("aside-gone")
    rest = [each for each in kept if each is not wanted]
    await conversations.save(turn.tx, _tag(turn), _ASIDE, {"kept": rest}, turn.now)
    question = Question(wanted["kind"], wanted["facts"])
    await remember(turn, question.kind, question.facts)
    turn.answer(turn.say("aside-back"))
    turn.event = replace(turn.event, press=None, message=None)
    await turn.practised.kept[question.kind].show(turn, question)


async def offer_asides(turn: Turn) -> None:
    """A question was closed and none is open: what was put aside is offered again."""
    if not turn.closed or await conversations.load(turn.tx, _tag(turn), _KIND) is not None:
        return
    rows: list[tuple[Button, ...]] = []
    for each in reversed(await _asides(turn)):
        name = await turn.practised.kept[each["kind"]].name(turn, Question(each["kind"], each["facts"]))
        if name and len(rows) < _OFFERED:
            label = turn.say("aside-button", name=shorten(name, _NAME))
            rows.append((button(label, verbs.ASK_BACK, each["id"]),))
    if rows:
        turn.reply(turn.say("aside-waiting"), buttons=tuple(rows))


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
