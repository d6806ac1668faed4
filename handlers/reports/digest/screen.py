"""The digest in words that fit one phone screen."""

from __future__ import annotations

from handlers.core.house import House
from handlers.core.texts import say
from handlers.core.wording import moment, shorten
from handlers.reports.digest.figures import ENOUGH, Figures
from handlers.reports.digest.findings import Look
from handlers.reports.digest.judgement import Judgement, Need, Reason, Verdict, Why, judge, needs
from handlers.reports.digest.ranking import under_floor
from handlers.reports.digest.weeks import label

NAMED = 3
"""How many tickets that need the manager, and how many units below the floor, stand on the first screen."""
TITLE = 14


def percent(part: float) -> str:
    """A share as “91.7%”."""
    return f"{100 * part:.1f}".removesuffix(".0") + "%"


def rate(locale: str, part: float, whole: int) -> str:
    """A rate with what it is of: “91.7%（11/12）”, “3/4（样本不足）” where that is little, “—” of nothing."""
    if whole == 0:
        return "—"
    of = f"{round(part, 1):g}/{whole}"
    if whole < ENOUGH:
        return say(locale, "digest-few", of=of)
    return say(locale, "digest-rate", percent=percent(part / whole), of=of)


def score(locale: str, figures: Figures, house: House) -> str:
    """综合 in words."""
    found = figures.composite(house.digest)
    if found is None:
        return "—"
    return percent(found) if figures.enough else say(locale, "digest-too-few", n=figures.rated)


def change(locale: str, now: int, last: int | None) -> str:
    """What a count differs by from the one before, in brackets; nothing where there was none."""
    if last is None:
        return ""
    difference = now - last
    return say(locale, "digest-change", change=f"{difference:+d}") if difference else say(locale, "digest-no-change")


def screen(locale: str, look: Look, house: House) -> str:
    """The whole first message."""
    house = house.seen_from(look.unit.code)
    lines = [
        say(locale, "digest-title", unit=look.unit.shown, period=look.week.period),
        _span(locale, look, house),
        "",
        judgement_words(locale, judge(look, house.digest), look, house),
        *_needs(locale, look),
        "",
        *_counts(locale, look),
        "",
        *rates(locale, look.now, house),
        *_promises(locale, look),
    ]
    lines += practices(locale, look)
    lines += standing(locale, look, house)
    return "\n".join(lines)


def standing(locale: str, look: Look, house: House) -> list[str]:
    """Who is below the floor, this unit's place, and how many accusations there were: a bare count."""
    lines = []
    low = under_floor((look.own, *look.ranked), house.digest)
    if low:
        units = say(locale, "digest-and").join(f"{each.unit.shown} {percent(each.score or 0)}" for each in low[:NAMED])
        key = "digest-low-more" if len(low) > NAMED else "digest-low"
        lines.append(say(locale, key, floor=percent(house.digest.floor), units=units, count=len(low)))
    if look.own.place is not None and look.own.among > 1:
        lines.append(_place(locale, look))
    if look.reports:
        lines.append(say(locale, "digest-reports", count=look.reports))
    return lines


def practices(locale: str, look: Look) -> list[str]:
    """What went on outside the chat, and how what was promised stands; nothing where there was nothing."""
    outside, lines = look.outside, []
    if outside.visits or outside.talks or outside.opinions:
        lines.append(
            say(
                locale,
                "digest-outside",
                visits=outside.visits,
                people=outside.people,
                opinions=outside.opinions,
            )
        )
    more = []
    if outside.rounds:
        more.append(say(locale, "digest-outside-rounds", rounds=outside.rounds, letters=outside.letters))
    if outside.sites:
        more.append(say(locale, "digest-outside-sites", sites=outside.sites))
    if more:
        lines.append(say(locale, "digest-semicolon").join(more))
    if look.tasks:
        late = sum(1 for each in look.promised if each.due_at is not None and each.due_at < look.week.until)
        lines.append(
            say(
                locale,
                "digest-tasks-line",
                open=len(look.promised),
                late=late,
                struck=look.struck,
                soon=look.soon,
                period=look.week.period,
            )
        )
    return lines


def _needs(locale: str, look: Look) -> list[str]:
    """What needs the manager, by name; where nothing does, what is overdue is still said to be seen to."""
    found = needs(look)
    if not found:
        return [say(locale, "digest-needs-late" if look.late else "digest-needs-none", count=len(look.late))]
    lines = [say(locale, "digest-needs", count=len(found)), *(need(locale, each) for each in found[:NAMED])]
    if len(found) > NAMED:
        lines.append(say(locale, "digest-needs-more", count=len(found) - NAMED))
    return lines


def _span(locale: str, look: Look, house: House) -> str:
    if look.whole:
        return label(locale, house.calendar, look.week)
    return say(locale, "digest-so-far", period=look.week.period, moment=moment(locale, house.calendar, look.week.until))


def judgement_words(locale: str, judgement: Judgement, look: Look, house: House) -> str:
    """Better or worse, and why, in one line."""
    if not look.whole:
        return say(locale, "digest-going-on", period=look.week.period)
    if judgement.verdict not in (Verdict.BETTER, Verdict.WORSE):
        return say(locale, f"digest-verdict-{judgement.verdict}", period=look.week.period)
    words = []
    for why, change in judgement.changes[:2]:
        way = "up" if change > 0 else "down"
        if why is Why.LATE:
            words.append(say(locale, f"digest-why-late-{way}", count=int(abs(change))))
        else:
            points = f"{abs(change) * 100:.1f}".removesuffix(".0")
            value = score(locale, look.now, house) if why is Why.SCORE else percent(look.now.on_time_rate or 0)
            words.append(say(locale, f"digest-why-{why}-{way}", value=value, points=points))
    reasons = say(locale, "digest-comma").join(words)
    return say(locale, f"digest-verdict-{judgement.verdict}", why=reasons, period=look.week.period)


def _counts(locale: str, look: Look) -> list[str]:
    now = look.now
    # A week still going on has had fewer days: only what stands can be compared.
    flow = look.last if look.whole else None
    stock = look.last
    return [
        say(
            locale,
            "digest-flow",
            new=now.new,
            new_change=change(locale, now.new, flow.new if flow else None),
            finished=now.finished,
            finished_change=change(locale, now.finished, flow.finished if flow else None),
        ),
        say(
            locale,
            "digest-stock",
            open=now.open,
            open_change=change(locale, now.open, stock.open if stock else None),
            overdue=now.overdue,
            overdue_change=change(locale, now.overdue, stock.overdue if stock else None),
        ),
    ]


def rates(locale: str, now: Figures, house: House) -> list[str]:
    """有效回访 with its three rates and 综合, always with the number of ratings that they rest on."""
    rules = house.digest
    lines = [say(locale, "digest-rated", n=now.rated, unrated=now.unrated)]
    if now.rated == 0:
        lines.append(say(locale, "digest-rates", contacted="—", solved="—", satisfied="—"))
    elif not now.enough:
        lines.append(
            say(
                locale,
                "digest-rates-few",
                contacted=f"{now.contacted}/{now.rated}",
                solved=f"{now.solved}/{now.rated}",
                satisfied=f"{round(now.pleased, 1):g}/{now.rated}",
            )
        )
    else:
        parts = (now.contacted, now.solved, now.pleased)
        words = [rate(locale, each, now.rated) for each in parts]
        lines.append(say(locale, "digest-rates-each", contacted=words[0], solved=words[1], satisfied=words[2]))
    weights = "/".join(f"{each:g}" for each in (rules.contacted_weight, rules.solved_weight, rules.satisfied_weight))
    lines.append(say(locale, "digest-score", score=score(locale, now, house), weights=weights, version=rules.version))
    return lines


def _promises(locale: str, look: Look) -> list[str]:
    now = look.now
    lines = [
        say(locale, "digest-on-time", rate=rate(locale, now.kept, now.limits)),
        say(locale, "digest-heard", rate=rate(locale, now.heard, now.raised)),
        say(locale, "digest-settled", rate=rate(locale, now.settled, now.raised)),
    ]
    if now.again or look.again:
        lines.append(say(locale, "digest-again", week=now.again, open=len(look.again)))
    return lines


def _place(locale: str, look: Look) -> str:
    own = look.own
    before = (
        say(locale, "digest-place-before", place=own.before, period=look.week.period) if own.before is not None else ""
    )
    return say(locale, "digest-place", place=own.place, among=own.among, before=before)


def need(locale: str, each: Need) -> str:
    """One ticket that needs the manager, on one line."""
    number = max(1, int(each.number)) if each.reason is Reason.LATE else int(each.number)
    why = say(locale, f"digest-need-{each.reason}", number=number)
    return say(locale, "digest-need", number=each.ticket.number, title=shorten(each.ticket.title, TITLE), why=why)
