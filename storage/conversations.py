"""Half-finished conversations: a draft, an open question. Sealed, since they hold who is writing what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from storage.database import Transaction
from storage.rows import Row


@dataclass(frozen=True, slots=True)
class Conversation:
    """``body`` as it was saved, ``at`` when."""

    tag: bytes
    body: dict[str, Any]
    at: int


def _read(tx: Transaction, kind: str, tag: bytes, row: Row) -> Conversation:
    return Conversation(tag, tx.sealer.open(row["sealed"], f"conversation:{kind}:{tag.hex()}"), row["at"])


async def load(tx: Transaction, tag: bytes, kind: str) -> Conversation | None:
    """The conversation of a kind with whoever ``tag`` stands for."""
    row = await tx.one("conversation_load", tag=tag, kind=kind)
    return None if row is None else _read(tx, kind, tag, row)


async def save(tx: Transaction, tag: bytes, kind: str, body: dict[str, Any], now: int) -> None:
    """Keep it, in place of what was there."""
    sealed = tx.sealer.seal(body, f"conversation:{kind}:{tag.hex()}")
    await tx.run("conversation_save", tag=tag, kind=kind, sealed=sealed, now=now)


async def drop(tx: Transaction, tag: bytes, kind: str) -> bool:
    """Forget it; True if there was one."""
    return bool(await tx.all("conversation_drop", tag=tag, kind=kind))


async def left_between(tx: Transaction, kind: str, after: int, until: int) -> tuple[Conversation, ...]:
    """Those last touched after ``after`` and not later than ``until``."""
    rows = await tx.all("conversations_between", kind=kind, after=after, until=until)
    return tuple(_read(tx, kind, bytes(row["tag"]), row) for row in rows)


async def forget(tx: Transaction, kind: str, before: int) -> None:
    """Drop those untouched since ``before``."""
    await tx.run("conversations_forget", kind=kind, before=before)
