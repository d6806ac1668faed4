"""督办: choosing the ticket, writing the instruction, and the answer that secretary or owner gives to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from handlers.cases.instructions import answer_supervision, manager_name, supervise
from handlers.cases.steps import check, no_note, rules_of, standing
from handlers.conversations.manager import verbs
from handlers.conversations.manager.scope import may, own_units, the_ticket, the_unit
from handlers.conversations.owner import several_tickets
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.previews import show_newest, stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Button, FileKind, Link, Rows
from handlers.core.wording import day, shorten
from handlers.rules.codes import find_number
from handlers.rules.lifecycle import OPEN, Action, Role
from handlers.rules.rights import Right
from handlers.rules.terms import phrases
from storage import conversations, history, reports, tickets, units
from storage.messages import Linked
from storage.tickets import Ticket
from storage.units import Unit

OFFERED = 8
MOST_CHARACTERS = 1000
_REPLY = "instruction"
"""The kind of the row that keeps a reply until it is confirmed as an instruction."""
WHICH_MOST = 15
"""Tickets offered when a reply may be about any of them."""
_UNDECIDED = 0
_SHORT = re.compile(r"#?0*(\d{1,6})")


async def choose(turn: Turn, press: Press) -> None:
    """Offer the tickets that need a word most, and ask for any other by number or words."""
    unit = await the_unit(turn, press.number(0), Right.LIST)
    if not may(turn, Right.SUPERVISE, unit):
        raise Refused("manager-no-supervise")
    found = [each for each in await tickets.open_below(turn.tx, unit.path) if not each.restricted]
    far = 1 << 60
    # Second complaints first, then what was promised soonest (or should long have been), then the oldest.
    pressing = sorted(found, key=lambda each: (-min(each.reopened, 2), each.due_at or far, each.id))
    await questions.ask(
        turn,
        "man_choose",
        {"unit": unit.id},
        text=turn.say("manager-choose"),
        buttons=in_rows(_ticket_buttons(turn, pressing[:OFFERED]), 1),
    )


def _ticket_buttons(turn: Turn, found: Iterable[Ticket]) -> list[Button]:
    return [
        button(
            turn.say("manager-choose-button", number=each.number, title=shorten(each.title, 16)),
            verbs.MAN_SUPERVISE,
            each.id,
        )
        for each in found
    ]


async def chosen(turn: Turn, question: Question) -> None:
    """A number or a few words for a ticket; the question stays open until one is found."""
    unit = await the_unit(turn, int(question.facts["unit"]), Right.SUPERVISE)
    text = turn.event.text.strip()
    found = await _look_for(turn, unit, text)
    if len(found) == 1:
        await _ask_words(turn, found[0])
        return
    if not found:
        example = f"{turn.house.prefix}-{turn.house.calendar.local(turn.now).year}-0042"
        turn.reply(
            turn.say("manager-choose-again", text=shorten(text, 30), example=example),
            buttons=((questions.cancel_button(turn),),),
            quote=True,
        )
        return
    turn.reply(turn.say("manager-choose-many"), buttons=in_rows(_ticket_buttons(turn, found[:OFFERED]), 1), quote=True)


async def _look_for(turn: Turn, unit: Unit, text: str) -> list[Ticket]:
    reachable = {each.id: each.path for each in await units.everyone(turn.tx, retired=True)}

    def theirs(ticket: Ticket | None) -> bool:
        return (
            ticket is not None
            and not ticket.restricted
            and ticket.state in OPEN
            and reachable.get(ticket.unit_id, "").startswith(unit.path)
        )

    if (number := find_number(text)) is not None:
        exact = await tickets.by_number(turn.tx, number)
        return [exact] if exact is not None and theirs(exact) else []
    if short := _SHORT.fullmatch(text):
        ending = f"-{int(short[1]):04d}"
        return [
            each
            for each in await tickets.open_below(turn.tx, unit.path)
            if each.number.endswith(ending) and theirs(each)
        ]
    found = await tickets.search(turn.tx, phrases(text), unit.path, OFFERED * 4)
    return [each for each in found if theirs(each)]


async def begin(turn: Turn, press: Press) -> None:
    """Ask for the words of an instruction about one ticket."""
    await _ask_words(turn, await _supervisable(turn, press.number(0)))


async def _supervisable(turn: Turn, ticket_id: int | None) -> Ticket:
    ticket = await the_ticket(turn, ticket_id)
    if not (await standing(turn, ticket)).may(Right.SUPERVISE):
        raise Refused("manager-no-supervise")
    await check(turn, ticket, Action.SUPERVISE, Role.MANAGER)
    return ticket


async def _ask_words(turn: Turn, ticket: Ticket) -> None:
    await questions.ask(
        turn,
        "man_instruct",
        {"ticket": ticket.id},
        text=turn.say(
            "manager-instruct",
            number=ticket.number,
            title=ticket.title,
            days=(await rules_of(turn, ticket)).supervise_days,
        ),
        link=Link(ticket.id, "manager", "question"),
    )


async def instruct(turn: Turn, question: Question) -> None:
    """The words of the instruction: it goes out at once."""
    text = _words(turn)
    async with questions.answered(turn):
        await _give(turn, await _supervisable(turn, int(question.facts["ticket"])), text)


def _words(turn: Turn) -> str:
    no_note(turn)
    text = turn.event.text.strip()
    if not text or turn.event.attachments:
        raise Refused("manager-words-only")
    if len(text) > MOST_CHARACTERS:
        raise Refused("manager-too-long", most=MOST_CHARACTERS, found=len(text))
    return text


async def _give(turn: Turn, ticket: Ticket, text: str) -> None:
    after = await supervise(turn, ticket, text)
    due = (await history.instructions_of(turn.tx, ticket.id))[-1].due_at
    turn.reply(
        turn.say(
            "manager-told",
            owner="yes" if after.owner_id is not None else "no",
            date=day(turn.locale, turn.house.calendar, due),
        ),
        link=Link(ticket.id, "manager", "told"),
    )


async def replied(turn: Turn, linked: Linked) -> None:
    """A manager answers a message about a ticket: offered as an instruction, sent only when they say so.

    Of a message about several tickets they are asked which one is meant.
    """
    if linked.role == several_tickets.ROLE:
        await _ask_which(turn)
        return
    ticket = await _supervisable(turn, linked.ticket_id)
    if not turn.event.text.strip() and not turn.event.attachments:
        raise Refused("manager-reply-empty", number=ticket.number)
    text = _words(turn)
    await conversations.save(turn.tx, _tag(turn), _REPLY, {"ticket": ticket.id, "text": text}, turn.now)
    shown, rows = _confirm(turn, ticket, text)
    turn.reply(shown, buttons=rows, quote=True, link=Link(ticket.id, "manager", "confirm"))


def _confirm(turn: Turn, ticket: Ticket, text: str) -> tuple[str, Rows]:
    return turn.say("manager-confirm", number=ticket.number, text=text), (
        (
            button(turn.say("manager-button-give"), verbs.MAN_GIVE, ticket.id, stamp(text)),
            button(turn.say("ask-cancel"), verbs.MAN_DROP, ticket.id),
        ),
    )


async def _ask_which(turn: Turn) -> None:
    text = _words(turn)
    kept = await conversations.load(turn.tx, _tag(turn), _REPLY)
    if kept is not None and kept.body["ticket"] == _UNDECIDED:
        # Written in two messages: both are the instruction.
        text = f"{kept.body['text']}\n{text}"
    found: dict[int, Ticket] = {}
    for unit in await own_units(turn, Right.SUPERVISE):
        found.update((each.id, each) for each in await tickets.open_below(turn.tx, unit.path) if not each.restricted)
    due = await reports.deadlines(turn.tx, list(found))
    # What is due soonest, or should long have been done, is what such a message tells of.
    soonest = {each: min((one.due_at for one in due.get(each, ())), default=1 << 60) for each in found}
    shown = sorted(found.values(), key=lambda each: (soonest[each.id], each.id))[:WHICH_MOST]
    if not shown:
        raise Refused("manager-which-none")
    await conversations.save(turn.tx, _tag(turn), _REPLY, {"ticket": _UNDECIDED, "text": text}, turn.now)
    text, rows = _offer(turn, text, shown)
    turn.reply(text, buttons=rows, quote=True)


def _offer(turn: Turn, text: str, shown: Sequence[Ticket]) -> tuple[str, Rows]:
    labels = [turn.say("manager-choose-button", number=each.number, title=shorten(each.title, 16)) for each in shown]
    buttons = [button(label, verbs.MAN_WHICH, each.id, stamp(text)) for label, each in zip(labels, shown, strict=True)]
    return turn.say("manager-which", text=text), (
        *in_rows(buttons, 1),
        (button(turn.say("ask-cancel"), verbs.MAN_DROP, _UNDECIDED),),
    )


async def which(turn: Turn, press: Press) -> None:
    """The ticket that a reply to a message about several was meant for: it is its instruction now."""
    kept = await conversations.load(turn.tx, _tag(turn), _REPLY)
    if kept is None or kept.body["ticket"] != _UNDECIDED:
        raise Refused("manager-confirm-gone")
    ticket = await _supervisable(turn, press.number(0))
    if press.number(1) != stamp(kept.body["text"]):
        show_newest(turn, *_offer(turn, kept.body["text"], (ticket,)))
        return
    await _give(turn, ticket, kept.body["text"])
    await conversations.drop(turn.tx, _tag(turn), _REPLY)
    turn.edit(turn.say("manager-instructed", number=ticket.number, text=kept.body["text"]))


def _tag(turn: Turn) -> bytes:
    return turn.tx.sealer.tag("instruction", turn.event.channel, turn.event.chat, turn.who.user)


async def give(turn: Turn, press: Press) -> None:
    """Yes, that reply is an instruction."""
    kept = await conversations.load(turn.tx, _tag(turn), _REPLY)
    if kept is None or kept.body["ticket"] != press.number(0):
        raise Refused("manager-confirm-gone")
    ticket = await _supervisable(turn, press.number(0))
    if press.number(1) != stamp(kept.body["text"]):
        show_newest(turn, *_confirm(turn, ticket, kept.body["text"]))
        return
    await _give(turn, ticket, kept.body["text"])
    await conversations.drop(turn.tx, _tag(turn), _REPLY)
    turn.edit(turn.say("manager-instructed", number=ticket.number, text=kept.body["text"]))


async def drop(turn: Turn, press: Press) -> None:
    """No, it was not."""
    kept = await conversations.load(turn.tx, _tag(turn), _REPLY)
    if kept is not None and kept.body["ticket"] == press.number(0):
        await conversations.drop(turn.tx, _tag(turn), _REPLY)
    turn.edit(turn.say("ask-cancelled"))


async def answer(turn: Turn, press: Press) -> None:
    """Secretary or owner wants to answer an instruction: ask for the words where they are."""
    given = await history.instruction(turn.tx, press.number(0))
    if given is None:
        raise Refused("press-outdated")
    ticket = await _answerable(turn, given.ticket_id)
    if given.answered_at is not None:
        raise Refused("manager-answered-already")
    await questions.ask(
        turn,
        "man_answer",
        {"instruction": given.id},
        text=turn.say(
            "manager-answer",
            manager=await manager_name(turn, given.manager_id),
            number=ticket.number,
            title=ticket.title,
            text=given.text,
        ),
    )


async def _answerable(turn: Turn, ticket_id: int) -> Ticket:
    ticket = await tickets.get(turn.tx, ticket_id)
    found = await standing(turn, ticket)
    if not any(found.may(Right.STEP, role) for role in (Role.SECRETARY, Role.OWNER)):
        raise Refused("manager-answer-not-yours")
    role = Role.OWNER if found.may(Right.STEP, Role.OWNER) else Role.SECRETARY
    await check(turn, ticket, Action.ANSWER_SUPERVISION, role)
    return ticket


async def answered(turn: Turn, question: Question) -> None:
    """The words of the answer; files may come along."""
    given = await history.instruction(turn.tx, int(question.facts["instruction"]))
    if given is None:
        raise Refused("press-outdated", after=questions.drop)
    async with questions.answered(turn):
        ticket = await _answerable(turn, given.ticket_id)
    no_note(turn)
    text = turn.event.text.strip()
    if given.answered_at is None and not text:
        raise Refused("manager-answer-empty")
    if given.answered_at is not None:
        turn.reply(turn.say("manager-answered-already"), quote=True)
        return
    files = tuple(each for each in turn.event.attachments if each.kind is not FileKind.UNSUPPORTED)
    await answer_supervision(turn, ticket, given, text, files)
    turn.reply(turn.say("manager-answered"), quote=True)
