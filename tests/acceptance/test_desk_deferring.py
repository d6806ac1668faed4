"""More time: an extension with its date and reason, the long list with its plan, milestones and reviews."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def test_extension_checks_the_date_and_tells_the_reason(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的冰柜坏了")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("延期", topic)
    await box.zhao.says("过一阵", topic)
    assert "没有看到日期" in topic.last.text
    await box.zhao.says("2030-01-01 太忙", topic)
    assert "最迟不超过" in topic.last.text
    await box.zhao.says("3", topic)
    assert "原因" in topic.last.text
    await box.zhao.says("等配件到货", topic)
    await box.zhao.press("确认延期", topic)
    assert "等配件到货" in box.zhang.last.text
    assert (await box.zhao.press("延期", topic, on=topic.card)).alert


async def test_the_long_list_with_plan_milestones_and_reviews(box: Box) -> None:
    number = await box.raises(box.zhang, "宿舍要装电梯")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("挂账", topic)
    await box.zhao.says("列入明年改造计划", topic)
    await box.zhao.says("2025-01-01", topic)
    assert "2025年1月1日 已经过去" in topic.last.text
    await box.zhao.says("4月10日", topic)
    await box.zhao.says("勘察", topic)
    assert "没有看懂" in topic.last.text
    await box.zhao.says("勘察 3月20日\n报批 4月1日", topic)
    await box.zhao.press("挂账", topic, on=topic.last)
    assert "列入明年改造计划" in box.zhang.last.text
    assert "挂账" in topic.name
    await box.zhao.press("更多", topic)
    await box.zhao.press("节点完成", topic)
    await box.zhao.press(next(each for each in topic.last.buttons if "勘察" in each), topic)
    await box.zhao.says("勘察完成，见报告", topic)
    assert "勘察" in box.zhang.last.text
    await box.zhao.press("更多", topic)
    await box.zhao.press("挂账跟进", topic)
    await box.zhao.says("报批走到集团了", topic)
    await box.zhao.says("5月12日", topic)
    await box.zhao.press("告知反映人", topic)
    assert "报批走到集团了" in box.zhang.last.text
    assert "5月12日" in box.zhang.last.text
    await box.zhao.press("恢复办理", topic)
    assert "办理" in box.zhang.last.text
