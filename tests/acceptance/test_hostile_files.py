"""Files made to hurt come in by the front door: each sender is told what was wrong, and everybody else is answered."""

from __future__ import annotations

import pytest

from bot.making.opening.opener import Bounds
from storage import outbox
from tests.acceptance.kit import Box
from tests.acceptance.test_set_aside import looks
from tests.unit.making import hostile


async def test_what_hurts_is_refused_for_what_it_is_and_the_mailbox_goes_on(box: Box) -> None:
    number = await box.raises(box.zhang, "车间漏水", naming="匿名")
    topic = box.plant.topic(number)
    for name, content, why in (
        ("材料.docx", hostile.document(bytes(1000), told=300_000_000), "文件展开后太大"),
        ("照片.png", hostile.header(60_000, 60_000), "文件展开后太大"),
        ("录像.mp4", hostile.cut_film(), "文件打不开"),
        ("旧文.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "可能留有发送人的信息"),
    ):
        before = len(box.zhang.texts)
        await box.zhang.sends_file(name, content, reply_to=box.zhang.find(number))
        assert any(why in each for each in box.zhang.texts[before:]), name
        assert not any("平台没有接受" in each for each in box.zhang.texts[before:])
    await box.zhang.says("漏水的是三号机", reply_to=box.zhang.find(number))
    assert topic.mentions("漏水的是三号机")
    # The sender was told, and no admin can do anything about it.
    assert await looks(box) == (200, {"status": "ok", "problems": {}})

    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.sends_file("台账.xlsx", hostile.workbook(("A1", "问题"), ("XFD1048576", "x")), box.plant)
    assert box.plant.mentions("最远的内容到了 XFD1048576 格")
    await box.zhao.sends_file("台账.xls", hostile.old_workbook((0, 0), (65_535, 65_535)), box.plant)
    assert box.plant.mentions("“台账.xls”展开后太大")
    await box.zhao.says("请问是哪个车间？", topic)
    assert box.zhang.mentions("请问是哪个车间？")


async def test_a_file_that_never_comes_to_an_end_is_set_aside_the_third_time(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.flow.record.LATER_PAUSES", (0,))
    number = await box.raises(box.zhang, "车间漏水", naming="匿名")
    box.bounds = Bounds(whole=0.01)
    await box.restart()
    long = hostile.document(b"<w:t>a</w:t>" * 200_000)
    await box.zhang.sends_file("材料.docx", long, reply_to=box.zhang.find(number))
    assert sum("处理了三次都没有完成" in each for each in box.zhang.texts) == 1
    async with box.database.reading() as tx:
        (failure,) = await outbox.failures(tx, 0)
    assert failure.error.startswith("unopened")
    assert (await looks(box))[1] == {"status": "attention", "problems": {"unsent": 1}}
    await box.chen.says("/help")
    # What goes on behind it, went on; and once the machine is well again, it is opened after all.
    await box.zhang.says("是三号机", reply_to=box.zhang.find(number))
    assert box.plant.topic(number).mentions("是三号机")
    box.bounds = Bounds()
    await box.restart()
    async with box.database.writing() as tx:
        assert await outbox.again(tx, int(box.clock.now())) == 1
    box.clock.advance(1)
    box.engine.look_again()
    await box.settled()
    assert [each.name for shown in box.plant.topic(number).shown for each in shown.files] == ["file.docx"]
