"""What tasks and their lists answer to."""

from __future__ import annotations

from handlers.routing import MenuEntry, Routes
from handlers.rules.rights import Right
from handlers.rules.tasks import TaskAction
from handlers.tasks import entering, listing, lists, projects, reminding, replying, talking
from handlers.tasks.replying import replied
from handlers.vocabulary import ChatKind

__all__ = ["ROUTES", "replied"]

_BOTH = (ChatKind.PRIVATE, ChatKind.GROUP)

ROUTES = Routes(
    private={"tasks": listing.command, "lists": lists.command},
    group={"tasks": listing.command, "lists": lists.command},
    presses={
        "task_open": talking.opened,
        "task_files": talking.files,
        "task_progress": talking.write(TaskAction.PROGRESS),
        "task_report": talking.write(TaskAction.REPORT),
        "task_send": talking.send,
        "task_which": replying.chosen,
        "task_strike": talking.strike,
        "task_relapse": talking.relapse,
        "task_send_back": talking.ask_reason(TaskAction.SEND_BACK),
        "task_move": talking.ask_reason(TaskAction.MOVE),
        "task_hand_over": talking.ask_reason(TaskAction.HAND_OVER),
        "task_drop": talking.ask_reason(TaskAction.DROP),
        "task_owner": talking.owner_chosen,
        "task_as_is": projects.as_is,
        "task_list": listing.opened,
        "task_page": listing.page,
        "task_book": listing.book,
        "task_new": listing.new,
        "list_all": lists.menu,
        "list_new": lists.new,
        "list_open": lists.opened,
        "list_page": lists.page,
        "list_add": lists.enter,
        "list_done": lists.done,
        "list_follow": lists.follow,
        "list_book": lists.book,
        "list_close": lists.close,
        "project_from": projects.begin,
        "project_tell": projects.tell,
    },
    steps={
        talking.DRAFT: talking.gather,
        talking.REASON: talking.reason,
        replying.WHICH: replying.more,
        listing.ADD: listing.written,
        lists.NAME: lists.named,
        lists.ENTER: lists.entered,
        projects.ENTER: projects.entered,
    },
    kept={talking.DRAFT: talking.KEPT},
    looks={"tasks": reminding.tick},
    outcomes={entering.SHEET: projects.sheet},
    menu=(
        MenuEntry("menu-tasks", "task_list", Right.SEE_TASKS, _BOTH),
        MenuEntry("menu-lists", "list_all", Right.SEE_TASKS, _BOTH),
    ),
)
