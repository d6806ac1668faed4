"""What the buttons below a task ask for."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.core.buttons import Verb
from handlers.rules.tasks import TaskAction

PROJECT_TELL = Verb("project_tell")
TASK_DROP = Verb("task_drop")
TASK_HAND_OVER = Verb("task_hand_over")
TASK_MOVE = Verb("task_move")
TASK_OPEN = Verb("task_open")
TASK_PROGRESS = Verb("task_progress")
TASK_RELAPSE = Verb("task_relapse")
TASK_REPORT = Verb("task_report")
TASK_SEND_BACK = Verb("task_send_back")
TASK_STRIKE = Verb("task_strike")

OF_ACTION: Mapping[TaskAction, Verb] = {
    TaskAction.PROGRESS: TASK_PROGRESS,
    TaskAction.REPORT: TASK_REPORT,
    TaskAction.STRIKE: TASK_STRIKE,
    TaskAction.SEND_BACK: TASK_SEND_BACK,
    TaskAction.MOVE: TASK_MOVE,
    TaskAction.HAND_OVER: TASK_HAND_OVER,
    TaskAction.DROP: TASK_DROP,
    TaskAction.RELAPSE: TASK_RELAPSE,
}
"""What is done to a task by a press; it is given (the one that is missing) in words."""
