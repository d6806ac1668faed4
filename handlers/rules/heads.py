"""The line that opens a round, a visit, a talk or an on-site office, told apart from what was heard there.

With bars between its parts it is a head in any case; with commas, if its parts can be told to be one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from handlers.rules.characters import plain

LONGEST = 160
"""Characters of a head; what is longer was heard."""
_THEME = 30
"""Characters of a line that is nothing but a theme."""
_WITNESS = 8
_BARS = re.compile(r"\s*[|｜]\s*")
_COMMAS = re.compile(r"\s*[,，;；]\s*")
_LETTERS = re.compile(r"共?\s*(\d{1,4})\s*(?:封|件|份|张|条|个)?(?:信|来信)?")
_PEOPLE = re.compile(r"(?:共|约|一共)?\s*(\d{1,4})\s*(?:人|位|名)(?:参加)?")
_DAY = re.compile(
    r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:[（(]?(?:周|星期)[一二三四五六日天][)）]?)?"
)
_HOST = re.compile(r".{1,10}(?:书记|厂长|主任|经理|部长|主席|科长|处长|总监|队长|站长|董事长|院长|总)")
_PLACE = re.compile(
    r".{0,16}(?:车间|分厂|厂|厂区|室|楼|栋|宿舍|食堂|班|班组|站|科|部|处|区|工地|现场|中心|仓库|码头|队|里|旁|前)"
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭"
    "陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧"
)
_NAME = re.compile(rf"[{_SURNAMES}老小][\u4e00-\u9fff·]{{1,2}}")
_LISTED = 12
"""Characters of one name in a list, of a person or a unit."""
_MORE = re.compile(r"等(?:\s*\d{1,4}\s*(?:人|位|名))?$")


@dataclass(frozen=True, slots=True)
class RoundHead:
    """意见箱: how many letters, who watched, how the seal was."""

    letters: int
    witness: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit, a talk or an on-site office. ``unread``: parts that could not be told to be anything."""

    theme: str = ""
    place: str = ""
    host: str = ""
    names: str = ""
    people: int = 0
    day: date | None = None
    unread: tuple[str, ...] = ()


def _line(text: str) -> str | None:
    line = text.strip()
    return None if not line or "\n" in line or len(line) > LONGEST else line


def read_round(text: str) -> RoundHead | None:
    """“3 | 李明 | 完好”, “共3封”, “3，李明，完好”; None: it is a letter."""
    line = _line(text)
    if line is None:
        return None
    barred = _BARS.search(line) is not None
    first, *rest = (_BARS if barred else _COMMAS).split(line)
    count = _LETTERS.fullmatch(plain(first))
    if count is None or len(rest) > 2 or (not barred and any(len(each) > _WITNESS for each in rest)):
        return None
    return RoundHead(int(count[1]), *rest)


def read_occasion(text: str, today: date, *, site: bool = False, sure: bool = False) -> Occasion | None:
    """“主题 | 地点 | 带队人 | 参加人 | 人数” (``site``: 地点 | 带队领导 | 参加单位), or with commas in any order
    behind the theme; None: it is something that was heard. ``sure``: only what has bars is taken for a head.
    """
    line = _line(text)
    if line is None:
        return None
    if _BARS.search(line):
        return _by_place(_BARS.split(line), today, site=site)
    if sure:
        return None
    parts = [each for each in _COMMAS.split(line.rstrip("。.")) if each]
    if not parts:
        return None
    if len(parts) == 1:
        opinion = len(parts[0]) > _THEME or re.search(r"[：:。！!？?]", line) is not None
        return None if opinion else Occasion(place=parts[0]) if site else Occasion(theme=parts[0])
    return _by_kind(parts, today, site=site)


def _by_place(parts: list[str], today: date, *, site: bool) -> Occasion:
    first, second, third, *more = (*parts, "", "")
    people = next((int(found[1]) for each in parts if (found := _count(each))), 0)
    rest = (third, *more) if site else tuple(more)
    days = [read for each in rest if (read := _day(each, today))]
    names = "、".join(each for each in rest if each and not _count(each) and not _day(each, today))
    head = Occasion(
        theme="" if site else first,
        place=first if site else second,
        host=second if site else third,
        names=names,
        people=people or _heads(names),
        day=days[0] if days else None,
    )
    return head if head.theme or head.place else Occasion(unread=tuple(filter(None, parts)))


def _by_kind(parts: list[str], today: date, *, site: bool) -> Occasion | None:
    """Each part for what it looks like; nothing that looks like anything: it is a sentence."""
    first, *rest = parts
    place, host, day, people = (first if site else ""), "", None, 0
    names: list[str] = []
    unread: list[str] = []
    for part in rest:
        if day is None and (read := _day(part, today)):
            day = read
        elif (counted := _count(part)) is not None:
            people = int(counted[1])
        elif not host and "、" not in part and _HOST.fullmatch(part):
            host = part
        elif not place and "、" not in part and _PLACE.fullmatch(part):
            place = part
        elif _are_names(part):
            names.append(part)
        else:
            unread.append(part)
    if place and host and people and not names and len(unread) == 1:
        # Everything else is told: what is left is who took part (“新进职工”).
        names, unread = unread, []
    known = len(rest) - len(unread)
    if known == 0 or len(first) > _THEME or known < len(unread):
        return None
    listed = "、".join(names)
    theme = "" if site else first
    return Occasion(theme, place, host, listed, people or _heads(listed), day, tuple(unread))


def _are_names(part: str) -> bool:
    names = _MORE.sub("", part)
    if "、" in names:
        return all(0 < len(each) <= _LISTED for each in names.split("、"))
    return _NAME.fullmatch(names) is not None


def _count(part: str) -> re.Match[str] | None:
    return _PEOPLE.fullmatch(plain(part))


def _heads(names: str) -> int:
    more = re.search(r"等\s*(\d{1,4})", names)
    if more:
        return int(more[1])
    return sum(1 for each in re.split(r"[、,，\s]+", _MORE.sub("", names)) if each)


def _day(part: str, today: date) -> date | None:
    """The day of a past or present occasion; without a year the last such day."""
    found = _DAY.fullmatch(plain(part).strip())
    if found is None:
        return None
    try:
        day = date(int(found[1] or today.year), int(found[2]), int(found[3]))
        if day > today and found[1] is None:
            day = day.replace(year=today.year - 1)
    except ValueError:
        return None
    return day if day <= today else None
