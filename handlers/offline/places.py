"""Boxes and places of a unit, and the posters that lead from them to the mailbox."""

from __future__ import annotations

import secrets
from functools import partial

from handlers import asking
from handlers.asking import Question
from handlers.buttons import Press, button, in_rows
from handlers.case.acting import Refused
from handlers.case.telling import DESK_LOCALE
from handlers.desk.choosing import PAGE
from handlers.desk.finding import words_only
from handlers.offline.drafting import reach
from handlers.rules.codes import ALPHABET
from handlers.rules.rights import Right
from handlers.texts import say
from handlers.turn import Turn
from handlers.vocabulary import Attachment, FileKind, Rows
from handlers.wording import shorten
from storage import units
from storage.units import Place, Unit

_say = partial(say, DESK_LOCALE)
KIND = "off_place"
BOX, PLACE = "box", "place"
_KINDS = {"意见箱": BOX, "箱": BOX, "box": BOX, "地点": PLACE, "海报": PLACE, "场所": PLACE, "place": PLACE}
MOST_NAME = 30
_CODE = 6


async def _all(turn: Turn, right: Right) -> list[tuple[Unit, Place]]:
    return [(unit, each) for unit in await reach(turn, right) for each in await units.places(turn.tx, unit.id)]


async def place_named(turn: Turn, words: str) -> tuple[Place | None, str]:
    """The box or place whose name begins ``words``, and what follows."""
    words = words.strip()
    for _, each in sorted(await _all(turn, Right.LOG), key=lambda pair: -len(pair[1].name)):
        if words.startswith(each.name):
            return each, words[len(each.name) :].strip()
        if words.upper().startswith(each.code):
            return each, words[len(each.code) :].strip()
    return None, words


async def boxes(turn: Turn) -> None:
    """``/boxes`` lists; ``/boxes + 名称 类型 保管人`` adds; ``/boxes - 名称`` takes one off the list."""
    await reach(turn, Right.PLACES)
    words = turn.event.argument
    if words[:1] in ("+", "＋"):
        await _add(turn, words[1:].strip())
    elif words[:1] in ("-", "－", "—"):
        await _retire(turn, words[1:].strip())
    elif words:
        raise Refused(turn.say("off-boxes-how"))
    else:
        text, rows = await _list(turn, 0)
        turn.reply(text, buttons=rows, quote=True)


async def _list(turn: Turn, number: int) -> tuple[str, Rows]:
    known = await _all(turn, Right.PLACES)
    last = max(0, (len(known) - 1) // PAGE)
    number = min(number, last)
    shown = known[number * PAGE : (number + 1) * PAGE]
    lines = [_say("off-boxes-head" if known else "off-boxes-none")]
    for unit, each in shown:
        keeper = each.keeper or _say("nobody")
        lines.append(_say("off-box", name=each.name, unit=unit.name, kind=_say(f"off-kind-{each.kind}"), keeper=keeper))
    rows: Rows = in_rows(
        (button(_say("off-button-poster", name=shorten(each.name, 20)), "off_poster", each.id) for _, each in shown), 1
    )
    turns = []
    if number > 0:
        turns.append(button(_say("desk-button-previous"), "off_boxes", number - 1))
    if number < last:
        turns.append(button(_say("desk-button-next"), "off_boxes", number + 1))
    if turns:
        rows = (*rows, tuple(turns))
    return "\n".join(lines), (*rows, (button(_say("off-button-add"), "off_add_place"),))


async def page(turn: Turn, press: Press) -> None:
    """Another page of the list."""
    text, rows = await _list(turn, press.number(0) or 0)
    turn.edit(text, buttons=rows)


async def ask(turn: Turn, press: Press) -> None:  # noqa: ARG001 - the shape of a press
    """添加: asks for name, kind and keeper."""
    await reach(turn, Right.PLACES)
    await asking.ask(turn, KIND, {}, text=_say("off-place-ask"))
    turn.answer(turn.say("desk-see-below"))


async def answered(turn: Turn, question: Question) -> None:  # noqa: ARG001 - the shape of a step
    """The new box or place."""
    await reach(turn, Right.PLACES)
    words = words_only(turn)
    await _add(turn, words)
    await asking.drop(turn)


async def _add(turn: Turn, words: str) -> None:
    reached = await reach(turn, Right.PLACES)
    unit = reached[0]
    tokens = words.split()
    if not tokens:
        raise Refused(turn.say("off-boxes-how"))
    name, kind, keepers = tokens[0], None, []
    for token in tokens[1:]:
        named = next((each for each in reached if token in (each.name, each.code)), None)
        if kind is None and token.lower() in _KINDS:
            kind = _KINDS[token.lower()]
        elif named is not None:
            unit = named
        else:
            keepers.append(token)
    if len(name) > MOST_NAME or len(" ".join(keepers)) > MOST_NAME:
        raise Refused(turn.say("desk-too-long", most=MOST_NAME))
    if any(each.name == name for each in await units.places(turn.tx, unit.id)):
        raise Refused(turn.say("off-place-twice", name=name, unit=unit.name))
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
        _say("off-place-added", name=added.name, kind=_say(f"off-kind-{added.kind}"), unit=unit.name),
        buttons=((button(_say("off-button-poster", name=shorten(added.name, 20)), "off_poster", added.id),),),
        quote=True,
    )


async def _retire(turn: Turn, name: str) -> None:
    for _, each in await _all(turn, Right.PLACES):
        if each.name == name:
            await units.retire_place(turn.tx, each.id, turn.now)
            turn.reply(_say("off-place-retired", name=name), quote=True)
            return
    raise Refused(turn.say("off-place-unknown", name=shorten(name, MOST_NAME)))


# Posters.


async def poster(turn: Turn) -> None:
    """``/poster`` asks for which place, ``/poster 名称`` sends it at once."""
    reached = await reach(turn, Right.PLACES)
    name = turn.event.argument
    known = await _all(turn, Right.PLACES)
    if name:
        chosen = [each for _, each in known if name in (each.name, each.code)]
        if not chosen:
            raise Refused(turn.say("off-place-unknown", name=shorten(name, MOST_NAME)))
        _send(turn, chosen[0].name, {"place": chosen[0].id})
        return
    shown = [button(shorten(reached[0].name, 40), "off_poster", "unit", reached[0].id)]
    shown.extend(button(shorten(f"{unit.name} {each.name}", 40), "off_poster", each.id) for unit, each in known[:30])
    turn.reply(_say("off-poster-ask"), buttons=in_rows(shown, 1), quote=True)


async def print_poster(turn: Turn, press: Press) -> None:
    """The poster of this place, or of a whole unit."""
    if press.word(0) == "unit":
        units_here = {each.id: each for each in await reach(turn, Right.PLACES)}
        unit = units_here.get(press.number(1) or 0)
        if unit is None:
            raise Refused(turn.say("press-outdated"))
        _send(turn, unit.name, {"unit": unit.id})
    else:
        chosen = [each for _, each in await _all(turn, Right.PLACES) if each.id == press.number(0)]
        if not chosen:
            raise Refused(turn.say("press-outdated"))
        _send(turn, chosen[0].name, {"place": chosen[0].id})
    turn.answer(turn.say("off-poster-coming"))


def _send(turn: Turn, name: str, facts: dict[str, int]) -> None:
    made = Attachment(FileKind.DOCUMENT, made="poster", facts={**facts, "channel": turn.event.channel})
    turn.reply(_say("off-poster", name=name), attachments=(made,), quote=True)
