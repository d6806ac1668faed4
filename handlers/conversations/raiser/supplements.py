"""More words and files for a ticket: by a reply to any message about it, by 补充, and by changing what was sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers.cases import forwarding, submission
from handlers.cases import verbs as case_verbs
from handlers.cases.entries import words_now
from handlers.cases.pieces import reworded
from handlers.cases.readers import readers
from handlers.cases.telling import neutral, tell_thread
from handlers.components import albums
from handlers.conversations.raiser import access, concerns, held_words, verbs
from handlers.conversations.raiser.access import Reached
from handlers.conversations.raiser.contents import not_kept, readable
from handlers.conversations.raiser.held_words import Words
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Rows
from handlers.rules.lifecycle import ENDED, Action, Naming, Role, State, actions_for
from storage import history, messages, tickets
from storage.messages import Linked, NewLink
from storage.tickets import Ticket

ADD, EDIT = "add", "edit"
"""What waiting words are for."""
OPEN_SECONDS = 10 * 60
"""After 补充, so long what is written goes to the ticket; each message keeps it open anew."""


async def ask(turn: Turn, press: Press) -> None:
    """补充: what is written next goes to the ticket."""
    ticket = (await access.reach(turn, press.number(0))).ticket
    await questions.ask(
        turn,
        "mine_supplement",
        {"ticket": ticket.id, "until": turn.now + OPEN_SECONDS},
        text=turn.say("mine-ask-supplement", number=ticket.number, readers=await readers(turn, ticket, turn.locale)),
        link=Link(ticket.id, "raiser", "question"),
    )


async def answered(turn: Turn, question: Question) -> None:
    """A message after 补充. Much later it may be about anything, so it is taken as such."""
    if turn.now > question.facts["until"]:
        await questions.drop(turn)
        await concerns.in_private(turn)
        return
    reached = await access.reach(turn, question.facts["ticket"])
    if await add(turn, reached):
        await _reopen(turn, [question.kind, dict(question.facts)])


async def _reopen(turn: Turn, question: Any) -> None:
    """The question that was open before words had to wait is open again."""
    if question is not None:
        kind, facts = question
        await questions.remember(turn, kind, {**facts, "until": turn.now + OPEN_SECONDS} if "until" in facts else facts)


async def replied(turn: Turn, linked: Linked) -> None:
    """A reply to any message about a ticket."""
    await add(turn, await access.reach(turn, linked.ticket_id))


async def add(turn: Turn, reached: Reached) -> bool:
    """Put the message of this turn on the ticket; False if it waits, or holds nothing that can be kept."""
    waiting = await held_words.waiting_for(turn, reached, ADD)
    question = await questions.pending(turn) if waiting is None else None
    open_now = None if question is None else [question.kind, dict(question.facts)]
    words = held_words.brought(turn, reached, ADD, open=open_now)
    if not words.text and not words.files:
        turn.reply(not_kept(turn), quote=True)
        return False
    if waiting is not None:
        words = held_words.joined(waiting, words)
    if await held_words.stops(turn, reached, words):
        return False
    await _added_now(turn, reached, words)
    return True


async def carry_out(turn: Turn, reached: Reached, words: Words) -> None:
    """Put words that waited on the ticket."""
    await _added_now(turn, reached, words)
    await _reopen(turn, words.more.get("open"))


async def _added_now(turn: Turn, reached: Reached, words: Words) -> None:
    ticket = reached.ticket
    await put(turn, reached, words)
    turn.reply(
        await _added(turn, ticket),
        buttons=_ways_back(turn, ticket),
        link=Link(ticket.id, "raiser", "entry"),
        quote=True,
        replace=f"added:{ticket.id}",
    )


async def add_files(turn: Turn, reached: Reached, ticket: Ticket, words: Words) -> None:
    """Put only the files of a message on the ticket: its words were an answer."""
    if words.files:
        await put(turn, replace(reached, ticket=ticket), replace(words, text=""))


async def put(turn: Turn, reached: Reached, words: Words) -> None:
    """Words and files become an entry of the ticket."""
    ticket = reached.ticket
    acted = await submission.supplement(
        turn,
        ticket,
        words.text,
        words.files,
        said=words.said,
        holds_code=reached.holds_code,
        **albums.waiting(turn),
    )
    nameless = ticket.naming != Naming.NAMED
    await albums.begin(turn, ticket.id, acted.entry, words.text, home="mine", nameless=nameless)


async def added_words(turn: Turn, ticket: Ticket) -> str:
    """“已补充到 SJ-2026-0042。信箱专员会看到，看不到您是谁。”"""
    return turn.say("mine-added", number=ticket.number, readers=await readers(turn, ticket, turn.locale))


async def _added(turn: Turn, ticket: Ticket) -> str:
    said = await added_words(turn, ticket)
    if ticket.state in ENDED:
        key = "mine-added-ended" if _ways_back(turn, ticket) else "mine-added-over"
        said += "\n" + turn.say(key, state=turn.say(f"state-raiser-{ticket.state}"))
    elif ticket.state == State.ANSWERED:
        # Many write 满意 where they are asked to tap it: words alone rate nothing.
        said += "\n" + turn.say("mine-added-rate", number=ticket.number)
    return said


def _ways_back(turn: Turn, ticket: Ticket) -> Rows:
    """Under words added to what is answered or has ended: how to rate it, or have it worked on again."""
    if ticket.state == State.ANSWERED:
        return ((button(turn.say("mine-button-rate"), verbs.MINE_RATING, ticket.id),),)
    possible = actions_for(State(ticket.state), Role.RAISER) if ticket.state in ENDED else ()
    if Action.REOPEN in possible:
        return ((button(turn.say("mine-button-reopen"), case_verbs.MINE_REOPEN, ticket.id),),)
    if Action.APPEAL in possible and not ticket.appeals:
        return ((button(turn.say("mine-button-appeal"), case_verbs.MINE_APPEAL, ticket.id),),)
    return ()


async def album_part(turn: Turn) -> None:
    """A further picture of an album whose first one went to a ticket."""
    if await _waits(turn):
        return
    album = await albums.begun(turn, readable(turn), to="thread", role=Role.RAISER)
    ticket = None if album is None else await tickets.find(turn.tx, album.ticket)
    if album is None or ticket is None:
        await concerns.in_private(turn)
        return
    event = turn.event
    if event.message:
        link = NewLink(event.channel, event.chat, event.message, ticket.id, "raiser", "said", album.entry)
        await messages.link(turn.tx, [link], turn.now)
    said, files = album.words, album.files
    body = say(DESK_LOCALE, "case-thread-supplement", text=said) if said else say(DESK_LOCALE, "case-thread-files")
    waits = albums.waiting(turn, album)
    await tell_thread(turn, ticket, body, files=neutral(files, ticket.naming), entry=album.entry, **waits)
    key = "case-thread-follower-supplement"
    await forwarding.tell_main(turn, ticket, key, said, files=files, entry=album.entry, **waits)


async def _waits(turn: Turn) -> bool:
    """Whether this picture's own words hold something that its writer has to see first: it then waits by itself."""
    found = await albums.ticket_of(turn) if readable(turn) else None
    if found is None:
        return False
    reached = await access.reach(turn, found)
    words = held_words.brought(turn, reached, ADD)
    return await held_words.stops(turn, reached, words)


async def edited(turn: Turn, linked: Linked) -> None:
    """The raiser changed a message that is on a ticket: its thread hears the new words, the old ones are kept."""
    text = readable(turn)
    if linked.history_id is None or linked.role != "said" or not text:
        return
    reached = await access.reach(turn, linked.ticket_id)
    entry = await history.get(turn.tx, linked.history_id)
    if entry is None:
        return
    question = await questions.pending(turn)
    open_now = None if question is None or question.kind == held_words.HELD else [question.kind, dict(question.facts)]
    message = turn.event.message or ""
    words = Words(EDIT, text, said=(message,), more={"entry": entry.id, "message": message, "open": open_now})
    if not await held_words.stops(turn, reached, words, before=await words_now(turn, entry)):
        await change(turn, reached, words)


async def change(turn: Turn, reached: Reached, words: Words) -> None:
    """Let the new words of a message take the place of the old ones."""
    entry = words.more["entry"]
    whole = await reworded(turn, entry, words.more["message"], words.text)
    await submission.revise(turn, reached.ticket, entry, whole, role=Role.RAISER, holds_code=reached.holds_code)
    await _reopen(turn, words.more.get("open"))
