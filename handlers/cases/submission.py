"""What a raiser does with a concern: submit it, add to it, change their words, urge, withdraw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.cases import forwarding, urgent_help, verbs
from handlers.cases.cards import BODY_CHARACTERS
from handlers.cases.promises import promise_in
from handlers.cases.steps import Acted, act, check, start_clock
from handlers.cases.telling import neutral, post_card, show_card, tell_owner, tell_thread
from handlers.core.buttons import button
from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Button, Reaction, Spot
from handlers.core.wording import count_files, moment
from handlers.people.desks import desk_of
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.codes import new_follow_code, spaced
from handlers.rules.danger import Danger
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Grade, Kind, Naming, Role, Source, State
from handlers.rules.terms import terms, title_of
from storage import groups, history, messages, notices, tickets, units
from storage.messages import NewLink
from storage.people import Person
from storage.tickets import NewTicket, Ticket

RESTRICTED_SERIES = "J"
"""Behind the prefix of an accusation's number: a gap in the others' numbers would tell everyone that there is one."""


@dataclass(frozen=True, slots=True)
class Concern:
    """What is raised. ``said`` are the raiser's own messages that it was gathered from, so that edits find it again.

    ``contact`` is what an offline raiser left (name, phone); sealed. ``notice``: the policy notice that it asks about.
    """

    text: str
    unit_id: int
    kind: Kind
    naming: Naming
    title: str = ""
    category_id: int | None = None
    files: tuple[Attachment, ...] = ()
    source: Source = Source.CHAT
    place_id: int | None = None
    contact: Mapping[str, str] = field(default_factory=dict)
    grade: Grade | None = None
    said: tuple[str, ...] = ()
    notice: int | None = None


@dataclass(frozen=True, slots=True)
class Submitted:
    """A new ticket, and the follow code of those who need one (shown once, kept only as a tag)."""

    ticket: Ticket
    code: str | None


async def submit(turn: Turn, concern: Concern, *, raiser: Person | None) -> Submitted:
    """Put a concern on the ledger, show it to the secretaries, tell the raiser number, who looks at it and by when.

    ``raiser`` is None for those who came by phone, box or visit: whoever wrote it down is the turn's person.
    """
    anonymous_or_away = raiser is None or concern.naming is Naming.ANONYMOUS
    code = new_follow_code() if anonymous_or_away else None
    ticket = await _put_down(turn, concern, raiser, code)
    logged = raiser is None and turn.person is not None
    entry = await history.append(
        turn.tx,
        ticket.id,
        at=turn.now,
        action=Action.SUBMIT,
        role=Role.SECRETARY if logged else Role.RAISER,
        staff_id=turn.who.id if logged else None,
        text=concern.text,
        states=(None, ticket.state),
        detail={"title": ticket.title},
        files=[write_file(each) for each in concern.files],
    )
    accept_due = await start_clock(turn, ticket, DeadlineKind.ACCEPT)
    await start_clock(turn, ticket, DeadlineKind.FIRST_ANSWER)
    if not ticket.restricted:
        await tickets.index(turn.tx, ticket.id, " ".join(terms(ticket.title)), " ".join(terms(ticket.body)))
    if concern.notice is not None:
        await notices.asked(turn.tx, concern.notice, ticket.id)
    await post_card(turn, ticket)
    feared = _feared(turn, concern)
    if feared is not None:
        await urgent_help.alert(turn, ticket, feared)
    files = neutral(concern.files, concern.naming)
    if len(concern.text) > BODY_CHARACTERS or files:
        whole = concern.text if len(concern.text) > BODY_CHARACTERS else say(DESK_LOCALE, "case-thread-files")
        await tell_thread(turn, ticket, whole, files=files, entry=entry)
    if raiser is not None:
        await _remember_said(turn, ticket, entry, concern.said, "said")
        await _receipt(turn, ticket, entry, code, accept_due)
        if feared is not None:
            await urgent_help.warm(turn, ticket, feared)
    if ticket.group_id is None:
        # Nobody would see it: the ledger has it, and the admin hears of it through the sweep of homeless tickets.
        await history.append(turn.tx, ticket.id, at=turn.now, action=Action.NOTE, role=Role.SYSTEM, text="no group")
    return Submitted(ticket, code)


def _feared(turn: Turn, concern: Concern) -> Danger | None:
    """What is to be feared by its words; a table that says how pressing it is has been judged by an office."""
    return None if concern.grade is not None else urgent_help.seen_in(turn, f"{concern.title}\n{concern.text}")


async def _put_down(turn: Turn, concern: Concern, raiser: Person | None, code: str | None) -> Ticket:
    unit = await units.get(turn.tx, concern.unit_id)
    restricted = concern.kind is Kind.REPORT
    category = None if concern.category_id is None else await units.category(turn.tx, concern.category_id)
    usual = Grade((category.grade if category else None) or Grade.NORMAL)
    grade = concern.grade or (Grade.URGENT if _feared(turn, concern) else usual)
    now = turn.house.calendar.local(turn.now)
    return await tickets.add(
        turn.tx,
        NewTicket(
            unit_id=unit.id,
            unit_prefix=(unit.prefix or turn.house.prefix) + (RESTRICTED_SERIES if restricted else ""),
            year=now.year,
            group_id=await desk_of(turn, unit.id, concern.category_id, restricted=restricted),
            kind=concern.kind,
            category_id=concern.category_id,
            grade=grade,
            naming=concern.naming,
            source=concern.source,
            place_id=concern.place_id,
            # What a concern without words is called in every list: how many files of each kind there are.
            title=concern.title
            or title_of(concern.text)
            or say(DESK_LOCALE, "case-title-files", files=count_files(DESK_LOCALE, concern.files)),
            body=concern.text,
            restricted=restricted,
            about_owner=False,
            language=turn.locale,
            rule_version=turn.house.rules_for(unit.code).version,
            raiser_id=raiser.id if raiser else None,
            contact=dict(concern.contact) or None,
            follow_code=code,
        ),
        turn.now,
    )


async def _receipt(turn: Turn, ticket: Ticket, entry: int, code: str | None, accept_due: int) -> None:
    locale = await raiser_locale(turn, ticket)
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    unit_id = group.unit_id if group and group.unit_id else ticket.unit_id
    text = say(
        locale,
        "case-receipt-restricted" if ticket.restricted else "case-receipt",
        number=ticket.number,
        title=ticket.title,
        desk=(await units.get(turn.tx, unit_id)).shown,
        due=moment(locale, turn.house.calendar, accept_due),
        naming=say(locale, f"case-receipt-{ticket.naming}{'-restricted' if ticket.restricted else ''}"),
    )
    rows: list[tuple[Button, ...]] = []
    if code is not None:
        text += "\n\n" + say(locale, "case-receipt-code", code=spaced(code))
        rows.append((Button(say(locale, "case-button-copy-code"), copy=code),))
    rows.append(
        (
            button(say(locale, "case-button-supplement"), verbs.MINE_SUPPLEMENT, ticket.id),
            button(say(locale, "case-button-open"), verbs.MINE_OPEN, ticket.id),
        )
    )
    await tell_raiser(turn, ticket, text, buttons=tuple(rows), entry=entry, role="receipt")


async def _remember_said(turn: Turn, ticket: Ticket, entry: int, said: Sequence[str], role: str) -> None:
    event = turn.event
    await messages.link(
        turn.tx,
        [NewLink(event.channel, event.chat, each, ticket.id, "raiser", role, entry) for each in said],
        turn.now,
    )


async def supplement(
    turn: Turn,
    ticket: Ticket,
    text: str,
    files: Sequence[Attachment] = (),
    *,
    said: Sequence[str] = (),
    role: Role = Role.RAISER,
    holds_code: bool = False,
    **more: Any,
) -> Acted:
    """Add words and files to a ticket; they appear in its thread. ``more`` goes with the message there."""
    acted = await act(turn, ticket, Action.SUPPLEMENT, role, text=text, files=files, holds_code=holds_code)
    await _remember_said(turn, ticket, acted.entry, said, "said")
    body = say(DESK_LOCALE, "case-thread-supplement", text=text) if text else say(DESK_LOCALE, "case-thread-files")
    await tell_thread(turn, ticket, body, files=neutral(files, ticket.naming), entry=acted.entry, **more)
    await forwarding.tell_main(
        turn, ticket, "case-thread-follower-supplement", text, files=files, entry=acted.entry, **more
    )
    await forwarding.tell_owner_of(turn, ticket, "own-supplement", text)
    await urgent_help.heard(turn, acted.ticket, text, by_raiser=role is Role.RAISER)
    if not ticket.restricted and text and not await tickets.index_more(turn.tx, ticket.id, " ".join(terms(text))):
        await _index_again(turn, ticket)
    return acted


async def _index_again(turn: Turn, ticket: Ticket) -> None:
    said = [
        each.text
        for each in await history.of_ticket(turn.tx, ticket.id)
        if each.action in (Action.SUBMIT, Action.SUPPLEMENT, Action.REVISE)
    ]
    await tickets.index(turn.tx, ticket.id, " ".join(terms(ticket.title)), " ".join(terms("\n".join(said))))


async def revise(
    turn: Turn,
    ticket: Ticket,
    entry: int,
    text: str,
    *,
    role: Role,
    detail: Mapping[str, Any] | None = None,
    holds_code: bool = False,
) -> Acted | None:
    """A person changed a message that is already on the ticket. The old words stay on the history.

    None when the words are the same (a platform also calls a changed preview an edit). What of a secretary's words has
    reached the raiser is put right by ``handlers.cases.corrections``.
    """
    old = await history.get(turn.tx, entry)
    if old is None:
        return None
    changes = [each for each in await history.of_ticket(turn.tx, ticket.id) if each.refers_to == entry]
    said = next((each.text for each in reversed(changes) if each.action == Action.REVISE), old.text)
    if said == text:
        return None
    acted = await act(
        turn,
        ticket,
        Action.REVISE,
        role,
        text=text,
        refers_to=entry,
        detail={**(detail or {}), "old": said},
        holds_code=holds_code,
        **_put_right(ticket, old, said, text),
    )
    if acted.ticket.body != ticket.body:
        await show_card(turn, acted.ticket)
    if role is not Role.SECRETARY:
        key = "case-thread-revised" if role is Role.RAISER else "own-thread-revised"
        await tell_thread(
            turn,
            ticket,
            say(DESK_LOCALE, key, text=text),
            entry=acted.entry,
            reply_to=Spot(ticket=ticket.id, side="thread", history=entry),
        )
        if role is Role.RAISER:
            await forwarding.tell_main(turn, ticket, "case-thread-follower-revised", text, entry=acted.entry)
            await forwarding.tell_owner_of(turn, ticket, "own-raiser-revised", text)
        if role is Role.RAISER and not ticket.restricted:
            await _index_again(turn, ticket)
        if role is Role.RAISER and not urgent_help.seen_in(turn, said):
            await urgent_help.heard(turn, acted.ticket, text)
    return acted


def _put_right(ticket: Ticket, entry: history.Entry, said: str, text: str) -> dict[str, Any]:
    """What of the ticket itself is said anew: whoever takes a name out of their words wants it gone from every list."""
    if entry.action != Action.SUBMIT or ticket.body != said:
        return {}
    return {"body": text, "title": title_of(text) or ticket.title if ticket.title == title_of(said) else ticket.title}


async def urge(turn: Turn, ticket: Ticket, *, holds_code: bool = False) -> tuple[Ticket, bool]:
    """The raiser asks that it go faster: counted, and told to owner and secretary; once a working day.

    The flag says whether there is an owner whom it reaches.

    Raises:
        Refused: they urged today already, or there is nothing to urge.
    """
    await check(turn, ticket, Action.URGE, Role.RAISER, holds_code=holds_code)
    calendar = turn.house.calendar
    if (
        ticket.last_urged_at is not None
        and calendar.local(ticket.last_urged_at).date() == calendar.local(turn.now).date()
    ):
        promise = promise_in(turn, await forwarding.main_of(turn, ticket) or ticket)(turn.locale)
        raise Refused("case-refused-urged", number=ticket.number, promise=promise)
    acted = await act(
        turn,
        ticket,
        Action.URGE,
        Role.RAISER,
        holds_code=holds_code,
        urged=ticket.urged + 1,
        last_urged_at=turn.now,
    )
    await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-urged", times=acted.ticket.urged), entry=acted.entry)
    main = await forwarding.main_of(turn, ticket)
    if main is not None:
        said = say(DESK_LOCALE, "case-thread-follower-urged", number=ticket.number, times=acted.ticket.urged)
        await tell_thread(turn, main, said)
    await tell_owner(turn, main or ticket, "case-owner-urged")
    await show_card(turn, acted.ticket)
    return acted.ticket, await forwarding.is_reached(turn, main or ticket)


async def withdraw(turn: Turn, ticket: Ticket, *, holds_code: bool = False) -> Ticket:
    """The raiser takes it back; nobody works on it any more, and it stays on the ledger as withdrawn."""
    acted = await act(
        turn, ticket, Action.WITHDRAW, Role.RAISER, holds_code=holds_code, closed_at=turn.now, due_at=None
    )
    await history.cancel_deadlines(turn.tx, ticket.id, None, turn.now)
    await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-withdrawn"), entry=acted.entry)
    await tell_owner(turn, ticket, "case-owner-withdrawn")
    await show_card(turn, acted.ticket)
    if holds_code:
        # Somebody else may hold the code: whoever raised it learns of it, and what they can still do.
        locale = await raiser_locale(turn, ticket)
        await tell_raiser(turn, acted.ticket, say(locale, "case-withdrawn-by-code", number=ticket.number))
    await _release_followers(turn, acted.ticket)
    return acted.ticket


async def _release_followers(turn: Turn, main: Ticket) -> None:
    """Others raised the same: their tickets are not taken back with it but go on alone, and they are told."""
    for follower in await tickets.merged_into(turn.tx, main.id):
        if follower.state != State.MERGED:
            continue
        acted = await act(
            turn,
            follower,
            Action.RELEASE,
            Role.SYSTEM,
            detail={"from": main.number},
            merged_into=None,
            accepted_at=None,
            answered_at=None,
        )
        due = await start_clock(turn, acted.ticket, DeadlineKind.ACCEPT)
        locale = await raiser_locale(turn, follower)
        when = moment(locale, turn.house.calendar, due)
        said = say(locale, "case-released", number=follower.number, due=when)
        await tell_raiser(turn, acted.ticket, said, entry=acted.entry)
        when = moment(DESK_LOCALE, turn.house.calendar, due)
        await show_card(turn, acted.ticket)
        said = say(DESK_LOCALE, "case-thread-released", main=main.number, due=when)
        await tell_thread(turn, acted.ticket, said, entry=acted.entry)


def receipt_mark(turn: Turn) -> None:
    """The quiet receipt on what a person just wrote."""
    turn.react(Reaction.TAKEN)
