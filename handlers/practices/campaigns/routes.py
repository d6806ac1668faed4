"""What campaigns answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.practices.campaigns import campaign_office, proposals, results
from handlers.rules.rights import Right

ROUTES = Routes(
    private={"campaign": campaign_office.command},
    presses={
        "camp_mine": proposals.mine,
        "camp_propose": proposals.propose,
        "camp_naming": proposals.naming,
        "camp_submit": proposals.submit,
        "camp_look": proposals.look,
        "camp_open": proposals.opened,
        "camp_second": proposals.second,
        "camp_rate": proposals.rate,
        "camp_list": campaign_office.command,
        "camp_new": campaign_office.new,
        "camp_kept": campaign_office.shown,
        "camp_until": campaign_office.ask_until,
        "camp_units": campaign_office.choose_units,
        "camp_toggle": campaign_office.toggle,
        "camp_send": campaign_office.send,
        "camp_gather": campaign_office.ask_gather,
        "camp_drop": campaign_office.ask_drop,
        "camp_book": campaign_office.book,
        "camp_close": campaign_office.close,
        "camp_publish": results.publish,
        "camp_judge": results.judge,
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
    menu=(
        MenuEntry("menu-campaigns", "camp_mine"),
        MenuEntry("menu-campaigns-kept", "camp_list", Right.TASKS),
    ),
)
