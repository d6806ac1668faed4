"""Texts with looks and parts of every kind, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from handlers.core.message import (
    Body,
    Bullet,
    Facts,
    Laid,
    Listing,
    Look,
    Mark,
    Paragraph,
    Part,
    Quotation,
    Text,
    Title,
    lay_out,
)
from handlers.core.phrases import Phrase


@st.composite
def phrases(draw: st.DrawFn, min_size: int = 0, max_size: int = 20) -> str:
    """A string, or one with something emphasised."""
    words = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=min_size, max_size=max_size))
    ends = draw(st.lists(st.integers(0, len(words)), max_size=4).map(sorted))
    return Phrase(words, list(zip(ends[::2], ends[1::2], strict=False))) if ends else words


@st.composite
def _laid(draw: st.DrawFn, min_size: int, max_size: int) -> Laid:
    words = str(draw(phrases(min_size, max_size)))
    ends = draw(st.lists(st.integers(0, len(words)), max_size=4).map(sorted))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return Laid(words, tuple(Mark(draw(st.sampled_from(Look)), begin, end) for begin, end in pairs if begin < end))


def parts(min_size: int = 0, max_size: int = 20) -> st.SearchStrategy[Part]:
    """A part of any kind."""
    words = phrases(min_size, max_size)
    return st.one_of(
        st.builds(Title, words),
        st.builds(Paragraph, words),
        st.builds(Quotation, words),
        st.builds(Facts, st.lists(st.tuples(words, words), min_size=1, max_size=3).map(tuple)),
        st.builds(Listing, st.lists(words, min_size=1, max_size=3).map(tuple), st.sampled_from(Bullet)),
        _laid(min_size, max_size),
    )


def texts(min_size: int = 0, max_size: int = 20, most: int = 4) -> st.SearchStrategy[Text]:
    """What a message may say."""
    made = st.lists(parts(min_size, max_size), min_size=1, max_size=most).map(lambda each: Body(tuple(each)))
    return phrases(min_size, max_size) | made


def looks(text: Text) -> list[tuple[str, Look]]:
    """Each marked run of characters with its look, in order."""
    laid = lay_out(text)
    return [(laid.text[each.begin : each.end], each.look) for each in laid.marks]
