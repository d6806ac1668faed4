"""Visits that come again (定期巡诊、定点服务): announced the day before; on its day the desk is asked to enter it."""

from __future__ import annotations

from handlers.components.audience import sending
from handlers.components.audience.sending import Wrapping
from handlers.conversations.secretary.finding import place, words_only
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.here import say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, Outgoing, OutKind, Priority, Style
from handlers.core.wording import moment, shorten
from handlers.practices.visits import verbs
from handlers.rules import recurring
from handlers.rules.calendar import WorkCalendar
from handlers.rules.recurring import Every, NotRecurring, Recurring, read_recurring
from handlers.rules.rights import Right
from handlers.tasks import changes
from storage import history, units, visits
from storage.visits import Plan

WRITE = "visit_plan"
_DAY = 86_400


def next_at(plan: Plan, calendar: WorkCalendar, now: int) -> int:
    """When it is next."""
    return recurring.next_at(Recurring(Every(plan.every), plan.day, plan.minutes), calendar, now)


async def show(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """Those of this unit, and a new one."""
    unit = await place(turn, Right.LOG)
    found = [each for each in await visits.plans(turn.tx) if each.unit_id == unit.id]
    calendar = turn.house.calendar_for(unit.code)
    lines = [say_here(turn, "visit-plans", unit=unit.shown, count=len(found)), ""]
    lines += [
        f"{place_}. {each.theme}（{moment(DESK_LOCALE, calendar, next_at(each, calendar, turn.now))}，{each.place}）"
        for place_, each in enumerate(found, 1)
    ]
    turn.answer(turn.say("task-see-below"))
    turn.reply(
        "\n".join(lines),
        buttons=(
            *(
                (
                    button(
                        say_here(turn, "visit-button-unplan", name=shorten(each.theme, 20)), verbs.VISIT_UNPLAN, each.id
                    ),
                )
                for each in found
            ),
            (button(say_here(turn, "visit-button-plan"), verbs.VISIT_PLAN, style=Style.PRIMARY),),
        ),
    )


async def ask(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """A new one."""
    await place(turn, Right.LOG)
    await questions.ask(turn, WRITE, {}, text=say_here(turn, "visit-ask-plan"))
    turn.answer(turn.say("task-see-below"))


async def written(turn: Turn, question: Question) -> None:  # noqa: ARG001 - one shape for all answers
    """“主题 | 每周三 9:00 | 地点 | 负责人”."""
    unit = await place(turn, Right.LOG)
    theme, when, where, host = (*(each.strip() for each in words_only(turn).replace("｜", "|").split("|")), "", "", "")[
        :4
    ]
    rule = read_recurring(when)
    if not theme or not when:
        raise Refused("visit-plan-unread")
    if isinstance(rule, NotRecurring):
        key = "visit-plan-time" if rule.unread else "visit-plan-no-hour"
        raise Refused(key, unread=shorten(rule.unread, 30), when=shorten(when, 30))
    plan = await visits.plan(
        turn.tx,
        unit_id=unit.id,
        theme=theme[:100],
        place=where[:100],
        host=host[:50],
        every=rule.every,
        day=rule.day,
        minutes=rule.minutes,
        by=turn.who.id,
        now=turn.now,
    )
    await questions.drop(turn)
    calendar = turn.house.calendar_for(unit.code)
    date_ = moment(DESK_LOCALE, calendar, next_at(plan, calendar, turn.now))
    stop = button(say_here(turn, "visit-button-unplan", name=shorten(plan.theme, 20)), verbs.VISIT_UNPLAN, plan.id)
    turn.reply(say_here(turn, "visit-planned", theme=plan.theme, when=when, date=date_), buttons=((stop,),), quote=True)


async def retire(turn: Turn, press: Press) -> None:
    """It comes no more."""
    unit = await place(turn, Right.LOG)
    if press.number(0) not in {each.id for each in await visits.plans(turn.tx) if each.unit_id == unit.id}:
        raise Refused("press-outdated")
    await visits.retire_plan(turn.tx, press.number(0) or 0, turn.now)
    turn.answer(turn.say("visit-unplanned"))


async def tick(turn: Turn) -> None:
    """Announce what is within a day, once; on its day the desk is asked to write down what was heard."""
    for plan in await visits.plans(turn.tx):
        unit = await units.get(turn.tx, plan.unit_id)
        calendar = turn.house.calendar_for(unit.code)
        at = next_at(plan, calendar, turn.now)
        subject = f"visit-plan:{plan.id}"
        if at - turn.now <= _DAY and await _once(turn, subject, "announced", at):
            facts = {"theme": plan.theme, "date": moment(DESK_LOCALE, calendar, at), "place": plan.place or unit.shown}
            wrapping = Wrapping("visit-announce", facts)
            await sending.announce(turn, "", (), (unit,), wrapping, author=plan.made_by)
        midnight = calendar.local(turn.now).replace(hour=0, minute=0, second=0)
        begun = next_at(plan, calendar, int(midnight.timestamp()) - 1)
        if plan.made_at < begun <= turn.now and await _once(turn, subject, "entered", begun):
            await _ask_desk(turn, plan)


async def _once(turn: Turn, subject: str, kind: str, at: int) -> bool:
    return await history.claim_reminder(turn.tx, subject, kind, str(at), person_id=0, now=turn.now)


async def _ask_desk(turn: Turn, plan: Plan) -> None:
    group = await changes.desk(turn, plan.unit_id)
    if group is None:
        return
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=Address(group.channel, group.chat),
            text=say(DESK_LOCALE, "visit-enter", theme=plan.theme),
            buttons=((button(say(DESK_LOCALE, "visit-button-visit"), verbs.VISIT_BEGIN, "visit"),),),
            priority=Priority.REMINDER,
        )
    )
