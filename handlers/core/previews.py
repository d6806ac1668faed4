"""A preview's button carries what was shown: what is done is what was read, and never more.

Pressed on an older preview it does nothing, and the newest is shown below.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, is_dataclass
from typing import Any

from handlers.core.turn import Turn
from handlers.core.vocabulary import Rows


def stamp(*shown: Any) -> int:
    """A number that goes with what is shown: another for other words, files, units or dates."""
    text = json.dumps(shown, ensure_ascii=False, default=_plain)
    return zlib.crc32(text.encode("utf-8", "backslashreplace"))


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else str(value)


def show_newest(turn: Turn, text: str, rows: Rows) -> None:
    """The button that was pressed stands under an older preview: here is the newest, and nothing was done."""
    turn.answer(turn.say("preview-changed"), alert=True)
    turn.reply(text, buttons=rows)
