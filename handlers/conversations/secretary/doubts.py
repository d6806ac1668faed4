"""Words of which it is not sure whom they are for: kept, shown, and sent or noted only when their writer says so.

One question for each person and ticket; what they write there meanwhile joins it. The words are a sealed row, so a
restart loses none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial

from handlers.cases import answers as answering
from handlers.cases.pieces import keep_parts
from handlers.components import albums
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import allowed
from handlers.conversations.secretary.receipts import receipt, remember
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file, write_file
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Button, Link, Outgoing, OutKind, Reaction, Spot, Style
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Action
from handlers.rules.marks import Mark, opening
from storage import conversations, messages, tickets
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
_KIND = "doubt"
_ROLE = "doubt"
"""The role of our question's message, with whose question it is behind it."""
_SHOWN_CHARACTERS = 300
JOINED_SECONDS = 3600
"""So long what is written next belongs to what is being asked about; later it is heard by itself."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """``parts``: (message, words) in order. ``answers``: the raiser's entry that it may be a reply to.

    ``why`` names the text that says what is not sure; ``options``: what else the words may mean, as label and press.
    """

    ticket: int
    why: str
    parts: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()
    answers: int | None = None
    options: tuple[tuple[str, str], ...] = ()
    version: int = 0

    @property
    def text(self) -> str:
        """The words as they would be sent."""
        return "\n".join(words for _, words in self.parts if words)


def _role(turn: Turn) -> str:
    return f"{_ROLE}:{turn.who.id}"


def is_question(role: str) -> bool:
    """Whether a message of this role is such a question."""
    return role.partition(":")[0] == _ROLE


def _tag(turn: Turn, ticket_id: int) -> bytes:
    event = turn.event
    return turn.tx.sealer.tag("doubt", event.channel, event.chat, str(turn.who.id), str(ticket_id))


async def pending(turn: Turn, ticket_id: int, *, within: int | None = None) -> Doubt | None:
    """What the person of this turn was asked about in this ticket's thread and has not answered.

    ``within``: none whose last words came longer ago, in seconds.
    """
    row = await conversations.load(turn.tx, _tag(turn, ticket_id), _KIND)
    if row is None or (within is not None and turn.now - row.at > within):
        return None
    body = row.body
    return Doubt(
        **{
            **body,
            "parts": tuple((str(message), str(words)) for message, words in body["parts"]),
            "files": tuple(body["files"]),
            "options": tuple((str(label), str(data)) for label, data in body["options"]),
        }
    )


async def settle(turn: Turn, ticket: Ticket) -> None:
    """It is known what the words were."""
    await conversations.drop(turn.tx, _tag(turn, ticket.id), _KIND)


async def ask(
    turn: Turn,
    ticket: Ticket,
    why: str,
    text: str,
    files: Sequence[Attachment] = (),
    *,
    answers: int | None = None,
    options: Sequence[Button] = (),
) -> None:
    """Keep the message of this turn, and ask what it is."""
    before = await pending(turn, ticket.id, within=JOINED_SECONDS)
    doubt = before or Doubt(ticket.id, why, answers=answers)
    message = turn.event.message or ""
    if message and message in [each for each, _ in doubt.parts]:
        return  # Handed over twice.
    doubt = replace(
        doubt,
        parts=(*doubt.parts, (message, text)),
        files=(*doubt.files, *(write_file(each) for each in files)),
        options=tuple((each.label, each.data or "") for each in options) or doubt.options,
    )
    await _show(turn, ticket, doubt)


async def _take_away(turn: Turn, ticket: Ticket, doubt: Doubt) -> None:
    """The question as it was shown before goes: one stands for what waits."""
    event = turn.event
    copies = await messages.of_role(turn.tx, ticket.id, "thread", _role(turn))
    here = [each for each in copies if (each.channel, each.chat) == (event.channel, event.chat)]
    if doubt.version and here and turn.take_away(here[-1].message):
        await messages.forget(turn.tx, here[-1])


async def _show(turn: Turn, ticket: Ticket, doubt: Doubt) -> None:
    await _take_away(turn, ticket, doubt)
    doubt = replace(doubt, version=doubt.version + 1)
    await conversations.save(turn.tx, _tag(turn, ticket.id), _KIND, asdict(doubt), turn.now)
    lines = [_say("desk-doubt", why=_say(f"desk-doubt-{doubt.why}")), shorten(doubt.text, _SHOWN_CHARACTERS)]
    if doubt.files:
        lines.append(_say("desk-answer-files", count=len(doubt.files)))
    stamp = (ticket.id, doubt.version, turn.who.id)
    options = [Button(label, data=data, style=Style.PRIMARY) for label, data in doubt.options]
    rows = (
        *in_rows(options, 1),
        (
            button(_say("desk-button-to-raiser"), verbs.DESK_MEANT, "raiser", *stamp),
            button(_say("desk-button-as-note"), verbs.DESK_MEANT, "note", *stamp),
        ),
        (button(_say("desk-button-drop"), verbs.DESK_MEANT, "drop", *stamp),),
    )
    message = turn.event.message
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text="\n".join(filter(None, lines)),
            buttons=rows,
            reply_to=Spot(message=message) if message else None,
            link=Link(ticket.id, "thread", _role(turn)),
            not_before=albums.waiting(turn).get("not_before"),
            replace=f"doubt:{ticket.id}:{turn.who.id}",
        )
    )


async def reworded(turn: Turn, ticket: Ticket) -> bool:
    """A message that is being asked about was changed; True if it is one."""
    doubt = await pending(turn, ticket.id)
    if doubt is None or turn.event.message not in [message for message, _ in doubt.parts]:
        return False
    text = turn.event.text.strip()
    parts = tuple((each, text if each == turn.event.message else words) for each, words in doubt.parts)
    await _show(turn, ticket, replace(doubt, parts=parts))
    return True


async def meant(turn: Turn, press: Press) -> None:
    """They say what it is.

    Raises:
        Refused: it is somebody else's, it was answered, or more was written since.
    """
    what, person = press.word(0), press.number(3)
    if person != turn.who.id:
        raise Refused("ask-not-yours")
    action = {"raiser": Action.REPLY, "note": Action.NOTE}.get(what)
    ticket = await allowed(turn, await tickets.find(turn.tx, press.number(1)), action)
    doubt = await pending(turn, ticket.id)
    if doubt is None or doubt.version != press.number(2):
        raise Refused("desk-draft-gone")
    await settle(turn, ticket)
    match what:
        case "raiser":
            await _send(turn, ticket, doubt)
        case "note":
            await _note(turn, ticket, doubt)
        case _:
            turn.answer(turn.say("desk-doubt-dropped"))
            turn.edit(_say("desk-doubt-dropped"))


def _files(doubt: Doubt) -> list[Attachment]:
    return [read_file(each) for each in doubt.files]


async def _send(turn: Turn, ticket: Ticket, doubt: Doubt) -> None:
    acted, sent = await answering.reply(turn, ticket, doubt.text, _files(doubt), answers=doubt.answers)
    await _become(turn, ticket, doubt, acted.entry, Reaction.TAKEN if sent else Reaction.FAILED)
    key = "desk-doubt-sent" if sent else "desk-no-chat"
    turn.answer(turn.say(key))
    # Under the words themselves it is said that they went, once they have.
    if not (sent and turn.take_away(turn.event.message)):
        turn.edit(_say(key))


async def _note(turn: Turn, ticket: Ticket, doubt: Doubt) -> None:
    found = opening(doubt.text)
    text = found.words if found.mark is Mark.NOTE else doubt.text
    acted = await answering.note(turn, ticket, text, _files(doubt))
    await _become(turn, ticket, doubt, acted.entry, Reaction.TAKEN)
    turn.answer(turn.say("desk-noted"))
    turn.edit(_say("desk-noted"))


async def _become(turn: Turn, ticket: Ticket, doubt: Doubt, entry: int, reaction: Reaction) -> None:
    """The messages are what ``entry`` tells of from now on."""
    for message, _ in doubt.parts:
        if message:
            await remember(turn, ticket, entry, message)
            receipt(turn, ticket, message, reaction)
    if len(doubt.parts) > 1:
        await keep_parts(turn, entry, doubt.parts)
