"""The buttons of the preview: unit, category, kind, naming, and the two words that are typed (title and text).

Every button carries its draft's id: one of an earlier draft gets told what became of it, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from handlers.conversations.raiser import concern_drafts, concerns, preview
from handlers.conversations.raiser.concern_drafts import Draft, Part, View
from handlers.conversations.raiser.contents import kept, readable
from handlers.core import questions
from handlers.core.buttons import Press
from handlers.core.questions import Question
from handlers.core.routing import OnPress
from handlers.core.turn import Turn
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Kind, Naming
from storage import tickets, units

TITLE_CHARACTERS = 60
_TOO_LONG_FOR_TITLE = 120
"""What is longer than this was not meant as a title: it joins the text."""

OnDraft = Callable[[Turn, Press, Draft], Awaitable[None]]


def of_draft(work: OnDraft) -> OnPress:
    """``work`` for the open draft that the button belongs to; other buttons are answered plainly."""

    async def pressed(turn: Turn, press: Press) -> None:
        draft = await concern_drafts.load(turn)
        if draft is None or draft.id != press.word(0):
            await outdated(turn, press.word(0))
            return
        await work(turn, press, replace(draft, locale=turn.locale))

    return pressed


async def outdated(turn: Turn, draft_id: str) -> None:
    """Say what became of the draft whose button was pressed."""
    known = await concern_drafts.fate(turn, draft_id)
    if known is None:
        turn.answer(turn.say("press-outdated"), alert=True)
        return
    ticket = await tickets.find(turn.tx, known.ticket)
    turn.answer(turn.say(f"raise-past-{known.what}", number=ticket.number if ticket else ""), alert=True)


async def add(turn: Turn, _: Press, draft: Draft) -> None:
    """补充: nothing to press, just to write."""
    turn.answer(turn.say("raise-add-toast"), alert=True)
    if draft.view is not View.WHOLE:
        await preview.show(turn, replace(draft, view=View.WHOLE))


async def show_again(turn: Turn, _: Press, draft: Draft) -> None:
    """The nudge's button: the preview once more, in place of the nudge."""
    await preview.show(turn, draft)


def view(which: View) -> OnDraft:
    """A button that opens a list or goes back."""

    async def opened(turn: Turn, press: Press, draft: Draft) -> None:
        page = press.number(1) or 0
        await preview.show(turn, replace(draft, view=which, page=page, node=None, typed=None))

    return opened


async def into(turn: Turn, press: Press, draft: Draft) -> None:
    """Look at the units below one, or at all of them."""
    node = press.number(1) or None
    await preview.show(turn, replace(draft, view=View.UNITS, node=node, page=press.number(2) or 0, typed=None))


async def page(turn: Turn, press: Press, draft: Draft) -> None:
    """Another page of the units shown."""
    node = press.number(1) or None
    await preview.show(turn, replace(draft, view=View.UNITS, node=node, page=press.number(2) or 0))


async def unit(turn: Turn, press: Press, draft: Draft) -> None:
    """The raiser's unit."""
    chosen = next((each for each in await units.everyone(turn.tx) if each.id == press.number(1)), None)
    if chosen is None:
        turn.answer(turn.say("raise-unit-gone"), alert=True)
        return
    after = replace(draft, unit=chosen.id, chosen_unit=True, place=None, linked=False, view=View.WHOLE, typed=None)
    turn.answer(turn.say("raise-unit-taken", unit=chosen.shown))
    await preview.show(turn, after)


async def words(turn: Turn, _: Press, draft: Draft) -> None:
    """What was typed was no unit's name but belongs to the matter."""
    if draft.typed is None:
        turn.answer(turn.say("press-outdated"))
        return
    message, text = draft.typed
    after = replace(draft, parts=(*draft.parts, Part(message, text)), typed=None, page=0)
    await preview.show(turn, after)


async def category(turn: Turn, press: Press, draft: Draft) -> None:
    """The category, or none."""
    asked = press.number(1)
    known = None if not asked else next((each for each in await units.categories(turn.tx) if each.id == asked), None)
    if asked and known is None:
        turn.answer(turn.say("press-outdated"), alert=True)
        return
    chosen = known.id if known else None
    await preview.show(turn, replace(draft, category=chosen, chosen_category=True, view=View.WHOLE, page=0))


async def kind(turn: Turn, press: Press, draft: Draft) -> None:
    """The kind; an accusation goes its own way from the first moment."""
    word = press.word(1)
    if word not in set(Kind):
        turn.answer(turn.say("press-outdated"), alert=True)
        return
    chosen = Kind(word)
    if chosen is Kind.REPORT:
        turn.answer(turn.say("raise-restricted"), alert=True)
    await preview.show(turn, replace(draft, chosen_kind=chosen, view=View.WHOLE))


async def naming(turn: Turn, press: Press, draft: Draft) -> None:
    """How the raiser is named."""
    word = press.word(1)
    if word not in set(Naming):
        turn.answer(turn.say("press-outdated"), alert=True)
        return
    chosen = Naming(word)
    turn.answer(turn.say(f"raise-naming-{chosen}", name=turn.who.name))
    await preview.show(turn, replace(draft, naming=chosen, view=View.WHOLE))


async def drop_files(turn: Turn, _: Press, draft: Draft) -> None:
    """Submit without the files."""
    after = replace(draft, parts=tuple(replace(part, files=()) for part in draft.parts), view=View.WHOLE)
    if after.empty:
        turn.answer(turn.say("raise-files-only"), alert=True)
        return
    turn.answer(turn.say("raise-files-dropped"))
    await preview.show(turn, after)


async def new(turn: Turn, _: Press, draft: Draft) -> None:
    """It is a new concern, not an addition."""
    await preview.show(turn, replace(draft, view=View.WHOLE, fresh=True))


async def ask_title(turn: Turn, _: Press, draft: Draft) -> None:
    """Ask for another title."""
    await questions.ask(turn, "raise_title", {"draft": draft.id}, text=turn.say("raise-ask-title"))


async def ask_text(turn: Turn, _: Press, draft: Draft) -> None:
    """Ask for the text anew."""
    await questions.ask(turn, "raise_text", {"draft": draft.id}, text=turn.say("raise-ask-text"))


async def _asked_about(turn: Turn, question: Question) -> Draft | None:
    await questions.drop(turn)
    draft = await concern_drafts.load(turn)
    return draft if draft is not None and draft.id == question.facts["draft"] else None


async def title(turn: Turn, question: Question) -> None:
    """The new title. What cannot be one is kept as words of the concern."""
    draft = await _asked_about(turn, question)
    text, files = readable(turn), kept(turn)
    if draft is None or files or not text or len(text) > _TOO_LONG_FOR_TITLE:
        await concerns.in_private(turn)
        return
    after = replace(draft, own_title=shorten(text, TITLE_CHARACTERS), view=View.WHOLE)
    await preview.show(turn, after, note=turn.say("raise-title-taken"))


async def text(turn: Turn, question: Question) -> None:
    """The new text in place of all words so far; the files stay."""
    draft = await _asked_about(turn, question)
    words, files = readable(turn), kept(turn)
    if draft is None or not words:
        await concerns.in_private(turn)
        return
    old = tuple(replace(part, text="") for part in draft.parts if part.files)
    after = replace(draft, parts=(*old, Part(turn.event.message or "", words, files)), view=View.WHOLE)
    await preview.show(turn, after, note=turn.say("raise-text-taken"))
