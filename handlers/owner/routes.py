"""What this conversation answers to."""

from __future__ import annotations

from handlers import helping
from handlers.owner import extending, progress, reporting, saying, several, showing, signing, todo
from handlers.routing import Routes

ROUTES = Routes(
    private={"todo": todo.todo, **helping.ROUTES.private},
    group=helping.ROUTES.group,
    presses={
        "own_open": showing.opened,
        "own_todo": todo.page,
        "own_sign": signing.sign,
        "own_back": signing.back,
        "own_progress": progress.pressed,
        "own_extend": extending.pressed,
        "own_report": reporting.pressed,
        "own_done": reporting.confirmed,
        "own_rewrite": reporting.rewritten,
        "own_rather": reporting.rather_progress,
        "own_asreport": reporting.from_progress,
        "own_take": saying.taken,
        several.WHICH: several.chosen,
    },
    steps={
        "own_back": signing.reason,
        "own_progress": progress.answered,
        "own_extend": extending.answered,
        reporting.KIND: reporting.gathered,
        saying.CHOOSE: saying.more,
        several.WHICH: several.more,
    },
    kept={reporting.KIND: reporting.KEPT},
    replies={"owner": saying.replied},
    edits={"owner": saying.edited},
    albums={progress.HOME: progress.further},
)
