"""Campaigns, proposals and seconds, on both engines."""

from __future__ import annotations

from dataclasses import replace

from storage import campaigns, identities, lists, tasks
from storage.database import Database
from storage.tasks import NewTask
from tests.integration.storage.rows import NOW, a_person, a_unit


async def test_a_campaign_from_its_beginning_to_its_ratings(database: Database) -> None:
    async with database.writing() as tx:
        unit, person, other = await a_unit(tx), await a_person(tx), await a_person(tx, "u2")
        made = await lists.add(tx, "campaign", unit.id, "办实事", now=NOW)
        campaign = await campaigns.add(tx, unit.id, "办实事", "请提", list_id=made.id, by=person.id, now=NOW)
        opened = replace(campaign, opened_at=NOW, closes_at=NOW + 9, picked=(unit.id,))
        await campaigns.save(tx, opened)
        assert await campaigns.get(tx, campaign.id) == await campaigns.of_list(tx, made.id) == opened
        assert await campaigns.of_units(tx, [opened.unit_id, 99], 0, 3) == (1, (opened,))
        assert await campaigns.of_units(tx, [opened.unit_id], 1, 3) == (1, ())
        assert await campaigns.sent_to(tx, [99, unit.id], 0, 3) == (1, (opened,))
        assert await campaigns.sent_to(tx, [99], 0, 3) == await campaigns.of_units(tx, [99], 0, 3) == (0, ())
        assert await campaigns.to_close(tx, NOW + 9) == (opened,)
        assert await campaigns.to_close(tx, NOW + 8) == ()
        first = await campaigns.propose(
            tx, campaign.id, person.id, "夜宵", files=("{}",), named=False, unit_id=None, now=NOW
        )
        second = await campaigns.propose(
            tx, campaign.id, other.id, "热水", files=(), named=True, unit_id=unit.id, now=NOW
        )
        assert (identities.proposer_of(tx, first), first.position, second.position) == (person.id, 1, 2)
        assert await campaigns.second(tx, first.id, other.id)
        assert await campaigns.seconds(tx, campaign.id) == {first.id: 1, second.id: 0}
        assert not await campaigns.second(tx, first.id, other.id)
        task = await tasks.add(tx, NewTask(unit.id, "夜宵窗口", "campaign", list_id=made.id), NOW)
        gathered = replace(first, state="gathered", task_id=task.id)
        await campaigns.save_proposal(tx, gathered)
        assert await campaigns.of_task(tx, task.id) == (gathered,)
        assert await campaigns.proposals(tx, campaign.id) == (gathered, second)
        assert await campaigns.rate(tx, campaign.id, person.id, "satisfied")
        assert not await campaigns.rate(tx, campaign.id, person.id, "fairly")
        assert await campaigns.ratings(tx, campaign.id) == {"satisfied": 1}
        assert await campaigns.proposal(tx, None) is None
