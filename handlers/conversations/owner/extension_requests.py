"""申请延期: a reason and a date, in one message or in two, in either order."""

from __future__ import annotations

from handlers.cases import extensions
from handlers.cases.promises import due_in
from handlers.cases.steps import calendar_of, check
from handlers.conversations.owner.checks import Brought, brought, own, remember_said, still
from handlers.core import questions
from handlers.core.asked_dates import past, unread
from handlers.core.buttons import Press
from handlers.core.files import read_file, write_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link
from handlers.core.wording import day, in_full, moment
from handlers.rules.calendar import WorkCalendar
from handlers.rules.dates import ReadDate, read_date, read_due
from handlers.rules.lifecycle import Action, Role
from storage import history
from storage.tickets import Ticket


async def pressed(turn: Turn, press: Press) -> None:
    """申请延期 was pressed.

    Raises:
        Refused: it was extended before, or an earlier request still waits for its answer.
    """
    ticket = await own(turn, press.number(0))
    await check(turn, ticket, Action.REQUEST_EXTENSION, Role.OWNER)
    if ticket.extensions:
        raise Refused("case-refused-extended", number=ticket.number)
    if await _waiting(turn, ticket):
        raise Refused("own-extension-waiting", number=ticket.number)
    turn.answer(turn.say("own-button-request_extension"))
    limit = await extensions.extension_limit(turn, ticket)
    await questions.ask(
        turn,
        "own_extend",
        {"ticket": ticket.id, "why": "", "until": None, "files": [], "said": []},
        text=turn.say(
            "own-ask-extension",
            number=ticket.number,
            due=due_in(turn, ticket)(turn.locale),
            limit=moment(turn.locale, await calendar_of(turn, ticket), limit),
            last=day(turn.locale, await calendar_of(turn, ticket), limit),
        ),
        link=Link(ticket.id, "owner", "question"),
    )


async def _waiting(turn: Turn, ticket: Ticket) -> bool:
    """Whether a request was made that nobody has answered."""
    answers = (Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION, Action.ASSIGN, Action.REOPEN, Action.SEND_BACK)
    steps = [
        each.action
        for each in await history.of_ticket(turn.tx, ticket.id)
        if each.action == Action.REQUEST_EXTENSION or each.action in answers
    ]
    return bool(steps) and steps[-1] == Action.REQUEST_EXTENSION


async def answered(turn: Turn, question: Question) -> None:
    """Reason, date or both came; what is still missing is asked for."""
    ticket = await still(turn, question, Action.REQUEST_EXTENSION)
    if ticket is None:
        return
    await given(turn, ticket, question, brought(turn))


async def given(turn: Turn, ticket: Ticket, question: Question, words: Brought) -> None:
    """Put these words to what is known of the request, and hand it in once it is whole."""
    facts = dict(question.facts)
    calendar = await calendar_of(turn, ticket)
    read = read_due(words.text, turn.now, calendar, since=ticket.due_at)
    if read.at is None and facts["until"] is not None and not facts["why"]:
        # Only the reason was asked for: "the part comes the day after tomorrow" is no other date; a bare one is.
        read = ReadDate(None, words.text.strip())
    elif read.at is None:
        read = read_date(words.text, turn.now, calendar, since=ticket.due_at)
    # Words with two dates in them are written anew, reason and all.
    facts["why"] = "\n".join(part for part in (facts["why"], "" if read.unread else read.rest) if part)
    facts["files"] = [*facts["files"], *(write_file(each) for each in words.files)]
    facts["said"] = [*facts["said"], *words.said]
    facts["until"] = read.at or facts["until"]
    if facts["until"] is None:
        await _ask_again(turn, ticket, facts, _which_date(turn, read))
        return
    not_this = await _refused(turn, ticket, calendar, facts["until"])
    if not_this:
        # The reason is good all the same: only another date is asked for.
        await _ask_again(turn, ticket, {**facts, "until": None}, not_this)
    elif not facts["why"]:
        date = in_full(turn.locale, calendar, turn.now, facts["until"])
        await _ask_again(turn, ticket, facts, turn.say("own-ask-extension-why", date=date))
    else:
        await _request(turn, ticket, facts)


async def _refused(turn: Turn, ticket: Ticket, calendar: WorkCalendar, until: int) -> str:
    """Why it can't be this date; empty if it can."""
    if until <= turn.now:
        return past(turn, calendar, until).said(turn.locale)
    try:
        await extensions.check_extension(turn, ticket, until)
    except Refused as refused:
        return refused.said(turn.locale)
    return ""


def _which_date(turn: Turn, read: ReadDate) -> str:
    """The question for the date, after what could not be taken for one."""
    return unread(read).said(turn.locale) if read.unread else turn.say("own-ask-extension-date")


async def _ask_again(turn: Turn, ticket: Ticket, facts: dict[str, object], text: str) -> None:
    await questions.ask(turn, "own_extend", facts, text=text, link=Link(ticket.id, "owner", "question"))


async def _request(turn: Turn, ticket: Ticket, facts: dict[str, object]) -> None:
    until, why = facts["until"], facts["why"]
    said, kept = facts["said"], facts["files"]
    assert isinstance(until, int)
    assert isinstance(why, str)
    assert isinstance(said, list)
    assert isinstance(kept, list)
    await questions.drop(turn)
    files = tuple(read_file(each) for each in kept)
    acted = await extensions.request_extension(turn, ticket, why, until, files)
    await remember_said(turn, ticket, acted.entry, tuple(said))
    date = in_full(turn.locale, await calendar_of(turn, ticket), turn.now, until)
    turn.reply(
        turn.say("own-extension-done", number=ticket.number, date=date),
        quote=True,
        link=Link(ticket.id, "owner", "entry", acted.entry),
    )
