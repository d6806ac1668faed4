"""What may give a raiser away: it is seen before it goes on, and what must not go on goes nowhere."""

from __future__ import annotations

import io

from pypdf import PdfWriter

from sandbox.files import Stored
from tests.acceptance.kit import Box, Person, Place
from tests.acceptance.test_campaigns import opened
from tests.acceptance.test_mine_codes import anonymous, logged
from tests.acceptance.test_next_person import answered, assigned


def files_at(place: Place) -> list[Stored]:
    return [file for each in place.shown for file in each.files]


async def test_the_preview_names_what_is_in_the_words(box: Box) -> None:
    await box.drafts(box.zhang, "食堂的菜太咸了，请打 ０２１－６２３４５６７８ 或微信 zhangsan88", "隐名")
    assert "电话号码、微信、QQ 等账号" in box.zhang.last.text
    # The raiser's own name, as the mailbox knows it, needs no “我叫” before it.
    await box.drafts(box.chen, "那天在食堂值班的是陈静和小李", "匿名")
    assert "内容里有姓名" in box.chen.last.text
    await box.chen.press("实名")
    assert "可能让人认出您" not in box.chen.last.text


async def test_what_is_added_waits_until_its_writer_has_seen_it(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhang.press("补充")
    assert "信箱专员会看到，看不到您是谁" in box.zhang.last.text
    await box.zhang.says("有事打一三八一二三四五六七八")
    held = box.zhang.last
    assert "电话号码" in held.text
    assert "还没有发出" in held.text
    assert not topic.mentions("一三八")
    # A photo that follows joins what waits; nothing of it has left.
    await box.zhang.sends_photo()
    assert not files_at(topic)
    # One question for all of it.
    assert held.gone
    assert sum("还没有发出" in each for each in box.zhang.texts) == 1
    await box.zhang.press("改一改")
    await box.zhang.says("有事请在这里回复我")
    assert topic.mentions("有事请在这里回复我")
    assert [each.kind for each in files_at(topic)] == ["photo"]
    assert not topic.mentions("一三八")
    # By a reply it is the same, and whoever means it sends it as it is; once.
    await box.zhang.says("我是一车间张三", reply_to=box.zhang.find(number))
    again = box.zhang.last
    assert "姓名" in again.text
    await box.zhang.press("照样发", on=again)
    assert topic.mentions("我是一车间张三")
    assert "已补充到" in box.zhang.last.text
    said = len(topic.texts)
    toast = await box.zhang.presses_data("mine_send:1", on=again)
    assert toast.alert
    assert len(topic.texts) == said
    # Of a named raiser the desk knows the name already.
    named = await box.raises(box.chen, "宿舍没有热水", "实名")
    await box.chen.says("打我手机 13812345678", reply_to=box.chen.find(named))
    assert box.plant.topic(named).mentions("13812345678")


async def test_what_waits_is_not_lost_however_long_it_waits(box: Box) -> None:
    first = box.plant.topic(await box.raises(box.zhang, "食堂的菜太咸了", "隐名"))
    second = box.plant.topic(await box.raises(box.chen, "宿舍没有热水", "隐名"))
    await box.zhang.says("打 13812345678", reply_to=box.zhang.find("已收到"))
    await box.chen.says("打 13912345678", reply_to=box.chen.find("已收到"))
    await box.passes(days=5)
    await box.engine.tick("forgetting")
    await box.settled()
    # An old button does what it says; what is written anew is no part of it, and pushes it out no more.
    await box.chen.press("照样发", on=box.chen.find("还没有发出"))
    assert second.mentions("打 13912345678")
    await box.zhang.says("班车太早")
    assert box.zhang.mentions("前一份没有写完，已替您留着：打 13812345678")
    assert not first.mentions("13812345678")
    await box.zhang.press("继续：打 13812345678")
    assert "还没有发出" in box.zhang.last.text
    await box.zhang.press("改一改")
    await box.zhang.says("请在这里回复")
    assert first.mentions("请在这里回复")
    assert not first.mentions("13812345678")


async def test_a_changed_word_waits_too_and_nothing_is_lost_for_another(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    said = await box.zhang.says("今天更咸", reply_to=box.zhang.find(number))
    await box.zhang.edits(said, "今天更咸，我叫张三")
    assert "姓名" in box.zhang.last.text
    assert not topic.mentions("我叫张三")
    # Something else with a trace in it does not push it out; it is said that it has to wait.
    await box.zhang.says("工号 A00123", reply_to=box.zhang.find(number))
    assert "上面还有一条没有发出" in box.zhang.last.text
    assert not topic.mentions("A00123")
    await box.zhang.press("照样发")
    assert "我叫张三" in topic.last.text
    assert "修改" in topic.last.text
    # What was asked about once is not asked about again at the next slip of the finger.
    await box.zhang.edits(said, "今天更加咸，我叫张三")
    assert "今天更加咸" in topic.last.text


async def test_a_reason_waits_too_and_says_who_reads_it(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = await answered(box, number, by_owner=True)
    for each in ("没有", "没有解决", "不满意"):
        await box.zhang.press(each)
    assert "信箱专员和领导会看到，看不到您是谁" in box.zhang.last.text
    await box.zhang.says("我就在一车间，我叫张三")
    assert not topic.mentions("我叫张三")
    await box.zhang.press("改一改")
    await box.zhang.says("厨师根本没换")
    assert topic.mentions("厨师根本没换")
    assert "已转给信箱专员" in box.zhang.last.text
    await answered(box, number, by_owner=False)
    for each in ("联系过", "解决了", "满意"):
        await box.zhang.press(each)
    await box.zhang.press("没有解决，重新办理")
    assert "信箱专员、承办部门和领导会看到，看不到您是谁" in box.zhang.last.text
    await box.zhang.says("又咸了，打 021-62345678")
    assert "已办结" in topic.name
    await box.zhang.press("照样发")
    assert topic.mentions("重新办理（第 2 次）：又咸了")
    assert "又咸了" in box.wang.find(f"请再办一次 {number}").text


async def test_a_contact_card_of_who_is_not_named_goes_nowhere(box: Box) -> None:
    await box.zhang.sends_contact(name="张三", phone="13812345678")
    assert "名片没有收下" in box.zhang.last.text
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    await box.zhang.press("补充")
    await box.zhang.sends_contact(name="张三", phone="13812345678")
    assert "名片没有收下" in box.zhang.last.text
    # Named at first and hidden in the end: the card stays behind, and that is said.
    await box.drafts(box.chen, "宿舍没有热水", "实名")
    await box.chen.sends_contact(name="陈静", phone="13912345678")
    assert "名片 1 张" in box.chen.last.text
    await box.chen.press("隐名")
    assert "名片不会提交" in box.chen.last.text
    assert "名片 1 张" not in box.chen.last.text
    await box.chen.press("提交")
    for place in (box.plant.topic(number), *box.plant.topics, box.wang, box.he):
        assert not place.mentions("13812345678")
        assert not place.mentions("13912345678")


async def test_an_owner_gets_neither_card_nor_original_of_a_named_raiser(box: Box) -> None:
    await box.drafts(box.zhang, "食堂的菜太咸了", "实名")
    await box.zhang.sends_contact(name="张三", phone="13812345678")
    await box.zhang.sends_file("张三的证明.pdf", _pdf())
    await box.zhang.press("提交")
    number = box.zhang.find("已收到，编号").text.split("编号 ")[1].split("。")[0]
    topic = box.plant.topic(number)
    assert topic.mentions("13812345678")
    assert any("张三" in (each.name or "") for each in files_at(topic))
    await assigned(box, number)
    await box.wang.says("/todo")
    await box.wang.press(f"打开 {number}")
    assert files_at(box.wang)
    assert not any("张三" in (each.name or "") for each in files_at(box.wang))
    assert not box.wang.mentions("13812345678")
    assert not box.wang.mentions("张三")


async def test_files_reach_the_owner_without_their_names(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    topic = await assigned(box, number)
    await box.zhang.sends_photo(caption="张三拍的", reply_to=box.zhang.find(number))
    # It is the raiser's own name, so it waits until they have seen that it stands there.
    assert "姓名" in box.zhang.last.text
    assert not topic.mentions("张三拍的")
    await box.zhang.press("照样发")
    assert topic.mentions("张三拍的")
    await box.wang.press(f"打开 {number}")
    shown = [each for each in box.wang.shown if each.files]
    assert shown
    assert "张三" not in "".join(file.name or "" for each in shown for file in each.files)


def _pdf() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


async def test_a_named_proposal_reaches_others_without_name_card_or_file_name(box: Box) -> None:
    await opened(box)
    await box.zhang.press("我要提建议")
    await box.zhang.sends_contact(name="张三", phone="13812345678")
    assert "名片没有收下" in box.zhang.last.text
    await box.zhang.says("在东门装充电桩，我是一车间的张三")
    assert "大家都看得到这条建议" in box.zhang.last.text
    await box.zhang.sends_file("张三的方案.pdf", _pdf())
    await box.zhang.press("改为实名")
    await box.zhang.press("提交")
    await box.chen.press("看大家提的")
    await box.chen.press(next(each for each in box.chen.last.buttons if "1" in each))
    shown = files_at(box.chen)
    assert shown
    assert not any("张三" in (each.name or "") for each in shown)


async def withdraws(box: Box, person: Person, number: str) -> None:
    """Whoever holds the code presses through both questions."""
    await person.press("撤回")
    assert number in person.last.text
    await person.press("确认撤回")
    assert "凭查询码" in person.last.text
    assert "已撤回" not in box.plant.topic(number).name
    await person.press("确实要撤回")


async def test_withdrawing_by_code_is_asked_twice_and_told_to_the_raiser(box: Box) -> None:
    number, code = await anonymous(box)
    await box.chen.says(code)
    await withdraws(box, box.chen, number)
    assert "已撤回" in box.plant.topic(number).name
    assert "凭查询码撤回" in box.zhang.find(f"{number} 已").text
    # Who raised it is asked once.
    mine = await box.raises(box.sun, "宿舍没有热水", "隐名")
    await box.sun.says(mine)
    await box.sun.press("撤回")
    await box.sun.press("确认撤回")
    assert "已撤回" in box.plant.topic(mine).name
    assert not box.sun.mentions("凭查询码")


async def test_whom_nobody_could_write_to_was_not_written_to(box: Box) -> None:
    number, code = await logged(box)
    topic = box.plant.topic(number)
    await assigned(box, number, signed=True)
    await box.wang.press("申请延期")
    await box.wang.says("等厂家，3天")
    await box.zhao.press("同意延期", topic)
    assert topic.mentions("原因和新时限：反映人没有接入信箱，请按留下的联系方式转告。")
    assert not topic.mentions("反映人已收到")
    await box.zhao.press("答复", topic)
    await box.zhao.says("锅炉修好了", topic)
    await box.zhao.press("支持", topic)
    assert topic.mentions("答复（支持），反映人没有接入信箱，请按留下的联系方式转告：")
    await box.chen.says(code)
    await box.chen.press("以后的答复发到这里")
    await box.chen.says(code)
    await box.chen.press("评价")
    for each in ("没有", "没有解决", "不满意"):
        await box.chen.press(each)
    await box.chen.press("取消")
    await box.zhao.press("答复", topic)
    await box.zhao.says("换了锅炉", topic)
    await box.zhao.press("支持", topic)
    assert topic.mentions("答复（支持），已发给反映人：")
    other = await box.raises(box.sun, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(other)
    await box.zhao.press("不予受理", topic)
    await box.zhao.press("内容不清楚，无法核实", topic)
    await box.zhao.press("发出，不予受理", topic)
    assert topic.mentions("（已发给反映人）")


async def test_a_receipt_for_an_accusation_does_not_contradict_itself(box: Box) -> None:
    await box.zhang.says("举报车间主任收受回扣")
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("按检举控告，单独办理")
    await box.zhang.press("实名")
    assert "只有受理这类反映的专门人员看得到您的姓名" in box.zhang.last.text
    await box.zhang.press("提交")
    receipt = box.zhang.find("已收到，编号").text
    assert "只有受理这类反映的专门人员看得到您的姓名" in receipt
    assert "信箱专员" not in receipt
    await box.zhang.press("补充")
    assert "专门人员会看到" in box.zhang.last.text
    await box.zhang.says("还有两个人知道")
    await box.zhang.press("查看进展")
    await box.zhang.press("催办")
    assert "的催办已转告专门人员。" in box.zhang.last.text
    assert not any("信箱专员" in each for each in box.zhang.texts[box.zhang.texts.index(receipt) :])
