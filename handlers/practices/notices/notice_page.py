"""A notice in the hands of an employee: 已读, 提问, and the list of what was sent to their units."""

from __future__ import annotations

from dataclasses import replace

from handlers.components import shelf
from handlers.conversations.raiser import concern_drafts
from handlers.conversations.raiser import concerns as gathering
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.files import read_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import FileKind, Rows
from handlers.core.wording import day, shorten
from handlers.people.belonging import own_units
from handlers.practices.notices import verbs
from handlers.practices.notices.notice_reach import concerns
from handlers.rules.lifecycle import Kind
from handlers.rules.terms import title_of
from storage import notices
from storage.notices import Notice

ASK = "note_ask"
LISTED = 10


async def the_notice(turn: Turn, notice_id: int | None) -> Notice:
    """The notice of a press.

    Raises:
        Refused: there is none, or it was withdrawn.
    """
    notice = await notices.get(turn.tx, notice_id)
    if notice is None or notice.retired_at is not None:
        raise Refused("notice-gone")
    return notice


async def read(turn: Turn, press: Press) -> None:
    """已读: counted once."""
    notice = await the_notice(turn, press.number(0))
    first = await notices.read(turn.tx, notice.id, turn.who.id, turn.now)
    turn.answer(turn.say("notice-read" if first else "notice-read-before"))


async def ask(turn: Turn, press: Press) -> None:
    """提问: what they write next is a question about it."""
    notice = await the_notice(turn, press.number(0))
    await notices.read(turn.tx, notice.id, turn.who.id, turn.now)
    await questions.ask(turn, ASK, {"notice": notice.id}, text=turn.say("notice-ask", title=notice.title))
    turn.answer(turn.say("notice-see-below"))


async def asked(turn: Turn, question: Question) -> None:
    """The question: a concern of kind 咨询, looked at and submitted like any other."""
    files = tuple(each for each in turn.event.attachments if each.kind is not FileKind.UNSUPPORTED)
    text = turn.event.text.strip()
    if not text and not files:
        raise Refused("notice-ask-empty")
    notice = await notices.get(turn.tx, question.facts["notice"])
    await questions.drop(turn)
    if notice is None or await concern_drafts.load(turn) is not None:
        # Something else is being written already: these words join it, and nothing is lost.
        await gathering.take(turn, await concern_drafts.load(turn), text, files)
        return
    draft = replace(
        concern_drafts.begin(turn),
        chosen_kind=Kind.INQUIRY,
        # Lists show what is asked; which notice it is about stands above the words.
        own_title=title_of(text) or None,
        unit=notice.unit_id,
        chosen_unit=False,
        fresh=True,
        notice=notice.id,
    )
    await gathering.take(turn, draft, turn.say("notice-about", title=notice.title) + "\n" + text, files)


async def command(turn: Turn, press: Press | None = None) -> None:
    """What was sent to one's own units, the newest first."""
    number = shelf.page_of(press)
    sent = shelf.sent_to(await own_units(turn))
    whole, found = await notices.sent_to(turn.tx, sent, number * LISTED, LISTED)
    numbered = list(enumerate(found, number * LISTED + 1))
    if not whole:
        turn.reply(turn.say("notice-none"))
        return
    lines = [turn.say("notice-list"), ""]
    lines += [
        f"{place}. {each.title}（{day(turn.locale, turn.house.calendar, each.made_at)}）" for place, each in numbered
    ]
    rows: Rows = tuple(
        (button(f"{place}. {shorten(each.title, 30)}", verbs.NOTE_OPEN, each.id),) for place, each in numbered
    )
    shelf.show(turn, press, "\n".join(lines), (*rows, *shelf.turns(turn, verbs.NOTE_LIST, number, whole, LISTED)))


async def opened(turn: Turn, press: Press) -> None:
    """One notice, whole."""
    notice = await the_notice(turn, press.number(0))
    if not await concerns(turn, notice, await own_units(turn)):
        raise Refused("notice-gone")
    turn.answer(turn.say("notice-see-below"))
    turn.reply(
        turn.say("notice-whole", title=notice.title, body=notice.body),
        attachments=tuple(read_file(each) for each in notice.files),
        buttons=(
            (
                button(turn.say("notice-button-read"), verbs.NOTE_READ, notice.id),
                button(turn.say("notice-button-ask"), verbs.NOTE_ASK, notice.id),
            ),
        ),
    )
