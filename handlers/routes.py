"""Every conversation's table joined, as the front door reads it.

A new conversation is one line in ``_LISTED``, at the place that its commands have in the menus.
"""

from __future__ import annotations

from handlers.clock import routes as sweeps
from handlers.conversations import help as helping
from handlers.conversations import invitations, menu
from handlers.conversations.manager import routes as manager
from handlers.conversations.owner import routes as owner
from handlers.conversations.raiser import own_routes as mine
from handlers.conversations.raiser import routes as raising
from handlers.conversations.secretary import routes as desk
from handlers.core import questions, verbs
from handlers.core.routing import Routes, commands_in, joined
from handlers.core.turn import Practised
from handlers.core.vocabulary import ChatKind
from handlers.practices.announcements import routes as broadcast
from handlers.practices.board import routes as board
from handlers.practices.campaigns import routes as campaigns
from handlers.practices.doors import routes as offline
from handlers.practices.faq import routes as faq
from handlers.practices.notices import routes as notices
from handlers.practices.supervision import routes as tasks
from handlers.practices.surveys import routes as surveys
from handlers.practices.visits import routes as visits
from handlers.reports.digest import routes as digest

_LISTED: tuple[Routes, ...] = (
    raising.ROUTES,
    mine.ROUTES,
    faq.ROUTES,
    board.ROUTES,
    desk.ROUTES,
    owner.ROUTES,
    manager.ROUTES,
    visits.ROUTES,
    tasks.ROUTES,
    offline.ROUTES,
    campaigns.ROUTES,
    surveys.ROUTES,
    notices.ROUTES,
    broadcast.ROUTES,
    digest.ROUTES,
    sweeps.ROUTES,
    invitations.ROUTES,
)
_QUESTIONS = Routes(presses={verbs.ASK_CANCEL: questions.cancel, verbs.ASK_BACK: questions.back})
"""What stands below every question, whoever asked it."""

CONVERSATIONS: tuple[Routes, ...] = (*_LISTED, menu.over(_LISTED), helping.ROUTES, raising.CANCEL, _QUESTIONS)
COMMANDS = tuple(command for each in CONVERSATIONS for command in each.commands)
"""In the order of the menus."""
PRIVATE_COMMANDS = commands_in((each.commands for each in CONVERSATIONS), ChatKind.PRIVATE)
GROUP_COMMANDS = commands_in((each.commands for each in CONVERSATIONS), ChatKind.GROUP)
PRESSES = joined(each.presses for each in CONVERSATIONS)
STEPS = joined(each.steps for each in CONVERSATIONS)
PRACTISED = Practised(
    commands=COMMANDS,
    kept=joined(each.kept for each in CONVERSATIONS),
    skips=joined(each.skips for each in CONVERSATIONS),
    sends=joined(each.sends for each in CONVERSATIONS),
)
REPLIES = joined(each.replies for each in CONVERSATIONS)
EDITS = joined(each.edits for each in CONVERSATIONS)
ALBUMS = joined(each.albums for each in CONVERSATIONS)
LOOKS = joined(each.looks for each in CONVERSATIONS)
NIGHTLY = joined(each.nightly for each in CONVERSATIONS)
TICKS = joined((LOOKS, NIGHTLY, *(each.ticks for each in CONVERSATIONS)))
AHEAD = joined(each.ahead for each in CONVERSATIONS)
OUTCOMES = joined(each.outcomes for each in CONVERSATIONS)

IN_PRIVATE = raising.in_private
"""A message in a private chat that is no command, no reply to a ticket's message and no answer to a question."""
CODES = mine.look_up
"""What may be a follow code was taken out of a message: the words come back where it is none."""
CODE_MET = mine.code_met
"""A message in a private chat that held a follow code; True if it was nothing else and is answered."""
EDIT_IN_PRIVATE = raising.edited
IN_GROUP = desk.in_group
"""The same in a group: a ticket's thread, or the group itself."""
ASIDE = desk.aside
"""A message in a group; True if it is plainly for colleagues, whatever question is open, and was taken as that."""
EDIT_IN_GROUP = desk.edited
TASK_REPLIED = tasks.replied
"""A reply to a message that shows tasks."""
THREAD = desk.thread_changed
"""A person closed, reopened, renamed or made a thread by hand."""
