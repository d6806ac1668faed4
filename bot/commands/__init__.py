"""The command line: one file a command, listed in :data:`COMMANDS`; what they share is in ``frame.py``."""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "start": ("demo", "init", "check", "run"),
    "daily": ("units", "people", "invite", "calendar", "rules", "digest", "export", "import"),
    "care": ("health", "backup", "restore", "migrate", "retry"),
}
"""Every command by its heading in ``shuji --help``; command ``x`` is ``x`` in its file ``x.py`` (``import``:
``importing``)."""
