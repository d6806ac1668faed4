"""The pictures of the role guides, taken from the real page; ``./run test tests/browser/pictures.py`` makes them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.acceptance.kit import Box
from tests.browser.screen import Screen, Seat

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
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


async def practised(box: Box) -> None:
    """A mailbox with some of each practice: what everyone is asked, told, and promised."""
    for person in (box.zhang, box.chen, box.sun):
        await person.starts()
    await box.li.says("/tasks", box.hq)
    await box.li.press("新增督办事项", box.hq)
    await box.li.says(
        "宿舍 | 二号楼电线老化 | 更换线路 | 钱进 | 3月5日\n"
        "食堂 | 燃气报警器未联动 | 改造联动阀 | 钱进 | 3月20日\n"
        "交通 | 厂区路口没有反光镜 | 加装 | 王建国 | 3月12日",
        box.hq,
    )
    await box.li.says("/lists", box.hq)
    await box.li.press("新建拉条挂账", box.hq)
    await box.li.says("安全隐患拉条挂账 | 林书记 | 6月30日", box.hq)
    await box.li.says(
        "电气 | 配电室没有警示牌 | 补装 | 钱进 | 3月10日\n电气 | 临时线路拖地 | 穿管 | 王建国 | 3月16日\n"
        "消防 | 灭火器过期 | 更换 | 王建国 | 3月10日\n消防 | 通道堆物 | 清理划线 | 钱进 | 3月12日",
        box.hq,
    )
    await box.li.press("完成录入", box.hq)
    await box.wang.press("申请销号", on=box.wang.find("灭火器过期"))
    await box.wang.says("四十二只全部更换。")
    await box.wang.press("确认申请")
    await box.li.press("销号", box.hq)


async def everyone(box: Box) -> None:
    """Send what was written to all units."""
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))


async def a_survey(box: Box) -> None:
    await box.li.says("/survey")
    await box.li.press("新的问卷")
    await box.li.says("食堂满意度\n三分钟，匿名，请说真话。")
    await box.li.says(
        "1. 您对食堂总体满意吗？（单选）\nA. 满意\nB. 基本满意\nC. 不满意\n"
        "2. 最希望改进什么？（多选，最多2）\nA. 口味\nB. 价格\nC. 供餐时间\n3. 给服务打分（1-5分）"
    )
    await everyone(box)
    await box.li.press("发出")
    await box.passes(minutes=2)


async def a_campaign(box: Box) -> None:
    await box.li.says("/campaign")
    await box.li.press("新的征集")
    await box.li.says("我为群众办实事\n请提您最盼着解决的一件事，大家可以附议。")
    await box.li.says("3月20日")
    await everyone(box)
    await box.li.press("发出")
    await box.passes(minutes=2)
    for person, words in ((box.sun, "车间门口设个雨棚"), (box.chen, "夜班有热饭吃"), (box.zhang, "哺乳室挪到一楼")):
        await person.press("我要提建议")
        await person.says(words)
        await person.press("提交")


async def a_notice(box: Box) -> None:
    await box.li.says("/notice")
    await box.li.press("新的通知")
    await box.li.says(
        "年休假可以跨年使用\n从今年起，没有休完的年休假可以留到次年三月底前使用，不用另外申请；具体天数在人事系统里查。"
    )
    await box.li.sends_file("年休假办法.pdf")
    await everyone(box)
    await box.li.press("看一遍再发")
    await box.li.press(next(each for each in box.li.last.buttons if each.startswith("发送给")))
    await box.passes(minutes=2)


async def test_practices_of_an_employee(box: Box, screen: Screen) -> None:
    zhang = await screen.seat(box.zhang)
    await practised(box)
    await box.zhang.says("/menu")
    await shoot(screen, zhang, "employee-menu")
    await a_survey(box)
    await box.zhang.press("开始填写")
    await box.zhang.press("基本满意")
    await box.zhang.press("供餐时间")
    await shoot(screen, zhang, "employee-survey")
    await a_campaign(box)
    await box.chen.press("看大家提的")
    await box.zhang.press("看大家提的")
    await box.zhang.press(next(each for each in box.zhang.last.buttons if each.startswith("2 号")))
    await box.zhang.press("附议")
    await shoot(screen, zhang, "employee-campaign")
    await a_notice(box)
    await box.zhang.press("提问")
    await box.zhang.says("学徒也算吗？")
    await shoot(screen, zhang, "employee-notice", top="【政策通知】")


async def test_practices_of_a_secretary_in_private(box: Box, screen: Screen) -> None:
    li = await screen.seat(box.li)
    await practised(box)
    await box.li.says("/menu")
    await box.li.press("信箱专员")
    await li.goes_private()
    await shoot(screen, li, "secretary-menu")
    await a_survey(box)
    for person, choices in ((box.zhang, ("基本满意", "供餐时间", "4")), (box.chen, ("不满意", "价格", "2"))):
        await person.press("开始填写")
        await person.press(choices[0])
        await person.press(choices[1])
        await person.press("下一题")
        await person.press(choices[2])
        await person.press("提交")
    await box.li.says("/survey")
    await box.li.press("1. 食堂满意度")
    await box.li.press("图表")
    await shoot(screen, li, "secretary-survey")
    await a_campaign(box)
    await box.sun.press("看大家提的")
    await box.sun.press(next(each for each in box.sun.last.buttons if each.startswith("2 号")))
    await box.sun.press("附议")
    await box.li.says("/campaign")
    await box.li.press("1. 我为群众办实事")
    await box.li.press("归并成举措")
    await box.li.says("2 | 食堂增设夜宵窗口 | 王建国 | 3月27日 | 夜班吃上热饭")
    await box.li.press("归并成举措")
    await box.li.says("1 | 车间门口建雨棚 | 钱进 | 4月10日 | 雨天打卡不淋雨")
    await shoot(screen, li, "secretary-campaign")
    await box.li.press("公布举措和进展")
    await box.passes(minutes=2)
    chen = await screen.seat(box.chen)
    await shoot(screen, chen, "employee-measures")
    li = await screen.seat(box.li)
    await box.raises(box.zhang, "食堂二楼排队太长", unit="一分厂")
    await box.raises(box.chen, "宿舍没有热水", unit="集团公司")
    await a_notice(box)
    await box.zhang.press("已读")
    await box.li.says("/notice")
    await box.li.press("1. 年休假可以跨年使用")
    await li.goes_private()
    await shoot(screen, li, "secretary-notice")


async def test_practices_of_a_secretary_in_the_group(box: Box, screen: Screen) -> None:
    li = await screen.seat(box.li)
    await practised(box)
    await box.li.says("/tasks", box.hq)
    await screen.page.set_viewport_size({"width": 1200, "height": HEIGHT})
    await li.topic("全体").click()
    await shoot(screen, li, "secretary-tasks", wide=True)
    await box.li.says("/site", box.hq)
    await box.li.press("开始现场办公", box.hq)
    await box.li.says("二号宿舍楼 | 林书记 | 后勤、工会", box.hq)
    await box.li.says("二楼走廊电线老化，插座发烫", box.hq)
    await box.li.press("现场承诺", box.hq)
    await box.li.says("钱进 | 3月20日 | 更换二楼全部线路和插座", box.hq)
    await box.li.says("澡堂几点开门", box.hq)
    await box.li.press("当场答复", box.hq)
    await box.li.says("早上六点到晚上十一点。", box.hq)
    await shoot(screen, li, "secretary-site", wide=True)


async def test_the_public_board(box: Box, screen: Screen) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了，这几天都这样", unit="一分厂")
    topic = box.plant.topic("SJ-2026-0001")
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换厨师，从今天起少放盐。", topic)
    await box.zhao.press("支持", topic)
    await box.zhao.press("更多", topic)
    await box.zhao.press("公开", topic)
    await box.zhao.says("食堂的菜太咸\n已换厨师，从今天起少放盐，每周评一次菜。", topic)
    zhao = await screen.seat(box.zhao)
    await zhao.opens("SJ-2026-0001")
    await shoot(screen, zhao, "secretary-board", wide=True)
    await box.zhang.press("同意公开")
    await box.chen.starts()
    await box.chen.says("/board")
    await box.chen.press("1. 食堂的菜太咸")
    chen = await screen.seat(box.chen)
    await box.chen.press("我也遇到")
    await shoot(screen, chen, "employee-board")


async def test_practices_of_a_manager(box: Box, screen: Screen) -> None:
    lin = await screen.seat(box.lin)
    await practised(box)
    await box.passes(days=2)
    await box.lin.says("/tasks")
    await lin.goes_private()
    await shoot(screen, lin, "manager-tasks")
    await box.lin.says("/lists")
    await box.lin.press("1. 安全隐患拉条挂账")
    await box.lin.press("关注")
    await shoot(screen, lin, "manager-checklist")
