"""Files of raisers who are not named: what is in them stays, what would tell who made them goes, the name goes.

Each kind is known by its content, never by its name. What can't be cleaned for certain is refused, and the one who sent
it is told.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.making.cleaning.films import film
from bot.making.cleaning.images import image
from bot.making.cleaning.office import office
from bot.making.cleaning.pdfs import pdf
from bot.making.cleaning.sounds import flac, mp3, wav
from bot.making.kinds import Cleaned, Unclean
from handlers.core.vocabulary import Refusal

MOST_TEXT = 5_000_000
_PLAIN = ("txt", "csv", "md", "log")
# Beginnings of texts that carry more than is read: pages, pictures, letters, cards, office files of old.
_MARKED = ("<", "{\\rtf", "%!", "begin:", "from:", "return-path:", "received:", "mime-version:")


def clean(name: str, mime: str, content: bytes) -> Cleaned:
    """The file without metadata. ``name`` and ``mime`` only say whether a file without any mark is a text.

    Raises:
        Unclean: that can't be done, or not for certain.
        Exception: a damaged file may break its library in any way.
    """
    for begins, cleaner in _BY_BEGINNING:
        if any(content[at : at + len(mark)] == mark for at, mark in begins):
            return cleaner(content)
    return _text(name, mime, content)


def _text(name: str, mime: str, content: bytes) -> Cleaned:
    suffix = name.rpartition(".")[2].lower()
    plain = suffix in _PLAIN or mime.split(";", maxsplit=1)[0] in ("text/plain", "text/csv")
    if not plain or b"\0" in content:
        raise Unclean("unknown", Refusal.UNCLEAN_KIND)
    if len(content) > MOST_TEXT:
        raise Unclean("text", Refusal.TOO_LARGE)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.lstrip().lower().startswith(_MARKED):
            raise Unclean("marked text", Refusal.UNCLEAN_KIND)
        return Cleaned(content, suffix if suffix in _PLAIN else "txt")
    raise Unclean("unknown", Refusal.UNCLEAN_KIND)


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
