"""What this conversation answers to."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.conversations.owner import (
    extension_requests,
    owner_view,
    progress,
    replies,
    report_drafts,
    several_tickets,
    signing,
    todo,
    verbs,
)
from handlers.core.commands import Command
from handlers.core.routing import Routes
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={Command("todo", Right.SEE): todo.todo},
    presses={
        case_verbs.OWN_OPEN: owner_view.opened,
        verbs.OWN_TODO: todo.page,
        case_verbs.OWN_SIGN: signing.sign,
        case_verbs.OWN_BACK: signing.back,
        case_verbs.OWN_PROGRESS: progress.pressed,
        case_verbs.OWN_EXTEND: extension_requests.pressed,
        case_verbs.OWN_REPORT: report_drafts.pressed,
        verbs.OWN_DONE: report_drafts.confirmed,
        verbs.OWN_REWRITE: report_drafts.rewritten,
        verbs.OWN_RATHER: report_drafts.rather_progress,
        verbs.OWN_ASREPORT: report_drafts.from_progress,
        verbs.OWN_TAKE: replies.taken,
        verbs.OWN_WHICH: several_tickets.chosen,
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
