"""What surveys answer to."""

from __future__ import annotations

from handlers.core.commands import Command
from handlers.core.routing import MenuEntry, Routes
from handlers.practices.surveys import (
    answer_sheets,
    survey_building,
    survey_drafts,
    survey_results,
    survey_uploads,
    verbs,
)
from handlers.rules.rights import Right
from storage import surveys

ROUTES = Routes(
    commands={Command("survey", Right.SURVEY): survey_building.command},
    presses={
        verbs.SV_START: answer_sheets.start,
        verbs.SV_MINE: answer_sheets.mine,
        verbs.SV_PICK: answer_sheets.pick,
        verbs.SV_NEXT: answer_sheets.on,
        verbs.SV_GO: answer_sheets.go,
        verbs.SV_SUBMIT: answer_sheets.submit,
        verbs.SV_LIST: survey_building.command,
        verbs.SV_NEW: survey_building.new,
        verbs.SV_DRAFT: survey_building.shown,
        verbs.SV_REWRITE: survey_building.rewrite,
        verbs.SV_NAMING: survey_building.naming,
        verbs.SV_UNTIL: survey_building.ask_until,
        verbs.SV_UNITS: survey_building.choose_units,
        verbs.SV_TOGGLE: survey_building.toggle,
        verbs.SV_SEND: survey_building.send,
        verbs.SV_REMIND: survey_building.remind,
        verbs.SV_OPEN: survey_results.opened,
        verbs.SV_AGAIN: survey_results.again,
        verbs.SV_PICTURE: survey_results.picture,
        verbs.SV_BOOK: survey_results.book,
        verbs.SV_CLOSE: survey_results.close,
        verbs.SV_PUBLISH: survey_results.publish,
        verbs.SV_FORM: survey_uploads.forms,
    },
    looks={"surveys": survey_results.tick},
    outcomes={survey_uploads.OUTCOME: survey_uploads.came},
    steps={
        answer_sheets.TEXT: answer_sheets.written,
        survey_drafts.TITLE: survey_building.titled,
        survey_drafts.QUESTIONS: survey_building.questioned,
        survey_building.CLOSING: survey_building.until,
    },
    skips={"survey": surveys.answered},
    menu=(MenuEntry("menu-surveys", verbs.SV_MINE),),
)
