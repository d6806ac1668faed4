"""办实事项目清单 as a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from handlers.components.register import Table
from handlers.core.house import House
from handlers.core.texts import say
from handlers.rules.tasks import TaskAction, TaskState
from storage import campaigns, tasks, units
from storage.database import Transaction

COLUMNS = (
    *("no", "project", "from", "need", "measure", "effect", "leader", "lead", "support", "owner", "due"),
    *("progress", "share", "rating", "published", "remark"),
)


async def table(tx: Transaction, house: House, campaign_id: int, locale: str, *, public: bool = False) -> Table:
    """The measures of a campaign, a line each, with the needs that they grew from.

    ``public``: as everyone gets it. Of what was said on the way only the result stands there that the office has looked
    at; owners write their notes for the office.
    """
    campaign = await campaigns.get(tx, campaign_id)
    if campaign is None:
        raise LookupError(f"campaign {campaign_id}")
    names = {each.id: each.shown for each in await units.everyone(tx, retired=True)}
    ratings = await campaigns.ratings(tx, campaign.id)
    rated = "、".join(f"{say(locale, f'campaign-rate-{value}')} {count}" for value, count in sorted(ratings.items()))
    rows: list[tuple[Any, ...]] = []
    for task in await tasks.of_list(tx, campaign.list_id):
        if task.state == TaskState.DROPPED:
            continue
        story = await tasks.notes_of(tx, task.id)
        said = [each.text for each in story if each.action in (TaskAction.PROGRESS, TaskAction.REPORT) and each.text]
        if public:
            results = [each.text for each in story if each.action == TaskAction.REPORT and each.text]
            said = results[-1:] if task.state == TaskState.STRUCK else []
        needs = [each.text for each in await campaigns.of_task(tx, task.id)]
        rows.append(
            (
                len(rows) + 1,
                task.title,
                campaign.title,
                "\n".join(needs),
                task.title,
                task.measure,
                task.leader,
                names[task.unit_id],
                "",
                task.owner_name,
                _day(house, task.due_at),
                "\n".join(said),
                "100%" if task.state == TaskState.STRUCK else "",
                rated,
                _day(house, campaign.published_at),
                say(locale, f"task-state-{task.state}"),
            )
        )
    title = say(locale, "campaign-register", title=campaign.title)
    return Table(title, tuple(say(locale, f"campaign-column-{each}") for each in COLUMNS), tuple(rows))


def _day(house: House, at: int | None) -> date | None:
    return None if at is None else house.calendar.local(at).date()
