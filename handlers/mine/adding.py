"""More words and files for a ticket: by a reply to any message about it, by 补充, and by changing what was sent."""

from __future__ import annotations

from handlers import albums, asking
from handlers.asking import Question
from handlers.buttons import Press, button
from handlers.case import following, intake
from handlers.case.parts import reworded
from handlers.case.telling import DESK_LOCALE, neutral, tell_thread
from handlers.mine import access
from handlers.mine.access import Reached
from handlers.raising import gathering
from handlers.raising.reading import kept, not_kept, readable
from handlers.rules.lifecycle import ENDED, Action, Naming, Role, State, actions_for
from handlers.texts import say
from handlers.turn import Turn
from handlers.vocabulary import Attachment, Link, Rows
from storage import messages, tickets
from storage.messages import Linked, NewLink
from storage.tickets import Ticket

OPEN_SECONDS = 10 * 60
"""After 补充, so long what is written goes to the ticket; each message keeps it open anew."""


async def ask(turn: Turn, press: Press) -> None:
    """补充: what is written next goes to the ticket."""
    ticket = (await access.reach(turn, press.number(0))).ticket
    await asking.ask(
        turn,
        "mine_supplement",
        {"ticket": ticket.id, "until": turn.now + OPEN_SECONDS},
        text=turn.say("mine-ask-supplement", number=ticket.number),
        link=Link(ticket.id, "raiser", "question"),
    )


async def answered(turn: Turn, question: Question) -> None:
    """A message after 补充. Much later it may be about anything, so it is taken as such."""
    if turn.now > question.facts["until"]:
        await asking.drop(turn)
        await gathering.in_private(turn)
        return
    reached = await access.reach(turn, question.facts["ticket"])
    if await add(turn, reached):
        await asking.remember(turn, question.kind, {**question.facts, "until": turn.now + OPEN_SECONDS})


async def replied(turn: Turn, linked: Linked) -> None:
    """A reply to any message about a ticket."""
    await add(turn, await access.reach(turn, linked.ticket_id))


async def add(turn: Turn, reached: Reached) -> bool:
    """Put the message of this turn on the ticket; False if it holds nothing that can be kept."""
    ticket = reached.ticket
    text, files = readable(turn), kept(turn)
    if not text and not files:
        turn.reply(not_kept(turn), quote=True)
        return False
    await _put(turn, ticket, text, files, holds_code=reached.holds_code)
    turn.reply(
        _added(turn, ticket),
        buttons=_ways_back(turn, ticket),
        link=Link(ticket.id, "raiser", "entry"),
        quote=True,
        replace=f"added:{ticket.id}",
    )
    return True


async def add_files(turn: Turn, ticket: Ticket, *, holds_code: bool) -> None:
    """Put only the files of this turn's message on the ticket: its words were an answer."""
    await _put(turn, ticket, "", kept(turn), holds_code=holds_code)


async def _put(turn: Turn, ticket: Ticket, text: str, files: tuple[Attachment, ...], *, holds_code: bool) -> None:
    acted = await intake.supplement(
        turn,
        ticket,
        text,
        neutral(files, ticket.naming),
        said=(turn.event.message,) if turn.event.message else (),
        holds_code=holds_code,
        **albums.waiting(turn),
    )
    await albums.begin(turn, ticket.id, acted.entry, text, home="mine", nameless=ticket.naming != Naming.NAMED)


def _added(turn: Turn, ticket: Ticket) -> str:
    said = turn.say("mine-added", number=ticket.number)
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
        return ((button(turn.say("mine-button-rate"), "mine_rating", ticket.id),),)
    possible = actions_for(State(ticket.state), Role.RAISER) if ticket.state in ENDED else ()
    if Action.REOPEN in possible:
        return ((button(turn.say("mine-button-reopen"), "mine_reopen", ticket.id),),)
    if Action.APPEAL in possible and not ticket.appeals:
        return ((button(turn.say("mine-button-appeal"), "mine_appeal", ticket.id),),)
    return ()


async def album_part(turn: Turn) -> None:
    """A further picture of an album whose first one went to a ticket."""
    album = await albums.begun(turn, readable(turn), to="thread", role=Role.RAISER)
    ticket = None if album is None else await tickets.find(turn.tx, album.ticket)
    if album is None or ticket is None:
        await gathering.in_private(turn)
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
    await following.tell_main(turn, ticket, key, said, files=files, entry=album.entry, **waits)


async def edited(turn: Turn, linked: Linked) -> None:
    """The raiser changed a message that is on a ticket: its thread hears the new words, the old ones are kept."""
    text = readable(turn)
    if linked.history_id is None or linked.role != "said" or not text:
        return
    reached = await access.reach(turn, linked.ticket_id)
    whole = await reworded(turn, linked.history_id, turn.event.message or "", text)
    await intake.revise(turn, reached.ticket, linked.history_id, whole, role=Role.RAISER, holds_code=reached.holds_code)
