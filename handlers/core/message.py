"""What is said, as parts: a title, facts, what somebody wrote, sentences, a list. A channel draws it as well as it can.

Most messages are a line or two: a plain string, or a :class:`~handlers.core.phrases.Phrase` with a few words
emphasised. What has parts is a :class:`Body`. :func:`lay_out` says how parts follow each other, once for all channels
that show text; :func:`plain` is that without looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.core.phrases import Phrase, spans_of
from handlers.core.phrases import join as join_phrases

FOLDED_CHARACTERS = 240
FOLDED_LINES = 6
"""A quotation that is longer than either is folded: as much as a phone shows of it without pushing the rest away."""
_ALIGNED_MOST = 7
"""A label longer than so many characters keeps the others from being moved to it."""
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+")
_SPACE = "\u3000"
"""As wide as a Chinese character, in every font."""


class Look(StrEnum):
    """How some characters of a text are shown."""

    STRONG = "strong"
    QUOTED = "quoted"
    FOLDED = "folded"
    """Quoted, its beginning alone until somebody opens it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The look of the characters from ``begin`` to before ``end``."""

    look: Look
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A text with its looks, as it was laid out: what is left when a message is cut, or several are joined."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """What the message is about, in one line: number, matter, state."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or several sentences."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels (with their colon) and values, a row each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody wrote, word for word; folded when it is long."""

    text: str


class Bullet(StrEnum):
    """What stands before each item of a list."""

    NONE = "none"
    """Nothing: the items have marks of their own."""
    DOT = "dot"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Listing:
    """Items, each on a line of its own or on several."""

    items: tuple[str, ...]
    bullet: Bullet = Bullet.NONE


Part = Title | Paragraph | Facts | Quotation | Listing | Laid


@dataclass(frozen=True, slots=True)
class Body:
    """A message in parts, one below the other."""

    parts: tuple[Part, ...]

    def __bool__(self) -> bool:
        return bool(plain(self))


Text = str | Body
"""What a message says: nearly always a string."""


def body(*parts: Part | str | None) -> Body:
    """A message of these parts, without those that are missing or empty; a string is a paragraph."""
    made = (Paragraph(each) if isinstance(each, str) else each for each in parts if each is not None)
    return Body(tuple(each for each in made if _laid(each).text))


def quoted(said: str, words: str) -> Body:
    """A sentence and, below it, what somebody wrote."""
    return body(said, Quotation(words))


def parts_of(text: Text) -> tuple[Part, ...]:
    """What a text consists of."""
    if isinstance(text, Body):
        return text.parts
    return (Paragraph(text),) if text else ()


def lay_out(text: Text) -> Laid:
    """The text as it stands on a screen, with its looks."""
    if isinstance(text, str):
        return Laid(str(text), _strong(text))
    made: list[Laid] = []
    between: list[str] = []
    before: Part | None = None
    for each in text.parts:
        if before is not None:
            between.append(_between(before, each))
        made.append(_laid(each))
        before = each
    return _joined(made, between)


def plain(text: Text) -> str:
    """The words alone."""
    return str(text) if isinstance(text, str) else lay_out(text).text


def join(separator: str, texts: Iterable[Text]) -> Text:
    """One text of several, each as it was laid out; plain strings give a plain string."""
    given = tuple(texts)
    if all(isinstance(each, str) for each in given):
        return join_phrases(separator, given)  # type: ignore[arg-type]
    laid = [lay_out(each) for each in given]
    return Body((_joined(laid, [separator] * (len(laid) - 1)),)) if laid else ""


def cut(laid: Laid, begin: int, end: int) -> Laid:
    """These characters of it, with their looks."""
    marks = (
        replace(each, begin=max(each.begin, begin) - begin, end=min(each.end, end) - begin)
        for each in laid.marks
        if each.begin < end and begin < each.end
    )
    return Laid(laid.text[begin:end], tuple(marks))


def as_text(laid: Laid) -> Text:
    """The simplest text that looks like this."""
    return Body((laid,)) if laid.marks else laid.text


def _strong(text: str, at: int = 0) -> tuple[Mark, ...]:
    return tuple(Mark(Look.STRONG, at + begin, at + end) for begin, end in spans_of(text))


def _joined(laid: list[Laid], between: list[str]) -> Laid:
    texts: list[str] = []
    marks: list[Mark] = []
    at = 0
    for number, each in enumerate(laid):
        if number:
            texts.append(between[number - 1])
            at += len(between[number - 1])
        marks.extend(replace(mark, begin=mark.begin + at, end=mark.end + at) for mark in each.marks)
        texts.append(each.text)
        at += len(each.text)
    return Laid("".join(texts), tuple(marks))


def _between(before: Part, after: Part) -> str:
    """A blank line between what stands for itself; none between what belongs together."""
    if isinstance(before, Title) or isinstance(after, Quotation):
        return "\n"
    # A quotation stands apart by its looks alone.
    if isinstance(before, Quotation):
        return "\n"
    if isinstance(before, Paragraph) and isinstance(after, Listing | Facts):
        return "\n"
    return "\n\n"


def _laid(part: Part) -> Laid:
    match part:
        case Laid():
            return part
        case Title(text):
            return Laid(str(text), (Mark(Look.STRONG, 0, len(text)),) if text else ())
        case Paragraph(text):
            return Laid(str(text), _strong(text))
        case Quotation(text):
            long = len(text) > FOLDED_CHARACTERS or text.count("\n") >= FOLDED_LINES
            look = Look.FOLDED if long else Look.QUOTED
            return Laid(str(text), (Mark(look, 0, len(text)), *_strong(text)) if text else ())
        case Facts(rows):
            joined = join_phrases("\n", (join_phrases("", pair) for pair in _aligned(rows)))
            return Laid(str(joined), _strong(joined))
        case Listing(items, bullet):
            joined = join_phrases("\n", _bulleted(items, bullet))
            return Laid(str(joined), _strong(joined))


def _aligned(rows: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str, str]]:
    """The values below each other, where characters are all of one width: in Chinese."""
    widths = [len(label) for label, _ in rows]
    wide = all(_WIDE.fullmatch(label) for label, _ in rows) and max(widths, default=0) <= _ALIGNED_MOST
    for label, value in rows:
        yield label, _SPACE * (max(widths) - len(label)) if wide else "", value


def _bulleted(items: tuple[str, ...], bullet: Bullet) -> Iterator[str]:
    for number, each in enumerate(items, 1):
        match bullet:
            case Bullet.NONE:
                yield each
            case Bullet.DOT:
                yield join_phrases("", ("· ", each))
            case Bullet.NUMBER:
                yield join_phrases("", (f"{number}. ", each))


__all__ = [
    "Body",
    "Bullet",
    "Facts",
    "Laid",
    "Listing",
    "Look",
    "Mark",
    "Paragraph",
    "Part",
    "Phrase",
    "Quotation",
    "Text",
    "Title",
    "as_text",
    "body",
    "cut",
    "join",
    "lay_out",
    "parts_of",
    "plain",
    "quoted",
]
