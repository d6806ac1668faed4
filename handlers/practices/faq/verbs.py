"""What the buttons of frequent questions ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

FAQ_CHANGE = Verb("faq_change")
FAQ_KEEP = Verb("faq_keep")
FAQ_KEPT = Verb("faq_kept")
FAQ_NEW = Verb("faq_new")
FAQ_RETIRE = Verb("faq_retire")
FAQ_SOLVED = Verb("faq_solved")
FAQ_STILL = Verb("faq_still")
