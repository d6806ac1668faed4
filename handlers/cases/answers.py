"""Words between the desk and the raiser: replies, notes, progress, the answer with its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.cases.ratings import ask_rating
from handlers.cases.steps import Acted, act, rules_of, start_clock
from handlers.cases.telling import desk_word, show_card, tell_followers, tell_owner, tell_thread, told_words
from handlers.core.texts import DESK_LOCALE, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.core.wording import moment
from handlers.people.raisers import raiser_locale, tell_raiser
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Outcome, Role, State
from storage import history, tickets
from storage.tickets import Ticket


async def reply(
    turn: Turn,
    ticket: Ticket,
    text: str,
    files: Sequence[Attachment] = (),
    *,
    answers: int | None = None,
    **more: Any,
) -> tuple[Acted, bool]:
    """A secretary's word to the raiser; the flag says whether the raiser has a chat that it goes to.

    ``answers``: the history entry that it is a reply to. ``more`` goes with the outgoing message (an album's delay).
    """
    acted = await act(
        turn,
        ticket,
        Action.REPLY,
        Role.SECRETARY,
        text=text,
        files=files,
        first_reply_at=ticket.first_reply_at or turn.now,
    )
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.FIRST_ANSWER, turn.now)
    sent = await say_reply(turn, ticket, acted.entry, text, files, answers=answers, **more)
    if ticket.first_reply_at is None:
        await show_card(turn, acted.ticket)
    return acted, sent


def reply_words(locale: str, ticket: Ticket, text: str) -> str:
    """A secretary's word as the raiser reads it."""
    said = text or say(locale, "case-files")
    return say(locale, "case-reply", number=ticket.number, desk=desk_word(ticket)(locale), text=said)


async def say_reply(
    turn: Turn,
    ticket: Ticket,
    entry: int,
    text: str,
    files: Sequence[Attachment],
    *,
    answers: int | None = None,
    **more: Any,
) -> bool:
    """What ``entry`` says, to the raiser and to those who follow the ticket.

    Said again while it waits (an album got a further part, its words were changed), it takes the place of what waits.
    """
    locale = await raiser_locale(turn, ticket)
    waits = {"replace": f"reply:{entry}", **more}
    sent = await tell_raiser(
        turn,
        ticket,
        reply_words(locale, ticket, text),
        files=files,
        entry=entry,
        answers=answers,
        report=True,
        **waits,
    )
    said = text or say(DESK_LOCALE, "case-files")
    await tell_followers(
        turn, ticket, "case-reply", files=files, entry=entry, waits=waits, text=said, desk=desk_word(ticket)
    )
    return sent


async def note(turn: Turn, ticket: Ticket, text: str, files: Sequence[Attachment] = ()) -> Acted:
    """An internal remark: on the history, never to the raiser."""
    return await act(turn, ticket, Action.NOTE, Role.SECRETARY, text=text, files=files)


_ANSWERED = (
    DeadlineKind.ACCEPT,
    DeadlineKind.FIRST_ANSWER,
    DeadlineKind.SIGN,
    DeadlineKind.DONE,
    DeadlineKind.REVIEW,
)
"""What an answer has done with."""


async def answer(
    turn: Turn,
    ticket: Ticket,
    text: str,
    outcome: Outcome,
    files: Sequence[Attachment] = (),
    *,
    action: Action = Action.ANSWER,
) -> Ticket:
    """The answer with what it amounts to; the raiser is asked to rate it. ``PASS_ON`` passes the owner's report on."""
    acted = await act(
        turn,
        ticket,
        action,
        Role.SECRETARY,
        text=text,
        files=files,
        detail={"outcome": outcome},
        accepted_at=ticket.accepted_at or turn.now,
        first_reply_at=ticket.first_reply_at or turn.now,
        answered_at=turn.now,
        answer=text,
        outcome=outcome,
        contacted=None,
        solved=None,
        satisfaction=None,
        rated_at=None,
        rating_reason=None,
    )
    for kind in _ANSWERED:
        await history.meet_deadlines(turn.tx, ticket.id, kind, turn.now)
    await history.cancel_deadlines(turn.tx, ticket.id, DeadlineKind.MILESTONE, turn.now)
    rate_by = await start_clock(turn, acted.ticket, DeadlineKind.RATING)
    await _tell_answer(turn, acted.ticket, text, outcome, files=files, entry=acted.entry, rate_by=rate_by)
    await _answer_followers(turn, ticket, text, outcome, files=files, entry=acted.entry, rate_by=rate_by)
    await tell_thread(
        turn,
        acted.ticket,
        say(
            DESK_LOCALE,
            "case-thread-answered",
            outcome=say(DESK_LOCALE, f"outcome-{outcome}"),
            told=told_words(ticket),
            text=text,
        ),
        files=files,
        entry=acted.entry,
    )
    await tell_owner(turn, acted.ticket, "case-owner-answered")
    await show_card(turn, acted.ticket)
    return acted.ticket


async def _answer_followers(
    turn: Turn,
    main: Ticket,
    text: str,
    outcome: Outcome,
    *,
    files: Sequence[Attachment],
    entry: int,
    rate_by: int,
) -> None:
    """The raisers of merged tickets hear the main ticket's answer as their own."""
    for follower in await tickets.merged_into(turn.tx, main.id):
        if follower.state != State.MERGED:
            continue
        followed = replace(
            follower, answer=text, outcome=outcome, answered_at=turn.now, first_reply_at=turn.now, changed_at=turn.now
        )
        await tickets.save(turn.tx, followed)
        await history.append(
            turn.tx,
            follower.id,
            at=turn.now,
            action=Action.ANSWER,
            role=Role.SECRETARY,
            staff_id=turn.who.id,
            text=text,
        )
        # Its own: the main ticket's ends with what the other raiser says.
        await start_clock(turn, followed, DeadlineKind.RATING)
        await _tell_answer(turn, followed, text, outcome, files=files, entry=entry, rate_by=rate_by)


async def _tell_answer(
    turn: Turn,
    ticket: Ticket,
    text: str,
    outcome: Outcome,
    *,
    files: Sequence[Attachment],
    entry: int,
    rate_by: int,
) -> None:
    locale = await raiser_locale(turn, ticket)
    said = say(
        locale,
        "case-answer",
        number=ticket.number,
        title=ticket.title,
        outcome=say(locale, f"outcome-{outcome}"),
        text=text,
    )
    told = await tell_raiser(turn, ticket, said, files=files, entry=entry, role="answer", report=True)
    if told:
        await ask_rating(turn, ticket, by=moment(locale, turn.house.calendar, rate_by))
    else:
        await tell_thread(turn, ticket, say(DESK_LOCALE, "case-thread-call-back"))


async def pass_progress(
    turn: Turn, ticket: Ticket, text: str, files: Sequence[Attachment] = (), *, noted: int | None = None
) -> Ticket:
    """Let the raiser know how far it is; ``noted`` is the owner's entry that is passed on."""
    acted = await act(
        turn,
        ticket,
        Action.PASS_PROGRESS,
        Role.SECRETARY,
        text=text,
        files=files,
        refers_to=noted,
        first_reply_at=ticket.first_reply_at or turn.now,
    )
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.FIRST_ANSWER, turn.now)
    locale = await raiser_locale(turn, ticket)
    said = say(locale, "case-progress", number=ticket.number, text=text or say(locale, "case-files"))
    await tell_raiser(turn, ticket, said, files=files, entry=acted.entry, report=True)
    await tell_followers(
        turn, ticket, "case-progress", files=files, entry=acted.entry, text=text or say(DESK_LOCALE, "case-files")
    )
    return acted.ticket


async def review_due(turn: Turn, ticket: Ticket) -> int:
    """By when a review by the unit above is answered: natural days, as the law counts."""
    rules = await rules_of(turn, ticket)
    return turn.house.calendar.add_days(turn.now, rules.review_days)
