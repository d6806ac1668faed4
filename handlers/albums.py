"""Albums: their parts arrive as separate events, and are one entry with its files in order.

The first part makes the entry and lets its message wait a moment; each further part joins the entry and takes the place
of the waiting message. Nothing is held in memory, so a restart between two parts tears nothing apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.case.acting import read_file, write_file
from handlers.turn import Turn
from handlers.vocabulary import Attachment
from storage import conversations, history

WAIT_SECONDS = 2
"""Parts of one album come within a second; later ones are still joined, in a message of their own."""
_KIND = "album"


@dataclass(frozen=True, slots=True)
class Album:
    """An album as far as it has come: the entry that its first part made, and every file until now."""

    entry: int
    ticket: int
    files: tuple[Attachment, ...]


def _tag(turn: Turn) -> bytes:
    event = turn.event
    return turn.tx.sealer.tag("album", event.channel, event.chat, event.album or "")


async def begun(turn: Turn) -> Album | None:
    """The album that this event is a further part of, with the event's own files joined to it."""
    if turn.event.album is None:
        return None
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    if known is None:
        return None
    body = known.body
    earlier = [read_file(each) for each in body["files"]]
    await history.add_files(
        turn.tx,
        body["entry"],
        body["ticket"],
        [write_file(each) for each in turn.event.attachments],
        after=len(earlier),
    )
    files = (*earlier, *turn.event.attachments)
    await _save(turn, body["entry"], body["ticket"], files, body.get("home"))
    return Album(body["entry"], body["ticket"], files)


async def begin(turn: Turn, ticket: int, entry: int, *, home: str | None = None) -> None:
    """Remember that this event was the first part of an album.

    ``home`` names who takes its further parts (``Routes.albums``), where the place alone would not tell: the first part
    answered a question that is closed by then.
    """
    if turn.event.album is not None:
        await _save(turn, entry, ticket, turn.event.attachments, home)


async def home_of(turn: Turn) -> str | None:
    """Who takes this event because it is a further part of an album that they began."""
    if turn.event.album is None:
        return None
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    return None if known is None else known.body.get("home")


async def _save(turn: Turn, entry: int, ticket: int, files: Sequence[Attachment], home: str | None) -> None:
    body = {"entry": entry, "ticket": ticket, "files": [write_file(each) for each in files], "home": home}
    await conversations.save(turn.tx, _tag(turn), _KIND, body, turn.now)


def waiting(turn: Turn) -> dict[str, Any]:
    """How the message with an album's files waits for further parts; nothing for other messages."""
    if turn.event.album is None:
        return {}
    return {"not_before": turn.now + WAIT_SECONDS, "replace": f"album:{turn.event.album}"}
