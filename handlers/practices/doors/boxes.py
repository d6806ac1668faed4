"""Boxes and places of a unit, and the posters that lead from them to the mailbox."""

from __future__ import annotations

import secrets
from functools import partial

from handlers.conversations.secretary.finding import words_only
from handlers.conversations.secretary.pickers import PAGE
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Rows
from handlers.core.wording import pinch, shorten
from handlers.people.directories import of_units
from handlers.people.places import all_places, keepers_of, places_as_directory, units_within
from handlers.practices.doors import verbs
from handlers.rules.codes import ALPHABET
from handlers.rules.directory import Entry, alike, pieces_of
from handlers.rules.rights import Right
from storage import units
from storage.units import Unit

_say = partial(say, DESK_LOCALE)
KIND = "off_place"
BOX, PLACE = "box", "place"
_KINDS = {"意见箱": BOX, "箱": BOX, "box": BOX, "地点": PLACE, "海报": PLACE, "场所": PLACE, "place": PLACE}
MOST_NAME = 30
_CODE = 6


async def boxes(turn: Turn) -> None:
    """``/boxes`` lists; ``/boxes + 名称 类型 保管人`` adds; ``/boxes - 名称`` takes one off the list."""
    await units_within(turn, Right.PLACES)
    words = turn.event.argument
    if words[:1] in ("+", "＋"):
        await _add(turn, words[1:].strip())
    elif words[:1] in ("-", "－", "—"):
        await _retire(turn, words[1:].strip())
    elif words:
        raise Refused("off-boxes-how")
    else:
        text, rows = await _list(turn, 0)
        turn.reply(text, buttons=rows, quote=True)


async def _list(turn: Turn, number: int) -> tuple[str, Rows]:
    known = await all_places(turn, Right.PLACES)
    last = max(0, (len(known) - 1) // PAGE)
    number = min(number, last)
    shown = known[number * PAGE : (number + 1) * PAGE]
    lines, called = (
        [_say("off-boxes-head" if known else "off-boxes-none")],
        await places_as_directory(turn, Right.PLACES),
    )
    for unit, each in shown:
        keeper = each.keeper or _say("nobody")
        lines.append(
            _say("off-box", name=each.name, unit=unit.shown, kind=_say(f"off-kind-{each.kind}"), keeper=keeper)
        )
    rows: Rows = in_rows(
        (
            button(_say("off-button-poster", name=pinch(called.shown(each.id), 30)), verbs.OFF_POSTER, each.id)
            for _, each in shown
        ),
        1,
    )
    turns = []
    if number > 0:
        turns.append(button(_say("desk-button-previous"), verbs.OFF_BOXES, number - 1))
    if number < last:
        turns.append(button(_say("desk-button-next"), verbs.OFF_BOXES, number + 1))
    if turns:
        rows = (*rows, tuple(turns))
    return "\n".join(lines), (*rows, (button(_say("off-button-add"), verbs.OFF_ADD_PLACE),))


async def page(turn: Turn, press: Press) -> None:
    """Another page of the list."""
    text, rows = await _list(turn, press.number(0) or 0)
    turn.edit(text, buttons=rows)


async def ask(turn: Turn, press: Press) -> None:  # noqa: ARG001 - the shape of a press
    """添加: asks for name, kind and keeper."""
    await units_within(turn, Right.PLACES)
    await questions.ask(turn, KIND, {}, text=_say("off-place-ask"))
    turn.answer(turn.say("desk-see-below"))


async def answered(turn: Turn, question: Question) -> None:  # noqa: ARG001 - the shape of a step
    """The new box or place."""
    await units_within(turn, Right.PLACES)
    words = words_only(turn)
    await _add(turn, words)
    await questions.drop(turn)


async def _add(turn: Turn, words: str) -> None:
    reached = await units_within(turn, Right.PLACES)
    unit = reached[0]
    known = of_units(reached, await units.everyone(turn.tx, retired=True))
    tokens = pieces_of(words)
    if not tokens:
        raise Refused("off-boxes-how")
    name, kind, keepers = tokens[0], None, []
    for token in tokens[1:]:
        if kind is None and token.lower() in _KINDS:
            kind = _KINDS[token.lower()]
        elif (named := known.the_one(token, turn.picked, part=False)) is not None:
            unit = next(each for each in reached if each.id == named.key)
        else:
            keepers.append(token)
    if len(name) > MOST_NAME or len(" ".join(keepers)) > MOST_NAME:
        raise Refused("desk-too-long", most=MOST_NAME)
    if any(alike(each.name, name) for each in await units.places(turn.tx, unit.id)):
        raise Refused("off-place-twice", name=name, unit=unit.shown)
    keepers = [await _keeper(turn, each, unit) for each in keepers]
    added = await units.add_place(
        turn.tx,
        unit_id=unit.id,
        kind=kind or (BOX if "箱" in name else PLACE),
        code="".join(secrets.choice(ALPHABET) for _ in range(_CODE)),
        name=name,
        keeper=" ".join(keepers) or None,
        now=turn.now,
    )
    turn.reply(
        _say("off-place-added", name=added.name, kind=_say(f"off-kind-{added.kind}"), unit=unit.shown),
        buttons=((button(_say("off-button-poster", name=shorten(added.name, 20)), verbs.OFF_POSTER, added.id),),),
        quote=True,
    )


async def _keeper(turn: Turn, name: str, unit: Unit) -> str:
    """Who looks after it, as they are told apart from others of that name; whoever is nobody here is taken as is."""
    known = await keepers_of(turn, unit)
    found = known.the_one(name, turn.picked, part=False)
    return name if found is None else known.shown(found.key)


async def _called(turn: Turn, name: str) -> Entry:
    """The box or place that is meant.

    Raises:
        Refused: there is none of that name.
        FitsSeveral: there are several.
    """
    found = (await places_as_directory(turn, Right.PLACES)).the_one(name, turn.picked, part=False)
    if found is None:
        raise Refused("off-place-unknown", name=shorten(name, MOST_NAME))
    return found


async def _retire(turn: Turn, name: str) -> None:
    found = await _called(turn, name)
    await units.retire_place(turn.tx, found.key, turn.now)
    turn.reply(_say("off-place-retired", name=found.name), quote=True)


# Posters.


async def poster(turn: Turn) -> None:
    """``/poster`` asks for which place, ``/poster 名称`` sends it at once."""
    reached = await units_within(turn, Right.PLACES)
    name = turn.event.argument
    known = await all_places(turn, Right.PLACES)
    if name:
        found = await _called(turn, name)
        _send(turn, found.name, {"place": found.key})
        return
    shown = [button(pinch(reached[0].shown, 40), verbs.OFF_POSTER, "unit", reached[0].id)]
    shown.extend(button(pinch(f"{unit.shown} {each.name}", 40), verbs.OFF_POSTER, each.id) for unit, each in known[:30])
    turn.reply(_say("off-poster-ask"), buttons=in_rows(shown, 1), quote=True)


async def print_poster(turn: Turn, press: Press) -> None:
    """The poster of this place, or of a whole unit."""
    if press.word(0) == "unit":
        units_here = {each.id: each for each in await units_within(turn, Right.PLACES)}
        unit = units_here.get(press.number(1) or 0)
        if unit is None:
            raise Refused("press-outdated")
        _send(turn, unit.shown, {"unit": unit.id})
    else:
        chosen = [each for _, each in await all_places(turn, Right.PLACES) if each.id == press.number(0)]
        if not chosen:
            raise Refused("press-outdated")
        _send(turn, chosen[0].name, {"place": chosen[0].id})
    turn.answer(turn.say("off-poster-coming"))


def _send(turn: Turn, name: str, facts: dict[str, int]) -> None:
    made = Attachment(FileKind.DOCUMENT, made="poster", facts={**facts, "channel": turn.event.channel})
    turn.reply(_say("off-poster", name=name), attachments=(made,), quote=True)
