"""What this conversation answers to."""

from __future__ import annotations

from handlers.mine import adding, asked, codes, holding, listing, moving, rating, releasing
from handlers.routing import Routes
from handlers.rules.lifecycle import Action

code_met = codes.met
look_up = codes.look_up

ROUTES = Routes(
    private={"my": listing.my, "code": codes.code},
    presses={
        "mine_list": listing.page,
        "mine_open": listing.open_one,
        "mine_supplement": adding.ask,
        "mine_urge": moving.urge,
        "mine_withdraw": moving.ask_withdraw,
        "mine_gone": moving.withdraw,
        "mine_keep": moving.keep,
        "mine_rating": rating.form,
        "mine_rate": rating.tap,
        "mine_why": rating.why,
        "mine_reopen": moving.ask_reason(Action.REOPEN),
        "mine_appeal": moving.ask_reason(Action.APPEAL),
        "mine_review": moving.ask_reason(Action.REQUEST_REVIEW),
        "mine_send": releasing.send,
        "mine_reword": releasing.reword,
        "mine_bind": moving.bind,
        "mine_reveal": moving.reveal,
        "mine_hide": moving.hide,
    },
    steps={
        "mine_supplement": adding.answered,
        "mine_why": rating.explained,
        "mine_reopen": moving.with_reason(Action.REOPEN),
        "mine_appeal": moving.with_reason(Action.APPEAL),
        "mine_review": moving.with_reason(Action.REQUEST_REVIEW),
        holding.HELD: releasing.more,
        holding.REWORD: releasing.reworded,
        "mine_code": asked.answered,
    },
    kept={holding.HELD: holding.KEPT, holding.REWORD: holding.KEPT},
    replies={"raiser": adding.replied},
    edits={"raiser": adding.edited},
    albums={"mine": adding.album_part},
)
