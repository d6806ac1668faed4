"""Every line of every menu is pressed, and every button below what it shows: each has an answer, none is a dead end."""

from __future__ import annotations

import pytest

from tests.acceptance.kit import Box, Person, Place, Shown

DEPTH = 3
"""How many presses deep from the menu. Deeper ones are the stories of their own."""
MOST = 400
_NO_ANSWER = ("失效", "没有处理好")
"""What is said of a button that leads nowhere; nothing that a menu has just offered may say so."""


async def filled(box: Box) -> None:
    """A mailbox in which every practice has something to show."""
    for person in (box.zhang, box.chen, box.sun):
        await person.starts()
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    topic = box.plant.topic(number)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    await box.raises(box.chen, "宿舍没有热水", "实名")
    await box.zhao.says("/tasks", box.plant)
    await box.zhao.press("新增督办事项", box.plant)
    await box.zhao.says("电气 | 二号楼电线老化 | 换线 | 王建国 | 3月10日", box.plant)
    await box.zhao.says("/lists", box.plant)
    await box.zhao.press("新建拉条挂账", box.plant)
    await box.zhao.says("安全隐患整改", box.plant)
    await box.zhao.says("消防 | 灭火器过期 | 更换 | 王建国 | 3月20日", box.plant)
    await box.zhao.press("完成录入", box.plant)
    await box.li.says("/faq", box.hq)
    await box.li.press("新增", box.hq)
    await box.li.says("年休假怎么申请\n登录人事系统。", box.hq)
    await asked(box)
    await published(box)


async def asked(box: Box) -> None:
    """A survey, a campaign and a notice for everyone."""
    for command, new, words in (
        ("/survey", "新的问卷", ("食堂满意度", "1. 满意吗（单选）\nA. 满意\nB. 不满意")),
        ("/campaign", "新的征集", ("我为群众办实事\n请提一件事。", "3月20日")),
    ):
        await box.li.says(command)
        await box.li.press(new)
        for each in words:
            await box.li.says(each)
        await box.li.press("选择范围")
        await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
        await box.li.press("发出")
        await box.passes(minutes=2)
    await box.li.says("/notice")
    await box.li.press("新的通知")
    await box.li.says("年休假新规\n年休假可以跨年使用。")
    await box.li.press("选择范围")
    await box.li.press(next(each for each in box.li.last.buttons if "集团公司" in each))
    await box.li.press("看一遍再发")
    await box.li.press(next(each for each in box.li.last.buttons if each.startswith("发送给")))
    await box.passes(minutes=2)


async def published(box: Box) -> None:
    """A solved matter on the public board."""
    number = await box.raises(box.sun, "车间照明太暗", "匿名")
    topic = box.plant.topic(number)
    await box.zhao.press("答复", topic)
    await box.zhao.says("已换灯。", topic)
    await box.zhao.press("支持", topic)
    await box.zhao.press("更多", topic)
    await box.zhao.press("公开", topic)
    await box.zhao.says("车间照明太暗\n已换灯。", topic)
    await box.sun.press("同意公开")


class Walk:
    """One person who presses everything in one place."""

    def __init__(self, box: Box, person: Person, place: Place) -> None:
        self.box, self.person, self.place = box, person, place
        self.pressed: set[str] = set()
        self.dead: list[str] = []

    def seen(self) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
        chats = (self.place, self.person)
        return tuple((each.id, each.text, tuple(each.buttons)) for chat in chats for each in chat.shown)

    async def everything(self, shown: Shown, depth: int, way: str) -> None:
        """Press each button of a message as it was shown, and each of what follows."""
        for label in shown.buttons:
            if label not in shown.buttons or len(self.pressed) > MOST:
                continue
            data = shown.button(label).get("callback_data")
            if data is None or data in self.pressed:
                continue
            self.pressed.add(data)
            before, last = self.seen(), self.place.last.id
            toast = await self.person.presses_data(data, on=shown)
            here = f"{way} › {label}"
            if not toast and self.seen() == before:
                self.dead.append(f"{here}: nothing happened")
            if any(each in toast for each in _NO_ANSWER):
                self.dead.append(f"{here}: {toast}")
            if depth > 1:
                for each in [each for each in self.place.shown if each.id > last]:
                    await self.everything(each, depth - 1, here)
                if shown.buttons and label not in shown.buttons:
                    # The message itself shows the next step.
                    await self.everything(shown, depth - 1, here)


async def menus(walk: Walk) -> None:
    """Each page of the menu, each line anew: what was pressed before may have changed the message."""
    await walk.person.says("/menu", walk.place)
    menu = walk.place.last
    pages = [each for each in menu.buttons if str(menu.button(each).get("callback_data", "")).startswith("menu_page")]
    for page in pages or [""]:
        if page:
            await walk.person.press(page, walk.place, on=menu)
        lines = [each for each in menu.buttons if each not in pages]
        assert lines, page
        for line in lines:
            last = walk.place.last.id
            before = walk.seen()
            toast = await walk.person.press(line, walk.place, on=menu)
            told = [each for each in walk.place.shown if each.id > last]
            if not told and not toast and walk.seen() == before:
                walk.dead.append(f"{page} › {line}: nothing happened")
            for each in told:
                await walk.everything(each, DEPTH - 1, f"{page} › {line}")


@pytest.mark.parametrize("who", ["zhang", "wang", "li", "lin", "admin"])
async def test_no_line_of_a_menu_is_a_dead_end(box: Box, who: str) -> None:
    await filled(box)
    person = getattr(box, who)
    walk = Walk(box, person, person)
    await menus(walk)
    assert walk.dead == []
    assert len(walk.pressed) > 5


async def test_nor_is_one_of_the_menu_in_the_group(box: Box) -> None:
    await filled(box)
    walk = Walk(box, box.zhao, box.plant)
    await menus(walk)
    assert walk.dead == []
    assert len(walk.pressed) > 15
