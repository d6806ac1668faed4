"""What this conversation answers to."""

from __future__ import annotations

from handlers.conversations.raiser import (
    concerns,
    draft_reminders,
    preview,
    preview_choices,
    submitting,
    verbs,
    welcome,
)
from handlers.conversations.raiser.concern_drafts import View
from handlers.conversations.raiser.preview_choices import of_draft, view
from handlers.core.commands import Command
from handlers.core.routing import Routes

in_private = concerns.in_private
edited = concerns.edited

ROUTES = Routes(
    commands={
        Command("start", line=False): welcome.start,
    },
    presses={
        verbs.RAISE_SUBMIT: of_draft(submitting.submit),
        verbs.RAISE_ADD: of_draft(preview_choices.add),
        verbs.RAISE_CHANGE: of_draft(view(View.CHANGE)),
        verbs.RAISE_CANCEL: of_draft(submitting.cancel),
        verbs.RAISE_RESTORE: submitting.restore,
        verbs.RAISE_SHOW: of_draft(preview_choices.show_again),
        verbs.RAISE_NAMING: of_draft(preview_choices.naming),
        verbs.RAISE_CATEGORY: of_draft(preview_choices.category),
        verbs.RAISE_CATEGORIES: of_draft(view(View.CATEGORIES)),
        verbs.RAISE_KIND: of_draft(preview_choices.kind),
        verbs.RAISE_KINDS: of_draft(view(View.KINDS)),
        verbs.RAISE_UNITS: of_draft(view(View.UNITS)),
        verbs.RAISE_INTO: of_draft(preview_choices.into),
        verbs.RAISE_PAGE: of_draft(preview_choices.page),
        verbs.RAISE_UNIT: of_draft(preview_choices.unit),
        verbs.RAISE_WORDS: of_draft(preview_choices.words),
        verbs.RAISE_TITLE: of_draft(preview_choices.ask_title),
        verbs.RAISE_TEXT: of_draft(preview_choices.ask_text),
        verbs.RAISE_FILES: of_draft(preview_choices.drop_files),
        verbs.RAISE_BACK: of_draft(view(View.WHOLE)),
        verbs.RAISE_WHICH: of_draft(view(View.OPEN)),
        verbs.RAISE_NEW: of_draft(preview_choices.new),
        verbs.RAISE_TO: of_draft(submitting.add_to),
    },
    steps={"raise_title": preview_choices.title, "raise_text": preview_choices.text},
    looks={"drafts": draft_reminders.remind},
    outcomes={preview.OUTCOME: preview.delivered},
)

CANCEL = Routes(commands={Command("cancel", line=False): concerns.cancel})
"""Apart, since the menus list it last."""
