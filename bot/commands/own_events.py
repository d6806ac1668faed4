"""What a command leaves in the inbox for the mailbox: a running one takes it up within seconds, else the next start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from bot.channels.base import RawEvent
from bot.flow.intake import put_in
from bot.flow.own_events import COMMAND
from bot.flow.packing import pack_event
from handlers.core.vocabulary import EventKind, Incoming
from storage.database import Transaction


async def leave(tx: Transaction, sweep: str, now: int, facts: Mapping[str, Any] | None = None) -> None:
    """Let one sweep look now, with these facts."""
    event = Incoming(EventKind.TICK, at=now, channel=COMMAND, text=sweep, facts=facts or {})
    await put_in(tx, COMMAND, [RawEvent(uuid4().hex, sweep, pack_event(event))], now)
