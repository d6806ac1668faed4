"""What the program and the process that opens files say to each other: a head in JSON, then bytes, their sizes first.

Neither side builds an object from what the other says: the program trusts that process no more than who sent the file.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from typing import Any, BinaryIO

SIZES = struct.Struct(">II")
MOST_HEAD = 16_384

Head = Mapping[str, Any]


class Nonsense(Exception):
    """The other side does not keep to the form, or to the sizes that were allowed."""


def framed(head: Head, body: bytes = b"") -> bytes:
    """One message."""
    written = json.dumps(head).encode()
    return SIZES.pack(len(written), len(body)) + written + body


def sizes(first: bytes, most: int) -> tuple[int, int]:
    """How long head and body are.

    Raises:
        Nonsense: longer than is allowed, the body than ``most``.
    """
    head, body = SIZES.unpack(first)
    if head > MOST_HEAD or body > most:
        raise Nonsense
    return head, body


def read_head(written: bytes) -> Head:
    """The head.

    Raises:
        Nonsense: it is none.
    """
    try:
        head = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise Nonsense from error
    if not isinstance(head, dict):
        raise Nonsense
    return head


def next_of(stream: BinaryIO) -> tuple[Head, bytes] | None:
    """The next message of a stream, None at its end."""
    first = stream.read(SIZES.size)
    if len(first) < SIZES.size:
        return None
    head, body = SIZES.unpack(first)
    return read_head(stream.read(head)), stream.read(body)
