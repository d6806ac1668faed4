"""What the buttons of campaigns ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

CAMP_BOOK = Verb("camp_book")
CAMP_CLOSE = Verb("camp_close")
CAMP_DROP = Verb("camp_drop")
CAMP_GATHER = Verb("camp_gather")
CAMP_JUDGE = Verb("camp_judge")
CAMP_KEPT = Verb("camp_kept")
CAMP_LIST = Verb("camp_list")
CAMP_LOOK = Verb("camp_look")
CAMP_MINE = Verb("camp_mine")
CAMP_NAMING = Verb("camp_naming")
CAMP_NEW = Verb("camp_new")
CAMP_OPEN = Verb("camp_open")
CAMP_PROPOSE = Verb("camp_propose")
CAMP_PUBLISH = Verb("camp_publish")
CAMP_RATE = Verb("camp_rate")
CAMP_SECOND = Verb("camp_second")
CAMP_SEND = Verb("camp_send")
CAMP_SUBMIT = Verb("camp_submit")
CAMP_TOGGLE = Verb("camp_toggle")
CAMP_UNITS = Verb("camp_units")
CAMP_UNTIL = Verb("camp_until")
