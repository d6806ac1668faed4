"""What this conversation answers to."""

from __future__ import annotations

from handlers.cases import verbs as case_verbs
from handlers.conversations.raiser import (
    code_question,
    follow_codes,
    held_words,
    my_tickets,
    rating_taps,
    released_words,
    requests,
    supplements,
    verbs,
)
from handlers.core.commands import Command
from handlers.core.routing import Routes
from handlers.rules.lifecycle import Action

code_met = follow_codes.met
look_up = follow_codes.look_up

ROUTES = Routes(
    commands={Command("my"): my_tickets.my, Command("code"): follow_codes.code},
    presses={
        verbs.MINE_LIST: my_tickets.page,
        case_verbs.MINE_OPEN: my_tickets.open_one,
        case_verbs.MINE_SUPPLEMENT: supplements.ask,
        verbs.MINE_URGE: requests.urge,
        verbs.MINE_WITHDRAW: requests.ask_withdraw,
        verbs.MINE_GONE: requests.withdraw,
        verbs.MINE_KEEP: requests.keep,
        verbs.MINE_RATING: rating_taps.form,
        case_verbs.MINE_RATE: rating_taps.tap,
        verbs.MINE_WHY: rating_taps.why,
        case_verbs.MINE_REOPEN: requests.ask_reason(Action.REOPEN),
        case_verbs.MINE_APPEAL: requests.ask_reason(Action.APPEAL),
        verbs.MINE_REVIEW: requests.ask_reason(Action.REQUEST_REVIEW),
        verbs.MINE_SEND: released_words.send,
        verbs.MINE_REWORD: released_words.reword,
        verbs.MINE_BIND: requests.bind,
        case_verbs.MINE_REVEAL: requests.reveal,
        case_verbs.MINE_HIDE: requests.hide,
    },
    steps={
        "mine_supplement": supplements.answered,
        "mine_why": rating_taps.explained,
        "mine_reopen": requests.with_reason(Action.REOPEN),
        "mine_appeal": requests.with_reason(Action.APPEAL),
        "mine_review": requests.with_reason(Action.REQUEST_REVIEW),
        held_words.HELD: released_words.more,
        held_words.REWORD: released_words.reworded,
        "mine_code": code_question.answered,
    },
    kept={held_words.HELD: held_words.KEPT, held_words.REWORD: held_words.KEPT},
    replies={"raiser": supplements.replied},
    edits={"raiser": supplements.edited},
    albums={"mine": supplements.album_part},
)
