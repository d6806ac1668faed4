"""督办: a manager's instruction about a ticket, which reaches secretary and owner, and whose answer comes back."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.cases import verbs
from handlers.cases.steps import act, rules_of
from handlers.cases.telling import show_card, tell_owner, tell_thread
from handlers.core.buttons import button
from handlers.core.texts import DESK_LOCALE, locale_for, say
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Link
from handlers.core.wording import day
from handlers.rules.dates import wished_by
from handlers.rules.deadlines import DeadlineKind
from handlers.rules.lifecycle import Action, Role
from storage import history, people, roles
from storage.history import Instruction
from storage.tickets import Ticket


async def manager_name(turn: Turn, person_id: int) -> str:
    """A manager as the office calls them."""
    held = [each for each in await roles.of_person(turn.tx, person_id) if each.role == "manager"]
    return f"{held[0].unit_name} {held[0].name}" if held else (await people.get(turn.tx, person_id)).name


async def supervise(turn: Turn, ticket: Ticket, text: str) -> Ticket:
    """Give an instruction, to be answered within the rules' days, or by an earlier date that it names.

    It is urged every seven days until it is answered.
    """
    acted = await act(turn, ticket, Action.SUPERVISE, Role.MANAGER, text=text, supervised=True)
    rules = await rules_of(turn, ticket)
    calendar = turn.house.calendar
    due = rules.due(DeadlineKind.SUPERVISE, turn.now, calendar).at
    due = min(due, wished_by(text, turn.now, calendar) or due)
    given = await history.instruct(turn.tx, ticket.id, turn.who.id, text, due_at=due, now=turn.now)
    await _keep_clock(turn, acted.ticket)
    name = await manager_name(turn, turn.who.id)
    date = day(DESK_LOCALE, calendar, due)
    buttons = ((button(say(DESK_LOCALE, "case-button-answer-instruction"), verbs.MAN_ANSWER, given),),)
    await tell_thread(
        turn,
        acted.ticket,
        say(DESK_LOCALE, "case-thread-supervised", manager=name, text=text, date=date),
        buttons=buttons,
        entry=acted.entry,
    )
    await tell_owner(turn, acted.ticket, "case-owner-supervised", manager=name, text=text, date=date, buttons=buttons)
    await show_card(turn, acted.ticket)
    return acted.ticket


async def _keep_clock(turn: Turn, ticket: Ticket) -> None:
    """Let the clock run for the instruction that is due first, of those that nobody has answered."""
    given = await history.instructions_of(turn.tx, ticket.id)
    unanswered = [each for each in given if each.answered_at is None]
    await history.cancel_deadlines(turn.tx, ticket.id, DeadlineKind.SUPERVISE, turn.now)
    if unanswered:
        first = min(unanswered, key=lambda each: (each.due_at, each.id))
        await history.start_deadline(
            turn.tx,
            ticket.id,
            DeadlineKind.SUPERVISE,
            started_at=first.given_at,
            due_at=first.due_at,
            provisional=False,
            rule_version=(await rules_of(turn, ticket)).version,
        )


async def answer_supervision(
    turn: Turn, ticket: Ticket, given: Instruction, text: str, files: Sequence[Attachment] = ()
) -> Ticket:
    """Answer an instruction; the manager hears it at once."""
    role = Role.OWNER if ticket.owner_id == turn.who.id else Role.SECRETARY
    acted = await act(
        turn, ticket, Action.ANSWER_SUPERVISION, role, text=text, files=files, detail={"instruction": given.id}
    )
    await history.answer_instruction(turn.tx, given.id, text, turn.now)
    await history.meet_deadlines(turn.tx, ticket.id, DeadlineKind.SUPERVISE, turn.now)
    await _keep_clock(turn, ticket)
    manager = await people.get(turn.tx, given.manager_id)
    locale = locale_for(manager.language)
    held = [each for each in turn.roles if each.role == role]
    turn.tell(
        manager,
        say(
            locale,
            "case-manager-answered",
            number=ticket.number,
            title=ticket.title,
            instruction=given.text,
            who=f"{held[0].unit_name} {held[0].name}" if held else say(locale, f"role-{role}"),
            text=text,
        ),
        buttons=((button(say(locale, "case-button-story"), verbs.MAN_OPEN, ticket.id),),),
        attachments=tuple(files),
        link=Link(ticket.id, "manager", "entry", acted.entry),
    )
    if role is Role.OWNER:
        await tell_thread(
            turn,
            ticket,
            say(DESK_LOCALE, "case-thread-instruction-answered", text=text),
            files=files,
            entry=acted.entry,
        )
    await show_card(turn, acted.ticket)
    return acted.ticket
