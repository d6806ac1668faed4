"""Ticket numbers, follow codes and invitations: made, read from what people type, checked."""

from __future__ import annotations

import re
import secrets
from enum import StrEnum

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters without look-alikes (no 0 O 1 I L); a prime, so that the check character finds every swap."""
CODE_LENGTH = 12
_NUMBER = re.compile(r"([A-Z]{1,8})-(\d{4})-(\d{1,7})", re.IGNORECASE)


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
    body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return body + _check(body)


def spaced(code: str) -> str:
    """A code in groups of four, to be read out."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def read_follow_code(text: str) -> tuple[CodeState, str]:
    """What somebody typed as a follow code, without spaces and dashes, in capitals."""
    code = re.sub(r"[\s\-_·.]", "", text).upper()
    if len(code) != CODE_LENGTH or not code.isascii() or not code.isalnum():
        return CodeState.NO_CODE, ""
    if any(letter not in ALPHABET for letter in code) or _check(code[:-1]) != code[-1]:
        return CodeState.MISTYPED, code
    return CodeState.VALID, code


def new_invite_code() -> str:
    """A fresh one-time code for a deep link."""
    return "".join(secrets.choice(ALPHABET) for _ in range(16))


def find_number(text: str) -> str | None:
    """The first ticket number in a text, as it is written on the ledger."""
    found = _NUMBER.search(text)
    return None if found is None else f"{found[1].upper()}-{found[2]}-{int(found[3]):04d}"
