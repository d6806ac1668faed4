"""Everything can be reached and done without a mouse."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.acceptance.kit import NUMBER, Box
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def tab_back_to(screen: Screen, words: str, most: int = 12) -> None:
    """Press Shift+Tab until what has the focus says these words."""
    for _ in range(most):
        await screen.page.keyboard.press("Shift+Tab")
        said = await screen.page.evaluate("() => document.activeElement.textContent")
        if words in said:
            return
    raise AssertionError(f"{words!r} is not reached with Shift+Tab")


async def test_a_concern_from_first_word_to_answer_by_keyboard_alone(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang, zhao = await screen.seat(box.zhang), await screen.seat(box.zhao)
    keys = screen.page.keyboard
    seats = await screen.page.locator(".pane").evaluate_all("all => all.map(each => each.getAttribute('aria-label'))")

    await keys.press(f"Control+{seats.index('张三 的窗口') + 1}")
    await expect(zhang.field).to_be_focused()
    await keys.type("三号宿舍楼晚上九点以后没有热水")
    await keys.press("Shift+Enter")
    await keys.type("已经一周了")
    await keys.press("Enter")
    await screen.settles()
    await zhang.reads("三号宿舍楼晚上九点以后没有热水\n已经一周了")

    await tab_back_to(screen, "提交")
    await keys.press("Enter")
    await screen.settles()
    number = NUMBER.findall(" ".join(box.zhang.texts))[-1]
    await zhang.reads(number)

    await keys.press(f"Alt+{seats.index('赵敏 的窗口') + 1}")
    await keys.press("Control+k")
    await keys.type(number)
    await keys.press("ArrowDown")
    await expect(zhao.topic(number)).to_be_focused()
    await keys.press("Enter")
    await expect(zhao.field).to_be_focused()
    await keys.type("已经联系物业，今晚恢复热水。")
    await keys.press("Enter")
    await screen.settles()
    await zhang.reads("已经联系物业，今晚恢复热水。")


async def test_up_edits_the_last_own_message_and_escape_gives_up(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    await zhang.types("食堂的菜太咸")
    await zhang.field.press("ArrowUp")
    await expect(zhang.field).to_have_value("食堂的菜太咸")
    await screen.page.keyboard.press("Escape")
    await expect(zhang.field).to_have_value("")
    await zhang.field.press("ArrowUp")
    await zhang.types("食堂的菜太咸，也太油")
    edited = zhang.pane.locator(".row.mine", has_text="食堂的菜太咸，也太油")
    await expect(edited.locator(".edited")).to_have_text("已修改")


async def test_a_slash_offers_the_commands_of_this_person(box: Box, screen: Screen) -> None:
    await box.passes(hours=24)
    lin, wang = await screen.seat(box.lin), await screen.seat(box.wang)
    await wang.field.press_sequentially("/")
    await expect(wang.pane.get_by_role("option").filter(has_text="/todo")).to_be_visible()
    await lin.goes_private()
    await lin.field.press_sequentially("/")
    offered = lin.pane.get_by_role("listbox", name="命令")
    await expect(offered.get_by_role("option").filter(has_text="/digest")).to_be_visible()
    await lin.field.press_sequentially("dig")
    await lin.field.press("ArrowDown")
    await lin.field.press("Enter")
    await screen.settles()
    await expect(offered).to_be_hidden()
    await expect(lin.pane.locator(".row.mine", has_text="/digest")).to_be_visible()


async def test_arrows_walk_the_messages_and_open_their_menu(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    await zhang.types("更衣室的灯坏了")
    mine = zhang.pane.locator(".row.mine", has_text="更衣室的灯坏了")
    await zhang.pane.locator(".scroller").focus()
    for _ in range(6):
        await screen.page.keyboard.press("ArrowUp")
        if await mine.evaluate("each => each === document.activeElement"):
            break
    await expect(mine).to_be_focused()
    await screen.page.keyboard.press("Enter")
    menu = screen.page.get_by_role("menu", name="消息操作")
    await expect(menu).to_be_visible()
    await screen.page.keyboard.press("Escape")
    await expect(menu).to_be_hidden()
    await expect(mine).to_be_focused()
    await screen.page.keyboard.press("r")
    await expect(zhang.pane.locator(".target")).to_contain_text("更衣室的灯坏了")
    await expect(zhang.field).to_be_focused()


async def test_whatever_can_be_pressed_has_a_name(box: Box, screen: Screen) -> None:
    await box.raises(box.zhang, "食堂的菜太咸")
    await screen.seat(box.zhang)
    await screen.seat(box.zhao)
    nameless = await screen.page.evaluate(
        "() => [...document.querySelectorAll('button, a, input, textarea')]"
        ".filter(each => !each.closest('[aria-hidden]') && each.checkVisibility())"
        ".filter(each => !each.getAttribute('aria-label') && !each.textContent.trim()).map(each => each.outerHTML)"
    )
    assert nameless == []
