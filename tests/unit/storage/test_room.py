"""Whether a folder can be written to is tried, not guessed."""

from __future__ import annotations

import resource
from pathlib import Path

from bot.inspecting.ground import FULL
from storage.room import room_beside, why_not_writable


def test_a_folder_is_tried_and_left_as_it_was(tmp_path: Path) -> None:
    assert why_not_writable(tmp_path) is None
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
        refused = why_not_writable(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused is not None
    assert refused.errno in FULL
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("x")
    assert why_not_writable(tmp_path / "file") is not None
    assert why_not_writable(tmp_path / "nowhere") is not None


def test_a_copy_of_the_database_must_fit(tmp_path: Path) -> None:
    file = tmp_path / "mailbox.db"
    with file.open("wb") as opened:
        opened.truncate(1 << 43)
    assert room_beside(file).low
    assert room_beside(tmp_path / "none").needed < 1 << 30
