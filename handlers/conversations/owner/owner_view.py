"""A ticket as its owner may see it: matter, files, limits, and what happened; never who raised it."""

from __future__ import annotations

from handlers.cases import verbs
from handlers.cases.entries import entry_files
from handlers.cases.owners import owner_buttons
from handlers.cases.steps import calendar_of
from handlers.cases.telling import cleaned
from handlers.conversations.owner.checks import own
from handlers.core.buttons import Press, button
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Link
from handlers.core.wording import dated, day, moment, shorten
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action
from handlers.rules.terms import headed
from storage import history
from storage.history import Entry
from storage.tickets import Ticket

OWNER_LIMITS = frozenset(
    {
        DeadlineKind.SIGN,
        DeadlineKind.FIRST_ANSWER,
        DeadlineKind.DONE,
        DeadlineKind.SUPERVISE,
        DeadlineKind.MILESTONE,
    }
)
"""The limits that concern an owner."""
TOLD = frozenset(
    {
        Action.SUBMIT,
        Action.URGE,
        Action.ASSIGN,
        Action.SIGN_FOR,
        Action.NOTE_PROGRESS,
        Action.REQUEST_EXTENSION,
        Action.GRANT_EXTENSION,
        Action.REFUSE_EXTENSION,
        Action.REPORT,
        Action.SEND_BACK,
        Action.PASS_ON,
        Action.ANSWER,
        Action.REOPEN,
        Action.SUSPEND,
        Action.RESUME,
        Action.MEET_MILESTONE,
        Action.SUPERVISE,
        Action.ANSWER_SUPERVISION,
    }
)
"""What of the story an owner sees: not what secretary and raiser say to each other, and no internal notes."""
_WORDLESS = frozenset({Action.SUBMIT, Action.URGE, Action.ASSIGN, Action.SIGN_FOR})
"""Of these the words stand elsewhere on the card, or are not the owner's."""
_WORDS = 120
_STORY = 15
"""The newest steps; an old one is on the history all the same."""


async def opened(turn: Turn, press: Press) -> None:
    """打开 was pressed."""
    ticket = await own(turn, press.number(0))
    turn.answer(ticket.number)
    await show(turn, ticket)


async def show(turn: Turn, ticket: Ticket) -> None:
    """Send the whole of it again, with the buttons of what can be done now."""
    story = await history.of_ticket(turn.tx, ticket.id)
    lines = [
        turn.say(
            "own-card",
            number=ticket.number,
            state=turn.say(f"state-{ticket.state}"),
            matter=headed(ticket.title, await _matter(turn, ticket, story)),
            grade=turn.say(f"grade-{ticket.grade}"),
        ),
        *await _limits(turn, ticket),
    ]
    told = [each for each in story if each.action in TOLD][-_STORY:]
    if told:
        calendar = await calendar_of(turn, ticket)
        lines.extend(("", turn.say("own-card-story")))
        for each in told:
            words = "" if each.action in _WORDLESS else shorten(each.text, _WORDS)
            facts = {"when": moment(turn.locale, calendar, each.at), "what": turn.say(f"action-{each.action}")}
            lines.append(
                turn.say("own-story-line-text", text=words, **facts) if words else turn.say("own-story-line", **facts)
            )
    rows = list(owner_buttons(turn.locale, ticket))
    for given in await history.instructions_of(turn.tx, ticket.id):
        if given.answered_at is None:
            rows.append((button(turn.say("case-button-answer-instruction"), verbs.MAN_ANSWER, given.id),))
    files = await _files(turn, story)
    if files:
        turn.reply(
            turn.say("own-card-files", number=ticket.number), attachments=files, link=Link(ticket.id, "owner", "entry")
        )
    turn.reply("\n".join(lines), buttons=tuple(rows), link=Link(ticket.id, "owner", "entry"))


async def _matter(turn: Turn, ticket: Ticket, story: tuple[Entry, ...]) -> str:
    """The raiser's words as they are now, with what they added."""
    newest: dict[int | None, str] = {each.refers_to: each.text for each in story if each.action == Action.REVISE}
    parts = []
    for each in story:
        text = newest.get(each.id, each.text)
        if each.action == Action.SUBMIT:
            parts.append(text or ticket.body)
        elif each.action == Action.SUPPLEMENT and text:
            parts.append(turn.say("own-added", text=text))
    return "\n".join(parts) or ticket.body


async def _limits(turn: Turn, ticket: Ticket) -> list[str]:
    calendar, locale = await calendar_of(turn, ticket), turn.locale
    lines = [
        turn.say(
            "own-card-due",
            kind=turn.say(f"due-{each.kind}"),
            when=dated(locale, calendar, turn.now, each.due_at, provisional=each.provisional),
        )
        for each in await history.deadlines_of(turn.tx, ticket.id)
        if each.kind in OWNER_LIMITS
    ]
    for given in await history.instructions_of(turn.tx, ticket.id):
        if given.answered_at is None:
            lines.append(turn.say("own-card-instruction", date=day(locale, calendar, given.due_at), text=given.text))
    return lines


async def _files(turn: Turn, story: tuple[Entry, ...]) -> tuple[Attachment, ...]:
    """The raiser's files without what could tell who they are, then the owner's own."""
    raised: list[Attachment] = []
    theirs: list[Attachment] = []
    for each in story:
        if each.action in (Action.SUBMIT, Action.SUPPLEMENT):
            raised.extend(await entry_files(turn, each.id))
        elif each.action in (Action.NOTE_PROGRESS, Action.REPORT):
            theirs.extend(await entry_files(turn, each.id))
    return (*cleaned(raised), *theirs)
