"""What an owner writes as a reply to a message about a ticket, and what they change afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.cases.steps import check, no_note
from handlers.cases.submission import revise
from handlers.components.albums import WAIT_SECONDS
from handlers.conversations.owner import extension_requests, progress, report_drafts, several_tickets, signing, verbs
from handlers.conversations.owner.checks import Brought, allowed, brought, own, remember_said, still
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file, write_file
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import Words
from handlers.core.turn import Turn
from handlers.core.vocabulary import Link, Outgoing, OutKind, Rows
from handlers.rules.lifecycle import Action, Role
from storage import tickets
from storage.messages import Linked
from storage.tickets import Ticket

CHOOSE = "own_choose"
_UNSURE = {
    "own_back": ("back", "own-button-as-back"),
    "own_extend": ("extend", "own-button-as-extension"),
    CHOOSE: None,
}
"""Open questions whose answer takes effect at once: a reply to another message of the ticket may be meant for them."""


async def replied(turn: Turn, linked: Linked) -> None:
    """A reply to any message about a ticket is progress, unless a question about it is open and it may be the answer.

    What is meant is asked then, rather than guessed: handing back happens once.
    """
    if linked.role == several_tickets.ROLE:
        await several_tickets.replied(turn)
        return
    ticket = await tickets.get(turn.tx, linked.ticket_id)
    if ticket.owner_id != turn.who.id:
        raise Refused("own-not-yours", number=ticket.number)
    words = brought(turn)
    if words.empty:
        raise Refused("own-progress-empty")
    question = await questions.pending(turn)
    about = question if question is not None and question.facts.get("ticket") == ticket.id else None
    if about is not None and about.kind == report_drafts.KIND:
        # Nothing is handed in before the preview is confirmed, and the preview can make it progress.
        await report_drafts.gathered(turn, about)
    elif about is not None and about.kind in _UNSURE:
        await _choose(turn, ticket, about)
    else:
        if not allowed(ticket, Action.NOTE_PROGRESS):
            raise Refused("own-not-now", number=ticket.number, state=Words(f"state-{ticket.state}"))
        await progress.note(turn, ticket, words)


async def _choose(turn: Turn, ticket: Ticket, question: Question) -> None:
    """Keep the words, and ask what they are."""
    words = brought(turn)
    known: Mapping[str, Any] = question.facts if question.kind == CHOOSE else {}
    before: Mapping[str, Any] = known.get("open") or {"kind": question.kind, "facts": dict(question.facts)}
    facts = {
        "ticket": ticket.id,
        "text": "\n".join(part for part in (known.get("text", ""), words.text) if part),
        "files": [*known.get("files", ()), *(write_file(each) for each in words.files)],
        "said": [*known.get("said", ()), *words.said],
        "open": before,
    }
    await questions.remember(turn, CHOOSE, facts)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=turn.say("own-choose", number=ticket.number),
            buttons=_choices(turn, ticket, str(before["kind"])),
            link=Link(ticket.id, "owner", "question"),
            replace=f"own-choose:{ticket.id}",
            not_before=turn.now + WAIT_SECONDS if turn.event.album else None,
        )
    )


def _choices(turn: Turn, ticket: Ticket, kind: str) -> Rows:
    asked = _UNSURE[kind]
    words = [] if asked is None else [button(turn.say(asked[1]), verbs.OWN_TAKE, ticket.id, asked[0])]
    words.append(button(turn.say("own-button-as-progress"), verbs.OWN_TAKE, ticket.id, "progress"))
    if allowed(ticket, Action.REPORT):
        words.append(button(turn.say("own-button-as-answer"), verbs.OWN_TAKE, ticket.id, "report"))
    return (*in_rows(words, 2), (questions.cancel_button(turn),))


async def more(turn: Turn, question: Question) -> None:
    """Further words came while we ask what the first ones are."""
    ticket = await still(turn, question, Action.NOTE_PROGRESS)
    if ticket is not None:
        await _choose(turn, ticket, question)


async def taken(turn: Turn, press: Press) -> None:
    """They said what their words are.

    Raises:
        Refused: there are no such words any more, or what they are can't be done now.
    """
    ticket = await own(turn, press.number(0))
    question = await questions.pending(turn)
    if question is None or question.kind != CHOOSE or question.facts["ticket"] != ticket.id:
        raise Refused("press-outdated")
    facts = question.facts
    words = Brought(
        str(facts["text"]),
        tuple(read_file(each) for each in facts["files"]),
        tuple(str(each) for each in facts["said"]),
    )
    before = Question(facts["open"]["kind"], facts["open"]["facts"])
    meant = press.word(1)
    turn.answer(turn.say("own-taken"))
    if meant == "back" and before.kind == "own_back":
        await signing.hand_back(turn, ticket, words)
    elif meant == "extend" and before.kind == "own_extend":
        await extension_requests.given(turn, ticket, before, words)
    elif meant == "report":
        await check(turn, ticket, Action.REPORT, Role.OWNER)
        await report_drafts.add(turn, ticket, report_drafts.Draft(ticket.id), words)
    elif meant == "progress":
        # The question that was open before is closed with it: the next words must not hand the matter back by mistake.
        await questions.drop(turn)
        await progress.note(turn, ticket, words)
    else:
        raise Refused("press-outdated")
    turn.edit(turn.say("own-taken"))


async def edited(turn: Turn, linked: Linked) -> None:
    """An owner changed a message of theirs that is on a ticket, or on its way there."""
    if linked.role == "draft":
        await report_drafts.changed_draft(turn, linked)
        return
    ticket = await tickets.get(turn.tx, linked.ticket_id)
    no_note(turn)
    text = turn.event.text.strip()
    if linked.history_id is None or not text:
        return
    if ticket.owner_id != turn.who.id:
        turn.reply(turn.say("own-revised-not", number=ticket.number), quote=True)
        return
    if await report_drafts.changed_report(turn, ticket, linked.history_id):
        return
    if await revise(turn, ticket, linked.history_id, text, role=Role.OWNER) is not None:
        await remember_said(turn, ticket, linked.history_id, brought(turn).said)
        turn.reply(turn.say("own-revised", number=ticket.number), quote=True)
