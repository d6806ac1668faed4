"""Words for the one index behind search, similar tickets and category: overlapping pairs of Chinese characters.

Chinese has no spaces, and engines' own tokenizers find nothing for two characters. So runs of Chinese characters become
overlapping pairs plus the last character alone (so that one character can be looked for), Latin and digits lower-case
words. A query is a phrase of such terms. Measured on real letters, this finds exactly what ``LIKE`` finds.
"""

from __future__ import annotations

import re
from collections import Counter

from handlers.rules.characters import plain

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+|[a-z0-9]+")
_CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]|\.(?=\s|$)")
TITLE_CHARACTERS = 40


def _runs(text: str) -> list[str]:
    return _RUN.findall(plain(text).lower())


def terms(text: str) -> list[str]:
    """The index terms of a text in order, repeats included."""
    found: list[str] = []
    for run in _runs(text):
        if _CJK.match(run):
            found.extend(run[i : i + 2] for i in range(len(run) - 1))
            found.append(run[-1])
        else:
            found.append(run)
    return found


def phrases(query: str) -> list[list[str]]:
    """A query as phrases that must all be found; empty when there is nothing to look for."""
    found: list[list[str]] = []
    for run in _runs(query):
        if _CJK.match(run) and len(run) > 1:
            found.append([run[i : i + 2] for i in range(len(run) - 1)])
        else:
            found.append([run])
    return found


def telling(title: str, body: str, most: int = 60) -> list[str]:
    """The terms that say most about what a concern is about: the title's, then the body's pairs that come up most."""
    wanted = list(dict.fromkeys(term for term in terms(title) if len(term) > 1))
    counted = Counter(term for term in terms(body) if len(term) > 1)
    wanted.extend(term for term, _ in counted.most_common(most) if term not in wanted)
    return wanted[:most]


def title_of(text: str) -> str:
    """The first sentence, cut to 40 characters: what a list shows."""
    for sentence in _SENTENCE_END.split(text):
        words = " ".join(sentence.split())
        if words:
            return words if len(words) <= TITLE_CHARACTERS else words[: TITLE_CHARACTERS - 1] + "…"
    return ""


def headed(title: str, text: str) -> str:
    """A title with the text under it; the text alone where it begins with what the title says."""
    words = " ".join(text.split())
    if not words:
        return title
    return text.strip() if words.startswith(title.removesuffix("…")) else f"{title}\n\n{text.strip()}"
