"""A survey as tables: what came of each question, and every sheet. An anonymous one's sheets stand in no order."""

from __future__ import annotations

import random

from handlers.components.register import Heading, Register, Table, Value
from handlers.components.sheets import Form
from handlers.core.texts import say
from handlers.people.raisers import respondent_name
from handlers.practices.surveys.answer_sheets import FEWEST, words_of
from handlers.practices.surveys.survey_results import labelled
from handlers.rules.surveys import Kind, results, unpacked
from storage import surveys, units
from storage.database import Transaction
from storage.surveys import Survey

RESULTS = Register.keyed("survey-column", "question", "answer", "count", "share")


def form(locale: str) -> Form:
    """The table that becomes a survey when it is sent back: a question in each row."""
    columns = tuple(say(locale, "survey-form-columns").split("|"))
    kinds = tuple(say(locale, "survey-form-kinds").split("|"))
    return Form(
        say(locale, "survey-form-name"), columns, {1: kinds, 2: tuple(say(locale, "survey-form-yes").split("|"))}
    )


async def tables(tx: Transaction, survey_id: int, locale: str) -> tuple[Survey, Table, Table]:
    """The results, and the sheets."""
    survey = await surveys.get(tx, survey_id)
    if survey is None:
        raise LookupError(f"survey {survey_id}")
    questions = unpacked(survey.questions)
    sheets = list(await surveys.sheets(tx, survey))
    random.SystemRandom().shuffle(sheets)
    rows: list[dict[str, Value]] = []
    for number, (question, result) in enumerate(
        zip(questions, results(questions, [each.answers for each in sheets]), strict=True), 1
    ):
        title = f"{number}. {question.text}"
        if question.kind is Kind.TEXT:
            rows += [{"question": title, "answer": text} for text in result.texts]
            continue
        for label, count in labelled(question, result):
            share = f"{count / result.n:.0%}" if result.n else "—"
            rows.append({"question": title, "answer": label, "count": count, "share": share})
        if result.mean is not None:
            mean = say(locale, "survey-mean", mean=f"{result.mean:.2f}")
            rows.append({"question": title, "answer": mean, "count": result.n})
    outcome = RESULTS.table(say(locale, "survey-sheet-results"), rows, locale)
    return survey, outcome, await _sheets(tx, survey, sheets, locale)


async def _sheets(tx: Transaction, survey: Survey, sheets: list[surveys.Sheet], locale: str) -> Table:
    questions = unpacked(survey.questions)
    names = {each.id: each.shown for each in await units.everyone(tx, retired=True)}
    crowded = {
        unit for unit in {each.unit_id for each in sheets} if sum(each.unit_id == unit for each in sheets) >= FEWEST
    }
    first = ("unit",) if survey.anonymous else ("person", "unit", "day")
    headings = [Heading(say(locale, f"survey-column-{each}")) for each in first]
    headings += [Heading(f"{number}. {each.text}") for number, each in enumerate(questions, 1)]
    rows = []
    for sheet in sheets:
        known = sheet.unit_id is not None and (not survey.anonymous or sheet.unit_id in crowded)
        unit = names.get(sheet.unit_id or 0, "") if known else ""
        person = await respondent_name(tx, sheet)
        said = tuple(words_of(each, sheet.answers.get(number)) for number, each in enumerate(questions, 1))
        rows.append(((unit,) if survey.anonymous else (person, unit, sheet.day)) + said)
    return Table(say(locale, "survey-sheet-answers"), tuple(headings), tuple(rows))
