"""What the key keeps: sealed values open only where they were sealed, tags say nothing without the key."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.errors import BadKeyFile, WrongKey
from storage.sealing import TAG_BYTES, Sealer

SEALER, OTHER = Sealer(bytes(range(64))), Sealer(bytes(64))
ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Half pairs of surrogates and NUL included: names come as people make them."""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
)


@given(JSON, st.text())
def test_what_is_sealed_opens_as_it_was(value: Any, where: str) -> None:
    assert SEALER.open(SEALER.seal(value, where), where) == value


@given(JSON, st.text(), st.text())
def test_moved_elsewhere_it_does_not_open(value: Any, where: str, elsewhere: str) -> None:
    if where != elsewhere:
        with pytest.raises(WrongKey):
            SEALER.open(SEALER.seal(value, where), elsewhere)


@given(JSON, st.text())
def test_another_key_does_not_open_it(value: Any, where: str) -> None:
    with pytest.raises(WrongKey):
        OTHER.open(SEALER.seal(value, where), where)


@given(st.text(), st.data())
def test_changed_or_cut_it_does_not_open(value: str, data: st.DataObject) -> None:
    sealed = bytearray(SEALER.seal(value, "here"))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    for damaged in (bytes(sealed), bytes(sealed)[:place]):
        with pytest.raises(WrongKey):
            SEALER.open(damaged, "here")


@given(st.text(min_size=4))
def test_the_same_twice_looks_different_and_shows_nothing(value: str) -> None:
    first, second = SEALER.seal(value, "here"), SEALER.seal(value, "here")
    assert first != second
    assert value.encode() not in first


@given(st.lists(ANY_TEXT, min_size=1), st.lists(ANY_TEXT, min_size=1))
def test_tags_are_the_same_for_the_same_words_only(some: list[str], others: list[str]) -> None:
    assert len(SEALER.tag(*some)) == TAG_BYTES
    assert SEALER.tag(*some) == SEALER.tag(*some) != OTHER.tag(*some)
    assert (SEALER.tag(*some) == SEALER.tag(*others)) == (some == others)


def test_a_key_file_is_made_once_and_read_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "mailbox.key"
    made = Sealer.create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Sealer.load(path).open(made.seal("名字", "x"), "x") == "名字"
    before = path.read_bytes()
    with pytest.raises(FileExistsError):
        Sealer.create(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"\n", b"shuji-key-1\n", b"shuji-key-1\n!!!", b"\xff\xfe", os.urandom(200)])
def test_a_damaged_key_file_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key").write_bytes(content)
    with pytest.raises(BadKeyFile, match="备份"):
        Sealer.load(tmp_path / "key")


def test_a_missing_key_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadKeyFile, match="首次启动"):
        Sealer.load(tmp_path / "key")


def test_a_key_does_not_show_itself() -> None:
    assert repr(SEALER) == "Sealer()"
