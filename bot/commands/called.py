"""How the program is called where it runs, so that a hint is something that can be typed there."""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "SHUJI_CALLED"
"""The words themselves, from where nobody inside can know them: the image is called through a container."""
_NO_SHELL = ("nologin", "false")


def how_called(config: Path | None = None) -> str:
    """What somebody types to call it with this ``config`` (None: the usual one in the folder where they are).

    A checkout is called by its ``run``; for a user who can't log in, by way of one who can.
    """
    if told := os.environ.get(VARIABLE, "").strip():
        return told
    option = "" if config is None else f" --config {shlex.quote(str(config))}"
    return f"{_as_user()}{_program()}{option}"


def _program() -> str:
    first = Path(sys.argv[0])
    if first.name == "shuji":
        return first.name if shutil.which(first.name) else shlex.quote(str(first.absolute()))
    script = ROOT / "run"
    if not script.is_file():
        return "python -m bot"
    return "./run" if Path.cwd() == ROOT else shlex.quote(str(script))


def _as_user() -> str:
    try:
        user = pwd.getpwuid(os.getuid())
    except KeyError:
        return ""
    return f"sudo runuser -u {user.pw_name} -- " if Path(user.pw_shell).name in _NO_SHELL else ""
