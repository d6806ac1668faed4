"""A survey that is not sent yet: whose it is, and how it is shown with what can be done with it."""

from __future__ import annotations

from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, Rows, Style
from handlers.practices.surveys import verbs
from handlers.practices.surveys.answer_sheets import until_words
from handlers.rules.rights import Right, Standing
from handlers.rules.surveys import unpacked
from storage import surveys, units
from storage.surveys import Survey

TITLE, QUESTIONS = "sv_title", "sv_questions"
"""The questions that are open while its title and its questions are written."""


MOST_TITLE = 80


async def own(turn: Turn, survey_id: int | None) -> Survey:
    """The survey of a press, if this person may build it.

    Raises:
        Refused: there is none, or it is not theirs.
    """
    survey = await surveys.get(turn.tx, survey_id)
    if survey is None or not Standing(turn.roles, (await units.get(turn.tx, survey.unit_id)).path).may(Right.SURVEY):
        raise Refused("survey-gone")
    return survey


async def draft(turn: Turn, survey_id: int | None) -> Survey:
    """The survey of a press while it can still be changed.

    Raises:
        Refused: it is not theirs, or it was sent.
    """
    survey = await own(turn, survey_id)
    if survey.opened_at is not None:
        raise Refused("survey-sent-already")
    return survey


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
            button(turn.say("survey-button-rewrite"), verbs.SV_REWRITE, survey.id),
            button(turn.say(naming), verbs.SV_NAMING, survey.id, int(survey.anonymous)),
        ),
        (button(turn.say("survey-button-until"), verbs.SV_UNTIL, survey.id),),
    ]
    if survey.questions:
        rows.append((button(turn.say("broadcast-button-units"), verbs.SV_UNITS, 0, survey.id, style=Style.PRIMARY),))
    return "\n".join(filter(None, lines)), tuple(rows)
