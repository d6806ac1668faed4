"""What the buttons of notices ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

NOTE_ASK = Verb("note_ask")
NOTE_BOOK = Verb("note_book")
NOTE_KEPT = Verb("note_kept")
NOTE_LIST = Verb("note_list")
NOTE_NEW = Verb("note_new")
NOTE_OPEN = Verb("note_open")
NOTE_RATES = Verb("note_rates")
NOTE_READ = Verb("note_read")
NOTE_REMIND = Verb("note_remind")
NOTE_RETIRE = Verb("note_retire")
