"""A year of letters on the stage: who raises what when, what the office and the raisers do, and when the clock looks.

Each letter keeps its day of the week and its time of day and is moved by whole weeks into one year; the answer comes as
long after it as it really came. Units, categories that are not known, and what raisers think of the answer follow from
the letter's number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.assembly import Program
from bot.schedule import DIGEST, LOOKS, NIGHTLY
from bot.settings import Settings
from bot.settings.models import Category, Health, Mailbox, Person, RoleName, Telegram, Unit
from sandbox import Sandbox
from sandbox.sample.stage import NUMBER, Stage, ticket_of
from tests.benchmarks import reckoning
from tests.benchmarks.reckoning import ZONE, Fate

YEAR = 2019
TREE = {"HQ": None, "A": "HQ", "B": "HQ", "A1": "A", "A2": "A", "B1": "B", "B2": "B"}
"""Units by code, with the code of the one above; letters come to those that have none below."""
NAMES = {"HQ": "市长信箱", "A": "东区", "B": "西区", "A1": "东一街", "A2": "东二街", "B1": "西一街", "B2": "西二街"}
LEAVES = ("A1", "A2", "B1", "B2")
CATEGORIES = ("城乡建设", "环境保护", "交通运输", "教育文体", "劳动和社会保障", "商贸旅游", "卫生计生")
GROUP, SECRETARY, MANAGER, FIRST = -1_009_000_000_001, 900_001, 900_002, 1_000_000
_MESSAGE = 4000
REMINDERS = "reminders"
_AFTERNOON = 5 * 3600 + 31 * 60
"""So long after the opening the clock looks once more; one that looks every few minutes finds the same."""


@dataclass(frozen=True)
class Letter:
    """One letter in the year that is played, and what becomes of it."""

    user: int
    text: str
    reply: str
    fate: Fate


@dataclass
class Course:
    """How far a letter has come."""

    letter: Letter
    number: str = ""
    ticket: int = 0
    topic: int = 0


@dataclass(frozen=True)
class Beat:
    """Something that happens at an instant; ``course`` None: the clock looks, for ``sweeps``."""

    at: int
    order: int
    what: str
    course: Course | None = None
    sweeps: tuple[str, ...] = ()


def letters_of(found: Sequence[dict[str, Any]], year: int = YEAR) -> list[Letter]:
    """The letters in the order of the year into which they are moved."""
    people = {name: FIRST + place for place, name in enumerate(sorted({each["user"] for each in found}))}
    made = []
    for each in found:
        was, replied = (datetime.fromisoformat(each[key]).replace(tzinfo=ZONE) for key in ("at", "replied_at"))
        meant = date(year, was.month, min(was.day, 28))
        moved = was + timedelta(weeks=round((meant - was.date()).days / 7))
        answered = moved + (replied - was)
        number, user = int(each["id"]), people[each["user"]]
        category = each.get("category") or CATEGORIES[number % len(CATEGORIES)]
        fate = _fate(number, LEAVES[user % len(LEAVES)], category, moved, answered)
        title, text = each["title"].strip(), each["text"].strip()
        made.append(Letter(user, f"{title}。\n{text}"[:_MESSAGE], each["reply"].strip() or "已办理。", fate))
    return sorted(made, key=lambda each: (each.fate.raised, each.user))


def _fate(number: int, unit: str, category: str, raised: datetime, answered: datetime) -> Fate:
    """Three in four judge the answer on the next working day; one in eleven of these says that nothing is solved."""
    at = int(answered.timestamp())
    if number % 4 == 0:
        return Fate(unit, category, int(raised.timestamp()), at)
    day = reckoning.next_workday(answered.date())
    rated = datetime(day.year, day.month, day.day, 10, number % 60, tzinfo=ZONE)
    solved = number % 11 != 0
    return Fate(
        unit,
        category,
        int(raised.timestamp()),
        at,
        int(rated.timestamp()),
        contacted=number % 5 != 0,
        solved=solved,
        satisfaction=("fair" if number % 3 == 0 else "satisfied") if solved else "unsatisfied",
        second=None if solved else int((rated + timedelta(days=5)).timestamp()),
    )


def settings(folder: Path) -> Settings:
    """The mailbox of a city: three levels, one office, one manager."""
    people = ((SECRETARY, RoleName.SECRETARY, "书记员"), (MANAGER, RoleName.MANAGER, "市长"))
    return Settings(
        mailbox=Mailbox(name="市长信箱", database=f"sqlite:///{folder / 'replay.db'}"),
        telegram=Telegram(),
        units=tuple(
            Unit(code=code, name=NAMES[code], parent=above, telegram_group=GROUP if above is None else None)
            for code, above in TREE.items()
        ),
        people=tuple(Person(name=name, role=role, unit="HQ", telegram=number) for number, role, name in people),
        categories=tuple(Category(name=each) for each in CATEGORIES),
        health=Health(listen=None),
    )


class Play:
    """The year on the stage: every letter at its time, the office's and the raisers' deeds, and the clock's looks."""

    def __init__(self, program: Program, sandbox: Sandbox) -> None:
        self.stage = Stage(program.engine, sandbox)
        self.program = program

    async def go(self, beats: Sequence[Beat], progress: Callable[[int, int], None] | None = None) -> None:
        """Play everything in its order."""
        for person in (SECRETARY, MANAGER):
            await self.stage.says(person, person, "/start")
        for count, beat in enumerate(beats):
            if progress is not None and count % 200 == 0:
                progress(count, len(beats))
            self.stage.passes_to(beat.at)
            if beat.course is None:
                await self.stage.tick(*beat.sweeps)
            else:
                await getattr(self, beat.what)(beat.course)

    async def raises(self, course: Course) -> None:
        """By the unit's link: the words, what the preview asks, 提交."""
        stage, user = self.stage, course.letter.user
        self.stage.sandbox.world.start(user, f"u-{course.letter.fate.unit}")
        await stage.settled()
        await stage.says(user, user, course.letter.text)
        for _ in range(8):
            shown = stage.newest(user)
            verbs = {each.split(":")[0] for each in stage.offered(shown)}
            if "raise_new" in verbs:
                await stage.presses(user, user, "raise_new")
            elif any(each.endswith(":complaint") for each in stage.offered(shown)):
                await stage.presses_label(user, user, "按普通反映办理")
            elif "实名：" not in shown.text:
                await stage.presses_label(user, user, "实名")
            elif f"类别：{course.letter.fate.category}" not in shown.text:
                await self._category(user, course.letter.fate.category)
            else:
                break
        await stage.presses(user, user, "raise_submit")
        receipt = next(each for each in stage.seen(user) if any("mine_" in data for data in stage.offered(each)))
        number = NUMBER.search(receipt.text)
        assert number is not None, receipt.text
        course.number, course.ticket = number[0], ticket_of(stage.offered(receipt))
        course.topic = stage.topic(GROUP, course.number)

    async def _category(self, user: int, name: str) -> None:
        for verb in ("raise_change", "raise_categories"):
            await self.stage.presses(user, user, verb)
        await self.stage.presses_label(user, user, name)

    async def _desk(self, course: Course, *words: object) -> None:
        data = ":".join(map(str, words))
        await self.stage.presses(SECRETARY, GROUP, data, thread=course.topic)

    async def accepts(self, course: Course) -> None:
        """受理."""
        await self._desk(course, "desk_accept", course.ticket)

    async def answers(self, course: Course) -> None:
        """The real reply as the answer; what one message can't hold goes on in the next."""
        reply = course.letter.reply
        parts = [reply[at : at + _MESSAGE] for at in range(0, len(reply), _MESSAGE)]
        await self._desk(course, "desk_answer", course.ticket)
        for part in parts:
            await self.stage.says(SECRETARY, GROUP, part, thread=course.topic)
        await self._desk(course, "desk_send", course.ticket, "explained")

    async def rates(self, course: Course) -> None:
        """Three taps; who is not content says why."""
        fate, user = course.letter.fate, course.letter.user
        taps = (
            ("contacted", "yes" if fate.contacted else "no"),
            ("solved", "yes" if fate.solved else "no"),
            ("satisfaction", fate.satisfaction),
        )
        for question, word in taps:
            await self.stage.presses(user, user, f"mine_rate:{course.ticket}:{question}:{word}")
        if not fate.solved:
            await self.stage.says(user, user, "问题没有解决")


def beats_of(courses: Sequence[Course], program: Program, start: int, until: int) -> list[Beat]:
    """Everything that happens from ``start`` on and before ``until``, in its order."""
    found: list[Beat] = []
    for course in courses:
        fate = course.letter.fate
        accepted = program.engine.house.calendar.add_workdays(fate.raised, 1 / 9).at
        steps: list[tuple[int | None, str]] = [(fate.raised, "raises"), (fate.answered, "answers")]
        if fate.answered is None or accepted < fate.answered:
            steps.append((accepted, "accepts"))
        steps += [(fate.rated, "rates"), (fate.second, "answers")]
        found += [Beat(at, 1, what, course) for at, what in steps if at is not None and at < until]
    found += [Beat(at, 0, "looks", sweeps=sweeps) for at, sweeps in looks(start, until)]
    return sorted(found, key=lambda each: (each.at, each.order))


def looks(start: int, until: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """When the clock looks at what, in its order."""
    day = datetime.fromtimestamp(start, ZONE).date()
    while (opens := datetime(day.year, day.month, day.day, 8, 30, tzinfo=ZONE)).timestamp() < until:
        working = reckoning.is_workday(day)
        # The digest goes out on Mondays, and the longer ones on the first working day after their time.
        if working or day.weekday() == 0:
            yield int(opens.timestamp()), (DIGEST, *NIGHTLY, *LOOKS)
        if working:
            yield int(opens.timestamp()) + _AFTERNOON, LOOKS
        day += timedelta(days=1)
