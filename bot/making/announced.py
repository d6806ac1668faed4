"""Files of announcements go to everyone alike: they are made once, not once for each person."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from bot.channels.base import MadeFile
from bot.flow.files import Make

ANNOUNCED = frozenset({"campaign_picture", "campaign_book", "survey_picture"})
"""Files that an announcement carries. Their facts name the moment that they show."""
_KEPT = 4
"""Two announcements with two files each are on their way at once, hardly ever more."""


def once_for_all(make: Make) -> Make:
    """``make``, which gives the same file again for the same facts while an announcement is on its way."""
    kept: OrderedDict[str, asyncio.Task[MadeFile]] = OrderedDict()

    async def made(name: str, facts: Mapping[str, Any]) -> MadeFile:
        if name not in ANNOUNCED:
            return await make(name, facts)
        key = json.dumps([name, facts], ensure_ascii=False, sort_keys=True)
        task = kept.get(key)
        if task is None:
            task = kept[key] = asyncio.ensure_future(_run(make, name, facts))
            while len(kept) > _KEPT:
                kept.popitem(last=False)
        kept.move_to_end(key)
        try:
            # Whoever waits may be stopped; the others still want the file.
            return await asyncio.shield(task)
        except Exception:
            kept.pop(key, None)
            raise

    return made


async def _run(make: Make, name: str, facts: Mapping[str, Any]) -> MadeFile:
    return await make(name, facts)
