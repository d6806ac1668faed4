"""Albums: their parts arrive as separate events, and are one entry with its files in order.

The first part makes the entry and lets its message wait a moment; each further part joins the entry and takes the place
of the waiting message. Nothing is held in memory, so a restart between two parts tears nothing apart. Whether the
message has left is read from the messages that were sent: parts that come after it make a further message, which waits
for those behind them in the same way. In order is by the numbers of the messages, whichever came first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from handlers.cases.pieces import keep_parts
from handlers.core.files import read_file, write_file
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.rules.lifecycle import Action, Role
from storage import conversations, history, messages

WAIT_SECONDS = 2
"""Parts of one album come within a second; later ones are still joined, in a message of their own if need be."""
_KIND = "album"
_ROOM = 100
"""No message carries so many files."""


@dataclass(frozen=True, slots=True)
class Album:
    """An album as far as it has come: the entry that its first part made, and what its waiting message is to hold.

    ``words`` are those of the parts in that message, ``whole`` of all. ``batch``: which message of the album it is,
    beginning with 0; the earlier ones have left.
    """

    entry: int
    ticket: int
    files: tuple[Attachment, ...]
    words: str
    whole: str
    batch: int = 0


def order_of(message: str | None, otherwise: int) -> int:
    """Where a message stands in its chat, for platforms that number them; ``otherwise`` for the others."""
    return int(message) if message is not None and message.isascii() and message.isdigit() else otherwise


def _tag(turn: Turn) -> bytes:
    event = turn.event
    return turn.tx.sealer.tag("album", event.channel, event.chat, event.album or "")


def _part(turn: Turn, text: str, *, batch: int, count: int, nameless: bool) -> dict[str, Any]:
    files = turn.event.attachments
    if nameless:
        # Of a raiser who is not named, names of files are not even kept.
        files = tuple(replace(each, name=None, clean=True) for each in files)
    order = order_of(turn.event.message, count)
    return {
        "message": turn.event.message or "",
        "order": order,
        "text": text,
        "files": [write_file(each) for each in files],
        "batch": batch,
    }


async def begun(turn: Turn, text: str, *, to: str, role: Role) -> Album | None:
    """The album that this event is a further part of, with the event's own words and files joined to it.

    ``to``: the side of the messages (``Link.side``) that bring the album on; ``role``: whose it is.
    """
    if turn.event.album is None:
        return None
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    if known is None or "parts" not in known.body:
        return None
    body = known.body
    left = await _left(turn, body["entry"], to)
    batch = body["batch"] + (left > body["left"])
    before = body["parts"]
    part = _part(turn, text, batch=batch, count=len(before), nameless=body["nameless"])
    parts = sorted((*before, part), key=lambda each: int(each["order"]))
    await history.add_files(
        turn.tx,
        body["entry"],
        body["ticket"],
        part["files"],
        after=(part["order"] - body["first"]) * _ROOM,
    )
    await _save(turn, {**body, "parts": parts, "batch": batch, "left": left})
    if text:
        await _reword(turn, body, _words(before), _words(parts), role)
    if len([each for each in parts if each["text"]]) > 1:
        await keep_parts(turn, body["entry"], [(each["message"], each["text"]) for each in parts])
    waiting_now = [each for each in parts if each["batch"] == batch]
    files = tuple(read_file(file) for each in waiting_now for file in each["files"])
    return Album(body["entry"], body["ticket"], files, _words(waiting_now), _words(parts), batch)


def _words(parts: list[dict[str, Any]]) -> str:
    return "\n".join(each["text"] for each in parts if each["text"])


async def _left(turn: Turn, entry: int, to: str) -> int:
    linked = await messages.linked_to(turn.tx, entry)
    return sum(each.side == to and each.role != "said" for each in linked)


async def _reword(turn: Turn, body: dict[str, Any], old: str, new: str, role: Role) -> None:
    """The words of a part that came later are words of the entry."""
    await history.append(
        turn.tx,
        body["ticket"],
        at=turn.now,
        action=Action.REVISE,
        role=role,
        staff_id=None if role is Role.RAISER else turn.who.id,
        text=new,
        refers_to=body["entry"],
        detail={"old": old},
    )


async def begin(
    turn: Turn, ticket: int, entry: int, text: str, *, home: str | None = None, nameless: bool = False
) -> None:
    """Remember that this event was the first part of an album, with these words.

    ``home`` names who takes its further parts (``Routes.albums``), where the place alone would not tell: the first part
    answered a question that is closed by then. ``nameless``: names of its files are not kept.
    """
    if turn.event.album is None:
        return
    first = _part(turn, text, batch=0, count=0, nameless=nameless)
    await _save(
        turn,
        {
            "entry": entry,
            "ticket": ticket,
            "parts": [first],
            "first": first["order"],
            "batch": 0,
            "left": 0,
            "home": home,
            "nameless": nameless,
        },
    )


async def entry_of(turn: Turn) -> int | None:
    """The entry that the first part of this event's album made."""
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    return None if known is None else known.body.get("entry")


async def ticket_of(turn: Turn) -> int | None:
    """The ticket that the first part of this event's album went to."""
    known = None if turn.event.album is None else await conversations.load(turn.tx, _tag(turn), _KIND)
    return None if known is None else known.body.get("ticket")


async def home_of(turn: Turn) -> str | None:
    """Who takes this event because it is a further part of an album that they began."""
    if turn.event.album is None:
        return None
    known = await conversations.load(turn.tx, _tag(turn), _KIND)
    return None if known is None else known.body.get("home")


async def _save(turn: Turn, body: dict[str, Any]) -> None:
    await conversations.save(turn.tx, _tag(turn), _KIND, body, turn.now)


def waiting(turn: Turn, album: Album | None = None) -> dict[str, Any]:
    """How the message with an album's files waits for further parts; nothing for other messages."""
    if turn.event.album is None:
        return {}
    which = f".{album.batch}" if album is not None and album.batch else ""
    return {"not_before": turn.now + WAIT_SECONDS, "replace": f"album:{turn.event.album}{which}"}
