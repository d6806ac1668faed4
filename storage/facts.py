"""Facts about the installation itself, and counting of attempts (guessed codes)."""

from __future__ import annotations

from storage.database import Transaction


async def get(tx: Transaction, key: str) -> str | None:
    """A fact, or None."""
    value = await tx.value("fact_get", key=key)
    return None if value is None else str(value)


async def put(tx: Transaction, key: str, value: str) -> None:
    """Keep a fact."""
    await tx.run("fact_set", key=key, value=value)


async def attempts(tx: Transaction, who: bytes, since: int) -> int:
    """How often ``who`` (a tag) has tried since then."""
    return int(await tx.value("attempts_count", tag=who, since=since) or 0)


async def attempt(tx: Transaction, who: bytes, now: int) -> None:
    """Count a try."""
    await tx.run("attempt_add", tag=who, now=now)


async def forget_attempts(tx: Transaction, before: int) -> None:
    """Old tries no longer count."""
    await tx.run("attempts_forget", before=before)
