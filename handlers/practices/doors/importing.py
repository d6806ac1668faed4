"""Rows of a ledger that come back in: each is judged by itself, a new one becomes a ticket, a known one is updated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from handlers.cases import decisions, submission
from handlers.cases.submission import Concern
from handlers.cases.telling import tell_thread
from handlers.components.register import Back, Kind
from handlers.core.concealing import without_codes
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, OTHERS, SOURCE, say
from handlers.core.turn import Turn
from handlers.people.directories import of_categories, of_units
from handlers.reports.ledger import COLUMNS
from handlers.rules.codes import find_number
from handlers.rules.columns import Layout
from handlers.rules.dates import typed
from handlers.rules.directory import Directory, FitsSeveral
from handlers.rules.lifecycle import Action, Grade, Impossible, Naming, Role, Source, State, step
from handlers.rules.names import kind_of
from handlers.rules.speakers import UNNAMED
from handlers.rules.terms import title_of
from storage import history, reports, tickets, units
from storage.database import Transaction
from storage.tickets import Ticket
from storage.units import Unit

TICK = "import"
MOST_ROWS = 20_000
MOST_TEXT = 30_000
WANTED = frozenset({"title", "body"})
"""One of these a table must have."""
_READ = frozenset(each.key for each in COLUMNS.among if each.back is not Back.NOTHING)
"""The columns of a ledger that mean something here; the others follow from what is done and are never read."""
_KEPT = tuple(each for each in COLUMNS.among if each.back is Back.KEPT)
_UNNAMED = UNNAMED | {
    *("隐名", "不愿透露", "不愿透露姓名", "不愿具名", "不愿署名", "保密", "无", "没有", "未留", "未留姓名", "未填"),
    *("-", "—", "/", "Anonymous", "anonymous"),
}
"""What stands in the column of the name when somebody is not to be known."""
_OPEN = (State.SUBMITTED, State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS)
_PAGE = 400


@dataclass(frozen=True, slots=True)
class Row:
    """One row that can be taken in. ``number`` is None for a new matter; else category and grade are what counts."""

    line: int
    number: str | None
    unit: int
    source: str = Source.LETTER
    contact: Mapping[str, str] = field(default_factory=dict)
    category: int | None = None
    grade: str | None = None
    title: str = ""
    body: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What is to become of a row: ``what`` is ``new``, ``update``, ``same`` or ``wrong``, then with ``why``.

    Of a new one ``why`` says what of it is not taken in.
    """

    line: int
    what: str
    why: str = ""
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What rows are judged by: units, categories, words of choice in every language, and the matters that are there."""

    locale: str
    default: int
    units: Directory
    categories: Directory
    choices: Mapping[str, Mapping[str, str]]
    numbered: Mapping[str, Ticket]
    unstated: str
    """What rows are that have an end or an answer and no state: ``open``, ``finished``; empty: they are asked about."""
    there: dict[tuple[int, str], str]


class _Wrong(ValueError):
    """A row that can't be taken, with the key of why and its facts."""

    def __init__(self, why: str, **facts: object) -> None:
        super().__init__(why)
        self.why, self.facts = why, facts


def headings(locale: str) -> Mapping[str, str]:
    """The titles of a ledger's columns that are read, to their keys."""
    return {COLUMNS.title(locale, key): key for key in COLUMNS.keys if key in _READ}


def renamed(layouts: Iterable[Layout]) -> Mapping[str, str]:
    """The same for the titles that the settings give the columns."""
    return {title: key for each in layouts for key, title in each.chosen if title and key in _READ}


async def known(
    tx: Transaction, locale: str, unit: Unit, rows: Sequence[Mapping[str, str]], unstated: str = ""
) -> Known:
    """What a table's rows are judged by: only those matters of the unit and below that the table speaks of are kept."""
    below = [each for each in await units.everyone(tx) if each.path.startswith(unit.path)]
    numbers = {each["number"] for each in rows if each.get("number")}
    bodies = {_body(each) for each in rows}
    numbered, there = {}, {}
    ids = await reports.ledger_ids(tx, unit.path, 0, 1 << 60)
    for start in range(0, len(ids), _PAGE):
        for each in await tickets.by_ids(tx, ids[start : start + _PAGE]):
            if each.number in numbers:
                numbered[each.number] = each
            for words in (each.title.strip(), each.body.strip()):
                if words in bodies:
                    there[each.unit_id, words] = each.number
    return Known(
        locale,
        unit.id,
        of_units(below, await units.everyone(tx, retired=True)),
        of_categories(await units.categories(tx)),
        {
            "source": _words("source", Source),
            "grade": _words("grade", Grade),
            "state": _words("state", State),
        },
        numbered,
        unstated,
        there,
    )


def _words(prefix: str, choices: type[Source] | type[Grade] | type[State]) -> Mapping[str, str]:
    return {say(locale, f"{prefix}-{each}"): each.value for locale in (SOURCE, *OTHERS) for each in choices}


def _body(cells: Mapping[str, str]) -> str:
    return (cells.get("body") or cells.get("title", "")).strip()


def judge(line: int, cells: Mapping[str, str], known_: Known) -> Judged:
    """What is to become of one row; ``cells`` by the names of the fields. The same words twice count once."""
    try:
        told = {key: "" if _blank(value) else value for key, value in cells.items()}
        unnamed = cells.get("name", "").strip() in _UNNAMED
        row = _row(line, {**told, "name": "", "contact": ""} if unnamed else told, known_)
        if row.number is not None:
            if not _changes(row, known_.numbered[row.number], known_):
                return Judged(line, "same", say(known_.locale, "import-same", number=row.number))
            return Judged(line, "update", row=row)
    except _Wrong as reason:
        return Judged(line, "wrong", say(known_.locale, f"import-wrong-{reason.why}", **reason.facts))
    number = known_.there.get((row.unit, row.body))
    if number is not None:
        return Judged(line, "same", say(known_.locale, "import-same", number=number))
    known_.there[row.unit, row.body] = say(known_.locale, "import-line", line=line)
    # Whoever is not to be known is not known by a telephone either.
    left_out = say(known_.locale, "import-anonymous") if unnamed and told.get("contact") else ""
    return Judged(line, "new", left_out, row)


def _row(line: int, told: Mapping[str, str], known_: Known) -> Row:
    if any(value.startswith("=") for value in told.values()):
        raise _Wrong("formula")
    category = _named(known_, known_.categories, told.get("category", ""))
    grade = _chosen(known_.choices["grade"], told.get("grade", ""), "grade")
    if number := told.get("number"):
        found = find_number(number)
        if found is None:
            raise _Wrong("number", number=number[:40])
        if found not in known_.numbered:
            raise _Wrong("unknown", number=number[:40])
        return Row(line, found, known_.numbered[found].unit_id, category=category, grade=grade)
    state = _chosen(known_.choices["state"], told.get("state", ""), "state-word")
    if state is not None and state not in _OPEN:
        # What is done needs no secretary: as a ticket it would be reminded of and asked about as if it were new.
        raise _Wrong("done", state=told["state"])
    _check_unfinished(told, state, known_)
    unit = _named(known_, known_.units, told.get("unit", ""))
    body = _body(told)
    if not body:
        raise _Wrong("empty")
    if len(body) > MOST_TEXT:
        raise _Wrong("long", most=MOST_TEXT)
    return Row(
        line,
        None,
        known_.default if unit is None else unit,
        _chosen(known_.choices["source"], told.get("source", ""), "source") or Source.LETTER,
        {key: told[name] for key, name in (("name", "name"), ("phone", "contact")) if told.get(name)},
        category,
        grade,
        told.get("title", "") or title_of(body),
        body,
        "\n".join(
            f"{COLUMNS.title(SOURCE, each.key)}：{typed(told[each.key]) if each.kind is Kind.TIME else told[each.key]}"
            for each in _KEPT
            if told.get(each.key)
        ),
    )


def _check_unfinished(told: Mapping[str, str], state: str | None, known_: Known) -> None:
    """Make sure that a row which becomes an open matter is not finished already: then nobody is to be promised a date.

    Raises:
        _Wrong: it has an end, or an answer and no state, and nobody has said what that means.
    """
    closed, answer = typed(told.get("closed", "")), told.get("answer", "")
    if state is not None:
        if closed:
            raise _Wrong("closed-open", state=told["state"], closed=closed[:20])
    elif (closed or answer) and known_.unstated == "finished":
        raise _Wrong("finished")
    elif (closed or answer) and known_.unstated != "open":
        raise _Wrong("closed-unstated" if closed else "answered-unstated", closed=closed[:20])


def _chosen(choices: Mapping[str, str], word: str, kind: str) -> str | None:
    if word and word not in choices:
        raise _Wrong(kind, name=word[:40])
    return choices[word] if word else None


def _named(known_: Known, among: Directory, word: str) -> int | None:
    """The unit or category of a cell: by its code, its path or its whole name; a part of one is not enough."""
    if not word.strip():
        return None
    try:
        found = among.the_one(word, part=False)
    except FitsSeveral as several:
        choices = say(known_.locale, "which-comma").join(several.choices.values())
        raise _Wrong("several", name=word[:40], count=len(several.choices), choices=choices) from None
    if found is None:
        near = say(known_.locale, "which-comma").join(among.shown(each.key) for each in among.find(word).nearest)
        raise _Wrong(among.kind, name=word[:40], near=say(known_.locale, "which-near", choices=near) if near else "")
    return found.key


def _changes(row: Row, ticket: Ticket, known_: Known) -> tuple[Action, ...]:
    """What a row would change on its ticket, if the state of that allows it."""
    wanted = []
    if row.category not in (None, ticket.category_id):
        wanted.append(Action.RECATEGORISE)
    if row.grade not in (None, ticket.grade):
        wanted.append(Action.REGRADE)
    for each in wanted:
        if isinstance(step(State(ticket.state), each, Role.SYSTEM), Impossible):
            raise _Wrong("state", state=say(known_.locale, f"state-{ticket.state}"))
    return tuple(wanted)


def _blank(word: str) -> bool:
    """How a ledger says that there is nothing."""
    return word.strip() in ("", "—", "-", "/", "无", "匿名", "隐名", "未分类", "（未指定）")


def facts(rows: Sequence[Row]) -> dict[str, Any]:
    """Some rows as an event carries them."""
    return {"rows": [asdict(each) for each in rows]}


async def tick(turn: Turn) -> None:
    """Take these rows in. A follow code in one of them goes no further."""
    for body in await without_codes(turn.tx, turn.event.facts["rows"]):
        row = Row(**body)
        if row.number is None:
            await _new(turn, row)
        else:
            await _update(turn, row)


async def _new(turn: Turn, row: Row) -> None:
    submitted = await submission.submit(
        turn,
        Concern(
            text=row.body,
            unit_id=row.unit,
            kind=kind_of(row.body),
            naming=Naming.NAMED if row.contact else Naming.ANONYMOUS,
            title=row.title,
            category_id=row.category,
            source=Source(row.source),
            contact=row.contact,
            grade=None if row.grade is None else Grade(row.grade),
        ),
        raiser=None,
    )
    if row.kept:
        text = say(DESK_LOCALE, "import-kept", text=row.kept)
        entry = await history.append(
            turn.tx, submitted.ticket.id, at=turn.now, action=Action.NOTE, role=Role.SYSTEM, text=text
        )
        await tell_thread(turn, submitted.ticket, text, entry=entry)


async def _update(turn: Turn, row: Row) -> None:
    """Category and grade may be edited; what was said and decided is history."""
    ticket = await tickets.by_number(turn.tx, row.number or "")
    if ticket is None or ticket.restricted:
        return
    try:
        if row.category not in (None, ticket.category_id):
            ticket = await decisions.recategorise(turn, ticket, row.category or 0, role=Role.SYSTEM)
        if row.grade not in (None, ticket.grade):
            await decisions.regrade(turn, ticket, Grade(row.grade or ""), role=Role.SYSTEM)
    except Refused as refused:
        # Its state has changed since the row was judged.
        await tell_thread(turn, ticket, refused.said(DESK_LOCALE))
