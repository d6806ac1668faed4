"""/start: what this is and what happens to a concern, in four lines; and what a link's payload asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers.components.command_menu import refresh_menu
from handlers.conversations import invitations
from handlers.conversations.raiser import concern_drafts, follow_codes, preview, verbs
from handlers.conversations.raiser.concern_drafts import View
from handlers.core import questions
from handlers.core.buttons import button
from handlers.core.turn import Turn
from storage import board, units

PAYLOAD_CHARACTERS = 64
"""No link of ours carries more."""


async def start(turn: Turn) -> None:
    """Welcome the person, and do what their link asks for. A draft that is open stays, and is shown again."""
    await questions.leave(turn)
    await refresh_menu(turn, turn.who)
    payload = turn.event.argument
    prefix, _, word = payload.partition("-")
    if payload in ("", "hello"):
        _welcome(turn)
    elif prefix in _LINKS and word and len(payload) <= PAYLOAD_CHARACTERS:
        await _LINKS[prefix](turn, word)
        return
    else:
        _welcome(turn, turn.say("start-unknown-link"))
    await _draft_again(turn)


def _welcome(turn: Turn, above: str = "") -> None:
    text = turn.say("start-welcome", mailbox=turn.house.name)
    turn.reply(f"{above}\n\n{text}" if above else text)


async def _draft_again(turn: Turn) -> None:
    draft = await concern_drafts.load(turn)
    if draft is not None and not draft.empty:
        await preview.show(turn, replace(draft, locale=turn.locale), note=turn.say("start-draft"))


async def _of_unit(turn: Turn, code: str) -> None:
    unit = await units.by_code(turn.tx, code)
    if unit is None or unit.retired_at is not None:
        _welcome(turn, turn.say("start-unit-gone"))
        await _draft_again(turn)
        return
    await _preselect(turn, unit.id, None, turn.say("start-unit", unit=unit.shown))


async def _of_place(turn: Turn, code: str) -> None:
    place = await units.place_by_code(turn.tx, code)
    unit = None if place is None else await units.get(turn.tx, place.unit_id)
    if place is None or unit is None or unit.retired_at is not None:
        _welcome(turn, turn.say("start-place-gone"))
        await _draft_again(turn)
        return
    await _preselect(turn, unit.id, place.id, turn.say("start-place", place=place.name, unit=unit.shown))


async def _preselect(turn: Turn, unit: int, place: int | None, said: str) -> None:
    draft = await concern_drafts.load(turn) or concern_drafts.begin(turn)
    # A unit that the raiser chose for words that are there already is not changed behind their back.
    if draft.empty or not draft.chosen_unit:
        draft = replace(draft, unit=unit, place=place, linked=True, locale=turn.locale, view=View.WHOLE)
    await concern_drafts.save(turn, draft)
    _welcome(turn, said)
    await _draft_again(turn)


async def _invited(turn: Turn, code: str) -> None:
    await invitations.accept(turn, code)


async def _followed(turn: Turn, code: str) -> None:
    if not await follow_codes.open_by(turn, code):
        _welcome(turn)


async def _of_board(turn: Turn, word: str) -> None:
    found = await board.get(turn.tx, int(word)) if word.isascii() and word.isdigit() and len(word) < 10 else None
    if found is None or found.state != "published":
        _welcome(turn, turn.say("board-gone"))
        return
    text = turn.say("board-came", question=found.question)
    turn.reply(text, buttons=((button(turn.say("board-button-too"), verbs.BOARD_TOO, found.id),),))


_LINKS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "b": _of_board,
    "u": _of_unit,
    "p": _of_place,
    "i": _invited,
    "f": _followed,
}
