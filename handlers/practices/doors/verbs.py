"""What the buttons of the other doors ask for."""

from __future__ import annotations

from handlers.core.buttons import Verb

OFF_ADD_PLACE = Verb("off_add_place")
OFF_AGAIN = Verb("off_again")
OFF_BOXES = Verb("off_boxes")
OFF_PICK = Verb("off_pick")
OFF_POSTER = Verb("off_poster")
OFF_RATED = Verb("off_rated")
OFF_SET = Verb("off_set")
OFF_SUBMIT = Verb("off_submit")
