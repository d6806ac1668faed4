"""What the buttons ask for with which a message to many is written and sent."""

from __future__ import annotations

from handlers.core.buttons import Verb

BC_ANEW = Verb("bc_anew")
BC_PAUSE = Verb("bc_pause")
BC_RESUME = Verb("bc_resume")
BC_REVIEW = Verb("bc_review")
BC_SEND = Verb("bc_send")
BC_STOP = Verb("bc_stop")
BC_TOGGLE = Verb("bc_toggle")
BC_UNITS = Verb("bc_units")
