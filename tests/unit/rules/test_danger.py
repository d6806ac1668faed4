"""Who is in danger is seen however it is written; who only speaks like that is not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.danger import BODY, HARMLESS, MIND, Danger, DangerWords, danger_in


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("我真的不想活了", Danger.MIND),
        ("我 真 的 不 想 活 了。。。", Danger.MIND),
        ("每天被组长骂，活着没意思，想跳楼", Danger.MIND),
        ("再不发工资我就从楼上跳下去！", Danger.MIND),
        ("同宿舍的小王留了遗书", Danger.MIND),
        ("I don\u2019t want to live any more", Danger.MIND),
        ("Some days I WANT TO DIE.", Danger.MIND),
        ("二车间着火了，快来人", Danger.BODY),
        ("没人管，宿舍着火了", Danger.BODY),
        ("三号炉煤气泄漏，有人晕倒", Danger.BODY),
        ("班长拿刀砍人", Danger.BODY),
        ("There is a gas leak in workshop 2", Danger.BODY),
        ("累死了，也不想活了", Danger.MIND),
    ],
)
def test_danger_is_seen(text: str, danger: Danger) -> None:
    assert danger_in(text) is danger


@pytest.mark.parametrize(
    "text",
    [
        "饭难吃得要死",
        "车间热死了，累死了，笑死人了",
        "加班加得想死机",
        "天天爬楼累得想死",
        "食堂的菜卖的是跳楼价",
        "行车把钢卷马上吊装到位",
        "幸好没有人受伤",
        "没有发生着火",
        "请组织一次触电急救培训",
        "漏电保护器坏了",
        "防止煤气中毒的宣传栏该换了",
        "如果着火了往哪里跑",
        "这个问题一直被困扰，领导重视一下",
        "压力大得喘不过气，能不能轮岗",
        "死板的规定，死角没人打扫",
        "the queue is killing me, bored to death",
        "nobody was hurt, there was no gas leak",
        "",
    ],
)
def test_who_only_speaks_like_that_is_left_in_peace(text: str) -> None:
    assert danger_in(text) is None


@given(
    word=st.sampled_from([each for each in MIND if not each.isascii()]),
    before=st.text(alphabet="我们宿舍真的每天，。 ", max_size=8),
    after=st.text(alphabet="了啊吧，。 ", max_size=6),
    between=st.sampled_from(["", " ", "\u200b", "\u3000"]),
)
def test_words_of_not_wanting_to_live_are_seen_in_any_connection(
    word: str, before: str, after: str, between: str
) -> None:
    assert danger_in(f"{before}{between.join(word)}{after}") is Danger.MIND


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert danger_in(text) in (None, Danger.MIND, Danger.BODY)
    assert danger_in(text, DangerWords((), (), ())) is None


def test_the_list_is_the_offices_own() -> None:
    own = DangerWords(mind=("心里难受",), body=("行车失控",), harmless=("心里难受归难受",))
    assert danger_in("最近心里难受", own) is Danger.MIND
    assert danger_in("行车失控了", own) is Danger.BODY
    assert danger_in("心里难受归难受，活还得干", own) is None
    assert danger_in("不想活了", own) is None


def test_no_word_is_there_twice() -> None:
    for words in (MIND, BODY, HARMLESS):
        assert len(words) == len(set(words))
