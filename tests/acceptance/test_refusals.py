"""Each refusal has its own answer: whoever can act is told once, where they would look; what is no failure is not told.

Topics, groups and rights are in ``test_desk_groups.py``, lost files in ``test_desk_outcomes.py``, the token in
``test_outside.py``.
"""

from __future__ import annotations

import pytest

from sandbox.faults import Fault, Planned
from tests.acceptance.kit import Box


def refused(words: str, code: int = 400) -> Planned:
    return Planned(Fault.REFUSE, code=code, words=words)


@pytest.mark.parametrize(
    "refusal",
    [
        refused("Forbidden: bot was blocked by the user", 403),
        refused("Forbidden: user is deactivated", 403),
        refused("Forbidden: bot can't initiate conversation with a user", 403),
        refused("Bad Request: chat not found"),
    ],
    ids=lambda each: each.words,
)
async def test_a_raiser_out_of_reach_is_told_once_and_gets_all_of_it_when_they_are_back(
    box: Box, refusal: Planned
) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了", "匿名"))
    box.sandbox.faults.plan("sendMessage", refusal)
    await box.zhao.says("请问哪个窗口", topic)
    await box.zhao.says("明天去现场看", topic)
    assert sum("暂时收不到消息" in each for each in topic.texts) == 1
    assert not box.zhang.mentions("明天去现场看")
    await box.zhang.says("我换了手机")
    asked, came = (next(n for n, each in enumerate(box.zhang.texts) if w in each) for w in ("哪个窗口", "明天去现场看"))
    assert asked < came


async def test_what_is_too_long_or_too_big_is_told_below_it(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    box.sandbox.faults.plan("sendMessage", refused("Bad Request: message is too long"))
    long = await box.zhao.says("请问哪个窗口", topic)
    told = [each for each in topic.shown if "没能发给反映人" in each.text]
    assert [each.reply_to for each in told] == [long.id]
    assert "内容太长或文件太大" in told[0].text
    assert long.reactions == ["🤷"]
    box.sandbox.faults.plan("sendPhoto", refused("Request Entity Too Large", 413))
    big = await box.zhao.sends_photo(topic, caption="换好的厨师证")
    told = [each for each in topic.shown if "没能发给反映人" in each.text]
    assert [each.reply_to for each in told] == [long.id, big.id]
    assert "文件太大或内容太长，平台没有接收" in told[1].text
    assert big.reactions == ["🤷"]
    assert box.zhang.mentions("换好的厨师证")


@pytest.mark.parametrize("words", ["Bad Request: message caption is too long", "Bad Request: MEDIA_CAPTION_TOO_LONG"])
async def test_words_that_are_too_long_for_a_caption_go_before_the_picture(box: Box, words: str) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    box.sandbox.faults.plan("sendPhoto", refused(words))
    said = await box.zhao.sends_photo(topic, caption="换好的厨师证")
    assert [("换好的厨师证" in each.text, len(each.files)) for each in box.zhang.shown[-2:]] == [(True, 0), (False, 1)]
    assert said.reactions == ["👌"]


async def test_an_answer_to_what_is_gone_arrives_without_pointing_there(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    box.sandbox.faults.plan("sendMessage", refused("Bad Request: message to be replied not found"))
    said = await box.zhao.says("请问哪个窗口", topic)
    assert box.zhang.mentions("请问哪个窗口")
    assert said.reactions == ["👌"]


async def test_a_card_that_is_so_already_is_no_failure(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    before = len(topic.texts)
    box.sandbox.faults.plan("editMessageText", refused("Bad Request: message is not modified"))
    box.sandbox.faults.plan("editForumTopic", refused("Bad Request: TOPIC_NOT_MODIFIED"))
    await box.zhao.press("受理", topic)
    assert not any("没能" in each or "刷新" in each for each in topic.texts[before:])
    assert box.sandbox.tally.calls["editMessageText"] >= 1


async def test_a_refusal_undoes_what_the_press_had_changed_and_keeps_that_they_are_back(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了", "隐名"))
    await box.zhao.press("更多", topic)
    await box.zhao.press("请求公开姓名", topic)
    await box.zhao.says("要当面核对", topic)
    asked = box.zhang.with_button("同意公开姓名")
    await box.zhang.press("查看进展")
    await box.zhang.press("撤回")
    await box.zhang.press("确认撤回")
    for _ in range(2):
        # What the first press had noted before it was refused must not make the second one say something else.
        assert "已撤回" in (await box.zhang.press("同意公开姓名", on=asked)).text
    other = box.plant.topic(await box.raises(box.zhang, "班车太早", "实名"))
    box.sandbox.faults.plan("sendMessage", refused("Forbidden: bot was blocked by the user", 403))
    await box.zhao.says("请问哪一班", other)
    assert other.mentions("暂时收不到消息")
    await box.zhang.press("同意公开姓名", on=asked)
    assert other.mentions("反映人已恢复")


async def test_a_question_that_can_be_answered_no_more_is_closed_by_its_refusal(box: Box) -> None:
    topic = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了"))
    await box.zhao.press("更多", topic)
    await box.zhao.press("请求公开姓名", topic)
    await box.zhang.press("查看进展")
    await box.zhang.press("撤回")
    await box.zhang.press("确认撤回")
    await box.zhao.says("要当面核对", topic)
    assert topic.mentions("已撤回")
    before = len(topic.texts)
    await box.zhao.says("再说一句", topic)
    assert "请求公开姓名" not in "".join(topic.texts[before:])
