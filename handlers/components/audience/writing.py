"""Writing an announcement, choosing to whom, looking at it, and sending it."""

from __future__ import annotations

from dataclasses import replace

from handlers.components.audience import drafts, sending, units, verbs
from handlers.components.audience.drafts import PLAIN, Draft
from handlers.core import questions
from handlers.core import verbs as core_verbs
from handlers.core.buttons import Press, button
from handlers.core.previews import show_newest, stamp
from handlers.core.refusals import Refused
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Attachment, FileKind, Outgoing, OutKind, Rows, Style
from storage import broadcasts
from storage.units import Unit

TEXT_MOST = 3500
"""So long, with who says it above, it is one message."""
FILES_MOST = 10
_SETTLE_SECONDS = 2
"""The parts of an album are waited for, so that they are shown once."""
_NAMES = 6


async def command(turn: Turn) -> None:
    """``/broadcast``: one at a time for each author; who has one going sees how far it is."""
    await begin(turn, PLAIN)


async def begin(turn: Turn, kind: str) -> None:
    """Begin to write one of a kind."""
    await drafts.within(turn)
    going = [each for each in await broadcasts.unfinished(turn.tx) if each.author_id == turn.who.id]
    if going:
        await sending.show_anew(turn, going[0])
        return
    await questions.leave(turn)
    await drafts.keep(turn, Draft(kind=kind))
    turn.reply(turn.say(f"broadcast-write-{kind}", most=TEXT_MOST), buttons=_cancel(turn))


def _cancel(turn: Turn) -> Rows:
    return ((button(turn.say("ask-cancel"), core_verbs.ASK_CANCEL),),)


async def written(turn: Turn, question: Question) -> None:
    """One more message of the announcement."""
    await drafts.within(turn)
    before = drafts.read(question.facts)
    files = tuple(each for each in turn.event.attachments if _sendable(each))
    text = turn.event.text.strip()
    if not text and not files:
        turn.reply(turn.say("broadcast-not-this"), quote=True)
        return
    draft = before.with_words(turn.event.message or "", text, files)
    if len(draft.text) > TEXT_MOST or len(draft.files) > FILES_MOST:
        turn.reply(turn.say("broadcast-too-much", characters=TEXT_MOST, files=FILES_MOST), quote=True)
        return
    await drafts.keep(turn, draft)
    text, rows = _preview(turn, draft)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=text,
            buttons=rows,
            replace=f"broadcast-draft:{turn.who.id}",
            not_before=turn.now + _SETTLE_SECONDS,
        )
    )


def _preview(turn: Turn, draft: Draft) -> tuple[str, Rows]:
    return _content(turn, draft) + "\n\n" + turn.say("broadcast-go-on"), (
        (
            button(turn.say("broadcast-button-units"), verbs.BC_UNITS, 0, style=Style.PRIMARY),
            button(turn.say("broadcast-button-anew"), verbs.BC_ANEW, stamp(draft.text, draft.files)),
        ),
        *_cancel(turn),
    )


def _sendable(file: Attachment) -> bool:
    return file.kind not in (FileKind.UNSUPPORTED, FileKind.CONTACT, FileKind.STICKER)


def _content(turn: Turn, draft: Draft) -> str:
    lines = [turn.say("broadcast-content"), draft.text]
    if draft.files:
        lines.append(turn.say("broadcast-files", count=len(draft.files)))
    return "\n".join(filter(None, lines))


async def anew(turn: Turn, press: Press) -> None:
    """Words and files are dropped; the units chosen stay."""
    draft = await drafts.load(turn)
    if press.number(0) != stamp(draft.text, draft.files):
        show_newest(turn, *_preview(turn, draft))
        return
    await questions.drop(turn)
    await drafts.keep(turn, Draft(units=draft.units, kind=draft.kind))
    turn.edit(turn.say(f"broadcast-write-{draft.kind}", most=TEXT_MOST), buttons=_cancel(turn))


async def choose_units(turn: Turn, press: Press) -> None:
    """The page of units that was asked for."""
    await _show_units(turn, await drafts.load(turn), press.number(0) or 0)


async def toggle(turn: Turn, press: Press) -> None:
    """A unit is chosen, or no longer."""
    draft = await drafts.load(turn)
    unit_id, page = press.number(0), press.number(1) or 0
    if unit_id not in {each.id for each in await drafts.within(turn)}:
        raise Refused("broadcast-not-yours")
    draft = replace(draft, units=units.toggled(draft.units, int(unit_id)))
    await drafts.keep(turn, draft)
    await _show_units(turn, draft, page)


async def _show_units(turn: Turn, draft: Draft, page: int) -> None:
    allowed = await drafts.within(turn)
    ready = (button(turn.say("broadcast-button-review"), verbs.BC_REVIEW, style=Style.PRIMARY),) if draft.units else ()
    people = await drafts.reach(turn, drafts.chosen(draft, allowed))
    turn.edit(
        turn.say("broadcast-choose", count=people),
        buttons=tuple(
            filter(
                None,
                (
                    *units.rows(turn, allowed, draft.units, page, toggle=verbs.BC_TOGGLE, turning=verbs.BC_UNITS),
                    ready,
                    *_cancel(turn),
                ),
            )
        ),
    )


async def review(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """All of it once more, with how many people it reaches."""
    draft = await drafts.load(turn)
    text, rows = _whole(turn, draft, *await _reached(turn, draft))
    turn.edit(text, buttons=rows)


def _whole(turn: Turn, draft: Draft, picked: tuple[Unit, ...], people: int) -> tuple[str, Rows]:
    send = button(
        turn.say("broadcast-button-send", count=people), verbs.BC_SEND, _stamp(draft, picked), style=Style.PRIMARY
    )
    return "\n\n".join((_content(turn, draft), _to_whom(turn, picked, people))), (
        (send, button(turn.say("broadcast-button-units"), verbs.BC_UNITS, 0)),
        *_cancel(turn),
    )


def _stamp(draft: Draft, picked: tuple[Unit, ...]) -> int:
    return stamp(draft.kind, draft.text, draft.files, [each.id for each in picked])


def _to_whom(turn: Turn, picked: tuple[Unit, ...], people: int) -> str:
    names = "、".join(each.shown for each in picked[:_NAMES]) + ("…" if len(picked) > _NAMES else "")
    return turn.say("broadcast-to", units=names, count=people)


async def _reached(turn: Turn, draft: Draft) -> tuple[tuple[Unit, ...], int]:
    if not draft.text and not draft.files:
        raise Refused("broadcast-empty")
    picked = drafts.chosen(draft, await drafts.within(turn))
    people = await drafts.reach(turn, picked)
    if not people:
        raise Refused("broadcast-nobody")
    return picked, people


async def send(turn: Turn, press: Press) -> None:
    """It begins; the message with the button shows how far it is."""
    draft = await drafts.load(turn)
    picked, people = await _reached(turn, draft)
    if press.number(0) != _stamp(draft, picked):
        show_newest(turn, *_whole(turn, draft, picked, people))
        return
    await questions.drop(turn)
    if draft.kind == PLAIN:
        await sending.begin(turn, draft, picked, people)
    else:
        await turn.practised.sends[draft.kind](turn, draft, picked)
    turn.answer(turn.say("broadcast-begun"))


async def _name(turn: Turn, question: Question) -> str:
    draft = drafts.read(question.facts)
    if not draft.text and not draft.files:
        return ""
    return draft.text or turn.say("broadcast-files", count=len(draft.files))


async def _again(turn: Turn, question: Question) -> None:
    text, rows = _preview(turn, drafts.read(question.facts))
    turn.reply(text, buttons=rows)


KEPT = Kept(_name, _again)
