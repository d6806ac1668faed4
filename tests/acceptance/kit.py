"""Stories through the front door: the real program on the sandbox, and people who talk to it.

Every action of a person waits until the mailbox has done all that follows from it. The clock stands still between
actions; ``box.passes(…)`` moves it.
"""

from __future__ import annotations

import re
from pathlib import Path

from bot.assembly import Program, assemble
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.polling import Pauses
from bot.channels.telegram.webhook import Hook
from bot.engine import Engine
from bot.flow.pace import FREE, PaceRules
from bot.making.opening.opener import Bounds, Opener
from bot.settings import Settings
from handlers import routes
from handlers.components.command_menu import everyones_menus
from sandbox import Sandbox, SandboxClock, World
from sandbox.records import Status
from storage.database import Database
from storage.sealing import Sealer
from tests.acceptance import standard
from tests.acceptance.people import Person, picture
from tests.acceptance.seen import Group, Place, Shown, Thread, Toast

__all__ = ["KEY", "NUMBER", "START", "Box", "Group", "Person", "Place", "Shown", "Thread", "Toast", "picture"]

START = 1_772_413_200
"""Monday 2026-03-02 09:00 in Asia/Shanghai."""
KEY = bytes(range(64))
SOON_SECONDS = 6
"""What waits so long (the parts of an album, several messages in a row) is waited for after each action."""
TIMEOUT = 20.0
NUMBER = re.compile(r"[A-Z][A-Z0-9]*-\d{4}-\d{4,}")
_PAUSES = Pauses(commit=(1.0,), network=(0.02,), second_reader=(0.05,), rejected=(0.05,))


class Box:
    """The program, the platform, and the people of the standard mailbox."""

    zhang: Person
    chen: Person
    sun: Person
    li: Person
    zhao: Person
    wang: Person
    qian: Person
    lin: Person
    he: Person
    admin: Person

    def __init__(self, folder: Path, *, database: str | None = None) -> None:
        self.folder = folder
        self.clock = SandboxClock(START, running=False)
        self.world = World(self.clock)
        self.sandbox = Sandbox(world=self.world)
        self.settings: Settings = standard.settings(database or f"sqlite:///{folder / 'mailbox.db'}")
        hq, plant = standard.fill(self.world)
        self.hq, self.plant = Group(self, hq), Group(self, plant)
        for name, (number, _, _) in standard.PEOPLE.items():
            setattr(self, name, Person(self, self.world.users[number]))
        self.errors_expected = False
        """Set by a test that makes something break on purpose; else an action in which a handler raises fails."""
        self._raised: list[Exception] = []
        self.pace: PaceRules = FREE
        """How fast the program lets itself speak, from its next start on."""
        self.bounds = Bounds()
        """What a sent file is given, from its next start on."""
        self._program: Program | None = None
        self._hook: Hook | None = None

    @property
    def program(self) -> Program:
        """The running program."""
        assert self._program is not None
        return self._program

    @property
    def engine(self) -> Engine:
        return self.program.engine

    @property
    def database(self) -> Database:
        return self.program.database

    @property
    def units(self) -> tuple[str, ...]:
        """The codes of the units, topmost first."""
        return tuple(each.code for each in self.settings.units)

    async def start(self, hook: Hook | None = None) -> None:
        """Start the program; the platform is started if it was not. ``hook``: updates are brought, not fetched."""
        if not self.sandbox.port:
            await self.sandbox.start()
        self._hook = hook or self._hook
        channel = TelegramChannel(
            self.sandbox.token,
            base_url=self.sandbox.base_url,
            hook=self._hook,
            menus=everyones_menus(routes.COMMANDS),
            pauses=_PAUSES,
            poll_seconds=5,
        )
        self._program = await assemble(
            self.settings,
            Sealer(KEY),
            channel=channel,
            clock=self.clock,
            pace=self.pace,
            opener=Opener(self.bounds),
        )
        self.engine.watch(self._raised.append)
        await self.engine.start()
        await self.settled()

    async def stop(self) -> None:
        """Stop the program; the platform goes on."""
        if self._program is not None:
            await self._program.engine.stop(grace=2)
            await self._program.database.close()
            self._program = None

    async def restart(self) -> None:
        """Stop the program and start it anew on the same database: what was in memory is gone."""
        await self.stop()
        await self.start()

    def newcomer(self, name: str, *groups: Group, language: str = "zh-hans") -> Person:
        """Somebody who is in no story yet; a member of these groups, where the bot was told nothing of it."""
        number = 7001 + sum(each >= 7001 for each in self.world.users)
        person = Person(self, self.world.add_user(number, name, language=language))
        for group in groups:
            group.chat.members[number] = Status.MEMBER
            person.user.met = True
        return person

    async def settled(self) -> None:
        """Until the mailbox has done everything that it can do now, and in the next few seconds."""
        for _ in range(50):
            await self._at_rest()
            self._nothing_raised()
            # A group that we were put out of is left alone for a minute, not waited for.
            if not await self.engine.sends_within(SOON_SECONDS):
                return
            self.clock.advance(1)
            self.engine.look_again()
        raise AssertionError("the mailbox does not come to rest")

    def _nothing_raised(self) -> None:
        """What a handler raised fails the action in which it did, with the handler's own traceback.

        The mailbox itself says only that what was sent is kept, and tries it again.
        """
        raised, self._raised[:] = self._raised[:], ()
        if raised and not self.errors_expected:
            raise AssertionError(f"a handler raised {raised[0]!r}") from raised[0]

    async def _at_rest(self) -> None:
        while True:
            await self.sandbox.feed.drained()
            await self.engine.settled(TIMEOUT)
            if not self.sandbox.feed.pending:
                return

    async def passes(
        self,
        *,
        days: float = 0,
        hours: float = 0,
        minutes: float = 0,
        seconds: float = 0,
        workdays: float = 0,
        step_hours: float | None = None,
    ) -> None:
        """Let time go by, let every sweep look, and wait for what follows.

        At once, as if the program had been down meanwhile; ``step_hours``: with looks in between, as if it had run.
        """
        now = self.clock.now()
        until = now + days * 86_400 + hours * 3600 + minutes * 60 + seconds
        if workdays:
            until = self.engine.house.calendar.add_workdays(int(until), workdays).at
        while step_hours and self.clock.now() + step_hours * 3600 < until:
            await self._moves(self.clock.now() + step_hours * 3600)
        await self._moves(until)

    async def _moves(self, until: float) -> None:
        self.clock.set(until)
        await self.engine.tick_all()
        await self.settled()

    async def drafts(self, person: Person, text: str, naming: str | None = None, unit: str = "一分厂") -> None:
        """Write a concern and choose unit and naming, up to where 提交 is all that is left."""
        await person.says(text)
        for _ in range(6):
            # What is asked first: is it a new concern, and which unit?
            newest = next((each for each in reversed(person.shown) if each.buttons), None)
            assert newest is not None, f"nothing is offered: {person.texts[-3:]}"
            asked = [each for each in newest.buttons if each == "新反映" or unit in each]
            if not asked:
                break
            await person.press(asked[0])
        if naming is not None:
            chosen = [each for each in person.with_button("提交").buttons if naming in each]
            assert chosen, f"no way to be {naming}: {person.with_button('提交').buttons}"
            await person.press(chosen[0])

    async def raises(self, person: Person, text: str, naming: str | None = None, unit: str = "一分厂") -> str:
        """The short way: write, choose unit and naming, press 提交; gives the ticket's number."""
        await self.drafts(person, text, naming, unit)
        known = {number for each in person.texts for number in NUMBER.findall(each)}
        await person.press("提交")
        told = [number for each in person.texts for number in NUMBER.findall(each) if number not in known]
        assert told, f"no new number was told: {person.texts[-3:]}"
        return str(told[-1])
