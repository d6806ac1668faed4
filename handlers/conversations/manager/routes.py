"""What this conversation answers to."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.conversations.manager import browsing, digests, instruction_drafts, ledger_files, ticket_story, verbs
from handlers.core.commands import Command
from handlers.core.routing import Routes
from handlers.reports.digest import verbs as digest_verbs
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={
        Command("digest", Right.DIGEST): digests.command,
        Command("ledger", Right.LEDGER): ledger_files.command,
    },
    presses={
        verbs.DIG_SHOW: digests.show,
        digest_verbs.DIG_WEEK: digests.other_week,
        digest_verbs.DIG_PERIOD: digests.of_period,
        digest_verbs.DIG_PAPER: digests.paper,
        digest_verbs.DIG_MORE: digests.details,
        verbs.DIG_FILES: digests.files,
        digest_verbs.DIG_BELOW: digests.below,
        digest_verbs.DIG_BROWSE: browsing.browse,
        verbs.DIG_LIST: browsing.list_tickets,
        digest_verbs.DIG_LEDGER: ledger_files.of_range,
        case_verbs.MAN_OPEN: ticket_story.open_ticket,
        verbs.MAN_FILES: ticket_story.files,
        digest_verbs.MAN_CHOOSE: instruction_drafts.choose,
        verbs.MAN_SUPERVISE: instruction_drafts.begin,
        verbs.MAN_GIVE: instruction_drafts.give,
        verbs.MAN_WHICH: instruction_drafts.which,
        verbs.MAN_DROP: instruction_drafts.drop,
        case_verbs.MAN_ANSWER: instruction_drafts.answer,
    },
    steps={
        "man_choose": instruction_drafts.chosen,
        "man_instruct": instruction_drafts.instruct,
        "man_answer": instruction_drafts.answered,
    },
    replies={"manager": instruction_drafts.replied},
)
