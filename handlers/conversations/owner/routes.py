"""What this conversation answers to."""

from __future__ import annotations

from handlers.conversations.help import ROUTES as HELP
from handlers.conversations.owner import (
    extension_requests,
    owner_view,
    progress,
    replies,
    report_drafts,
    several_tickets,
    signing,
    todo,
)
from handlers.core.routing import Routes

ROUTES = Routes(
    private={"todo": todo.todo, **HELP.private},
    group=HELP.group,
    presses={
        "own_open": owner_view.opened,
        "own_todo": todo.page,
        "own_sign": signing.sign,
        "own_back": signing.back,
        "own_progress": progress.pressed,
        "own_extend": extension_requests.pressed,
        "own_report": report_drafts.pressed,
        "own_done": report_drafts.confirmed,
        "own_rewrite": report_drafts.rewritten,
        "own_rather": report_drafts.rather_progress,
        "own_asreport": report_drafts.from_progress,
        "own_take": replies.taken,
        several_tickets.WHICH: several_tickets.chosen,
    },
    steps={
        "own_back": signing.reason,
        "own_progress": progress.answered,
        "own_extend": extension_requests.answered,
        report_drafts.KIND: report_drafts.gathered,
        replies.CHOOSE: replies.more,
        several_tickets.WHICH: several_tickets.more,
    },
    kept={report_drafts.KIND: report_drafts.KEPT},
    replies={"owner": replies.replied},
    edits={"owner": replies.edited},
    albums={progress.HOME: progress.further},
)
