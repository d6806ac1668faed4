"""Ticket numbers, follow codes and invitations: made, read from what people type, checked."""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from handlers.rules.characters import plain, unseen

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters without look-alikes (no 0 O 1 I L); a prime, so that the check character finds every swap."""
CODE_LENGTH = 12
MASK = "••••"
"""What stands where a code was: it goes nowhere but to whoever holds it."""
_DASHES = "-‐‑‒–—―−﹘﹣－─━_~·./"
"""What people type for the dash of a number, full-width forms aside."""
_BETWEEN = rf"\s?[{re.escape(_DASHES)}]\s?|\s"
# A prefix may have digits (``F1``, as the settings allow). Without anything between, a year is one of this century.
_NUMBER = re.compile(
    rf"(?<![A-Z0-9])([A-Z][A-Z0-9]{{0,7}})(?:(?:{_BETWEEN})(\d{{4}})(?:{_BETWEEN})(\d{{1,7}})|(20\d\d)(\d{{4,7}}))(?![A-Z0-9])",
    re.ASCII | re.IGNORECASE,
)
_SPACES = re.compile(r"\s+")
_MOST_BETWEEN = 6
"""So many characters may stand between two of a code, blanks and what nobody sees aside: “ABCD …… EFGH”."""


class CodeState(StrEnum):
    """What a typed code is."""

    VALID = "valid"
    MISTYPED = "mistyped"
    """The right length, but its check character does not fit."""
    NO_CODE = "no_code"


def _check(body: str) -> str:
    # Weighted by position: one wrong character and two swapped ones both change the sum (31 is prime).
    return ALPHABET[sum((place + 2) * ALPHABET.index(letter) for place, letter in enumerate(body)) % len(ALPHABET)]


def new_follow_code() -> str:
    """A fresh code of 12 characters, the last a check character: 54 bits that nobody guesses."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
        code = body + _check(body)
        # Letters and digits in each: so it is known for a code among words and figures.
        if _mixed(code):
            return code


def _mixed(code: str) -> bool:
    return any(each.isdigit() for each in code) and any(each.isalpha() for each in code)


def spaced(code: str) -> str:
    """A code in groups of four, to be read out."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def read_follow_code(text: str) -> tuple[CodeState, str]:
    """What somebody typed as a follow code: wide or small letters, spaces, dashes, a full stop behind it are fine."""
    code = "".join(_letter(each) or ("" if _apart(each) else "?") for each in text)
    if len(code) != CODE_LENGTH or "?" in code:
        return CodeState.NO_CODE, ""
    if not _is_code(code):
        return CodeState.MISTYPED, code
    return CodeState.VALID, code


def _is_code(code: str) -> bool:
    return all(letter in ALPHABET for letter in code) and _check(code[:-1]) == code[-1]


@lru_cache(8192)
def _letter(character: str) -> str:
    """The capital or digit that a character is, however it is written; nothing for any other."""
    shown = plain(character).upper()
    return shown if len(shown) == 1 and shown.isascii() and shown.isalnum() else ""


def _apart(character: str) -> bool:
    """Whether it may stand between the characters of a code, or around it: anything but letters and numbers."""
    return unicodedata.category(character)[0] in "ZPCMS" or unseen(character)


def _shown(character: str) -> bool:
    """Whether there is anything to see of it."""
    return unicodedata.category(character)[0] not in "ZCM" and not unseen(character)


@dataclass(frozen=True, slots=True)
class HeldCode:
    """A follow code among other words, and where it stands."""

    code: str
    start: int
    end: int


def codes_in(text: str) -> tuple[HeldCode, ...]:
    """Every follow code that a text holds, by its check character, in order."""
    if len(text) < CODE_LENGTH:
        return ()
    letters = [_letter(each) for each in text]
    found: list[HeldCode] = []
    place = 0
    while place < len(text):
        held = None
        if letters[place] and (place == 0 or not letters[place - 1]):
            held = _code_at(text, letters, place)
        if held is not None:
            found.append(held)
        place = held.end if held is not None else place + 1
    return tuple(found)


def _code_at(text: str, letters: list[str], start: int) -> HeldCode | None:
    code, last, place, between = letters[start], start, start + 1, 0
    while len(code) < CODE_LENGTH and place < len(text) and between <= _MOST_BETWEEN:
        if letters[place]:
            code, last, between = code + letters[place], place, 0
        elif not _apart(text[place]):
            return None
        else:
            between += _shown(text[place])
        place += 1
    whole = last + 1 == len(text) or not letters[last + 1]
    if len(code) < CODE_LENGTH or not whole or not _is_code(code):
        return None
    written = text[start : last + 1]
    # Figures alone are a telephone's or an order's; small letters with spaces between are words.
    if not _mixed(code) and (code.isdigit() or not (len(written) == CODE_LENGTH or written == written.upper())):
        return None
    return HeldCode(code, start, last + 1)


def masked(text: str, only: Container[str] | None = None) -> str:
    """The text with a mark in place of each follow code, or of these ``only``."""
    shown, place = [], 0
    for held in codes_in(text):
        if only is not None and held.code not in only:
            continue
        shown += [text[place : held.start], MASK]
        place = held.end
    return "".join([*shown, text[place:]])


def new_invite_code() -> str:
    """A fresh one-time code for a deep link."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def find_number(text: str) -> str | None:
    """The first ticket number in a text, as it is written on the ledger, whatever keyboard it was typed on."""
    found = _find(_written(text))
    return None if found is None else _number(found)


def _written(text: str) -> str:
    return _SPACES.sub(" ", plain(text))


def _find(written: str) -> re.Match[str] | None:
    return _NUMBER.search(written)


def _number(found: re.Match[str]) -> str:
    return f"{found[1].upper()}-{found[2] or found[4]}-{int(found[3] or found[5]):04d}"


_AROUND_NUMBER = re.compile(
    r"(?:已收到|已提交|请问|查询|查一下|查|看|我的|反映|编号|单号|号码|号|进度|办到哪了|number|ticket|received|no)*",
    re.IGNORECASE,
)


def only_number(text: str) -> str | None:
    """The number in a text that says nothing else: “编号：SJ-2026-0042。”, or our own line pasted back."""
    written = _written(text)
    found = _find(written)
    if found is None:
        return None
    around = written[: found.start()] + written[found.end() :]
    words = "".join(each for each in around if each.isalnum())
    return _number(found) if _AROUND_NUMBER.fullmatch(words) else None
