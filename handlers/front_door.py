"""Where every event enters: who is it, where are they, and which conversation is this.

Order for a message: a command, on whatever keyboard it was typed; else a follow code; else words that are plainly for
colleagues; else a reply to one of our messages; else the answer to an open question; else what the place means (a
ticket's thread in a group, a concern in a private chat). Nothing falls through silently: what is ignored is ignored by
name here and said so in ``docs/architecture.md``.
"""

from __future__ import annotations

from dataclasses import replace

from handlers import routes
from handlers.components import albums
from handlers.conversations import membership, outcomes
from handlers.core import choices, lost_tickets, namesakes, questions, verbs
from handlers.core.buttons import unpack
from handlers.core.concealing import codes_of, concealed, read_without
from handlers.core.refusals import Refused
from handlers.core.routing import Ahead
from handlers.core.turn import Turn
from handlers.core.vocabulary import ChatKind, EventKind, Incoming
from handlers.rules.directory import FitsSeveral
from handlers.rules.marks import Mark, opening
from storage import groups, messages, people, roles, tasks, threads


async def handle(turn: Turn) -> None:
    """Decide one event. What it means is in ``turn`` afterwards: rows changed, messages to send, a toast.

    A refusal undoes all that was changed and said for the event; only who wrote, that they are back, and a try at a
    follow code is kept.
    """
    written = _as_meant(turn.event)
    turn.event = concealed(written) if written.kind in (EventKind.MESSAGE, EventKind.EDIT) else written
    turn.practised = routes.PRACTISED
    await _recognise(turn)
    if codes_of(turn.event):
        await routes.CODES(turn, written)
    before = len(turn.outgoing)
    try:
        async with turn.tx.savepoint(settle=False):
            await _decide(turn)
            await questions.offer_asides(turn)
    except FitsSeveral as several:
        del turn.outgoing[before:]
        if turn.event.kind is EventKind.MESSAGE:
            await namesakes.ask(turn, several)
        else:
            _refuse(turn, namesakes.words(turn, several))
    except Refused as refused:
        # Who they are and that they are back stays; what a conversation had begun to say must not leave either.
        del turn.outgoing[before:]
        if refused.after is not None:
            await refused.after(turn)
        _refuse(turn, refused.said(turn.locale))


async def _decide(turn: Turn) -> None:
    match turn.event.kind:
        case EventKind.MESSAGE:
            await (_press if await choices.typed(turn) else _message)(turn)
        case EventKind.EDIT:
            await _edit(turn)
        case EventKind.PRESS:
            await _press(turn)
        case EventKind.MEMBERSHIP:
            await membership.changed(turn)
        case EventKind.CHAT_MOVED:
            await membership.moved(turn)
        case EventKind.THREAD:
            await routes.THREAD(turn)
        case EventKind.DELIVERY:
            await read_without(turn)
            await routes.OUTCOMES.get(str(turn.event.facts.get("for")), outcomes.handle)(turn)
        case EventKind.TICK:
            await routes.TICKS[turn.event.text](turn)


async def trouble(turn: Turn) -> None:
    """Tell whoever wrote that their event is kept and will be tried again: its handling raised."""
    event = turn.event
    if event.kind is EventKind.PRESS:
        turn.answer(turn.say("trouble-kept"), alert=True)
    elif event.kind is EventKind.MESSAGE and event.chat_kind is ChatKind.PRIVATE:
        turn.reply(turn.say("trouble-kept"), quote=True)


def _refuse(turn: Turn, text: str) -> None:
    if turn.event.kind is EventKind.PRESS:
        turn.answer(text, alert=True)
    else:
        turn.reply(text, quote=True)


async def _recognise(turn: Turn) -> None:
    event = turn.event
    if event.sender is not None and not event.sender.is_bot:
        turn.person = await people.meet(
            turn.tx,
            event.sender.channel,
            event.sender.user,
            name=event.sender.name,
            username=event.sender.username,
            language=event.sender.language,
            private_chat=event.chat if event.chat_kind is ChatKind.PRIVATE else None,
        )
        turn.roles = await roles.of_person(turn.tx, turn.person.id)
    if event.chat_kind is ChatKind.PRIVATE and event.member != "left":
        await membership.heard(turn)
    if event.chat_kind is ChatKind.GROUP:
        turn.group = await groups.by_chat(turn.tx, event.channel, event.chat)
        await _find_thread(turn)


def _as_meant(event: Incoming) -> Incoming:
    """A command as an English keyboard types it."""
    if event.kind is not EventKind.MESSAGE:
        return event
    found = opening(event.text)
    # In private, where nobody else's bot listens, a word that is no command of ours is told of as one all the same.
    ours = event.chat_kind is ChatKind.PRIVATE or found.word in (*routes.GROUP_COMMANDS, *routes.PRIVATE_COMMANDS)
    if found.mark is not Mark.COMMAND or event.command == found.word or not ours:
        return event
    return replace(event, text=found.command)


async def _find_thread(turn: Turn) -> None:
    """Where the channel is not sure that an id is a thread's: it is, if a ticket has its thread there."""
    event, chain = turn.event, turn.event.facts.get("chain")
    if event.thread is not None or chain is None or turn.group is None:
        return
    if await threads.by_external(turn.tx, turn.group.id, str(chain)) is not None:
        answers = None if event.reply_to == chain else event.reply_to
        turn.event = replace(event, thread=str(chain), reply_to=answers)


async def _message(turn: Turn) -> None:
    event = turn.event
    if event.chat_kind is ChatKind.BROADCAST or turn.person is None:
        return  # Posts of channels and other bots are nobody's concern.
    await questions.put_old_away(turn)
    if event.command is not None:
        await _command(turn, event.command)
        return
    private = event.chat_kind is ChatKind.PRIVATE
    if private and codes_of(event) and await routes.CODE_MET(turn):
        return
    home = await albums.home_of(turn)
    if home is not None and home in routes.ALBUMS:
        await routes.ALBUMS[home](turn)
        return
    if not private and await routes.ASIDE(turn):
        return
    if event.reply_to is not None:
        linked = await messages.find(turn.tx, event.channel, event.chat, event.reply_to)
        if linked is not None and linked.side in routes.REPLIES:
            question = await questions.pending(turn)
            # A reply to the question's own message is its answer; a reply to another message is about that one.
            if question is None or linked.role not in ("question", "menu", "held"):
                await routes.REPLIES[linked.side](turn, linked)
                return
        about = () if linked is not None else await tasks.shown_in(turn.tx, event.channel, event.chat, event.reply_to)
        if about:
            await routes.TASK_REPLIED(turn, about)
            return
        if linked is None and await lost_tickets.pressed_or_answered(turn, event.reply_to):
            return
    question = await questions.pending(turn)
    if question is not None and (question.kind == namesakes.KIND or question.kind in routes.STEPS):
        await (_named if question.kind == namesakes.KIND else routes.STEPS[question.kind])(turn, question)
        return
    await (routes.IN_PRIVATE if private else routes.IN_GROUP)(turn)


async def _command(turn: Turn, command: str) -> None:
    private = turn.event.chat_kind is ChatKind.PRIVATE
    here, there = (
        (routes.PRIVATE_COMMANDS, routes.GROUP_COMMANDS)
        if private
        else (routes.GROUP_COMMANDS, routes.PRIVATE_COMMANDS)
    )
    if command in here:
        if not private and turn.group is None:
            turn.reply(turn.say("group-unknown", chat=turn.event.chat), quote=True)
            return
        await here[command](turn)
    elif command in there:
        turn.reply(turn.say("command-wrong-place-private" if private else "command-wrong-place-group"), quote=True)
    elif private:
        turn.reply(turn.say("command-unknown", command=command[:32]), quote=True)
    # A command that we don't know in a group may be meant for another bot there: ignored on purpose.


async def _named(turn: Turn, question: questions.Question) -> None:
    """Which one is meant was typed: what had been written goes on with it; if it can't, it is asked again."""
    said = len(turn.outgoing)
    try:
        async with turn.tx.savepoint(settle=False):
            await namesakes.typed(turn, question)
            await _message(turn)
    except Refused as refused:
        del turn.outgoing[said:]
        await namesakes.again(turn, question, refused.said(turn.locale))


async def _edit(turn: Turn) -> None:
    event = turn.event
    if turn.person is None or event.message is None:
        return
    linked = await messages.find(turn.tx, event.channel, event.chat, event.message)
    if linked is not None and linked.side in routes.EDITS:
        await routes.EDITS[linked.side](turn, linked)
    elif event.chat_kind is ChatKind.GROUP:
        await routes.EDIT_IN_GROUP(turn)
    elif event.chat_kind is ChatKind.PRIVATE:
        await routes.EDIT_IN_PRIVATE(turn)
    if codes_of(event) and turn.outgoing:
        turn.reply(turn.say("code-left-out"), quote=True)


async def _press(turn: Turn) -> None:
    press = unpack(turn.event.button)
    if press is None or turn.person is None:
        turn.answer(turn.say("press-unknown"), alert=True)
        return
    if await lost_tickets.pressed_or_answered(turn, turn.event.message):
        return
    if press.verb == verbs.WHICH_IS:
        await namesakes.pressed(turn, press)
        await _message(turn)
        return
    handler = routes.PRESSES.get(press.verb)
    if handler is None:
        turn.answer(turn.say("press-outdated"), alert=True)
        return
    await handler(turn, press)


def ahead(event: Incoming) -> Ahead | None:
    """What is to be read for this event before its turn."""
    return routes.AHEAD.get(event.text) if event.kind is EventKind.TICK else None
