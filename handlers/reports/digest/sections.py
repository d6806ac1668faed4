"""The details that follow the first screen, as tables: for the workbook, and as lines for whoever reads in the chat."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from handlers.core.house import House
from handlers.core.texts import say
from handlers.core.wording import day, shorten
from handlers.reports.digest import cells
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.findings import UNSORTED, Look, Rise
from handlers.reports.digest.ranking import under_floor, well_done
from handlers.reports.digest.screen import percent, rate, rates, score
from handlers.rules.deadlines import light
from handlers.rules.tasks import TaskState
from storage.tickets import Ticket

RISING = 3
"""Categories that rose most."""
RISE_LEAST = 2
LINE_TITLE = 24
LISTED = 20
"""Lines of one list in the chat; the workbook has all of them."""
Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Section:
    """One table. ``lines`` say the same as ``rows``, for the chat; ``note`` stands under the title."""

    key: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Maker:
    locale: str
    look: Look
    house: House

    def say(self, key: str, **facts: object) -> str:
        return say(self.locale, key, period=self.look.week.period, **facts)

    def date(self, at: int | None) -> date | None:
        return None if at is None else self.house.calendar.local(at).date()

    def day(self, at: int) -> str:
        return day(self.locale, self.house.calendar, at)

    def unit(self, ticket: Ticket) -> str:
        return self.look.names.get(ticket.unit_id, "")

    def owner(self, ticket: Ticket) -> str:
        if ticket.owner_id is None:
            return self.say("nobody")
        return self.look.staff.get(ticket.owner_id, self.say("nobody"))

    def state(self, ticket: Ticket) -> str:
        return self.say(f"state-{ticket.state}")

    def category(self, category: int) -> str:
        if category == cells.OTHER:
            return self.say("digest-category-merged")
        if category == UNSORTED:
            return self.say("case-no-category")
        return self.look.category_names.get(category, self.say("case-no-category"))

    def section(
        self,
        key: str,
        rows: Iterable[tuple[Value, ...]],
        lines: Iterable[str],
        note: str = "",
    ) -> Section:
        header = tuple(self.say(f"digest-{key}-columns").split("|"))
        return Section(key, self.say(f"digest-{key}-title"), header, tuple(rows), tuple(lines), note)

    def line(self, ticket: Ticket, tail: str) -> str:
        return self.say("digest-line", number=ticket.number, title=shorten(ticket.title, LINE_TITLE), tail=tail)


def sections(locale: str, look: Look, house: House) -> tuple[Section, ...]:
    """Every table of a digest that has something in it, figures first."""
    maker = _Maker(locale, look, house.seen_from(look.unit.code))
    made = [make(maker) for make in _ORDER]
    return tuple(each for each in made if each.rows)


def in_words(locale: str, look: Look, house: House) -> str:
    """The details as one text for the chat."""
    parts, unheard = [], {each.number for each in look.unheard}
    for section in sections(locale, look, house):
        if not section.lines:
            continue
        lines, note = section.lines, section.note
        if section.key == "unsettled":
            # Who has read what nobody has answered need not read it again.
            lines = tuple(line for row, line in zip(section.rows, lines, strict=True) if row[0] not in unheard)
            known = len(section.rows) - len(lines)
            note = say(locale, "digest-unsettled-besides", count=known) if known else ""
        shown = list(lines[:LISTED])
        if len(lines) > LISTED:
            shown.append(say(locale, "digest-list-more", count=len(lines) - LISTED))
        head = section.title
        if section.key in _COUNTED:
            head = say(locale, "digest-section-head", title=section.title, count=len(section.rows))
        parts.append("\n".join((head, *([note] if note else []), *shown)))
    return "\n\n".join(parts) or say(locale, "digest-nothing")


def rising(look: Look) -> tuple[Rise, ...]:
    """The categories that rose most since last week."""
    if look.last is None:
        return ()
    up = [
        each for each in look.categories if each.change >= RISE_LEAST and each.category not in (cells.OTHER, UNSORTED)
    ]
    return tuple(sorted(up, key=lambda each: -each.change)[:RISING])


def _figures(maker: _Maker) -> Section:
    now, last = maker.look.now, maker.look.last
    flow = last if maker.look.whole else None
    rows: list[tuple[Value, ...]] = []
    for name in ("new", "finished", "open", "overdue", "again"):
        before = last if name in ("open", "overdue") else flow
        value: int = getattr(now, name)
        old: int | None = getattr(before, name) if before else None
        rows.append((maker.say(f"digest-figure-{name}"), value, old, None if old is None else value - old))
    for name, words in _rate_rows(maker, now):
        rows.append((name, words, dict(_rate_rows(maker, last)).get(name) if last else None, None))
    weights = rates(maker.locale, now, maker.house)[-1]
    return maker.section("figures", rows, (), weights)


def _rate_rows(maker: _Maker, figures: Figures) -> list[tuple[str, str]]:
    locale = maker.locale
    pairs: list[tuple[str, float, int]] = [
        ("contacted", figures.contacted, figures.rated),
        ("solved", figures.solved, figures.rated),
        ("satisfied", figures.pleased, figures.rated),
        ("kept", figures.kept, figures.limits),
        ("heard", figures.heard, figures.raised),
        ("settled", figures.settled, figures.raised),
    ]
    rows = [(maker.say(f"digest-figure-{name}"), rate(locale, part, whole)) for name, part, whole in pairs]
    rows.insert(3, (maker.say("digest-figure-score"), score(locale, figures, maker.house)))
    rows.insert(4, (maker.say("digest-figure-unrated"), str(figures.unrated)))
    return rows


def _late(maker: _Maker) -> Section:
    rows, lines = [], []
    for each in maker.look.late:
        ticket = each.ticket
        days = max(1, int(each.days))
        what = maker.say(f"digest-late-{each.kind}")
        rows.append(
            (
                ticket.number,
                ticket.title,
                maker.unit(ticket),
                maker.owner(ticket),
                what,
                maker.date(each.due_at),
                days,
            )
        )
        lines.append(maker.line(ticket, maker.say("digest-late-tail", what=what, days=days, owner=maker.owner(ticket))))
    return maker.section("late", rows, lines)


def _ranking(maker: _Maker) -> Section:
    locale, rules = maker.locale, maker.house.digest
    rows: list[tuple[Value, ...]] = []
    lines = []
    own = maker.look.own
    # A unit's own place among its like: the others' scores are not this manager's to see.
    listed = (*([own] if own.place is not None else []), *maker.look.ranked)
    for each in listed:
        place = maker.say("digest-no-place") if each.place is None else f"{each.place}/{each.among}"
        before = "—" if each.before is None else str(each.before)
        words = score(locale, each.figures, maker.house)
        rows.append(
            (
                each.unit.level,
                place,
                before,
                each.unit.shown,
                words,
                each.figures.rated,
                rate(locale, each.figures.contacted, each.figures.rated),
                rate(locale, each.figures.solved, each.figures.rated),
                rate(locale, each.figures.pleased, each.figures.rated),
                rate(locale, each.figures.kept, each.figures.limits),
            )
        )
        if each.place is not None:
            lines.append(
                maker.say(
                    "digest-ranking-line",
                    place=each.place,
                    before=before,
                    unit=each.unit.shown,
                    score=words,
                    n=each.figures.rated,
                )
            )
        elif each.figures.rated:
            lines.append(maker.say("digest-ranking-few", unit=each.unit.shown, score=words))
    comma = maker.say("digest-and")
    good = comma.join(each.unit.shown for each in well_done(maker.look.ranked, rules))
    low = comma.join(each.unit.shown for each in under_floor(listed, rules))
    note = maker.say("digest-semicolon").join(
        each
        for each in (
            maker.say("digest-ranking-good", units=good) if good else "",
            maker.say("digest-ranking-low", units=low, floor=percent(rules.floor)) if low else "",
        )
        if each
    )
    return maker.section("ranking", rows, lines, note)


def _categories(maker: _Maker) -> Section:
    compare = maker.look.last is not None and maker.look.whole
    rows: list[tuple[Value, ...]] = []
    lines = []
    for each in maker.look.categories:
        name = maker.category(each.category)
        rows.append((name, each.new, each.new - each.change if compare else None, each.change if compare else None))
        change = maker.say("digest-change", change=f"{each.change:+d}") if compare and each.change else ""
        if each.new or change:
            lines.append(maker.say("digest-categories-line", name=name, new=each.new, change=change))
    up = maker.say("digest-and").join(
        f"{maker.category(each.category)} {each.change:+d}" for each in rising(maker.look)
    )
    note = maker.say("digest-categories-up", names=up) if up and compare else ""
    return maker.section("categories", rows, lines, note)


def _by_unit(maker: _Maker) -> Section:
    """Unit by category, for the workbook only."""
    below = [each.unit for each in maker.look.ranked]
    rows: list[tuple[Value, ...]] = [
        (unit.shown, maker.category(category), count)
        for unit in below
        for category, count in sorted(maker.look.by_unit.get(unit.id, {}).items(), key=lambda each: -each[1])
    ]
    return maker.section("by_unit", rows, (), maker.say("digest-by_unit-note", fewest=cells.FEWEST))


def _shared(maker: _Maker) -> Section:
    rows, lines = [], []
    for each in maker.look.shared:
        ticket = each.ticket
        rows.append((ticket.number, ticket.title, maker.unit(ticket), each.people, each.tickets, maker.state(ticket)))
        tail = maker.say("digest-shared-tail", people=each.people, state=maker.state(ticket))
        lines.append(maker.line(ticket, tail))
    return maker.section("shared", rows, lines)


def _again(maker: _Maker) -> Section:
    rows, lines = [], []
    for ticket in maker.look.again:
        rows.append(
            (
                ticket.number,
                ticket.title,
                maker.unit(ticket),
                maker.owner(ticket),
                ticket.reopened,
                maker.state(ticket),
            )
        )
        tail = maker.say("digest-again-tail", times=ticket.reopened, state=maker.state(ticket))
        lines.append(maker.line(ticket, tail))
    return maker.section("again", rows, lines)


def _review(maker: _Maker) -> Section:
    rows, lines = [], []
    for ticket in maker.look.review:
        at = ticket.suspended_until or 0
        rows.append((ticket.number, ticket.title, maker.unit(ticket), maker.date(at), ticket.plan or ""))
        lines.append(maker.line(ticket, maker.say("digest-review-tail", date=maker.day(at))))
    return maker.section("review", rows, lines)


def _instructions(maker: _Maker) -> Section:
    rows, lines = [], []
    calendar = maker.house.calendar
    for given, ticket in maker.look.instructions:
        done = given.answered_at is not None
        until = maker.look.week.until
        mark = "green" if done else str(light(given.due_at, until, calendar, given.given_at))
        how = "done" if done else "late" if given.due_at < until else mark
        state = maker.say(f"digest-instruction-{how}")
        rows.append(
            (
                ticket.number,
                ticket.title,
                maker.look.staff.get(given.manager_id, ""),
                given.text,
                maker.date(given.given_at),
                maker.date(given.due_at),
                state,
                given.answer or "",
            )
        )
        lines.append(
            maker.say(f"light-{mark}")
            + " "
            + maker.line(ticket, maker.say("digest-instruction-tail", state=state, text=shorten(given.text, 30)))
        )
    return maker.section("instructions", rows, lines)


def _tasks(maker: _Maker) -> Section:
    """督办 and 办实事, each with its light."""
    rows, lines = [], []
    calendar, until = maker.house.calendar, maker.look.week.until
    for task in maker.look.tasks:
        struck = task.state == TaskState.STRUCK
        mark = "green" if struck else str(light(task.due_at, until, calendar, task.made_at))
        state = maker.say(f"task-state-{task.state}")
        rows.append(
            (
                task.title,
                maker.say(f"task-source-{task.source}"),
                maker.look.names.get(task.unit_id, ""),
                task.owner_name or maker.say("nobody"),
                maker.date(task.due_at),
                maker.say(f"light-word-{mark}"),
                state,
                task.relapses or None,
            )
        )
        if not struck:
            tail = maker.say(
                "digest-tasks-tail", owner=task.owner_name or maker.say("nobody"), state=state, relapses=task.relapses
            )
            lines.append(f"{maker.say(f'light-{mark}')} {shorten(task.title, LINE_TITLE)} {tail}")
    return maker.section("tasks", rows, lines)


def _without(key: str, tickets: Callable[[Look], tuple[Ticket, ...]]) -> Callable[[_Maker], Section]:
    def make(maker: _Maker) -> Section:
        until = maker.look.week.until
        calendar = maker.house.calendar
        rows, lines = [], []
        for ticket in tickets(maker.look):
            days = int(calendar.workdays_between(ticket.submitted_at, until))
            rows.append(
                (
                    ticket.number,
                    ticket.title,
                    maker.unit(ticket),
                    maker.owner(ticket),
                    maker.date(ticket.submitted_at),
                    days,
                    maker.state(ticket),
                )
            )
            tail = "digest-without-tail" if days else "digest-without-today"
            lines.append(maker.line(ticket, maker.say(tail, days=days, state=maker.state(ticket))))
        return maker.section(key, rows, lines)

    return make


_COUNTED = frozenset({"late", "shared", "again", "review", "instructions", "tasks", "unheard", "unsettled"})
_ORDER: tuple[Callable[[_Maker], Section], ...] = (
    _figures,
    _late,
    _again,
    _instructions,
    _tasks,
    _review,
    _shared,
    _ranking,
    _categories,
    _by_unit,
    _without("unheard", lambda look: look.unheard),
    _without("unsettled", lambda look: look.unsettled),
)
