"""What the buttons below a digest ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

DIG_BELOW = Verb("dig_below")
DIG_BROWSE = Verb("dig_browse")
DIG_LEDGER = Verb("dig_ledger")
DIG_MORE = Verb("dig_more")
DIG_PAPER = Verb("dig_paper")
DIG_PERIOD = Verb("dig_period")
DIG_WEEK = Verb("dig_week")
MAN_CHOOSE = Verb("man_choose")
