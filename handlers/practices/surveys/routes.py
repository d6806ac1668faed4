"""What surveys answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.practices.surveys import answer_sheets, survey_building, survey_drafts, survey_results, survey_uploads
from handlers.rules.rights import Right
from storage import surveys

ROUTES = Routes(
    private={"survey": survey_building.command},
    presses={
        "sv_start": answer_sheets.start,
        "sv_mine": answer_sheets.mine,
        "sv_pick": answer_sheets.pick,
        "sv_next": answer_sheets.on,
        "sv_go": answer_sheets.go,
        "sv_submit": answer_sheets.submit,
        "sv_list": survey_building.command,
        "sv_new": survey_building.new,
        "sv_draft": survey_building.shown,
        "sv_rewrite": survey_building.rewrite,
        "sv_naming": survey_building.naming,
        "sv_until": survey_building.ask_until,
        "sv_units": survey_building.choose_units,
        "sv_toggle": survey_building.toggle,
        "sv_send": survey_building.send,
        "sv_remind": survey_building.remind,
        "sv_open": survey_results.opened,
        "sv_again": survey_results.again,
        "sv_picture": survey_results.picture,
        "sv_book": survey_results.book,
        "sv_close": survey_results.close,
        "sv_publish": survey_results.publish,
        "sv_form": survey_uploads.forms,
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
    menu=(
        MenuEntry("menu-surveys", "sv_mine"),
        MenuEntry("menu-surveys-kept", "sv_list", Right.SURVEY),
    ),
)
