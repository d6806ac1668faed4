"""What tasks and their lists answer to."""

from __future__ import annotations

from handlers.core.routing import MenuEntry, Routes
from handlers.core.vocabulary import ChatKind
from handlers.practices.supervision import (
    checklists,
    projects,
    task_lines,
    task_reminders,
    task_replies,
    task_words,
    worklist,
)
from handlers.practices.supervision.task_replies import replied
from handlers.rules.rights import Right
from handlers.rules.tasks import TaskAction

__all__ = ["ROUTES", "replied"]

_BOTH = (ChatKind.PRIVATE, ChatKind.GROUP)

ROUTES = Routes(
    private={"tasks": worklist.command, "lists": checklists.command},
    group={"tasks": worklist.command, "lists": checklists.command},
    presses={
        "task_open": task_words.opened,
        "task_files": task_words.files,
        "task_progress": task_words.write(TaskAction.PROGRESS),
        "task_report": task_words.write(TaskAction.REPORT),
        "task_send": task_words.send,
        "task_which": task_replies.chosen,
        "task_strike": task_words.strike,
        "task_relapse": task_words.relapse,
        "task_send_back": task_words.ask_reason(TaskAction.SEND_BACK),
        "task_move": task_words.ask_reason(TaskAction.MOVE),
        "task_hand_over": task_words.ask_reason(TaskAction.HAND_OVER),
        "task_drop": task_words.ask_reason(TaskAction.DROP),
        "task_owner": task_words.owner_chosen,
        "task_as_is": projects.as_is,
        "task_list": worklist.opened,
        "task_page": worklist.page,
        "task_book": worklist.book,
        "task_new": worklist.new,
        "list_all": checklists.menu,
        "list_new": checklists.new,
        "list_open": checklists.opened,
        "list_page": checklists.page,
        "list_add": checklists.enter,
        "list_done": checklists.done,
        "list_follow": checklists.follow,
        "list_book": checklists.book,
        "list_close": checklists.close,
        "project_from": projects.begin,
        "project_tell": projects.tell,
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
    menu=(
        MenuEntry("menu-tasks", "task_list", Right.SEE_TASKS, _BOTH),
        MenuEntry("menu-lists", "list_all", Right.SEE_TASKS, _BOTH),
    ),
)
