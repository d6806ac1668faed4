"""The published Bot API, as aiogram carries it: does this method exist, and does it take these parameters?"""

from __future__ import annotations

from typing import Any

from tests import published


def check(method: str, parameters: dict[str, Any]) -> None:
    """Raises for a method or parameter that does not exist, and for a value of the wrong kind.

    Uploads of an album are fields of their own, named ``file0`` and so on.
    """
    described = published.by_name()[method]
    uploads = {name for name in parameters if name.startswith("file") and name[4:].isdecimal()}
    unknown = set(parameters) - set(described.model_fields) - uploads
    assert not unknown, f"{method} has no {unknown}"
    described.model_validate({name: value for name, value in parameters.items() if name not in uploads})
    for row in (parameters.get("reply_markup") or {}).get("inline_keyboard", ()):
        for button in row:
            assert set(button) <= set(published.types.InlineKeyboardButton.model_fields)
            published.types.InlineKeyboardButton.model_validate(button)
            assert sum(name in button for name in ("callback_data", "url", "copy_text")) == 1
            assert len(button.get("callback_data", "").encode()) <= 64
