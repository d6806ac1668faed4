"""``/log``: a concern from the hotline, a visit, a paper box or a letter, written down on somebody's behalf.

Three messages at most: the command with door and contact, the words with photos, and one press.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from handlers.cases import submission
from handlers.cases.submission import Concern
from handlers.components import albums
from handlers.components.follow_slip import show_code
from handlers.conversations.secretary.finding import sendable
from handlers.conversations.secretary.pickers import PAGE
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import write_file
from handlers.core.previews import show_newest
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, Words, say
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Button, Outgoing, OutKind, Rows, Spot, Style
from handlers.core.wording import moment, pinch, shorten
from handlers.people.places import place_named, units_within
from handlers.practices.doors import verbs
from handlers.practices.doors.entry_drafts import (
    DOORS,
    KIND,
    Draft,
    category_now,
    contact_in,
    contact_words,
    keep,
    kind_now,
    naming_of,
    of_question,
    opened,
    preview,
    source_of,
)
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Kind, Naming, Source
from handlers.rules.rights import Right
from storage import history, units
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)


async def log(turn: Turn) -> None:
    """The command: who it is from and by which door; the words may follow on further lines at once."""
    unit = (await units_within(turn, Right.LOG))[0]
    first, _, words = turn.event.argument.partition("\n")
    draft = Draft(unit.id)
    door, _, rest = first.strip().partition(" ")
    source = source_of(door)
    if source is None:
        rest = first
    else:
        draft = replace(draft, source=source)
    if source is Source.BOX:
        place, rest = await place_named(turn, rest)
        if place is not None:
            draft = replace(draft, place=place.id, unit=place.unit_id)
    draft = replace(draft, contact=contact_in(rest), text=words.strip())
    _, files = sendable(turn)
    draft = replace(draft, files=tuple(write_file(each) for each in files))
    draft = await keep(turn, draft)
    if draft.text or draft.files:
        await _show(turn, draft)
        return
    rows: Rows = (*_doors(draft), (questions.cancel_button(turn),))
    turn.reply(
        _say("off-log-ask", source=_say(f"source-{draft.source}"), contact=contact_words(draft)),
        buttons=rows,
        quote=True,
    )


def _doors(draft: Draft) -> Rows:
    return in_rows(
        (
            button(
                _say(f"source-{each}"),
                verbs.OFF_SET,
                "source",
                each,
                style=Style.PRIMARY if each == draft.source else Style.PLAIN,
            )
            for each in DOORS
        ),
        4,
    )


async def gather(turn: Turn, question: Question) -> None:
    """Words and files of the concern, in as many messages as it takes."""
    draft = of_question(question)
    text, files = sendable(turn)
    draft = replace(
        draft,
        text="\n".join(each for each in (draft.text, text) if each),
        files=(*draft.files, *(write_file(each) for each in files)),
    )
    await _show(turn, await keep(turn, draft))


async def _show(turn: Turn, draft: Draft) -> None:
    text, rows = await preview(turn, draft)
    event = turn.event
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=event.address,
            text=text,
            buttons=rows,
            reply_to=Spot(message=event.message) if event.message else None,
            not_before=albums.waiting(turn).get("not_before"),
            # The parts of one album are shown once, when the last has come.
            replace=f"log:{event.album}" if event.album else None,
        )
    )


async def again(turn: Turn, press: Press) -> None:  # noqa: ARG001 - the shape of a press
    """Begin the words anew."""
    draft = await opened(turn)
    await questions.drop(turn)
    draft = await keep(turn, replace(draft, text="", files=(), kind=None, chosen_category=False))
    turn.answer(turn.say("off-again"))
    turn.edit(
        _say("off-log-ask", source=_say(f"source-{draft.source}"), contact=contact_words(draft)),
        buttons=(*_doors(draft), (questions.cancel_button(turn),)),
    )


# Changing a part of the preview.


async def pick(turn: Turn, press: Press) -> None:
    """The choices for one part."""
    await opened(turn)
    part, number = press.word(0), press.number(1) or 0
    shown = await _choices(turn, part)
    last = max(0, (len(shown) - 1) // PAGE)
    number = min(number, last)
    rows: list[tuple[Button, ...]] = list(in_rows(shown[number * PAGE : (number + 1) * PAGE], 1))
    turns = []
    if number > 0:
        turns.append(button(_say("desk-button-previous"), verbs.OFF_PICK, part, number - 1))
    if number < last:
        turns.append(button(_say("desk-button-next"), verbs.OFF_PICK, part, number + 1))
    if turns:
        rows.append(tuple(turns))
    rows.append((button(_say("off-button-back"), verbs.OFF_SET),))
    turn.edit(_say(f"off-pick-{part}"), buttons=tuple(rows))


async def _choices(turn: Turn, part: str) -> list[Button]:
    match part:
        case "unit":
            return [
                button("　" * (each.level - 1) + pinch(each.shown, 40), verbs.OFF_SET, part, each.id)
                for each in sorted(await units_within(turn, Right.LOG), key=lambda each: each.path)
            ]
        case "category":
            return [
                button(shorten(each.name, 40), verbs.OFF_SET, part, each.id) for each in await units.categories(turn.tx)
            ]
        case "kind":
            return [button(_say(f"kind-{each}"), verbs.OFF_SET, part, each) for each in Kind]
        case "source":
            return [button(_say(f"source-{each}"), verbs.OFF_SET, part, each) for each in DOORS]
    raise Refused("press-outdated")


async def choose(turn: Turn, press: Press) -> None:
    """A part of the draft is this from now on (none: back to the preview)."""
    draft, part, word = await opened(turn), press.word(0), press.word(1)
    match part:
        case "unit":
            if press.number(1) not in {each.id for each in await units_within(turn, Right.LOG)}:
                raise Refused("press-outdated")
            draft = replace(draft, unit=press.number(1) or draft.unit)
        case "category":
            if press.number(1) not in {each.id for each in await units.categories(turn.tx)}:
                raise Refused("press-outdated")
            draft = replace(draft, category=press.number(1), chosen_category=True)
        case "kind" if word in list(Kind):
            draft = replace(draft, kind=word)
        case "source" if word in list(DOORS):
            draft = replace(draft, source=word, place=draft.place if word == Source.BOX else None)
            turn.answer(_say(f"source-{word}"))
        case "naming":
            draft = replace(draft, anonymous=word == "anonymous")
        case "":
            pass
        case _:
            raise Refused("press-outdated")
    draft = await keep(turn, draft)
    if draft.text or draft.files:
        text, rows = await preview(turn, draft)
    else:
        text = _say("off-log-ask", source=_say(f"source-{draft.source}"), contact=contact_words(draft))
        rows = (*_doors(draft), (questions.cancel_button(turn),))
    turn.edit(text, buttons=rows)


# Submitting.


async def submit(turn: Turn, press: Press) -> None:
    """What the preview showed becomes a ticket; its follow code is shown once."""
    draft = await opened(turn)
    if not (draft.text or draft.files):
        raise Refused("desk-draft-gone")
    if draft.version != press.number(0):
        show_newest(turn, *await preview(turn, draft))
        return
    if draft.unit not in {each.id for each in await units_within(turn, Right.LOG)}:
        raise Refused("not-your-role", role=Words("role-secretary"))
    naming = naming_of(draft)
    submitted = await submission.submit(
        turn,
        Concern(
            text=draft.text,
            unit_id=draft.unit,
            kind=kind_now(draft),
            naming=naming,
            category_id=await category_now(turn, draft),
            files=draft.attachments,
            source=Source(draft.source),
            place_id=draft.place,
            contact=draft.contact if naming is Naming.NAMED else {},
        ),
        raiser=None,
    )
    await questions.drop(turn)
    ticket, code = submitted.ticket, submitted.code
    turn.answer(turn.say("off-submitted-toast", number=ticket.number))
    turn.edit(_say("off-submitted", number=ticket.number, title=ticket.title, due=await _accept_due(turn, ticket)))
    if code is not None:
        show_code(turn, ticket, code)


async def _accept_due(turn: Turn, ticket: Ticket) -> str:
    due = [each for each in await history.deadlines_of(turn.tx, ticket.id) if each.kind == DeadlineKind.ACCEPT]
    return moment(DESK_LOCALE, turn.house.calendar, due[0].due_at) if due else _say("case-no-date")


async def _name(turn: Turn, question: Question) -> str:  # noqa: ARG001 - one shape for all kinds
    """Nothing is written while there is neither a word nor a name."""
    draft = of_question(question)
    if not draft.text and not draft.files and not draft.contact:
        return ""
    who = contact_words(draft) if draft.contact else _say(f"source-{draft.source}")
    return "：".join(each for each in (who, draft.text) if each)


async def _again(turn: Turn, question: Question) -> None:
    draft = of_question(question)
    if draft.text or draft.files:
        await _show(turn, draft)
        return
    asked = _say("off-log-ask", source=_say(f"source-{draft.source}"), contact=contact_words(draft))
    turn.reply(asked, buttons=(*_doors(draft), (questions.cancel_button(turn),)))


def _same(before: Question, now: Question) -> bool:
    """The next version of the same draft: what its own buttons changed."""
    return before.kind == now.kind and now.facts["version"] == before.facts["version"] + 1


KEPT = Kept(_name, _again, _same)

__all__ = ["KIND", "again", "choose", "gather", "log", "pick", "submit"]
