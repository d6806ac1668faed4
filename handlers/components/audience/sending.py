"""An announcement on its way: portion after portion from the list of people, its progress shown, its author in control.

Only a portion waits in the outbox at a time, so a pause or a stop takes effect within seconds; what became of a
portion calls for the next one. All of it is rows, so it goes on after a restart where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from handlers.components.audience import drafts, verbs
from handlers.components.audience.drafts import Draft
from handlers.core.buttons import Press, Verb, button
from handlers.core.missed_files import TOLD, missed_of, said
from handlers.core.presentation import present
from handlers.core.refusals import Refused
from handlers.core.texts import locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Address, EventKind, Outgoing, OutKind, Priority, Refusal, Rows, Spot, Style
from handlers.core.wording import shorten
from storage import broadcasts, history, outbox, people
from storage.broadcasts import Broadcast, Scope
from storage.units import Unit

PORTION = 60
"""So many are taken from the list at once: two seconds' worth where thirty a second leave."""
FEW = 40
"""When no more than these are under way, the next portion is taken."""
SHOWN_SECONDS = 5
"""The progress is changed no more often: each change is a call that could have carried a message."""
STUCK_SECONDS = 600
"""Nothing is left to be sent and nothing was heard for so long: what is missing was dropped (a restored backup)."""
_FOR = "broadcast"
_TITLE = 30


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How something other than a plain announcement is told: its head, and what stands under it.

    ``head``: the key of a text with ``facts``. ``buttons``: rows of (key of the label, verb, argument …). ``skip``: who
    is left out: a name in ``Routes.skips`` and what it is about. All of it plain JSON: it is kept until it is sent.
    """

    head: str
    facts: Mapping[str, str | int] = field(default_factory=dict)
    buttons: tuple[tuple[tuple[str | int, ...], ...], ...] = ()
    skip: tuple[str, int] | None = None


async def announce(
    turn: Turn,
    text: str,
    files: tuple[str, ...],
    picked: tuple[Unit, ...],
    wrapping: Wrapping,
    *,
    author: int | None = None,
) -> int:
    """Tell it to everyone of these units and below, the author too; returns how many that are.

    Where a button was pressed, the message with it shows the progress. ``author``: in whose name the clock tells it.

    Raises:
        Refused: the same button was pressed before; nothing was changed.
    """
    scope = replace(await drafts.scope(turn, picked), author=0)
    total = await broadcasts.reach(turn.tx, scope)
    if total:
        await _once(turn, wrapping.head)
        draft = Draft(text, files, tuple(each.id for each in picked))
        await begin(turn, draft, picked, total, {**asdict(wrapping), "author": 0, "by": author})
    return total


async def _once(turn: Turn, head: str) -> None:
    """A finger that is quicker than the progress that takes the button away tells nobody twice."""
    event = turn.event
    if event.kind is not EventKind.PRESS or event.message is None:
        return
    moment, who = f"{event.channel}:{event.message}", turn.who.id
    if not await history.claim_reminder(turn.tx, "announced", head, moment, person_id=who, now=turn.now):
        raise Refused("press-outdated")


async def begin(
    turn: Turn, draft: Draft, picked: tuple[Unit, ...], total: int, wrapped: Mapping[str, Any] | None = None
) -> None:
    """Keep the announcement and let the first portion go."""
    scope = await drafts.scope(turn, picked)
    named = "、".join(each.shown for each in picked[:3])
    body = {**asdict(draft), "below": scope.units, "unplaced": scope.unplaced, "by": named, "wrapped": wrapped}
    event = turn.event
    # The clock is no place where anything could be shown.
    channel = event.channel if event.channel in turn.house.abilities else next(iter(turn.house.abilities))
    place = (channel, event.chat, event.message)
    author = (wrapped or {}).get("by") or turn.who.id
    made = await broadcasts.add(turn.tx, author, body, total=total, place=place, now=turn.now)
    await _go_on(turn, made, show=True)


async def outcome(turn: Turn) -> None:
    """What became of one message to one person."""
    facts = turn.event.facts
    found = await broadcasts.get(turn.tx, int(facts["broadcast"]))
    if found is None:
        return
    refusal = Refusal(turn.event.member or Refusal.REFUSED)
    if refusal is Refusal.PARTLY:
        await _some_lack_files(turn, found)
    if refusal is Refusal.UNREACHABLE:
        await people.lose(turn.tx, facts["person"], turn.event.channel, turn.event.chat)
        # It is of today: whoever comes back in a month is not told it then.
        lane = await outbox.lane(turn.tx, turn.event.channel, turn.event.chat, "private")
        await outbox.withdraw(turn.tx, lane, _words(turn, found))
        found = replace(found, blocked=found.blocked + 1)
    elif not facts["reported"]:
        return  # One of several parts; the last one tells.
    elif refusal is Refusal.DELIVERED or (refusal is Refusal.PARTLY and facts["arrived"]):
        found = replace(found, sent=found.sent + 1)
    else:
        found = replace(found, failed=found.failed + 1)
    await _go_on(turn, replace(found, moved_at=turn.now))


async def _some_lack_files(turn: Turn, found: Broadcast) -> None:
    """The author hears once of each file that does not go, however many it was for."""
    subject, told = f"broadcast:{found.id}", []
    for each in missed_of(turn.event.facts):
        kind = f"{each.number}:{each.refusal}"
        if await history.claim_reminder(turn.tx, subject, "file-missed", kind, person_id=found.author_id, now=turn.now):
            told.append(each)
    if told:
        author = await people.get(turn.tx, found.author_id)
        locale = locale_for(author.language)
        title = shorten(drafts.read(found.body).text, _TITLE) or found.body["by"]
        text = said(locale, "missed-by-some", told, turn.event.facts, advice=True, title=title)
        turn.tell(author, text, facts=TOLD)


def _words(turn: Turn, found: Broadcast) -> list[str]:
    """The words by which its rows in one lane are found."""
    abilities = turn.house.abilities[turn.event.channel]
    parts = present(_message(turn, found, 0, None), abilities, locale=turn.locale, now=turn.now)
    return [each.replace for each in parts if each.replace is not None]


def _message(turn: Turn, found: Broadcast, person: int, language: str | None) -> Outgoing:
    draft, locale = drafts.read(found.body), locale_for(language)
    wrapped = found.body.get("wrapped") or {"head": "broadcast-head", "facts": {}, "buttons": ()}
    head = say(locale, wrapped["head"], house=turn.house.name, units=found.body["by"], **wrapped["facts"])
    return Outgoing(
        OutKind.SEND,
        person=person,
        text="\n\n".join(filter(None, (head, draft.text))),
        attachments=draft.attachments,
        buttons=tuple(
            tuple(button(say(locale, label), Verb(verb), *arguments) for label, verb, *arguments in row)
            for row in wrapped["buttons"]
        ),
        priority=Priority.BULK,
        replace=f"broadcast:{found.id}",
        report=True,
        facts={"for": _FOR, "broadcast": found.id},
    )


async def _go_on(turn: Turn, found: Broadcast, *, show: bool = False) -> None:
    """Take the next portion if it is time, see whether that was all, show it, and keep it."""
    # More than one when whole portions have it already.
    while found.state == "running" and not found.listed and found.under_way <= FEW:
        found = await _portion(turn, found)
    if found.state == "running" and found.listed and found.under_way <= 0:
        found = replace(found, state="done", ended_at=turn.now)
        show = True
    settled = found.state in ("paused", "stopped") and found.under_way <= 0
    if show or settled or turn.now - found.shown_at >= SHOWN_SECONDS:
        found = replace(found, shown_at=turn.now)
        await _show(turn, found)
    await broadcasts.save(turn.tx, found)


async def _portion(turn: Turn, found: Broadcast) -> Broadcast:
    wrapped = found.body.get("wrapped") or {}
    author = wrapped.get("author", found.author_id)
    scope = Scope(author, tuple(found.body["below"]), bool(found.body["unplaced"]))
    recipients = await broadcasts.recipients(turn.tx, scope, found.cursor, PORTION)
    skipped: set[int] = set()
    if wrapped.get("skip"):
        name, about = wrapped["skip"]
        skipped = await turn.practised.skips[name](turn.tx, about, [each.id for each in recipients])
    told = [each for each in recipients if each.id not in skipped]
    for each in told:
        turn.send(_message(turn, found, each.id, each.language))
    queued = found.queued + len(told)
    listed = len(recipients) < PORTION
    return replace(
        found,
        cursor=recipients[-1].id if recipients else found.cursor,
        queued=queued,
        listed=listed,
        # People come and go meanwhile: at the end it is as many as there were.
        total=queued if listed else max(found.total, queued),
        moved_at=turn.now,
    )


async def _progress(turn: Turn, found: Broadcast) -> tuple[str, Rows]:
    locale = locale_for((await people.get(turn.tx, found.author_id)).language)
    waiting = max(0, found.total - found.sent - found.blocked - found.failed)
    text = say(
        locale,
        f"broadcast-is-{found.state}",
        units=found.body["by"],
        total=found.total,
        sent=found.sent,
        waiting=waiting,
        failed=found.failed,
        blocked=found.blocked,
    )
    if found.state in ("paused", "stopped") and found.under_way > 0:
        text += "\n" + say(locale, "broadcast-under-way", count=found.under_way)

    stop = button(say(locale, "broadcast-button-stop"), verbs.BC_STOP, found.id, style=Style.DANGER)
    if found.state == "running":
        return text, ((button(say(locale, "broadcast-button-pause"), verbs.BC_PAUSE, found.id), stop),)
    if found.state == "paused":
        resume = button(say(locale, "broadcast-button-resume"), verbs.BC_RESUME, found.id, style=Style.PRIMARY)
        return text, ((resume, stop),)
    return text, ()


async def _show(turn: Turn, found: Broadcast) -> None:
    if found.message is None:
        return
    text, buttons = await _progress(turn, found)
    turn.send(
        Outgoing(
            OutKind.EDIT,
            to=Address(found.channel, found.chat),
            text=text,
            buttons=buttons,
            target=Spot(message=found.message),
            replace=f"broadcast-shown:{found.id}",
            facts={"told": True},
        )
    )


async def show_anew(turn: Turn, found: Broadcast) -> None:
    """Say how far it is in a message at the end of the chat; its buttons work as well as the first one's."""
    text, buttons = await _progress(turn, found)
    turn.reply("\n\n".join((text, turn.say("broadcast-one-at-a-time"))), buttons=buttons)


async def _own(turn: Turn, press: Press) -> Broadcast:
    found = None if press.number(0) is None else await broadcasts.get(turn.tx, press.number(0) or 0)
    if found is None or found.author_id != turn.who.id:
        raise Refused("press-outdated")
    # Pressed in a later message: that one shows it from now on.
    return replace(found, channel=turn.event.channel, chat=turn.event.chat, message=turn.event.message)


async def _moves(turn: Turn, press: Press, states: tuple[str, ...], change: Callable[[Broadcast], Broadcast]) -> None:
    found = await _own(turn, press)
    if found.state not in states:
        turn.answer(turn.say(f"broadcast-already-{found.state}"))
        await _go_on(turn, found, show=True)
        return
    await _go_on(turn, change(found), show=True)


async def pause(turn: Turn, press: Press) -> None:
    """Take no more from the list for now."""
    await _moves(turn, press, ("running",), lambda found: replace(found, state="paused"))


async def resume(turn: Turn, press: Press) -> None:
    """Go on where it was, if they may still speak to those units."""
    if (await _own(turn, press)).body.get("wrapped") is None:
        await drafts.within(turn)
    await _moves(turn, press, ("paused",), lambda found: replace(found, state="running", moved_at=turn.now))


async def stop(turn: Turn, press: Press) -> None:
    """Take no more from the list at all; what was sent stays with the people."""
    await _moves(turn, press, ("running", "paused"), lambda found: replace(found, state="stopped", ended_at=turn.now))


async def tick(turn: Turn) -> None:
    """The clock says: look now. What would wait for ever for an outcome that was lost goes on."""
    for found in await broadcasts.unfinished(turn.tx):
        if found.state != "running" or turn.now - found.moved_at < STUCK_SECONDS:
            continue
        lost = found.under_way if await broadcasts.all_gone(turn.tx) else 0
        if lost:
            await _go_on(turn, replace(found, failed=found.failed + lost, moved_at=turn.now), show=True)
