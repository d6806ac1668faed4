"""What this conversation answers to."""

from __future__ import annotations

from handlers.conversations.manager import browsing, digests, instruction_drafts, ledger_files, ticket_story
from handlers.core.routing import Routes

ROUTES = Routes(
    private={"digest": digests.command, "ledger": ledger_files.command},
    presses={
        "dig_show": digests.show,
        "dig_week": digests.other_week,
        "dig_period": digests.of_period,
        "dig_paper": digests.paper,
        "dig_more": digests.details,
        "dig_files": digests.files,
        "dig_below": digests.below,
        "dig_browse": browsing.browse,
        "dig_list": browsing.list_tickets,
        "dig_ledger": ledger_files.of_range,
        "man_open": ticket_story.open_ticket,
        "man_files": ticket_story.files,
        "man_choose": instruction_drafts.choose,
        "man_supervise": instruction_drafts.begin,
        "man_give": instruction_drafts.give,
        "man_which": instruction_drafts.which,
        "man_drop": instruction_drafts.drop,
        "man_answer": instruction_drafts.answer,
    },
    steps={
        "man_choose": instruction_drafts.chosen,
        "man_instruct": instruction_drafts.instruct,
        "man_answer": instruction_drafts.answered,
    },
    replies={"manager": instruction_drafts.replied},
)
