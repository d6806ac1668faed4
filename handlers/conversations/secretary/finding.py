"""Which ticket something in a group is about, and whether this person may act on it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.cases.steps import check, standing
from handlers.conversations.secretary import verbs
from handlers.core import questions
from handlers.core.buttons import button
from handlers.core.files import write_file
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, Words, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Button, ChatKind, FileKind, Link, Rows
from handlers.rules.lifecycle import Action, Role
from handlers.rules.rights import Right, Standing
from storage import groups, messages, threads, tickets, units
from storage.tickets import Ticket
from storage.units import Unit


async def is_secretary(turn: Turn, ticket: Ticket) -> bool:
    """Whether this person may do a secretary's steps on the ticket, from this group."""
    return (await standing(turn, ticket)).may(Right.STEP, Role.SECRETARY)


async def allowed(turn: Turn, ticket: Ticket | None, action: Action | None) -> Ticket:
    """The ticket, if this person may do ``action`` (None: look after it at all) with it here and now.

    Raises:
        Refused: no such ticket, it is worked on elsewhere, it is not theirs, or its state does not allow it.
    """
    if ticket is None or turn.group is None:
        raise Refused("press-outdated")
    if ticket.group_id != turn.group.id:
        raise Refused(await elsewhere(turn, ticket))
    if not await is_secretary(turn, ticket):
        raise Refused("not-your-role", role=Words(f"role-{Role.SECRETARY}"))
    if action is not None:
        await check(turn, ticket, action, Role.SECRETARY)
    return ticket


async def elsewhere(turn: Turn, ticket: Ticket) -> Words:
    """That another group works on it now; of a restricted ticket no other group hears even that there is one."""
    if ticket.restricted and (turn.group is None or turn.group.purpose != "restricted"):
        return Words("press-outdated")
    group = None if ticket.group_id is None else await groups.get(turn.tx, ticket.group_id)
    unit_id = group.unit_id if group and group.unit_id else ticket.unit_id
    return Words("desk-elsewhere", number=ticket.number, unit=(await units.get(turn.tx, unit_id)).shown)


async def is_read_here(turn: Turn, ticket: Ticket) -> bool:
    """Whether this group may read of a ticket: it works on it, or it is of its unit or below, and not restricted.

    What a person may see elsewhere is not for everyone in the group that they happen to ask in.
    """
    group = turn.group
    if group is None or ticket.group_id == group.id:
        return group is not None
    if ticket.restricted or group.unit_id is None:
        return False
    theirs = (await units.get(turn.tx, group.unit_id)).path
    return (await units.get(turn.tx, ticket.unit_id)).path.startswith(theirs)


def words_only(turn: Turn) -> str:
    """The words of an answer that takes no files.

    Raises:
        Refused: there are none, or there is a file.
    """
    text = turn.event.text.strip()
    if turn.event.attachments or not text:
        raise Refused("desk-words-only")
    return text


def sendable(turn: Turn) -> tuple[str, tuple[Attachment, ...]]:
    """Words and files that can go on to somebody else.

    Raises:
        Refused: a poll, a game or another thing that can't be passed on.
    """
    event = turn.event
    for each in event.attachments:
        if each.kind is FileKind.UNSUPPORTED:
            raise Refused("desk-cannot-send", what=each.text or each.name or "?")
    return event.text.strip(), event.attachments


async def ticket_here(turn: Turn) -> Ticket | None:
    """The ticket of the topic, or of the message that this one answers."""
    event, group = turn.event, turn.group
    if group is None:
        return None
    if event.reply_to is not None:
        linked = await messages.find(turn.tx, event.channel, event.chat, event.reply_to)
        if linked is not None and linked.side == "thread":
            return await tickets.find(turn.tx, linked.ticket_id)
    if event.thread is None:
        return None
    thread = await threads.by_external(turn.tx, group.id, event.thread)
    return None if thread is None else await tickets.find(turn.tx, thread.ticket_id)


async def home(turn: Turn) -> Unit:
    """The unit that this group works for; a category's group works for the whole tree.

    Raises:
        Refused: the group is not ours, or there is no unit yet.
    """
    if turn.group is not None:
        if turn.group.unit_id is not None:
            return await units.get(turn.tx, turn.group.unit_id)
        for each in await units.everyone(turn.tx):
            return each
    raise Refused("group-unknown", chat=turn.event.chat)


async def place(turn: Turn, right: Right, refusal: str = "") -> Unit:
    """The unit for which somebody with this right acts here: the group's, else the topmost that they have it for.

    Raises:
        Refused: none; with the text ``refusal``, or that it is the secretaries'.
    """
    if turn.event.chat_kind is ChatKind.GROUP:
        unit = await home(turn)
        if Standing(turn.roles, unit.path).may(right):
            return unit
    else:
        for unit in await units.everyone(turn.tx):
            if Standing(turn.roles, unit.path).may(right):
                return unit
    raise Refused(refusal) if refusal else Refused("not-your-role", role=Words(f"role-{Role.SECRETARY}"))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Words and files that several messages brought; ``files`` as rows keep them, ``said`` the messages."""

    text: str
    files: tuple[str, ...]
    said: tuple[str, ...]


def gathered(turn: Turn, before: Gathered, *, characters: int, files: int) -> Gathered:
    """With the message of this turn joined; handed over twice, it is there once.

    Raises:
        Refused: it can't be passed on, or it would be too much.
    """
    text, brought = sendable(turn)
    message = turn.event.message or ""
    if message in before.said:
        return before
    after = Gathered(
        "\n".join(filter(None, (before.text, text))),
        (*before.files, *(write_file(each) for each in brought)),
        (*before.said, message),
    )
    if len(after.text) > characters or len(after.files) > files:
        raise Refused("task-too-much", characters=characters, files=files)
    return after


async def require(turn: Turn, right: Right, unit: Unit) -> None:
    """Make sure that the person has a right at a unit.

    Raises:
        Refused: they don't.
    """
    if not Standing(turn.roles, unit.path).may(right):
        raise Refused("not-your-role", role=Words(f"role-{Role.SECRETARY}"))


async def menu(turn: Turn, ticket: Ticket, text: str, buttons: Rows, choices: Choices | None = None) -> None:
    """Offer choices about a ticket below what was pressed or written, with a button that puts them away.

    What the person types instead of pressing is for nobody before they are asked. ``choices``: what it may mean, where
    that is more than the buttons.
    """
    await _offer(turn, ticket, buttons, choices)
    turn.reply(text, buttons=_closable(turn, ticket, buttons), link=Link(ticket.id, "thread", "menu"), quote=True)


async def menu_again(turn: Turn, ticket: Ticket, text: str, buttons: Rows, choices: Choices | None = None) -> None:
    """The menu that was pressed offers the next choices."""
    await _offer(turn, ticket, buttons, choices)
    turn.edit(text, buttons=_closable(turn, ticket, buttons))


@dataclass(frozen=True, slots=True)
class Choices:
    """``every``: all that can be chosen, other pages too; ``units``: any unit; ``own``: the words themselves."""

    every: Sequence[Button] = ()
    units: bool = False
    own: Button | None = None


async def _offer(turn: Turn, ticket: Ticket, buttons: Rows, choices: Choices | None) -> None:
    choices = choices or Choices()
    shown = choices.every or [each for row in buttons for each in row]
    facts = {
        "ticket": ticket.id,
        "buttons": [[each.label, each.data] for each in shown if each.data is not None],
        "units": choices.units,
        "own": None if choices.own is None else [choices.own.label, choices.own.data],
    }
    await questions.offer(turn, facts)


def _closable(turn: Turn, ticket: Ticket, buttons: Rows) -> Rows:
    return (*buttons, (shut_button(turn, ticket),))


def shut_button(turn: Turn, ticket: Ticket) -> Button:
    """收起, for the person of this turn: a menu may come with a question to them that goes away with it."""
    return button(say(DESK_LOCALE, "desk-button-shut"), verbs.DESK_SHUT, ticket.id, turn.who.id)


def done(turn: Turn, text: str, *, noted: bool = False) -> None:
    """The menu that was pressed says what came of it, and offers nothing more.

    ``noted``: the thread says the same in a line of its own, so the menu goes.
    """
    turn.answer(text)
    if not (noted and turn.take_away(turn.event.message)):
        turn.edit(text)


def question_link(ticket: Ticket) -> Link:
    """What our question in a ticket's thread is."""
    return Link(ticket.id, "thread", "question")
