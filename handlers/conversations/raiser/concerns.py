"""Words and files in a private chat become a draft at once, and every further message joins it."""

from __future__ import annotations

from dataclasses import replace

from handlers.components.albums import order_of
from handlers.conversations.raiser import concern_drafts, follow_codes, my_tickets, preview, unit_choice
from handlers.conversations.raiser.concern_drafts import Draft, Part, View
from handlers.conversations.raiser.contents import kept, not_kept, readable
from handlers.core import questions
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.rules.lifecycle import Naming

_TYPED_BUTTONS = frozenset({"提交", "确认", "确认提交", "取消", "修改", "submit", "cancel"})
_KEPT_VIEWS = frozenset({View.WHICH, View.UNITS})
"""Questions that stay open while the raiser goes on writing."""


async def in_private(turn: Turn) -> None:
    """A message in a private chat that is no command, no reply to a ticket's message and no answer to a question."""
    draft = await concern_drafts.load(turn)
    # What is written already may still become a named concern: a contact card waits in it. Alone it begins none.
    begun = draft is not None and not draft.empty
    text, files = readable(turn), kept(turn, Naming.NAMED if begun else concern_drafts.FIRST_NAMING)
    if not text and not files:
        turn.reply(not_kept(turn), quote=True)
        return
    if not files and await _means_something_else(turn, draft, text):
        return
    await take(turn, draft, text, files)


async def _means_something_else(turn: Turn, draft: Draft | None, text: str) -> bool:
    """A follow code, one's own ticket number, or the words of a button typed instead of pressed: answered as such."""
    writing = draft is not None and not draft.empty
    if await follow_codes.typed(turn, text, while_writing=writing) or await my_tickets.typed(turn, text):
        return True
    return writing and text.lower() in _TYPED_BUTTONS and await press_instead(turn)


async def cancel(turn: Turn) -> None:
    """``/cancel``: an open question is dropped; what was written before stays. A draft is cancelled by its button."""
    dropped = await questions.drop(turn)
    if not dropped and await press_instead(turn):
        return
    turn.reply(turn.say("ask-cancelled" if dropped else "help-nothing-open"), quote=True)


async def press_instead(turn: Turn) -> bool:
    """Show the open draft with its buttons to somebody who typed what is to be pressed; False if there is none."""
    draft = await concern_drafts.load(turn)
    if draft is None or draft.empty:
        return False
    await preview.show(turn, replace(draft, locale=turn.locale), note=turn.say("raise-press-instead"))
    return True


async def take(turn: Turn, draft: Draft | None, text: str, files: tuple[Attachment, ...]) -> None:
    """Let the message join the draft, a new one if there is none, and show it."""
    if draft is None:
        draft = concern_drafts.begin(turn)
    first = draft.empty
    if not first and draft.view is View.UNITS and not files and await _is_unit(turn, draft, text):
        return
    draft = with_words(draft, turn.event.message or "", text, files)
    if first:
        draft = await _opened(turn, draft)
    elif draft.view not in _KEPT_VIEWS or (draft.view is View.UNITS and draft.unit is not None):
        draft = replace(draft, view=View.WHOLE)
    await preview.show(turn, replace(draft, locale=turn.locale))


async def _opened(turn: Turn, draft: Draft) -> Draft:
    """The first words: ask whether they belong to the one open ticket, unless a poster's link says that it is new."""
    open_now = await preview.open_tickets(turn)
    if len(open_now) == 1 and not (draft.linked or draft.fresh):
        return replace(draft, view=View.WHICH)
    return replace(draft, view=View.WHOLE)


def with_words(draft: Draft, message: str, text: str, files: tuple[Attachment, ...]) -> Draft:
    """The draft with one more message; handed over twice, it is there once.

    What was looked for as a unit's name and led to no choice was a part of the matter after all.
    """
    if message and message in draft.said:
        return draft
    before = () if draft.typed is None else (Part(*draft.typed),)
    parts = (*draft.parts, *before, Part(message, text, files))
    if all(order_of(each.message, -1) >= 0 for each in parts):
        # As they were written, if a platform brings them otherwise.
        parts = tuple(sorted(parts, key=lambda each: order_of(each.message, -1)))
    return replace(draft, parts=parts, typed=None)


async def _is_unit(turn: Turn, draft: Draft, text: str) -> bool:
    """Whether the message names a unit, while the unit is asked: then it is the choice, or narrows the list."""
    found = await unit_choice.matching(turn, text)
    if not found.units:
        return False
    if found.sure:
        unit = found.units[0]
        chosen = replace(draft, unit=unit.id, chosen_unit=True, view=View.WHOLE, typed=None, page=0)
        note = turn.say("raise-unit-taken", unit=unit.shown)
        await preview.show(turn, chosen, note=note)
        return True
    await preview.show(turn, replace(draft, typed=(turn.event.message or "", text), page=0))
    return True


async def edited(turn: Turn) -> None:
    """A changed message: if it is part of the draft, the draft says the new words.

    Changed messages that are on a ticket already come by ``mine.ROUTES.edits``; any other is nobody's concern.
    """
    draft = await concern_drafts.load(turn)
    message = turn.event.message
    if draft is None or message not in draft.said:
        return
    text, files = readable(turn), kept(turn)
    parts = tuple(
        Part(each.message, text, files or each.files) if each.message == message else each for each in draft.parts
    )
    if parts != draft.parts:
        await preview.correct(turn, replace(draft, parts=parts))
