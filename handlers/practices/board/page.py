"""``/board``: what was raised and what became of it, for everyone; “我也遇到”; withdrawing; the monthly bulletin."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from handlers.components import shelf
from handlers.components.audience import sending
from handlers.components.audience.sending import Wrapping
from handlers.conversations.raiser import concern_drafts, concerns
from handlers.conversations.raiser import verbs as raiser_verbs
from handlers.core.buttons import Press, button
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind, Rows, Style
from handlers.core.wording import day, shorten
from handlers.practices.board import verbs
from handlers.practices.board.publication import publishable
from handlers.rules.rights import Right, Standing
from storage import board, history, tickets, units
from storage.board import Publication

PAGE = 6
BULLETIN = 20


async def command(turn: Turn, press: Press | None = None) -> None:
    """The newest first, a page at a time."""
    number = shelf.page_of(press)
    count = await board.count_shown(turn.tx)
    if not count:
        turn.reply(turn.say("board-none"))
        return
    names = {each.id: each.shown for each in await units.everyone(turn.tx, retired=True)}
    shown = await board.shown(turn.tx, PAGE, number * PAGE)
    lines = [turn.say("board-list", count=count), ""]
    for place, each in enumerate(shown, number * PAGE + 1):
        date = day(turn.locale, turn.house.calendar, each.published_at or 0)
        echoes = await board.echoes(turn.tx, each.id)
        lines.append(
            turn.say(
                "board-line",
                place=place,
                question=shorten(each.question, 50),
                unit=names[each.unit_id],
                date=date,
                echoes=echoes,
            )
        )
    rows: Rows = tuple(
        (button(f"{place}. {shorten(each.question, 30)}", verbs.BOARD_OPEN, each.id),)
        for place, each in enumerate(shown, number * PAGE + 1)
    )
    turn.reply("\n".join(lines), buttons=(*rows, *shelf.turns(turn, verbs.BOARD_LIST, number, count, PAGE)))


async def _published(turn: Turn, publication_id: int | None) -> Publication:
    """What everyone can read now.

    Raises:
        Refused: it was withdrawn, or its matter is dealt with again and has no result to show.
    """
    found = await board.get(turn.tx, publication_id)
    if found is None or found.state != "published":
        raise Refused("board-gone")
    if not publishable(await tickets.get(turn.tx, found.ticket_id)):
        raise Refused("board-again")
    return found


async def opened(turn: Turn, press: Press) -> None:
    """One of them, whole."""
    found = await _published(turn, press.number(0))
    turn.answer(turn.say("notice-see-below"))
    await show(turn, found)


async def show(turn: Turn, found: Publication) -> None:
    """Its words, with what can be done."""
    unit = await units.get(turn.tx, found.unit_id)
    echoes = await board.echoes(turn.tx, found.id)
    text = turn.say("board-whole", unit=unit.shown, question=found.question, answer=found.answer, echoes=echoes)
    rows: Rows = ()
    if turn.event.chat_kind is ChatKind.PRIVATE:
        rows = ((button(turn.say("board-button-too"), raiser_verbs.BOARD_TOO, found.id, style=Style.PRIMARY),),)
    if Standing(turn.roles, unit.path).may(Right.CANNED):
        rows = (*rows, (button(turn.say("board-button-withdraw"), verbs.BOARD_WITHDRAW, found.id, style=Style.DANGER),))
    turn.reply(text, buttons=rows)


async def too(turn: Turn, press: Press) -> None:
    """我也遇到: counted once a person; a matter of their own can follow."""
    found = await _published(turn, press.number(0))
    first = await board.echo(turn.tx, found.id, turn.who.id)
    turn.answer(turn.say("board-echoed" if first else "board-echoed-before"))
    if first:
        raise_it = button(turn.say("board-button-raise"), verbs.BOARD_RAISE, found.id)
        turn.reply(turn.say("board-raise", question=shorten(found.question, 80)), buttons=((raise_it,),))


async def raise_too(turn: Turn, press: Press) -> None:
    """也要反映: a draft of their own with the question in it, to go on with."""
    found = await _published(turn, press.number(0))
    draft = await concern_drafts.load(turn)
    if draft is None or draft.empty:
        draft = replace(concern_drafts.begin(turn), fresh=True)
    turn.answer(turn.say("notice-see-below"))
    turn.event = replace(turn.event, message=None)
    await concerns.take(turn, draft, turn.say("board-same", question=found.question), ())


async def withdraw(turn: Turn, press: Press) -> None:
    """It is no longer shown."""
    found = await _published(turn, press.number(0))
    if not Standing(turn.roles, (await units.get(turn.tx, found.unit_id)).path).may(Right.CANNED):
        raise Refused("not-your-role", role=Words("role-secretary"))
    await board.move(turn.tx, found.id, "withdrawn")
    turn.answer(turn.say("board-withdrawn"))
    unit = await units.get(turn.tx, found.unit_id)
    head = turn.say("board-withdrawn-head", question=found.question)
    if unit.code in turn.house.boards:
        # What stands in a channel is not ours to find again: only a person can take it away.
        head += "\n" + turn.say("board-withdrawn-channel")
    turn.edit(head)


async def tick(turn: Turn) -> None:
    """On the first working day of a month: what was published in the month before, to everyone."""
    calendar = turn.house.calendar
    now = calendar.local(turn.now)
    if not calendar.is_working(turn.now):
        return
    first = datetime.combine(now.date().replace(day=1), time(), calendar.tz)
    last_month = (first.date() - timedelta(days=1)).replace(day=1)
    start = datetime.combine(last_month, time(), calendar.tz)
    if not await history.claim_reminder(turn.tx, "board", "bulletin", f"{start:%Y-%m}", person_id=0, now=turn.now):
        return
    found = await board.between(turn.tx, int(start.timestamp()), int(first.timestamp()))
    tops = tuple(each for each in await units.everyone(turn.tx) if each.parent_id is None)
    if not found or not tops:
        return
    lines = [
        f"{place}. {each.question}\n    {shorten(each.answer, 120)}" for place, each in enumerate(found[:BULLETIN], 1)
    ]
    wrapping = Wrapping(
        "board-bulletin",
        {"month": f"{start:%Y-%m}", "count": len(found)},
        ((("board-button-list", verbs.BOARD_LIST, 0),),),
    )
    await sending.announce(turn, "\n".join(lines), (), tops, wrapping, author=found[-1].made_by)
