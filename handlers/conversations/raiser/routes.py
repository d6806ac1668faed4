"""What this conversation answers to."""

from __future__ import annotations

from handlers.conversations.raiser import concerns, draft_reminders, preview, preview_choices, submitting, welcome
from handlers.conversations.raiser.concern_drafts import View
from handlers.conversations.raiser.preview_choices import of_draft, view
from handlers.core.routing import Routes

in_private = concerns.in_private
edited = concerns.edited

ROUTES = Routes(
    private={"start": welcome.start},
    presses={
        "raise_submit": of_draft(submitting.submit),
        "raise_add": of_draft(preview_choices.add),
        "raise_change": of_draft(view(View.CHANGE)),
        "raise_cancel": of_draft(submitting.cancel),
        "raise_restore": submitting.restore,
        "raise_show": of_draft(preview_choices.show_again),
        "raise_naming": of_draft(preview_choices.naming),
        "raise_category": of_draft(preview_choices.category),
        "raise_categories": of_draft(view(View.CATEGORIES)),
        "raise_kind": of_draft(preview_choices.kind),
        "raise_kinds": of_draft(view(View.KINDS)),
        "raise_units": of_draft(view(View.UNITS)),
        "raise_into": of_draft(preview_choices.into),
        "raise_page": of_draft(preview_choices.page),
        "raise_unit": of_draft(preview_choices.unit),
        "raise_words": of_draft(preview_choices.words),
        "raise_title": of_draft(preview_choices.ask_title),
        "raise_text": of_draft(preview_choices.ask_text),
        "raise_files": of_draft(preview_choices.drop_files),
        "raise_back": of_draft(view(View.WHOLE)),
        "raise_which": of_draft(view(View.OPEN)),
        "raise_new": of_draft(preview_choices.new),
        "raise_to": of_draft(submitting.add_to),
    },
    steps={"raise_title": preview_choices.title, "raise_text": preview_choices.text},
    looks={"drafts": draft_reminders.remind},
    outcomes={preview.OUTCOME: preview.delivered},
)
