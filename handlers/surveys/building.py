"""Building one: title, questions as text, named or not, to whom; then it is sent, reminded of, closed."""

from __future__ import annotations

from dataclasses import replace

from handlers import asking, shelf
from handlers.asking import Question as Asked
from handlers.broadcast import choosing, drafts, sending
from handlers.broadcast.closing import closing_at
from handlers.broadcast.sending import SKIPPING, Wrapping
from handlers.buttons import Press, button
from handlers.case.acting import Refused
from handlers.desk.finding import place, words_only
from handlers.previews import show_newest, stamp
from handlers.rules.rights import Right, Standing
from handlers.rules.surveys import Wrong, packed, read, unpacked
from handlers.surveys import files
from handlers.surveys.filling import until_words
from handlers.titles import titles
from handlers.turn import Turn
from handlers.vocabulary import Button, Rows, Style
from handlers.wording import pinch
from storage import surveys, units
from storage.surveys import Survey
from storage.units import Unit

TITLE, QUESTIONS, CLOSING = "sv_title", "sv_questions", "sv_closing"
LISTED = 8
MOST_TITLE = 80
SKIPPING["survey"] = surveys.answered


async def own(turn: Turn, survey_id: int | None) -> Survey:
    """The survey of a press, if this person may build it.

    Raises:
        Refused: there is none, or it is not theirs.
    """
    survey = await surveys.get(turn.tx, survey_id)
    if survey is None or not Standing(turn.roles, (await units.get(turn.tx, survey.unit_id)).path).may(Right.SURVEY):
        raise Refused(turn.say("survey-gone"))
    return survey


async def draft(turn: Turn, survey_id: int | None) -> Survey:
    """The survey of a press while it can still be changed.

    Raises:
        Refused: it is not theirs, or it was sent.
    """
    survey = await own(turn, survey_id)
    if survey.opened_at is not None:
        raise Refused(turn.say("survey-sent-already"))
    return survey


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
        (button(f"{place_}. {pinch(called[each.id], 40)}", "sv_open" if each.opened_at else "sv_draft", each.id),)
        for place_, each in numbered
    )
    pages = shelf.turns(turn, "sv_list", number, whole, LISTED)
    new = button(turn.say("survey-button-new"), "sv_new", style=Style.PRIMARY)
    shelf.show(turn, press, "\n".join(lines), (*rows, *pages, (new,)))


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """A new one: its title first."""
    await place(turn, Right.SURVEY, "survey-not-yours")
    await asking.ask(turn, TITLE, {}, text=turn.say("survey-ask-title"))
    turn.answer(turn.say("survey-see-below"))


async def titled(turn: Turn, question: Asked) -> None:  # noqa: ARG001 - one shape for all answers
    """First line the title, the rest what is said before the first question."""
    unit = await place(turn, Right.SURVEY, "survey-not-yours")
    if files.fetch(turn, None):
        return
    title, _, intro = words_only(turn).partition("\n")
    if len(title.strip()) > MOST_TITLE:
        raise Refused(turn.say("survey-title-long", most=MOST_TITLE))
    survey = await surveys.add(turn.tx, unit.id, title.strip(), intro.strip(), by=turn.who.id, now=turn.now)
    await _ask_questions(turn, survey)


async def _ask_questions(turn: Turn, survey: Survey) -> None:
    form = ((button(turn.say("survey-button-form"), "sv_form"),),)
    await asking.ask(turn, QUESTIONS, {"survey": survey.id}, text=turn.say("survey-ask-questions"), buttons=form)


async def rewrite(turn: Turn, press: Press) -> None:
    """重写问题: the questions as they are, to copy and send anew."""
    survey = await draft(turn, press.number(0))
    await _ask_questions(turn, survey)
    if survey.questions:
        turn.reply(as_text(turn, survey))
    turn.answer(turn.say("survey-see-below"))


def as_text(turn: Turn, survey: Survey) -> str:
    """The questions as they would be written."""
    lines = []
    for number, each in enumerate(unpacked(survey.questions), 1):
        how = turn.say(f"survey-kind-{each.kind}", low=each.low, high=each.high)
        if not each.required:
            how += turn.say("survey-optional")
        lines.append(turn.say("survey-question-line", number=number, text=each.text, how=how))
        for place_, choice in enumerate(each.choices, 1):
            jump = each.jumps.get(place_)
            to = "" if jump is None else f" → {jump}" if jump else turn.say("survey-jump-end")
            lines.append(f"{chr(64 + place_)}. {choice}{to}")
    return "\n".join(lines)


async def questioned(turn: Turn, question: Asked) -> None:
    """The questions came: read as a whole, or what is wrong is said and nothing is lost."""
    survey = await draft(turn, question.facts["survey"])
    if files.fetch(turn, survey.id):
        return
    try:
        found = read(words_only(turn))
    except Wrong as wrong:
        raise Refused(turn.say(f"survey-wrong-{wrong.key}", **wrong.facts)) from None
    changed = replace(survey, questions=tuple(packed(found)))
    await surveys.save(turn.tx, changed)
    await asking.drop(turn)
    text, rows = await overview(turn, changed)
    turn.reply(text, buttons=rows)


async def shown(turn: Turn, press: Press) -> None:
    """One that is not sent yet."""
    survey = await draft(turn, press.number(0))
    turn.answer(turn.say("survey-see-below"))
    text, rows = await overview(turn, survey)
    turn.reply(text, buttons=rows)


async def overview(turn: Turn, survey: Survey) -> tuple[str, Rows]:
    """A survey that is not sent yet, with what can be done with it."""
    lines = [
        turn.say("survey-draft", title=survey.title, count=len(survey.questions)),
        turn.say("survey-anonymous" if survey.anonymous else "survey-named"),
        until_words(turn, survey),
        "",
        as_text(turn, survey),
    ]
    naming = "survey-button-named" if survey.anonymous else "survey-button-unnamed"
    rows: list[tuple[Button, ...]] = [
        (
            button(turn.say("survey-button-rewrite"), "sv_rewrite", survey.id),
            button(turn.say(naming), "sv_naming", survey.id, int(survey.anonymous)),
        ),
        (button(turn.say("survey-button-until"), "sv_until", survey.id),),
    ]
    if survey.questions:
        rows.append((button(turn.say("broadcast-button-units"), "sv_units", 0, survey.id, style=Style.PRIMARY),))
    return "\n".join(filter(None, lines)), tuple(rows)


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
    await asking.ask(turn, CLOSING, {"survey": survey.id}, text=turn.say("survey-ask-until"))
    turn.answer(turn.say("survey-see-below"))


async def until(turn: Turn, question: Asked) -> None:
    """The day on whose evening it closes by itself."""
    survey = await own(turn, question.facts["survey"])
    changed = replace(survey, closes_at=closing_at(turn, words_only(turn)))
    await surveys.save(turn.tx, changed)
    await asking.drop(turn)
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
        raise Refused(turn.say("broadcast-not-yours"))
    changed = replace(survey, picked=choosing.toggled(survey.picked, unit_id))
    await surveys.save(turn.tx, changed)
    await _units(turn, changed, press.number(1) or 0)


async def _units(turn: Turn, survey: Survey, page: int) -> None:
    allowed = await drafts.within(turn)
    count = await drafts.reach(turn, _picked(survey, allowed))
    send = (button(turn.say("survey-button-send"), "sv_send", survey.id, _stamp(survey), style=Style.PRIMARY),)
    back = (button(turn.say("survey-button-look"), "sv_draft", survey.id),)
    turn.edit(
        turn.say("broadcast-choose", count=count),
        buttons=(
            *choosing.rows(
                turn, allowed, survey.picked, page, toggle="sv_toggle", turning="sv_units", about=(survey.id,)
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
        ((("survey-button-start", "sv_start", survey.id),),),
        ("survey", survey.id) if skip else None,
    )


async def send(turn: Turn, press: Press) -> None:
    """It is open from now on; the message with the button shows to how many it went."""
    survey = await draft(turn, press.number(0))
    picked = _picked(survey, await drafts.within(turn))
    if not survey.questions or not picked:
        raise Refused(turn.say("broadcast-nobody"))
    if press.number(1) != _stamp(survey):
        show_newest(turn, *await overview(turn, survey))
        return
    opened = replace(survey, opened_at=turn.now, picked=tuple(each.id for each in picked))
    if not await sending.announce(turn, survey.intro, (), picked, _wrapping(opened, "survey-told")):
        raise Refused(turn.say("broadcast-nobody"))
    await surveys.save(turn.tx, opened)
    turn.answer(turn.say("broadcast-begun"))


async def remind(turn: Turn, press: Press) -> None:
    """Once more to those who have not answered; nobody learns who that is."""
    survey = await own(turn, press.number(0))
    if not survey.open:
        raise Refused(turn.say("survey-closed", title=survey.title))
    picked = _picked(survey, await drafts.within(turn))
    if not picked or not await sending.announce(turn, "", (), picked, _wrapping(survey, "survey-again", skip=True)):
        raise Refused(turn.say("broadcast-nobody"))
    turn.answer(turn.say("notice-reminded"))
