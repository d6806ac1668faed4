"""Ready answers of a unit: ``/t`` lists, ``/t 名`` sends one, ``/t 名 = 文字`` keeps one, ``/t - 名`` drops one."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import partial

from handlers.cases import answers
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import allowed, home, require, ticket_here, words_only
from handlers.conversations.secretary.receipts import receipt, remember
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Reaction
from handlers.core.wording import shorten
from handlers.rules.codes import MASK
from handlers.rules.directory import alike
from handlers.rules.lifecycle import Action
from handlers.rules.marks import Mark, opening
from handlers.rules.rights import Right
from storage import units

_say = partial(say, DESK_LOCALE)
NEW = "desk_canned"
MOST_NAME, MOST_TEXT = 20, 3500
_KEEP = re.compile(r"(?P<name>[^=＝]+?)\s*[=＝]\s*(?P<text>.*)", re.DOTALL)
_DROP = re.compile(r"[-－—]\s*(?P<name>.+)")


async def canned(turn: Turn) -> None:
    """One of the four, by what follows the command."""
    unit = await home(turn)
    await require(turn, Right.CANNED, unit)
    words = turn.event.argument
    known = await units.canned(turn.tx, unit.id)
    if not words:
        lines = [f"· {name}：{shorten(text, 60)}" for name, text in known.items()]
        turn.reply(
            "\n".join([_say("desk-canned-head" if lines else "desk-canned-none"), *lines]),
            buttons=((button(_say("desk-canned-new"), verbs.DESK_CANNED),),),
            quote=True,
        )
    elif (dropped := _DROP.fullmatch(words)) is not None:
        name = _known(known, dropped["name"].strip())
        key = "desk-canned-dropped" if await units.drop_canned(turn.tx, unit.id, name) else "desk-canned-unknown"
        turn.reply(_say(key, name=name), quote=True)
    elif (kept := _KEEP.fullmatch(words)) is not None:
        await _keep(turn, unit.id, kept["name"].strip(), kept["text"].strip(), known)
    elif (name := _known(known, words)) in known:
        await _send(turn, known[name])
    else:
        raise Refused("desk-canned-unknown", name=shorten(words, MOST_NAME))


async def new(turn: Turn, press: Press) -> None:  # noqa: ARG001 - one shape for all presses
    """新增: its name and words come next."""
    await require(turn, Right.CANNED, await home(turn))
    await questions.ask(turn, NEW, {}, text=_say("desk-canned-ask"))
    turn.answer(turn.say("desk-see-below"))


async def written(turn: Turn, question: Question) -> None:  # noqa: ARG001 - one shape for all answers
    """“名称 = 文字”."""
    unit = await home(turn)
    await require(turn, Right.CANNED, unit)
    kept = _KEEP.fullmatch(words_only(turn))
    if kept is None:
        raise Refused("desk-canned-ask")
    await _keep(turn, unit.id, kept["name"].strip(), kept["text"].strip(), await units.canned(turn.tx, unit.id))
    await questions.drop(turn)


def _known(known: Collection[str], name: str) -> str:
    """The name as it is kept, however it was typed; a part of one is none: what is sent reaches the raiser."""
    same = [each for each in known if alike(each, name)]
    return name if name in known or len(same) != 1 else same[0]


async def _keep(turn: Turn, unit_id: int, name: str, text: str, known: dict[str, str]) -> None:
    name = _known(known, name)
    if not text or len(name) > MOST_NAME or len(text) > MOST_TEXT or "\n" in name:
        raise Refused("desk-canned-how", name=MOST_NAME, text=MOST_TEXT)
    _sendable(text)
    await units.set_canned(turn.tx, unit_id, name, text)
    turn.reply(_say("desk-canned-replaced" if name in known else "desk-canned-kept", name=name), quote=True)


def _sendable(text: str) -> None:
    """A ready answer goes to a raiser: one that begins with a mark is none, and a follow code is nobody else's.

    Raises:
        Refused: it is one of these.
    """
    if opening(text).mark is not Mark.PLAIN or MASK in text:
        raise Refused("desk-canned-mark")


async def _send(turn: Turn, text: str) -> None:
    ticket = await ticket_here(turn)
    if ticket is None:
        turn.reply(_say("desk-canned-shown", text=text), quote=True)
        return
    ticket = await allowed(turn, ticket, Action.REPLY)
    _sendable(text)
    acted, sent = await answers.reply(turn, ticket, text)
    await remember(turn, ticket, acted.entry)
    receipt(turn, ticket, turn.event.message, Reaction.TAKEN if sent else Reaction.FAILED)
    turn.reply(_say("desk-canned-sent" if sent else "desk-no-chat", text=text), quote=True)
