"""Files as the platform keeps them: found by the handle that a message names, fetched by a path."""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from sandbox.records import Json
from sandbox.refusal import Refusal, bad

MAX_DOWNLOAD = 20 << 20
MAX_UPLOAD = 50 << 20
MAX_PHOTO = 10 << 20
"""Bytes (Bot API: getFile, sendDocument, sendPhoto)."""
_SMALL = 320
_LARGEST_SUM = 10_000
_LONGEST_RATIO = 20

KINDS = ("photo", "document", "video", "voice", "audio", "animation", "video_note", "sticker")
_NAMES = {
    "photo": "Photo",
    "document": "Document",
    "video": "Video",
    "voice": "VoiceNote",
    "audio": "Audio",
    "animation": "Animation",
    "video_note": "VideoNote",
    "sticker": "Sticker",
}
"""How the server calls each kind when it refuses one for another."""
_PREFIX = {"photo": "AgACAgI", "document": "BQACAgI", "video": "BAACAgI", "voice": "AwACAgI", "audio": "CQACAgI"}
_MIME = {
    "photo": "image/jpeg",
    "video": "video/mp4",
    "voice": "audio/ogg",
    "audio": "audio/mpeg",
    "animation": "video/mp4",
    "video_note": "video/mp4",
    "sticker": "image/webp",
}
_UNKNOWN = "application/octet-stream"
_NAMED = frozenset({"document", "video", "audio", "animation"})


@dataclass(frozen=True, slots=True)
class Stored:
    """One file. ``id`` is the bot's handle, ``unique`` the same for every bot; ``path`` where it is fetched."""

    id: str
    unique: str
    path: str
    kind: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0
    duration: int = 0
    emoji: str = ""
    smaller: Stored | None = None

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content)

    def brief(self) -> Json:
        """What every kind of file has in the Bot API."""
        return {"file_id": self.id, "file_unique_id": self.unique, "file_size": self.size}

    def content_of_message(self) -> Json:
        """The fields of the Bot API's Message that carry this file."""
        made: Json = self.brief()
        if self.kind == "photo":
            return {"photo": [each.brief() | each.extent() for each in (self.smaller, self) if each is not None]}
        if self.kind in _NAMED:
            made["file_name"] = self.name
        if self.kind not in ("video_note", "sticker"):
            made["mime_type"] = self.mime
        if self.kind in ("video", "animation"):
            made |= self.extent() | {"duration": self.duration}
        elif self.kind in ("voice", "audio"):
            made["duration"] = self.duration
        elif self.kind == "video_note":
            made |= {"length": self.width or 240, "duration": self.duration}
        elif self.kind == "sticker":
            made |= {"type": "regular", "is_animated": False, "is_video": False, "width": 512, "height": 512}
            made |= {"emoji": self.emoji} if self.emoji else {}
        if self.kind == "animation":
            # An animation comes with a copy of itself as a document.
            document = self.brief() | {"file_name": self.name, "mime_type": self.mime}
            return {"animation": made, "document": document}
        return {self.kind: made}

    def extent(self) -> Json:
        """Width and height."""
        return {"width": self.width or 320, "height": self.height or 240}


class Files:
    """Every file that was ever sent, by handle and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}
        self._by_unique: dict[str, Stored] = {}
        self._spoilt: dict[str, str] = {}
        self._count = 0

    def spoil(self, stored: Stored, words: str) -> None:
        """From now on the platform refuses to send this one, in these words."""
        self._spoilt[stored.id] = words

    def add(self, kind: str, name: str, content: bytes, mime: str = "", **facts: Any) -> Stored:
        """Keep a file sent as ``kind``; pictures are looked at as the server does.

        Raises:
            Refusal: it is empty, too big, or not the picture that it was sent as.
        """
        if not content:
            raise bad("file must be non-empty")
        if kind == "photo":
            return self._photo(name, content)
        if len(content) > MAX_UPLOAD:
            raise Refusal(413, "Request Entity Too Large")
        if mime in ("", _UNKNOWN):
            mime = mimetypes.guess_type(name)[0] or _MIME.get(kind, _UNKNOWN)
        return self._keep(kind, name or f"{kind}", mime, content, **facts)

    def add_from_person(self, kind: str, name: str, content: bytes, mime: str = "", **facts: Any) -> Stored:
        """The same from a person's client, which turns every picture into one without metadata."""
        if kind == "photo":
            content = without_metadata(content)
        return (
            self._keep(kind, name, mime, content, **facts)
            if self._beyond_bots(kind, content)
            else (self.add(kind, name, content, mime, **facts))
        )

    def _beyond_bots(self, kind: str, content: bytes) -> bool:
        # People may send more than bots: a file of 60 MB arrives, and the bot can't fetch it.
        return kind != "photo" and len(content) > MAX_UPLOAD

    def _photo(self, name: str, content: bytes) -> Stored:
        if len(content) > MAX_PHOTO:
            raise bad(
                f"file of size {len(content)} bytes is too big for a photo; the maximum size is {MAX_PHOTO} bytes"
            )
        width, height = measured(content)
        if width + height > _LARGEST_SUM or max(width, height) > _LONGEST_RATIO * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        smaller = None
        if max(width, height) > _SMALL:
            small = _shrunk(content)
            smaller = self._keep("photo", "small.jpg", "image/jpeg", small[0], width=small[1], height=small[2])
        return self._keep(
            "photo", name or "photo.jpg", "image/jpeg", content, width=width, height=height, smaller=smaller
        )

    def _keep(self, kind: str, name: str, mime: str, content: bytes, **facts: Any) -> Stored:
        self._count += 1
        number = self._count
        suffix = name.rpartition(".")[2].lower() if "." in name else "bin"
        folder = f"{kind}s" if kind != "voice" else "voice"
        stored = Stored(
            f"{_PREFIX.get(kind, 'CAACAgI')}{number:08d}QAD",
            f"AQAD{number:08d}",
            f"{folder}/file_{number}.{suffix if suffix.isalnum() and len(suffix) < 8 else 'bin'}",
            kind,
            name,
            mime or _UNKNOWN,
            content,
            **facts,
        )
        self._by_id[stored.id] = self._by_path[stored.path] = self._by_unique[stored.unique] = stored
        return stored

    def get(self, handle: str) -> Stored:
        """The file of a handle.

        Raises:
            Refusal: there is none.
        """
        found = self._by_id.get(handle)
        if found is None:
            raise bad("wrong file_id or the file is temporarily unavailable")
        return found

    def for_sending(self, handle: str, kind: str) -> Stored:
        """The file of a handle, to be sent as ``kind``.

        Raises:
            Refusal: there is none, or it was sent as something else.
        """
        if handle.startswith(("http://", "https://")):
            # Nothing leaves the machine.
            raise bad("failed to get HTTP URL content")
        found = self._by_id.get(handle)
        if found is None:
            raise bad("wrong remote file identifier specified: Wrong string length")
        if handle in self._spoilt:
            raise bad(self._spoilt[handle])
        if found.kind != kind and not (kind == "document" and found.kind == "animation"):
            raise bad(f"can't use file of type {_NAMES[found.kind]} as {_NAMES[kind]}")
        return found

    def at(self, path: str) -> Stored | None:
        """The file at a path."""
        return self._by_path.get(path)

    def unique(self, unique: str) -> Stored | None:
        """The file of a handle that every bot sees alike."""
        return self._by_unique.get(unique)


def measured(content: bytes) -> tuple[int, int]:
    """Width and height of a picture.

    Raises:
        Refusal: it is none.
    """
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise bad("IMAGE_PROCESS_FAILED") from None


def without_metadata(content: bytes) -> bytes:
    """A picture as Telegram's clients send it: turned upright, without what the camera wrote into it."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if not picture.getexif() and "comment" not in picture.info:
                return content
            out = io.BytesIO()
            ImageOps.exif_transpose(picture).convert("RGB").save(out, "JPEG", quality=87)
            return out.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return content


def _shrunk(content: bytes) -> tuple[bytes, int, int]:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.draft("RGB", (_SMALL, _SMALL))
            small = picture.convert("RGB")
            small.thumbnail((_SMALL, _SMALL))
            out = io.BytesIO()
            small.save(out, "JPEG", quality=80)
            return out.getvalue(), small.width, small.height
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        raise bad("IMAGE_PROCESS_FAILED") from None
