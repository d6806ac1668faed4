"""What this conversation answers to."""

from __future__ import annotations

from handlers.manager import browsing, digests, instructing, ledgers, story
from handlers.routing import Routes

ROUTES = Routes(
    private={"digest": digests.command, "ledger": ledgers.command},
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
        "dig_ledger": ledgers.of_range,
        "man_open": story.open_ticket,
        "man_files": story.files,
        "man_choose": instructing.choose,
        "man_supervise": instructing.begin,
        "man_give": instructing.give,
        "man_which": instructing.which,
        "man_drop": instructing.drop,
        "man_answer": instructing.answer,
    },
    steps={
        "man_choose": instructing.chosen,
        "man_instruct": instructing.instruct,
        "man_answer": instructing.answered,
    },
    replies={"manager": instructing.replied},
)
