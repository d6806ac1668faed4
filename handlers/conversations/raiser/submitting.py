"""What ends a draft: 提交, adding it to an open ticket, 取消; and calling a cancelled one back."""

from __future__ import annotations

from dataclasses import replace

from handlers.cases import submission
from handlers.cases.pieces import keep_parts
from handlers.cases.submission import Concern
from handlers.cases.telling import neutral
from handlers.conversations.raiser import access, concern_drafts, preview, preview_choices, unit_choice, verbs
from handlers.conversations.raiser.concern_drafts import Draft, View
from handlers.conversations.raiser.supplements import added_words
from handlers.core.buttons import Press, button
from handlers.core.turn import Turn
from handlers.core.wording import traces_in_words
from handlers.rules.lifecycle import Kind, Naming
from handlers.rules.traces import traces
from storage import history, people


async def submit(turn: Turn, _: Press, draft: Draft) -> None:
    """Put it on the ledger. Whatever is missing is said, and nothing is lost."""
    if draft.empty:
        turn.answer(turn.say("raise-empty-draft"), alert=True)
        return
    unit = draft.unit
    if unit is None:
        # Asked and not answered: whoever presses 提交 all the same is heard above, where it can be handed on.
        above = await unit_choice.unless_chosen(turn, draft)
        if above is None:
            turn.answer(turn.say("raise-unit-first"), alert=True)
            return
        unit = above.id
    if draft.undecided:
        turn.answer(turn.say("raise-decide-first"), alert=True)
        if draft.view is not View.WHOLE:
            await preview.show(turn, replace(draft, view=View.WHOLE))
        return
    named = draft.naming is Naming.NAMED
    done = await submission.submit(
        turn,
        Concern(
            text=draft.text,
            unit_id=unit,
            kind=draft.kind,
            naming=draft.naming,
            title=draft.title,
            category_id=None if draft.kind is Kind.REPORT else draft.category,
            # Names of files say who wrote them: of a raiser who is not named they are not even kept.
            files=draft.files if named else neutral(draft.files, draft.naming),
            place_id=draft.place,
            said=draft.said,
            notice=draft.notice,
        ),
        raiser=turn.who,
    )
    if draft.chosen_unit:
        await people.belongs_to(turn.tx, turn.who.id, unit)
    story = await history.of_ticket(turn.tx, done.ticket.id)
    await _keep_parts(turn, story[0].id, draft)
    await concern_drafts.finish(turn, draft, "submitted", done.ticket.id)
    preview.close(turn, draft, turn.say("raise-submitted", number=done.ticket.number))
    turn.answer(turn.say("raise-submitted", number=done.ticket.number))


async def add_to(turn: Turn, press: Press, draft: Draft) -> None:
    """These words belong to a ticket that is there already."""
    reached = await access.reach(turn, press.number(1))
    ticket = reached.ticket
    found = traces(draft.words, own=turn.who.name) if ticket.naming != Naming.NAMED else ()
    if found and draft.traced != draft.text:
        # The choice of a ticket comes before everything else in the preview, the hint of what is in the words too.
        note = turn.say("raise-traces-to", number=ticket.number, traces=traces_in_words(turn.locale, found))
        await preview.show(turn, replace(draft, traced=draft.text), note=note)
        turn.answer(note, alert=True)
        return
    files = neutral(draft.files, ticket.naming)
    acted = await submission.supplement(
        turn,
        ticket,
        draft.text,
        files,
        said=draft.said,
        holds_code=reached.holds_code,
    )
    await _keep_parts(turn, acted.entry, draft)
    await concern_drafts.finish(turn, draft, "added", ticket.id)
    said = await added_words(turn, ticket)
    if draft.held_back or len(files) < len(draft.files):
        said += "\n" + turn.say("raise-contact-stays")
    preview.close(turn, draft, said)
    turn.answer(said)


async def cancel(turn: Turn, _: Press, draft: Draft) -> None:
    """Nothing is submitted; it can be called back."""
    await concern_drafts.cancel(turn, draft)
    turn.answer(turn.say("raise-cancelled-toast"))
    back = button(turn.say("raise-button-restore"), verbs.RAISE_RESTORE, draft.id)
    preview.close(turn, draft, turn.say("raise-cancelled"), buttons=((back,),))


async def restore(turn: Turn, press: Press) -> None:
    """Call a cancelled draft back, unless another is being written."""
    open_now = await concern_drafts.load(turn)
    if open_now is not None and not open_now.empty:
        same = open_now.id == press.word(0)
        turn.answer(turn.say("raise-restored" if same else "raise-restore-busy"), alert=not same)
        return
    draft = await concern_drafts.restore(turn, press.word(0))
    if draft is None:
        known = await concern_drafts.fate(turn, press.word(0))
        if known is not None and known.what != "cancelled":
            await preview_choices.outdated(turn, press.word(0))
        else:
            turn.answer(turn.say("raise-restore-gone"), alert=True)
        return
    turn.answer(turn.say("raise-restored"))
    await preview.show(turn, replace(draft, card=None, locale=turn.locale))


async def _keep_parts(turn: Turn, entry: int, draft: Draft) -> None:
    if len(draft.parts) > 1:
        await keep_parts(turn, entry, [(each.message, each.text) for each in draft.parts])
