"""What is in a Telegram message besides its text: files, places, people, and what the mailbox cannot keep."""

from __future__ import annotations

from collections.abc import Callable

from bot.channels.telegram.fields import EMPTY, Fields, decimal, items, number, part, words
from handlers.core.vocabulary import Attachment, FileKind

_FILES = (
    # An animation comes with a copy of itself as a document: the first kind that is there counts.
    ("animation", FileKind.ANIMATION),
    ("document", FileKind.DOCUMENT),
    ("video", FileKind.VIDEO),
    ("voice", FileKind.VOICE),
    ("audio", FileKind.AUDIO),
    ("video_note", FileKind.VIDEO_NOTE),
    ("sticker", FileKind.STICKER),
)


def _file(kind: FileKind, fields: Fields) -> Attachment | None:
    ref = words(fields, "file_id")
    if ref is None:
        return None
    return Attachment(
        kind,
        ref=ref,
        unique=words(fields, "file_unique_id"),
        name=words(fields, "file_name"),
        mime=words(fields, "mime_type"),
        size=number(fields, "file_size"),
        text=words(fields, "emoji") if kind is FileKind.STICKER else None,
    )


def _size_of(picture: Fields) -> tuple[int, int]:
    return (number(picture, "width") or 0) * (number(picture, "height") or 0), number(picture, "file_size") or 0


def biggest(pictures: tuple[Fields, ...]) -> Fields | None:
    """The biggest of one picture's sizes that can be fetched."""
    return max((each for each in pictures if words(each, "file_id")), key=_size_of, default=None)


def _place(message: Fields) -> Attachment | None:
    venue = part(message, "venue")
    where = part(message, "location") or (part(venue, "location") if venue else None)
    if where is None:
        return None
    latitude, longitude = decimal(where, "latitude"), decimal(where, "longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None
    called = [each for each in (words(venue, "title"), words(venue, "address")) if each] if venue else []
    return Attachment(
        FileKind.LOCATION, latitude=latitude, longitude=longitude, text="\n".join(called) if called else None
    )


def _joined(*parts: str | None) -> str | None:
    return " ".join(each for each in parts if each) or None


def _contact(fields: Fields) -> Attachment:
    name = _joined(words(fields, "first_name"), words(fields, "last_name"))
    return Attachment(FileKind.CONTACT, name=name, text=_joined(name, words(fields, "phone_number")))


def _poll(fields: Fields) -> str | None:
    options = (words(each, "text") for each in items(fields, "options"))
    return "\n".join(each for each in (words(fields, "question"), *options) if each) or None


def _checklist(fields: Fields) -> str | None:
    tasks = (words(each, "text") for each in items(fields, "tasks"))
    return "\n".join(each for each in (words(fields, "title"), *tasks) if each) or None


def _titled(fields: Fields) -> str | None:
    return _joined(words(fields, "title"), words(fields, "description"))


def _dice(fields: Fields) -> str | None:
    value = number(fields, "value")
    return _joined(words(fields, "emoji"), None if value is None else str(value))


def _silent(_: Fields) -> str | None:
    return None


UNKEPT: dict[str, Callable[[Fields], str | None]] = {
    "poll": _poll,
    "dice": _dice,
    "game": _titled,
    "checklist": _checklist,
    "story": _silent,
    "paid_media": _silent,
    "live_photo": _silent,
    "invoice": _titled,
    "giveaway": _silent,
    "giveaway_winners": _silent,
    "gift": _silent,
    "unique_gift": _silent,
    "rich_message": _silent,
    "passport_data": _silent,
}
"""Content that Telegram has and the mailbox cannot keep, with what can be said of it in words."""


def unsupported(name: str, fields: Fields = EMPTY) -> Attachment:
    """Content of a kind that the mailbox cannot keep."""
    return Attachment(FileKind.UNSUPPORTED, name=name, text=UNKEPT.get(name, _silent)(fields))


def attachment_of(message: Fields) -> Attachment | None:
    """The one thing that a message carries besides its text or caption; None when there is nothing, or it is broken."""
    if "photo" in message:
        picture = biggest(items(message, "photo"))
        return None if picture is None else _file(FileKind.PHOTO, picture)
    for name, kind in _FILES:
        if name in message:
            found = part(message, name)
            return None if found is None else _file(kind, found)
    if "venue" in message or "location" in message:
        return _place(message)
    contact = part(message, "contact")
    if contact is not None:
        return _contact(contact)
    for name in UNKEPT:
        if name in message:
            return unsupported(name, part(message, name) or EMPTY)
    return None
