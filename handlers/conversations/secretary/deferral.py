"""More time: an extension, the owner's request for one, the long list with its plan, milestones and reviews."""

from __future__ import annotations

from functools import partial
from typing import Any

from handlers.cases import decisions, extensions, milestones
from handlers.cases.promises import due_in
from handlers.cases.steps import calendar_of
from handlers.cases.telling import told_words
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import done, menu_again, question_link, sendable, shut_button, words_only
from handlers.conversations.secretary.guards import at, kept, open_question, told
from handlers.core import questions
from handlers.core.asked_dates import due_at, past, unread
from handlers.core.buttons import Press, button, in_rows
from handlers.core.previews import stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, Words, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Style
from handlers.core.wording import day, in_full, moment, shorten
from handlers.rules.dates import read_date, read_reasoned
from handlers.rules.lifecycle import Action
from storage import history
from storage.history import Entry
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
EXTEND, SUSPEND, REVIEW, STONE = "desk_extend", "desk_suspend", "desk_review", "desk_stone"
MOST_STEPS = 12


async def _full(turn: Turn, ticket: Ticket, at: int) -> str:
    """A date as it is said back."""
    return in_full(DESK_LOCALE, await calendar_of(turn, ticket), turn.now, at)


# Extension.


@at(Action.GRANT_EXTENSION)
async def extend(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """延期: asks until when and why, unless it was extended before."""
    if ticket.extensions:
        raise Refused("case-refused-extended", number=ticket.number)
    limit = moment(DESK_LOCALE, await calendar_of(turn, ticket), await extensions.extension_limit(turn, ticket))
    due = due_in(turn, ticket)(DESK_LOCALE)
    text = _say("desk-extend-ask", number=ticket.number, due=due, limit=limit)
    await questions.ask(turn, EXTEND, {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@told(Action.GRANT_EXTENSION)
async def extend_words(turn: Turn, question: Question, ticket: Ticket) -> None:
    """Date and reason, in one message or two; then both are shown before the raiser hears of them."""
    text = words_only(turn)
    read = read_reasoned(text, turn.now, await calendar_of(turn, ticket), since=ticket.due_at)
    facts: dict[str, Any] = dict(question.facts)
    if read.at is not None:
        await extensions.check_extension(turn, ticket, read.at)
        facts["until"] = read.at
        if read.rest:
            facts["why"] = read.rest
    elif "until" in facts:
        facts["why"] = text
    else:
        raise Refused(unread(read))
    facts["version"] = stamp(facts["until"], facts.get("why", ""))
    await questions.remember(turn, EXTEND, facts)
    await _show_extension(turn, Question(EXTEND, facts), ticket)


async def _show_extension(turn: Turn, question: Question, ticket: Ticket) -> None:
    facts = question.facts
    date = moment(DESK_LOCALE, await calendar_of(turn, ticket), facts["until"])
    if "why" not in facts:
        turn.reply(_say("desk-extend-why", date=date), link=question_link(ticket), quote=True)
        return
    yes = button(_say("desk-button-extend-now"), verbs.DESK_EXTENDED, ticket.id, facts["version"], style=Style.PRIMARY)
    turn.reply(
        _say("desk-extend-preview", number=ticket.number, date=date, why=facts["why"]),
        buttons=((yes, shut_button(turn, ticket)),),
        link=question_link(ticket),
        quote=True,
    )


KEPT_EXTENSION = kept(Action.GRANT_EXTENSION, _show_extension)


@at(Action.GRANT_EXTENSION)
async def extended(turn: Turn, press: Press, ticket: Ticket) -> None:
    """What was shown counts from now on."""
    facts = (await open_question(turn, EXTEND, ticket.id)).facts
    if facts.get("version") != press.number(1):
        raise Refused("desk-draft-gone")
    await extensions.grant_extension(turn, ticket, facts["why"], facts["until"])
    await questions.drop(turn)
    done(turn, _say("desk-extended", number=ticket.number))


async def _request(turn: Turn, press: Press, ticket: Ticket) -> Entry:
    """The owner's request behind a button, if nobody has decided on it yet."""
    story = await history.of_ticket(turn.tx, ticket.id)
    asked = next((each for each in story if each.id == press.number(1)), None)
    if asked is None or asked.action != Action.REQUEST_EXTENSION:
        raise Refused("press-outdated")
    later = {each.action for each in story if each.id > asked.id}
    if later & {Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION, Action.REQUEST_EXTENSION}:
        raise Refused("desk-request-decided")
    return asked


@at(Action.GRANT_EXTENSION)
async def grant(turn: Turn, press: Press, ticket: Ticket) -> None:
    """同意延期."""
    asked = await _request(turn, press, ticket)
    await extensions.grant_extension(turn, ticket, asked.text, asked.detail["until"])
    date = day(DESK_LOCALE, turn.house.calendar, asked.detail["until"])
    why, words = shorten(asked.text, 300), told_words(ticket)
    done(turn, _say("desk-granted", number=ticket.number, date=date, why=why, told=words))


@at(Action.REFUSE_EXTENSION)
async def refuse(turn: Turn, press: Press, ticket: Ticket) -> None:
    """不同意延期."""
    asked = await _request(turn, press, ticket)
    await extensions.refuse_extension(turn, ticket)
    done(turn, _say("desk-refused", number=ticket.number, why=shorten(asked.text, 300)))


# The long list.


@at(Action.SUSPEND)
async def suspend(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """挂账: asks for the plan, the date of review and the milestones, one after the other."""
    text = _say("desk-suspend-ask", number=ticket.number)
    await questions.ask(turn, SUSPEND, {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@told(Action.SUSPEND)
async def suspend_words(turn: Turn, question: Question, ticket: Ticket) -> None:
    """The plan, then the date, then the milestones; each is asked for when the one before is there."""
    text = words_only(turn)
    facts: dict[str, Any] = dict(question.facts)
    if "plan" not in facts:
        facts["plan"] = text
    elif "review_at" not in facts:
        facts["review_at"] = due_at(turn, text, await calendar_of(turn, ticket))
    else:
        facts["steps"] = await _steps(turn, ticket, text)
    facts["version"] = stamp(facts["plan"], facts.get("review_at"), facts.get("steps"))
    await questions.remember(turn, SUSPEND, facts)
    await _show_plan(turn, Question(SUSPEND, facts), ticket)


async def _show_plan(turn: Turn, question: Question, ticket: Ticket) -> None:
    """As far as it is written, with the question for what comes next."""
    facts = question.facts
    if "review_at" not in facts:
        turn.reply(
            _say("desk-suspend-date"), buttons=((shut_button(turn, ticket),),), link=question_link(ticket), quote=True
        )
        return
    if "steps" not in facts:
        bare = button(_say("desk-button-suspend-now"), verbs.DESK_SUSPENDED, ticket.id, facts["version"])
        turn.reply(
            _say("desk-suspend-steps", date=await _full(turn, ticket, facts["review_at"])),
            buttons=((bare, shut_button(turn, ticket)),),
            link=question_link(ticket),
            quote=True,
        )
        return
    yes = button(
        _say("desk-button-suspend-now"), verbs.DESK_SUSPENDED, ticket.id, facts["version"], style=Style.PRIMARY
    )
    steps = "\n".join([f"· {title} {await _full(turn, ticket, met_by)}" for title, met_by in facts["steps"]])
    date = await _full(turn, ticket, facts["review_at"])
    turn.reply(
        _say("desk-suspend-preview", number=ticket.number, plan=facts["plan"], date=date, steps=steps),
        buttons=((yes, shut_button(turn, ticket)),),
        link=question_link(ticket),
        quote=True,
    )


KEPT_PLAN = kept(Action.SUSPEND, _show_plan)


async def _steps(turn: Turn, ticket: Ticket, text: str) -> list[tuple[str, int]]:
    """A milestone a line: its title and its date."""
    steps: list[tuple[str, int]] = []
    calendar = await calendar_of(turn, ticket)
    for line in filter(None, (each.strip() for each in text.splitlines())):
        read = read_date(line, turn.now, calendar)
        if read.at is None or not read.rest:
            raise Refused("desk-step-unread", line=shorten(line, 40))
        if read.at <= turn.now:
            raise Refused(Words("refused-lines", text=shorten(line, 40)), past(turn, calendar, read.at))
        if read.rest in (title for title, _ in steps):
            raise Refused("desk-step-twice", title=shorten(read.rest, 40))
        steps.append((read.rest, read.at))
    if len(steps) > MOST_STEPS:
        raise Refused("desk-steps-too-many", most=MOST_STEPS)
    return steps


@at(Action.SUSPEND)
async def suspended(turn: Turn, press: Press, ticket: Ticket) -> None:
    """It is on the long list from now on."""
    facts = (await open_question(turn, SUSPEND, ticket.id)).facts
    if facts.get("version") != press.number(1) or "review_at" not in facts:
        raise Refused("desk-draft-gone")
    steps = [(str(title), int(met_by)) for title, met_by in facts.get("steps", ())]
    await decisions.suspend(turn, ticket, facts["plan"], facts["review_at"], steps)
    await questions.drop(turn)
    done(turn, _say("desk-suspended", number=ticket.number, told=told_words(ticket)))


@at(Action.PASS_PROGRESS)
async def review(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """挂账复核: asks how far it is and when it is looked at next."""
    if ticket.state != "suspended":
        raise Refused("press-outdated")
    text = _say("desk-review-ask", number=ticket.number)
    await questions.ask(turn, REVIEW, {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@told(Action.PASS_PROGRESS)
async def review_words(turn: Turn, question: Question, ticket: Ticket) -> None:
    """How far it is, then the next date."""
    text = words_only(turn)
    if "progress" not in question.facts:
        await questions.remember(turn, REVIEW, {**question.facts, "progress": text, "version": stamp(text)})
        turn.reply(
            _say("desk-suspend-date"), buttons=((shut_button(turn, ticket),),), link=question_link(ticket), quote=True
        )
        return
    review_at = due_at(turn, text, await calendar_of(turn, ticket))
    version = stamp(question.facts["progress"], review_at)
    await questions.remember(turn, REVIEW, {**question.facts, "review_at": review_at, "version": version})
    yes = button(_say("desk-button-review-now"), verbs.DESK_REVIEWED, ticket.id, version, style=Style.PRIMARY)
    turn.reply(
        _say(
            "desk-review-preview",
            number=ticket.number,
            progress=question.facts["progress"],
            date=await _full(turn, ticket, review_at),
        ),
        buttons=((yes, shut_button(turn, ticket)),),
        link=question_link(ticket),
        quote=True,
    )


@at(Action.PASS_PROGRESS)
async def reviewed(turn: Turn, press: Press, ticket: Ticket) -> None:
    """The raiser hears what was shown."""
    facts = (await open_question(turn, REVIEW, ticket.id)).facts
    if facts.get("version") != press.number(1) or "review_at" not in facts:
        raise Refused("desk-draft-gone")
    await milestones.review_again(turn, ticket, facts["progress"], facts["review_at"])
    await questions.drop(turn)
    date, words = await _full(turn, ticket, facts["review_at"]), told_words(ticket)
    done(turn, _say("desk-reviewed", number=ticket.number, date=date, told=words))


@at(Action.MEET_MILESTONE)
async def stones(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """节点完成: which milestone."""
    calendar = await calendar_of(turn, ticket)
    shown = [
        button(
            f"{shorten(each.title, 30)} {day(DESK_LOCALE, calendar, each.due_at)}", verbs.DESK_STONE, ticket.id, each.id
        )
        for each in await history.milestones_of(turn.tx, ticket.id)
        if each.met_at is None
    ]
    key = "desk-stones-ask" if shown else "desk-stones-none"
    await menu_again(turn, ticket, _say(key, number=ticket.number), in_rows(shown, 1))


@at(Action.MEET_MILESTONE)
async def stone(turn: Turn, press: Press, ticket: Ticket) -> None:
    """This milestone: asks for what shows it."""
    chosen = [each for each in await history.milestones_of(turn.tx, ticket.id) if each.id == press.number(1)]
    if not chosen or chosen[0].met_at is not None:
        raise Refused("press-outdated")
    await questions.remember(turn, STONE, {"ticket": ticket.id, "milestone": chosen[0].id})
    await menu_again(turn, ticket, _say("desk-stone-ask", title=chosen[0].title), ())
    turn.answer(turn.say("desk-see-below"))


@told(Action.MEET_MILESTONE)
async def stone_words(turn: Turn, question: Question, ticket: Ticket) -> None:
    """What shows that it is done."""
    text, files = sendable(turn)
    if not text:
        raise Refused("desk-words-too")
    chosen = [
        each for each in await history.milestones_of(turn.tx, ticket.id) if each.id == question.facts["milestone"]
    ]
    await questions.drop(turn)
    await milestones.meet_milestone(turn, ticket, chosen[0], text, files)
