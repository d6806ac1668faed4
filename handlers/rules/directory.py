"""Which of several named things somebody means: units, people, boxes, categories, lists, by what was typed.

A name is no key: two plants may each have a 一车间. The first of these that fits decides: the code; the whole path from
the top (“一分厂 / 一车间”, whatever stands between the names); the name with none, some or all of what is above it; a
part of it. What fits several is decided by whoever typed it: each is shown with as much of its path as tells it apart,
and what is shown can be typed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import chain, count

from handlers.rules import characters

SEPARATOR = " / "
JOINTS = "/>·•・|→\\"
"""What people write between a name and the one above it, as it is after NFKC; ``-``, commas and blanks do as well."""
_BETWEEN = re.compile(rf"[\s{re.escape(JOINTS)}、,—–-]+")
_AROUND = " \t\n。.，,;；:：!！?？“”\"'《》「」"
_BRACKETS = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")
_LONGEST = 200
"""What is longer is no name, even with its path."""
_NEAR, _NEAREST = 0.5, 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing. ``path``: the names from the top, its own last. ``code`` means it when typed alone.

    ``note``: what it is, said in brackets behind the name with the path, as of people (王建国（一分厂 承办人）).
    ``mark``: what tells it apart where the path doesn't, and there is no code. ``least``: so many of the names above it
    are said where its own is not enough, as many as those need to be told apart themselves. Who is several things has
    several entries of one ``key``.
    """

    key: int
    path: tuple[str, ...]
    code: str = ""
    note: str = ""
    mark: str = ""
    least: int = 1

    @property
    def name(self) -> str:
        """Its own name."""
        return self.path[-1]


@dataclass(frozen=True, slots=True)
class Found:
    """What fits what was typed. ``sure``: by more than a part of a name. ``near``: what may be meant if none fits."""

    fits: tuple[Entry, ...] = ()
    sure: bool = False
    near: tuple[Entry, ...] = ()

    @property
    def nearest(self) -> tuple[Entry, ...]:
        """What can be suggested: what fits by a part, else what is like it."""
        return self.fits[:_NEAREST] or self.near

    @property
    def one(self) -> Entry | None:
        """The only one that fits."""
        return self.fits[0] if len(self.fits) == 1 else None


class FitsSeveral(ValueError):
    """Several fit: ``kind`` of what, the ``word`` that was typed, and the ``choices`` by key as they are shown.

    ``codes`` by key, of what has them.
    """

    def __init__(self, kind: str, word: str, choices: Mapping[int, str], codes: Mapping[int, str]) -> None:
        super().__init__(f"{kind} {word!r}: {', '.join(choices.values())}")
        self.kind, self.word, self.choices, self.codes = kind, word, choices, codes


Picked = Mapping[str, int | str]
"""What was chosen before for words that fit several, by :func:`picking`: a key, or other words."""


def picking(kind: str, word: str) -> str:
    """Under what a choice is remembered."""
    return f"{kind}:{word}"


class Directory:
    """Things of one ``kind`` that can be found by name. ``entries`` in the order in which they are to be offered."""

    def __init__(self, kind: str, entries: Iterable[Entry]) -> None:
        self.kind = kind
        self._entries = tuple(entries)
        self._codes: dict[str, set[int]] = defaultdict(set)
        self._whole: dict[str, set[int]] = defaultdict(set)
        self._forms: dict[str, set[int]] = defaultdict(set)
        for each in self._entries:
            if each.code:
                self._codes[each.code].add(each.key)
                self._codes[_folded(each.code)].add(each.key)
            if len(each.path) > 1:
                self._whole[_folded(_joined(each.path))].add(each.key)
            for start in range(len(each.path)):
                self._forms[_tight(_joined(each.path[start:]))].add(each.key)
        self._labels: dict[int, str] = {}
        self._labelled: dict[str, set[int]] = defaultdict(set)
        for each in self._entries:
            if each.key not in self._labels:
                label = self._label(each)
                self._labels[each.key] = label
                self._labelled[_folded(label)].add(each.key)
        self._known: dict[str, Found] = {}

    def shown(self, key: int) -> str:
        """The name, with as much of its path as tells it apart from the others here."""
        return self._labels[key]

    def offered(self, key: int) -> str:
        """The same to choose by: with the one above it in any case."""
        entry = next(each for each in self._entries if each.key == key)
        if entry.note or self._labels[key] != entry.name:
            return self._labels[key]
        return _joined(entry.path[-1 - entry.least :])

    def find(self, word: str) -> Found:
        """What fits; the same word is looked for once."""
        if word not in self._known:
            self._known[word] = self._find(word.strip(_AROUND))
        return self._known[word]

    def the_one(self, word: str, picked: Picked | None = None, *, part: bool = True) -> Entry | None:
        """The one that is meant, None where none fits. ``part``: a part of a name will do.

        Raises:
            FitsSeveral: and none was ``picked`` for this word before.
        """
        given = (picked or {}).get(picking(self.kind, word))
        if isinstance(given, int):
            return next((each for each in self._entries if each.key == given), None)
        found = self.find(word if given is None else given)
        if not part and not found.sure:
            return None
        if len(found.fits) > 1:
            raise FitsSeveral(
                self.kind,
                word,
                {each.key: self.offered(each.key) for each in found.fits},
                {each.key: each.code for each in found.fits if each.code},
            )
        return found.one

    def _find(self, word: str) -> Found:
        if len(word) > _LONGEST or not _tight(word):
            return Found()
        folded = _folded(word)
        for keys in (self._codes.get(word), self._codes.get(folded), self._labelled.get(folded)):
            if keys:
                return self._fits(keys)
        for keys in (self._whole.get(folded), self._forms.get(_tight(word))):
            if keys:
                return self._fits(keys)
        for fits in (_leads_to, _bracketed):
            if keys := {each.key for each in self._entries if fits(word, each)}:
                return self._fits(keys)
        if keys := {each.key for each in self._entries if _is_part(word, each)}:
            return self._fits(keys, sure=False)
        return Found(near=self._near(word))

    def _fits(self, keys: set[int], *, sure: bool = True) -> Found:
        first = {each.key: each for each in reversed(self._entries) if each.key in keys}
        return Found(tuple(dict.fromkeys(first[each.key] for each in self._entries if each.key in keys)), sure)

    def _near(self, word: str) -> tuple[Entry, ...]:
        asked = _tight(word)
        rated = [(SequenceMatcher(None, asked, _tight(each.name)).ratio(), -n) for n, each in enumerate(self._entries)]
        best = sorted((each for each in rated if each[0] >= _NEAR), reverse=True)[:_NEAREST]
        return tuple(self._entries[-place] for _, place in best)

    def _label(self, entry: Entry) -> str:
        """The shortest of its forms by which it is found and nothing else; with a number where none is."""
        forms = tuple(_forms(entry))
        numbered = (f"{forms[-1]} {number}" for number in count(1))
        return next(each for each in chain(forms, numbered) if self._tells(each, entry))

    def _tells(self, label: str, entry: Entry) -> bool:
        folded, only = _folded(label), {entry.key}
        if self._codes.get(folded, only) != only or self._labelled.get(folded, only) != only:
            return False
        if folded in self._whole:
            return self._whole[folded] == only
        if _tight(label) in self._forms:
            return self._forms[_tight(label)] == only
        # Brackets: whoever else answers to them.
        return {each.key for each in self._entries if _bracketed(label, each)} <= only


def _forms(entry: Entry) -> Iterator[str]:
    above, name = entry.path[:-1], entry.name
    mark = entry.code or entry.mark
    yield name
    if entry.note:
        for start in range(max(0, len(above) - entry.least), -1, -1):
            yield f"{name}（{' '.join(filter(None, (_joined(above[start:]), entry.note)))}）"
        if mark:
            yield f"{name}（{' '.join(filter(None, (_joined(above), entry.note, mark)))}）"
        return
    for start in range(max(0, len(above) - entry.least), -1, -1):
        yield _joined(entry.path[start:])
    if mark:
        yield f"{_joined(entry.path)}（{mark}）"


def alike(one: str, other: str) -> bool:
    """Whether two names can't be told apart by reading them."""
    return _folded(one) == _folded(other)


def _joined(path: tuple[str, ...]) -> str:
    return SEPARATOR.join(path)


@lru_cache(20_000)
def _folded(text: str) -> str:
    """Width, capitals, blanks and what is not seen make no difference."""
    return "".join(characters.folded(text).split())


def _pieces(text: str) -> tuple[str, ...]:
    return tuple(each for each in _BETWEEN.split(characters.folded(text)) if each)


@lru_cache(20_000)
def _tight(text: str) -> str:
    """The same whatever stands between the names; a name that is nothing else is itself."""
    return "".join(_pieces(text)) or _folded(text)


def _in_order(wanted: tuple[str, ...], there: Iterable[str]) -> bool:
    left = iter(there)
    return all(any(each in other for other in left) for each in wanted)


def _leads_to(word: str, entry: Entry) -> bool:
    """“集团 / 一车间”: the name, behind some of what is above it, in order."""
    *above, name = _pieces(word) or ("",)
    known = [piece for each in entry.path[:-1] for piece in _pieces(each)]
    left = iter(known)
    return bool(above) and name == _tight(entry.name) and all(any(each == other for other in left) for each in above)


def _bracketed(word: str, entry: Entry) -> bool:
    """“一车间（一分厂）”, “王建国（一分厂 承办人）”: the name, and in brackets some of what tells it apart."""
    found = _BRACKETS.fullmatch(word.strip())
    if found is None or _tight(found[1]) not in {
        _tight(_joined(entry.path[start:])) for start in range(len(entry.path))
    }:
        return False
    tells = (*entry.path[:-1], entry.note, entry.code, entry.mark)
    known = {*(piece for each in tells for piece in _pieces(each)), *(_tight(each) for each in tells if each)}
    return all(each in known for each in _pieces(found[2])) or _folded(found[2]) in map(_folded, tells)


def _is_part(word: str, entry: Entry) -> bool:
    """A part of the name; of several pieces each is a part of a name, in order, the last of its own."""
    if _tight(word) in _tight(entry.name):
        return True
    *above, name = _pieces(word) or ("",)
    return bool(above) and name in _tight(entry.name) and _in_order(tuple(above), map(_tight, entry.path[:-1]))


def pieces_of(text: str, begins: re.Pattern[str] = re.compile(r".+")) -> tuple[str, ...]:
    """The words of a text; what is in brackets, and a path with blanks around what joins it, stays one.

    ``begins``: only words that are like this may go on.
    """
    found: list[str] = []
    for each in text.split():
        if found and begins.fullmatch(found[-1]) and (_is_open(found[-1]) or _joins(found[-1], each)):
            found[-1] += f" {each}"
        else:
            found.append(each)
    return tuple(found)


def _is_open(text: str) -> bool:
    return len(re.findall("[(（]", text)) > len(re.findall("[)）]", text))


def _joins(before: str, word: str) -> bool:
    joints = (*JOINTS, "／", "＞", "｜")
    return before.endswith(joints) or word.startswith(joints)
