"""The office writes it, the raiser is asked once in one tap, and only then it is told; an accusation never is."""

from __future__ import annotations

from handlers.cases.telling import tell_thread
from handlers.conversations.raiser import access
from handlers.conversations.secretary.finding import question_link, words_only
from handlers.conversations.secretary.guards import at
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.previews import show_newest, stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Button, Outgoing, OutKind, Priority, Rows, Style
from handlers.core.wording import shorten, traces_in_words
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.practices.board import verbs
from handlers.rules.lifecycle import State
from handlers.rules.traces import traces
from storage import board, tickets, units
from storage.board import Publication
from storage.tickets import Ticket

WRITE = "board_write"
MOST_QUESTION, MOST_ANSWER = 500, 2500
_DONE = (State.ANSWERED, State.CLOSED)


def publishable(ticket: Ticket) -> bool:
    """Whether there is a result, and it is no accusation."""
    return not ticket.restricted and bool(ticket.answer) and ticket.state in _DONE


@at(None)
async def ask(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """公开: the words that everyone will read are asked for."""
    if not publishable(ticket):
        raise Refused("board-not-this")
    if ticket.raiser is None:
        # By phone, box or visit: nobody can be asked in one tap, and without leave nothing is told.
        raise Refused("board-nobody-to-ask")
    known = await board.of_ticket(turn.tx, ticket.id)
    if known is not None and known.state in ("asked", "refused", "published"):
        raise Refused(f"board-already-{known.state}")
    text = say(DESK_LOCALE, "board-ask", question=ticket.title, answer=shorten(ticket.answer or "", 1000))
    await questions.ask(turn, WRITE, {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


async def written(turn: Turn, question: Question) -> None:
    """First paragraph the question, the rest what became of it; then the raiser is asked."""
    ticket = await tickets.get(turn.tx, question.facts["ticket"])
    if not publishable(ticket):
        raise Refused("board-not-this", after=questions.drop)
    first, _, rest = words_only(turn).partition("\n")
    if not first.strip() or not rest.strip():
        raise Refused("board-two-parts")
    if len(first) > MOST_QUESTION or len(rest) > MOST_ANSWER:
        raise Refused("faq-too-long", question=MOST_QUESTION, answer=MOST_ANSWER)
    # Never held against the raiser's own name: what is refused would tell the desk whether it guessed right.
    if found := traces(f"{first}\n{rest}"):
        raise Refused("board-traces", traces=traces_in_words(DESK_LOCALE, found))
    made = await board.put(
        turn.tx,
        ticket.id,
        ticket.unit_id,
        ticket.category_id,
        question=first.strip(),
        answer=rest.strip(),
        by=turn.who.id,
        now=turn.now,
    )
    await questions.drop(turn)
    text, rows = _leave(await raiser_locale(turn, ticket), ticket, made)
    if not await tell_raiser(turn, ticket, text, buttons=rows):
        raise Refused("board-nobody-to-ask", after=questions.drop)
    turn.reply(say(DESK_LOCALE, "board-asked", number=ticket.number), link=question_link(ticket), quote=True)


def _leave(locale: str, ticket: Ticket, made: Publication) -> tuple[str, Rows]:
    shown = stamp(made.question, made.answer)
    yes = button(say(locale, "board-button-agree"), verbs.BOARD_AGREE, made.id, shown, style=Style.PRIMARY)
    no = button(say(locale, "board-button-refuse"), verbs.BOARD_REFUSE, made.id, shown)
    return say(locale, "board-leave", number=ticket.number, question=made.question, answer=made.answer), ((yes, no),)


async def _asked(turn: Turn, press: Press) -> tuple[Publication, Ticket]:
    """The question that was put to this raiser.

    Raises:
        Refused: it is not theirs, or they have answered it.
    """
    found = await board.get(turn.tx, press.number(0))
    if found is None or found.state != "asked":
        raise Refused("press-outdated")
    reached = await access.reach(turn, found.ticket_id)
    return found, reached.ticket


async def agree(turn: Turn, press: Press) -> None:
    """同意公开; not while the matter is dealt with again, for then there is no result to tell."""
    found, ticket = await _asked(turn, press)
    if not publishable(ticket):
        raise Refused("board-not-done", number=ticket.number)
    if press.number(1) != stamp(found.question, found.answer):
        show_newest(turn, *_leave(turn.locale, ticket, found))
        return
    await board.move(turn.tx, found.id, "published", turn.now)
    turn.answer(turn.say("board-agreed"))
    turn.edit(turn.say("board-agreed-head", number=ticket.number))
    await tell_thread(turn, ticket, say(DESK_LOCALE, "board-thread-published"))
    await _post(turn, found)


async def refuse(turn: Turn, press: Press) -> None:
    """不公开: it changes nothing else, and is not asked again."""
    found, ticket = await _asked(turn, press)
    await board.move(turn.tx, found.id, "refused")
    turn.answer(turn.say("board-refused"))
    turn.edit(turn.say("board-refused-head", number=ticket.number))
    await tell_thread(turn, ticket, say(DESK_LOCALE, "board-thread-refused"))


async def _post(turn: Turn, found: Publication) -> None:
    """Tell it in the channel or group that the settings name for the unit, if they name one."""
    unit = await units.get(turn.tx, found.unit_id)
    place = turn.house.boards.get(unit.code)
    if place is None:
        return
    channel, chat = place
    too = Button(say(DESK_LOCALE, "board-button-too"), url=turn.house.link(channel, f"b-{found.id}"))
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(channel, chat),
            text=say(
                DESK_LOCALE,
                "board-post",
                unit=unit.shown,
                house=turn.house.name,
                question=found.question,
                answer=found.answer,
            ),
            buttons=((too,),),
            priority=Priority.BULK,
        )
    )
