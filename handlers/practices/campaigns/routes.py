"""What campaigns answer to."""

from __future__ import annotations

from handlers.core.commands import Command
from handlers.core.routing import MenuEntry, Routes
from handlers.practices.campaigns import campaign_office, proposals, results, verbs
from handlers.rules.rights import Right

ROUTES = Routes(
    commands={Command("campaign", Right.TASKS): campaign_office.command},
    presses={
        verbs.CAMP_MINE: proposals.mine,
        verbs.CAMP_PROPOSE: proposals.propose,
        verbs.CAMP_NAMING: proposals.naming,
        verbs.CAMP_SUBMIT: proposals.submit,
        verbs.CAMP_LOOK: proposals.look,
        verbs.CAMP_OPEN: proposals.opened,
        verbs.CAMP_SECOND: proposals.second,
        verbs.CAMP_RATE: proposals.rate,
        verbs.CAMP_LIST: campaign_office.command,
        verbs.CAMP_NEW: campaign_office.new,
        verbs.CAMP_KEPT: campaign_office.shown,
        verbs.CAMP_UNTIL: campaign_office.ask_until,
        verbs.CAMP_UNITS: campaign_office.choose_units,
        verbs.CAMP_TOGGLE: campaign_office.toggle,
        verbs.CAMP_SEND: campaign_office.send,
        verbs.CAMP_GATHER: campaign_office.ask_gather,
        verbs.CAMP_DROP: campaign_office.ask_drop,
        verbs.CAMP_BOOK: campaign_office.book,
        verbs.CAMP_CLOSE: campaign_office.close,
        verbs.CAMP_PUBLISH: results.publish,
        verbs.CAMP_JUDGE: results.judge,
    },
    steps={
        proposals.PROPOSE: proposals.gather,
        campaign_office.TITLE: campaign_office.titled,
        campaign_office.CLOSING: campaign_office.until,
        campaign_office.GATHER: campaign_office.gathered,
        campaign_office.DROP: campaign_office.dropped,
    },
    kept={proposals.PROPOSE: proposals.KEPT},
    looks={"campaigns": campaign_office.tick},
    menu=(MenuEntry("menu-campaigns", verbs.CAMP_MINE),),
)
