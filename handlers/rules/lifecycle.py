"""The life of a ticket as one table: in which state which action is possible, who may do it, and what it leads to.

Code, buttons, documentation and tests all read :data:`TABLE`. An action that it does not have is refused with a plain
sentence, never with silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a ticket stands."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    ANSWERED = "answered"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    DECLINED = "declined"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What can be done with a ticket."""

    SUBMIT = "submit"
    ACCEPT = "accept"
    DECLINE = "decline"
    MERGE = "merge"
    TRANSFER = "transfer"
    ASSIGN = "assign"
    SIGN_FOR = "sign_for"
    HAND_BACK = "hand_back"
    NOTE_PROGRESS = "note_progress"
    PASS_PROGRESS = "pass_progress"
    REQUEST_EXTENSION = "request_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    REPORT = "report"
    PASS_ON = "pass_on"
    SEND_BACK = "send_back"
    ANSWER = "answer"
    REPLY = "reply"
    NOTE = "note"
    RECALL = "recall"
    REVISE = "revise"
    SUPPLEMENT = "supplement"
    URGE = "urge"
    WITHDRAW = "withdraw"
    RATE = "rate"
    REOPEN = "reopen"
    APPEAL = "appeal"
    REQUEST_REVIEW = "request_review"
    SUSPEND = "suspend"
    RESUME = "resume"
    MEET_MILESTONE = "meet_milestone"
    CLOSE = "close"
    SUPERVISE = "supervise"
    ANSWER_SUPERVISION = "answer_supervision"
    RECATEGORISE = "recategorise"
    REGRADE = "regrade"
    ASK_REVEAL = "ask_reveal"
    REVEAL = "reveal"
    RELEASE = "release"
    """It follows another no more: that one was taken back."""


class Role(StrEnum):
    """Who acts."""

    RAISER = "raiser"
    SECRETARY = "secretary"
    OWNER = "owner"
    MANAGER = "manager"
    ADMIN = "admin"
    SYSTEM = "system"


class Kind(StrEnum):
    """What a concern is."""

    INQUIRY = "inquiry"
    HELP = "help"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    REPORT = "report"
    THANKS = "thanks"


class Grade(StrEnum):
    """How pressing."""

    URGENT = "urgent"
    PRIORITY = "priority"
    NORMAL = "normal"
    COMPLEX = "complex"


class Naming(StrEnum):
    """How the raiser is named."""

    NAMED = "named"
    HIDDEN = "hidden"
    ANONYMOUS = "anonymous"


class Source(StrEnum):
    """The door that a concern came in by."""

    CHAT = "chat"
    HOTLINE = "hotline"
    BOX = "box"
    VISIT = "visit"
    LETTER = "letter"
    ONSITE = "onsite"
    """An on-site office or a meeting held where the people are."""


class Outcome(StrEnum):
    """What an answer amounts to."""

    SUPPORTED = "supported"
    EXPLAINED = "explained"
    REFUSED = "refused"


class Satisfaction(StrEnum):
    """What the raiser says of the answer; NONE when they said nothing in time."""

    SATISFIED = "satisfied"
    FAIR = "fair"
    UNSATISFIED = "unsatisfied"
    NONE = "none"


class Need(StrEnum):
    """What an action can't do without."""

    TEXT = "text"
    GROUND = "ground"
    OWNER = "owner"
    UNIT = "unit"
    DATE = "date"
    TICKET = "ticket"
    OUTCOME = "outcome"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Step:
    """One cell of the table: where the action leads (None: the state stays), who may, what it needs.

    ``owned``: where it leads instead when an owner has it, so that whoever stands on the card has the next step.
    """

    to: State | None
    roles: frozenset[Role]
    needs: frozenset[Need] = frozenset()
    owned: State | None = None

    def leads(self, state: State, *, owned: bool) -> State:
        """The state that the action leads to from ``state``; ``owned``: an owner has it."""
        return (self.owned if owned else None) or self.to or state


@dataclass(frozen=True, slots=True)
class Impossible:
    """Why an action can't be done: ``role`` is who could, None when the state allows it to nobody."""

    state: State
    action: Action
    role: Role | None = None


_SECRETARY = frozenset({Role.SECRETARY})
_OWNER = frozenset({Role.OWNER})
_RAISER = frozenset({Role.RAISER})
_MANAGER = frozenset({Role.MANAGER})
# A secretary may also do the raiser's steps for those who came by phone or paper box and have no chat with us.
_RAISER_OR_DESK = frozenset({Role.RAISER, Role.SECRETARY})

WORKING = (State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS, State.REPORTED)
OPEN = (State.SUBMITTED, *WORKING, State.ANSWERED, State.SUSPENDED)
"""Somebody still has to do something."""
ENDED = (State.CLOSED, State.DECLINED, State.WITHDRAWN)

TABLE: dict[tuple[State, Action], Step] = {}


def _rule(
    states: tuple[State, ...],
    action: Action,
    to: State | None,
    roles: frozenset[Role],
    *needs: Need,
    owned: State | None = None,
) -> None:
    for state in states:
        TABLE[state, action] = Step(to, roles, frozenset(needs), owned)


_rule((State.SUBMITTED,), Action.ACCEPT, State.ACCEPTED, _SECRETARY)
_rule((State.SUBMITTED, State.ACCEPTED), Action.DECLINE, State.DECLINED, _SECRETARY, Need.GROUND)
_rule((State.SUBMITTED, *WORKING), Action.MERGE, State.MERGED, _SECRETARY, Need.TICKET)
_rule((State.SUBMITTED, *WORKING), Action.TRANSFER, State.SUBMITTED, _SECRETARY, Need.UNIT)
# Assigning something not yet accepted accepts it as well: one press for the clear cases.
_rule((State.SUBMITTED, *WORKING), Action.ASSIGN, State.ASSIGNED, _SECRETARY, Need.OWNER)
_rule((State.ASSIGNED,), Action.SIGN_FOR, State.IN_PROGRESS, _OWNER)
# 首接负责: handing back once, within a working day, with a reason; after a second assignment no more.
_rule((State.ASSIGNED, State.IN_PROGRESS), Action.HAND_BACK, State.ACCEPTED, _OWNER, Need.TEXT)
# While the report is looked at, an owner who remembers something can still add it.
_rule(
    (State.ASSIGNED, State.IN_PROGRESS, State.REPORTED, State.SUSPENDED), Action.NOTE_PROGRESS, None, _OWNER, Need.TEXT
)
_rule((*WORKING, State.SUSPENDED), Action.PASS_PROGRESS, None, _SECRETARY, Need.TEXT)
_rule((State.IN_PROGRESS,), Action.REQUEST_EXTENSION, None, _OWNER, Need.TEXT, Need.DATE)
# The secretary may extend without being asked, while they answer themselves; what is reported done needs no more time.
_rule(
    (State.ACCEPTED, State.ASSIGNED, State.IN_PROGRESS),
    Action.GRANT_EXTENSION,
    None,
    _SECRETARY,
    Need.TEXT,
    Need.DATE,
)
_rule((State.ASSIGNED, State.IN_PROGRESS), Action.REFUSE_EXTENSION, None, _SECRETARY)
# An owner who forgot to sign and reports anyway has plainly taken it on.
_rule((State.ASSIGNED, State.IN_PROGRESS), Action.REPORT, State.REPORTED, _OWNER, Need.TEXT)
_rule((State.REPORTED,), Action.PASS_ON, State.ANSWERED, _SECRETARY, Need.OUTCOME)
_rule((State.REPORTED,), Action.SEND_BACK, State.IN_PROGRESS, _SECRETARY, Need.TEXT)
# An answer straight from the desk to a simple question also accepts it.
_rule((State.SUBMITTED, *WORKING, State.SUSPENDED), Action.ANSWER, State.ANSWERED, _SECRETARY, Need.TEXT, Need.OUTCOME)
_rule((*OPEN, *ENDED, State.MERGED), Action.REPLY, None, _SECRETARY, Need.TEXT)
_rule((*OPEN, *ENDED, State.MERGED), Action.NOTE, None, _SECRETARY, Need.TEXT)
_rule((*OPEN, *ENDED, State.MERGED), Action.RECALL, None, _SECRETARY)
_rule(
    (*OPEN, *ENDED, State.MERGED),
    Action.REVISE,
    None,
    frozenset({Role.RAISER, Role.SECRETARY, Role.OWNER}),
    Need.TEXT,
)
_rule((*OPEN, *ENDED, State.MERGED), Action.SUPPLEMENT, None, _RAISER_OR_DESK, Need.TEXT)
_rule((State.SUBMITTED, *WORKING, State.SUSPENDED, State.MERGED), Action.URGE, None, _RAISER)
# Until answered: after that there is an answer to rate.
_rule((State.SUBMITTED, *WORKING, State.SUSPENDED), Action.WITHDRAW, State.WITHDRAWN, _RAISER)
_rule((State.ANSWERED,), Action.RATE, State.CLOSED, _RAISER_OR_DESK, Need.RATING)
# A merged ticket's raiser hears the main ticket's answer as their own, and says of it what they think.
_rule((State.MERGED,), Action.RATE, State.CLOSED, _RAISER_OR_DESK, Need.RATING)
# Back to its owner, who signs for it anew, or to the desk, which assigns it.
_rule(
    (State.ANSWERED, State.CLOSED),
    Action.REOPEN,
    State.ACCEPTED,
    _RAISER_OR_DESK,
    Need.TEXT,
    owned=State.ASSIGNED,
)
_rule((State.DECLINED,), Action.APPEAL, State.SUBMITTED, _RAISER_OR_DESK, Need.TEXT)
_rule((State.CLOSED,), Action.REQUEST_REVIEW, State.SUBMITTED, _RAISER_OR_DESK, Need.TEXT)
_rule((*WORKING,), Action.SUSPEND, State.SUSPENDED, _SECRETARY, Need.TEXT, Need.DATE)
_rule((State.SUSPENDED,), Action.RESUME, State.ACCEPTED, _SECRETARY, owned=State.ASSIGNED)
_rule((State.SUSPENDED,), Action.MEET_MILESTONE, None, _SECRETARY, Need.TEXT)
# Closing is the secretary's or the rules', never the owner's; from ANSWERED only, so that nothing ends unanswered.
_rule((State.ANSWERED,), Action.CLOSE, State.CLOSED, frozenset({Role.SECRETARY, Role.SYSTEM}))
# What becomes of the main ticket becomes of those that follow it; when its raiser takes it back, they go on alone.
_rule((State.MERGED,), Action.DECLINE, State.DECLINED, frozenset({Role.SYSTEM}), Need.GROUND)
_rule((State.MERGED,), Action.RELEASE, State.SUBMITTED, frozenset({Role.SYSTEM}))
# One that follows another, and whose raiser heard its answer and says nothing, ends by the same rule.
_rule((State.MERGED,), Action.CLOSE, State.CLOSED, frozenset({Role.SYSTEM}))
_rule((*OPEN,), Action.SUPERVISE, None, _MANAGER, Need.TEXT)
_rule((*OPEN, State.CLOSED), Action.ANSWER_SUPERVISION, None, frozenset({Role.SECRETARY, Role.OWNER}), Need.TEXT)
# A ledger that was filled in outside and comes back changes both, too.
_rule((State.SUBMITTED, *WORKING, State.ANSWERED), Action.RECATEGORISE, None, frozenset({Role.SECRETARY, Role.SYSTEM}))
_rule((State.SUBMITTED, *WORKING), Action.REGRADE, None, frozenset({Role.SECRETARY, Role.SYSTEM}))
_rule((*OPEN,), Action.ASK_REVEAL, None, _SECRETARY)
_rule((*OPEN,), Action.REVEAL, None, _RAISER)


def step(state: State, action: Action, role: Role) -> Step | Impossible:
    """The cell for ``action`` in ``state``, or why ``role`` can't do it there."""
    found = TABLE.get((state, action))
    if found is None:
        return Impossible(state, action)
    if role not in found.roles:
        return Impossible(state, action, min(found.roles))
    return found


_DESK_ORDER = (
    Action.ACCEPT,
    Action.ASSIGN,
    Action.PASS_ON,
    Action.SEND_BACK,
    Action.ANSWER,
    Action.GRANT_EXTENSION,
    Action.DECLINE,
    Action.MERGE,
    Action.SUSPEND,
    Action.RESUME,
    Action.CLOSE,
)
_OWNER_ORDER = (
    Action.SIGN_FOR,
    Action.HAND_BACK,
    Action.NOTE_PROGRESS,
    Action.REQUEST_EXTENSION,
    Action.REPORT,
)
_RAISER_ORDER = (
    Action.SUPPLEMENT,
    Action.URGE,
    Action.RATE,
    Action.REOPEN,
    Action.REQUEST_REVIEW,
    Action.APPEAL,
    Action.WITHDRAW,
)
_ORDER = {Role.SECRETARY: _DESK_ORDER, Role.OWNER: _OWNER_ORDER, Role.RAISER: _RAISER_ORDER}


def actions_for(state: State, role: Role) -> tuple[Action, ...]:
    """What a role is offered in a state, in the order of its buttons."""
    return tuple(
        action
        for action in _ORDER.get(role, ())
        if (found := TABLE.get((state, action))) is not None and role in found.roles
    )
