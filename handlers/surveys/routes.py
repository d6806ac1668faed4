"""What surveys answer to."""

from __future__ import annotations

from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right
from handlers.surveys import building, files, filling, outcome

ROUTES = Routes(
    private={"survey": building.command},
    presses={
        "sv_start": filling.start,
        "sv_mine": filling.mine,
        "sv_pick": filling.pick,
        "sv_next": filling.on,
        "sv_go": filling.go,
        "sv_submit": filling.submit,
        "sv_list": building.command,
        "sv_new": building.new,
        "sv_draft": building.shown,
        "sv_rewrite": building.rewrite,
        "sv_naming": building.naming,
        "sv_until": building.ask_until,
        "sv_units": building.choose_units,
        "sv_toggle": building.toggle,
        "sv_send": building.send,
        "sv_remind": building.remind,
        "sv_open": outcome.opened,
        "sv_again": outcome.again,
        "sv_picture": outcome.picture,
        "sv_book": outcome.book,
        "sv_close": outcome.close,
        "sv_publish": outcome.publish,
        "sv_form": files.forms,
    },
    looks={"surveys": outcome.tick},
    outcomes={files.OUTCOME: files.came},
    steps={
        filling.TEXT: filling.written,
        building.TITLE: building.titled,
        building.QUESTIONS: building.questioned,
        building.CLOSING: building.until,
    },
    menu=(
        MenuEntry("menu-surveys", "sv_mine"),
        MenuEntry("menu-surveys-kept", "sv_list", Right.SURVEY),
    ),
)
