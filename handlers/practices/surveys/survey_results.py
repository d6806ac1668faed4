"""What comes in: live, in words and bars, as a picture and a spreadsheet; closing, and telling those who took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.components.audience import drafts, sending
from handlers.components.audience.sending import Wrapping
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Rows, Style
from handlers.core.wording import shorten
from handlers.practices.surveys import verbs
from handlers.practices.surveys.answer_sheets import FEWEST, until_words
from handlers.practices.surveys.survey_drafts import own
from handlers.rules.surveys import Kind, Question, Result, results, unpacked
from storage import surveys, units
from storage.surveys import Sheet, Survey

BAR = 10
TEXTS = 5
"""Words of so many answers stand in the chat; the spreadsheet has all of them."""
LIMIT = 3500


async def opened(turn: Turn, press: Press) -> None:
    """One that was sent: how far it is."""
    survey = await own(turn, press.number(0))
    turn.answer(turn.say("survey-see-below"))
    text, rows = await _shown(turn, survey)
    turn.reply(text, buttons=rows)


async def again(turn: Turn, press: Press) -> None:
    """刷新: the same message shows what has come in since."""
    survey = await own(turn, press.number(0))
    text, rows = await _shown(turn, survey)
    turn.answer(turn.say("survey-fresh"))
    turn.edit(text, buttons=rows)


async def _shown(turn: Turn, survey: Survey) -> tuple[str, Rows]:
    sheets = await surveys.sheets(turn.tx, survey)
    head = [
        turn.say("survey-results", title=survey.title, count=len(sheets)),
        turn.say("survey-state-open" if survey.open else "survey-state-closed") + " " + until_words(turn, survey),
        await _by_unit(turn, sheets),
        "",
    ]
    tools = [
        button(turn.say("survey-button-picture"), verbs.SV_PICTURE, survey.id),
        button(turn.say("survey-button-book"), verbs.SV_BOOK, survey.id),
    ]
    if survey.open:
        tools += [
            button(turn.say("survey-button-again"), verbs.SV_AGAIN, survey.id),
            button(turn.say("survey-button-remind"), verbs.SV_REMIND, survey.id),
            button(turn.say("survey-button-until"), verbs.SV_UNTIL, survey.id),
            button(turn.say("survey-button-close"), verbs.SV_CLOSE, survey.id, style=Style.DANGER),
        ]
    elif sheets:
        tools.append(button(turn.say("survey-button-publish"), verbs.SV_PUBLISH, survey.id))
    return "\n".join(filter(None, (*head, words(turn, survey, sheets)))), in_rows(tools, 2)


async def _by_unit(turn: Turn, sheets: Sequence[Sheet]) -> str:
    """How many of each unit; those with too few to hide in are counted together."""
    counted = Counter(each.unit_id for each in sheets)
    names = {each.id: each.shown for each in await units.everyone(turn.tx, retired=True)}
    shown = [(names[unit], n) for unit, n in counted.items() if unit in names and n >= FEWEST]
    rest = len(sheets) - sum(n for _, n in shown)
    parts = [f"{name} {n}" for name, n in sorted(shown, key=lambda each: -each[1])]
    if rest and parts:
        parts.append(turn.say("survey-others", count=rest))
    return turn.say("survey-by-unit", units="、".join(parts)) if parts else ""


def words(turn: Turn, survey: Survey, sheets: Sequence[Sheet], *, texts: bool = True) -> str:
    """The results question by question, as far as they fit a message."""
    questions = unpacked(survey.questions)
    found = results(questions, [each.answers for each in sheets])
    parts: list[str] = []
    for number, (question, result) in enumerate(zip(questions, found, strict=True), 1):
        part = "\n".join(_question(turn, number, question, result, texts=texts))
        if sum(len(each) for each in parts) + len(part) > LIMIT:
            parts.append(turn.say("survey-more"))
            break
        parts.append(part)
    return "\n\n".join(parts)


def _question(turn: Turn, number: int, question: Question, result: Result, *, texts: bool) -> list[str]:
    lines = [turn.say("survey-result-head", number=number, text=shorten(question.text, 80), n=result.n)]
    if question.kind is Kind.TEXT:
        if texts:
            lines += [f"· {shorten(each, 80)}" for each in result.texts[:TEXTS]]
            if len(result.texts) > TEXTS:
                lines.append(turn.say("survey-texts-more", count=len(result.texts) - TEXTS))
        return lines
    for label, count in labelled(question, result):
        share = count / result.n if result.n else 0
        filled = round(BAR * share)
        lines.append(f"{'▓' * filled}{'░' * (BAR - filled)} {count}（{share:.0%}）{label}")
    if result.mean is not None:
        lines.append(turn.say("survey-mean", mean=f"{result.mean:.2f}"))
    return lines


def labelled(question: Question, result: Result) -> list[tuple[str, int]]:
    """Each choice or number with how many took it, in the order of the question."""
    if question.kind is Kind.SCALE:
        return [(str(each), result.counts.get(each, 0)) for each in range(question.low, question.high + 1)]
    return [(each, result.counts.get(place, 0)) for place, each in enumerate(question.choices, 1)]


async def picture(turn: Turn, press: Press) -> None:
    """The results as a picture."""
    survey = await own(turn, press.number(0))
    turn.answer(turn.say("survey-coming"))
    made = Attachment(FileKind.PHOTO, made="survey_picture", facts=await _picture(turn, survey))
    turn.reply(survey.title, attachments=(made,))


async def _picture(turn: Turn, survey: Survey) -> dict[str, Any]:
    """What the picture shows: plain values, so that it shows what was told however late it is made."""
    sheets = await surveys.sheets(turn.tx, survey)
    questions = unpacked(survey.questions)
    found = results(questions, [each.answers for each in sheets])
    return {
        "locale": turn.locale,
        "title": survey.title,
        "count": turn.say("survey-picture-count", count=len(sheets)),
        "questions": [
            {
                "title": f"{number}. {question.text}",
                "note": turn.say("survey-mean", mean=f"{result.mean:.2f}") if result.mean is not None else "",
                "n": result.n,
                "bars": [[label, count] for label, count in labelled(question, result)],
            }
            for number, (question, result) in enumerate(zip(questions, found, strict=True), 1)
            if question.kind is not Kind.TEXT
        ],
    }


async def book(turn: Turn, press: Press) -> None:
    """Results and answers as a spreadsheet."""
    survey = await own(turn, press.number(0))
    turn.answer(turn.say("survey-coming"))
    facts = {"survey": survey.id, "now": turn.now, "locale": turn.locale}
    turn.reply(survey.title, attachments=(Attachment(FileKind.DOCUMENT, made="survey_book", facts=facts),))


async def close(turn: Turn, press: Press) -> None:
    """结束: no more answers."""
    survey = await own(turn, press.number(0))
    if not survey.open:
        raise Refused("survey-closed", title=survey.title)
    closed = replace(survey, closed_at=turn.now)
    await surveys.save(turn.tx, closed)
    turn.answer(turn.say("survey-closed-now"))
    text, rows = await _shown(turn, closed)
    turn.edit(text, buttons=rows)


async def publish(turn: Turn, press: Press) -> None:
    """公布结果: told to everyone who was asked; what people wrote in words is not."""
    survey = await own(turn, press.number(0))
    if survey.open:
        raise Refused("survey-still-open")
    allowed = await drafts.within(turn)
    picked = tuple(each for each in allowed if each.id in survey.picked)
    sheets = await surveys.sheets(turn.tx, survey)
    if not picked or not sheets:
        raise Refused("broadcast-nobody")
    text = words(turn, survey, sheets, texts=False)
    wrapping = Wrapping("survey-published", {"title": survey.title, "count": len(sheets)})
    drawn = await _picture(turn, survey)
    made = Attachment(FileKind.PHOTO, made="survey_picture", facts=drawn)
    files = (write_file(made),) if drawn["questions"] else ()
    await sending.announce(turn, text, files, picked, wrapping)
    turn.answer(turn.say("broadcast-begun"))


async def tick(turn: Turn) -> None:
    """Close what has come to its time."""
    for survey in await surveys.to_close(turn.tx, turn.now):
        await surveys.save(turn.tx, replace(survey, closed_at=turn.now))
