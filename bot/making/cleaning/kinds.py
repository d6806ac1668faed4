"""What a cleaner gives back, and how it says that it can't."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without what would tell who made it. ``suffix`` is the end of its new, neutral name."""

    content: bytes
    mime: str
    suffix: str


class Unclean(Exception):
    """A file that can't be cleaned for certain; it is not passed on."""
