"""A notice in the hands of its office: writing one, how many have read it by unit, reminding, withdrawing."""

from __future__ import annotations

from handlers.components import shelf
from handlers.components.audience import drafts, writing
from handlers.conversations.secretary.guards import at
from handlers.core.buttons import Press, button
from handlers.core.files import read_file
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Link, Rows, Style
from handlers.core.wording import day, shorten
from handlers.practices.notices import notice_sending, verbs
from handlers.practices.notices.notice_page import the_notice
from handlers.practices.notices.reading_rates import counted
from handlers.rules.rights import Right, Standing
from storage import notices, units
from storage.notices import Notice
from storage.tickets import Ticket

LISTED = 8
SHOWN_UNITS = 20


async def command(turn: Turn, press: Press | None = None) -> None:
    """``/notice``: those of one's units with how many have read them, and a new one."""
    allowed = [each.id for each in await drafts.within(turn)]
    number = shelf.page_of(press)
    many, found = await notices.sent_to(turn.tx, allowed, number * LISTED, LISTED)
    numbered = list(enumerate(found, number * LISTED + 1))
    lines = [turn.say("notice-kept", count=many), ""]
    for place, each in numbered:
        read, whole = (await counted(turn.tx, each)).sum
        date = day(turn.locale, turn.house.calendar, each.made_at)
        lines.append(turn.say("notice-kept-line", place=place, title=each.title, date=date, read=read, whole=whole))
    new = button(turn.say("notice-button-new"), verbs.NOTE_NEW, style=Style.PRIMARY)
    rows: Rows = tuple(
        (button(f"{place}. {shorten(each.title, 30)}", verbs.NOTE_RATES, each.id),) for place, each in numbered
    )
    pages = shelf.turns(turn, verbs.NOTE_KEPT, number, many, LISTED)
    shelf.show(turn, press, "\n".join(lines), (*rows, *pages, (new,)))


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """Write one."""
    turn.answer(turn.say("notice-see-below"))
    await writing.begin(turn, "notice")


async def _own(turn: Turn, press: Press) -> Notice:
    notice = await the_notice(turn, press.number(0))
    known = {each.id: each for each in await units.everyone(turn.tx, retired=True)}
    path = known[notice.unit_id].path
    if not Standing(turn.roles, path).may(Right.BROADCAST):
        raise Refused("broadcast-not-yours")
    return notice


async def rates(turn: Turn, press: Press) -> None:
    """How many have read it, by unit."""
    notice = await _own(turn, press)
    turn.answer(turn.say("notice-see-below"))
    text, rows = await _shown(turn, notice)
    turn.reply(text, buttons=rows)


async def _shown(turn: Turn, notice: Notice) -> tuple[str, Rows]:
    found = await counted(turn.tx, notice)
    read, whole = found.sum
    asked = await notices.questions(turn.tx, notice.id)
    lines = [turn.say("notice-rates", title=notice.title, read=read, whole=whole, asked=asked), ""]
    for each in [each for each in found.units if each.people][:SHOWN_UNITS]:
        percent = f"{each.read / each.people:.0%}"
        lines.append(
            turn.say("notice-rate-line", unit=each.unit.shown, read=each.read, whole=each.people, percent=percent)
        )
    read, whole = found.elsewhere
    if whole:
        label = turn.say("notice-column-elsewhere")
        lines.append(turn.say("notice-rate-line", unit=label, read=read, whole=whole, percent=f"{read / whole:.0%}"))
    return "\n".join(lines), (
        (
            button(turn.say("notice-button-book"), verbs.NOTE_BOOK, notice.id),
            button(turn.say("notice-button-remind"), verbs.NOTE_REMIND, notice.id),
        ),
        (button(turn.say("notice-button-retire"), verbs.NOTE_RETIRE, notice.id, style=Style.DANGER),),
    )


async def book(turn: Turn, press: Press) -> None:
    """阅读率 as a spreadsheet, a line for each unit."""
    notice = await _own(turn, press)
    turn.answer(turn.say("survey-coming"))
    facts = {"notice": notice.id, "now": turn.now, "locale": turn.locale}
    turn.reply(notice.title, attachments=(Attachment(FileKind.DOCUMENT, made="notice_book", facts=facts),))


@at(None)
async def of_ticket(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """看通知: what a question is about, for those who answer it; a withdrawn one is shown too."""
    notice = await notices.of_ticket(turn.tx, ticket.id)
    if notice is None:
        raise Refused("notice-gone")
    turn.answer(turn.say("notice-see-below"))
    turn.reply(
        say(DESK_LOCALE, "notice-whole", title=notice.title, body=notice.body),
        attachments=tuple(read_file(each) for each in notice.files),
        link=Link(ticket.id, "thread", "notice"),
        quote=True,
    )


async def remind(turn: Turn, press: Press) -> None:
    """Once more to those who have not read it; the message with the button shows the progress."""
    notice = await _own(turn, press)
    if not await notice_sending.remind(turn, notice):
        raise Refused("broadcast-nobody")
    turn.answer(turn.say("notice-reminded"))


async def retire(turn: Turn, press: Press) -> None:
    """It no longer counts: nobody can ask about it, and the list does not show it."""
    notice = await _own(turn, press)
    await notices.retire(turn.tx, notice.id, turn.now)
    turn.answer(turn.say("notice-retired"))
    turn.edit(turn.say("notice-retired-head", title=notice.title))
