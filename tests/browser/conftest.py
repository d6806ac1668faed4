"""The sandbox's page in a real browser, with the real program behind it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.acceptance.conftest import logs, running, template
from tests.acceptance.kit import Box
from tests.browser.screen import Screen

__all__ = ["logs", "template"]

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


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The browser, started once for all tests of a worker: they live in one loop, and each has a context of its own."""
    path = chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def box(tmp_path: Path, template: Path, caplog: pytest.LogCaptureFixture, logs: list[Any]) -> AsyncIterator[Box]:
    """The mailbox of the stories, in the browser's loop."""
    async with running(tmp_path, template, caplog, logs) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def screen(box: Box, browser: Browser) -> AsyncIterator[Screen]:
    """The page, open at laptop size. It may not complain, and may ask nothing of any other host."""
    context = await browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN", accept_downloads=True)
    try:
        context.set_default_timeout(TIMEOUT_MS)
        shown = Screen(box, await context.new_page())
        await shown.open()
        yield shown
        await shown.page.wait_for_timeout(50)
    finally:
        await context.close()
    assert shown.complaints == []
    assert shown.strangers == []
