"""The frame of the page: the clock, the strip of people, themes, languages, sizes."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from tests.acceptance.kit import Box
from tests.browser.screen import Screen

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_the_clock_is_moved_from_the_bar(box: Box, screen: Screen) -> None:
    clock = screen.page.get_by_role("group", name="沙盒时间")
    await expect(clock).to_contain_text("2026年3月2日")
    await expect(clock).to_contain_text("星期一")
    before = box.clock.now()
    await clock.get_by_role("button", name="+1 小时").click()
    await expect(clock.locator(".clock-time")).to_have_text("10:00")
    assert box.clock.now() == before + 3600
    await clock.get_by_role("button", name="+1 周").click()
    await expect(clock).to_contain_text("2026年3月9日")


async def test_the_digest_is_asked_for_where_the_program_offers_it(box: Box, screen: Screen) -> None:
    button = screen.page.get_by_role("button", name="现在发周报")
    await expect(button).to_be_hidden()
    asked: list[str] = []

    async def digest() -> None:
        asked.append("digest")

    box.sandbox.hooks["digest"] = digest
    await screen.open()
    await button.click()
    await expect(screen.page.locator(".notice").last).to_have_text("周报已发出")
    assert asked == ["digest"]


async def test_work_that_goes_on_is_shown_until_it_ends(box: Box, screen: Screen) -> None:
    line = screen.page.locator("#progress")
    box.sandbox.status("正在准备样例：宿舍热水", 0.4)
    await expect(line).to_contain_text("正在准备样例：宿舍热水")
    await expect(line.get_by_role("progressbar")).to_have_attribute("value", "0.4")
    box.sandbox.status("正在准备样例", 1.0)
    await expect(line).to_be_hidden()


async def test_panes_are_opened_folded_and_closed(box: Box, screen: Screen) -> None:
    wang = await screen.seat(box.wang)
    await wang.pane.get_by_role("button", name="收起窗口").click()
    await expect(wang.field).to_be_hidden()
    await wang.pane.get_by_role("button", name="展开 王建国 的窗口").click()
    await expect(wang.field).to_be_visible()
    await wang.pane.get_by_role("button", name="关闭窗口").click()
    await expect(wang.pane).to_have_count(0)
    await screen.page.reload()
    await screen.page.wait_for_selector("body[data-ready]")
    await expect(wang.pane).to_have_count(0)


async def test_another_person_takes_the_seat(box: Box, screen: Screen) -> None:
    zhang = await screen.seat(box.zhang)
    await zhang.pane.locator(".seat-who").click()
    await screen.page.get_by_role("menuitem", name="何厂长").click()
    await expect(zhang.pane).to_have_count(0)
    await expect(screen.page.get_by_role("region", name="何厂长 的窗口", exact=True)).to_be_visible()


async def test_light_and_dark(box: Box, screen: Screen) -> None:
    async def brightness() -> int:
        colour: str = await screen.page.evaluate(
            "() => getComputedStyle(document.querySelector('.pane')).backgroundColor"
        )
        return sum(int(each) for each in colour.removeprefix("rgb(").removesuffix(")").split(","))

    assert await brightness() > 600
    await screen.page.get_by_role("button", name="切换明暗").click()
    assert await brightness() < 200
    await screen.page.reload()
    await screen.page.wait_for_selector("body[data-ready]")
    assert await brightness() < 200
    await screen.page.get_by_role("button", name="切换明暗").click()
    await screen.page.emulate_media(color_scheme="dark")
    await expect(screen.page.locator("html")).to_have_attribute("data-theme", "dark")
    assert await brightness() < 200


async def test_chinese_and_english(box: Box, screen: Screen) -> None:
    await screen.page.get_by_role("button", name="English").click()
    await expect(screen.page.get_by_role("button", name="+1 workday")).to_be_visible()
    await expect(screen.page.get_by_role("group", name="Sandbox time")).to_contain_text("Monday")
    await screen.page.get_by_role("button", name="中文").click()
    await expect(screen.page.get_by_role("button", name="+1 个工作日")).to_be_visible()


async def test_both_languages_say_the_same_things(screen: Screen) -> None:
    missing = await screen.page.evaluate(
        """async () => {
            const [zh, en] = await Promise.all(["zh", "en"].map(each => import(`/static/js/words-${each}.js`)));
            const holes = text => (text.match(/\\{\\w+\\}/g) || []).sort().join();
            const names = new Set([...Object.keys(zh.default), ...Object.keys(en.default)]);
            return [...names].filter(each => !(each in zh.default) || !(each in en.default)
                || holes(zh.default[each]) !== holes(en.default[each]));
        }"""
    )
    assert missing == []


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1440, 900), (820, 1000), (390, 844)])
async def test_nothing_is_cut_off_at_the_edges(box: Box, screen: Screen, width: int, height: int) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸，请改进。" * 30)
    await screen.page.set_viewport_size({"width": width, "height": height})
    zhao = await screen.seat(box.zhao)
    await zhao.opens(number)
    overflowing = await screen.page.evaluate(
        "() => document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight"
    )
    assert not overflowing
    wide = await zhao.pane.locator(".scroller").evaluate("each => each.scrollWidth - each.clientWidth")
    assert wide == 0
    await expect(zhao.field).to_be_in_viewport()


async def test_a_narrow_window_shows_one_pane_and_a_switcher(box: Box, screen: Screen) -> None:
    await screen.page.set_viewport_size({"width": 390, "height": 844})
    await expect(screen.page.locator(".pane:visible")).to_have_count(1)
    await screen.page.locator(f"#rail [data-user='{box.chen.id}']").click()
    await expect(screen.page.get_by_role("region", name="陈静 的窗口", exact=True)).to_be_visible()
    await expect(screen.page.locator(".pane:visible")).to_have_count(1)


async def test_a_lost_connection_is_said_and_nothing_is_missed(box: Box, screen: Screen) -> None:
    await box.chen.starts()
    chen = await screen.seat(box.chen)
    await box.sandbox.stop()
    await expect(screen.page.locator("#progress")).to_contain_text("连接断开")
    box.world.post(box.chen.chat, box.world.bot, {"text": "断线时说的话"})
    await box.sandbox.start()
    await chen.reads("断线时说的话")
    await expect(screen.page.locator("#progress")).to_be_hidden()
    # The browser itself writes a lost connection into its console.
    screen.complaints[:] = [each for each in screen.complaints if "WebSocket" not in each]
    await screen.settles()


async def test_a_history_that_is_played_is_nobodys_news(box: Box, screen: Screen) -> None:
    face = screen.page.locator(f"#rail [data-user='{box.he.id}'] .badge")
    box.sandbox.status("正在准备样例", 0.3)
    box.world.post(box.he.chat, box.world.bot, {"text": "去年的事"})
    box.sandbox.status("")
    box.world.post(box.he.chat, box.world.bot, {"text": "今天的事"})
    await expect(face).to_have_text("1")


async def test_what_happens_while_time_passes_is_news(box: Box, screen: Screen) -> None:
    face = screen.page.locator(f"#rail [data-user='{box.he.id}'] .badge")
    box.clock.run(True)
    box.clock.advance(60)
    box.sandbox.status("03-02 10:00", 0.5)
    box.world.post(box.he.chat, box.world.bot, {"text": "到期提醒"})
    box.sandbox.status("")
    await expect(face).to_have_text("1")
    box.clock.run(False)


async def test_the_clock_on_the_page_runs_when_the_sandbox_s_does(box: Box, screen: Screen) -> None:
    shown = screen.page.locator(".clock-time")
    await expect(shown).to_have_text("09:00")
    box.clock.run(True)
    box.clock.advance(58)
    await expect(shown).to_have_text("09:01", timeout=6000)
    box.clock.run(False)
