"""What this conversation answers to."""

from __future__ import annotations

from handlers.raising import choosing, gathering, preview, reminding, starting, submitting
from handlers.raising.choosing import of_draft, view
from handlers.raising.drafts import View
from handlers.routing import Routes

in_private = gathering.in_private
edited = gathering.edited

ROUTES = Routes(
    private={"start": starting.start},
    presses={
        "raise_submit": of_draft(submitting.submit),
        "raise_add": of_draft(choosing.add),
        "raise_change": of_draft(view(View.CHANGE)),
        "raise_cancel": of_draft(submitting.cancel),
        "raise_restore": submitting.restore,
        "raise_show": of_draft(choosing.show_again),
        "raise_naming": of_draft(choosing.naming),
        "raise_category": of_draft(choosing.category),
        "raise_categories": of_draft(view(View.CATEGORIES)),
        "raise_kind": of_draft(choosing.kind),
        "raise_kinds": of_draft(view(View.KINDS)),
        "raise_units": of_draft(view(View.UNITS)),
        "raise_into": of_draft(choosing.into),
        "raise_page": of_draft(choosing.page),
        "raise_unit": of_draft(choosing.unit),
        "raise_words": of_draft(choosing.words),
        "raise_title": of_draft(choosing.ask_title),
        "raise_text": of_draft(choosing.ask_text),
        "raise_files": of_draft(choosing.drop_files),
        "raise_back": of_draft(view(View.WHOLE)),
        "raise_which": of_draft(view(View.OPEN)),
        "raise_new": of_draft(choosing.new),
        "raise_to": of_draft(submitting.add_to),
    },
    steps={"raise_title": choosing.title, "raise_text": choosing.text},
    looks={"drafts": reminding.remind},
    outcomes={preview.OUTCOME: preview.delivered},
)
