"""``/menu``: what each role can do, by buttons alone."""

from __future__ import annotations

from handlers import routes
from handlers.core.commands import offered
from handlers.core.texts import OTHERS, SOURCE, say
from handlers.core.vocabulary import ChatKind
from handlers.rules.lifecycle import Role
from tests.acceptance.kit import Box

NOT_LISTED = {"start", "menu", "help", "cancel", "recall"}
"""Where one is already, and what is a reply to a message."""


async def test_an_employee_finds_their_tickets_by_buttons(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    await box.zhang.says("/menu")
    assert "直接写下来" in box.zhang.last.text
    assert "承办人" not in box.zhang.last.buttons
    await box.zhang.press("我反映过的")
    assert box.zhang.find(number)


async def test_who_is_several_things_has_a_page_for_each(box: Box) -> None:
    await box.lin.says("/menu")
    await box.lin.press("领导")
    assert "领导可以做的事" in box.lin.last.text
    await box.lin.press("周报")
    assert box.lin.find("周报")


async def test_the_desk_has_its_own_in_the_group(box: Box) -> None:
    await box.raises(box.zhang, "食堂的菜太咸了")
    await box.zhao.says("/menu", box.plant)
    await box.zhao.press("待办", box.plant)
    assert box.plant.mentions("SJ-2026-0001")
    visitor = box.newcomer("小刘", box.plant)
    await visitor.says("/menu", box.plant)
    assert "信箱专员的工作群" in box.plant.texts[-1]


async def test_what_takes_words_asks_for_them(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了")
    await box.zhao.says("/menu", box.plant)
    menu = box.plant.last
    await box.zhao.press("查找", box.plant, on=menu)
    assert "请写要找的词" in box.plant.last.text
    await box.zhao.says("食堂 状态:胡说", box.plant)
    assert "没有看懂" in box.plant.last.text
    await box.zhao.says("食堂", box.plant)
    assert number in box.plant.last.text
    # In a ticket's thread what is written next is for its raiser.
    topic = box.plant.topic(number)
    await box.zhao.says("/find", topic)
    await box.zhao.says("您好，我们在看", topic)
    assert box.zhang.mentions("我们在看")
    await box.zhao.press("常用答复", box.plant, on=menu)
    await box.zhao.press("新增", box.plant)
    await box.zhao.says("已转", box.plant)
    assert "名称 = 文字" in box.plant.last.text
    await box.zhao.says("已转 = 已转给承办部门。", box.plant)
    assert "“已转”已保存" in box.plant.last.text
    await box.zhao.says("/t 已转", topic)
    assert box.zhang.mentions("已转给承办部门")


async def test_a_page_or_a_word_of_somebody_else_is_refused(box: Box) -> None:
    await box.zhang.says("/menu")
    shown = box.zhang.last
    for data in ("menu_page:manager", "menu_do:digest", "menu_do:nonsense", "menu_page"):
        toast = await box.zhang.presses_data(data, on=shown)
        assert toast
    assert not box.zhang.mentions("领导可以做的事")


def test_every_command_has_its_words_in_every_language() -> None:
    for each in routes.COMMANDS:
        keys = [f"help-{place}-{each.word}" for place in each.places] + ([each.title] if each.line else [])
        for key in keys:
            assert all(say(locale, key) not in ("", key) for locale in (SOURCE, *OTHERS)), key


def test_whatever_has_a_command_is_on_the_menu() -> None:
    assert {each.word for each in routes.COMMANDS if not each.line} == NOT_LISTED
    for place, known in ((ChatKind.PRIVATE, routes.PRIVATE_COMMANDS), (ChatKind.GROUP, routes.GROUP_COMMANDS)):
        assert [*known] == [each.word for each in offered(routes.COMMANDS, place, Role)]
