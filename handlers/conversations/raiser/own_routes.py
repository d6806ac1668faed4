"""What this conversation answers to."""

from __future__ import annotations

from handlers.conversations.raiser import (
    code_question,
    follow_codes,
    held_words,
    my_tickets,
    rating_taps,
    released_words,
    requests,
    supplements,
)
from handlers.core.routing import Routes
from handlers.rules.lifecycle import Action

code_met = follow_codes.met
look_up = follow_codes.look_up

ROUTES = Routes(
    private={"my": my_tickets.my, "code": follow_codes.code},
    presses={
        "mine_list": my_tickets.page,
        "mine_open": my_tickets.open_one,
        "mine_supplement": supplements.ask,
        "mine_urge": requests.urge,
        "mine_withdraw": requests.ask_withdraw,
        "mine_gone": requests.withdraw,
        "mine_keep": requests.keep,
        "mine_rating": rating_taps.form,
        "mine_rate": rating_taps.tap,
        "mine_why": rating_taps.why,
        "mine_reopen": requests.ask_reason(Action.REOPEN),
        "mine_appeal": requests.ask_reason(Action.APPEAL),
        "mine_review": requests.ask_reason(Action.REQUEST_REVIEW),
        "mine_send": released_words.send,
        "mine_reword": released_words.reword,
        "mine_bind": requests.bind,
        "mine_reveal": requests.reveal,
        "mine_hide": requests.hide,
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
