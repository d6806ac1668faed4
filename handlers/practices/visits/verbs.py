"""What the buttons of visits ask for."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.core.buttons import Verb

VISIT_ANSWERED = Verb("visit_answered")
VISIT_BEGIN = Verb("visit_begin")
VISIT_CLOSE = Verb("visit_close")
VISIT_COORDINATED = Verb("visit_coordinated")
VISIT_DROP = Verb("visit_drop")
VISIT_FINISH = Verb("visit_finish")
VISIT_HEAD = Verb("visit_head")
VISIT_JOIN = Verb("visit_join")
VISIT_PLAN = Verb("visit_plan")
VISIT_PLANS = Verb("visit_plans")
VISIT_PROMISED = Verb("visit_promised")
VISIT_RECORDS = Verb("visit_records")
VISIT_TEMPLATE = Verb("visit_template")
VISIT_TICKET = Verb("visit_ticket")
VISIT_UNPLAN = Verb("visit_unplan")

OF_WAY: Mapping[str, Verb] = {
    "ticket": VISIT_TICKET,
    "coordinated": VISIT_COORDINATED,
    "answered": VISIT_ANSWERED,
    "promised": VISIT_PROMISED,
}
"""What an item becomes by a press, by the ways of :mod:`handlers.practices.visits.ways`."""
