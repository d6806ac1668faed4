"""Albums: their parts arrive as separate events, and are one entry with its files in order.

The first part makes the entry and lets its message wait a moment; each further part joins the entry and takes the place
of the waiting message. Nothing is held in memory, so a restart between two parts tears nothing apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    """An album as far as it has come: the entry that its first part made, and every file until now.

    ``late``: the message with the earlier files has left already, so that only ``fresh`` ones are to be sent.
    """

    entry: int
    ticket: int
    files: tuple[Attachment, ...]
    fresh: tuple[Attachment, ...] = ()
    late: bool = False


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
    fresh = turn.event.attachments
    if body.get("nameless"):
        # Of a raiser who is not named, names of files are not even kept.
        fresh = tuple(replace(each, name=None, clean=True) for each in fresh)
    earlier = [read_file(each) for each in body["files"]]
    await history.add_files(
        turn.tx,
        body["entry"],
        body["ticket"],
        [write_file(each) for each in fresh],
        after=len(earlier),
    )
    files = (*earlier, *fresh)
    await _save(turn, {**body, "files": [write_file(each) for each in files]})
    return Album(body["entry"], body["ticket"], files, fresh, late=turn.now - known.at > WAIT_SECONDS)


async def begin(turn: Turn, ticket: int, entry: int, *, home: str | None = None, nameless: bool = False) -> None:
    """Remember that this event was the first part of an album.

    ``home`` names who takes its further parts (``Routes.albums``), where the place alone would not tell: the first part
    answered a question that is closed by then. ``nameless``: names of its files are not kept.
    """
    if turn.event.album is None:
        return
    files = turn.event.attachments
    if nameless:
        files = tuple(replace(each, name=None, clean=True) for each in files)
    await _save(
        turn,
        {
            "entry": entry,
            "ticket": ticket,
            "files": [write_file(each) for each in files],
            "home": home,
            "nameless": nameless,
        },
    )


async def home_of(turn: Turn) -> str | None:
    """Who takes this event because it is a further part of an album that they began."""
    if turn.event.album is None:
        return None
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    return None if known is None else known.body.get("home")


async def _save(turn: Turn, body: dict[str, Any]) -> None:
    await conversations.save(turn.tx, _tag(turn), _KIND, body, turn.now)


def waiting(turn: Turn) -> dict[str, Any]:
    """How the message with an album's files waits for further parts; nothing for other messages."""
    if turn.event.album is None:
        return {}
    return {"not_before": turn.now + WAIT_SECONDS, "replace": f"album:{turn.event.album}"}
