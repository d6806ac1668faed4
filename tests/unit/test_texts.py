"""Every text is there in both languages, can be said, and every text that the program names exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor

from handlers.core import texts
from handlers.core.phrases import spans_of
from handlers.core.texts import LOCALES, OTHERS, SOURCE, has, say

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"""\b(?:say|has|refuse|Refused|Words)\(\s*(?:[\w.]+(?:\([^()]*\))?,\s*)?"([a-z][a-z0-9_-]+)["',]""")
"""``turn.say("key"…)`` and ``say(locale, "key"…)``; keys that are put together are met by the stories."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()
        self.texts: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - the visitor's own naming
        self.texts.add(node.id.name)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - the visitor's own naming
        self.names.add(node.id.name)


@cache
def _texts(locale: str) -> dict[str, frozenset[str]]:
    """Every text with its variables, those of the texts that it is made of included."""
    found: dict[str, frozenset[str]] = {}
    made_of: dict[str, set[str]] = {}
    for path in sorted((LOCALES / locale).glob("*.ftl")):
        for entry in parse(path.read_text("utf-8")).body:
            if isinstance(entry, ast.Junk):
                pytest.fail(f"{path.name}: {(entry.content or '')[:80]!r} is no Fluent")
            if isinstance(entry, ast.Message):
                visitor = _Variables()
                visitor.visit(entry)
                assert entry.id.name not in found, f"{locale}/{path.name}: {entry.id.name} is there twice"
                found[entry.id.name] = frozenset(visitor.names)
                made_of[entry.id.name] = visitor.texts
    return {key: names.union(*(found[each] for each in made_of[key])) for key, names in found.items()}


@pytest.mark.parametrize("other", OTHERS)
def test_both_languages_have_the_same_texts_with_the_same_variables(other: str) -> None:
    source, beside = _texts(SOURCE), _texts(other)
    assert sorted(source.keys() - beside.keys()) == []
    assert sorted(beside.keys() - source.keys()) == []
    assert {key for key in source if source[key] != beside[key]} == set()


@pytest.mark.parametrize("locale", [SOURCE, *OTHERS])
def test_every_text_can_be_said(locale: str) -> None:
    for key, names in _texts(locale).items():
        words = say(locale, key, **{name: f"«{name}»" for name in names})
        assert "{" not in words.replace("{", "", words.count("{ ")) or key.startswith("settings-"), key


def test_files_stand_beside_each_other() -> None:
    names = {locale: {path.name for path in (LOCALES / locale).glob("*.ftl")} for locale in (SOURCE, *OTHERS)}
    assert len(set(map(frozenset, names.values()))) == 1, names


def _named() -> Iterator[tuple[str, str]]:
    for package in ("handlers", "bot"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for key in SAID.findall(path.read_text("utf-8")):
                yield str(path.relative_to(ROOT)), key


def test_every_text_that_the_program_names_exists() -> None:
    named = list(_named())
    assert len(named) > 100
    assert [(path, key) for path, key in named if not has(key)] == []


@pytest.mark.parametrize("locale", [SOURCE, *OTHERS])
def test_no_shouting_and_no_emoji(locale: str) -> None:
    """DOMAIN: short, polite, concrete; no exclamation marks, no emoji beyond state marks."""
    for path in (LOCALES / locale).glob("*.ftl"):
        text = path.read_text("utf-8")
        assert "！" not in text, path.name
        assert not re.search("[\U0001f300-\U0001faff]", re.sub("[🟢🟡🔴]", "", text)), path.name


@pytest.mark.parametrize("length", [1, 1000, 1001, 2501, 7883, 100_000])
def test_a_text_of_any_length_is_said_whole(length: int) -> None:
    said = say(SOURCE, "case-reply", number="SJ-2026-0001", desk="信箱专员", text="字" * length)
    assert said.count("字") == length
    assert "SJ-2026-0001" in said


def test_words_that_look_like_our_marks_stay_as_they_are() -> None:
    mark = "\ue0007\ue001"
    said = say(SOURCE, "case-reply", number=mark, desk="信箱专员", text="长" * 3000 + mark)
    assert said.count(mark) == 2


def test_a_refusal_is_a_key_and_its_sentence_is_made_where_it_is_shown() -> None:
    made = re.compile(r"Refused\(\s*(?:turn\.)?(?:say|say_here|_say)\(")
    assert [path for path in (ROOT / "handlers").rglob("*.py") if made.search(path.read_text("utf-8"))] == []


def test_a_value_is_emphasised_whatever_is_in_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir()
    written = "x = 编号 { STRONG($number) }，{ $words }，{ STRONG($count) }\ny = { $x }。\n"
    (tmp_path / "zh-CN" / "a.ftl").write_text(written, "utf-8")
    monkeypatch.setattr(texts, "LOCALES", tmp_path)
    own = texts._Locale("zh-CN")
    monkeypatch.setattr(texts, "_texts", lambda _: own)
    for words in ("**b**", "\ue002甲\ue003", "\ue0000\ue001", "长" * 3000, "\ue003"):
        for number in ("SJ-1", "\ue003\ue0001\ue001", "号" * 1500):
            said = say(SOURCE, "x", number=number, words=words, count=1234)
            assert said == f"编号 {number}，{words}，1,234"
            assert [said[begin:end] for begin, end in spans_of(said)] == [number, "1,234"]
            assert spans_of(say(SOURCE, "y", x=said)) == spans_of(said)
            assert spans_of(say(SOURCE, "y", x=str(said))) == ()
