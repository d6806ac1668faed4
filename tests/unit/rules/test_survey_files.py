"""Surveys as files: TOML and tables as people make them, and each mistake named where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.core.texts import say
from handlers.rules.survey_files import Plan, from_rows, from_toml
from handlers.rules.surveys import Kind, Wrong

HEAD = ["题目", "题型", "必答", "选项1", "选项2", "选项3"]


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_sample_that_the_bot_gives_is_a_survey(locale: str) -> None:
    plan = from_toml(say(locale, "survey-sample"))
    one, several, scale, text = plan.questions
    assert (one.kind, dict(one.jumps)) == (Kind.ONE, {2: 3})
    assert (several.kind, several.low, several.high) == (Kind.SEVERAL, 1, 2)
    assert (scale.kind, scale.low, scale.high) == (Kind.SCALE, 1, 5)
    assert (text.kind, text.required) == (Kind.TEXT, False)
    assert plan.title
    assert plan.anonymous is True
    assert plan.until == "10天"


def test_the_kind_follows_from_what_is_there() -> None:
    plan = from_toml(
        'until = 2026-03-20\n[[question]]\ntext = "好吗"\nchoices = ["A. 好", "B. 不好"]\n'
        '[[question]]\ntext = "几分"\nhigh = 10\n[[question]]\ntext = "为什么"'
    )
    assert [each.kind for each in plan.questions] == [Kind.ONE, Kind.SCALE, Kind.TEXT]
    assert plan.questions[0].choices == ("好", "不好")
    assert plan.until == "2026-03-20"


@pytest.mark.parametrize(
    ("text", "key", "facts"),
    [
        ('title = "食堂"\nintro = 三分钟', "toml", {"line": 2, "found": "intro = 三分钟"}),
        ("title = “食堂”", "toml", {"line": 1}),
        ('title = "食堂', "toml", {"line": 1}),
        ('titel = "食堂"', "toml-key", {"number": 0, "key": "titel"}),
        ('[[questions]]\ntext = "好吗"\nkinds = "单选"', "toml-key", {"number": 1, "key": "kinds"}),
        ('[[questions]]\ntext = "好吗"\nchoices = "甲、乙"', "toml-type", {"number": 1, "key": "choices"}),
        ('[[questions]]\ntext = "好吗"\nchoices = [1, 2]', "toml-type", {"number": 1, "key": "choices"}),
        ('[[questions]]\ntext = "好吗"\nhigh = true', "toml-type", {"number": 1, "key": "high"}),
        ('[[questions]]\ntext = "好吗"\nkind = "排序"', "kind", {"number": 1, "kind": "排序"}),
        (f'[[questions]]\ntext = "好吗"\nkind = "{"排序" * 11}"', "kind", {"number": 1, "kind": "排序" * 10}),
        (f'{"t" * 31} = "食堂"', "toml-key", {"key": "t" * 30}),
        (f'title = "食堂"\n{"长" * 41}', "toml", {"line": 2, "found": "长" * 40}),
        ('[[questions]]\nkind = "文字"', "empty", {"number": 1}),
        ('questions = ["好吗"]', "toml-type", {"number": 0}),
        ('title = "食堂"', "empty-file", {}),
        ('[[questions]]\ntext = "好吗"\nchoices = ["好", "不好 → 7"]', "jump", {"number": 1, "target": 7}),
        (f'[[questions]]\ntext = "{"长" * 501}"', "long", {"number": 1}),
    ],
)
def test_what_is_wrong_in_toml_is_named(text: str, key: str, facts: dict[str, object]) -> None:
    with pytest.raises(Wrong) as wrong:
        from_toml(text)
    assert wrong.value.key == key
    assert facts.items() <= wrong.value.facts.items()


def test_a_table_with_a_question_in_each_row() -> None:
    plan = from_rows(
        [
            ["食堂满意度调查", "", "", "", "", ""],
            HEAD,
            ["1. 您对食堂满意吗？", "单选", "是", "A. 满意", "B. 不满意 → 3", ""],
            ["您常去哪些窗口", "多选，最多2", "", "一号", "二号", "三号"],
            ["", "", "", "", "", ""],
            ["给服务打分", "打分", "", "", "", ""],
            ["还有什么建议", "文字", "否", "", "", ""],
        ]
    )
    one, several, scale, text = plan.questions
    assert (one.text, one.choices, dict(one.jumps)) == ("您对食堂满意吗？", ("满意", "不满意"), {2: 3})
    assert (several.kind, several.high) == (Kind.SEVERAL, 2)
    assert (scale.low, scale.high) == (1, 5)
    assert not text.required


def test_a_question_over_several_rows_is_one() -> None:
    merged = [
        ["题目", "选项"],
        ["好吗", "好"],
        ["好吗", "不好"],
        ["几点", "早"],
        ["", "晚"],
        ["为什么（文字，选填）", ""],
    ]
    plan = from_rows(merged)
    assert [each.choices for each in plan.questions] == [("好", "不好"), ("早", "晚"), ()]
    assert not plan.questions[2].required
    one_cell = from_rows([["题目", "题型", "选项"], ["好吗", "单选", "好\n不好|说不清"]])
    assert one_cell.questions[0].choices == ("好", "不好", "说不清")


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([], "columns"),
        ([["姓名", "电话"], ["张三", "1"]], "columns"),
        ([HEAD], "empty-file"),
        ([HEAD, ["好吗", "排序", "", "好", "不好", ""]], "kind"),
        ([HEAD, ["好吗", "单选", "", "好", "", ""]], "choices"),
        ([HEAD, *[[f"问{n}", "文字"] for n in range(61)]], "many"),
    ],
)
def test_what_is_wrong_in_a_table_is_named(rows: list[list[str]], key: str) -> None:
    with pytest.raises(Wrong) as wrong:
        from_rows(rows)
    assert wrong.value.key == key


def outcome(read: Callable[[], Plan]) -> str:
    """What a person would be told: how many questions there are, or what is wrong."""
    try:
        return f"{len(read().questions)} questions"
    except Wrong as wrong:
        return say("zh-CN", f"survey-wrong-{wrong.key}", **wrong.facts)


@given(st.lists(st.lists(st.text(max_size=12), max_size=7), max_size=8))
def test_no_table_breaks_it(rows: list[list[str]]) -> None:
    for table in (rows, [HEAD, *rows]):
        assert outcome(partial(from_rows, table))


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert outcome(partial(from_toml, text))


def test_in_a_table_the_question_that_is_wrong_is_counted() -> None:
    with pytest.raises(Wrong) as wrong:
        from_rows([HEAD, ["一", "文字"], ["二", "文字"], ["三", "排序" * 11]])
    assert wrong.value.facts == {"number": 3, "kind": "排序" * 10}
    plan = from_rows([HEAD, ["打几分", "打分，1-10分"], ["二（选填）", "", "否"], ["三（多选）", "", "", "甲", "乙"]])
    assert [(each.kind, each.high, each.required) for each in plan.questions] == [
        (Kind.SCALE, 10, True),
        (Kind.TEXT, 0, False),
        (Kind.SEVERAL, 0, True),
    ]
    remarks = from_rows([["题目", "说明", "选项1", "选项2"], ["一", "别答", "甲", "乙"]])
    assert remarks.questions[0].choices == ("甲", "乙")
    scale = from_toml('[[questions]]\ntext = "几分"\nlow = 2\n[[questions]]\ntext = "二"\nrequired = false')
    assert (scale.questions[0].low, scale.questions[0].high, scale.questions[1].required) == (2, 5, False)
    assert len(from_rows([HEAD, *[[f"问{n}", "文字"] for n in range(60)]]).questions) == 60
