"""What a typed name means among things of the same name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.directory import Directory, Entry, FitsSeveral, picking, pieces_of

UNITS = Directory(
    "unit",
    (
        Entry(1, ("集团公司",), "HQ"),
        Entry(2, ("集团公司", "一分厂"), "PLANT"),
        Entry(3, ("集团公司", "一分厂", "一车间"), "WS1"),
        Entry(4, ("集团公司", "二分厂"), "MILL"),
        Entry(5, ("集团公司", "二分厂", "一车间"), "WS2"),
        Entry(6, ("集团公司", "二分厂", "二车间"), "WS3"),
        Entry(7, ("集团公司", "后勤-食堂"), "CANTEEN"),
    ),
)


def keys(word: str, there: Directory = UNITS) -> set[int]:
    return {each.key for each in there.find(word).fits}


@pytest.mark.parametrize(
    "word",
    [
        "WS1",
        "ws1",
        "ＷＳ1",
        "一分厂 / 一车间",
        "一分厂/一车间",
        "一分厂／一车间",
        "一分厂 一车间",
        "一分厂>一车间",
        "一分厂 · 一车间",
        "一分厂-一车间",
        "一分厂一车间",
        "集团公司 / 一分厂 / 一车间",
        "一车间（一分厂）",
        "一车间(WS1)",
        "\u200b一分厂/一车间。",
        "一分 / 一车",
    ],
)
def test_a_path_or_code_means_one_however_it_is_typed(word: str) -> None:
    assert keys(word) == {3}


def test_a_name_that_fits_several_is_decided_by_whoever_typed_it() -> None:
    assert keys("一车间") == {3, 5}
    assert keys("集团公司/一车间") == {3, 5}
    assert keys("车间") == {3, 5, 6}
    assert not UNITS.find("车间").sure
    assert keys("二车间") == keys("二车") == {6}
    assert keys("后勤-食堂") == keys("后勤食堂") == keys("食堂") == {7}
    assert [UNITS.shown(key) for key in range(1, 8)] == [
        *("集团公司", "一分厂", "一分厂 / 一车间", "二分厂", "二分厂 / 一车间", "二车间", "后勤-食堂"),
    ]
    assert UNITS.offered(6) == "二分厂 / 二车间"
    with pytest.raises(FitsSeveral) as several:
        UNITS.the_one("一车间")
    assert several.value.choices == {3: "一分厂 / 一车间", 5: "二分厂 / 一车间"}
    assert several.value.codes == {3: "WS1", 5: "WS2"}
    for picked in (5, "二分厂/一车间"):
        chosen = UNITS.the_one("一车间", {picking("unit", "一车间"): picked})
        assert chosen is not None
        assert chosen.key == 5
    assert UNITS.the_one("九分厂") is None
    assert "一分厂" in [each.name for each in UNITS.find("九分厂").near]
    assert UNITS.the_one("二车", part=False) is None
    assert UNITS.the_one("二车间", part=False) == UNITS.the_one("二车") == UNITS.the_one("WS3")
    assert UNITS.find("").fits == UNITS.find(" / ").fits == UNITS.find("一车间的更衣柜不够" * 999).fits == ()


def test_people_of_one_name_are_told_apart_by_unit_and_role() -> None:
    there = Directory(
        "owner",
        (
            Entry(1, ("集团公司", "一分厂", "王建国"), note="承办人", mark="4"),
            Entry(2, ("集团公司", "二分厂", "王建国"), note="承办人", mark="5"),
            Entry(2, ("集团公司", "王建国"), note="承办人", mark="9"),
            Entry(3, ("集团公司", "二分厂", "钱进"), note="承办人", mark="6"),
            Entry(4, ("集团公司", "二分厂", "李四"), note="承办人", mark="7"),
            Entry(5, ("集团公司", "二分厂", "李四"), note="承办人", mark="8"),
        ),
    )
    assert [there.shown(key) for key in range(1, 6)] == [
        *("王建国（一分厂 承办人）", "王建国（二分厂 承办人）", "钱进"),
        *("李四（集团公司 / 二分厂 承办人 7）", "李四（集团公司 / 二分厂 承办人 8）"),
    ]
    assert keys("王建国", there) == {1, 2}
    assert (
        keys("王建国（一分厂）", there) == keys("一分厂 王建国", there) == keys("王建国（一分厂 承办人）", there) == {1}
    )
    # Who is an owner at two places is one person.
    assert keys("王建国（集团公司）", there) == {1, 2}
    assert keys("二分厂 钱进", there) == {3}
    assert keys("7", there) == set()
    assert keys("李四（8）", there) == {5}


NAMES = st.text(st.sampled_from("一二车间厂AB a-/·（）\u3000"), min_size=1, max_size=5).filter(
    lambda name: bool(name.strip(" -/·\u3000"))
)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Units with any names, parents before children."""
    paths: list[tuple[str, ...]] = []
    for _ in range(draw(st.integers(2, 7))):
        above = draw(st.sampled_from([(), *paths]))
        paths.append((*above, draw(NAMES)))
    return tuple(Entry(key, path, f"U{key}") for key, path in enumerate(paths, 1))


def folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@given(trees())
def test_a_path_finds_its_own_and_an_ambiguous_name_never_one(entries: tuple[Entry, ...]) -> None:
    there = Directory("unit", entries)
    whole = [folded("/".join(each.path)) for each in entries]
    shown = [there.shown(each.key) for each in entries]
    assert len({folded(each) for each in shown}) == len(entries)
    for each, label, path in zip(entries, shown, whole, strict=True):
        # What is shown can be typed, and is nothing else.
        assert keys(label, there) == {each.key}, label
        assert keys(each.code.lower(), there) == {each.key}
        if len(each.path) > 1 and whole.count(path) == 1:
            assert keys(" / ".join(each.path), there) == {each.key}
        same = {other.key for other in entries if folded(other.name) == folded(each.name)}
        if len(same) > 1 and not any(
            path == folded(each.name) and len(other.path) > 1 for other, path in zip(entries, whole, strict=True)
        ):
            assert same <= keys(each.name, there)
    assert [there.find(each).fits for each in shown] == [(each,) for each in entries]


def test_words_stay_together_where_they_are_one_name() -> None:
    assert pieces_of("东门箱 王建国（一分厂 承办人） 李四") == ("东门箱", "王建国（一分厂 承办人）", "李四")
    assert pieces_of("集团 / 一分厂／ 一车间 李四") == ("集团 / 一分厂／ 一车间", "李四")


def test_what_has_the_same_path_is_told_apart_by_its_code_or_else_by_a_number() -> None:
    same = ("集团", "一车间")
    coded = Directory("unit", (Entry(1, same, "A1"), Entry(2, same, "B2")))
    assert [coded.shown(key) for key in (1, 2)] == ["集团 / 一车间（A1）", "集团 / 一车间（B2）"]
    bare = Directory("unit", (Entry(1, same), Entry(2, same)))
    assert [bare.shown(key) for key in (1, 2)] == ["集团 / 一车间 1", "集团 / 一车间 2"]
    people = Directory("owner", (Entry(1, same, note="承办人"), Entry(2, same, note="承办人")))
    assert [people.shown(key) for key in (1, 2)] == ["一车间（集团 承办人） 1", "一车间（集团 承办人） 2"]
