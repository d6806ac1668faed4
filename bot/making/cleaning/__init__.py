"""Files of raisers who are not named: what is in them stays, what would tell who made them goes, the name goes.

Each kind is known by its content, never by its name. What can't be cleaned for certain is refused, and the one who sent
it is told.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import structlog

from bot.channels.base import MadeFile
from bot.flow.trouble import place_of
from bot.making.cleaning.films import film
from bot.making.cleaning.images import image
from bot.making.cleaning.kinds import Cleaned, Unclean
from bot.making.cleaning.office import office
from bot.making.cleaning.pdfs import pdf
from bot.making.cleaning.sounds import flac, mp3, wav
from handlers.vocabulary import Attachment, Refusal

log = structlog.get_logger("making")

MOST_TEXT = 5_000_000
_PLAIN = ("txt", "csv", "md", "log")
# Beginnings of texts that carry more than is read: pages, pictures, letters, cards, office files of old.
_MARKED = ("<", "{\\rtf", "%!", "begin:", "from:", "return-path:", "received:", "mime-version:")


async def clean(attachment: Attachment, content: bytes) -> MadeFile | Refusal:
    """The file without metadata, under a neutral name; REFUSED where that can't be done for certain."""
    try:
        cleaned = await asyncio.to_thread(_clean, attachment, content)
    except Unclean:
        return Refusal.REFUSED
    except Exception as error:  # noqa: BLE001 - a damaged file may break its library in any way: not cleaned, not sent
        log.info("file not cleaned", error=place_of(error))
        return Refusal.REFUSED
    return MadeFile(f"file.{cleaned.suffix}", cleaned.content, cleaned.mime)


def _clean(attachment: Attachment, content: bytes) -> Cleaned:
    for begins, cleaner in _BY_BEGINNING:
        if any(content[at : at + len(mark)] == mark for at, mark in begins):
            return cleaner(content)
    return _text(attachment, content)


def _text(attachment: Attachment, content: bytes) -> Cleaned:
    suffix = (attachment.name or "").rsplit(".", 1)[-1].lower()
    plain = suffix in _PLAIN or (attachment.mime or "").split(";")[0] in ("text/plain", "text/csv")
    if not plain or len(content) > MOST_TEXT or b"\0" in content:
        raise Unclean("unknown")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.lstrip().lower().startswith(_MARKED):
            raise Unclean("marked text")
        return Cleaned(content, "text/plain", suffix if suffix in _PLAIN else "txt")
    raise Unclean("unknown")


_Beginnings = tuple[tuple[int, bytes], ...]
_BY_BEGINNING: tuple[tuple[_Beginnings, Callable[[bytes], Cleaned]], ...] = (
    (
        (
            (0, b"\xff\xd8\xff"),
            (0, b"\x89PNG\r\n"),
            (0, b"GIF8"),
            (8, b"WEBP"),
            (0, b"BM"),
            (0, b"II*\0"),
            (0, b"MM\0*"),
        ),
        image,
    ),
    (((0, b"%PDF-"),), pdf),
    (((0, b"PK\x03\x04"),), office),
    (((4, b"ftyp"),), film),
    (((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xf3"), (0, b"\xff\xf2"), (0, b"\xff\xfa")), mp3),
    (((8, b"WAVE"),), wav),
    (((0, b"fLaC"),), flac),
)
