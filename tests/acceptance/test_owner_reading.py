"""What an owner reads: each thing once, and the hour where hours count."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def _given(box: Box, text: str) -> str:
    number = await box.raises(box.zhang, text, "隐名")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    return number


async def test_the_matter_is_said_once(box: Box) -> None:
    number = await _given(box, "餐盘洗得不干净，摸上去一层油。筷子也有霉点。")
    assert box.wang.last.text.count("餐盘洗得不干净") == 1
    assert "筷子也有霉点。" in box.wang.last.text
    assert box.plant.topic(number).card.text.count("餐盘洗得不干净") == 1
    await box.wang.says("/todo")
    await box.wang.press(f"打开 {number}")
    assert box.wang.last.text.count("餐盘洗得不干净") == 1
    assert "筷子也有霉点。" in box.wang.last.text
    await box.zhang.press("查看进展")
    assert box.zhang.last.text.count("餐盘洗得不干净") == 1


async def test_the_hour_is_said_where_hours_count(box: Box) -> None:
    number = await _given(box, "食堂的菜太咸了")
    await box.passes(hours=23.5)
    reminder = next(each for each in box.wang.texts if "今天请留意" in each)
    assert f"{number} 食堂的菜太咸了\n签收：还剩不到 1 小时（3月3日 09:00）" in reminder
    await box.passes(days=1)
    assert "签收：已超期" in box.wang.last.text
    assert "（3月3日）" in box.wang.last.text or "（3月3日 09:00）" in box.wang.last.text


async def test_a_raiser_is_told_once_which_unit_acts(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    # Before it is assigned nobody knows who acts, and the raiser's own workshop must not be named for it.
    assert "一分厂" not in box.zhang.last.text
    said = len(box.zhang.texts)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press(topic.last.buttons[0], topic)
    assert [each for each in box.zhang.texts[said:] if "一分厂" in each] == box.zhang.texts[said:]
    assert len(box.zhang.texts) == said + 1
    assert box.wang.mentions(number)


async def test_todo_of_those_who_have_nothing(box: Box) -> None:
    await box.chen.says("/todo")
    assert "没有待办" in box.chen.last.text
