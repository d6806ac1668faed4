"""Somebody can't be reached on one account and can on another: what waits for them there goes to the other."""

from __future__ import annotations

from bot.flow.enqueue import fit, row_of
from bot.flow.ledger import Job, Ledger
from bot.flow.packing import Unpackable, unpack
from handlers.core.texts import locale_for
from handlers.core.vocabulary import Address, OutKind
from storage import outbox, people


async def tell_elsewhere(ledger: Ledger, job: Job) -> bool:
    """Whether what waits in the private chat of ``job``, which was refused, was sent on its way to another account.

    All that was to be said to the person goes, in its order and as a whole: what of it had arrived may be there again.
    What is about the chat itself (a message in it that was to be changed) stays.
    """
    tx, state = ledger.tx, job.state
    person_id = next((row.message.person for row in job.rows if row.message.person is not None), None)
    if person_id is None:
        return False
    here = (state.channel, state.chat)
    known = await people.accounts(tx, (await people.get(tx, person_id)).id)
    if not any(each.reachable and (each.channel, each.chat) != here for each in known):
        return False
    person = await people.lose(tx, person_id, *here)
    lane = await ledger.places.lane_to(tx, Address(person.channel, person.chat), ledger.found)
    abilities = ledger.abilities.get(lane.channel) or ledger.abilities[state.channel]
    locale = locale_for(person.language)
    there: list[outbox.NewRow] = []
    gone = []
    for row in await outbox.all_of_lane(tx, state.id):
        try:
            message = unpack(row.payload)
        except Unpackable:
            continue  # Another version's; it stays where that version will find it.
        if message.kind is OutKind.SEND and message.person is not None:
            told = await fit(tx, ledger.places, lane, message, abilities=abilities, locale=locale, now=ledger.now)
            there += [row_of(lane, part, row.due_at) for part in told]
            gone.append(row.id)
    await outbox.enqueue(tx, there, ledger.now)
    await outbox.sent(tx, gone)
    return True
