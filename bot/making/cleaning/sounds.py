"""Sound files whose tags stand apart from the sound: MP3, WAV, FLAC."""

from __future__ import annotations

import struct

from bot.making.kinds import Cleaned, Unclean

_HEARD = frozenset({b"fmt ", b"fact", b"data"})
_NEEDED = frozenset({0, 3})
"""FLAC blocks that playing needs: the stream's measures and the table for seeking."""


def mp3(content: bytes) -> Cleaned:
    """MP3 without its tags: before the sound (ID3v2), behind it (ID3v1, APE, Lyrics3), whatever they are.

    Raises:
        Unclean: no sound is found.
    """
    at = 0
    while content[at : at + 3] == b"ID3" and at + 10 <= len(content):
        size = 0
        for each in content[at + 6 : at + 10]:
            size = size << 7 | each & 0x7F
        at += 10 + size + (10 if content[at + 5] & 0x10 else 0)
    out = bytearray()
    missed = 0
    while at + 4 <= len(content):
        length = _frame(content[at : at + 4])
        if length and at + length <= len(content):
            out += content[at : at + length]
            at += length
            continue
        # Whatever stands between or behind frames is no sound.
        missed += 1
        if missed > 65_536:
            break
        at += 1
    if len(out) < 128:
        raise Unclean("mp3")
    return Cleaned(bytes(out), "mp3")


_RATES = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_HERTZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


def _frame(head: bytes) -> int:
    """How long the frame of a header is, 0 if it is none (of layer III)."""
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return 0
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, hertz, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version == 1 or layer != 1 or rate in (0, 15) or hertz == 3:
        return 0
    kilobits = _RATES[3 if version == 3 else 2][rate]
    return (144 if version == 3 else 72) * kilobits * 1000 // _HERTZ[version][hertz] + padding


_LENGTHS = {b"fmt ": (16, 18, 40), b"fact": (4,)}
"""How long the descriptions of a WAV's sound can be."""


def wav(content: bytes) -> Cleaned:
    """WAV with nothing but how it sounds.

    Raises:
        Unclean: damaged.
    """
    chunks = bytearray()
    at = 12
    while at + 8 <= len(content):
        name, size = struct.unpack_from("<4sI", content, at)
        body = content[at + 8 : at + 8 + size]
        if size not in _LENGTHS.get(name, (size,)):
            # A damaged length would take what follows, whatever it says, for a part of this.
            raise Unclean("wav")
        if name in _HEARD:
            chunks += struct.pack("<4sI", name, len(body)) + body + b"\0" * (len(body) % 2)
        at += 8 + size + size % 2
    if b"data" not in chunks:
        raise Unclean("wav")
    return Cleaned(b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + bytes(chunks), "wav")


def flac(content: bytes) -> Cleaned:
    """FLAC without comments, pictures and what programs left.

    Raises:
        Unclean: damaged.
    """
    blocks: list[tuple[int, bytes]] = []
    at = 4
    last = False
    while not last:
        if at + 4 > len(content):
            raise Unclean("flac")
        last = bool(content[at] & 0x80)
        kind = content[at] & 0x7F
        size = int.from_bytes(content[at + 1 : at + 4], "big")
        if kind in _NEEDED:
            blocks.append((kind, content[at + 4 : at + 4 + size]))
        at += 4 + size
    if not blocks or blocks[0][0] != 0:
        raise Unclean("flac")
    head = b"".join(
        bytes([kind | (0x80 if n == len(blocks) - 1 else 0)]) + len(body).to_bytes(3, "big") + body
        for n, (kind, body) in enumerate(blocks)
    )
    sound = content[at:]
    # A tag of another kind behind the sound.
    if sound[-128:-125] == b"TAG":
        sound = sound[:-128]
    return Cleaned(b"fLaC" + head + sound, "flac")
