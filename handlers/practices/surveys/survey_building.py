"""Building one: title, questions as text, named or not, to whom; then it is sent, reminded of, closed."""

from __future__ import annotations

from dataclasses import replace

from handlers.components import shelf
from handlers.components.audience import drafts, sending
from handlers.components.audience import units as choosing
from handlers.components.audience.closing_dates import closing_at
from handlers.components.audience.sending import Wrapping
from handlers.conversations.secretary.finding import place, words_only
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.previews import show_newest, stamp
from handlers.core.questions import Question as Asked
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows, Style
from handlers.core.wording import pinch
from handlers.people.titles import titles
from handlers.practices.surveys import survey_uploads, verbs
from handlers.practices.surveys.answer_sheets import until_words
from handlers.practices.surveys.survey_drafts import MOST_TITLE, QUESTIONS, TITLE, as_text, draft, overview, own
from handlers.rules.rights import Right
from handlers.rules.surveys import Wrong, packed, read
from storage import surveys
from storage.surveys import Survey
from storage.units import Unit

CLOSING = "sv_closing"
LISTED = 8


async def command(turn: Turn, press: Press | None = None) -> None:
    """``/survey``: those of one's units, and a new one."""
    await place(turn, Right.SURVEY, "survey-not-yours")
    number = shelf.page_of(press)
    theirs = await shelf.kept_by(turn, Right.SURVEY)
    whole, found = await surveys.of_units(turn.tx, theirs, number * LISTED, LISTED)
    numbered, called = list(enumerate(found, number * LISTED + 1)), await titles(turn, found)
    lines = [turn.say("survey-kept", count=whole), ""]
    for place_, each in numbered:
        state = "draft" if each.opened_at is None else "open" if each.open else "closed"
        answered = await surveys.count(turn.tx, each.id)
        lines.append(
            turn.say(
                "survey-kept-line",
                place=place_,
                title=called[each.id],
                state=turn.say(f"survey-state-{state}"),
                count=answered,
            )
        )
    rows: Rows = tuple(
        (
            button(
                f"{place_}. {pinch(called[each.id], 40)}", verbs.SV_OPEN if each.opened_at else verbs.SV_DRAFT, each.id
            ),
        )
        for place_, each in numbered
    )
    pages = shelf.turns(turn, verbs.SV_LIST, number, whole, LISTED)
    new = button(turn.say("survey-button-new"), verbs.SV_NEW, style=Style.PRIMARY)
    shelf.show(turn, press, "\n".join(lines), (*rows, *pages, (new,)))


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """A new one: its title first."""
    await place(turn, Right.SURVEY, "survey-not-yours")
    await questions.ask(turn, TITLE, {}, text=turn.say("survey-ask-title"))
    turn.answer(turn.say("survey-see-below"))


async def titled(turn: Turn, question: Asked) -> None:  # noqa: ARG001 - one shape for all answers
    """First line the title, the rest what is said before the first question."""
    unit = await place(turn, Right.SURVEY, "survey-not-yours")
    if survey_uploads.fetch(turn, None):
        return
    title, _, intro = words_only(turn).partition("\n")
    if len(title.strip()) > MOST_TITLE:
        raise Refused("survey-title-long", most=MOST_TITLE)
    survey = await surveys.add(turn.tx, unit.id, title.strip(), intro.strip(), by=turn.who.id, now=turn.now)
    await _ask_questions(turn, survey)


async def _ask_questions(turn: Turn, survey: Survey) -> None:
    form = ((button(turn.say("survey-button-form"), verbs.SV_FORM),),)
    await questions.ask(turn, QUESTIONS, {"survey": survey.id}, text=turn.say("survey-ask-questions"), buttons=form)


async def rewrite(turn: Turn, press: Press) -> None:
    """重写问题: the questions as they are, to copy and send anew."""
    survey = await draft(turn, press.number(0))
    await _ask_questions(turn, survey)
    if survey.questions:
        turn.reply(as_text(turn, survey))
    turn.answer(turn.say("survey-see-below"))


async def questioned(turn: Turn, question: Asked) -> None:
    """The questions came: read as a whole, or what is wrong is said and nothing is lost."""
    survey = await draft(turn, question.facts["survey"])
    if survey_uploads.fetch(turn, survey.id):
        return
    try:
        found = read(words_only(turn))
    except Wrong as wrong:
        raise Refused(Words(f"survey-wrong-{wrong.key}", **wrong.facts)) from None
    changed = replace(survey, questions=tuple(packed(found)))
    await surveys.save(turn.tx, changed)
    await questions.drop(turn)
    text, rows = await overview(turn, changed)
    turn.reply(text, buttons=rows)


async def shown(turn: Turn, press: Press) -> None:
    """One that is not sent yet."""
    survey = await draft(turn, press.number(0))
    turn.answer(turn.say("survey-see-below"))
    text, rows = await overview(turn, survey)
    turn.reply(text, buttons=rows)


async def naming(turn: Turn, press: Press) -> None:
    """Named, or not; it is told before the first question."""
    survey = await draft(turn, press.number(0))
    if press.number(1) != int(survey.anonymous):
        show_newest(turn, *await overview(turn, survey))
        return
    changed = replace(survey, anonymous=not survey.anonymous)
    await surveys.save(turn.tx, changed)
    text, rows = await overview(turn, changed)
    turn.edit(text, buttons=rows)


async def ask_until(turn: Turn, press: Press) -> None:
    """截止时间."""
    survey = await own(turn, press.number(0))
    await questions.ask(turn, CLOSING, {"survey": survey.id}, text=turn.say("survey-ask-until"))
    turn.answer(turn.say("survey-see-below"))


async def until(turn: Turn, question: Asked) -> None:
    """The day on whose evening it closes by itself."""
    survey = await own(turn, question.facts["survey"])
    changed = replace(survey, closes_at=closing_at(turn, words_only(turn)))
    await surveys.save(turn.tx, changed)
    await questions.drop(turn)
    turn.reply(until_words(turn, changed), quote=True)
    if survey.opened_at is None:
        text, rows = await overview(turn, changed)
        turn.reply(text, buttons=rows)


# To whom.


async def choose_units(turn: Turn, press: Press) -> None:
    """The page of units that was asked for."""
    await _units(turn, await draft(turn, press.number(1)), press.number(0) or 0)


async def toggle(turn: Turn, press: Press) -> None:
    """A unit is chosen, or no longer."""
    unit_id = press.number(0) or 0
    survey = await draft(turn, press.number(2))
    if unit_id not in {each.id for each in await drafts.within(turn)}:
        raise Refused("broadcast-not-yours")
    changed = replace(survey, picked=choosing.toggled(survey.picked, unit_id))
    await surveys.save(turn.tx, changed)
    await _units(turn, changed, press.number(1) or 0)


async def _units(turn: Turn, survey: Survey, page: int) -> None:
    allowed = await drafts.within(turn)
    count = await drafts.reach(turn, _picked(survey, allowed))
    send = (button(turn.say("survey-button-send"), verbs.SV_SEND, survey.id, _stamp(survey), style=Style.PRIMARY),)
    back = (button(turn.say("survey-button-look"), verbs.SV_DRAFT, survey.id),)
    turn.edit(
        turn.say("broadcast-choose", count=count),
        buttons=(
            *choosing.rows(
                turn, allowed, survey.picked, page, toggle=verbs.SV_TOGGLE, turning=verbs.SV_UNITS, about=(survey.id,)
            ),
            *((send,) if survey.picked else ()),
            back,
        ),
    )


def _stamp(survey: Survey) -> int:
    words = (survey.title, survey.intro, survey.anonymous, survey.questions)
    return stamp(words, survey.closes_at, sorted(survey.picked))


def _picked(survey: Survey, allowed: tuple[Unit, ...]) -> tuple[Unit, ...]:
    picked = [each for each in allowed if each.id in survey.picked]
    return tuple(each for each in picked if not any(o.id != each.id and each.path.startswith(o.path) for o in picked))


def _wrapping(survey: Survey, head: str, *, skip: bool = False) -> Wrapping:
    return Wrapping(
        head,
        {"title": survey.title, "count": len(survey.questions)},
        ((("survey-button-start", verbs.SV_START, survey.id),),),
        ("survey", survey.id) if skip else None,
    )


async def send(turn: Turn, press: Press) -> None:
    """It is open from now on; the message with the button shows to how many it went."""
    survey = await draft(turn, press.number(0))
    picked = _picked(survey, await drafts.within(turn))
    if not survey.questions or not picked:
        raise Refused("broadcast-nobody")
    if press.number(1) != _stamp(survey):
        show_newest(turn, *await overview(turn, survey))
        return
    opened = replace(survey, opened_at=turn.now, picked=tuple(each.id for each in picked))
    if not await sending.announce(turn, survey.intro, (), picked, _wrapping(opened, "survey-told")):
        raise Refused("broadcast-nobody")
    await surveys.save(turn.tx, opened)
    turn.answer(turn.say("broadcast-begun"))


async def remind(turn: Turn, press: Press) -> None:
    """Once more to those who have not answered; nobody learns who that is."""
    survey = await own(turn, press.number(0))
    if not survey.open:
        raise Refused("survey-closed", title=survey.title)
    picked = _picked(survey, await drafts.within(turn))
    if not picked or not await sending.announce(turn, "", (), picked, _wrapping(survey, "survey-again", skip=True)):
        raise Refused("broadcast-nobody")
    turn.answer(turn.say("notice-reminded"))
