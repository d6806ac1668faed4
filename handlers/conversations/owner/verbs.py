"""What only an owner's own buttons ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

OWN_ASREPORT = Verb("own_asreport")
OWN_DONE = Verb("own_done")
OWN_RATHER = Verb("own_rather")
OWN_REWRITE = Verb("own_rewrite")
OWN_TAKE = Verb("own_take")
OWN_TODO = Verb("own_todo")
OWN_WHICH = Verb("own_which")
