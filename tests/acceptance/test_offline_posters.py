"""A place's poster leads whoever scans it to its unit."""

from __future__ import annotations

from tests.acceptance.kit import Box


async def test_a_poster_for_a_place_and_for_a_unit(box: Box) -> None:
    await box.zhao.says("/boxes + 东门意见箱 王师傅", box.plant)
    await box.zhao.press("打印海报：东门意见箱", box.plant)
    sent = box.plant.last.files
    assert len(sent) == 1
    assert sent[0].content.startswith(b"%PDF")
    await box.zhao.says("/poster", box.plant)
    await box.zhao.press("一分厂", box.plant)
    assert box.plant.last.files[0].content.startswith(b"%PDF")
    await box.zhao.says("/poster 东门意见箱", box.plant)
    assert box.plant.last.files
    await box.zhao.says("/poster 西门", box.plant)
    assert "没有名为" in box.plant.last.text
    await box.zhang.says("/poster")
    assert "信箱专员" in box.zhang.last.text
