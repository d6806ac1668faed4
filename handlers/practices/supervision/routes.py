"""What tasks and their lists answer to."""

from __future__ import annotations

from handlers.conversations.secretary import verbs as secretary_verbs
from handlers.core.commands import BOTH, Command
from handlers.core.routing import Routes
from handlers.practices.supervision import (
    checklists,
    projects,
    task_lines,
    task_reminders,
    task_replies,
    task_words,
    verbs,
    worklist,
)
from handlers.practices.supervision.task_replies import replied
from handlers.rules.rights import Right
from handlers.rules.tasks import TaskAction
from handlers.tasks import verbs as task_verbs

__all__ = ["ROUTES", "replied"]

ROUTES = Routes(
    commands={
        Command("tasks", Right.SEE_TASKS, BOTH): worklist.command,
        Command("lists", Right.SEE_TASKS, BOTH): checklists.command,
    },
    presses={
        task_verbs.TASK_OPEN: task_words.opened,
        verbs.TASK_FILES: task_words.files,
        task_verbs.TASK_PROGRESS: task_words.write(TaskAction.PROGRESS),
        task_verbs.TASK_REPORT: task_words.write(TaskAction.REPORT),
        verbs.TASK_SEND: task_words.send,
        verbs.TASK_WHICH: task_replies.chosen,
        task_verbs.TASK_STRIKE: task_words.strike,
        task_verbs.TASK_RELAPSE: task_words.relapse,
        task_verbs.TASK_SEND_BACK: task_words.ask_reason(TaskAction.SEND_BACK),
        task_verbs.TASK_MOVE: task_words.ask_reason(TaskAction.MOVE),
        task_verbs.TASK_HAND_OVER: task_words.ask_reason(TaskAction.HAND_OVER),
        task_verbs.TASK_DROP: task_words.ask_reason(TaskAction.DROP),
        verbs.TASK_OWNER: task_words.owner_chosen,
        verbs.TASK_AS_IS: projects.as_is,
        verbs.TASK_PAGE: worklist.page,
        verbs.TASK_BOOK: worklist.book,
        verbs.TASK_NEW: worklist.new,
        verbs.LIST_NEW: checklists.new,
        verbs.LIST_OPEN: checklists.opened,
        verbs.LIST_PAGE: checklists.page,
        verbs.LIST_ADD: checklists.enter,
        verbs.LIST_DONE: checklists.done,
        verbs.LIST_FOLLOW: checklists.follow,
        verbs.LIST_BOOK: checklists.book,
        verbs.LIST_CLOSE: checklists.close,
        secretary_verbs.PROJECT_FROM: projects.begin,
        task_verbs.PROJECT_TELL: projects.tell,
    },
    steps={
        task_words.DRAFT: task_words.gather,
        task_words.REASON: task_words.reason,
        task_replies.WHICH: task_replies.more,
        worklist.ADD: worklist.written,
        checklists.NAME: checklists.named,
        checklists.ENTER: checklists.entered,
        projects.ENTER: projects.entered,
    },
    kept={task_words.DRAFT: task_words.KEPT},
    looks={"tasks": task_reminders.tick},
    outcomes={task_lines.SHEET: projects.sheet},
)
