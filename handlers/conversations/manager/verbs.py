"""What only a manager's own buttons ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

DIG_FILES = Verb("dig_files")
DIG_LIST = Verb("dig_list")
DIG_SHOW = Verb("dig_show")
MAN_DROP = Verb("man_drop")
MAN_FILES = Verb("man_files")
MAN_GIVE = Verb("man_give")
MAN_SUPERVISE = Verb("man_supervise")
MAN_WHICH = Verb("man_which")
