"""Films and sound of the MP4 family (mp4, mov, m4a, 3gp): cleaned in place, so that nothing moves and all plays.

Boxes with tags, places, times and names are made empty ones of the same size; tracks that are neither picture nor sound
(a phone's record of where it was) are taken out, and every byte that no remaining track uses is zero.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from bot.making.kinds import Cleaned, Unclean
from handlers.core.vocabulary import Refusal

_INSIDE = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex"})
_EMPTIED = frozenset(
    {b"udta", b"meta", b"uuid", b"free", b"skip", b"ilst", b"tref", b"XMP_", b"wide", b"iods", b"cprt"}
)
_TIMED = frozenset({b"mvhd", b"tkhd", b"mdhd"})
_TOP = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"udta", b"meta", b"pdin"})
_SEEN_OR_HEARD = frozenset({b"vide", b"soun"})
_KINDS = {b"M4A ": "m4a", b"M4B ": "m4a", b"qt  ": "mov"}
_STILLS = frozenset({b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"crx "})
MOST_BOXES = 20_000
MOST_SAMPLES = 20_000_000


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    body: int
    end: int


def film(content: bytes) -> Cleaned:
    """A film or sound without what tells when, where, by what and by whom it was made.

    Raises:
        Unclean: it is damaged, or built in a way that we can't follow (in fragments, a still picture).
    """
    data = bytearray(content)
    try:
        top = list(_boxes(data, 0, len(data)))
        if not top or top[0].kind != b"ftyp":
            raise Unclean("film")
        if any(each.kind not in _TOP for each in top):
            raise Unclean("film in fragments", Refusal.UNCLEAN_KIND)
        brand = bytes(data[top[0].body : top[0].body + 4])
        if brand in _STILLS:
            raise Unclean("still picture", Refusal.UNCLEAN_KIND)
        movies = [each for each in top if each.kind == b"moov"]
        if len(movies) != 1:
            raise Unclean("film")
        used = _movie(data, movies[0])
        for each in top:
            if each.kind in _EMPTIED:
                _empty(data, each)
            elif each.kind == b"mdat":
                _keep_only(data, each, used)
    except (struct.error, IndexError) as error:
        raise Unclean("film") from error
    return Cleaned(bytes(data), _KINDS.get(brand, "3gp" if brand[:2] == b"3g" else "mp4"))


def _boxes(data: bytearray, start: int, end: int) -> Iterator[_Box]:
    count = 0
    while start + 8 <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        body = start + 8
        if size == 1:
            size = struct.unpack_from(">Q", data, body)[0]
            body += 8
        elif size == 0:
            size = end - start
        count += 1
        if size < body - start or start + size > end or count > MOST_BOXES:
            raise Unclean("film")
        yield _Box(kind, start, body, start + size)
        start += size
    # A few bytes too short for a box say nothing to a player, but could to others.
    data[start:end] = bytes(end - start)


def _empty(data: bytearray, box: _Box) -> None:
    data[box.start + 4 : box.start + 8] = b"free"
    data[box.body : box.end] = bytes(box.end - box.body)


def _movie(data: bytearray, movie: _Box) -> list[tuple[int, int]]:
    """Clean the description of the film; returns where the samples of the tracks that stay are."""
    used: list[tuple[int, int]] = []
    for each in list(_boxes(data, movie.body, movie.end)):
        if each.kind == b"trak":
            parts = dict(_leaves(data, each))
            handler = parts.get(b"hdlr")
            if handler is None:
                raise Unclean("film")
            if bytes(data[handler.body + 8 : handler.body + 12]) in _SEEN_OR_HEARD:
                used.extend(_samples(data, parts))
                _clean_inside(data, each)
            else:
                _empty(data, each)
        elif each.kind == b"mvex":
            raise Unclean("film in fragments", Refusal.UNCLEAN_KIND)
        elif each.kind in _EMPTIED:
            _empty(data, each)
        elif each.kind in _TIMED:
            _untime(data, each)
    return _joined(used)


def _leaves(data: bytearray, box: _Box) -> Iterator[tuple[bytes, _Box]]:
    for each in _boxes(data, box.body, box.end):
        yield each.kind, each
        if each.kind in _INSIDE:
            yield from _leaves(data, each)


def _clean_inside(data: bytearray, box: _Box) -> None:
    for each in list(_boxes(data, box.body, box.end)):
        if each.kind in _INSIDE:
            _clean_inside(data, each)
        elif each.kind in _EMPTIED:
            _empty(data, each)
        elif each.kind in _TIMED:
            _untime(data, each)
        elif each.kind == b"hdlr" and each.end - each.body > 24:
            data[each.body + 24 : each.end] = bytes(each.end - each.body - 24)


def _untime(data: bytearray, box: _Box) -> None:
    width = 16 if data[box.body] == 1 else 8
    data[box.body + 4 : box.body + 4 + width] = bytes(width)


def _samples(data: bytearray, parts: dict[bytes, _Box]) -> Iterator[tuple[int, int]]:
    """Where a track's samples are, chunk by chunk."""
    offsets = _table(data, parts.get(b"stco"), ">I") or _table(data, parts.get(b"co64"), ">Q")
    sizes = parts.get(b"stsz")
    runs = parts.get(b"stsc")
    if sizes is None or runs is None:
        raise Unclean("film")
    same, count = struct.unpack_from(">II", data, sizes.body + 4)
    if count > MOST_SAMPLES or (not same and sizes.body + 12 + 4 * count > sizes.end):
        raise Unclean("film")
    lengths = [same] * count if same else list(struct.unpack_from(f">{count}I", data, sizes.body + 12))
    (number,) = struct.unpack_from(">I", data, runs.body + 4)
    if runs.body + 8 + 12 * number > runs.end:
        raise Unclean("film")
    entries = [struct.unpack_from(">III", data, runs.body + 8 + 12 * n) for n in range(number)]
    sample = 0
    for position, (first, each, _description) in enumerate(entries):
        last = entries[position + 1][0] if position + 1 < number else len(offsets) + 1
        if last <= first:
            # Led to and fro, we would never come to an end.
            raise Unclean("film")
        for chunk in range(first, last):
            if not 1 <= chunk <= len(offsets):
                raise Unclean("film")
            length = sum(lengths[sample : sample + each])
            sample += each
            yield offsets[chunk - 1], offsets[chunk - 1] + length


def _table(data: bytearray, box: _Box | None, form: str) -> list[int]:
    if box is None:
        return []
    (count,) = struct.unpack_from(">I", data, box.body + 4)
    width = struct.calcsize(form)
    if box.body + 8 + width * count > box.end:
        raise Unclean("film")
    return list(struct.unpack_from(f">{count}{form[1]}", data, box.body + 8))


def _joined(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _keep_only(data: bytearray, box: _Box, used: list[tuple[int, int]]) -> None:
    at = box.body
    for first, behind in used:
        start, end = max(first, box.body), min(behind, box.end)
        if start < end:
            data[at:start] = bytes(max(0, start - at))
            at = max(at, end)
    data[at : box.end] = bytes(box.end - at)
