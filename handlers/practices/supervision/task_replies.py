"""A reply to a message about tasks: progress by its owner, a word to the owner by the office, or a sentence why not.

A message that shows several tasks (a reminder) keeps the words and asks which one they are about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from handlers.cases.steps import no_note
from handlers.components import albums, task_news
from handlers.conversations.secretary.finding import Gathered, gathered
from handlers.core import questions
from handlers.core.buttons import Press, button, in_rows
from handlers.core.files import read_file
from handlers.core.here import locale_here, say_here
from handlers.core.questions import Question
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, EventKind, Outgoing, OutKind, Reaction
from handlers.core.wording import shorten
from handlers.practices.supervision import task_words, verbs
from handlers.practices.supervision.task_words import DRAFT, MOST_FILES, MOST_TEXT, REASON, Draft
from handlers.rules.lifecycle import Role
from handlers.rules.tasks import TaskAction
from handlers.tasks import giving, task_cards
from handlers.tasks.changes import Seen, act, check, seen

WHICH = "task_which"
_NOTHING = Gathered("", (), ())


async def replied(turn: Turn, ids: Sequence[int]) -> None:
    """Somebody replied to a message that shows these tasks.

    Raises:
        Refused: it is not theirs to say, not now, or there is nothing in it to pass on.
    """
    no_note(turn)
    question = await questions.pending(turn)
    if question is not None and question.kind in (DRAFT, REASON) and question.facts["task"] in ids:
        # What was asked about this task stands just below: the words are its answer.
        await (task_words.gather if question.kind == DRAFT else task_words.reason)(turn, question)
        return
    if question is not None and question.kind == WHICH:
        await more(turn, question)
        return
    found = [each for each in [await _open(turn, each) for each in ids] if each is not None] if len(ids) > 1 else []
    if len(found) > 1:
        await _ask(turn, tuple(each.task.id for each in found), _NOTHING)
        return
    at = found[0] if found else await seen(turn, ids[0])
    _may(turn, at)
    if turn.event.album is not None:
        # Its parts come one by one: they are gathered, looked at and sent by one press.
        facts = asdict(Draft(at.task.id, TaskAction.PROGRESS))
        await questions.remember(turn, DRAFT, facts)
        await task_words.gather(turn, Question(DRAFT, facts))
        return
    said = gathered(turn, _NOTHING, characters=MOST_TEXT, files=MOST_FILES)
    await _note(turn, at, said.text, tuple(read_file(each) for each in said.files))


async def _open(turn: Turn, task_id: int) -> Seen | None:
    """The task, if something can be said about it by this person now."""
    try:
        found = await seen(turn, task_id)
        _may(turn, found)
    except Refused:
        return None
    return found


def _may(turn: Turn, found: Seen) -> None:
    if not found.roles & {Role.SECRETARY, Role.OWNER}:
        raise Refused("task-reply-not-yours", title=shorten(found.task.title, 60))
    check(turn, found, TaskAction.PROGRESS)


async def _note(turn: Turn, found: Seen, text: str, files: Sequence[Attachment]) -> None:
    if not text and not files:
        raise Refused("task-empty")
    task = await act(turn, found, TaskAction.PROGRESS, text=text, files=files)
    title = shorten(task.title, 60)
    if task.owner_id == turn.who.id:
        await task_news.desk(turn, task, "task-desk-progress", files=files, words=text)
        key = "task-done-progress"
    elif task.owner_id is not None:
        await giving.tell_owner(turn, task, "task-owner-progress", files=files, words=text)
        key = "task-told-owner"
    else:
        key = "task-told-nobody"
    if turn.event.kind is EventKind.MESSAGE:
        turn.react(Reaction.TAKEN)
    locale = locale_here(turn)
    buttons = task_cards.owner_buttons(locale, task) if task.owner_id == turn.who.id else ()
    turn.reply(
        say_here(turn, key, title=title, owner=task_cards.owner_words(locale, task)),
        buttons=buttons,
        tasks=(task.id,),
        quote=True,
    )


async def more(turn: Turn, question: Question) -> None:
    """Further words came while it is asked which task they are about."""
    facts = question.facts
    await _ask(turn, facts["ids"], Gathered(facts["text"], tuple(facts["files"]), tuple(facts["said"])))


async def _ask(turn: Turn, ids: Sequence[int], before: Gathered) -> None:
    after = gathered(turn, before, characters=MOST_TEXT, files=MOST_FILES)
    if not after.text and not after.files:
        raise Refused("task-empty")
    await questions.remember(turn, WHICH, {"ids": list(ids), **asdict(after)})
    known = [(await seen(turn, each)).task for each in ids]
    turn.send(
        Outgoing(
            OutKind.SEND,
            to=turn.event.address,
            text=say_here(turn, "task-which"),
            buttons=(
                *in_rows((button(shorten(each.title, 30), verbs.TASK_WHICH, each.id) for each in known), 1),
                (questions.cancel_button(turn),),
            ),
            replace=f"{WHICH}:{turn.who.id}",
            not_before=albums.waiting(turn).get("not_before"),
        )
    )


async def chosen(turn: Turn, press: Press) -> None:
    """This one: the words that were kept are said about it."""
    question = await questions.pending(turn)
    if question is None or question.kind != WHICH or press.number(0) not in question.facts["ids"]:
        raise Refused("press-outdated")
    found = await seen(turn, press.number(0))
    _may(turn, found)
    files = tuple(read_file(each) for each in question.facts["files"])
    await questions.drop(turn)
    turn.answer(turn.say("task-sent"))
    turn.edit(say_here(turn, "task-which-was", title=shorten(found.task.title, 60)))
    await _note(turn, found, question.facts["text"], files)
