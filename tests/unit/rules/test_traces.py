"""What in a text may tell who wrote it, however it is typed; and that an ordinary letter passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.traces import Trace, traces

_DIGITS = {
    "usual": "0123456789",
    "full width": "０１２３４５６７８９",
    "Arabic": "٠١٢٣٤٥٦٧٨٩",
    "Devanagari": "०१२३४५६७८९",
    "Chinese": "零一二三四五六七八九",
    "formal": "零壹贰叁肆伍陆柒捌玖",
    "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
}
_STYLES = st.sampled_from(sorted(_DIGITS))
_APART = st.sampled_from(["", " ", "-", "－", "·", ".", "\u200b", "  ", "\u2009"])
_AROUND = st.sampled_from(["", "请回电", "我的手机 ", "，", "食堂太咸了，打", "\n", "（"])
_PEOPLE = st.sampled_from(["张三", "李四", "王建国", "欧阳娜娜", "上官云", "陈小明", "赵敏", "阿卜杜·热合曼"])
_UNITS = st.sampled_from(["一车间", "二分厂机修班", "动力部", "后勤处", "食堂", "设备科"])


def _in_style(number: str, style: str) -> str:
    return "".join(_DIGITS[style][int(each)] for each in number)


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True), _STYLES, _APART, st.integers(1, 4), _AROUND)
def test_a_mobile_number_is_found_in_every_script(number: str, style: str, apart: str, size: int, around: str) -> None:
    typed = _in_style(number, style)
    grouped = apart.join([typed[:3], *(typed[at : at + size] for at in range(3, 11, size))])
    assert Trace.PHONE in traces(f"{around}{grouped}。谢谢")


@given(
    st.sampled_from(["010", "021", "0731", "(0735)", "（0571）"]),
    st.from_regex(r"[2-9][0-9]{6,7}", fullmatch=True),
    st.sampled_from(["", "-", " ", "－"]),
)
def test_a_landline_is_found(city: str, number: str, apart: str) -> None:
    assert Trace.PHONE in traces(f"白天打{city}{apart}{number}")


@given(_PEOPLE, _UNITS, st.sampled_from(["，", "。", "\n", "", "、反映食堂的事", "（男）"]))
def test_a_name_is_found_where_somebody_says_who_they_are(person: str, unit: str, after: str) -> None:
    for said in (
        f"我叫{person}",
        f"我是{unit}的{person}",
        f"我是{unit}{person}",
        f"姓名：{person}",
        f"反映人: {person}",
    ):
        assert Trace.NAME in traces(f"食堂太咸。{said}{after}"), said
    assert Trace.NAME in traces(f"食堂的菜太咸了。\n{unit} {person}")
    assert Trace.NAME in traces(f"食堂的菜太咸了。\n\n{person}\n2026年3月2日")
    assert Trace.NAME in traces(f"食堂的菜太咸了\n——{person}")


@pytest.mark.parametrize(
    ("text", "trace"),
    [
        ("一三八零零一三八零零零", Trace.PHONE),
        ("电话+86 138-1234-5678", Trace.PHONE),
        ("+852 9123 4567", Trace.PHONE),
        ("有事打座机62345678", Trace.PHONE),
        ("分机 8021", Trace.PHONE),
        ("身份证11010519491231002X", Trace.ID_CARD),
        ("１１０１０５１９４９１２３１００２ｘ", Trace.ID_CARD),
        ("110105 19491231 002X", Trace.ID_CARD),
        ("我的工号是 A00123", Trace.EMPLOYEE_NUMBER),
        ("工号：１２３４５", Trace.EMPLOYEE_NUMBER),
        ("员工编号 B-20031", Trace.EMPLOYEE_NUMBER),
        ("邮箱 zhang.san@example.com", Trace.EMAIL),
        ("zhang＠qq．com", Trace.EMAIL),
        ("微信：zhangsan88", Trace.ACCOUNT),
        ("加V zhang_san1", Trace.ACCOUNT),
        ("vx:zs123456", Trace.ACCOUNT),
        ("QQ 12345678", Trace.ACCOUNT),
        ("找我 @zhangsan_88", Trace.ACCOUNT),
        ("本人张三，一车间", Trace.NAME),
        ("我姓张，名三", Trace.NAME),
        ("署名 张三", Trace.NAME),
        ("食堂太咸\n\n张三", Trace.NAME),
        ("食堂太咸。\n张三", Trace.NAME),
        ("食堂太咸\n张三\n2026年3月2日", Trace.NAME),
        ("食堂太咸\n张三\n \n2026年3月2日\n", Trace.NAME),
        ("My name is John Smith.", Trace.NAME),
    ],
)
def test_what_names_the_writer_is_found(text: str, trace: Trace) -> None:
    assert trace in traces(text)


@pytest.mark.parametrize(
    "text",
    [
        "食堂太贵了",
        "订单号 110105194912310021234",
        "身份证110105194912310021",
        "3号楼漏水",
        "",
        "我是一车间的职工，已经干了十年",
        "我是安徽人，",
        "我是金融专业毕业的",
        "我是党员，想提个建议",
        "我叫了维修师傅三次",
        "我叫王师傅来修，一直没来",
        "反映人：匿名",
        "联系人：无",
        "食堂太咸\n谢谢",
        "食堂太咸\n张三",
        "张三",
        "今天更咸\n汤也咸",
        "每天都这样。\n周五",
        "空调坏了。\n高温",
        "菜不新鲜。\n汤也咸",
        "食堂太咸\n祝您工作顺利",
        "设备编号 A0012 坏了",
        "SJ-2026-0042 还没有办",
        "2026-03-02 10:30 停的电",
        "1971.12-1972.1 在一车间",
        "工资少了1380.50元，一共13800元",
        "一二三四五六七车间都这样",
        "微信群里没人回，QQ群也没有",
        "我是一车间的，@所有人都知道",
        "零件 0.125mm，转速 2950r/min",
    ],
)
def test_an_ordinary_letter_passes(text: str) -> None:
    assert traces(text) == ()


@given(st.text(max_size=300), st.text(max_size=10))
def test_anything_can_be_looked_at(text: str, own: str) -> None:
    found = traces(text, own=own)
    assert list(found) == [each for each in Trace if each in found]


@given(_PEOPLE)
def test_the_writers_own_name_is_found_wherever_it_stands(person: str) -> None:
    assert Trace.NAME in traces(f"那天值班的是{person}和另一个人", own=person)
    assert traces("那天值班的是两个人", own=person) == ()


def test_a_latin_name_is_looked_for_as_a_word_and_a_long_text_up_to_a_length() -> None:
    for text in ("ask JOHN about it", "问 John。"):
        assert traces(text, own="John") == (Trace.NAME,)
    assert traces("the Johnsons", own="John") == ()
    assert traces("那天王 建国在", own="王建国") == (Trace.NAME,)
    assert traces("长" * 19_989 + "13812345678") == (Trace.PHONE,)
    assert traces("长" * 19_990 + "13812345678") == ()


@pytest.mark.parametrize("own", ["A", "小", "1234", " ", "🙂", "Li"])
def test_a_name_that_says_nothing_is_not_looked_for(own: str) -> None:
    assert traces(f"食堂太咸{own} Life", own=own) == ()
