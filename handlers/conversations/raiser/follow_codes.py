"""Follow codes: /code, a link, or the code alone as a message opens a ticket from any account.

A code with a slip of the finger is told apart by its check character. Who tries one wrong code after another is slowed,
then locked out for a day, and the admins hear of it: that somebody guesses, never who.
"""

from __future__ import annotations

import re
from functools import cache

from handlers.cases import verbs
from handlers.conversations.raiser import access, own_ticket
from handlers.conversations.raiser.access import Reached
from handlers.core import lost_tickets as lost
from handlers.core import questions
from handlers.core.admins import tell_admins
from handlers.core.buttons import button
from handlers.core.concealing import codes_of, revealed
from handlers.core.texts import OTHERS, SOURCE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Incoming, Rows
from handlers.people.raisers import is_theirs
from handlers.rules.codes import MASK, CodeState, codes_in, only_number, read_follow_code
from storage import facts, tickets
from storage import lost as lost_tickets
from storage.tickets import Ticket

TRIES = 5
WITHIN_SECONDS = 3600
"""So many codes that nobody has, in so long; then it takes as long until the next try."""
TRIES_A_DAY = 15
"""So many of them in a day, and the account is locked for the rest of it."""
TRIES_OF_ALL = 50
"""From so many of all accounts together within the hour on it is reported, though none of them was stopped."""
DAY_SECONDS = 86_400
TYPED_CHARACTERS = 24
"""A longer message is no code."""
_AROUND_CODE = re.compile(r"(?:我的|这是|请|用|查询码|查询|查|一下|码|是|为|my|the|follow|code|is)*", re.IGNORECASE)
_ANY = "\ue000"
"""Stands for what a text of ours leaves open."""


async def code(turn: Turn) -> None:
    """/code, with the code behind it or asked for."""
    if turn.event.argument:
        await questions.leave(turn)
        await open_by(turn, turn.event.argument)
        return
    await questions.ask(turn, "mine_code", {}, text=turn.say("code-ask"))


async def open_by(turn: Turn, text: str) -> bool:
    """Open the ticket of the code in ``text``; False, with the reason said, when there is none."""
    held = {each.code for each in codes_in(text)}
    state, plain = (CodeState.VALID, held.pop()) if len(held) == 1 else read_follow_code(text)
    if state is not CodeState.VALID:
        turn.reply(turn.say("code-mistyped" if state is CodeState.MISTYPED else "code-none"), quote=True)
        return False
    looked = _looked_up(turn)
    if not looked and (stopped := await _stopped(turn)):
        turn.reply(turn.say(stopped), quote=True)
        return False
    gone = None if looked else await lost_tickets.by_follow_code(turn.tx, plain)
    ticket = None if looked or gone is not None else await _look_up(turn, plain)
    if ticket is None:
        turn.reply(turn.say("code-unknown") if gone is None else lost.words(turn, gone), quote=True)
        return False
    await _show(turn, ticket)
    return True


async def look_up(turn: Turn, written: Incoming) -> None:
    """Put the words of a message back as they were ``written`` if no code in them opens anything.

    Each that does not counts as a try, wherever it was written: else words were a way to guess. Whoever has tried too
    often learns nothing, and what may be a code stays away.
    """
    for code in codes_of(turn.event):
        if await _stopped(turn) is not None or await lost_tickets.by_follow_code(turn.tx, code) is not None:
            return
        if await _look_up(turn, code) is not None:
            return
    turn.event = revealed(turn.event, written)


def _looked_up(turn: Turn) -> bool:
    """Whether what may be a code in this message was looked up already, and opens nothing."""
    return "codes" in turn.event.facts and not codes_of(turn.event)


async def met(turn: Turn) -> bool:
    """A message held a follow code. Nothing else in it, or our own receipt pasted back: it is looked up, and True.

    Among other words the code was taken out (``handlers/core/concealing.py``): that is said, before anything is sent,
    and its ticket is offered.
    """
    held = codes_of(turn.event)
    if len(held) == 1 and not turn.event.attachments and _nothing_else(turn.event.text):
        await open_by(turn, held[0])
        question = await questions.pending(turn)
        if question is not None and question.kind == "mine_code":
            await questions.drop(turn)
        return True
    rows: Rows = ()
    for each in () if await _stopped(turn) else held:
        ticket = await tickets.by_follow_code(turn.tx, each)
        if ticket is not None:
            await access.hold(turn, ticket)
            rows = ((button(turn.say("code-button-open", number=ticket.number), verbs.MINE_OPEN, ticket.id),),)
    turn.reply(turn.say("code-left-out"), buttons=rows, quote=True)
    return False


def _nothing_else(text: str) -> bool:
    """Whether a text says nothing besides the code, whose place has a mark."""
    if any(pattern.fullmatch(_one_line(text)) for pattern in _our_words()):
        return True
    around = text.replace(MASK, " ")
    words = "".join(each for each in around if each.isalnum())
    return _AROUND_CODE.fullmatch(words) is not None or only_number(around) is not None


def _one_line(text: str) -> str:
    return " ".join(text.split())


@cache
def _our_words() -> tuple[re.Pattern[str], ...]:
    """What we write a code in: the receipt, its last lines, and what a secretary reads out or hands over."""
    texts = []
    for locale in (SOURCE, *OTHERS):
        code = say(locale, "case-receipt-code", code=MASK)
        handed = say(locale, "off-code", number=_ANY, code=MASK)
        texts += [code, code.splitlines()[0], handed, handed.splitlines()[0]]
        for key in ("case-receipt", "case-receipt-restricted"):
            open_facts = dict.fromkeys(("number", "title", "desk", "due", "naming"), _ANY)
            texts.append(f"{say(locale, key, **open_facts)}\n\n{code}")
    return tuple(re.compile(re.escape(_one_line(each)).replace(_ANY, ".+?"), re.IGNORECASE) for each in texts)


async def typed(turn: Turn, text: str, *, while_writing: bool) -> bool:
    """Whether a message is nothing but a follow code, and was answered as one.

    ``while_writing``: in the middle of a draft twelve letters may be anything; only a code that opens something counts.
    """
    if len(text) > TYPED_CHARACTERS or "\n" in text:
        return False
    state, plain = read_follow_code(text)
    if state is CodeState.NO_CODE or (state is CodeState.MISTYPED and (while_writing or not _like_a_code(plain))):
        return False
    if not while_writing:
        await open_by(turn, text)
        return True
    ticket = None if _looked_up(turn) or await _stopped(turn) else await _look_up(turn, plain)
    if ticket is None:
        return False
    await _show(turn, ticket)
    return True


def _like_a_code(plain: str) -> bool:
    """Digits among letters: an English word of twelve letters is no code with a slip in it."""
    return any(each.isdigit() for each in plain) and any(each.isalpha() for each in plain)


def _tag(turn: Turn) -> bytes:
    event = turn.event
    return turn.tx.sealer.tag("code", event.channel, event.sender.user if event.sender else "")


async def _stopped(turn: Turn) -> str | None:
    """What somebody is told who has tried too often; None: they may try."""
    if await facts.attempts(turn.tx, _tag(turn), turn.now - DAY_SECONDS) >= TRIES_A_DAY:
        return "code-locked"
    if await facts.attempts(turn.tx, _tag(turn), turn.now - WITHIN_SECONDS) >= TRIES:
        return "code-wait"
    return None


async def _report(turn: Turn) -> None:
    """Tell the admins, once an hour at most, that codes are guessed: how often here and by all accounts, never who."""
    own = await facts.attempts(turn.tx, _tag(turn), turn.now - DAY_SECONDS)
    all_tries = await facts.attempts(turn.tx, _everyones(turn), turn.now - WITHIN_SECONDS)
    key = "alarm-codes-locked" if own >= TRIES_A_DAY else "alarm-codes-guessed"

    def words(locale: str) -> str:
        return say(locale, key, tries=own, all=all_tries)

    await tell_admins(turn, f"alarm:{key}", str(turn.now // WITHIN_SECONDS), words, at_once=True)


def _everyones(turn: Turn) -> bytes:
    return turn.tx.sealer.tag("code", "everyone")


async def _look_up(turn: Turn, plain: str) -> Ticket | None:
    ticket = await tickets.by_follow_code(turn.tx, plain)
    if ticket is None:
        await facts.attempt(turn.tx, _tag(turn), turn.now)
        await facts.attempt(turn.tx, _everyones(turn), turn.now)
        everyones = await facts.attempts(turn.tx, _everyones(turn), turn.now - WITHIN_SECONDS)
        if everyones >= TRIES_OF_ALL or await _stopped(turn):
            await _report(turn)
    return ticket


async def _show(turn: Turn, ticket: Ticket) -> None:
    await access.hold(turn, ticket)
    await own_ticket.show(turn, Reached(ticket, await is_theirs(turn, ticket), holds_code=True))
