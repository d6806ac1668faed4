"""报结: the answer, gathered from one message or several with its files, looked at once, and handed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handlers.cases import assignment
from handlers.cases.entries import entry_files, words_now
from handlers.cases.steps import check
from handlers.cases.submission import revise
from handlers.components.albums import WAIT_SECONDS
from handlers.conversations.owner import progress, verbs
from handlers.conversations.owner.checks import Brought, brought, own, remember_said, still
from handlers.core import questions
from handlers.core.buttons import Press, button
from handlers.core.files import read_file, write_file
from handlers.core.refusals import Refused
from handlers.core.turn import Kept, Question, Turn
from handlers.core.vocabulary import Attachment, Link, Outgoing, OutKind, Style
from handlers.rules.lifecycle import Action, Role, State
from storage import history
from storage.messages import Linked
from storage.tickets import Ticket

KIND = "own_report"


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer on its way. ``parts``: (message id, words) in order.

    ``seen`` counts the previews: an older one that is pressed shows less than would be handed in.
    """

    ticket: int
    parts: tuple[tuple[str, str], ...] = ()
    files: tuple[Attachment, ...] = ()
    seen: int = 0

    @property
    def text(self) -> str:
        """The answer as it stands."""
        return "\n".join(words for _, words in self.parts if words)


def _write(draft: Draft) -> dict[str, Any]:
    return {
        "ticket": draft.ticket,
        "parts": [list(each) for each in draft.parts],
        "files": [write_file(each) for each in draft.files],
        "seen": draft.seen,
    }


def _read(facts: Mapping[str, Any]) -> Draft:
    return Draft(
        facts["ticket"],
        tuple((str(message), str(words)) for message, words in facts["parts"]),
        tuple(read_file(each) for each in facts["files"]),
        facts["seen"],
    )


async def pressed(turn: Turn, press: Press) -> None:
    """报结 was pressed. A draft of the same ticket that is open already is gone on with."""
    ticket = await own(turn, press.number(0))
    await check(turn, ticket, Action.REPORT, Role.OWNER)
    turn.answer(turn.say("own-button-report"))
    draft = await _open(turn, ticket)
    if draft is not None and (draft.text or draft.files):
        await show(turn, ticket, draft)
        return
    await _begin(turn, ticket)


async def _begin(turn: Turn, ticket: Ticket, key: str = "own-ask-report") -> None:
    await questions.ask(
        turn,
        KIND,
        _write(Draft(ticket.id)),
        text=turn.say(key, number=ticket.number),
        link=Link(ticket.id, "owner", "question"),
    )


async def _open(turn: Turn, ticket: Ticket) -> Draft | None:
    question = await questions.pending(turn)
    if question is None or question.kind != KIND or question.facts["ticket"] != ticket.id:
        return None
    return _read(question.facts)


async def gathered(turn: Turn, question: Question) -> None:
    """A further piece of the answer came."""
    ticket = await still(turn, question, Action.REPORT)
    if ticket is None:
        return
    words = brought(turn)
    if words.empty:
        turn.reply(turn.say("own-progress-empty"), quote=True, link=Link(ticket.id, "owner", "question"))
        return
    await add(turn, ticket, _read(question.facts), words)


async def add(turn: Turn, ticket: Ticket, draft: Draft, words: Brought) -> None:
    """Put words and files to the draft, and show what it is now."""
    # Words gathered from several messages stand with the first: the others are known, and add none of their own.
    parts = [(each, "" if place else words.text) for place, each in enumerate(words.said)] or [("", words.text)]
    await remember_said(turn, ticket, None, words.said, "draft")
    await show(turn, ticket, replace(draft, parts=(*draft.parts, *parts), files=(*draft.files, *words.files)))


async def show(turn: Turn, ticket: Ticket, draft: Draft) -> None:
    """The preview with its buttons; one that still waits to be sent is replaced."""
    shown = replace(draft, seen=draft.seen + 1)
    await questions.remember(turn, KIND, _write(shown))
    if not shown.text:
        turn.reply(turn.say("own-report-words"), link=Link(ticket.id, "owner", "question"), replace=_word(ticket))
        return
    lines = [turn.say("own-report-preview", number=ticket.number, text=shown.text)]
    if shown.files:
        lines.append(turn.say("own-report-preview-files", files=len(shown.files)))
    lines.extend(("", turn.say("own-report-preview-more")))
    confirm = button(turn.say("own-button-confirm"), verbs.OWN_DONE, ticket.id, shown.seen, style=Style.PRIMARY)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text="\n".join(lines),
            buttons=(
                (confirm,),
                (
                    button(turn.say("own-button-rewrite"), verbs.OWN_REWRITE, ticket.id),
                    button(turn.say("own-button-rather-progress"), verbs.OWN_RATHER, ticket.id, shown.seen),
                ),
                (questions.cancel_button(turn),),
            ),
            link=Link(ticket.id, "owner", "question"),
            replace=_word(ticket),
            # The parts of an album come one by one: one preview for all of them.
            not_before=turn.now + WAIT_SECONDS if turn.event.album else None,
        )
    )


def _word(ticket: Ticket) -> str:
    return f"own-report:{ticket.id}"


async def confirmed(turn: Turn, press: Press) -> None:
    """确认报结 was pressed.

    Raises:
        Refused: it came from a preview that is older than the draft, or there is no draft.
    """
    ticket = await own(turn, press.number(0))
    draft = await _of_preview(turn, ticket, press)
    if draft is None:
        return
    await check(turn, ticket, Action.REPORT, Role.OWNER)
    await questions.drop(turn)
    acted = await assignment.report(turn, ticket, draft.text, draft.files, parts=draft.parts)
    await remember_said(turn, ticket, acted.entry, tuple(message for message, _ in draft.parts if message))
    turn.answer(turn.say("state-reported"))
    turn.edit(turn.say("own-report-done", number=ticket.number))


async def _of_preview(turn: Turn, ticket: Ticket, press: Press) -> Draft | None:
    draft = await _open(turn, ticket)
    if draft is None and ticket.state == State.REPORTED:
        turn.answer(turn.say("own-report-done", number=ticket.number))
        return None
    if draft is None or not draft.text:
        raise Refused("own-report-empty")
    if press.number(1) != draft.seen:
        turn.answer(turn.say("preview-changed"), alert=True)
        await show(turn, ticket, draft)
        return None
    return draft


async def rewritten(turn: Turn, press: Press) -> None:
    """重写 was pressed: begin anew."""
    ticket = await own(turn, press.number(0))
    await check(turn, ticket, Action.REPORT, Role.OWNER)
    turn.answer(turn.say("own-button-rewrite"))
    await questions.drop(turn)
    await _begin(turn, ticket, "own-report-again")


async def rather_progress(turn: Turn, press: Press) -> None:
    """It is not done yet: what was written is progress."""
    ticket = await own(turn, press.number(0))
    draft = await _of_preview(turn, ticket, press)
    if draft is None:
        return
    await questions.drop(turn)
    turn.answer(turn.say("own-button-as-progress"))
    said = tuple(message for message, _ in draft.parts if message)
    await progress.note(turn, ticket, Brought(draft.text, draft.files, said if len(said) == 1 else ()))


async def from_progress(turn: Turn, press: Press) -> None:
    """A progress note was the answer after all: it becomes the draft of the report."""
    ticket = await own(turn, press.number(0))
    await check(turn, ticket, Action.REPORT, Role.OWNER)
    entry = None if press.number(1) is None else await history.get(turn.tx, press.number(1) or 0)
    if entry is None or entry.ticket_id != ticket.id or entry.action != Action.NOTE_PROGRESS:
        raise Refused("press-outdated")
    turn.answer(turn.say("own-button-report"))
    files = await entry_files(turn, entry.id)
    await show(turn, ticket, Draft(ticket.id, (("", await words_now(turn, entry)),), files))


async def changed_draft(turn: Turn, linked: Linked) -> None:
    """A message that is part of an open draft was changed; of one that was given up, nothing is left to change."""
    question = await questions.pending(turn)
    if question is None or question.kind != KIND or question.facts["ticket"] != linked.ticket_id:
        return
    ticket = await still(turn, question, Action.REPORT)
    if ticket is None:
        return
    draft = _read(question.facts)
    parts = tuple(
        (message, turn.event.text if message == turn.event.message else words) for message, words in draft.parts
    )
    if parts != draft.parts:
        await show(turn, ticket, replace(draft, parts=parts))


async def changed_report(turn: Turn, ticket: Ticket, entry: int) -> bool:
    """A message that a report was gathered from was changed: the report is its parts with this one changed.

    False if the entry is no such report, and is changed like any other.
    """
    found = await history.get(turn.tx, entry)
    if found is None or found.action != Action.REPORT:
        return False
    newest = [each for each in await history.of_ticket(turn.tx, ticket.id) if each.refers_to == entry]
    known = next((each.detail["parts"] for each in reversed(newest) if "parts" in each.detail), None)
    parts = [(str(message), str(words)) for message, words in known or found.detail.get("parts", ())]
    if not parts:
        return False
    after = [(message, turn.event.text if message == turn.event.message else words) for message, words in parts]
    if after != parts:
        text = "\n".join(words for _, words in after if words)
        await revise(turn, ticket, entry, text, role=Role.OWNER, detail={"parts": after})
        turn.reply(turn.say("own-revised", number=ticket.number), quote=True)
    return True


async def _name(turn: Turn, question: Question) -> str:  # noqa: ARG001 - one shape for all kinds
    return _read(question.facts).text


async def _again(turn: Turn, question: Question) -> None:
    draft = _read(question.facts)
    await show(turn, await own(turn, draft.ticket), draft)


KEPT = Kept(_name, _again)
