"""A survey from a file that is sent in the chat: TOML, a table (xlsx, CSV), or the questions as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Any

from handlers.components import sheets
from handlers.components.audience.closing_dates import closing_at
from handlers.conversations.secretary.finding import place
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Refusal
from handlers.core.wording import shorten
from handlers.practices.surveys import survey_drafts
from handlers.rules.headings import Rows, choose
from handlers.rules.rights import Right
from handlers.rules.survey_files import Plan, from_rows, from_toml, has_heading
from handlers.rules.surveys import Wrong, packed, read
from storage import surveys
from storage.surveys import Survey

OUTCOME = "survey_file"
_TEXTS = (".toml", ".txt")
_TROUBLES = {
    "no_table": "survey-file-no-table",
    "no_text": "survey-file-no-text",
    "many": "survey-file-many",
    "large": "survey-file-large",
    "far": "survey-file-far",
    "blank": "sheet-blank",
    "page": "sheet-page",
    "xml": "sheet-xml",
    Refusal.TOO_BIG.value: "survey-file-large",
    Refusal.DAMAGED.value: "survey-file-no-table",
    Refusal.TOO_LARGE.value: "survey-file-large",
    Refusal.TOO_LONG.value: "survey-file-too-long",
    Refusal.UNOPENED.value: "survey-file-unopened",
}


def fetch(turn: Turn, survey: int | None) -> bool:
    """Have the file of this message read, if it carries one; what is in it comes back as an event of its own.

    ``survey``: whose questions they are, None for a new one. Returns whether there was a file.

    Raises:
        Refused: it is none that can be a survey.
    """
    event = turn.event
    if not event.attachments:
        return False
    file = event.attachments[0]
    name = (file.name or "").lower()
    if len(event.attachments) > 1 or file.kind is not FileKind.DOCUMENT or not name.endswith((*sheets.TABLES, *_TEXTS)):
        raise Refused("survey-file-kind")
    name = sheets.ask_for(turn, file, OUTCOME, {"survey": survey})
    turn.reply(turn.say("survey-file-reading", name=name), quote=True)
    return True


async def came(turn: Turn) -> None:
    """What was in the file: a survey to look at and send, or what has to be changed in it; then nothing is changed."""
    await sheets.as_sender(turn)
    facts = turn.event.facts
    plan = _plan(turn, facts["name"], facts.get("read") or {})
    survey = await _kept(turn, facts["survey"], plan, PurePath(facts["name"]).stem)
    question = await questions.pending(turn)
    if question is not None and question.kind in (survey_drafts.TITLE, survey_drafts.QUESTIONS):
        await questions.drop(turn)
    text, rows = await survey_drafts.overview(turn, survey)
    turn.reply(text, buttons=rows)


def _plan(turn: Turn, name: str, found: Mapping[str, Any]) -> Plan:
    """What the file says.

    Raises:
        Refused: it could not be read, or is no survey: with what to do.
    """
    try:
        if "sheets" in found:
            return from_rows(_rows(turn, name, found))
        if "text" in found:
            toml = name.lower().endswith(".toml")
            return from_toml(found["text"]) if toml else Plan(read(found["text"]))
    except Wrong as wrong:
        why = turn.say(f"survey-wrong-{wrong.key}", **wrong.facts)
        raise Refused("survey-file-wrong", name=name, why=why) from None
    # Whatever else kept it from us, sending it again is the way.
    key = _TROUBLES.get(str(found.get("trouble")), "survey-file-lost")
    raise Refused(key, name=name, cell=found.get("cell", ""))


def _rows(turn: Turn, name: str, found: Mapping[str, Any]) -> Rows:
    """The rows of the sheet that has questions.

    Raises:
        Refused: none has, with what was found where.
    """
    there = sheets.kept_sheets(found)
    chosen = choose(there, has_heading)
    if chosen is not None and not chosen.trouble:
        return chosen.rows
    if chosen is not None:
        raise Refused(_TROUBLES[chosen.trouble], name=name)
    found_there = (Words("refused-lines", text=sheets.written(turn.locale, each)) for each in there)
    raise Refused(Words("survey-file-wrong", name=name, why=Words("survey-wrong-columns")), *found_there)


async def _kept(turn: Turn, survey_id: int | None, plan: Plan, stem: str) -> Survey:
    """The draft that it is now.

    Raises:
        Refused: it was sent meanwhile, or the file names something that can't be; nothing was changed.
    """
    closes = closing_at(turn, plan.until) if plan.until else None
    if len(plan.title) > survey_drafts.MOST_TITLE:
        raise Refused("survey-title-long", most=survey_drafts.MOST_TITLE)
    if survey_id is not None:
        survey = await survey_drafts.draft(turn, survey_id)
    else:
        unit = await place(turn, Right.SURVEY, "survey-not-yours")
        title = plan.title or shorten(stem, survey_drafts.MOST_TITLE)
        survey = await surveys.add(turn.tx, unit.id, title, plan.intro, by=turn.who.id, now=turn.now)
    changed = replace(
        survey,
        title=plan.title or survey.title,
        intro=plan.intro or survey.intro,
        anonymous=survey.anonymous if plan.anonymous is None else plan.anonymous,
        closes_at=closes or survey.closes_at,
        questions=tuple(packed(plan.questions)),
    )
    await surveys.save(turn.tx, changed)
    return changed


async def forms(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """表格模板: an empty table to fill in, and a small survey as TOML to change."""
    await place(turn, Right.SURVEY, "survey-not-yours")
    turn.answer(turn.say("survey-coming"))
    facts = {"now": turn.now, "locale": turn.locale}
    turn.reply(
        turn.say("survey-forms"),
        attachments=tuple(
            Attachment(FileKind.DOCUMENT, made=f"survey_{each}", facts=facts) for each in ("form", "sample")
        ),
    )
