"""The registers of a year: 意见箱开箱登记, 座谈访谈记录, 现场办公, 接访登记表, of a unit and those below it."""

from __future__ import annotations

from handlers.conversations.secretary.finding import place
from handlers.core.buttons import Press
from handlers.core.here import locale_here, say_here
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind
from handlers.practices.visits.visit_registers import YEARLY
from handlers.rules.rights import Right


async def send(turn: Turn, press: Press) -> None:
    """This year's, as a file."""
    unit = await place(turn, Right.LOG)
    kind = press.word(0)
    if kind not in YEARLY:
        raise Refused("press-outdated")
    facts = {"unit": unit.id, "kind": kind, "now": turn.now, "locale": locale_here(turn)}
    turn.answer(turn.say("task-see-below"))
    turn.reply(
        say_here(turn, f"visit-records-{kind}"),
        attachments=(Attachment(FileKind.DOCUMENT, made="visit_records", facts=facts),),
    )
