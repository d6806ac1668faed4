"""What the buttons of task lists ask for; those below a task itself are in :mod:`handlers.tasks.verbs`."""

from __future__ import annotations

from handlers.core.buttons import Verb

LIST_ADD = Verb("list_add")
LIST_BOOK = Verb("list_book")
LIST_CLOSE = Verb("list_close")
LIST_DONE = Verb("list_done")
LIST_FOLLOW = Verb("list_follow")
LIST_NEW = Verb("list_new")
LIST_OPEN = Verb("list_open")
LIST_PAGE = Verb("list_page")
TASK_AS_IS = Verb("task_as_is")
TASK_BOOK = Verb("task_book")
TASK_FILES = Verb("task_files")
TASK_NEW = Verb("task_new")
TASK_OWNER = Verb("task_owner")
TASK_PAGE = Verb("task_page")
TASK_SEND = Verb("task_send")
TASK_WHICH = Verb("task_which")
