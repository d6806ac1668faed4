"""The digest when somebody asks for it: now, another week, a unit below; its details and files."""

from __future__ import annotations

from handlers.components.narrowing import Reach
from handlers.conversations.manager import verbs
from handlers.conversations.manager.scope import may, own_units, the_unit
from handlers.core.buttons import Press, button, in_rows
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows
from handlers.core.wording import pinch
from handlers.reports.digest import dispatch
from handlers.reports.digest.findings import Look
from handlers.reports.digest.screen import score, screen
from handlers.reports.digest.sections import in_words
from handlers.reports.digest.weeks import PERIODS, Week, earlier, label, span_of, week_of
from handlers.rules.rights import Right
from storage import units
from storage.units import Unit

_FAR_WEEKS = 520
"""Ten years: further back nobody has figures."""


async def asked_unit(turn: Turn, right: Right, none: str) -> tuple[Unit, tuple[Unit, ...]]:
    """The unit that a command is about (its argument: name or code), and the person's other topmost units.

    Raises:
        Refused: they may not, or there is no such unit in their reach.
        FitsSeveral: several units there are called so.
    """
    own = await own_units(turn, right)
    if not own:
        raise Refused(none)
    wanted = turn.event.argument
    if not wanted:
        return own[0], own[1:]
    everyone = await units.everyone(turn.tx, retired=True)
    reachable = [each for each in everyone if each.retired_at is None and may(turn, right, each)]
    found = Reach(reachable, everyone, turn.picked).named(wanted)
    if found is None:
        raise Refused("manager-no-unit", name=wanted[:40])
    return found, ()


async def command(turn: Turn) -> None:
    """``/digest``: the week so far, of one's own unit or a named one below."""
    unit, others = await asked_unit(turn, Right.DIGEST, "manager-no-digest")
    week = week_of(turn.house.calendar, turn.house.digest, turn.now)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    others_row = tuple(button(pinch(each.shown, 40), verbs.DIG_SHOW, each.id, week.start) for each in others)
    turn.reply(
        screen(turn.locale, look, turn.house),
        buttons=(*_buttons(turn, look), *in_rows(others_row, 2)),
        attachments=dispatch.files(turn.locale, look, turn.house),
    )


def _buttons(turn: Turn, look: Look) -> Rows:
    return dispatch.buttons(turn.locale, look, may_supervise=may(turn, Right.SUPERVISE, look.unit))


async def _asked(turn: Turn, press: Press, at: int = 2) -> tuple[Unit, Week]:
    """The unit and the span of a press, whose period is its argument ``at`` (older buttons have none: a week)."""
    unit = await the_unit(turn, press.number(0), Right.DIGEST)
    calendar, rules = turn.house.calendar, turn.house.digest
    start, period = press.number(1), press.word(at)
    current = week_of(calendar, rules, turn.now)
    if period in PERIODS[1:] and start is not None and start <= turn.now:
        return unit, span_of(calendar, period, start)
    if start is None or not earlier(calendar, current, _FAR_WEEKS).start <= start <= current.start:
        raise Refused("press-outdated")
    return unit, week_of(calendar, rules, start)


async def show(turn: Turn, press: Press) -> None:
    """The digest of a unit and week, in a message of its own."""
    unit, week = await _asked(turn, press)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    turn.reply(screen(turn.locale, look, turn.house), buttons=_buttons(turn, look))


async def other_week(turn: Turn, press: Press) -> None:
    """The week before or after, in the same message."""
    unit, week = await _asked(turn, press, 3)
    calendar = turn.house.calendar
    back = press.word(2) == "earlier"
    wanted = earlier(calendar, week, 1 if back else -1)
    if wanted.start > turn.now:
        raise Refused("manager-no-later")
    look = await dispatch.look_at(turn.tx, turn.house, unit, wanted, turn.now)
    if back and not look.now.raised and not look.now.new and look.last is None:
        raise Refused("manager-no-earlier")
    turn.edit(screen(turn.locale, look, turn.house), buttons=_buttons(turn, look))


async def of_period(turn: Turn, press: Press) -> None:
    """The month, the quarter or the week so far."""
    unit = await the_unit(turn, press.number(0), Right.DIGEST)
    period = press.word(1)
    if period not in PERIODS:
        raise Refused("press-outdated")
    calendar = turn.house.calendar
    week = week_of(calendar, turn.house.digest, turn.now) if period == "week" else span_of(calendar, period, turn.now)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    turn.reply(screen(turn.locale, look, turn.house), buttons=_buttons(turn, look))


async def paper(turn: Turn, press: Press) -> None:
    """公文版: the same as a document."""
    unit, week = await _asked(turn, press)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    turn.answer(turn.say("digest-paper-sending"))
    turn.reply("", attachments=(dispatch.paper(turn.locale, look),))


async def details(turn: Turn, press: Press) -> None:
    """Everything that the first screen only counts."""
    unit, week = await _asked(turn, press)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    turn.reply(
        in_words(turn.locale, look, turn.house),
        buttons=((button(turn.say("digest-button-files"), verbs.DIG_FILES, unit.id, week.start, week.period),),),
    )


async def files(turn: Turn, press: Press) -> None:
    """The picture and the workbook of a week."""
    unit, week = await _asked(turn, press)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    turn.reply("", attachments=dispatch.files(turn.locale, look, turn.house))
    turn.answer(turn.say("manager-sent"))


async def below(turn: Turn, press: Press) -> None:
    """The units below, each with its figures and a button to its own digest."""
    unit, week = await _asked(turn, press)
    look = await dispatch.look_at(turn.tx, turn.house, unit, week, turn.now)
    children = [each for each in look.ranked if each.unit.parent_id == unit.id]
    if not children:
        raise Refused("manager-below-none", unit=unit.shown)
    lines = [turn.say("manager-below", unit=unit.shown, span=label(turn.locale, turn.house.calendar, look.week))]
    lines.extend(
        turn.say(
            "manager-below-line",
            name=each.unit.shown,
            new=each.figures.new,
            open=each.figures.open,
            overdue=each.figures.overdue,
            score=score(turn.locale, each.figures, turn.house.seen_from(unit.code)),
        )
        for each in children
    )
    shown = [button(pinch(each.unit.shown, 40), verbs.DIG_SHOW, each.unit.id, week.start) for each in children[:40]]
    turn.reply("\n".join(lines), buttons=in_rows(shown, 2))
