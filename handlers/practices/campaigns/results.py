"""公布 and 群众评价: the measures with their progress, in words, picture and file, told to all who were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.components.audience import sending
from handlers.components.audience.sending import Wrapping
from handlers.core.buttons import Press
from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind
from handlers.core.wording import day, in_full
from handlers.practices.campaigns import verbs
from handlers.practices.campaigns.campaign_office import measure_lines, measures_of, own, picked_units
from handlers.practices.campaigns.proposals import RATINGS
from handlers.rules.deadlines import Light
from handlers.rules.tasks import TaskState, done
from handlers.tasks import task_cards
from storage import campaigns
from storage.campaigns import Campaign
from storage.tasks import Task

PICTURED = 24
"""More measures than that are no picture any more; the file beside it has them all."""


async def publish(turn: Turn, press: Press) -> None:
    """公布: everyone who was asked gets the measures as they stand; pressed later again it is a report of progress."""
    campaign = await own(turn, press.number(0))
    measures = await measures_of(turn, campaign)
    if not measures:
        raise Refused("campaign-no-measures")
    picked = await picked_units(turn, campaign)
    if not picked:
        raise Refused("broadcast-nobody")
    lines = measure_lines(turn, measures, turn.house.calendar)
    if rated := await ratings_words(turn, campaign):
        lines.append(rated)
    head = "campaign-published" if campaign.published_at is None else "campaign-progress"
    wrapping = Wrapping(head, {"title": campaign.title})
    files = tuple(write_file(each) for each in _files(turn, campaign, measures))
    if not await sending.announce(turn, "\n".join(lines), files, picked, wrapping):
        raise Refused("broadcast-nobody")
    await campaigns.save(turn.tx, replace(campaign, published_at=turn.now))
    turn.answer(turn.say("broadcast-begun"))


def _files(turn: Turn, campaign: Campaign, measures: Sequence[Task]) -> tuple[Attachment, ...]:
    facts = {"campaign": campaign.id, "now": turn.now, "locale": turn.locale, "public": True}
    return (
        Attachment(FileKind.PHOTO, made="campaign_picture", facts=_picture(turn, campaign, measures)),
        Attachment(FileKind.DOCUMENT, made="campaign_book", facts=facts),
    )


def _picture(turn: Turn, campaign: Campaign, measures: Sequence[Task]) -> dict[str, Any]:
    """What the picture shows: plain values, so that it shows what was told however late it is made."""
    calendar = turn.house.calendar
    struck, whole = done([each.state for each in measures])
    rows = []
    for task in measures[:PICTURED]:
        due = "" if task.due_at is None else in_full(turn.locale, calendar, turn.now, task.due_at)
        mark = task_cards.light(task, turn.now, calendar)
        rows.append(
            {
                "title": task.title,
                "who": turn.say(
                    "campaign-picture-who", owner=task_cards.owner_words(turn.locale, task), due=due or "—"
                ),
                "state": turn.say(f"task-state-{task.state}"),
                "mark": "done" if task.state == TaskState.STRUCK else "late" if mark is Light.RED else "open",
            }
        )
    return {
        "title": campaign.title,
        "count": turn.say("campaign-picture-count", whole=whole, struck=struck),
        "share": struck / whole if whole else 0,
        "rows": rows,
        "rest": turn.say("campaign-picture-rest", count=whole - PICTURED) if whole > PICTURED else "",
        "foot": turn.say("campaign-picture-foot", house=turn.house.name, date=day(turn.locale, calendar, turn.now)),
    }


async def ratings_words(turn: Turn, campaign: Campaign) -> str:
    """“群众评价：满意 12，基本满意 3” as far as somebody has rated it; else empty."""
    ratings = await campaigns.ratings(turn.tx, campaign.id)
    parts = [f"{turn.say(f'campaign-rate-{each}')} {ratings[each]}" for each in RATINGS if ratings.get(each)]
    return turn.say("campaign-ratings", ratings="、".join(parts)) if parts else ""


async def judge(turn: Turn, press: Press) -> None:
    """群众评价: everyone is asked once, in one tap."""
    campaign = await own(turn, press.number(0))
    measures = await measures_of(turn, campaign)
    if not measures:
        raise Refused("campaign-no-measures")
    picked = await picked_units(turn, campaign)
    buttons = (tuple((f"campaign-rate-{each}", verbs.CAMP_RATE, campaign.id, each) for each in RATINGS),)
    text = "\n".join(measure_lines(turn, measures, turn.house.calendar))
    wrapping = Wrapping("campaign-judge", {"title": campaign.title}, buttons)
    if not picked or not await sending.announce(turn, text, (), picked, wrapping):
        raise Refused("broadcast-nobody")
    turn.answer(turn.say("broadcast-begun"))
