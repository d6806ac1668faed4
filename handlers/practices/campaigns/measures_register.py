"""办实事项目清单 as a table."""

from __future__ import annotations

from datetime import date

from handlers.components.register import Register, Table, Value
from handlers.core.house import House
from handlers.core.texts import say
from handlers.rules.tasks import TaskAction, TaskState
from storage import campaigns, tasks, units
from storage.database import Transaction

COLUMNS = Register.keyed(
    "campaign-column",
    *("no", "project", "from", "need", "measure", "effect", "leader", "lead", "support", "owner", "due"),
    *("progress", "share", "rating", "published", "remark"),
)
"""Which units help along (支持单位) is asked of nobody, and left to the office to fill in."""


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
    rows: list[dict[str, Value]] = []
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
            {
                "no": len(rows) + 1,
                "project": task.title,
                "from": campaign.title,
                "need": "\n".join(needs),
                "measure": task.title,
                "effect": task.measure,
                "leader": task.leader,
                "lead": names[task.unit_id],
                "owner": task.owner_name,
                "due": _day(house, task.due_at),
                "progress": "\n".join(said),
                "share": "100%" if task.state == TaskState.STRUCK else "",
                "rating": rated,
                "published": _day(house, campaign.published_at),
                "remark": say(locale, f"task-state-{task.state}"),
            }
        )
    title = say(locale, "campaign-register", title=campaign.title)
    return COLUMNS.table(title, rows, locale)


def _day(house: House, at: int | None) -> date | None:
    return None if at is None else house.calendar.local(at).date()
