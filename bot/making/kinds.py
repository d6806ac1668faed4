"""What a cleaner gives back, and how it says that it can't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.core.vocabulary import Refusal

_OFFICE = "application/vnd.openxmlformats-officedocument."
MIMES: Mapping[str, str] = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "pptx": _OFFICE + "presentationml.presentation",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "3gp": "video/3gpp",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "flac": "audio/flac",
    **dict.fromkeys(("txt", "csv", "md", "log"), "text/plain"),
}
"""Every kind of file that cleaning can end in, by the end of its name."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file without what would tell who made it. ``suffix`` is the end of its new, neutral name, one of ``MIMES``."""

    content: bytes
    suffix: str


class Unclean(Exception):
    """A file that is not passed on, and ``why``: no sure way to clean it, damaged, or too much in it."""

    def __init__(self, what: str, why: Refusal = Refusal.DAMAGED) -> None:
        super().__init__(what)
        self.why = why
