"""Buttons of drafts, pressed twice, late, forged or in the wrong order; links; words beside open tickets."""

from __future__ import annotations

import pytest

from handlers.conversations.raiser import concern_drafts
from storage import tickets, units
from tests.acceptance.kit import START, Box, Person
from tests.acceptance.test_raising_gathering import previews


async def count(box: Box) -> int:
    """How many tickets there are."""
    async with box.database.reading() as tx:
        return len(await tickets.open_below(tx, "/"))


def data(person: Person, label: str) -> str:
    """What the newest button with these words sends."""
    return str(person.with_button(label).button(label)["callback_data"])


async def test_two_fast_presses_make_one_ticket(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    preview = box.zhang.with_button("提交")
    pressed = data(box.zhang, "提交")
    first = box.world.press(box.zhang.user, preview.message.chat, preview.id, pressed)
    second = box.world.press(box.zhang.user, preview.message.chat, preview.id, pressed)
    await box.settled()
    assert first.toast is not None
    assert second.toast is not None
    assert "已提交，编号 SJ-2026-0001" in first.toast.text
    assert "没有重复提交" in second.toast.text
    assert await count(box) == 1
    assert len([each for each in box.zhang.texts if "已收到，编号" in each]) == 1


async def test_a_button_of_an_earlier_draft_touches_nothing(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    old = data(box.zhang, "提交")
    naming = data(box.zhang, "实名")
    await box.zhang.press("提交")
    await box.zhang.says("宿舍没有热水")
    await box.zhang.press("新反映")
    toast = await box.zhang.presses_data(old, on=box.zhang.last)
    assert "SJ-2026-0001" in toast
    toast = await box.zhang.presses_data(naming, on=box.zhang.last)
    assert "已经提交" in toast
    assert await count(box) == 1
    assert "隐名：" in previews(box.zhang)[0].text


async def test_cancelling_can_be_undone_for_a_while(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.sends_photo()
    await box.zhang.says("一分厂")
    submit = data(box.zhang, "提交")
    await box.zhang.press("取消")
    cancelled = box.zhang.last
    assert "已取消" in cancelled.text
    assert cancelled.buttons == ["恢复"]
    toast = await box.zhang.presses_data(submit, on=cancelled)
    assert "已经取消" in toast
    assert await count(box) == 0
    await box.restart()
    await box.zhang.press("恢复")
    assert "食堂的菜太咸了" in previews(box.zhang)[0].text
    assert "照片 1 张" in previews(box.zhang)[0].text
    await box.zhang.press("提交")
    assert await count(box) == 1


async def test_restoring_beside_another_draft_waits_its_turn(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.press("取消")
    await box.zhang.says("宿舍没热水")
    toast = await box.zhang.press("恢复")
    assert "正在写另一份" in toast
    assert "宿舍没热水" in previews(box.zhang)[0].text
    await box.zhang.says("一分厂")
    await box.zhang.press("提交")
    await box.zhang.press("恢复")
    assert "食堂的菜太咸了" in previews(box.zhang)[0].text


async def test_a_draft_cancelled_long_ago_is_gone_and_says_so(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.press("取消")
    await box.passes(days=9)
    toast = await box.zhang.press("恢复")
    assert "找不回来" in toast
    assert previews(box.zhang) == []


@pytest.mark.parametrize(
    "forged",
    [
        "raise_submit:zzzzzzzz",
        "raise_submit",
        "raise_unit:{id}:999999",
        "raise_unit:{id}:abc",
        "raise_category:{id}:999999",
        "raise_kind:{id}:nothing",
        "raise_naming:{id}:nothing",
        "raise_to:{id}:1",
        "raise_to:{id}:999999",
        "raise_page:{id}:0:99999",
        "raise_words:{id}",
        "raise_restore:zzzzzzzz",
        "not ours at all",
    ],
)
async def test_forged_data_gets_a_plain_answer_and_changes_nothing(box: Box, forged: str) -> None:
    await box.raises(box.chen, "陈静自己的事，食堂太咸", "隐名")
    await box.zhang.says("宿舍没有热水")
    await box.zhang.says("一分厂")
    draft = data(box.zhang, "提交").split(":")[1]
    toast = await box.zhang.presses_data(forged.format(id=draft), on=box.zhang.last)
    assert "陈静" not in "".join([toast, *box.zhang.texts])
    if box.zhang.has_button("返回"):
        await box.zhang.press("返回")
    assert len(previews(box.zhang)) == 1
    assert "宿舍没有热水" in previews(box.zhang)[0].text
    assert await count(box) == 1


async def test_somebody_elses_draft_cannot_be_pressed(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    stolen = data(box.zhang, "提交")
    await box.chen.says("宿舍没热水")
    toast = await box.chen.presses_data(stolen, on=box.chen.last)
    assert "失效" in toast
    assert await count(box) == 0


async def test_with_one_open_ticket_it_is_asked_once_and_the_answer_counts_for_all(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.says("今天又是这样")
    assert f"这是补充 {number}" in box.zhang.last.text
    await box.zhang.sends_photo(caption="今天的菜")
    await box.zhang.says("汤也咸")
    asked = [each for each in box.zhang.shown if "还是新反映" in each.text]
    assert len(asked) == 1
    await box.zhang.press(f"补充 {number}")
    topic = box.plant.topic(number)
    for words in ("今天又是这样", "今天的菜", "汤也咸"):
        assert topic.mentions(words)
    assert [file.kind for each in topic.shown for file in each.files] == ["photo"]
    assert await count(box) == 1
    assert previews(box.zhang) == []
    assert "已补充到" in box.zhang.last.text


async def test_with_one_open_ticket_a_new_concern_is_one(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.says("宿舍没有热水")
    await box.zhang.press("新反映")
    await box.zhang.says("已经一周了")
    assert not any("还是新反映" in each.text for each in box.zhang.shown)
    await box.zhang.press("提交")
    assert await count(box) == 2


async def test_with_several_open_tickets_a_new_concern_begins_and_can_still_be_added(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.raises(box.zhang, "宿舍没有热水", "隐名")
    await box.zhang.says("昨天还是咸")
    assert "还没有提交" in box.zhang.last.text
    await box.zhang.press("补充到已有的反映")
    await box.zhang.press(next(each for each in box.zhang.last.buttons if first in each))
    assert box.plant.topic(first).mentions("昨天还是咸")
    assert await count(box) == 2


async def test_what_may_show_who_it_is_can_be_taken_out_of_a_supplement_as_the_hint_says(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    said = await box.zhang.says("电话 13900001111")
    await box.zhang.press(f"补充 {number}")
    assert "要删去，请直接编辑发过的消息，或者取消后重写" in box.zhang.last.text
    assert box.zhang.last.buttons == [f"补充 {number}", "新反映", "取消"]
    await box.zhang.edits(said, "汤也咸")
    await box.zhang.press(f"补充 {number}")
    topic = box.plant.topic(number)
    assert topic.mentions("汤也咸")
    assert not topic.mentions("13900001111")


async def test_adding_twice_adds_once(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.says("今天又是这样")
    pressed = data(box.zhang, f"补充 {number}")
    await box.zhang.press(f"补充 {number}")
    toast = await box.zhang.presses_data(pressed, on=box.zhang.last)
    assert "没有重复添加" in toast
    assert sum("今天又是这样" in each for each in box.plant.topic(number).texts) == 1


async def test_a_link_of_a_unit_preselects_it(box: Box) -> None:
    await box.zhang.starts("u-WS1")
    assert "已为您选好单位：一车间" in box.zhang.last.text
    await box.zhang.says("食堂的菜太咸了")
    assert "单位：一车间" in box.zhang.last.text
    await box.zhang.press("提交")
    assert box.plant.has_topic("SJ-2026-0001")


async def test_a_link_of_a_poster_preselects_unit_and_place(box: Box) -> None:
    async with box.database.writing() as tx:
        unit = await units.by_code(tx, "PLANT")
        assert unit is not None
        await units.add_place(
            tx, unit_id=unit.id, kind="place", code="canteen1", name="一食堂门口", keeper=None, now=START
        )
    await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    await box.zhang.starts("p-canteen1")
    assert "一食堂门口" in box.zhang.last.text
    await box.zhang.says("打饭排队太长")
    assert "来自：一食堂门口" in box.zhang.last.text
    await box.zhang.press("提交")
    assert "一食堂门口" in box.plant.topic("SJ-2026-0002").card.text


@pytest.mark.parametrize(
    "payload", ["u-NOSUCH", "p-nosuch", "x-1", "nonsense", "u-", "f-AAAAAAAAAAAA", "-", "i-NOSUCH"]
)
async def test_a_payload_that_leads_nowhere_is_said_and_nothing_breaks(box: Box, payload: str) -> None:
    await box.zhang.starts(payload)
    assert box.zhang.texts
    await box.zhang.says("食堂的菜太咸了")
    assert len(previews(box.zhang)) == 1


async def test_start_in_the_middle_of_a_draft_keeps_it(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.starts("hello")
    assert "食堂的菜太咸了" in previews(box.zhang)[0].text
    assert len(previews(box.zhang)) == 1
    await box.zhang.starts("u-PLANT")
    assert "单位：一分厂" in previews(box.zhang)[0].text


async def test_a_link_followed_long_ago_chooses_nothing_any_more(box: Box) -> None:
    await box.zhang.starts("u-WS1")
    await box.passes(seconds=concern_drafts.LINK_SECONDS + 60)
    await box.zhang.says("食堂的菜太咸了")
    assert "您是哪个单位的" in box.zhang.last.text


async def test_pressing_out_of_order_is_answered(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.press("一分厂 ›")
    unit = data(box.zhang, "一车间")
    await box.zhang.press("一车间")
    await box.zhang.press("修改")
    await box.zhang.press("类别")
    await box.zhang.says("还有排队的问题")
    toast = await box.zhang.presses_data(unit, on=box.zhang.last)
    assert "一车间" in toast
    await box.zhang.press("提交")
    assert await count(box) == 1
    assert "排队" in box.plant.topic("SJ-2026-0001").card.text


async def test_submitting_while_a_newer_preview_is_on_its_way_leaves_no_second_one(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    preview = box.zhang.with_button("提交")
    pressed = data(box.zhang, "提交")
    box.world.say(box.zhang.user, box.zhang.chat.id, "还有一句，排队也长")
    box.world.press(box.zhang.user, preview.message.chat, preview.id, pressed)
    await box.settled()
    assert previews(box.zhang) == []
    assert await count(box) == 1
    assert "还有一句" in box.plant.topic("SJ-2026-0001").card.text


@pytest.mark.parametrize("typed", ["提交", "取消", "/cancel"])
async def test_a_buttons_words_typed_are_not_taken_for_words_of_the_concern(box: Box, typed: str) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    await box.zhang.says(typed)
    assert "请点下面的按钮" in box.zhang.last.text
    assert len(previews(box.zhang)) == 1
    await box.zhang.press("提交")
    assert box.plant.topic("SJ-2026-0001").card.text.count(typed.strip("/")) == 0 or typed == "提交"
    assert await count(box) == 1


async def test_a_unit_is_not_chosen_by_a_word_that_merely_occurs_in_its_name(box: Box) -> None:
    async with box.database.writing() as tx:
        plant = await units.by_code(tx, "PLANT")
        assert plant is not None
        await units.put(tx, "HEAT", "热水供应中心班组", plant, None)
    await box.zhang.says("宿舍的事")
    await box.zhang.says("热水")
    assert "单位：热水" not in box.zhang.last.text
    assert any("热水供应中心班组" in each for each in box.zhang.last.buttons)
    await box.zhang.press("这不是单位，是反映的内容")
    assert "热水" in previews(box.zhang)[0].text


async def test_what_became_of_a_draft_is_known_after_a_restart(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    pressed = data(box.zhang, "提交")
    await box.zhang.press("提交")
    await box.restart()
    toast = await box.zhang.presses_data(pressed, on=box.zhang.last)
    assert "SJ-2026-0001" in toast
    assert await count(box) == 1


async def test_changing_words_that_were_added_to_a_ticket_in_several_messages(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    said = await box.zhang.says("今天又是这样")
    await box.zhang.says("汤也咸")
    await box.zhang.press(f"补充 {number}")
    await box.zhang.edits(said, "今天更咸")
    last = box.plant.topic(number).last.text
    assert "今天更咸" in last
    assert "汤也咸" in last


async def test_when_the_one_open_ticket_ends_meanwhile_the_words_become_a_concern(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    withdraw = "mine_gone:1"
    await box.zhang.says("宿舍没有热水")
    receipt = box.zhang.find("已收到，编号")
    await box.zhang.presses_data(withdraw, on=receipt)
    await box.zhang.says("已经一周了")
    assert "单位：一分厂" in previews(box.zhang)[0].text
    await box.zhang.press("提交")
    assert "SJ-2026-0002" in box.zhang.last.text


async def test_words_that_come_while_another_unit_is_being_chosen_lead_back(box: Box) -> None:
    await box.zhang.says("食堂的菜太咸了")
    await box.zhang.says("一分厂")
    await box.zhang.press("修改")
    await box.zhang.press("单位")
    await box.zhang.says("还有排队的问题，中午只开两个窗口，请看看")
    assert "排队的问题" in previews(box.zhang)[0].text
    assert "单位：一分厂" in previews(box.zhang)[0].text
