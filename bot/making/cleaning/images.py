"""Pictures: decoded and written anew with nothing but what is seen, turned the right way up first."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from bot.making.kinds import Cleaned, Unclean
from handlers.core.vocabulary import Refusal

MOST_FRAMES = 600
MOST_BYTES = 320_000_000
"""What a picture, or all of a moving one, takes when it is decoded: 80 million pixels in colour.

The cameras of phones make 12 to 50 million, a scanner makes 70 million of an A3 page at 600 dpi. It is held twice while
it is written anew.
"""
_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2}
"""How many bytes the library takes for a pixel, by the picture's mode; four for the others."""
_SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
_OTHERS = frozenset({"BMP", "TIFF"})
"""Written as PNG: their own writers keep tags, or nobody opens them on a phone."""
FORMATS = (*_SUFFIXES, *sorted(_OTHERS))


def image(content: bytes) -> Cleaned:
    """A picture without Exif, XMP, comments, profiles, thumbnails or anything behind its end.

    Raises:
        Unclean: it is no picture that we can decode.
    """
    try:
        with warnings.catch_warnings():
            # Some phones write tags that the library warns about; they are dropped anyway.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as opened:
                return _written(opened)
    except Image.DecompressionBombError as error:
        raise Unclean("picture", Refusal.TOO_LARGE) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Unclean("picture") from error


def _written(opened: Image.Image) -> Cleaned:
    width, height = opened.size
    size = width * height * _BYTES.get(opened.mode, 4)
    # A moving picture's frames are counted only where one of them is no trap, and each is decoded in colour.
    frames = int(getattr(opened, "n_frames", 1)) if size <= MOST_BYTES else 1
    moving = frames > 1 and opened.format not in _OTHERS and opened.format != "JPEG"
    if size > MOST_BYTES or (moving and (frames > MOST_FRAMES or width * height * 4 * frames > MOST_BYTES)):
        raise Unclean("picture", Refusal.TOO_LARGE)
    kind = opened.format if opened.format in _SUFFIXES else "PNG"
    assert kind is not None
    out = io.BytesIO()
    if moving:
        _moving(opened, kind, out)
    else:
        _still(opened, kind, out)
    return Cleaned(out.getvalue(), _SUFFIXES[kind])


def _still(opened: Image.Image, kind: str, out: io.BytesIO) -> None:
    opened.load()
    turned = opened.getexif().get(0x0112, 1) != 1
    if kind == "JPEG":
        # The same tables as before where nothing was turned: as sharp as it came.
        quality: str | int = 95 if turned or opened.mode not in ("RGB", "L") else "keep"
        image = ImageOps.exif_transpose(opened) if turned else opened
        image.info = {}
        try:
            image.save(out, "JPEG", quality=quality, optimize=True)
        except ValueError:
            out.seek(0)
            out.truncate()
            image.convert("RGB").save(out, "JPEG", quality=95)
        return
    # A picture of its own, which has nothing of the opened one but its pixels and which colour is transparent.
    image = ImageOps.exif_transpose(opened) if turned else opened.copy()
    image.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    if kind == "WEBP":
        image.save(out, "WEBP", quality=90)
    else:
        image.save(out, kind)


def _moving(opened: Image.Image, kind: str, out: io.BytesIO) -> None:
    durations: list[int] = []

    def frames() -> Iterator[Image.Image]:
        for frame in ImageSequence.Iterator(opened):
            durations.append(int(frame.info.get("duration", 100)))
            converted = frame.convert("RGBA")
            converted.info = {}
            yield converted

    shown = list(frames())
    loop = int(opened.info.get("loop", 0))
    first, rest = shown[0], shown[1:]
    first.save(out, kind, save_all=True, append_images=rest, duration=durations, loop=loop)


def without_segments(content: bytes) -> bytes:
    """A JPEG inside another file: its own pixels untouched, without the segments that tell of camera, place and writer.

    Raises:
        Unclean: its segments make no sense.
    """
    if content[:2] != b"\xff\xd8":
        raise Unclean("jpeg")
    out = bytearray(b"\xff\xd8")
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise Unclean("jpeg")
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:
            end = content.rfind(b"\xff\xd9")
            if end < at:
                raise Unclean("jpeg")
            # What follows the picture (a second one, with tags of its own) stays behind.
            first_end = _scan_end(content, at)
            return bytes(out + content[at:first_end])
        size = int.from_bytes(content[at + 2 : at + 4], "big")
        # APP0 (JFIF) and APP14 (Adobe) say how colours are meant; the other APPs and comments go.
        if not (0xE1 <= marker <= 0xEF and marker != 0xEE) and marker != 0xFE:
            out += content[at : at + 2 + size]
        at += 2 + size
    raise Unclean("jpeg")


def _scan_end(content: bytes, at: int) -> int:
    """Where the picture that begins its scan at ``at`` ends, its end mark included."""
    while True:
        at = content.find(b"\xff", at + 2)
        if at < 0 or at + 1 >= len(content):
            raise Unclean("jpeg")
        if content[at + 1] == 0xD9:
            return at + 2
        at -= 1 if content[at + 1] == 0xFF else 0
