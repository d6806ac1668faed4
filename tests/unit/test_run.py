"""``./run`` sets the program up with a Python that the user of the service can start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "run"
TOOLS = ("bash", "dirname", "readlink", "realpath", "ls", "cut", "uname", "env", "cat", "id")


@pytest.fixture
def checkout() -> Iterator[Path]:
    """A checkout that everybody can enter, if the folder for temporary files is one."""
    folder = Path(tempfile.mkdtemp())
    if any(not each.stat().st_mode & 0o001 for each in folder.parents):
        pytest.skip("temporary files lie in a private folder")
    folder.chmod(0o755)
    shutil.copy(SCRIPT, folder / "run")
    yield folder
    shutil.rmtree(folder)


def run(checkout: Path, python: Path) -> subprocess.CompletedProcess[str]:
    """With ``python`` as the only one that is found, and without uv."""
    tools = checkout / "tools"
    tools.mkdir()
    for name in TOOLS:
        (tools / name).symlink_to(str(shutil.which(name)))
    path = f"{tools}:{python.parent}"
    text = (checkout / "run").read_text("utf-8").replace("/usr/local/bin/python3 /usr/bin/python3;", ";")
    (checkout / "run").write_text(text, "utf-8")
    env = {"PATH": path, "LANG": "zh_CN.UTF-8", "HOME": os.environ.get("HOME", "/")}
    words = [str(tools / "bash"), str(checkout / "run"), "--help"]
    return subprocess.run(words, env=env, capture_output=True, text=True, check=False, timeout=60)


def test_a_python_in_a_private_home_is_not_taken(checkout: Path) -> None:
    home = checkout / "home"
    (home / "bin").mkdir(parents=True)
    python = home / "bin" / "python3"
    # It says of itself where it is, as one that was installed there does.
    python.write_text(f'#!{sys.executable}\nimport sys\nsys.executable = "{python}"\nexec(sys.argv[2])\n')
    python.chmod(0o755)
    home.chmod(0o700)
    said = run(checkout, python)
    assert said.returncode == 1
    assert "私人目录里的不算" in said.stderr
    assert not (checkout / ".venv").exists()


def test_one_that_was_set_up_where_the_user_can_not_reach_it_is_named(checkout: Path) -> None:
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to("/root/.local/share/uv/python/bin/python3.12-of-nobody")
    text = (checkout / "run").read_text("utf-8").replace('[ ! -w "$root" ]', "true")
    (checkout / "run").write_text(text, "utf-8")
    said = run(checkout, Path(sys.executable))
    assert said.returncode == 1
    assert "打不开信箱的 Python（/root/.local/share/uv/python/bin/python3.12-of-nobody" in said.stderr
    assert f"sudo rm -r {checkout}/.venv" in said.stderr
