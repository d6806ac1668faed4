"""What the buttons of surveys ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

SV_AGAIN = Verb("sv_again")
SV_BOOK = Verb("sv_book")
SV_CLOSE = Verb("sv_close")
SV_DRAFT = Verb("sv_draft")
SV_FORM = Verb("sv_form")
SV_GO = Verb("sv_go")
SV_LIST = Verb("sv_list")
SV_MINE = Verb("sv_mine")
SV_NAMING = Verb("sv_naming")
SV_NEW = Verb("sv_new")
SV_NEXT = Verb("sv_next")
SV_OPEN = Verb("sv_open")
SV_PICK = Verb("sv_pick")
SV_PICTURE = Verb("sv_picture")
SV_PUBLISH = Verb("sv_publish")
SV_REMIND = Verb("sv_remind")
SV_REWRITE = Verb("sv_rewrite")
SV_SEND = Verb("sv_send")
SV_START = Verb("sv_start")
SV_SUBMIT = Verb("sv_submit")
SV_TOGGLE = Verb("sv_toggle")
SV_UNITS = Verb("sv_units")
SV_UNTIL = Verb("sv_until")
