"""The answer as it is prepared: words and files, shown as they will be sent, and sent with what they amount to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from handlers.cases import answers, assignment
from handlers.cases.cards import owner_name
from handlers.cases.entries import entry_files, words_now
from handlers.components import albums
from handlers.conversations.secretary import verbs
from handlers.conversations.secretary.finding import allowed, done, menu, question_link, sendable, words_only
from handlers.conversations.secretary.guards import at, kept, open_question, told
from handlers.core import questions
from handlers.core.buttons import Press, Verb, button
from handlers.core.files import read_file, write_file
from handlers.core.previews import stamp
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Outgoing, OutKind, Rows, Spot, Style
from handlers.core.wording import shorten
from handlers.rules.lifecycle import Action, Outcome, State
from handlers.rules.marks import Mark, opening
from handlers.rules.splitting import size
from storage import history, tickets
from storage.tickets import Ticket

_say = partial(say, DESK_LOCALE)
KIND = "desk_answer"
CUT_SHARE = 0.95
"""A message of so much of the longest was cut by the sender's own program: what comes next goes on from it."""
_SENTENCE_ENDS = tuple("。！？.!?；;：:”）)")


@at(Action.ANSWER)
async def ask(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """答复: the next message is the answer; nothing leaves before it was shown and its outcome chosen."""
    await questions.ask(
        turn,
        KIND,
        {"ticket": ticket.id},
        text=_say("desk-answer-ask", number=ticket.number),
        link=question_link(ticket),
    )
    turn.answer(turn.say("desk-see-below"))


@told(Action.ANSWER)
async def gather(turn: Turn, question: Question, ticket: Ticket) -> None:
    """Words take the place of earlier words, or go on from them; files come besides; then all is shown."""
    text, files = sendable(turn)
    parts = _parts(question)
    if text:
        # What is longer than a message can be comes in several, one after another.
        goes_on = bool(parts) and _was_cut(turn, parts[-1][1])
        parts = [*(parts if goes_on else ()), (turn.event.message or "", text)]
    facts = {
        **question.facts,
        "text": _joined(parts) or question.facts.get("text", ""),
        "parts": parts,
        "files": [*question.facts.get("files", []), *(write_file(each) for each in files)],
    }
    await _remember(turn, ticket, facts)


def _was_cut(turn: Turn, text: str) -> bool:
    channel = turn.house.abilities[turn.event.channel]
    return size(text, channel.measure) >= channel.text * CUT_SHARE


async def _remember(turn: Turn, ticket: Ticket, facts: dict[str, Any]) -> None:
    """This is the draft from now on; a button under an older preview sends nothing."""
    facts["version"] = stamp(facts["text"], facts["files"])
    await questions.remember(turn, KIND, facts)
    _show(turn, ticket, facts)


async def reworded(turn: Turn) -> None:
    """The message with the answer's words was changed before it was sent."""
    question = await questions.pending(turn)
    if question is None or question.kind != KIND:
        return
    parts = _parts(question)
    if turn.event.message not in [message for message, _ in parts]:
        return
    if opening(turn.event.text).mark is not Mark.PLAIN:
        raise Refused("desk-mark-in-draft")
    changed = [(message, turn.event.text.strip() if message == turn.event.message else text) for message, text in parts]
    ticket = await allowed(turn, await tickets.find(turn.tx, question.facts["ticket"]), Action.ANSWER)
    await _remember(turn, ticket, {**question.facts, "text": _joined(changed), "parts": changed})


def _parts(question: Question) -> list[tuple[str, str]]:
    """The messages that the words stand in, with their words."""
    return [(str(message), str(text)) for message, text in question.facts.get("parts", ())]


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    """The words of several messages as one text: a sentence that was cut goes on where it was cut."""
    whole = ""
    for _, text in parts:
        whole += ("\n" if whole.endswith(_SENTENCE_ENDS) else "") + text
    return whole


def _show(turn: Turn, ticket: Ticket, facts: Mapping[str, Any]) -> None:
    files = len(facts["files"])
    buttons: Rows = ((questions.cancel_button(turn),),)
    if facts["text"]:
        text = _say("desk-answer-preview", number=ticket.number, text=facts["text"])
        buttons = (
            outcome_row(ticket, verbs.DESK_SEND, facts["version"]),
            (
                button(_say("desk-button-again"), verbs.DESK_AGAIN, ticket.id),
                questions.cancel_button(turn),
            ),
        )
    else:
        text = _say("desk-answer-needs-words")
    if files:
        text += "\n" + _say("desk-answer-files", count=files)
    event = turn.event
    waits = albums.waiting(turn)
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=event.address,
            text=text,
            buttons=buttons,
            reply_to=Spot(message=event.message) if event.message else None,
            link=question_link(ticket),
            not_before=waits.get("not_before"),
            # The parts of one album are shown once, when the last has come.
            replace=f"answer:{event.album}" if event.album else None,
        )
    )


async def _show_again(turn: Turn, question: Question, ticket: Ticket) -> None:
    _show(turn, ticket, question.facts)


KEPT = kept(Action.ANSWER, _show_again)


def outcome_row(ticket: Ticket, verb: Verb, stamp: int) -> tuple[Any, ...]:
    """The three outcomes as buttons."""
    return tuple(
        button(_say(f"outcome-{each}"), verb, ticket.id, each, stamp, style=Style.PRIMARY if n == 0 else Style.PLAIN)
        for n, each in enumerate(Outcome)
    )


def _outcome(press: Press) -> Outcome:
    try:
        return Outcome(press.word(1))
    except ValueError:
        raise Refused("press-outdated") from None


async def send(turn: Turn, press: Press) -> None:
    """What was shown is the answer, with this outcome."""
    question = await open_question(turn, KIND, press.number(0))
    if question.facts.get("version") != press.number(2) or not question.facts.get("text"):
        raise Refused("desk-draft-gone")
    outcome = _outcome(press)
    ticket = await allowed(turn, await tickets.find(turn.tx, press.number(0)), Action.ANSWER)
    passing = question.facts.get("passing") and ticket.state == State.REPORTED
    files = [read_file(each) for each in question.facts["files"]]
    action = Action.PASS_ON if passing else Action.ANSWER
    await answers.answer(turn, ticket, question.facts["text"], outcome, files, action=action)
    await questions.drop(turn)
    done(turn, _said(ticket, outcome), noted=True)


def _said(ticket: Ticket, outcome: Outcome) -> str:
    key = "desk-answered" if ticket.raiser is not None else "desk-answered-no-chat"
    return _say(key, number=ticket.number, outcome=_say(f"outcome-{outcome}"))


async def again(turn: Turn, press: Press) -> None:
    """Begin the answer anew: words and files are forgotten."""
    question = await open_question(turn, KIND, press.number(0))
    await questions.drop(turn)
    await questions.remember(turn, KIND, {each: question.facts.get(each) for each in ("ticket", "passing")})
    turn.answer(turn.say("desk-answer-again"))
    turn.edit(_say("desk-answer-again"), buttons=((questions.cancel_button(turn),),))


@dataclass(frozen=True, slots=True)
class Report:
    """The owner's last report as it reads now. ``stamp`` changes when they report again or change their words."""

    entry: int
    text: str
    files: tuple[Attachment, ...]
    stamp: int


async def _report_of(turn: Turn, ticket: Ticket) -> Report:
    story = await history.of_ticket(turn.tx, ticket.id)
    reports = [each for each in story if each.action == Action.REPORT]
    if not reports:
        raise Refused("press-outdated")
    last = reports[-1]
    stamp = max(each.id for each in story if last.id in (each.id, each.refers_to))
    return Report(last.id, await words_now(turn, last), await entry_files(turn, last.id), stamp)


@at(Action.PASS_ON)
async def pass_on(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """转发答复: the owner's report becomes the answer; its outcome is chosen, its words may be changed first."""
    report = await _report_of(turn, ticket)
    text = _say("desk-pass-ask", number=ticket.number, text=shorten(report.text, 600) or _say("case-files"))
    if report.files:
        text += "\n" + _say("desk-answer-files", count=len(report.files))
    rows: Rows = (
        outcome_row(ticket, verbs.DESK_PASSED, report.stamp),
        (button(_say("desk-button-reword"), verbs.DESK_REWORD, ticket.id),),
    )
    await menu(turn, ticket, text, rows)
    turn.answer(turn.say("desk-see-below"))


@at(Action.PASS_ON)
async def passed(turn: Turn, press: Press, ticket: Ticket) -> None:
    """The report is passed on as it is."""
    outcome, report = _outcome(press), await _report_of(turn, ticket)
    if report.stamp != press.number(2):
        raise Refused("desk-report-newer")
    text = report.text or _say("case-files")
    await answers.answer(turn, ticket, text, outcome, report.files, action=Action.PASS_ON)
    done(turn, _said(ticket, outcome), noted=True)


@at(Action.PASS_ON)
async def reword(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """The report's files stay, its words are written anew."""
    report = await _report_of(turn, ticket)
    facts = {"ticket": ticket.id, "passing": True, "files": [write_file(each) for each in report.files]}
    text = _say("desk-reword-ask", number=ticket.number)
    await questions.ask(turn, KIND, facts, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@at(Action.SEND_BACK)
async def back(turn: Turn, press: Press, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a press
    """退回重办: asks why."""
    text = _say("desk-back-ask", number=ticket.number, owner=await owner_name(turn, ticket))
    await questions.ask(turn, "desk_back", {"ticket": ticket.id}, text=text, link=question_link(ticket))
    turn.answer(turn.say("desk-see-below"))


@told(Action.SEND_BACK)
async def back_because(turn: Turn, question: Question, ticket: Ticket) -> None:  # noqa: ARG001 - the shape of a step
    """The reason: the owner gets it at once."""
    await assignment.send_back(turn, ticket, words_only(turn))
    await questions.drop(turn)
    turn.reply(_say("desk-back-done", owner=await owner_name(turn, ticket)), quote=True)


@at(Action.PASS_PROGRESS)
async def progress(turn: Turn, press: Press, ticket: Ticket) -> None:
    """转告反映人: the owner's progress, once."""
    entry = await history.get(turn.tx, press.number(1) or 0)
    if entry is None or entry.ticket_id != ticket.id or entry.action != Action.NOTE_PROGRESS:
        raise Refused("press-outdated")
    story = await history.of_ticket(turn.tx, ticket.id)
    if any(each.action == Action.PASS_PROGRESS and each.refers_to == entry.id for each in story):
        raise Refused("desk-progress-again")
    files, text = await entry_files(turn, entry.id), await words_now(turn, entry)
    await answers.pass_progress(turn, ticket, text, files, noted=entry.id)
    key = "desk-progress-passed" if ticket.raiser is not None else "desk-progress-no-chat"
    turn.answer(turn.say(key))
    words = _say(
        "case-thread-progress",
        owner=await owner_name(turn, ticket),
        text=shorten(text, 600) or _say("case-files"),
    )
    turn.edit(words + "\n" + _say(key))
