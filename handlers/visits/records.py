"""The registers of a year: 意见箱开箱登记, 座谈访谈记录, 现场办公, 接访登记表, of a unit and those below it."""

from __future__ import annotations

from handlers.buttons import Press
from handlers.case.acting import Refused
from handlers.desk.finding import place
from handlers.rules.rights import Right
from handlers.tasks import showing
from handlers.tasks.talking import words
from handlers.turn import Turn
from handlers.visits.registers import YEARLY
from handlers.vocabulary import Attachment, FileKind


async def send(turn: Turn, press: Press) -> None:
    """This year's, as a file."""
    unit = await place(turn, Right.LOG)
    kind = press.word(0)
    if kind not in YEARLY:
        raise Refused(turn.say("press-outdated"))
    facts = {"unit": unit.id, "kind": kind, "now": turn.now, "locale": showing.locale_here(turn)}
    turn.answer(turn.say("task-see-below"))
    turn.reply(
        words(turn, f"visit-records-{kind}"),
        attachments=(Attachment(FileKind.DOCUMENT, made="visit_records", facts=facts),),
    )
