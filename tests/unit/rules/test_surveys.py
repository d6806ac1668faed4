"""Reading questions, the way through them, and counting: by examples and by properties."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.surveys import (
    END,
    Kind,
    Question,
    Wrong,
    check,
    fits,
    next_after,
    packed,
    path,
    read,
    results,
    unpacked,
)

TEXT = """1. 您对食堂满意吗？（单选）
A. 满意
B. 不满意 → 3
2、您常去哪些窗口？（多选，至少1，最多2）
A、一号
B、二号
C、三号
3. 给服务打分（1-5分）
4. 还有什么建议？（文字，选填）"""


def test_questions_as_people_write_them() -> None:
    one, several, scale, text = read(TEXT)
    assert (one.kind, one.choices, one.jumps) == (Kind.ONE, ("满意", "不满意"), {2: 3})
    assert (several.kind, several.low, several.high) == (Kind.SEVERAL, 1, 2)
    assert (scale.kind, scale.low, scale.high) == (Kind.SCALE, 1, 5)
    assert (text.kind, text.required) == (Kind.TEXT, False)
    assert unpacked(packed(read(TEXT))) == read(TEXT)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "none"),
        ("随便写写", "line"),
        ("1. 好吗（单选）\nA. 好", "choices"),
        ("1. 好吗（单选）\nA. 好\nB. 好", "twice"),
        ("1. 打分（5-1分）", "scale"),
        ("1. 打分（1-50分）", "scale"),
        ("1. 打分（1-11分）", "scale"),
        ("1. 打分（5-5分）", "scale"),
        ("1. 打分（打分）", "scale"),
        ("A. 好\nB. 不好", "line"),
        ("1. " + "长" * 501, "long"),
        ("1. 好吗（单选）\nA. 好\nB. " + "长" * 101, "long"),
        ("1. 选（多选，至少2，最多1）\nA. 好\nB. 坏", "counts"),
        ("1. 好吗（单选）\nA. 好 → 2\nB. 坏", "jump"),
        (
            "1. 好吗（单选）\n" + "\n".join(f"{letter}. {letter}" for letter in "ABCDEFGHIJKLMNOPQRST") + "\nA. 多的",
            "choices",
        ),
        ("\n".join(f"{n}. 问" for n in range(1, 62)), "many"),
        ("1. 好吗（单选）\nA. 好 → 1\nB. 坏", "jump"),
        ("1. 好吗（单选）\nA. 好 → 9\nB. 坏", "jump"),
        ("1. 好吗（单选）\nA. 好 → 3\nB. 坏 → 3\n2. 谁也到不了\n3. 完", "unreachable"),
        ("1. 选（多选）\nA. 好 → 2\nB. 坏\n2. 完", "jump-several"),
        ("1. 选（多选，至少5）\nA. 好\nB. 坏", "counts"),
        ("1. 选（单选）", "choices"),
        ("\n".join(f"{n}. 问" for n in range(1, 70)), "many"),
    ],
)
def test_what_is_wrong_is_named(text: str, key: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read(text)
    assert wrong.value.key == key


@st.composite
def surveys(draw: st.DrawFn) -> tuple[Question, ...]:
    """Any survey that passes :func:`check`, mostly."""
    count = draw(st.integers(1, 8))
    made = []
    for number in range(1, count + 1):
        choices = tuple(f"c{place}" for place in range(draw(st.integers(2, 4))))
        forward = st.sampled_from([END, *range(number + 1, count + 1)])
        jumps = draw(st.dictionaries(st.integers(1, len(choices)), forward, max_size=len(choices)))
        made.append(Question(f"q{number}", Kind.ONE, choices, jumps=jumps))
    return tuple(made)


@given(surveys(), st.data())
def test_every_way_ends_and_never_goes_back(questions: tuple[Question, ...], data: st.DataObject) -> None:
    answers = {number: data.draw(st.integers(1, len(question.choices))) for number, question in enumerate(questions, 1)}
    way = path(questions, answers)
    assert list(way) == sorted(set(way))
    assert way[0] == 1
    assert next_after(questions, way[-1], answers[way[-1]]) is None


@given(surveys())
def test_what_passes_can_all_be_come_to(questions: tuple[Question, ...]) -> None:
    try:
        check(questions)
    except Wrong:
        return
    reached, todo = {1}, [1]
    while todo:
        at = todo.pop()
        for choice in range(1, len(questions[at - 1].choices) + 1):
            follows = next_after(questions, at, choice)
            if follows is not None and follows not in reached:
                reached.add(follows)
                todo.append(follows)
    assert reached == set(range(1, len(questions) + 1))


def test_what_is_no_answer_does_not_count() -> None:
    questions = read(TEXT)
    sheets: list[dict[int, Any]] = [{1: 1, 2: [1, 2], 3: 5, 4: "加菜"}, {1: 2, 3: 3}, {1: 9, 2: [1, 1], 3: "x", 4: " "}]
    one, several, scale, text = results(questions, sheets)
    assert (one.n, dict(one.counts)) == (2, {1: 1, 2: 1})
    assert (several.n, dict(several.counts)) == (1, {1: 1, 2: 1})
    assert (scale.n, scale.mean) == (2, 4.0)
    assert text.texts == ("加菜",)
    assert not fits(questions[1], [])
    assert not fits(questions[1], [1, 2, 3])


def test_which_question_is_wrong_is_told() -> None:
    for at in (1, 3):
        with pytest.raises(Wrong) as wrong:
            read("\n".join(["1. 问"] * (at - 1) + ["1. 好吗（单选）", "A. 好"]))
        assert wrong.value.facts == {"number": at}
    (asked,) = read("1. 选（多选）\nA. 好\nB. 坏")
    assert (asked.low, asked.high) == (0, 0)


def test_what_just_fits() -> None:
    (scale, ten, one, several) = read(
        f"1. {'长' * 500}（9-10分）\n2. 打分（1-10分）\n3. 好吗（单选）\nA. {'长' * 100}\nB. 坏 → 结束\n"
        "4. 选（多选，至少2，最多9）\nA. 好\nB. 坏"
    )
    assert (scale.low, scale.high, ten.high) == (9, 10, 10)
    assert dict(one.jumps) == {2: END}
    assert (several.low, several.high) == (2, 2)
    assert len(read("\n".join(f"{n}. 问" for n in range(1, 61)))) == 60
    assert len(read("1. 好吗\n" + "\n".join(f"{each}. {each}" for each in "ABCDEFGHIJKLMNOPQRST"))[0].choices) == 20


@pytest.mark.parametrize(
    ("question", "fitting", "others"),
    [
        (Question("q", Kind.ONE, ("a", "b")), [1, 2], [0, 3, None, "1", [1]]),
        (Question("q", Kind.SEVERAL, ("a", "b", "c")), [[1], [3, 1], [1, 2, 3]], [[], [0], [4], [1, 1], 1]),
        (Question("q", Kind.SEVERAL, ("a", "b", "c"), low=2, high=2), [[1, 2]], [[1], [1, 2, 3], ["1", 2]]),
        (Question("q", Kind.SCALE, low=2, high=4), [2, 4], [1, 5, "3"]),
        (Question("q", Kind.TEXT), ["好", "字" * 2000], ["", "  ", "字" * 2001, 1]),
    ],
)
def test_what_answers_a_question(question: Question, fitting: list[Any], others: list[Any]) -> None:
    assert all(fits(question, each) for each in fitting)
    assert not any(fits(question, each) for each in others)


def test_a_question_that_everyone_jumps_over_can_be_come_to_where_it_may_be_left_out() -> None:
    jumping = "1. 好吗（单选{}）\nA. 好 → 3\nB. 坏 → 3\n2. 二\n3. 三"
    assert len(read(jumping.format("，选填"))) == 3
    with pytest.raises(Wrong):
        read(jumping.format(""))
    assert next_after(read(jumping.format("，选填")), 1, None) == 2
    # What doesn't answer it leads nowhere else.
    assert next_after(read(jumping.format("，选填")), 1, [1]) == 2
    assert next_after(read(jumping.format("，选填")), 1, 1) == 3
