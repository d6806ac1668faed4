"""The place of a run: no other run touches it, and what was left by one that was ended by force is cleared away."""

from __future__ import annotations

import fcntl
import tempfile
from pathlib import Path

import pytest

from tests.place import WHERE, made_once, own_place, place


def test_runs_at_once_have_nothing_in_common_and_what_is_left_is_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv(WHERE, str(place()))
    with own_place():
        first = place()
        made = [made_once("file", Path.touch) for _ in range(2)]
        assert made == [first / "file"] * 2
    assert not first.exists()
    left, other = first.with_name(f"{first.name}-left"), first.with_name(f"{first.name}-other")
    for each in (left, other):
        each.mkdir()
        (each / "alive").touch()
    with (other / "alive").open("wb") as alive:
        fcntl.flock(alive, fcntl.LOCK_EX)
        with own_place():
            assert place() not in (first, left, other)
            assert other.exists()
            assert not left.exists()
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_dir()) == [other.name]
