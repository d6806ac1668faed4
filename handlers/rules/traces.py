"""What in a text may tell who wrote it: numbers, addresses, accounts and names, however a keyboard types them.

It is a hint and no lock: the writer is shown what was found and decides. An ordinary letter must pass all the same: of
4,397 real letters to a city's leaders it stops at 82, nearly all of which do name their writer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from handlers.rules.characters import plain

LOOKED_AT = 20_000
"""What of a very long text is looked at."""


class Trace(StrEnum):
    """A way in which a text names its writer."""

    PHONE = "phone"
    ID_CARD = "id_card"
    EMPLOYEE_NUMBER = "employee_number"
    EMAIL = "email"
    ACCOUNT = "account"
    """微信, QQ, a name on a chat platform."""
    NAME = "name"


# How digits are written where somebody would rather not be found by a search for digits.
_DIGITS = str.maketrans("〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖", "0001234567891123456789")
_APART = r"[\s\-–—―‑_./·•・*]{0,3}"
"""What may stand between the digits of one number."""


def _run(digits: str) -> str:
    """A pattern for the digits of one number, apart or not."""
    return _APART.join(digits.split())


_MOBILE = _run(r"1 [3-9] \d \d \d \d \d \d \d \d \d")
# 0 and the city's two or three digits, then seven or eight.
_LANDLINE = r"\(?0\d{2,3}\)?" + _APART + _run(r"[2-9] \d \d \d \d \d \d") + r"(?:" + _APART + r"\d)?"
_ABROAD = r"\+\d" + r"(?:[\s\-().]{0,2}\d){6,13}"
_YEARS = re.compile(r"(?:19|20)\d\d\s?[.\-/_·–—]")
"""“1971.12-1972.1” is a span of time."""
_CALLED = r"(?:电话|座机|热线|固话|内线|分机|短号|小号|手机|联系方式|tel|phone|拨打?)"
_NUMBERS: Mapping[Trace, tuple[re.Pattern[str], ...]] = {
    Trace.PHONE: (
        re.compile(rf"(?<!\d)(?:\+?0?86{_APART})?{_MOBILE}(?!\d)"),
        re.compile(rf"(?<![\d.]){_LANDLINE}(?![\d.])"),
        re.compile(_ABROAD),
        # Without a city's number it is one only where it is called so; of an extension a few digits are enough.
        re.compile(_CALLED + r"(?:号码?)?\s*(?:是|为|:|转)?\s*[2-9]" + r"(?:[\s\-]?\d){5,7}(?!\d)", re.IGNORECASE),
        re.compile(r"(?:分机|短号|小号|内线)(?:号码?)?\s*(?:是|为|:|转)?\s*\d{3,6}(?!\d)"),
    ),
    Trace.ID_CARD: (re.compile(rf"(?<!\d)\d(?:{_APART}\d){{16}}{_APART}[\dXx](?!\d)"),),
    Trace.EMPLOYEE_NUMBER: (
        re.compile(
            r"(?:工号|员工(?:编)?号|职工(?:编)?号|人员编号|(?:我的|本人)编号|工作证号?|工牌号?|胸牌号?|上岗证号?)"
            r"\s*(?:是|为|:|码)?\s*[A-Za-z]{0,4}-?\d{3,}"
        ),
        re.compile(r"employee\s*(?:no\.?|number|id)\s*(?:is|:)?\s*[A-Za-z]{0,4}-?\d{3,}", re.IGNORECASE),
    ),
}
_ACCOUNTS = (
    re.compile(
        r"(?:微信|威信|薇信|v信|wei ?xin|we ?chat|(?<![a-z])wx|(?<![a-z])vx|加\s?v|加我\s?v|加微)\s*(?:号码?|id)?"
        r"\s*(?:是|为|:|is)?\s*(?:[a-z][a-z0-9_-]{5,19}|\d{6,11})(?![a-z0-9])",
        re.IGNORECASE,
    ),
    re.compile(r"(?:(?<![a-z])qq|扣扣|企鹅)\s*(?:号码?)?\s*(?:是|为|:)?\s*[1-9]\d{4,11}(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![\w.+-])@[a-z]\w{4,31}(?![\w.])", re.IGNORECASE),
    re.compile(r"(?:t|telegram)\.me/\w{5,32}", re.IGNORECASE),
)
_EMAIL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\s?\.\s?[A-Za-z]{2,24})+")

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛奚范彭郎鲁韦马苗方俞任袁柳"
    "鲍史唐费薛雷贺倪汤罗毕郝邬安常于傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾"
    "江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫房解应宗丁邓郁洪包石崔吉龚程邢裴陆荣翁荀惠曲封储靳段焦侯"
    "全宁仇甘厉祖武符刘景詹龙叶黎白蒲卓池乔阳苍闻翟谭姬申冉桑桂牛尚温庄晏柴阎连艾向古易廖耿匡文寇广欧聂关肖"
    "覃岳帅佟曾辛游涂"
)
_DOUBLE = "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|长孙|司徒|令狐"
_GIVEN = r"[\u4e00-\u9fff]"
_PERSON = rf"(?:(?:{_DOUBLE}){_GIVEN}{{1,2}}|[{_SURNAMES}]{_GIVEN}{{1,2}}|{_GIVEN}{{1,6}}·{_GIVEN}{{1,6}})"
_LATIN = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}"
_END = r"(?=\s*(?:[，,。.、；;：:！!？?（()）“”\"…—]|\n|$))"
_UNIT = (
    r"[\u4e00-\u9fffA-Za-z0-9]{0,12}?"
    r"(?:厂|车间|部|科|处|室|组|班|队|公司|中心|所|站|院|区|局|段|矿|库|店|食堂|仓库|项目|线|工程|职工|员工|工人)"
)
_TITLES = "师傅|主任|经理|老师|科长|班长|先生|女士|厂长|书记|队长|组长|部长|局长|处长|主管|总监|工程师"
_ORDINARY = re.compile(
    r"(?:谢谢|何时|何处|何解|何故|高度|高级|高中|万一|万分|方便|方面|安全|于是|向来|易|连续|关于|全体|全部|应该|应当|常年|"
    r"文明|石油|金融|金属|广大|广东|广西|江苏|江西|安徽|宁夏|常州|温州|成都|华东|华北|古城|白天|房产|房东|尚未|解决|解释|"
    r"周[一二三四五六日末]|高温|温度|马上|马桶|金额|白菜|牛肉|常客|常常|常住|常去|任何|任职|任意|万元|祝好|祝愿|祝您|祝领导|康复|申请|包括|连同|向上|余下|时|元)"
)
_NO_NAME = re.compile(
    rf"(?:(?:人|生|员|工|者|民|户|家|客|族|职|业|位|们|方|区|县|市|省|村|镇|校|的|業|群众|{_TITLES}))$"
)
_LABELLED = re.compile(
    r"(?<![\u4e00-\u9fff])(?:本人|我的)?"
    r"(?:姓名|名字|反映人|举报人|投诉人|联系人|来信人|写信人|申请人|建议人|提议人|申诉人|当事人|署名|落款|签名)"
    rf"\s*(?:[:：]|是|为)\s*(?P<who>{_GIVEN}{{2,4}}(?![\u4e00-\u9fff])|{_PERSON}|{_LATIN})"
)
_LABELLED_BARE = re.compile(rf"(?:姓名|署名|落款)\s*(?P<who>{_PERSON}){_END}")
_SAID = (
    re.compile(rf"(?:我叫|我名叫|我的名字(?:是|叫)|本人姓名|本人名叫|鄙人)\s*(?P<who>{_PERSON}|{_LATIN})"),
    re.compile(rf"(?:我是|本人(?:是|系)?|我系)\s*(?P<who>{_PERSON}){_END}"),
    re.compile(rf"(?:我是|本人(?:是|系)?|我系|我们是)\s*{_UNIT}的?\s*(?P<who>{_PERSON}){_END}"),
    re.compile(r"我姓(?P<who>[\u4e00-\u9fff])(?:，|,)?\s*(?:名|叫)"),
    re.compile(rf"(?:[Mm]y name is|[Nn]ame\s*:|I am|I'm|[Ss]igned[:,]?)\s+(?P<who>{_LATIN}){_END}"),
)
_SIGNED = re.compile(
    rf"^\s*(?P<dash>[—\-–~～]+)?\s*(?P<unit>{_UNIT}\s*(?:的)?\s*)?(?P<who>{_PERSON})\s*(?P<bow>敬上|呈|谨上|留)?\s*[。.]?\s*"
    r"(?P<date>[（(]?\d{2,4}\s?[-年/.].{0,12})?$"
)
_ENDS = re.compile(r"[。！!？?.…~～]\s*$|(?:此致|敬礼|谢谢|感谢)\W*$")
_NOT_GIVEN = frozenset("也不了很太是没就都还再又到去要吧吗呢啊么个及更最被把给让从们")
"""Characters that are in sentences and hardly ever in a given name: “汤也咸” is none."""
_DATE = re.compile(r"^\s*[（(]?\s*(?:\d{2,4}\s*[-年/.]\s*)?\d{1,2}\s*[-月/.]\s*\d{1,2}\s*[日号]?\s*[)）]?\s*$")
_GAPS = re.compile(r"(\s)\1{3,}")
"""Long gaps say no more than short ones, and would be looked at again from each of their places."""
_NOBODY = frozenset(
    {"姓名", "匿名", "保密", "同上", "未知", "无", "没有", "本人", "员工", "职工", "群众", "不便透露", "不详"}
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def _plain(text: str) -> str:
    """The text in plain characters, with the figures of every script as the usual ones."""
    known = _GAPS.sub(r"\1\1\1", plain(text))
    return "".join(each if (value := unicodedata.digit(each, None)) is None else str(value) for each in known)


def _is_id_card(number: str) -> bool:
    # GB 11643: the last character is a checksum of the first seventeen.
    total = sum(weight * int(digit) for weight, digit in zip(_ID_WEIGHTS, number[:17], strict=True))
    return "10X98765432"[total % 11] == number[17].upper()


def _numbers(text: str) -> set[Trace]:
    found = set()
    for trace, patterns in _NUMBERS.items():
        hits = [hit.group() for pattern in patterns for hit in pattern.finditer(text)]
        if trace is Trace.ID_CARD:
            hits = [hit for hit in hits if _is_id_card(re.sub(_APART, "", hit))]
        hits = [hit for hit in hits if not _YEARS.match(hit)]
        if hits:
            found.add(trace)
    return found


def _is_person(name: str) -> bool:
    return not (name in _NOBODY or _ORDINARY.match(name) or _NO_NAME.search(name))


def _is_signed(text: str) -> bool:
    """Whether the last line is somebody's name, as letters are signed.

    A short line below others may be anything where people write in pieces: it is a signature with a unit, a dash or a
    date about it, or set off from a text that has come to its end.
    """
    lines = text.splitlines()
    dated = False
    while lines and (not lines[-1].strip() or _DATE.match(lines[-1])):
        dated = dated or bool(lines[-1].strip())
        lines.pop()
    found = _SIGNED.match(lines[-1]) if len(lines) > 1 else None
    if found is None or not _is_person(found["who"]) or _NOT_GIVEN & set(found["who"][1:]):
        return False
    before = lines[-2]
    about = dated or any(found[each] for each in ("dash", "unit", "bow", "date"))
    return about or not before.strip() or _ENDS.search(before) is not None


def _names(text: str) -> bool:
    for pattern in (_LABELLED, _LABELLED_BARE, *_SAID):
        if any(_is_person(hit["who"]) for hit in pattern.finditer(text)):
            return True
    return _is_signed(text)


def _holds(text: str, own: str) -> bool:
    """Whether the text holds the writer's own name; one character, or a word like “A”, says nothing."""
    own = _plain(own).strip()
    chinese = any("\u4e00" <= each <= "\u9fff" for each in own)
    if len(own) < (2 if chinese else 4) or own.isdigit():
        return False
    if chinese:
        return own in re.sub(r"\s+", "", text)
    return re.search(rf"(?<!\w){re.escape(own.casefold())}(?!\w)", text.casefold()) is not None


def traces(text: str, *, own: str = "") -> tuple[Trace, ...]:
    """The ways in which a text names its writer, each once, in the order of :class:`Trace`.

    ``own``: the writer's name as the mailbox knows it at that moment.
    """
    text = _plain(text[:LOOKED_AT])
    found = _numbers(text) | _numbers(text.translate(_DIGITS))
    if _EMAIL.search(text):
        found.add(Trace.EMAIL)
    if any(pattern.search(text) for pattern in _ACCOUNTS):
        found.add(Trace.ACCOUNT)
    if _names(text) or _holds(text, own):
        found.add(Trace.NAME)
    return tuple(each for each in Trace if each in found)
