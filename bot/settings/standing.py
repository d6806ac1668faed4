"""What counts from the start of the program on: another value counts when it is started anew, not after a reload."""

from __future__ import annotations

from collections.abc import Mapping

from bot.settings.models import Settings

_STANDING: Mapping[str, tuple[str, ...]] = {
    "mailbox": ("timezone", "database", "key_file"),
    "telegram": ("token", "base_url", "mode", "webhook_url", "listen", "secret"),
    "digest": ("weekday", "time"),
    "backup": ("folder", "keep", "at"),
    "health": ("listen",),
    "logging": ("level", "format"),
}


def restart_needed(started: Settings, now: Settings) -> tuple[str, ...]:
    """The names of settings that are not as they were at the start, and count after the next one only."""
    return tuple(
        f"{section}.{key}"
        for section, keys in _STANDING.items()
        for key in keys
        if getattr(getattr(started, section), key) != getattr(getattr(now, section), key)
    )
