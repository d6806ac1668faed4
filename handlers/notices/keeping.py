"""A notice in the hands of its office: writing one, how many have read it by unit, reminding, withdrawing."""

from __future__ import annotations

from handlers.broadcast import drafts, writing
from handlers.buttons import Press, button
from handlers.case.acting import Refused
from handlers.notices import publishing
from handlers.notices.reading import the_notice
from handlers.rules.rights import Right, Standing
from handlers.turn import Turn
from handlers.vocabulary import Rows, Style
from handlers.wording import day, shorten
from storage import notices, units
from storage.notices import Notice

LISTED = 8
LOOKED_AT = 60
SHOWN_UNITS = 20


async def command(turn: Turn, press: Press | None = None) -> None:  # noqa: ARG001 - by the menu too
    """``/notice``: those of one's units with how many have read them, and a new one."""
    allowed = {each.id for each in await drafts.within(turn)}
    found = [each for each in await notices.recent(turn.tx, LOOKED_AT) if allowed & set(each.picked)][:LISTED]
    lines = [turn.say("notice-kept", count=len(found)), ""]
    for place, each in enumerate(found, 1):
        read, whole = await _counts(turn, each)
        date = day(turn.locale, turn.house.calendar, each.made_at)
        lines.append(turn.say("notice-kept-line", place=place, title=each.title, date=date, read=read, whole=whole))
    new = button(turn.say("notice-button-new"), "note_new", style=Style.PRIMARY)
    rows: Rows = tuple(
        (button(f"{place}. {shorten(each.title, 30)}", "note_rates", each.id),) for place, each in enumerate(found, 1)
    )
    turn.reply("\n".join(lines), buttons=(*rows, (new,)))


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """Write one."""
    turn.answer(turn.say("notice-see-below"))
    await writing.begin(turn, "notice")


async def _below(turn: Turn, notice: Notice) -> list[units.Unit]:
    known = await units.everyone(turn.tx, retired=True)
    picked = [each for each in known if each.id in notice.picked]
    return [each for each in known if any(each.path.startswith(top.path) for top in picked)]


async def _counts(turn: Turn, notice: Notice) -> tuple[int, int]:
    readers = await notices.readers_by_unit(turn.tx, notice.id)
    people = await notices.people_by_unit(turn.tx, [each.id for each in await _below(turn, notice)])
    return sum(readers.values()), max(sum(people.values()), sum(readers.values()))


async def _own(turn: Turn, press: Press) -> Notice:
    notice = await the_notice(turn, press.number(0))
    known = {each.id: each for each in await units.everyone(turn.tx, retired=True)}
    path = known[notice.unit_id].path
    if not Standing(turn.roles, path).may(Right.BROADCAST):
        raise Refused(turn.say("broadcast-not-yours"))
    return notice


async def rates(turn: Turn, press: Press) -> None:
    """How many have read it, by unit."""
    notice = await _own(turn, press)
    turn.answer(turn.say("notice-see-below"))
    text, rows = await _shown(turn, notice)
    turn.reply(text, buttons=rows)


async def _shown(turn: Turn, notice: Notice) -> tuple[str, Rows]:
    below = await _below(turn, notice)
    readers = await notices.readers_by_unit(turn.tx, notice.id)
    people = await notices.people_by_unit(turn.tx, [each.id for each in below])
    read, whole = await _counts(turn, notice)
    asked = await notices.questions(turn.tx, notice.id)
    lines = [turn.say("notice-rates", title=notice.title, read=read, whole=whole, asked=asked), ""]
    shown = [each for each in below if people.get(each.id) or readers.get(each.id)]
    for each in shown[:SHOWN_UNITS]:
        part, of = readers.get(each.id, 0), max(people.get(each.id, 0), readers.get(each.id, 0))
        lines.append(turn.say("notice-rate-line", unit=each.name, read=part, whole=of, percent=f"{part / of:.0%}"))
    elsewhere = sum(count for unit, count in readers.items() if unit not in {each.id for each in shown})
    if elsewhere:
        lines.append(turn.say("notice-rate-elsewhere", read=elsewhere))
    return "\n".join(lines), (
        (
            button(turn.say("notice-button-remind"), "note_remind", notice.id),
            button(turn.say("notice-button-retire"), "note_retire", notice.id, style=Style.DANGER),
        ),
    )


async def remind(turn: Turn, press: Press) -> None:
    """Once more to those who have not read it; the message with the button shows the progress."""
    notice = await _own(turn, press)
    if not await publishing.remind(turn, notice):
        raise Refused(turn.say("broadcast-nobody"))
    turn.answer(turn.say("notice-reminded"))


async def retire(turn: Turn, press: Press) -> None:
    """It no longer counts: nobody can ask about it, and the list does not show it."""
    notice = await _own(turn, press)
    await notices.retire(turn.tx, notice.id, turn.now)
    turn.answer(turn.say("notice-retired"))
    turn.edit(turn.say("notice-retired-head", title=notice.title))
