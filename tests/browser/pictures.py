"""The pictures of the role guides, taken from the real page; ``./run test tests/browser/pictures.py`` makes them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.kit import Box
from tests.browser.screen import Screen, Seat

pytestmark = pytest.mark.browser
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
HEIGHT = 860


async def shoot(screen: Screen, seat: Seat, name: str, *, wide: bool = False, top: str | None = None) -> None:
    """Keep what one pane shows, with few colours: a guide is read on the telephone.

    ``top``: words of the message that stands uppermost; without it the newest is at the bottom.
    """
    await screen.alone(seat)
    await screen.page.set_viewport_size({"width": 980 if wide else 560, "height": HEIGHT})
    await screen.settles()
    if top is not None:
        await seat.messages.filter(has_text=top).last.evaluate("each => each.scrollIntoView({block: 'start'})")
    await screen.page.wait_for_function("() => document.getAnimations().every(each => each.playState !== 'running')")
    picture = Image.open(io.BytesIO(await seat.pane.screenshot())).convert("RGB")
    picture.quantize(192, dither=Image.Dither.NONE).save(FOLDER / f"guide-{name}.png", optimize=True)


async def test_employee(box: Box, screen: Screen) -> None:
    await box.zhang.starts()
    zhang = await screen.seat(box.zhang)
    await zhang.types("食堂二楼中午排队要四十分钟，下午上班都迟到了。")
    await zhang.types("希望中午多开一个窗口。")
    await box.zhang.press("一分厂 ›")
    await box.zhang.press("就是一分厂")
    await shoot(screen, zhang, "employee-preview")
    await box.zhang.press("提交")
    topic = box.plant.topic("SJ-2026-0001")
    await box.zhao.press("受理", topic)
    await box.zhao.says("您好，今天中午已经请后勤到现场看。", topic)
    await shoot(screen, zhang, "employee-receipt")
    await box.zhao.press("答复", topic)
    await box.zhao.says("从明天起二楼中午加开一个窗口，高峰时段再加一名打菜员。", topic)
    await box.zhao.press("支持", topic)
    await box.zhang.press("联系过")
    await box.zhang.press("解决了")
    await shoot(screen, zhang, "employee-rating")
    await box.zhang.press("满意")
    await box.zhang.says("/my")
    await shoot(screen, zhang, "employee-my")


async def test_secretary(box: Box, screen: Screen) -> None:
    for person, words in (
        (box.zhang, "食堂二楼中午排队要四十分钟"),
        (box.chen, "宿舍三号楼没有热水"),
        (box.sun, "加班费少算了两天"),
    ):
        await box.raises(person, words, unit="一分厂")
    topic = box.plant.topic("SJ-2026-0001")
    zhao = await screen.seat(box.zhao)
    await zhao.opens("SJ-2026-0001")
    await shoot(screen, zhao, "secretary-topic", wide=True)
    await box.zhao.press("转办/派单", topic)
    await shoot(screen, zhao, "secretary-assign")
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    await box.zhao.says("您好，已经转给后勤，今天就去看。", topic)
    await box.zhao.says("// 上个月也有人反映过，注意对一下", topic)
    await shoot(screen, zhao, "secretary-words")
    await box.wang.press("签收")
    await box.wang.press("报结")
    await box.wang.says("二楼从明天起中午加开一个窗口。")
    await box.wang.press("确认报结")
    await box.zhao.press("转发答复", topic)
    await shoot(screen, zhao, "secretary-pass-on")
    await box.zhao.says("/todo", box.plant)
    await screen.page.set_viewport_size({"width": 1200, "height": HEIGHT})
    await zhao.topic("全体").click()
    await shoot(screen, zhao, "secretary-todo")


async def test_owner(box: Box, screen: Screen) -> None:
    await box.raises(box.zhang, "食堂二楼中午排队要四十分钟，希望中午多开一个窗口。", unit="一分厂")
    topic = box.plant.topic("SJ-2026-0001")
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    wang = await screen.seat(box.wang)
    await shoot(screen, wang, "owner-new")
    await box.wang.press("签收")
    await box.wang.press("申请延期")
    await box.wang.says("3天 等新的打菜台到货")
    await shoot(screen, wang, "owner-extend")
    await box.wang.press("报结")
    await box.wang.says("二楼从明天起中午加开一个窗口。")
    await shoot(screen, wang, "owner-report")


async def test_manager(box: Box, screen: Screen) -> None:
    words = (
        "食堂二楼中午排队太长",
        "宿舍三号楼没有热水",
        "加班费少算了两天",
        "车间照明太暗",
        "班车总是晚点",
        "更衣柜不够用",
    )
    people = (box.zhang, box.chen, box.sun)
    for number, text in enumerate(words, 1):
        person = people[number % 3]
        await box.raises(person, text, unit="一分厂")
        topic = box.plant.topic(f"SJ-2026-{number:04d}")
        if number == len(words):
            continue
        await box.zhao.press("受理", topic)
        await box.zhao.press("答复", topic)
        await box.zhao.says("已经处理好了，谢谢您的提醒。", topic)
        await box.zhao.press("支持", topic)
        for label in ("联系过", "解决了", "满意" if number % 2 else "基本满意"):
            await person.press(label)
    await box.passes(days=7)
    he = await screen.seat(box.he)
    await he.goes_private()
    await box.he.press("逐件查看")
    await shoot(screen, he, "manager-list")
    # Last, for it scrolls away from the newest message.
    await shoot(screen, he, "manager-digest", top="按时率")
