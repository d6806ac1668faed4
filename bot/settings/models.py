"""Every setting there is, with its default. ``config.example.toml`` says the same to people; a test compares the two.

The numbers are those of the mailbox's rules: what is promised counts workdays, what the law sets counts natural days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import time
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from bot.settings.kinds import (
    ApiUrl,
    ClockTime,
    Code,
    DangerPhrases,
    DatabaseUrl,
    Day,
    Days,
    EmptyIsNone,
    File,
    GroupId,
    HookSecret,
    LedgerColumns,
    Listen,
    Prefix,
    ProblemColumns,
    Share,
    SupervisedColumns,
    Text,
    Token,
    UserId,
    WebhookUrl,
    Workdays,
    Zone,
)
from handlers.core.house import DigestRules
from handlers.rules.calendar import END, START, ZONE
from handlers.rules.danger import BODY, HARMLESS, MIND
from handlers.rules.deadlines import USUAL, DeadlineRules

_LIMITS = DeadlineRules()
_DIGEST = DigestRules()
"""What counts where nothing is set stands with the rules; here is what may be set."""


class Section(BaseModel):
    """One table of the configuration file."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, validate_default=True)


SectionT = TypeVar("SectionT", bound=Section)


class Mailbox(Section):
    """``[mailbox]``. ``database_file`` is a file that holds the address instead (it may contain a password)."""

    name: Text = "书记信箱"
    timezone: Zone = ZONE
    database: DatabaseUrl = Field(default="sqlite:///mailbox.db", repr=False)
    database_file: File | None = None
    key_file: File = Path("mailbox.key")
    prefix: Prefix = "SJ"


class Telegram(Section):
    """``[telegram]``. Secrets may be in files of their own: ``token_file``, ``secret_file``."""

    token: Token | None = None
    token_file: File | None = None
    base_url: ApiUrl = "https://api.telegram.org/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Annotated[WebhookUrl | None, EmptyIsNone] = None
    listen: Listen = "127.0.0.1:8443"
    secret: HookSecret | None = None
    secret_file: File | None = None

    @property
    def base_file_url(self) -> str:
        """Where files are fetched: what comes before the token and the path."""
        return self.base_url.removesuffix("/bot") + "/file/bot"


class Deadlines(Section):
    """``[deadlines]``, and ``[units.deadlines]`` for one unit and those below it."""

    accept: Workdays = _LIMITS.accept
    sign: Workdays = _LIMITS.sign
    hand_back: Workdays = _LIMITS.hand_back
    first_answer: Workdays = _LIMITS.first_answer
    done_urgent: Workdays = _LIMITS.done_urgent
    done_priority: Workdays = _LIMITS.done_priority
    done_normal: Workdays = _LIMITS.done_normal
    done_complex: Workdays = _LIMITS.done_complex
    rating: Workdays = _LIMITS.rating
    rating_nudge: Workdays = _LIMITS.rating_nudge
    reopen_days: Days = _LIMITS.reopen_days
    review_days: Days = _LIMITS.review_days
    supervise_days: Days = _LIMITS.supervise_days
    box_days: Days = _LIMITS.box_days


class Reminders(Section):
    """``[reminders]``, and ``[units.reminders]``: when something due is reminded of, before and after its time.

    ``shares`` of the time that was given; ``eve``: the workday before; ``day``: on the day; then every ``late_every``
    workdays once it is overdue.
    """

    shares: Annotated[tuple[Share, ...], Field(max_length=10)] = USUAL.shares
    eve: bool = USUAL.eve
    day: bool = USUAL.day
    late_every: Annotated[int, Field(ge=1, le=30)] = USUAL.late_every


class Hours(Section):
    """``[hours]``, and ``[units.hours]``. ``rest_days`` and ``work_days`` correct the national calendar."""

    start: ClockTime = START
    end: ClockTime = END
    rest_days: tuple[Day, ...] = ()
    work_days: tuple[Day, ...] = ()


class Weekday(StrEnum):
    """The day of the digest."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday, as :meth:`datetime.date.weekday` counts."""
        return list(Weekday).index(self)


class Judging(Section):
    """``[units.digest]``: how the digest of a unit and those below it judges; ``version`` is printed with it."""

    floor: Share = _DIGEST.floor
    contacted_weight: Share = _DIGEST.contacted_weight
    solved_weight: Share = _DIGEST.solved_weight
    satisfied_weight: Share = _DIGEST.satisfied_weight
    version: Text = _DIGEST.version


class Digest(Judging):
    """``[digest]``: when it goes out, and how it judges."""

    weekday: Weekday = list(Weekday)[_DIGEST.weekday]
    time: ClockTime = time(*divmod(_DIGEST.minutes, 60))


class Ledger(Section):
    """``[ledger]``, and ``[units.ledger]``: the columns of an office's own files, in its order and under its titles.

    ``columns`` of the ledger, ``supervised`` of 督办事项清单, ``problems`` of checklists and projects (问题台账);
    empty: all of them, as they are.
    """

    columns: LedgerColumns = ()
    supervised: SupervisedColumns = ()
    problems: ProblemColumns = ()


class Danger(Section):
    """``[danger]``: words that mean danger to life or limb, and what sounds like it and is not meant so.

    ``mind``: somebody may hurt themselves; ``body``: danger from without. Each list stands instead of the default one.
    """

    mind: DangerPhrases = MIND
    body: DangerPhrases = BODY
    harmless: DangerPhrases = HARMLESS


class Backup(Section):
    """``[backup]``: one copy a day at ``at``; the newest ``keep`` stay (0: the clock makes none)."""

    folder: File = Path("backups")
    keep: Annotated[int, Field(ge=0, le=10_000)] = 14
    at: ClockTime = time(3, 30)


class Health(Section):
    """``[health]``: where ``/health`` and ``/metrics`` are served; empty: nowhere."""

    listen: Annotated[Listen | None, EmptyIsNone] = "127.0.0.1:8081"


class Logging(Section):
    """``[logging]``."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Unit(Section):
    """One ``[[units]]``. A unit without ``telegram_group`` is served by the group of the unit above it.

    ``restricted_group`` takes what reports wrongdoing (检举控告). ``board``: where
    what is made public is posted, for the units below too. ``merged``: codes of units that this one took over.
    Of the tables only what is written counts: see :meth:`Settings.deadlines_for`.
    """

    code: Code
    name: Text
    parent: Code | None = None
    telegram_group: GroupId | None = None
    restricted_group: GroupId | None = None
    board: GroupId | None = None
    prefix: Prefix | None = None
    merged: tuple[Code, ...] = ()
    deadlines: Deadlines | None = None
    reminders: Reminders | None = None
    hours: Hours | None = None
    digest: Judging | None = None
    ledger: Ledger | None = None


class RoleName(StrEnum):
    """What somebody is in the mailbox; who is several things has several entries."""

    SECRETARY = "secretary"
    OWNER = "owner"
    MANAGER = "manager"
    ADMIN = "admin"


class Person(Section):
    """One ``[[people]]``. ``unit`` may be left out where there is one topmost unit: it is that one then."""

    name: Text
    role: RoleName
    unit: Code | None = None
    telegram: UserId | None = None


class Category(Section):
    """One ``[[categories]]``. ``owner`` is the name of one of the people."""

    name: Text
    keywords: tuple[Text, ...] = ()
    owner: Text | None = None
    grade: Literal["urgent", "priority", "normal", "complex"] = "normal"
    telegram_group: GroupId | None = None


class Settings(BaseModel):
    """The whole configuration: the file, and what the environment puts over it. See ``load_settings``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    mailbox: Mailbox = Field(default_factory=Mailbox)
    telegram: Telegram = Field(default_factory=Telegram)
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = ()
    categories: tuple[Category, ...] = ()
    deadlines: Deadlines = Field(default_factory=Deadlines)
    reminders: Reminders = Field(default_factory=Reminders)
    hours: Hours = Field(default_factory=Hours)
    digest: Digest = Field(default_factory=Digest)
    ledger: Ledger = Field(default_factory=Ledger)
    danger: Danger = Field(default_factory=Danger)
    backup: Backup = Field(default_factory=Backup)
    health: Health = Field(default_factory=Health)
    logging: Logging = Field(default_factory=Logging)

    def unit(self, code: str) -> Unit:
        """The unit of a code.

        Raises:
            LookupError: there is none.
        """
        if code not in self._by_code:
            raise LookupError(f"unit {code!r}")
        return self._by_code[code]

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy; with other units it knows those, not the ones that were looked up before."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("_by_code", None)
        return copied

    @cached_property
    def _by_code(self) -> Mapping[str, Unit]:
        return {unit.code: unit for unit in reversed(self.units)}

    def line(self, code: str | None) -> tuple[Unit, ...]:
        """A unit with all those above it, topmost first; empty for None."""
        line: list[Unit] = []
        while code is not None:
            unit = self.unit(code)
            line.insert(0, unit)
            code = unit.parent
        return tuple(line)

    def deadlines_for(self, code: str | None) -> Deadlines:
        """The deadlines of a unit: its own, else those of the nearest unit above that has one, else the mailbox's."""
        return joined(self.deadlines, (unit.deadlines for unit in self.line(code)))

    def reminders_for(self, code: str | None) -> Reminders:
        """When a unit is reminded, inherited the same way."""
        return joined(self.reminders, (unit.reminders for unit in self.line(code)))

    def judging_for(self, code: str | None) -> Judging:
        """How the digest of a unit judges, inherited the same way."""
        return joined(self.digest, (unit.digest for unit in self.line(code)))

    def ledger_for(self, code: str | None) -> Ledger:
        """The columns of a unit's registers, inherited the same way."""
        return joined(self.ledger, (unit.ledger for unit in self.line(code)))

    def board_for(self, code: str | None) -> int | None:
        """Where what a unit makes public is posted: its own place, else that of the nearest unit above."""
        return next((unit.board for unit in reversed(self.line(code)) if unit.board is not None), None)

    def hours_for(self, code: str | None) -> Hours:
        """The hours and own rest days of a unit, inherited the same way."""
        return joined(self.hours, (unit.hours for unit in self.line(code)))


def joined(first: SectionT, others: Iterable[Section | None]) -> SectionT:
    """``first``, with whatever the others say in so many words put over it, one after another."""
    for other in others:
        if other is not None:
            first = first.model_copy(update={key: getattr(other, key) for key in other.model_fields_set})
    return first
