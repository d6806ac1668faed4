"""After the answer: three taps, why, and the ways back."""

from __future__ import annotations

from storage import people
from tests.acceptance.kit import Box, Thread
from tests.acceptance.test_mine_following import answer


async def answered(box: Box, naming: str = "隐名") -> tuple[str, Thread]:
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming)
    topic = box.plant.topic(number)
    await answer(box, topic)
    return number, topic


async def test_three_taps_in_one_message(box: Box) -> None:
    number, topic = await answered(box)
    form = box.zhang.last
    assert form.buttons == ["联系过", "没有"]
    await box.zhang.press("联系过")
    await box.zhang.press("解决了")
    await box.zhang.press("满意")
    assert [each.id for each in box.zhang.shown if "请评价" in each.text] == [form.id]
    assert box.zhang.find("请评价").buttons == []
    assert "已办结" in box.zhang.last.text
    assert "满意" in topic.card.text
    assert "已办结" in topic.name
    assert number in box.zhang.last.text


async def test_tapping_twice_counts_once(box: Box) -> None:
    _, topic = await answered(box)
    form = box.zhang.last
    first = form.button("联系过")["callback_data"]
    await box.zhang.press("联系过")
    await box.zhang.presses_data(first, on=form)
    await box.zhang.press("解决了")
    last = form.button("基本满意")["callback_data"]
    await box.zhang.press("基本满意")
    toast = await box.zhang.presses_data(last, on=form)
    assert toast.alert
    assert sum("反映人评价" in each for each in topic.texts) == 1


async def test_who_writes_that_they_are_content_is_shown_where_to_tap(box: Box) -> None:
    _, topic = await answered(box)
    await box.zhang.says("满意，谢谢", reply_to=box.zhang.last)
    assert "三下" in box.zhang.last.text
    assert "满意，谢谢" in topic.last.text
    await box.zhang.press("评价", on=box.zhang.last)
    for tap in ("联系过", "解决了", "满意"):
        await box.zhang.press(tap)
    assert "已办结" in topic.name


async def test_forged_taps_change_nothing(box: Box) -> None:
    _, topic = await answered(box)
    form = box.zhang.last
    for forged in ("mine_rate:1:contacted:maybe", "mine_rate:1:state:closed", "mine_rate:1", "mine_rate:1:solved:"):
        assert (await box.zhang.presses_data(forged, on=form)).alert
    assert "已答复" in topic.name


async def test_dissatisfaction_reopens_and_asks_why_once(box: Box) -> None:
    number, topic = await answered(box)
    await box.zhang.press("没有")
    await box.zhang.press("没有解决")
    await box.zhang.press("不满意")
    assert "哪里还没有解决" in box.zhang.last.text
    assert "已受理" in topic.name
    assert "二次办理" in topic.card.text
    assert box.he.mentions(number)
    await box.zhang.says("厨师根本没换")
    assert topic.mentions("厨师根本没换")
    assert "已转给信箱专员" in box.zhang.last.text
    await box.zhang.says("电梯也坏了")
    assert not topic.mentions("电梯")


async def test_why_it_is_worked_on_again_is_told_in_the_raisers_language(box: Box) -> None:
    number, topic = await answered(box)
    for each in ("没有", "没有解决", "不满意"):
        await box.zhang.press(each)
    async with box.database.writing() as tx:
        person = await people.find(tx, "telegram", str(box.zhang.user.id))
        assert person is not None
        await people.speaks(tx, person, "en")
    box.zhang.user.language = "en"
    await box.zhang.says("/my")
    await box.zhang.press(number)
    assert "worked on again: rated as not solved or not satisfied" in box.zhang.last.text
    assert topic.mentions("评价为没有解决或不满意")


async def test_why_can_be_said_later_and_with_pictures(box: Box) -> None:
    number, topic = await answered(box)
    await box.zhang.press("没有")
    await box.zhang.press("部分解决")
    await box.zhang.press("不满意")
    await box.zhang.press("取消")
    await box.passes(days=5)
    await box.zhang.press("说明原因")
    await box.zhang.sends_photo(caption="今天还是这样")
    assert topic.mentions("今天还是这样")
    assert [file.kind for each in topic.shown for file in each.files] == ["photo"]
    assert number in box.zhang.last.text


async def test_the_form_can_be_asked_for_again(box: Box) -> None:
    await answered(box)
    await box.zhang.press("联系过")
    await box.zhang.press("查看进展")
    await box.zhang.press("评价")
    assert box.zhang.last.buttons == ["解决了", "部分解决", "没有解决"]


async def test_rating_before_there_is_an_answer_is_refused(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    toast = await box.zhang.presses_data("mine_rate:1:contacted:yes", on=box.zhang.last)
    assert toast.alert
    assert "还没有答复" in toast


async def test_the_raiser_of_a_merged_ticket_rates_the_answer_too(box: Box) -> None:
    main = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    other = await box.raises(box.chen, "一食堂菜太咸", "隐名")
    topic = box.plant.topic(other)
    await box.zhao.press("并案", topic)
    label = next(each for each in topic.last.buttons if main in each)
    await box.zhao.press(label, topic)
    if topic.has_button("确认并案"):
        await box.zhao.press("确认并案", topic)
    await box.chen.press("查看进展")
    assert main not in box.chen.last.text
    toast = await box.chen.presses_data("mine_rating:2", on=box.chen.last)
    assert "还没有答复" in toast
    await answer(box, box.plant.topic(main))
    assert box.chen.find(f"{other} 的答复").text.count(main) == 0
    await box.chen.press("联系过")
    await box.chen.press("解决了")
    await box.chen.press("满意")
    assert box.chen.mentions(f"{other} 已办结")
    assert box.zhang.find("请评价").buttons == ["联系过", "没有"]


async def test_reopening_later_asks_for_a_reason_once(box: Box) -> None:
    number, topic = await answered(box)
    for each in ("联系过", "解决了", "满意"):
        await box.zhang.press(each)
    await box.passes(days=3)
    await box.zhang.press("没有解决，重新办理")
    assert "哪里没有解决" in box.zhang.last.text
    await box.zhang.sends_photo()
    assert "还请用文字说明" in box.zhang.last.text
    await box.zhang.says("今天又咸了")
    assert box.zhang.mentions(f"{number} 已重新办理")
    assert topic.mentions("今天又咸了")
    toast = await box.zhang.press("没有解决，重新办理")
    assert toast.alert


async def test_reopening_too_late_says_what_to_do_instead(box: Box) -> None:
    await answered(box)
    for each in ("联系过", "解决了", "满意"):
        await box.zhang.press(each)
    await box.passes(days=40)
    toast = await box.zhang.press("没有解决，重新办理")
    assert "超过 30 天" in "".join([toast, box.zhang.last.text])


async def test_an_appeal_goes_up_once(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("个人之间的民事纠纷", topic)
    await box.zhao.press("发出，不予受理", topic)
    await box.zhang.press("申诉")
    await box.zhang.says("这不是私人纠纷，是食堂的事")
    assert "申诉已收到" in box.zhang.last.text
    assert box.hq.topic(number).mentions("这不是私人纠纷")
    toast = await box.zhang.press("申诉")
    assert toast.alert


async def test_a_review_goes_to_the_unit_above(box: Box) -> None:
    number, _ = await answered(box)
    for each in ("联系过", "解决了", "基本满意"):
        await box.zhang.press(each)
    await box.zhang.press("查看进展")
    await box.zhang.press("申请复查")
    await box.zhang.says("答复与实际不符")
    assert "复查申请已收到" in box.zhang.last.text
    assert "没有上级单位" not in box.zhang.last.text
    assert box.plant.topic(number).closed
    topic = box.hq.topic(number)
    assert topic.mentions("答复与实际不符")
    # 复核 is the last: by the same unit, where none is above it.
    await answer(box, topic, "集团核实过了", by=box.li)
    for each in ("联系过", "解决了", "基本满意"):
        await box.zhang.press(each)
    await box.zhang.press("查看进展")
    shown = box.zhang.last
    again = shown.button("申请复查")["callback_data"]
    await box.zhang.press("申请复查")
    await box.zhang.says("还是不符")
    assert "集团公司在信箱里没有上级单位" in box.zhang.last.text
    assert topic.mentions("还是不符")
    assert not topic.closed
    await answer(box, topic, "这是最终答复", by=box.li)
    for each in ("联系过", "解决了", "基本满意"):
        await box.zhang.press(each)
    await box.zhang.press("查看进展")
    assert "申请复查" not in box.zhang.last.buttons
    assert "答复为最终答复" in await box.zhang.presses_data(again, on=shown)


async def test_what_a_workshop_without_a_desk_raised_goes_above_the_desk_that_decided(box: Box) -> None:
    await box.zhang.says("车间的风扇坏了")
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("一车间")
    await box.zhang.press("提交")
    number = "SJ-2026-0001"
    topic = box.plant.topic(number)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("个人之间的民事纠纷", topic)
    await box.zhao.press("发出，不予受理", topic)
    await box.zhang.press("申诉")
    await box.zhang.says("这不是私人纠纷")
    assert "由集团公司重新审核" in box.zhang.last.text
    assert box.hq.topic(number).mentions("这不是私人纠纷")


async def test_either_not_solved_or_not_satisfied_is_worked_on_again(box: Box) -> None:
    for solved, satisfied, again in (
        ("没有解决", "基本满意", True),
        ("解决了", "不满意", True),
        ("部分解决", "基本满意", False),
    ):
        number, topic = await answered(box)
        for each in ("联系过", solved, satisfied):
            await box.zhang.press(each)
        assert box.zhang.mentions(f"{number} 已重新办理") is again
        assert ("已办结" in topic.name) is not again
        if again:
            await box.zhang.press("取消")
