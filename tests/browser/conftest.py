"""The sandbox's page in a real browser, with the real program behind it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import async_playwright

from tests.acceptance.conftest import box, logs, template  # noqa: F401
from tests.acceptance.kit import Box
from tests.browser.screen import Screen

PLACES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
TIMEOUT_MS = 10_000
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
)


def chromium() -> str:
    """Where the browser is. Without one the tests are skipped, save where they must run."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, PLACES)), None)
    if found:
        return found
    if os.environ.get("CI"):
        pytest.fail("no chromium here, and these tests must run: install the package chromium or set CHROMIUM")
    pytest.skip("no chromium here: install it, or set CHROMIUM to where it is")


@pytest.fixture
async def screen(box: Box) -> AsyncIterator[Screen]:  # noqa: F811
    """The page, open at laptop size. It may not complain, and may ask nothing of any other host."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET)
        try:
            context = await browser.new_context(
                viewport={"width": 1440, "height": 900}, locale="zh-CN", accept_downloads=True
            )
            context.set_default_timeout(TIMEOUT_MS)
            shown = Screen(box, await context.new_page())
            await shown.open()
            yield shown
            await shown.page.wait_for_timeout(50)
        finally:
            await browser.close()
    assert shown.complaints == []
    assert shown.strangers == []
