"""Between the desk and the owner: assigning, signing, handing back, progress, extensions, reporting done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.cases import verbs
from handlers.cases.cards import owner_name
from handlers.cases.handover import bring, if_away, is_about
from handlers.cases.owners import CARD, owner_buttons, show_buttons
from handlers.cases.promises import promise_in
from handlers.cases.steps import Acted, act, calendar_of, check, promise_done, rules_of, start_clock
from handlers.cases.telling import show_card, tell_followers, tell_owner, tell_thread
from handlers.core.buttons import button
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Style
from handlers.core.wording import shorten
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import WORKING, Action, Role, State
from storage import history, people, roles, tickets
from storage.tickets import Ticket


async def assign(turn: Turn, ticket: Ticket, owner_id: int) -> Ticket:
    """Give it to an owner, who must sign within a working day. Something not accepted yet is accepted with it.

    Raises:
        Refused: the matter is about this owner or their unit (信访工作条例: those accused are not told who accuses).
    """
    held = [each for each in await roles.of_person(turn.tx, owner_id) if each.role == "owner"]
    if not held:
        raise Refused("case-refused-no-owner")
    if await is_about(turn, ticket, owner_id):
        raise Refused("case-refused-about-owner", owner=held[0].name)
    first = ticket.accepted_at is None
    acted = await act(
        turn,
        ticket,
        Action.ASSIGN,
        Role.SECRETARY,
        detail={"owner": f"{held[0].unit_name} {held[0].name}"},
        owner_id=owner_id,
        owner_unit_id=held[0].unit_id,
        assigned_at=turn.now,
        signed_at=None,
        accepted_at=ticket.accepted_at or turn.now,
        assignments=ticket.assignments + 1,
    )
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.ACCEPT, turn.now)
    after = await promise_done(turn, acted.ticket) if first or ticket.due_at is None else acted.ticket
    sign_by = await start_clock(turn, after, DeadlineKind.SIGN)
    if ticket.owner_id not in (None, owner_id):
        await tell_owner(turn, ticket, "case-owner-taken-away")
    await bring(turn, after, sign_by)
    if first or held[0].unit_id != ticket.owner_unit_id:
        key = "case-reassigned" if ticket.assignments else "case-assigned" if first else "case-handed-over"
        await _tell_who_acts(turn, after, key, held[0].unit_name, acted)
    said = say(DESK_LOCALE, "case-thread-assigned", owner=await owner_name(turn, after))
    said += await if_away(turn, after, held[0].name)
    await tell_thread(turn, after, said, entry=acted.entry)
    await show_card(turn, after)
    return after


async def _tell_who_acts(turn: Turn, ticket: Ticket, key: str, unit: str, acted: Acted) -> None:
    """The raiser hears which unit acts, where that is another than they were told."""
    locale = await raiser_locale(turn, ticket)
    promise = promise_in(turn, ticket)
    text = say(locale, key, number=ticket.number, unit=unit, promise=promise(locale))
    await tell_raiser(turn, ticket, text, entry=acted.entry)
    await tell_followers(turn, ticket, key, unit=unit, promise=promise)


async def sign_for(turn: Turn, ticket: Ticket) -> Ticket:
    """The owner takes it on."""
    acted = await act(turn, ticket, Action.SIGN_FOR, Role.OWNER, signed_at=turn.now)
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.SIGN, turn.now)
    await tell_thread(
        turn,
        acted.ticket,
        say(DESK_LOCALE, "case-thread-signed", owner=await owner_name(turn, ticket)),
        entry=acted.entry,
        silent=True,
    )
    await show_card(turn, acted.ticket)
    return acted.ticket


async def hand_back(turn: Turn, ticket: Ticket, why: str, files: Sequence[Attachment] = ()) -> Acted:
    """The owner says that it is not theirs: once, within a working day, with a reason (首接负责).

    Raises:
        Refused: handed back before, assigned a second time, or too late.
    """
    await check_handback(turn, ticket)
    name = await owner_name(turn, ticket)
    acted = await act(
        turn,
        ticket,
        Action.HAND_BACK,
        Role.OWNER,
        text=why,
        files=files,
        handbacks=1,
        owner_id=None,
        owner_unit_id=None,
        signed_at=None,
    )
    await history.cancel_deadlines(turn.tx, ticket.id, DeadlineKind.SIGN, turn.now)
    await tell_thread(
        turn,
        acted.ticket,
        say(DESK_LOCALE, "case-thread-handed-back", owner=name, why=why),
        files=files,
        entry=acted.entry,
    )
    await show_card(turn, acted.ticket)
    return acted


async def check_handback(turn: Turn, ticket: Ticket) -> None:
    """Once, within the rules' time, and not after a second assignment.

    Raises:
        Refused: otherwise, or the ticket is not this owner's.
    """
    await check(turn, ticket, Action.HAND_BACK, Role.OWNER)
    rules = await rules_of(turn, ticket)
    if ticket.handbacks or ticket.assignments > 1:
        raise Refused("case-refused-handback", number=ticket.number)
    limit = (await calendar_of(turn, ticket)).add_workdays(ticket.assigned_at or turn.now, rules.hand_back).at
    if turn.now > limit:
        raise Refused("case-refused-handback-late", number=ticket.number)


async def note_progress(turn: Turn, ticket: Ticket, text: str, files: Sequence[Attachment] = (), **more: Any) -> Acted:
    """The owner says how far it is; the secretary may pass it on with one press. ``more`` goes with the message."""
    acted = await act(turn, ticket, Action.NOTE_PROGRESS, Role.OWNER, text=text, files=files)
    await tell_progress(turn, acted, text, files, **more)
    return acted


async def tell_progress(turn: Turn, acted: Acted, text: str, files: Sequence[Attachment], **more: Any) -> None:
    """The owner's word in the thread, with the button that passes it on; again when an album got further parts."""
    ticket = acted.ticket
    await tell_thread(
        turn,
        ticket,
        say(
            DESK_LOCALE,
            "case-thread-progress",
            owner=await owner_name(turn, ticket),
            text=text or say(DESK_LOCALE, "case-files"),
        ),
        files=files,
        buttons=(
            (button(say(DESK_LOCALE, "desk-button-pass-progress"), verbs.DESK_PROGRESS, ticket.id, acted.entry),),
        ),
        entry=acted.entry,
        **more,
    )


async def report(
    turn: Turn,
    ticket: Ticket,
    text: str,
    files: Sequence[Attachment] = (),
    *,
    parts: Sequence[tuple[str, str]] = (),
) -> Acted:
    """The owner says that it is done, with the answer; the secretary passes it on or sends it back.

    ``parts``: the owner's messages (id, words) that it was gathered from, so that a later edit of one changes it.
    """
    acted = await act(
        turn,
        ticket,
        Action.REPORT,
        Role.OWNER,
        text=text,
        files=files,
        detail={"parts": [list(each) for each in parts]} if parts else None,
        signed_at=ticket.signed_at or turn.now,
    )
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.SIGN, turn.now)
    await tell_thread(
        turn,
        acted.ticket,
        say(DESK_LOCALE, "case-thread-reported", owner=await owner_name(turn, ticket), text=text),
        files=files,
        buttons=(
            (
                button(say(DESK_LOCALE, "desk-button-pass_on"), verbs.DESK_PASS, ticket.id, style=Style.PRIMARY),
                button(say(DESK_LOCALE, "desk-button-send_back"), verbs.DESK_BACK, ticket.id),
            ),
        ),
        entry=acted.entry,
    )
    await show_card(turn, acted.ticket)
    return acted


async def send_back(turn: Turn, ticket: Ticket, why: str) -> Ticket:
    """The report is not an answer yet: the owner goes on."""
    acted = await act(turn, ticket, Action.SEND_BACK, Role.SECRETARY, text=why)
    owner = None if ticket.owner_id is None else await people.get(turn.tx, ticket.owner_id)
    locale = locale_for(owner.language if owner else None)
    await tell_owner(
        turn, acted.ticket, "case-owner-sent-back", buttons=owner_buttons(locale, acted.ticket), why=why, role=CARD
    )
    await show_card(turn, acted.ticket)
    return acted.ticket


async def mark_about_owner(turn: Turn, ticket: Ticket, owner_id: int) -> Ticket:
    """The matter is about this owner (涉及承办人): taken from them, and never given to them or their unit again."""
    held = [each for each in await roles.of_person(turn.tx, owner_id) if each.role == "owner"]
    await check(turn, ticket, Action.NOTE, Role.SECRETARY)
    theirs = ticket.owner_id == owner_id
    if theirs:
        await tell_owner(turn, ticket, "case-owner-taken-away")
        await history.cancel_deadlines(turn.tx, ticket.id, DeadlineKind.SIGN, turn.now)
    after = replace(
        ticket,
        about_owner=True,
        changed_at=turn.now,
        owner_id=None if theirs else ticket.owner_id,
        owner_unit_id=None if theirs else ticket.owner_unit_id,
        state=State.ACCEPTED if theirs and ticket.state in WORKING else ticket.state,
    )
    await tickets.save(turn.tx, after)
    await show_buttons(turn, ticket, after)
    await history.append(
        turn.tx,
        ticket.id,
        at=turn.now,
        action=Action.NOTE,
        role=Role.SECRETARY,
        staff_id=turn.who.id,
        text=say(DESK_LOCALE, "case-mark-about-owner"),
        states=(ticket.state, after.state) if after.state != ticket.state else (None, None),
        detail={"about": owner_id, "about_units": [each.unit_id for each in held]},
    )
    await show_card(turn, after)
    return after


def in_one_line(ticket: Ticket, most: int = 40) -> str:
    """Number and matter."""
    return f"{ticket.number} {shorten(ticket.title, most)}"
