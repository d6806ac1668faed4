"""Answering: question by question, back and forth, nothing counts until 提交; a restart goes on where it was."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.cases import urgent_help
from handlers.components import shelf
from handlers.components.audience.closing_dates import closing_words
from handlers.core import questions as asking
from handlers.core.buttons import Press, button, in_rows
from handlers.core.questions import Question as Asked
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.core.wording import pinch, shorten, traces_in_words
from handlers.people.belonging import own_units
from handlers.people.titles import titles
from handlers.practices.surveys import verbs
from handlers.rules.surveys import MOST_TEXT, Kind, Question, fits, next_after, path, unpacked
from handlers.rules.traces import traces
from storage import conversations, notices, surveys, units
from storage.surveys import Survey

TEXT = "sv_text"
_SHEET = "survey_sheet"
LISTED = 10
LONG = 20
"""A choice of more characters is cut on a phone's button."""
FEWEST = 5
"""Answers of a unit with fewer people than this are counted with those of the unit above."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What somebody has answered so far; ``at`` is the number of the question before them, 0 for the look at all."""

    survey: int
    answers: dict[int, Any]
    at: int = 1


def _tag(turn: Turn, survey_id: int) -> bytes:
    return turn.tx.sealer.tag(_SHEET, turn.event.channel, turn.event.chat, str(survey_id))


async def _load(turn: Turn, survey_id: int) -> Sheet | None:
    row = await conversations.load(turn.tx, _tag(turn, survey_id), _SHEET)
    if row is None:
        return None
    answers = {int(number): value for number, value in row.body["answers"].items()}
    return Sheet(survey_id, answers, row.body["at"])


async def _keep(turn: Turn, sheet: Sheet) -> None:
    body = {**asdict(sheet), "answers": {str(number): value for number, value in sheet.answers.items()}}
    await conversations.save(turn.tx, _tag(turn, sheet.survey), _SHEET, body, turn.now)


async def _open(turn: Turn, survey_id: int | None) -> Survey:
    survey = await surveys.get(turn.tx, survey_id)
    if survey is None or survey.opened_at is None:
        raise Refused("survey-gone")
    if not survey.open:
        raise Refused("survey-closed", title=survey.title)
    if await surveys.has_answered(turn.tx, survey.id, turn.who.id):
        raise Refused("survey-once")
    return survey


async def start(turn: Turn, press: Press) -> None:
    """开始填写, or go on where it was left."""
    survey = await _open(turn, press.number(0))
    sheet = await _load(turn, survey.id) or Sheet(survey.id, {})
    turn.answer(turn.say("survey-see-below"))
    await _keep(turn, sheet)
    text, rows = await _shown(turn, survey, sheet)
    turn.reply(text, buttons=rows)


async def mine(turn: Turn, press: Press) -> None:
    """正在进行的问卷: those of one's units that one has not answered."""
    number = shelf.page_of(press)
    sent = await surveys.open_to(turn.tx, shelf.sent_to(await own_units(turn)))
    found = [each for each in sent if not await surveys.has_answered(turn.tx, each.id, turn.who.id)]
    if not found:
        turn.reply(turn.say("survey-none"))
        return
    shown = found[number * LISTED : (number + 1) * LISTED]
    called = await titles(turn, found)
    rows: Rows = tuple((button(pinch(called[each.id], 40), verbs.SV_START, each.id),) for each in shown)
    pages = shelf.turns(turn, verbs.SV_MINE, number, len(found), LISTED)
    shelf.show(turn, press, turn.say("survey-list"), (*rows, *pages))


async def _shown(turn: Turn, survey: Survey, sheet: Sheet) -> tuple[str, Rows]:
    questions = unpacked(survey.questions)
    if sheet.at == 0:
        return _whole(turn, survey, questions, sheet)
    question = questions[sheet.at - 1]
    way = path(questions, sheet.answers)
    place = way.index(sheet.at) + 1 if sheet.at in way else len(way)
    lines = [turn.say("survey-head-line", title=survey.title, place=place, whole=len(questions))]
    if place == 1:
        lines.append(turn.say("survey-anonymous" if survey.anonymous else "survey-named"))
    lines += ["", question.text]
    if any(len(each) > LONG for each in question.choices):
        # What a button can't show whole stands above it.
        lines += [f"{chr(64 + place_)}. {each}" for place_, each in enumerate(question.choices, 1)]
    lines += [turn.say(f"survey-how-{question.kind}", **_how(question))]
    answer = sheet.answers.get(sheet.at)
    if question.kind is Kind.TEXT:
        await asking.remember(turn, TEXT, {"survey": survey.id, "number": sheet.at})
        if answer:
            lines += ["", turn.say("survey-so-far", text=shorten(str(answer), 400))]
        if survey.anonymous:
            lines.append(turn.say("survey-mind-names"))
    rows = list(_choices(survey, question, sheet.at, answer))
    moves: list[Button] = []
    if place > 1:
        moves.append(button(turn.say("survey-button-back"), verbs.SV_GO, survey.id, way[place - 2]))
    if not question.required or (answer is not None and fits(question, answer)):
        label = "survey-button-next" if answer is not None else "survey-button-skip"
        moves.append(button(turn.say(label), verbs.SV_NEXT, survey.id, sheet.at))
    if moves:
        rows.append(tuple(moves))
    return "\n".join(lines), tuple(rows)


def _how(question: Question) -> dict[str, Any]:
    if question.kind is Kind.SEVERAL:
        return {"low": max(1, question.low), "high": question.high or len(question.choices)}
    if question.kind is Kind.SCALE:
        return {"low": question.low, "high": question.high}
    return {}


def _choices(survey: Survey, question: Question, number: int, answer: Any) -> Rows:
    match question.kind:
        case Kind.ONE:
            labels = [(place, each, answer == place) for place, each in enumerate(_labels(question), 1)]
            width = 1
        case Kind.SEVERAL:
            picked = answer or []
            labels = [(place, each, place in picked) for place, each in enumerate(_labels(question), 1)]
            width = 1
        case Kind.SCALE:
            labels = [(each, str(each), answer == each) for each in range(question.low, question.high + 1)]
            width = 5
        case Kind.TEXT:
            return ()
    return in_rows(
        (
            button(("✓ " if chosen else "") + shorten(label, 40), verbs.SV_PICK, survey.id, number, place)
            for place, label, chosen in labels
        ),
        width,
    )


def _labels(question: Question) -> list[str]:
    if all(len(each) <= LONG for each in question.choices):
        return list(question.choices)
    return [f"{chr(64 + place)}. {each}" for place, each in enumerate(question.choices, 1)]


def _whole(turn: Turn, survey: Survey, questions: tuple[Question, ...], sheet: Sheet) -> tuple[str, Rows]:
    lines = [turn.say("survey-look", title=survey.title), ""]
    way = path(questions, sheet.answers)
    for place, number in enumerate(way, 1):
        said = words_of(questions[number - 1], sheet.answers.get(number)) or turn.say("survey-not-answered")
        lines.append(f"{place}. {shorten(questions[number - 1].text, 60)}\n    {shorten(said, 300)}")
    written = [value for value in sheet.answers.values() if isinstance(value, str)]
    found = {each for value in written for each in traces(value, own=turn.who.name)}
    if survey.anonymous and found:
        lines += ["", turn.say("raise-traces", traces=traces_in_words(turn.locale, sorted(found)))]
    return "\n".join(lines), (
        (
            button(turn.say("survey-button-submit"), verbs.SV_SUBMIT, survey.id, style=Style.PRIMARY),
            button(turn.say("survey-button-change"), verbs.SV_GO, survey.id, way[0]),
        ),
    )


def words_of(question: Question, answer: Any) -> str:
    """An answer in words; empty for none."""
    if answer is None or not fits(question, answer):
        return ""
    match question.kind:
        case Kind.ONE:
            return str(question.choices[answer - 1])
        case Kind.SEVERAL:
            return "；".join(question.choices[place - 1] for place in sorted(answer))
    return str(answer)


async def _at(turn: Turn, press: Press) -> tuple[Survey, Sheet, tuple[Question, ...]]:
    survey = await _open(turn, press.number(0))
    sheet = await _load(turn, survey.id)
    if sheet is None:
        raise Refused("survey-begin-again")
    return survey, sheet, unpacked(survey.questions)


async def pick(turn: Turn, press: Press) -> None:
    """A choice or a number: the next question follows at once, but where several may be chosen."""
    survey, sheet, questions = await _at(turn, press)
    number, place = press.number(1) or 0, press.number(2) or 0
    if not 1 <= number <= len(questions) or questions[number - 1].kind is Kind.TEXT:
        raise Refused("press-outdated")
    question = questions[number - 1]
    if question.kind is Kind.SEVERAL:
        picked = list(sheet.answers.get(number) or [])
        picked = [each for each in picked if each != place] if place in picked else [*picked, place]
        most = question.high or len(question.choices)
        if len(picked) > most or not 1 <= place <= len(question.choices):
            raise Refused("survey-too-many", most=most)
        await _turn_to(turn, survey, replace(sheet, answers={**sheet.answers, number: picked}, at=number))
        return
    if not fits(question, place):
        raise Refused("press-outdated")
    after = replace(sheet, answers={**sheet.answers, number: place})
    await _on(turn, survey, questions, after, number)


async def on(turn: Turn, press: Press) -> None:
    """下一题, or past one that need not be answered."""
    survey, sheet, questions = await _at(turn, press)
    number = press.number(1) or 0
    if not 1 <= number <= len(questions):
        raise Refused("press-outdated")
    answer = sheet.answers.get(number)
    if answer in (None, []) and not questions[number - 1].required:
        answers = {key: value for key, value in sheet.answers.items() if key != number}
        await _on(turn, survey, questions, replace(sheet, answers=answers), number)
        return
    if answer is None or not fits(questions[number - 1], answer):
        raise Refused("survey-answer-first", low=max(1, questions[number - 1].low))
    await _on(turn, survey, questions, sheet, number)


async def go(turn: Turn, press: Press) -> None:
    """上一题, or from the look at all back to the first."""
    survey, sheet, questions = await _at(turn, press)
    number = press.number(1) or 0
    if number not in path(questions, sheet.answers):
        raise Refused("press-outdated")
    await _turn_to(turn, survey, replace(sheet, at=number))


async def _on(turn: Turn, survey: Survey, questions: tuple[Question, ...], sheet: Sheet, number: int) -> None:
    follows = next_after(questions, number, sheet.answers.get(number))
    await _turn_to(turn, survey, replace(sheet, at=follows or 0))


async def _turn_to(turn: Turn, survey: Survey, sheet: Sheet) -> None:
    question = await asking.pending(turn)
    if question is not None and question.kind == TEXT:
        await asking.drop(turn)
    await _keep(turn, sheet)
    text, rows = await _shown(turn, survey, sheet)
    if turn.event.press is not None:
        turn.edit(text, buttons=rows)
    else:
        turn.reply(text, buttons=rows)


async def written(turn: Turn, question: Asked) -> None:
    """The words of an answer."""
    try:
        survey = await _open(turn, question.facts["survey"])
    except Refused as over:
        # Closed meanwhile: the question is open no more, so that what they write next is no answer to it.
        await asking.drop(turn)
        turn.reply("\n".join((over.said(turn.locale), turn.say("survey-words-not-taken"))), quote=True)
        return
    sheet = await _load(turn, survey.id)
    text, number = turn.event.text.strip(), question.facts["number"]
    if sheet is None:
        raise Refused("survey-begin-again")
    if turn.event.attachments or not text or len(text) > MOST_TEXT:
        raise Refused("survey-words-only", most=MOST_TEXT)
    after = replace(sheet, answers={**sheet.answers, number: text})
    urgent_help.mind(turn, text)
    await _on(turn, survey, unpacked(survey.questions), after, number)


async def submit(turn: Turn, press: Press) -> None:
    """提交: once a person; what was on the way is forgotten."""
    survey, sheet, questions = await _at(turn, press)
    way = path(questions, sheet.answers)
    answers = {
        number: sheet.answers[number] for number in way if fits(questions[number - 1], sheet.answers.get(number))
    }
    missing = [number for number in way if questions[number - 1].required and number not in answers]
    if missing:
        await _turn_to(turn, survey, replace(sheet, at=missing[0]))
        turn.answer(turn.say("survey-missing"), alert=True)
        return
    unit = await _counted_at(turn) if survey.anonymous else turn.who.unit_id
    day = turn.house.calendar.local(turn.now).date().isoformat()
    kept = await surveys.answer(turn.tx, survey, turn.who.id, answers, day=day, unit_id=unit)
    await conversations.drop(turn.tx, _tag(turn, survey.id), _SHEET)
    turn.answer(turn.say("survey-thanks-toast" if kept else "survey-once"))
    turn.edit(turn.say("survey-thanks", title=survey.title))


async def _counted_at(turn: Turn) -> int | None:
    """The unit that an unnamed answer counts for: their own, or the nearest above that has people enough to hide in."""
    if turn.who.unit_id is None:
        return None
    everyone = await units.everyone(turn.tx, retired=True)
    known = {each.id: each for each in everyone}
    at = known.get(turn.who.unit_id)
    while at is not None:
        below = [each.id for each in everyone if each.path.startswith(at.path)]
        if sum((await notices.people_by_unit(turn.tx, below)).values()) >= FEWEST:
            return at.id
        at = known.get(at.parent_id or 0)
    return None


def until_words(turn: Turn, survey: Survey) -> str:
    """“截止 3月20日（周五）17:30”; empty where no time is set."""
    if survey.closes_at is None:
        return ""
    return turn.say("survey-until", date=closing_words(turn, survey.closes_at))
