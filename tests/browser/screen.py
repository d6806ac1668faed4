"""A person in front of the page: looks for words, types, presses, and waits until the mailbox has done its part."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Locator, Page, Request, expect

from tests.acceptance.kit import Box, Person


class Seat:
    """One person's pane."""

    def __init__(self, screen: Screen, person: Person) -> None:
        self.screen = screen
        self.person = person
        self.pane = screen.page.get_by_role("region", name=f"{person.user.name} 的窗口", exact=True)

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.pane.locator("textarea.write")

    @property
    def messages(self) -> Locator:
        """The bubbles in sight."""
        return self.pane.locator(".row .bubble")

    async def types(self, text: str) -> None:
        """Write a message and send it with Enter."""
        await self.field.fill(text)
        await self.field.press("Enter")
        await expect(self.field).to_have_value("")
        await self.screen.settles()

    async def presses(self, label: str) -> None:
        """Press the newest button with these words below a message."""
        await self.pane.locator(".key", has_text=label).last.click()
        await self.screen.settles()

    async def reads(self, words: str) -> None:
        """See that a message with these words is there."""
        await expect(self.messages.filter(has_text=words).last).to_be_visible()

    async def goes_private(self) -> None:
        """Open this person's chat with the bot, wherever they are."""
        named = self.screen.page.get_by_text("书记信箱", exact=True)
        line = self.pane.get_by_role("listbox", name="聊天").get_by_role("option").filter(has=named).first
        for _ in range(5):
            if await line.is_visible():
                await line.click()
                break
            await self.pane.locator("[aria-label='返回列表']:visible").first.click()
        await expect(self.pane.locator(".chat-head small")).to_have_text("机器人")

    def topic(self, words: str) -> Locator:
        """A line of the list of topics."""
        return self.pane.get_by_role("option").filter(has_text=words)

    async def opens(self, words: str) -> None:
        """Open a topic by its line in the list."""
        back = self.pane.locator(".chat-head .back")
        if await back.is_visible():
            await back.click()
        await self.topic(words).click()
        await expect(self.pane.locator(".chat-head h2")).to_contain_text(words)


class Screen:
    """The whole page. ``complaints`` and ``strangers`` (requests to other hosts) must stay empty."""

    def __init__(self, box: Box, page: Page) -> None:
        self.box = box
        self.page = page
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme not in ("data", "blob") and url.netloc != urlsplit(self.box.sandbox.address).netloc:
            self.strangers.append(request.url)

    async def open(self) -> None:
        """Load the page and wait until it is ready."""
        await self.page.goto(self.box.sandbox.address)
        await self.page.wait_for_selector("body[data-ready]")

    async def settles(self) -> None:
        """Wait until the mailbox has done what follows, and the page has drawn it."""
        await self.page.wait_for_function("() => document.querySelector('.key.waiting') === null")
        await self.box.settled()
        await self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    async def alone(self, seat: Seat) -> None:
        """Close every other pane."""
        mine = f"{seat.person.user.name} 的窗口"
        others = "each => each.closest('[aria-label$=的窗口]')?.getAttribute('aria-label') !== mine"
        script = f"mine => [...document.querySelectorAll('.seat-close')].filter({others}).forEach(each => each.click())"
        await self.page.evaluate(script, mine)

    async def seat(self, person: Person) -> Seat:
        """Somebody's pane, opened by the strip of people if need be."""
        seat = Seat(self, person)
        if not await seat.pane.is_visible():
            await self.page.locator(f"#rail [data-user='{person.id}']").click()
        await expect(seat.pane).to_be_visible()
        return seat
