"""How the chats behave: text as text, unread marks, links, menus, long histories."""

from __future__ import annotations

import pytest
from playwright.async_api import Locator, expect

from tests.acceptance.kit import Box
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_what_looks_like_html_is_shown_as_text(box: Box, screen: Screen) -> None:
    nasty = "<img src=x onerror=alert(1)><b>粗体</b> & <script>alert(2)</script>"
    await box.zhang.starts("u-PLANT")
    zhang, zhao = await screen.seat(box.zhang), await screen.seat(box.zhao)
    await zhang.types(nasty)
    await zhang.presses("提交")
    await zhao.opens(box.plant.topics[-1].name.split()[0])
    await zhang.reads(nasty)
    await zhao.reads(nasty)
    for seat in (zhang, zhao):
        assert await seat.pane.locator(".words img, .words b, .words script, .list-gist img").count() == 0


async def test_what_was_not_seen_is_marked_until_it_is(box: Box, screen: Screen) -> None:
    first = await box.raises(box.zhang, "食堂的菜太咸")
    second = await box.raises(box.chen, "更衣室的灯坏了")
    zhao = await screen.seat(box.zhao)
    await zhao.opens(first)
    await box.chen.says("今天还是没有修", reply_to=box.chen.last)
    marked = zhao.topic(second)
    face = screen.page.locator(f"#rail [data-user='{box.zhao.id}'] .badge")
    await expect(face).to_be_visible()
    await zhao.pane.locator(".chat-head .back").click()
    await expect(marked.locator(".badge")).to_be_visible()
    await marked.click()
    await zhao.reads("今天还是没有修")
    await expect(face).to_be_hidden()


async def test_what_was_unread_is_so_after_a_reload(box: Box, screen: Screen) -> None:
    await box.zhang.starts()
    await screen.seat(box.lin)
    await screen.page.locator(".pane", has_text="领导").get_by_role("button", name="关闭窗口").click()
    await box.lin.says("/help")
    face = screen.page.locator(f"#rail [data-user='{box.lin.id}'] .badge")
    await expect(face).to_have_text("1")
    await screen.page.wait_for_timeout(1000)
    await screen.page.reload()
    await expect(face).to_have_text("1")


async def test_a_deep_link_acts_for_whoever_presses_it(box: Box, screen: Screen) -> None:
    await box.chen.starts()
    await box.chen.says(f"请点 https://t.me/{box.world.bot.username}?start=u-PLANT 反映")
    chen = await screen.seat(box.chen)
    await chen.pane.locator(".row .link").last.click()
    await expect(chen.pane.locator(".row.mine", has_text="/start u-PLANT")).to_be_visible()
    await screen.settles()


async def test_a_link_to_elsewhere_is_not_opened(box: Box, screen: Screen) -> None:
    await box.chen.starts()
    await box.chen.says("见 https://example.com/a?b=c")
    chen = await screen.seat(box.chen)
    await chen.pane.locator(".row .link").last.click()
    dialog = screen.page.get_by_role("dialog")
    await expect(dialog).to_contain_text("https://example.com/a?b=c")
    await screen.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()


async def test_somebody_who_has_not_started_the_bot_presses_start(box: Box, screen: Screen) -> None:
    sun = await screen.seat(box.sun)
    await expect(sun.field).to_be_hidden()
    await sun.pane.get_by_role("button", name="开始").click()
    await expect(sun.field).to_be_visible()
    await screen.settles()
    assert box.sun.texts


async def test_the_bot_is_blocked_and_let_in_again(box: Box, screen: Screen) -> None:
    await box.chen.starts()
    chen = await screen.seat(box.chen)
    await chen.pane.get_by_role("button", name="更多操作").click()
    await screen.page.get_by_role("menuitem", name="停用机器人").click()
    await chen.pane.get_by_role("button", name="重新启用").click()
    await expect(chen.field).to_be_visible()
    await screen.settles()


async def test_replies_reactions_and_deleting(box: Box, screen: Screen) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸")
    zhao, zhang = await screen.seat(box.zhao), await screen.seat(box.zhang)
    await zhao.opens(number)
    await zhao.types("// 先问一下食堂")
    note = zhao.pane.locator(".row.mine").filter(has=screen.page.get_by_text("// 先问一下食堂", exact=True)).first
    await note.click(button="right")
    await screen.page.get_by_role("menuitem", name="👍").click()
    await expect(note.locator(".reaction.own")).to_be_visible()
    await note.click(button="right")
    await screen.page.get_by_role("menuitem", name="回复").click()
    await zhao.types("// 食堂说今天就改")
    quote = zhao.pane.locator(".row.mine", has_text="食堂说今天就改").locator(".quote")
    await expect(quote).to_contain_text("先问一下食堂")
    await quote.click()
    await expect(note).to_be_focused()
    await note.click(button="right")
    await screen.page.get_by_role("menuitem", name="删除").click()
    await screen.page.get_by_role("dialog").get_by_role("button", name="删除").click()
    await expect(zhao.messages.filter(has_text="// 先问一下食堂")).to_have_count(0)
    await expect(zhang.messages.filter(has_text="先问一下食堂")).to_have_count(0)
    await screen.settles()


async def test_a_topic_is_renamed_closed_and_opened_by_hand(box: Box, screen: Screen) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸")
    li = await screen.seat(box.li)
    if not await li.topic(number).is_visible():
        await li.pane.get_by_role("button", name="返回列表").first.click()
        await li.topic("一分厂信箱").click()
    await li.opens(number)
    menu = li.pane.get_by_role("button", name="更多操作")
    await menu.click()
    await screen.page.get_by_role("menuitem", name="关闭话题").click()
    await screen.settles()
    await menu.click()
    await screen.page.get_by_role("menuitem", name="改名").click()
    dialog = screen.page.get_by_role("dialog", name="改名")
    await dialog.get_by_label("话题名称").fill(f"{number} 换了名字")
    await screen.page.keyboard.press("Enter")
    await expect(li.pane.locator(".chat-head h2")).to_contain_text("换了名字")
    await screen.settles()


async def test_a_refusal_is_said_and_what_was_written_stays(box: Box, screen: Screen) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸")
    zhao = await screen.seat(box.zhao)
    await zhao.opens(number)
    box.world.leave(box.zhao.user, box.plant.chat)
    screen.complaints.clear()
    await zhao.field.fill("还在吗")
    await zhao.field.press("Enter")
    await expect(zhao.pane.locator(".notice.bad")).to_contain_text("您不在这个群里")
    await expect(zhao.field).to_have_value("还在吗")
    # The browser itself writes a refused request into its console.
    screen.complaints[:] = [each for each in screen.complaints if "409" not in each]
    await screen.settles()


async def test_a_code_is_copied_by_its_button(box: Box, screen: Screen) -> None:
    await screen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box.chen.user.started = True
    copy = {"text": "复制查询码", "copy_text": {"text": "K7MD-2QXA-9HTR"}}
    box.world.post(box.chen.chat, box.world.bot, {"text": "查询码"}, markup={"inline_keyboard": [[copy]]})
    chen = await screen.seat(box.chen)
    await chen.pane.get_by_role("button", name="复制查询码").click()
    await expect(chen.pane.locator(".notice")).to_have_text("已复制")
    assert await screen.page.evaluate("() => navigator.clipboard.readText()") == "K7MD-2QXA-9HTR"


async def test_what_is_protected_offers_no_copying_or_passing_on(box: Box, screen: Screen) -> None:
    box.chen.user.started = True
    box.world.post(box.chen.chat, box.world.bot, {"text": "只给您看"}, protected=True)
    chen = await screen.seat(box.chen)
    await expect(chen.pane.get_by_role("img", name="禁止转发和保存")).to_be_visible()
    await chen.messages.last.click(button="right")
    menu = screen.page.get_by_role("menu", name="消息操作")
    await expect(menu.get_by_role("menuitem", name="回复")).to_be_visible()
    await expect(menu.get_by_role("menuitem", name="转发")).to_have_count(0)
    await expect(menu.get_by_role("menuitem", name="复制文字")).to_have_count(0)
    await screen.page.keyboard.press("Escape")


async def test_a_long_history_is_drawn_in_parts(box: Box, screen: Screen) -> None:
    box.sun.user.started = True
    for n in range(1500):
        box.world.post(box.sun.chat, box.sun.user, {"text": f"第 {n} 条"})
    sun = await screen.seat(box.sun)
    await sun.reads("第 1499 条")
    rows = sun.pane.locator(".row")
    assert await rows.count() <= 60
    scroller = sun.pane.locator(".scroller")
    for _ in range(12):
        await scroller.evaluate("each => { each.scrollTop = 0; }")
        await screen.page.wait_for_timeout(60)
    await expect(sun.messages.filter(has_text="第 1499 条")).to_have_count(0)
    assert 60 < await rows.count() <= 180
    await sun.pane.get_by_role("button", name="回到最新消息").click()
    await sun.reads("第 1499 条")


async def test_a_very_long_text_is_folded(box: Box, screen: Screen) -> None:
    await box.sun.starts()
    box.world.post(box.sun.chat, box.world.bot, {"text": "按规定办理。" * 600})
    sun = await screen.seat(box.sun)
    unfold = sun.pane.get_by_role("button", name="展开全文")
    before = await height(sun.messages.last)
    await unfold.click()
    assert await height(sun.messages.last) > 2 * before


async def height(shown: Locator) -> float:
    """How many pixels high something is."""
    box = await shown.bounding_box()
    assert box is not None
    return box["height"]
