"""/todo, /find, /who: what a group asks for, and what it may see."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def test_todo_lists_what_waits_most_pressing_first(box: Box) -> None:
    await box.zhao.says("/todo", box.plant)
    assert "没有等我们处理" in box.plant.last.text
    first = await box.raises(box.zhang, "食堂的菜太咸了")
    await box.passes(hours=2)
    second = await box.raises(box.chen, "宿舍没有热水")
    done = await box.raises(box.sun, "班车总晚点")
    topic = box.plant.topic(done)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    await box.zhao.says("/todo", box.plant)
    listed = box.plant.last
    assert listed.text.index(first) < listed.text.index(second)
    assert done not in listed.text
    assert "待签收 1" in listed.text
    assert f"🟢 {second}" in listed.text
    await box.passes(hours=5)
    await box.zhao.says("/todo", box.plant)
    assert f"🔴 {first}" in box.plant.last.text
    assert f"🟡 {second}" in box.plant.last.text
    before = len(box.plant.topic(first).texts)
    await box.zhao.press(first, box.plant)
    assert len(box.plant.topic(first).texts) == before + 1
    await box.he.says("/todo", box.plant)
    assert first in box.plant.last.text
    await box.li.says("/todo", box.hq)
    assert first not in box.hq.last.text


async def test_todo_turns_pages(box: Box) -> None:
    numbers = [await box.raises(box.zhang, f"第{n}号窗口的菜太咸了") for n in range(10)]
    await box.zhao.says("/todo", box.plant)
    listed = box.plant.last
    assert numbers[0] in listed.text
    assert numbers[9] not in listed.text
    await box.zhao.press("下一页 ›", box.plant)
    assert numbers[9] in listed.text
    await box.zhao.press("‹ 上一页", box.plant)
    assert numbers[0] in listed.text


async def test_find_looks_through_everything_that_was_said(box: Box) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸了")
    second = await box.raises(box.chen, "宿舍没有热水，水管也漏")
    await box.chen.press("补充")
    await box.chen.says("三号楼的阀门坏了")
    for query in ("阀门", "热水", "阀", second, "三号楼 热水"):
        await box.zhao.says(f"/find {query}", box.plant)
        assert second in box.plant.last.text, query
        assert first not in box.plant.last.text
    await box.zhao.says("/find 没有这个词组", box.plant)
    assert "没有找到" in box.plant.last.text
    for nothing in ("/find", "/find ！？"):
        await box.zhao.says(nothing, box.plant)
        assert "请写要找的词" in box.plant.last.text
    await box.li.says("/find 阀门", box.hq)
    assert second in box.hq.last.text
    await box.li.press(second, box.hq)
    assert "三号楼" not in box.hq.last.text.split("反映人")[0] or second in box.hq.last.text


async def test_find_shows_nothing_of_other_units_and_nothing_restricted(box: Box) -> None:
    upstairs = await box.raises(box.zhang, "总部电梯太慢", unit="集团公司")
    await box.zhao.says("/find 电梯", box.plant)
    assert "没有找到" in box.plant.last.text
    await box.zhao.says(f"/find {upstairs}", box.plant)
    assert "没有找到" in box.plant.last.text
    await box.qian.says("/find 电梯")
    assert "工作群" in box.qian.last.text


async def test_who_lists_the_roles_here(box: Box) -> None:
    await box.zhao.says("/who", box.plant)
    text = box.plant.last.text
    for name in ("赵敏", "王建国", "何厂长", "李梅"):
        assert name in text
    assert "未启用" not in text


async def test_a_concern_without_words_is_called_by_its_files(box: Box) -> None:
    await box.zhang.sends_album(2)
    await box.zhang.sends_voice()
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("提交")
    await box.zhao.says("/todo", box.plant)
    assert "（照片 2 张、语音 1 段）" in box.plant.last.text


async def test_a_group_is_shown_nothing_that_only_the_one_who_asks_may_see(box: Box) -> None:
    number = await box.raises(box.zhang, "总部宿舍没有热水", "实名", unit="集团公司")
    await box.zhao.says("/todo", box.plant)
    await box.li.says(f"/find {number}", box.plant)
    assert "没有找到" in box.plant.last.text
    ticket = number.rsplit("-", 1)[1].lstrip("0")
    assert (await box.li.presses_data(f"desk_show:{ticket}", on=box.plant.last)).alert
    assert not box.plant.mentions("没有热水")
    await box.li.says(f"/find {number}", box.hq)
    assert "没有热水" in box.hq.last.text


async def test_a_search_is_narrowed(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了", unit="一分厂")
    await box.raises(box.chen, "食堂的饭太硬了", unit="集团公司")
    await box.li.says("/find 食堂 单位:一分厂", box.hq)
    assert "找到 1 件" in box.hq.last.text
    assert "太咸" in box.hq.last.text
    await box.li.says("/find 状态:待受理 时间:本周", box.hq)
    assert "找到 2 件" in box.hq.last.text
    await box.li.says("/find 食堂 时间:上月", box.hq)
    assert "没有找到" in box.hq.last.text
    await box.li.says("/find 颜色:红", box.hq)
    assert "没有看懂“颜色:红”" in box.hq.last.text
