"""What is inside an archive that somebody sent: known before it is unpacked, and unpacked no further than it says.

Documents, workbooks and presentations are archives. A kilobyte of one can hold a gigabyte, and what it says of its
sizes can be a lie: so the sizes that it names are added up first, and no part is unpacked beyond the one that it
names.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable

MOST_BYTES = 100_000_000
"""So much comes out of one archive at most: five times what Telegram lets a bot fetch (20 MB).

An office's own files are mostly pictures, which hardly grow. Of text a hundred million bytes take six seconds to clean.
"""
MOST_PARTS = 5_000
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How office programs pack. With other ways the reader can't stop where the named size ends."""
_LOCKED = 0x1
_FIXED = (1980, 1, 1, 0, 0, 0)


class Swollen(Exception):
    """More comes out of it than is ever opened."""


class Broken(Exception):
    """It is no archive, damaged, locked, or packed as no office program packs."""


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of an archive by their names, in their order.

    Raises:
        Swollen: there is too much in it; nothing has been unpacked then.
        Broken: it can't be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as source:
            parts = [each for each in source.infolist() if not each.is_dir()]
            if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_BYTES:
                raise Swollen
            # Of two parts with one name each program reads another.
            if len({each.filename for each in parts}) < len(parts):
                raise Broken
            if any(each.flag_bits & _LOCKED or each.compress_type not in _PACKINGS for each in parts):
                raise Broken
            return {each.filename: _part(source, each) for each in parts}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise Broken from error


def _part(source: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with source.open(part) as stream:
        # Asked for all of it, the library would unpack whatever there is, and only then cut it to the named size.
        content = stream.read(part.file_size)
    if len(content) < part.file_size:
        raise Broken
    return content


def packed(parts: Iterable[tuple[str, bytes]], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts that says nothing of when and where it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as target:
        for name, content in parts:
            made = zipfile.ZipInfo(name, _FIXED)
            made.compress_type = packing
            target.writestr(made, content)
    return out.getvalue()
