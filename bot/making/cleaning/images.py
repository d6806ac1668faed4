"""Pictures: decoded and written anew with nothing but what is seen, turned the right way up first."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from bot.making.cleaning.kinds import Cleaned, Unclean

MOST_FRAMES = 600
MOST_PIXELS = 120_000_000
"""Beyond it a picture is a trap rather than a picture: half a gigabyte when it is decoded."""
_MIMES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
_SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
_OTHERS = frozenset({"BMP", "TIFF"})
"""Written as PNG: their own writers keep tags, or nobody opens them on a phone."""
FORMATS = (*_MIMES, *sorted(_OTHERS))


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
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        MemoryError,
    ) as error:
        raise Unclean("picture") from error


def _written(opened: Image.Image) -> Cleaned:
    width, height = opened.size
    frames = int(getattr(opened, "n_frames", 1))
    if width * height * frames > MOST_PIXELS * 4 or width * height > MOST_PIXELS or frames > MOST_FRAMES:
        raise Unclean("picture too large")
    kind = opened.format if opened.format in _MIMES else "PNG"
    assert kind is not None
    out = io.BytesIO()
    if frames > 1 and opened.format not in _OTHERS and kind != "JPEG":
        _moving(opened, kind, out)
    else:
        _still(opened, kind, out)
    return Cleaned(out.getvalue(), _MIMES[kind], _SUFFIXES[kind])


def _still(opened: Image.Image, kind: str, out: io.BytesIO) -> None:
    opened.load()
    if kind == "JPEG":
        turned = opened.getexif().get(0x0112, 1) != 1
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
    image = ImageOps.exif_transpose(opened)
    image = _bare(image)
    if kind == "WEBP":
        image.save(out, "WEBP", quality=90)
    else:
        image.save(out, kind)


def _bare(image: Image.Image) -> Image.Image:
    """The pixels alone; of what belongs to them only which colour is transparent."""
    bare = image.copy()
    bare.info = {"transparency": image.info["transparency"]} if "transparency" in image.info else {}
    return bare


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
