"""The digest as an office files it: what there is to say in paragraphs, then the tables, nothing of it twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from handlers.core.house import House
from handlers.core.texts import say
from handlers.reports.digest.figures import Figures
from handlers.reports.digest.findings import Look
from handlers.reports.digest.judgement import Reason, judge, needs
from handlers.reports.digest.screen import change, judgement_words, practices, rate, score, standing
from handlers.reports.digest.sections import Section, Value, sections

LEFT_OUT = frozenset({"by_unit"})
"""What is for the workbook: a page of numbers for each unit and category."""


@dataclass(frozen=True, slots=True)
class Paper:
    """``title`` and ``span`` above, ``parts`` with numbered headings, ``signed`` and ``dated`` below.

    ``summary`` are the paragraphs of the first part.
    """

    title: str
    span: str
    summary_heading: str
    summary: tuple[str, ...]
    parts: tuple[Section, ...]
    signed: str
    dated: str


def paper(locale: str, look: Look, house: House) -> Paper:
    """The whole document of a digest."""
    house = house.seen_from(look.unit.code)
    period = look.week.period
    parts = (*_needs(locale, look), *_parts(locale, look, house))
    headed = tuple(
        replace(each, title=say(locale, "digest-paper-heading", place=place, title=each.title))
        for place, each in enumerate(parts, 2)
    )
    summary = say(locale, "digest-paper-summary")
    return Paper(
        title=say(locale, "digest-paper-title", unit=look.unit.shown, period=period),
        span=say(
            locale,
            "digest-paper-span",
            to=_date(locale, house, look.week.until - 1),
            **{"from": _date(locale, house, look.week.start)},
        ),
        summary_heading=say(locale, "digest-paper-heading", place=1, title=summary),
        summary=tuple(_summary(locale, look, house)),
        parts=headed,
        signed=house.name,
        # It is written when its time is over; of what goes on, when it is asked for.
        dated=_date(locale, house, look.week.until if look.whole else look.week.until - 1),
    )


def _date(locale: str, house: House, at: int) -> str:
    local = house.calendar.local(at)
    return say(locale, "digest-paper-date", year=str(local.year), month=local.month, day=local.day)


def _summary(locale: str, look: Look, house: House) -> Iterator[str]:
    now, rules = look.now, house.digest
    yield judgement_words(locale, judge(look, rules), look, house)
    yield say(locale, "digest-paper-counts", **_counts(locale, look))
    yield say(
        locale,
        "digest-paper-rates",
        n=now.rated,
        unrated=now.unrated,
        contacted=rate(locale, now.contacted, now.rated),
        solved=rate(locale, now.solved, now.rated),
        satisfied=rate(locale, now.pleased, now.rated),
        score=score(locale, now, house),
        weights="/".join(f"{each:g}" for each in (rules.contacted_weight, rules.solved_weight, rules.satisfied_weight)),
        version=rules.version,
    )
    yield say(
        locale,
        "digest-paper-promises",
        kept=rate(locale, now.kept, now.limits),
        heard=rate(locale, now.heard, now.raised),
        settled=rate(locale, now.settled, now.raised),
    )
    for line in (*practices(locale, look), *standing(locale, look, house)):
        yield say(locale, "digest-paper-said", words=line)


def _counts(locale: str, look: Look) -> dict[str, object]:
    """The four counts, each with its change."""
    facts: dict[str, object] = {}
    for name in ("new", "finished", "open", "overdue"):
        last: Figures | None = look.last if look.whole or name in ("open", "overdue") else None
        value: int = getattr(look.now, name)
        facts[name] = value
        facts[f"{name}_change"] = change(locale, value, None if last is None else getattr(last, name))
    return facts


def _needs(locale: str, look: Look) -> tuple[Section, ...]:
    rows = []
    for each in needs(look):
        number = max(1, int(each.number)) if each.reason is Reason.LATE else int(each.number)
        why = say(locale, f"digest-need-{each.reason}", number=number)
        rows.append((each.ticket.number, each.ticket.title, look.names.get(each.ticket.unit_id, ""), why))
    if not rows:
        return ()
    header = tuple(say(locale, "digest-needs-columns").split("|"))
    return (Section("needs", say(locale, "digest-needs-title"), header, tuple(rows), ()),)


def _parts(locale: str, look: Look, house: House) -> Iterator[Section]:
    unheard = {each.number for each in look.unheard}
    for each in sections(locale, look, house):
        if each.key in LEFT_OUT:
            continue
        if each.key == "figures":
            # Its note is in the paragraphs above.
            yield replace(each, note="")
        elif each.key == "ranking":
            # What a rate is of stands below it, or ten columns would not fit on a page.
            yield replace(each, rows=tuple(tuple(_broken(value) for value in row) for row in each.rows))
        elif each.key == "unsettled":
            left = tuple(row for row in each.rows if row[0] not in unheard)
            known = len(each.rows) - len(left)
            if left:
                yield replace(each, rows=left, note=say(locale, "digest-paper-besides", count=known) if known else "")
        else:
            yield each


def _broken(value: Value) -> Value:
    return re.sub(r"\s*([（(])", r"\n\1", value) if isinstance(value, str) else value
