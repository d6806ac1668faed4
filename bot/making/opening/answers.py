"""What may come back from the process that opens files, looked at as if the sender of the file had written it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channels.base import MadeFile
from bot.making.kinds import MIMES
from bot.making.opening.frames import Head, Nonsense
from bot.making.tables import MOST_NAME, SHEETS, TIMES, Limits
from handlers.core.vocabulary import Refusal
from handlers.rules.headings import WITHIN

REFUSALS = frozenset({Refusal.UNCLEAN_KIND, Refusal.DAMAGED, Refusal.TOO_LARGE})
"""What that process may say of a file; of what became of itself its owner judges."""
MOST_FILE = 64 * 1024 * 1024
"""A cleaned file; more than 50 MB no bot may send."""
_CELL_BYTES = 6
"""A character, written as JSON in UTF-8, at most."""
_ROW_BYTES = 512
"""What stands between the cells of a row, and around it."""


class _Sheet(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    name: Annotated[str, Field(max_length=MOST_NAME)]
    rows: list[list[str]] | None = None
    trouble: Literal["many", "large", "far"] | None = None
    most: int | None = None
    cell: Annotated[str, Field(pattern=r"^[A-Z]{1,20}[0-9]{1,20}$")] | None = None


class _Found(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    sheets: Annotated[list[_Sheet], Field(min_length=1, max_length=SHEETS)] | None = None
    text: str | None = None
    trouble: Literal["no_table", "no_text", "page", "xml", "blank", "large", "too_large"] | None = None


def most_found(limits: Limits) -> int:
    """How many bytes a table or text within these limits has at most, as it comes back."""
    rows = TIMES * (limits.rows + WITHIN) + SHEETS
    return limits.whole * _CELL_BYTES + rows * _ROW_BYTES


def refusal_in(head: Head) -> Refusal | None:
    """Why the file was not opened, None if it was.

    Raises:
        Nonsense: that process may not say so.
    """
    said = head.get("refusal")
    if said is None:
        return None
    if not isinstance(said, str) or said not in REFUSALS:
        raise Nonsense
    return Refusal(said)


def file_in(head: Head, body: bytes) -> MadeFile:
    """The cleaned file; its name and kind are ours.

    Raises:
        Nonsense: it is none.
    """
    suffix = head.get("suffix")
    if not isinstance(suffix, str) or suffix not in MIMES or not body:
        raise Nonsense
    return MadeFile(f"file.{suffix}", body, MIMES[suffix])


def found_in(body: bytes, limits: Limits) -> Mapping[str, Any]:
    """The sheets or words, or the ``trouble``.

    Raises:
        Nonsense: it is neither, or more than was allowed.
    """
    try:
        found = _Found.model_validate_json(body)
    except ValidationError as error:
        raise Nonsense from error
    sheets, text = found.sheets or [], found.text or ""
    if (found.sheets is None) + (found.text is None) + (found.trouble is None) != 2:
        raise Nonsense
    if any((each.rows is None) == (each.trouble is None) for each in sheets):
        raise Nonsense
    rows = [row for each in sheets for row in each.rows or ()]
    if any(len(each.rows or ()) > limits.rows + WITHIN for each in sheets) or len(rows) > TIMES * (
        limits.rows + WITHIN
    ):
        raise Nonsense
    if sum(len(cell) for row in rows for cell in row) + len(text) > limits.whole:
        raise Nonsense
    return found.model_dump(exclude_none=True)
