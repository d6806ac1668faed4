"""A campaign in the hands of its office: opened, gathered into measures, published, closed, judged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers.components import shelf
from handlers.components.audience import drafts, sending
from handlers.components.audience import units as choosing
from handlers.components.audience.closing_dates import closing_at, closing_words
from handlers.components.audience.sending import Wrapping
from handlers.conversations.secretary.finding import place, words_only
from handlers.core import questions
from handlers.core.asked_dates import due_at
from handlers.core.buttons import Press, button, in_rows
from handlers.core.previews import show_newest, stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind, Rows, Style
from handlers.core.wording import in_full, pinch, shorten
from handlers.people.raisers import proposer_name, tell_proposer
from handlers.people.titles import titles
from handlers.practices.campaigns import verbs
from handlers.practices.campaigns.proposals import ranked
from handlers.rules.calendar import WorkCalendar
from handlers.rules.rights import Right, Standing
from handlers.rules.tasks import TaskState
from handlers.tasks import task_cards
from handlers.tasks import verbs as task_verbs
from handlers.tasks.giving import Giving, give, owner_called
from storage import campaigns, lists, tasks, units
from storage.campaigns import Campaign, Proposal
from storage.tasks import Task
from storage.units import Unit

TITLE, CLOSING, GATHER, DROP = "camp_title", "camp_until", "camp_gather", "camp_drop"
LISTED, SHOWN = 8, 12
MOST_TITLE = 80
_NUMBERS = re.compile(r"(?:第?\s*\d{1,4}\s*[号条]?\s*(?:[、,，;；和及\s]\s*|$))+")
"""“1、3”, “第2号和第5号”; not the figures of “1.5倍加班费”."""


async def own(turn: Turn, campaign_id: int | None) -> Campaign:
    """The campaign of a press, if it is this person's office's.

    Raises:
        Refused: there is none, or it is not.
    """
    campaign = await campaigns.get(turn.tx, campaign_id)
    if campaign is None or not Standing(turn.roles, (await units.get(turn.tx, campaign.unit_id)).path).may(Right.TASKS):
        raise Refused("campaign-gone")
    return campaign


async def command(turn: Turn, press: Press | None = None) -> None:
    """``/campaign``: those of one's units, and a new one."""
    await place(turn, Right.TASKS)
    number = shelf.page_of(press)
    theirs = await shelf.kept_by(turn, Right.TASKS)
    whole, found = await campaigns.of_units(turn.tx, theirs, number * LISTED, LISTED)
    numbered, called = list(enumerate(found, number * LISTED + 1)), await titles(turn, found)
    lines = [turn.say("campaign-kept", count=whole), ""]
    lines += [f"{at}. {called[each.id]}（{_state(turn, each)}）" for at, each in numbered]
    rows: Rows = tuple(
        (button(f"{at}. {pinch(called[each.id], 40)}", verbs.CAMP_KEPT, each.id),) for at, each in numbered
    )
    pages = shelf.turns(turn, verbs.CAMP_LIST, number, whole, LISTED)
    new = button(turn.say("campaign-button-new"), verbs.CAMP_NEW, style=Style.PRIMARY)
    shelf.show(turn, press, "\n".join(lines), (*rows, *pages, (new,)))


def _state(turn: Turn, campaign: Campaign) -> str:
    key = "draft" if campaign.opened_at is None else "open" if campaign.open else "closed"
    return turn.say(f"campaign-state-{key}")


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """A new one: title in the first line, then what it is about."""
    await place(turn, Right.TASKS)
    await questions.ask(turn, TITLE, {}, text=turn.say("campaign-ask-title"))
    turn.answer(turn.say("campaign-see-below"))


async def titled(turn: Turn, question: Question) -> None:  # noqa: ARG001 - one shape for all answers
    """It is there; until when and to whom come next."""
    unit = await place(turn, Right.TASKS)
    title, _, body = words_only(turn).partition("\n")
    if len(title.strip()) > MOST_TITLE:
        raise Refused("survey-title-long", most=MOST_TITLE)
    made = await lists.add(turn.tx, "campaign", unit.id, title.strip(), made_by=turn.who.id, now=turn.now)
    campaign = await campaigns.add(
        turn.tx, unit.id, title.strip(), body.strip(), list_id=made.id, by=turn.who.id, now=turn.now
    )
    await questions.ask(turn, CLOSING, {"campaign": campaign.id}, text=turn.say("campaign-ask-until"))


async def until(turn: Turn, question: Question) -> None:
    """The day on whose evening it closes."""
    campaign = await own(turn, question.facts["campaign"])
    campaign = replace(campaign, closes_at=closing_at(turn, words_only(turn)))
    await campaigns.save(turn.tx, campaign)
    await questions.drop(turn)
    text, rows = await _shown(turn, campaign)
    turn.reply(text, buttons=rows)


async def ask_until(turn: Turn, press: Press) -> None:
    """Another day."""
    campaign = await own(turn, press.number(0))
    await questions.ask(turn, CLOSING, {"campaign": campaign.id}, text=turn.say("campaign-ask-until"))
    turn.answer(turn.say("campaign-see-below"))


async def shown(turn: Turn, press: Press) -> None:
    """How far it is: the funnel, the proposals, the measures."""
    campaign = await own(turn, press.number(0))
    turn.answer(turn.say("campaign-see-below"))
    text, rows = await _shown(turn, campaign)
    turn.reply(text, buttons=rows)


async def _shown(turn: Turn, campaign: Campaign) -> tuple[str, Rows]:
    calendar = turn.house.calendar
    lines = [turn.say("campaign-head", title=campaign.title, state=_state(turn, campaign))]
    if campaign.closes_at is not None:
        lines.append(turn.say("survey-until", date=closing_words(turn, campaign.closes_at)))
    lines += [await funnel(turn, campaign), ""]
    for each, count in (await ranked(turn, campaign))[:SHOWN]:
        mark = turn.say("campaign-mark-gathered") if each.state == "gathered" else ""
        name = await proposer_name(turn.tx, each)
        who = f"（{name}）" if name else ""
        lines.append(
            turn.say(
                "campaign-proposal-line", place=each.position, text=shorten(each.text, 60) + who + mark, count=count
            )
        )
    measures = await measures_of(turn, campaign)
    if measures:
        lines += ["", turn.say("campaign-measures"), *measure_lines(turn, measures, calendar)]
    return "\n".join(lines), _tools(turn, campaign, bool(measures))


async def measures_of(turn: Turn, campaign: Campaign) -> list[Task]:
    """Its measures (举措), without those that were given up."""
    return [each for each in await tasks.of_list(turn.tx, campaign.list_id) if each.state != TaskState.DROPPED]


def measure_lines(turn: Turn, found: Sequence[Task], calendar: WorkCalendar) -> list[str]:
    """The measures, a line each, and the bar of their progress below."""
    lines = [f"{at}. {task_cards.line_by_date(turn.locale, each, calendar)}" for at, each in enumerate(found, 1)]
    return [*lines, task_cards.progress(turn.locale, found)] if found else []


async def funnel(turn: Turn, campaign: Campaign) -> str:
    """征集 → 归并 → 立项 → 公布 → 完成 → 测评, each with its number."""
    found = await campaigns.proposals(turn.tx, campaign.id)
    measures = await measures_of(turn, campaign)
    ratings = await campaigns.ratings(turn.tx, campaign.id)
    return turn.say(
        "campaign-funnel",
        proposals=len(found),
        gathered=sum(each.state == "gathered" for each in found),
        measures=len(measures),
        published=len(measures) if campaign.published_at is not None else 0,
        done=sum(each.state == TaskState.STRUCK for each in measures),
        rated=sum(ratings.values()),
    )


def _tools(turn: Turn, campaign: Campaign, measures: bool) -> Rows:
    if campaign.opened_at is None:
        return (
            (
                button(turn.say("broadcast-button-units"), verbs.CAMP_UNITS, 0, campaign.id, style=Style.PRIMARY),
                button(turn.say("survey-button-until"), verbs.CAMP_UNTIL, campaign.id),
            ),
        )
    tools = [
        button(turn.say("campaign-button-gather"), verbs.CAMP_GATHER, campaign.id, style=Style.PRIMARY),
        button(turn.say("campaign-button-drop"), verbs.CAMP_DROP, campaign.id),
        button(turn.say("campaign-button-book"), verbs.CAMP_BOOK, campaign.id),
    ]
    if campaign.open:
        tools.append(button(turn.say("campaign-button-close"), verbs.CAMP_CLOSE, campaign.id))
    if measures:
        tools.append(button(turn.say("campaign-button-publish"), verbs.CAMP_PUBLISH, campaign.id))
        tools.append(button(turn.say("campaign-button-judge"), verbs.CAMP_JUDGE, campaign.id))
    return in_rows(tools, 2)


# To whom.


async def choose_units(turn: Turn, press: Press) -> None:
    """The page of units that was asked for."""
    await _units(turn, await _draft(turn, press.number(1)), press.number(0) or 0)


async def toggle(turn: Turn, press: Press) -> None:
    """A unit is chosen, or no longer."""
    campaign = await _draft(turn, press.number(2))
    unit_id = press.number(0) or 0
    if unit_id not in {each.id for each in await drafts.within(turn)}:
        raise Refused("broadcast-not-yours")
    changed = replace(campaign, picked=choosing.toggled(campaign.picked, unit_id))
    await campaigns.save(turn.tx, changed)
    await _units(turn, changed, press.number(1) or 0)


async def _draft(turn: Turn, campaign_id: int | None) -> Campaign:
    campaign = await own(turn, campaign_id)
    if campaign.opened_at is not None:
        raise Refused("campaign-sent-already")
    return campaign


async def _units(turn: Turn, campaign: Campaign, page: int) -> None:
    allowed = await drafts.within(turn)
    send = (
        button(turn.say("survey-button-send"), verbs.CAMP_SEND, campaign.id, _stamp(campaign), style=Style.PRIMARY),
    )
    turn.edit(
        turn.say("broadcast-choose", count=await drafts.reach(turn, await picked_units(turn, campaign))),
        buttons=(
            *choosing.rows(
                turn,
                allowed,
                campaign.picked,
                page,
                toggle=verbs.CAMP_TOGGLE,
                turning=verbs.CAMP_UNITS,
                about=(campaign.id,),
            ),
            *((send,) if campaign.picked else ()),
        ),
    )


def _stamp(campaign: Campaign) -> int:
    return stamp(campaign.title, campaign.body, campaign.closes_at, sorted(campaign.picked))


async def picked_units(turn: Turn, campaign: Campaign) -> tuple[Unit, ...]:
    """Where it goes, without units below another of them, as far as this person may speak to them."""
    picked = [each for each in await drafts.within(turn) if each.id in campaign.picked]
    return tuple(each for each in picked if not any(o.id != each.id and each.path.startswith(o.path) for o in picked))


async def send(turn: Turn, press: Press) -> None:
    """It is open from now on."""
    campaign = await _draft(turn, press.number(0))
    if press.number(1) != _stamp(campaign):
        show_newest(turn, *await _shown(turn, campaign))
        return
    picked = await picked_units(turn, campaign)
    opened = replace(campaign, opened_at=turn.now, picked=tuple(each.id for each in picked))
    buttons = (
        (
            ("campaign-button-propose", verbs.CAMP_PROPOSE, campaign.id),
            ("campaign-button-look", verbs.CAMP_LOOK, campaign.id, 0),
        ),
    )
    date = "" if campaign.closes_at is None else closing_words(turn, campaign.closes_at)
    wrapping = Wrapping("campaign-told", {"title": campaign.title, "date": date}, buttons)
    if not picked or not await sending.announce(turn, campaign.body, (), picked, wrapping):
        raise Refused("broadcast-nobody")
    await campaigns.save(turn.tx, opened)
    turn.answer(turn.say("broadcast-begun"))


# Measures.


async def ask_gather(turn: Turn, press: Press) -> None:
    """归并成措施."""
    campaign = await own(turn, press.number(0))
    await questions.ask(turn, GATHER, {"campaign": campaign.id}, text=turn.say("campaign-ask-gather"))
    turn.answer(turn.say("campaign-see-below"))


async def _named(turn: Turn, campaign: Campaign, words: str) -> list[Proposal]:
    if not _NUMBERS.fullmatch(words.strip()):
        raise Refused("campaign-numbers-unread", words=shorten(words, 20))
    numbers = {int(each) for each in re.findall(r"\d+", words)}
    found = [each for each in await campaigns.proposals(turn.tx, campaign.id) if each.position in numbers]
    if not found or len(found) < len(numbers) or any(each.state != "open" for each in found):
        raise Refused("campaign-numbers")
    return found


async def gathered(turn: Turn, question: Question) -> None:
    """“1、3 | 举措 | 责任人 | 期限 | 预期成效”."""
    campaign = await own(turn, question.facts["campaign"])
    parts = [each.strip() for each in words_only(turn).replace("｜", "|").split("|")]
    numbers, measure, owner, due, effect = (*parts, "", "", "", "", "")[:5]
    if not measure:
        raise Refused("campaign-gather-unread")
    found = await _named(turn, campaign, numbers)
    unit = await units.get(turn.tx, campaign.unit_id)
    calendar = turn.house.calendar_for(unit.code)
    at = due_at(turn, due, calendar) if due else None
    person, name = await owner_called(turn, owner, unit.path)
    task = await give(
        turn,
        Giving(
            title=measure[:200],
            unit_id=unit.id,
            source="campaign",
            measure=effect,
            owner_id=person,
            owner_name=name,
            due_at=at,
            list_id=campaign.list_id,
        ),
    )
    for each in found:
        await campaigns.save_proposal(turn.tx, replace(each, state="gathered", task_id=task.id))
        await tell_proposer(turn, each, "campaign-gathered", title=task.title)
    await questions.drop(turn)
    text, rows = await _shown(turn, campaign)
    said = turn.say("task-no-date") if at is None else in_full(turn.locale, calendar, turn.now, at)
    lines = (turn.say("campaign-gathered-as", title=task.title, owner=name or turn.say("nobody"), date=said), "", text)
    move = button(turn.say("task-button-move"), task_verbs.TASK_MOVE, task.id)
    turn.reply("\n".join(lines), buttons=((move,), *rows), quote=True)


async def ask_drop(turn: Turn, press: Press) -> None:
    """不采纳."""
    campaign = await own(turn, press.number(0))
    await questions.ask(turn, DROP, {"campaign": campaign.id}, text=turn.say("campaign-ask-drop"))
    turn.answer(turn.say("campaign-see-below"))


async def dropped(turn: Turn, question: Question) -> None:
    """“2 | 理由”: who proposed it hears why."""
    campaign = await own(turn, question.facts["campaign"])
    numbers, _, reason = words_only(turn).replace("｜", "|").partition("|")
    if not reason.strip():
        raise Refused("campaign-drop-why")
    for each in await _named(turn, campaign, numbers):
        await campaigns.save_proposal(turn.tx, replace(each, state="dropped", reason=reason.strip()))
        await tell_proposer(turn, each, "campaign-dropped", reason=reason.strip())
    await questions.drop(turn)
    text, rows = await _shown(turn, campaign)
    turn.reply(text, buttons=rows, quote=True)


async def book(turn: Turn, press: Press) -> None:
    """办实事项目清单 as a file."""
    campaign = await own(turn, press.number(0))
    turn.answer(turn.say("survey-coming"))
    facts = {"campaign": campaign.id, "now": turn.now, "locale": turn.locale}
    turn.reply(campaign.title, attachments=(Attachment(FileKind.DOCUMENT, made="campaign_book", facts=facts),))


async def close(turn: Turn, press: Press) -> None:
    """No more proposals."""
    campaign = await own(turn, press.number(0))
    if not campaign.open:
        raise Refused("campaign-closed")
    closed = replace(campaign, closed_at=turn.now)
    await campaigns.save(turn.tx, closed)
    turn.answer(turn.say("campaign-closed-now"))
    text, rows = await _shown(turn, closed)
    turn.edit(text, buttons=rows)


async def tick(turn: Turn) -> None:
    """Close what has come to its time."""
    for campaign in await campaigns.to_close(turn.tx, turn.now):
        await campaigns.save(turn.tx, replace(campaign, closed_at=turn.now))
