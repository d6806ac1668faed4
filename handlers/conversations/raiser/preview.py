"""The one preview of a draft: what will be submitted and what can still be chosen, kept at the bottom of the chat.

New words push it down: the old one is taken away and a new one sent. A press changes it where it stands. Its message
id is known from the report of its delivery; a preview that a newer one overtook on the way is taken away then.
"""

from __future__ import annotations

from dataclasses import replace

from handlers.conversations.raiser import concern_drafts, unit_choice, verbs
from handlers.conversations.raiser.category_hints import Suggestion, suggest
from handlers.conversations.raiser.concern_drafts import Draft, View
from handlers.conversations.raiser.offered_questions import offered
from handlers.core.buttons import Verb, button, in_rows
from handlers.core.texts import say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Button, Outgoing, OutKind, Priority, Refusal, Rows, Spot, Style
from handlers.core.wording import count_files, shorten, traces_in_words
from handlers.people import raisers
from handlers.rules.danger import danger_in
from handlers.rules.lifecycle import Kind, Naming
from handlers.rules.splitting import split, units
from handlers.rules.traces import traces
from storage import units as unit_rows
from storage.tickets import OPEN_STATES, Ticket

OUTCOME = "raise_card"
"""Marks the reports about previews."""
TEXT_UNITS = 1500
"""What of the beginning of a long text the preview shows; all of it is submitted."""
END_CHARACTERS = 200
DANGER_CHARACTERS = 50_000
SPARE_SECONDS = 3600
"""So long before a message can no longer be taken away it is emptied instead: it may have to wait until it goes."""
_LABEL = 30
_CATEGORIES = 12


async def open_tickets(turn: Turn) -> tuple[Ticket, ...]:
    """What whoever writes here has raised and is not finished, newest first."""
    known = await raisers.own_tickets(turn)
    return tuple(each for each in reversed(known) if each.state in OPEN_STATES)


async def show(turn: Turn, draft: Draft, *, note: str = "", below: bool = False) -> Draft:
    """Save the draft and bring its preview up to date: where it was pressed, or else at the bottom of the chat.

    ``note`` is said above it. ``below``: send it anew even after a press.
    """
    draft = _mind(turn, await unit_choice.settle(turn, draft))
    if draft.view is View.WHICH and not await open_tickets(turn):
        draft = replace(draft, view=View.WHOLE)
    if draft.view is View.WHOLE and draft.unit is None:
        draft = replace(draft, view=View.UNITS)
    suggestion = await _suggestion(turn, draft)
    if not draft.chosen_category:
        draft = replace(draft, category=suggestion.clear)
    text, rows = await _card(turn, draft, suggestion)
    if note:
        text = f"{note}\n\n{text}"
    pressed = turn.event.message if turn.event.press is not None else None
    if pressed is not None and not below:
        draft = _in_place(turn, draft, pressed, text, rows)
    else:
        draft = _at_bottom(turn, draft, text, rows)
    await concern_drafts.save(turn, draft)
    return draft


def _mind(turn: Turn, draft: Draft) -> Draft:
    """Who writes of danger to life or limb reads at once where help is, before anything is submitted, and once."""
    danger = danger_in(draft.words[:DANGER_CHARACTERS], turn.house.danger)
    if danger is None or draft.warned == danger:
        return draft
    text = "\n".join((say(draft.locale, f"danger-{danger}"), say(draft.locale, "danger-draft")))
    turn.send(Outgoing(OutKind.SEND, to=draft.address, text=text))
    return replace(draft, warned=danger)


async def correct(turn: Turn, draft: Draft) -> None:
    """The raiser changed words of the draft: the preview says the new ones where it stands."""
    card = draft.card
    if card is None:
        await show(turn, draft)
        return
    draft = _mind(turn, await unit_choice.settle(turn, draft))
    suggestion = await _suggestion(turn, draft)
    if not draft.chosen_category:
        draft = replace(draft, category=suggestion.clear)
    text, rows = await _card(turn, draft, suggestion)
    await concern_drafts.save(turn, _in_place(turn, draft, card, text, rows))


async def _suggestion(turn: Turn, draft: Draft) -> Suggestion:
    # An accusation goes its own way: nothing is compared with other tickets.
    if draft.accuses or draft.kind is Kind.REPORT:
        return Suggestion(None, ())
    return await suggest(turn, draft.title, draft.text)


def _in_place(turn: Turn, draft: Draft, message: str, text: str, rows: Rows) -> Draft:
    if draft.card is not None and draft.card != message:
        take_away(turn, draft, draft.card, draft.card_at)
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=draft.address,
            text=text,
            buttons=rows,
            target=Spot(message=message),
            replace=f"card:{draft.id}",
            facts={"for": OUTCOME, "draft": draft.id, "version": draft.version, "target": message},
        )
    )
    return replace(draft, card=message, card_at=draft.card_at or turn.now)


def _at_bottom(turn: Turn, draft: Draft, text: str, rows: Rows) -> Draft:
    if draft.card is not None:
        take_away(turn, draft, draft.card, draft.card_at)
    draft = replace(draft, card=None, card_at=turn.now, version=draft.version + 1)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=draft.address,
            text=text,
            buttons=rows,
            replace=f"card:{draft.id}",
            report=True,
            facts={"for": OUTCOME, "draft": draft.id, "version": draft.version},
            priority=Priority.INTERACTIVE,
        )
    )
    return draft


def take_away(turn: Turn, draft: Draft, message: str, sent_at: int) -> None:
    """An earlier preview goes, so that one is left."""
    _take_away(turn, draft.address, draft.locale, message, sent_at)


def _take_away(turn: Turn, where: Address, locale: str, message: str, sent_at: int) -> None:
    facts = {"for": OUTCOME}
    if turn.now - sent_at < turn.house.abilities[where.channel].delete_seconds - SPARE_SECONDS:
        turn.send(Outgoing(OutKind.DELETE, to=where, target=Spot(message=message), facts=facts))
        return
    text, target = say(locale, "raise-card-below"), Spot(message=message, sent_at=sent_at)
    turn.send(Outgoing(OutKind.EDIT, to=where, text=text, target=target, in_place=True, facts=facts))


def close(turn: Turn, draft: Draft, text: str, *, buttons: Rows = ()) -> None:
    """The draft has come to its end by a press: the preview that was pressed says so, and no other is left."""
    if draft.card is not None and draft.card != turn.event.message:
        take_away(turn, draft, draft.card, draft.card_at)
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=draft.address,
            text=text,
            buttons=buttons,
            target=Spot(message=turn.event.message),
            # A preview that still waits to be sent is needless now.
            replace=f"card:{draft.id}",
            facts={"for": OUTCOME},
        )
    )


async def delivered(turn: Turn) -> None:
    """What became of a preview: its id is known now, or it was overtaken, or the message to change is gone."""
    event = turn.event
    draft = await concern_drafts.load(turn)
    if draft is None or event.facts.get("draft") != draft.id:
        ended = await concern_drafts.fate(turn, str(event.facts.get("draft", "")))
        if ended is not None and event.member == Refusal.DELIVERED and event.message not in (None, ended.card):
            _take_away(turn, event.address, turn.locale, str(event.message), turn.now)
        return
    newest = event.facts.get("version") == draft.version
    if event.member == Refusal.DELIVERED and event.message is not None:
        if not newest:
            take_away(turn, draft, event.message, turn.now)
            return
        if draft.card is not None and draft.card != event.message:
            take_away(turn, draft, draft.card, draft.card_at)
        await concern_drafts.save(turn, replace(draft, card=event.message))
    elif event.member != Refusal.TARGET_GONE or not newest or event.facts.get("target") != draft.card:
        return
    elif await concern_drafts.as_writer(turn, draft):
        # The raiser deleted the preview themselves: it comes back below.
        await show(turn, replace(draft, card=None), below=True)


async def _card(turn: Turn, draft: Draft, suggestion: Suggestion) -> tuple[str, Rows]:
    locale = draft.locale
    shown = _words(draft)
    lines: list[str]
    rows: Rows
    match draft.view:
        case View.WHICH:
            (only,) = (await open_tickets(turn))[:1] or (None,)
            if only is not None:
                ask = say(locale, "raise-which", number=only.number, title=shorten(only.title, 40))
                return "\n".join([*shown, "", ask]), _which_rows(draft, only)
            lines, rows = await _whole(turn, draft, suggestion)
        case View.OPEN:
            lines, rows = [say(locale, "raise-which-of")], await _open_rows(turn, draft)
        case View.UNITS:
            ask, chosen = await unit_choice.choosing(turn, draft, locale)
            if draft.unit is None:
                # Everything else can be seen and chosen meanwhile: the question stops nobody.
                whole, rest = await _whole(turn, draft, suggestion)
                lines, rows = [*whole, "", ask], (*chosen, *rest)
            else:
                lines, rows = [ask], (*chosen, (_button(draft, "back", verbs.RAISE_BACK),))
        case View.CHANGE:
            lines, rows = [say(locale, "raise-change")], _change_rows(draft)
        case View.CATEGORIES:
            lines, rows = [say(locale, "raise-categories")], await _category_rows(turn, draft)
        case View.KINDS:
            lines, rows = [say(locale, "raise-kinds")], _kind_rows(draft)
        case _:
            lines, rows = await _whole(turn, draft, suggestion)
    return "\n".join([*shown, "", *lines]), rows


def _words(draft: Draft) -> list[str]:
    """The head, the title, the text as far as it fits, and how many files."""
    locale = draft.locale
    lines = [say(locale, "raise-head")]
    if draft.title:
        lines.append(say(locale, "raise-title", title=draft.title))
    text = draft.text
    if text and text != draft.own_title and (draft.own_title or text != draft.title):
        if units(text) > TEXT_UNITS + END_CHARACTERS:
            # Its end too: that is what they have just written.
            lines.append(f"{split(text, TEXT_UNITS)[0].rstrip()}…\n…{text[-END_CHARACTERS:].lstrip()}")
            lines.append(say(locale, "raise-text-long", count=len(text)))
        else:
            lines.append(text)
    if draft.files:
        lines.append(say(locale, "raise-files", files=count_files(locale, draft.files)))
    if draft.held_back:
        lines.append(say(locale, "raise-contact-stays"))
    return lines


async def _whole(turn: Turn, draft: Draft, suggestion: Suggestion) -> tuple[list[str], Rows]:
    locale = draft.locale
    unit = None if draft.unit is None else await unit_rows.get(turn.tx, draft.unit)
    above = await unit_choice.unless_chosen(turn, draft) if unit is None else None
    place = None if draft.place is None else await unit_rows.place(turn.tx, draft.place)
    category = None if draft.category is None else await unit_rows.category(turn.tx, draft.category)
    name = turn.who.name
    lines = [say(locale, "raise-unit", unit=unit.shown if unit else say(locale, "raise-none"))]
    if above is not None:
        lines = [say(locale, "raise-unit-above", unit=above.shown)]
    if place is not None:
        lines.append(say(locale, "raise-place", place=place.name))
    if draft.kind is not Kind.REPORT:
        lines.append(say(locale, "raise-category", category=category.name if category else say(locale, "raise-none")))
    lines.append(say(locale, "raise-kind", kind=say(locale, f"kind-{draft.kind}")))
    readers = "-restricted" if draft.kind is Kind.REPORT and not draft.undecided else ""
    lines.append(say(locale, f"raise-naming-{draft.naming}{readers}", name=name or say(locale, "raise-none")))
    if draft.undecided:
        lines.extend(("", say(locale, "raise-accuses")))
    elif draft.kind is Kind.REPORT:
        lines.extend(("", say(locale, "raise-restricted")))
    found = traces(draft.words, own=name) if draft.naming is not Naming.NAMED else ()
    if found:
        lines.extend(("", say(locale, "raise-traces", traces=traces_in_words(locale, found))))
    rows: list[tuple[Button, ...]] = list(await offered(turn, draft))
    if rows:
        lines.extend(("", say(locale, "faq-offers")))
    if category is None and suggestion.offers and draft.kind is not Kind.REPORT and not draft.chosen_category:
        rows.append(
            tuple(
                button(shorten(each.name, _LABEL), verbs.RAISE_CATEGORY, draft.id, each.id)
                for each in suggestion.offers
            )
        )
    if draft.undecided:
        rows.append((_button(draft, "restricted", verbs.RAISE_KIND, Kind.REPORT, style=Style.PRIMARY),))
        rows.append((_button(draft, "ordinary", verbs.RAISE_KIND, Kind.COMPLAINT),))
    rows.append(
        tuple(
            button(
                say(locale, f"naming-{each}"),
                verbs.RAISE_NAMING,
                draft.id,
                each,
                style=Style.PRIMARY if each is draft.naming else Style.PLAIN,
            )
            for each in Naming
        )
    )
    rows.append(
        (_button(draft, "submit", verbs.RAISE_SUBMIT, style=Style.PRIMARY), _button(draft, "add", verbs.RAISE_ADD))
    )
    rows.append((_button(draft, "change", verbs.RAISE_CHANGE), _button(draft, "cancel", verbs.RAISE_CANCEL)))
    if not draft.fresh and await open_tickets(turn):
        rows.append((_button(draft, "to-open", verbs.RAISE_WHICH),))
    return lines, tuple(rows)


def nudge_rows(draft: Draft) -> Rows:
    """Under the nudge about a draft that was left: look at it, or cancel it."""
    return (
        (_button(draft, "show", verbs.RAISE_SHOW, style=Style.PRIMARY), _button(draft, "cancel", verbs.RAISE_CANCEL)),
    )


def _button(draft: Draft, label: str, verb: Verb, *words: str | int, style: Style = Style.PLAIN) -> Button:
    return button(say(draft.locale, f"raise-button-{label}"), verb, draft.id, *words, style=style)


def _which_rows(draft: Draft, only: Ticket) -> Rows:
    to = button(say(draft.locale, "raise-button-to", number=only.number), verbs.RAISE_TO, draft.id, only.id)
    return (
        (to, _button(draft, "new", verbs.RAISE_NEW)),
        (_button(draft, "cancel", verbs.RAISE_CANCEL),),
    )


async def _open_rows(turn: Turn, draft: Draft) -> Rows:
    shown = [
        button(shorten(f"{each.number} {each.title}", _LABEL), verbs.RAISE_TO, draft.id, each.id)
        for each in (await open_tickets(turn))[:_CATEGORIES]
    ]
    return (*in_rows(shown, 1), (_button(draft, "back", verbs.RAISE_BACK),))


def _change_rows(draft: Draft) -> Rows:
    shown = [
        _button(draft, "change-title", verbs.RAISE_TITLE),
        _button(draft, "change-text", verbs.RAISE_TEXT),
        _button(draft, "change-kind", verbs.RAISE_KINDS),
        _button(draft, "change-unit", verbs.RAISE_UNITS),
    ]
    if draft.kind is not Kind.REPORT:
        shown.insert(2, _button(draft, "change-category", verbs.RAISE_CATEGORIES, 0))
    if draft.files:
        shown.append(_button(draft, "drop-files", verbs.RAISE_FILES))
    shown.append(_button(draft, "back", verbs.RAISE_BACK))
    return in_rows(shown, 2)


async def _category_rows(turn: Turn, draft: Draft) -> Rows:
    known = await unit_rows.categories(turn.tx)
    last = max(0, (len(known) - 1) // _CATEGORIES)
    page = min(draft.page, last)
    shown = [
        button(shorten(each.name, _LABEL), verbs.RAISE_CATEGORY, draft.id, each.id)
        for each in known[page * _CATEGORIES : (page + 1) * _CATEGORIES]
    ]
    rows = list(in_rows(shown, 3))
    turning = []
    if page > 0:
        turning.append(button(say(draft.locale, "page-back"), verbs.RAISE_CATEGORIES, draft.id, page - 1))
    if page < last:
        turning.append(button(say(draft.locale, "page-on"), verbs.RAISE_CATEGORIES, draft.id, page + 1))
    if turning:
        rows.append(tuple(turning))
    rows.append((_button(draft, "no-category", verbs.RAISE_CATEGORY, 0), _button(draft, "back", verbs.RAISE_BACK)))
    return tuple(rows)


def _kind_rows(draft: Draft) -> Rows:
    shown = [button(say(draft.locale, f"kind-{each}"), verbs.RAISE_KIND, draft.id, each) for each in Kind]
    return (*in_rows(shown, 3), (_button(draft, "back", verbs.RAISE_BACK),))
