"""Files on the page: chosen, seen, opened, fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import FilePayload, expect

from tests.acceptance.kit import Box, picture
from tests.browser.screen import Screen, Seat

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def choose(seat: Seat, *files: tuple[str, str, bytes]) -> None:
    """Choose files (name, type, content) in the file dialog."""
    await seat.pane.locator("input[data-role=files]").set_input_files(
        [FilePayload(name=name, mimeType=mime, buffer=content) for name, mime, content in files]
    )
    await expect(seat.screen.page.get_by_role("dialog", name="发送附件")).to_be_visible()


async def test_a_photo_is_sent_seen_and_opened(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang, zhao = await screen.seat(box.zhang), await screen.seat(box.zhao)
    await choose(zhang, ("窗口.jpg", "image/jpeg", picture(size=(1200, 800))))
    await screen.page.keyboard.type("食堂二楼的队伍")
    await screen.page.keyboard.press("Enter")
    await expect(zhang.pane.locator(".row.mine .picture img")).to_be_visible()
    await zhang.reads("食堂二楼的队伍")
    await screen.settles()
    await zhang.presses("提交")

    await zhao.opens(box.plant.topics[-1].name.split()[0])
    shown = zhao.pane.locator(".picture img").first
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    await zhao.pane.locator(".picture").first.click()
    large = screen.page.locator("dialog.lightbox img")
    await expect(large).to_be_visible()
    assert await large.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1200
    await screen.page.keyboard.press("Escape")
    await expect(large).to_be_hidden()


async def test_several_photos_are_one_album(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    await choose(zhang, *((f"{n}.jpg", "image/jpeg", picture(n, (600, 400))) for n in range(3)))
    await screen.page.keyboard.press("Enter")
    await expect(zhang.pane.locator(".row.mine .album .picture")).to_have_count(3)
    await screen.settles()
    await zhang.pane.locator(".album .picture").nth(1).click()
    await expect(screen.page.locator(".lightbox-name")).to_have_text("2 / 3")
    await screen.page.keyboard.press("ArrowRight")
    await expect(screen.page.locator(".lightbox-name")).to_have_text("3 / 3")
    await screen.page.keyboard.press("Escape")


async def test_the_ledger_arrives_and_can_be_fetched(box: Box, screen: Screen, tmp_path: Path) -> None:
    await box.raises(box.zhang, "食堂的菜太咸")
    lin = await screen.seat(box.lin)
    await lin.goes_private()
    await lin.types("/ledger")
    paper = lin.pane.locator("a.paper", has_text=".xlsx").last
    if not await paper.is_visible():
        # The manager is asked first which time it is to cover.
        await lin.pane.locator(".key").first.click()
        await screen.settles()
    await expect(paper).to_be_visible()
    async with screen.page.expect_download() as started:
        await paper.click()
    fetched = await started.value
    assert fetched.suggested_filename.endswith(".xlsx")
    await fetched.save_as(tmp_path / "ledger.xlsx")
    assert (tmp_path / "ledger.xlsx").read_bytes().startswith(b"PK")


async def test_a_dropped_file_and_a_pasted_picture_are_offered_for_sending(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    make = """(target, [kind, name, type]) => {
        const carried = new DataTransfer();
        carried.items.add(new File([new Uint8Array([37, 80, 68, 70, 45, 49])], name, { type }));
        const facts = { bubbles: true, cancelable: true };
        target.dispatchEvent(kind === "paste" ? new ClipboardEvent("paste", { ...facts, clipboardData: carried })
            : new DragEvent(kind, { ...facts, dataTransfer: carried }));
    }"""
    dialog = screen.page.get_by_role("dialog", name="发送附件")
    await zhang.field.evaluate(make, ["paste", "截图.png", "image/png"])
    await expect(dialog).to_contain_text("截图.png")
    await screen.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await zhang.pane.evaluate(make, ["drop", "说明.pdf", "application/pdf"])
    await expect(dialog).to_contain_text("说明.pdf")
    await screen.page.keyboard.press("Enter")
    await expect(zhang.pane.locator(".row.mine .paper-name")).to_have_text("说明.pdf")
    await screen.settles()


async def test_places_cards_stickers_and_polls_can_be_sent(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    for name, sign in (("贴纸", ".sticker"), ("位置", ".place"), ("名片", ".card")):
        await zhang.pane.get_by_role("button", name="发送其他内容").click()
        await screen.page.get_by_role("menuitem", name=name).click()
        if name != "贴纸":
            await screen.page.get_by_role("dialog").get_by_role("button", name="发送").click()
        await expect(zhang.pane.locator(f".row.mine {sign}")).to_be_visible()
        await screen.settles()
    await zhang.pane.get_by_role("button", name="发送其他内容").click()
    await screen.page.get_by_role("menuitem", name="投票").click()
    dialog = screen.page.get_by_role("dialog", name="投票")
    await dialog.get_by_label("问题").fill("换不换食堂")
    await dialog.get_by_label("选项（每行一个）").fill("换\n不换")
    await dialog.get_by_role("button", name="发送").click()
    await expect(zhang.pane.locator(".row.mine .poll")).to_contain_text("换不换食堂")
    await screen.settles()


async def test_a_voice_message_has_a_player(box: Box, screen: Screen) -> None:
    await box.zhang.starts("u-PLANT")
    zhang = await screen.seat(box.zhang)
    await zhang.pane.locator("input[data-role=voice]").set_input_files(
        [FilePayload(name="录音.ogg", mimeType="audio/ogg", buffer=b"OggS" + bytes(200))]
    )
    dialog = screen.page.get_by_role("dialog", name="发送附件")
    await expect(dialog.get_by_label("作为语音发送")).to_be_checked()
    await screen.page.keyboard.press("Enter")
    player = zhang.pane.locator(".row.mine .player")
    await expect(player.get_by_role("button", name="播放")).to_be_visible()
    await expect(player).to_contain_text("语音")
    await screen.settles()
