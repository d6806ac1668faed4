"""Campaigns with their proposals. Who proposed is sealed, who seconded is kept by nobody: only that they did, once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from storage import identities
from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign; its measures are tasks on the list ``list_id``."""

    id: int
    unit_id: int
    title: str
    body: str
    picked: tuple[int, ...]
    list_id: int
    made_by: int
    made_at: int
    opened_at: int | None
    closes_at: int | None
    closed_at: int | None
    published_at: int | None

    @property
    def open(self) -> bool:
        """Proposals are taken."""
        return self.opened_at is not None and self.closed_at is None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal. ``named``: its person lets the office see who they are. ``state``: ``open``, ``gathered`` into the
    measure ``task_id``, ``dropped`` for a ``reason``. ``proposer`` is sealed under ``key``, see
    :mod:`storage.identities`.
    """

    id: int
    campaign_id: int
    position: int
    text: str
    files: tuple[str, ...]
    named: bool
    key: str = field(repr=False)
    proposer: bytes = field(repr=False)
    unit_id: int | None
    state: str
    task_id: int | None
    reason: str
    at: int


def _campaign(row: Row) -> Campaign:
    known = dict(row)
    return Campaign(**{**known, "picked": tuple(json.loads(known["picked"]))})


def _proposal(row: Row) -> Proposal:
    known = dict(row)
    proposer = bytes(known.pop("person"))
    files = tuple(json.loads(known["files"]))
    return Proposal(**{**known, "proposer": proposer, "files": files, "named": bool(known["named"])})


async def add(tx: Transaction, unit_id: int, title: str, body: str, *, list_id: int, by: int, now: int) -> Campaign:
    """Begin one; it is not open yet."""
    row = await tx.one("campaign_add", unit_id=unit_id, title=title, body=body, list_id=list_id, made_by=by, now=now)
    assert row is not None
    return _campaign(row)


async def get(tx: Transaction, campaign_id: int | None) -> Campaign | None:
    """The one of a row, None if there is none."""
    row = None if campaign_id is None else await tx.one("campaign_get", id=campaign_id)
    return None if row is None else _campaign(row)


async def of_list(tx: Transaction, list_id: int) -> Campaign | None:
    """The one whose measures stand on a list."""
    row = await tx.one("campaign_of_list", list_id=list_id)
    return None if row is None else _campaign(row)


async def save(tx: Transaction, changed: Campaign) -> None:
    """Bring the row to this."""
    await tx.run(
        "campaign_save",
        id=changed.id,
        title=changed.title,
        body=changed.body,
        picked=json.dumps(list(changed.picked)),
        opened_at=changed.opened_at,
        closes_at=changed.closes_at,
        closed_at=changed.closed_at,
        published_at=changed.published_at,
    )


async def of_units(tx: Transaction, units: Sequence[int], skip: int, most: int) -> tuple[int, tuple[Campaign, ...]]:
    """How many there are of these units, and so many of them after the first ``skip``, the newest first."""
    asked = json.dumps(list(units))
    rows = await tx.all("campaigns_of_units", units=asked, skip=skip, most=most)
    return int(await tx.value("campaigns_of_units_count", units=asked) or 0), tuple(_campaign(row) for row in rows)


async def sent_to(tx: Transaction, units: Sequence[int], skip: int, most: int) -> tuple[int, tuple[Campaign, ...]]:
    """How many were sent to one of these units, and so many of them after the first ``skip``, the newest first."""
    asked = json.dumps(list(units))
    rows = await tx.all("campaigns_sent_to", units=asked, skip=skip, most=most)
    return int(await tx.value("campaigns_sent_to_count", units=asked) or 0), tuple(_campaign(row) for row in rows)


async def to_close(tx: Transaction, now: int) -> tuple[Campaign, ...]:
    """What was to close by now."""
    return tuple(_campaign(row) for row in await tx.all("campaigns_to_close", now=now))


async def propose(
    tx: Transaction,
    campaign_id: int,
    person_id: int,
    text: str,
    *,
    files: Sequence[str],
    named: bool,
    unit_id: int | None,
    now: int,
) -> Proposal:
    """Keep a proposal."""
    key = secrets.token_hex(16)
    row = await tx.one(
        "proposal_add",
        campaign_id=campaign_id,
        text=text,
        files=json.dumps(list(files), ensure_ascii=False),
        named=int(named),
        key=key,
        person=identities.seal_proposer(tx, key, person_id),
        unit_id=unit_id,
        now=now,
    )
    assert row is not None
    return _proposal(row)


async def proposal(tx: Transaction, proposal_id: int | None) -> Proposal | None:
    """The one of a row, None if there is none."""
    row = None if proposal_id is None else await tx.one("proposal_get", id=proposal_id)
    return None if row is None else _proposal(row)


async def save_proposal(tx: Transaction, changed: Proposal) -> None:
    """Bring what became of it to this; its words and its person never change."""
    await tx.run("proposal_save", id=changed.id, state=changed.state, task_id=changed.task_id, reason=changed.reason)


async def proposals(tx: Transaction, campaign_id: int) -> tuple[Proposal, ...]:
    """All of a campaign, in their order."""
    return tuple(_proposal(row) for row in await tx.all("proposals_of", campaign_id=campaign_id))


async def of_task(tx: Transaction, task_id: int) -> tuple[Proposal, ...]:
    """Those that were gathered into a measure."""
    return tuple(_proposal(row) for row in await tx.all("proposals_of_task", task_id=task_id))


def _tag(tx: Transaction, kind: str, about: int, person_id: int) -> bytes:
    return tx.sealer.tag(kind, str(about), str(person_id))


async def second(tx: Transaction, proposal_id: int, person_id: int) -> bool:
    """附议, or take it back if they had; True if they second it now."""
    tag = _tag(tx, "second", proposal_id, person_id)
    if await tx.all("proposal_second", proposal_id=proposal_id, tag=tag):
        return True
    await tx.all("proposal_unsecond", proposal_id=proposal_id, tag=tag)
    return False


async def seconds(tx: Transaction, campaign_id: int) -> Mapping[int, int]:
    """How many second each proposal."""
    rows = await tx.all("proposal_seconds_of", campaign_id=campaign_id)
    return {row["id"]: row["count"] for row in rows}


async def rate(tx: Transaction, campaign_id: int, person_id: int, value: str) -> bool:
    """Keep what somebody thinks of it; False if they had said so before."""
    tag = _tag(tx, "campaign", campaign_id, person_id)
    return bool(await tx.all("campaign_rate", campaign_id=campaign_id, tag=tag, value=value))


async def ratings(tx: Transaction, campaign_id: int) -> Mapping[str, int]:
    """How many said what."""
    rows = await tx.all("campaign_ratings_of", campaign_id=campaign_id)
    return {row["value"]: row["count"] for row in rows}
