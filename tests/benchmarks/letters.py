"""Concerns by the thousand in the words of the sample's stories: what is found and counted reads like letters.

Each is a place, what is wrong there and a wish, with the words of one of the stories behind it and the building and
room that it is about: common words are common, and what tells one matter from others is rare.
"""

from __future__ import annotations

import itertools
from functools import cache

from handlers.rules.terms import terms, title_of
from sandbox.sample.reading import read_stories

_PLACES = (
    "二楼食堂",
    "三号宿舍",
    "北门车棚",
    "更衣室",
    "锅炉房",
    "东区澡堂",
    "机修车间",
    "培训中心",
    "停车场",
    "医务室",
)
_MATTERS = ("排队太长", "热水时有时无", "灯坏了很久", "空调不制冷", "价格涨得太快", "地面总是积水", "没有人打扫")
_WISHES = ("希望尽快安排人来看一看。", "已经反映过两次，请答复。", "大家都有意见，请予重视。")
OPENINGS = tuple(f"{place}{matter}，{wish}" for place, matter, wish in itertools.product(_PLACES, _MATTERS, _WISHES))


@cache
def _stories() -> tuple[tuple[str, str], ...]:
    """The words of each story, and their terms. An accusation goes another way than the others, so it is left out."""
    told = (each.text for each in read_stories() if each.text and "举报" not in each.text)
    return tuple((text, " ".join(terms(text))) for text in told)


@cache
def _opening_terms(place: int) -> str:
    return " ".join(terms(OPENINGS[place]))


def letter(number: int) -> str:
    """The concern of a number; the same number has the same words."""
    stories = _stories()
    return f"{OPENINGS[number % len(OPENINGS)]}{stories[number // 7 % len(stories)][0]}\n{_room(number)}"


def _room(number: int) -> str:
    return f"地点：{number // 11 % 40 + 1} 号楼 {number * 31 % 2003 + 1001} 室"


@cache
def title(opening: int) -> str:
    """What a list shows of a concern that begins like this."""
    return title_of(OPENINGS[opening % len(OPENINGS)])


@cache
def _title_terms(opening: int) -> str:
    return " ".join(terms(title(opening)))


def terms_of(number: int) -> tuple[str, str]:
    """What is searched of a concern: the terms of its title, and those of the whole."""
    # The parts end where a sentence does, so that the terms of all are those of the whole.
    stories, opening = _stories(), number % len(OPENINGS)
    story, room = stories[number // 7 % len(stories)][1], " ".join(terms(_room(number)))
    return _title_terms(opening), f"{_opening_terms(opening)} {story} {room}"
