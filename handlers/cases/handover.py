"""A matter comes to its owner: for the first time, or again when it was not solved or is off the long list."""

from __future__ import annotations

from typing import Any

from handlers.cases.entries import entry_files, words_now
from handlers.cases.owners import CARD, owner_buttons
from handlers.cases.promises import finish_in
from handlers.cases.steps import start_clock
from handlers.cases.telling import cleaned, tell_owner
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.core.wording import moment
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, State
from handlers.rules.terms import headed
from storage import history, people, roles, tickets
from storage.tickets import Ticket


async def is_about(turn: Turn, ticket: Ticket, owner_id: int) -> bool:
    """Whether the matter is about this owner or their unit."""
    if not ticket.about_owner:
        return False
    theirs = {each.unit_id for each in await roles.of_person(turn.tx, owner_id) if each.role == "owner"}
    return any(
        each.detail["about"] == owner_id or theirs & set(each.detail["about_units"])
        for each in await history.of_ticket(turn.tx, ticket.id)
        if "about" in each.detail
    )


async def back_to_owner(turn: Turn, ticket: Ticket) -> dict[str, Any]:
    """What changes on a ticket that is worked on again: whoever had it signs anew; who is no owner now has it no more.

    For :func:`handlers.cases.steps.act`; :func:`give_back` tells them.
    """
    if ticket.owner_id is None:
        return {}
    held = [each for each in await roles.of_person(turn.tx, ticket.owner_id) if each.role == "owner"]
    if not held or await is_about(turn, ticket, ticket.owner_id):
        return {"owner_id": None, "owner_unit_id": None, "signed_at": None}
    return {"assigned_at": turn.now, "signed_at": None}


async def give_back(turn: Turn, ticket: Ticket, key: str, **facts: Any) -> str:
    """The owner has it again, begins by signing, and gets text ``key``; gives back what the desk is told of it."""
    if ticket.owner_id is None or ticket.state != State.ASSIGNED:
        return say(DESK_LOCALE, "case-thread-to-assign")
    sign_by = await start_clock(turn, ticket, DeadlineKind.SIGN)
    await bring(turn, ticket, sign_by, key, **facts)
    held = [each for each in await roles.of_person(turn.tx, ticket.owner_id) if each.role == "owner"]
    owner = f"{held[0].unit_name} {held[0].name}"
    return say(DESK_LOCALE, "case-thread-back-to", owner=owner) + await if_away(turn, ticket, held[0].name)


async def if_away(turn: Turn, ticket: Ticket, name: str) -> str:
    """A further line for the desk about an owner who can't be written to; else nothing."""
    owner = await people.get(turn.tx, ticket.owner_id or 0)
    if owner.started and owner.reachable:
        return ""
    link = turn.house.link(owner.channel, "hello")
    return "\n" + say(DESK_LOCALE, "case-thread-unreachable-owner", owner=name, link=link)


async def bring(turn: Turn, ticket: Ticket, sign_by: int, key: str = "own-new", **facts: Any) -> None:
    """The matter itself, with its files, to the owner; never who raised it, and no file as it was sent."""
    assert ticket.owner_id is not None
    locale = locale_for((await people.get(turn.tx, ticket.owner_id)).language)
    words, files = await _said(turn, ticket, locale)
    for follower in await tickets.merged_into(turn.tx, ticket.id):
        if follower.state == State.MERGED:
            theirs, more = await _said(turn, follower, locale)
            words.append(say(locale, "own-merged", number=follower.number, text="\n".join(theirs)))
            files += more
    await tell_owner(
        turn,
        ticket,
        key,
        buttons=owner_buttons(locale, ticket),
        role=CARD,
        matter=headed(ticket.title, "\n".join(words)),
        grade=say(locale, f"grade-{ticket.grade}"),
        finish=finish_in(turn, ticket),
        sign_by=moment(locale, turn.house.calendar, sign_by),
        **facts,
    )
    if files:
        # Apart, so that the message with the buttons is one that can be found and changed.
        await tell_owner(turn, ticket, "own-card-files", files=files)


async def _said(turn: Turn, ticket: Ticket, locale: str) -> tuple[list[str], list[Attachment]]:
    """What its raiser said of it, with the files as others may see them."""
    files: list[Attachment] = []
    words: list[str] = []
    for entry in await history.of_ticket(turn.tx, ticket.id):
        if entry.action in (Action.SUBMIT, Action.SUPPLEMENT):
            files.extend(await entry_files(turn, entry.id))
            # As the raiser has put it right meanwhile, not as they first wrote it.
            text = await words_now(turn, entry)
            added = entry.action == Action.SUPPLEMENT and text
            words.append(say(locale, "own-added", text=text) if added else text)
    return [each for each in words if each], list(cleaned(files))
