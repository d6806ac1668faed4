"""The A4 poster of a box or place: a QR code that opens the mailbox at its unit, and how it works in few words."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence

import segno
from PIL import Image

from bot.making.drawing import fit, png, svg

WIDTH, HEIGHT = 2480, 3508
"""A4 at 300 dots an inch."""
_POINTS = (595.276, 841.89)
_COLOURS = 64


def poster(link: str, words: Mapping[str, str], *, steps: Sequence[str], naming: Sequence[tuple[str, str]]) -> bytes:
    """The poster as PDF. ``words``: ``mailbox``, ``unit``, ``title``, ``place``, ``code``, ``foot``."""
    drawing = svg(
        "poster.svg",
        qr=_modules(link),
        mailbox=fit(words["mailbox"], 14),
        unit=fit(words["unit"], 18),
        title=words["title"],
        english=words["english"],
        place=fit(words["place"], 22),
        code=words["code"],
        foot=words["foot"],
        steps=[fit(each, 25) for each in steps],
        naming=[(name, fit(text, 22)) for name, text in naming],
    )
    return pdf(png(drawing, WIDTH))


def _modules(link: str) -> dict[str, object]:
    """The dark parts of the code as one path, in a square of 1000 with its quiet zone."""
    matrix = segno.make(link, error="m", micro=False).matrix
    size = len(matrix) + 8
    path = []
    for y, row in enumerate(matrix):
        x = 0
        while x < len(row):
            run = 0
            while x + run < len(row) and row[x + run]:
                run += 1
            if run:
                path.append(f"M{x + 4} {y + 4}h{run}v1h-{run}z")
            x += max(1, run)
    return {"path": "".join(path), "scale": 1000 / size, "size": size}


def pdf(picture: bytes) -> bytes:
    """One A4 page that is a picture, without loss: a printer's raster of 300 dots an inch, compressed."""
    with Image.open(io.BytesIO(picture)) as opened:
        image = opened.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    width, height = image.size
    palette = bytes(image.getpalette() or [])[: 3 * _COLOURS]
    palette += bytes(3 * _COLOURS - len(palette))
    pixels = zlib.compress(image.tobytes(), 9)
    page = f"q {_POINTS[0]} 0 0 {_POINTS[1]} 0 0 cm /I Do Q".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_POINTS[0]} {_POINTS[1]}] "
        f"/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>".encode(),
        _stream("", page),
        _stream(
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent 8 "
            f"/ColorSpace [/Indexed /DeviceRGB {_COLOURS - 1} <{palette.hex()}>] /Filter /FlateDecode",
            pixels,
        ),
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    starts = []
    for number, body in enumerate(objects, start=1):
        starts.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{start:010d} 00000 n \n".encode() for start in starts)
    out.write(f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()


def _stream(entries: str, content: bytes) -> bytes:
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
