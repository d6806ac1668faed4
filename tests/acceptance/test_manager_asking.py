"""A manager asks: the digest at any time, going down to one ticket, the ledger."""

from __future__ import annotations

from tests.acceptance.kit import Box, picture
from tests.acceptance.test_digest_weekly import answers, book, rates


async def test_whoever_is_no_manager_gets_one_plain_sentence(box: Box) -> None:
    await box.zhang.starts()
    before = len(box.zhang.shown)
    await box.zhang.says("/digest")
    assert "领导和信箱专员" in box.zhang.last.text
    await box.wang.says("/ledger")
    assert "领导和信箱专员" in box.wang.last.text
    assert len(box.zhang.shown) == before + 1
    # In the group it has no place.
    await box.li.says("/digest", box.hq)
    assert "私聊" in box.hq.last.text


async def test_the_week_so_far_with_all_that_goes_with_it(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    await answers(box, number)
    await rates(box.zhang)
    await box.lin.says("/digest")
    words = box.lin.find("信箱周报").text
    assert "本周至今（截至 3月2日（周一）09:00）" in words
    assert "新增 1 · 办结 1" in words
    assert "满意 1/1" in words
    assert [each.files[0].kind for each in box.lin.shown[-2:]] == ["photo", "document"]


async def test_of_a_unit_by_name_but_only_in_ones_reach(box: Box) -> None:
    await box.lin.says("/digest 一分厂")
    assert box.lin.find("信箱周报").text.startswith("一分厂")
    await box.he.says("/digest 集团公司")
    assert "没有找到“集团公司”" in box.he.last.text
    for forged in ("dig_show:1:1772380800", "dig_more:1:1772380800", "dig_ledger:1", "dig_browse:1", "man_choose:1"):
        await box.he.says("/digest")
        toast = await box.he.presses_data(forged, on=box.he.find("信箱周报"))
        assert toast.alert
        assert "不在您的范围" in toast


async def test_another_week_in_the_same_message(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.passes(days=8)
    await box.lin.says("/digest")
    shown = box.lin.find("本周至今")
    count = len(box.lin.shown)
    await box.lin.press("前一周", on=shown)
    assert "3月2日—3月8日" in shown.text
    assert "新增 1" in shown.text
    assert len(box.lin.shown) == count
    assert "再往前没有" in await box.lin.press("前一周", on=shown)
    await box.lin.press("后一周", on=shown)
    assert "本周至今" in shown.text


async def test_forged_weeks_do_no_harm(box: Box) -> None:
    await box.lin.says("/digest")
    shown = box.lin.find("信箱周报")
    for forged in (
        "dig_show:1",
        "dig_show:1:999999999999",
        "dig_show:99:1772380800",
        "dig_week:1:0:earlier",
        "dig_show",
    ):
        toast = await box.lin.presses_data(forged, on=shown)
        assert toast.alert, forged


async def test_down_the_tree_to_one_ticket_and_no_further(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了，请改进", "实名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.says("// 张三是老员工，已电话联系", topic)
    await box.lin.says("/digest")
    await box.lin.press("下级单位")
    assert "一分厂：新增 1 · 在办 1 · 超期 0" in box.lin.last.text
    await box.lin.press("一分厂")
    assert box.lin.last.text.startswith("一分厂 信箱周报")
    await box.lin.press("逐件查看")
    assert "食堂 1" in box.lin.last.buttons
    await box.lin.press("食堂 1")
    assert "🟢 " in box.lin.last.text
    await box.lin.press(number)
    story = box.lin.last.text
    assert "食堂的菜太咸了，请改进" in story
    assert "一分厂 赵敏 受理" in story
    # Who it is, and what the office notes for itself, stays with the office.
    assert "张三" not in story
    assert "老员工" not in story


async def test_files_are_shown_without_names(box: Box) -> None:
    await box.raises(box.zhang, "工资算错了", "实名")
    await box.zhang.sends_file("张三的工资条.jpg", picture(), reply_to=box.zhang.last)
    await box.lin.says("/digest")
    await box.lin.press("逐件查看")
    await box.lin.press("全部在办 1")
    await box.lin.press(box.lin.last.buttons[0])
    assert "附件 1 个" in box.lin.last.text
    await box.lin.press("查看附件")
    assert box.lin.last.files[0].name == "file.jpg"


async def test_long_lists_turn_pages_in_place(box: Box) -> None:
    for n in range(10):
        await box.raises(box.zhang, f"第{n}件：食堂的菜太咸了")
    await box.lin.says("/digest")
    await box.lin.press("逐件查看")
    await box.lin.press("全部在办 10")
    shown = box.lin.last
    assert "第 1／2 页" in shown.text
    await box.lin.press("下一页", on=shown)
    assert "第 2／2 页" in shown.text
    assert len(shown.buttons) == 3


async def test_a_manager_of_elsewhere_or_the_raiser_sees_no_story(box: Box) -> None:
    await box.raises(box.zhang, "总部食堂的菜太咸了", unit="集团公司")
    await box.he.says("/digest")
    toast = await box.he.presses_data("man_open:1", on=box.he.find("信箱周报"))
    assert "不在您的范围" in toast
    toast = await box.zhang.presses_data("man_open:1", on=box.zhang.last)
    assert "不在您的范围" in toast
    assert await box.he.presses_data("man_open:77", on=box.he.find("信箱周报")) == toast


async def test_the_ledger_shows_names_to_secretaries_alone(box: Box) -> None:
    named = await box.raises(box.zhang, "=SUM(1,2) 食堂的菜太咸了", "实名")
    hidden = await box.raises(box.chen, "宿舍没有热水", "隐名")
    await box.lin.says("/ledger")
    assert "共 2 件" in box.lin.last.text
    rows = book(box.lin.last)["台账"]
    assert rows[0][:6] == ["序号", "编号", "来源渠道", "反映时间", "单位", "反映人"]
    assert len(rows[0]) == 25
    assert [row[1] for row in rows[1:]] == [named, hidden]
    assert [row[5] for row in rows[1:]] == ["实名", "隐名"]
    assert rows[1][10] == "=SUM(1,2) 食堂的菜太咸了"
    assert rows[1][3].isoformat() == "2026-03-02T09:00:00"
    assert "张三" not in str(rows)
    await box.zhao.says("/ledger")
    rows = book(box.zhao.last)["台账"]
    assert [row[5] for row in rows[1:]] == ["张三", "员工 A"]
    assert "陈静" not in str(rows)


async def test_the_ledger_of_another_time(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.passes(days=40)
    await box.lin.says("/ledger")
    assert "今年，共 1 件" in box.lin.last.text
    await box.lin.press("本周")
    assert "本周没有反映事项" in box.lin.last.text
    await box.lin.press("全部")
    assert "全部，共 1 件" in box.lin.last.text
    assert book(box.lin.last)["台账"][1][20] == "是"


async def test_a_forged_button_lays_nothing_before_a_group(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    before = list(topic.texts)
    for forged in (
        "man_open:1",
        "man_files:1",
        "dig_show:2:1772380800",
        "dig_browse:2",
        "dig_ledger:2",
        "man_choose:2",
    ):
        toast = await box.he.presses_data(forged, on=topic.card)
        assert "私聊" in toast, forged
    assert topic.texts == before
