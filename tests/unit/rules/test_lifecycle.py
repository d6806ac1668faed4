"""The life of a ticket as one table: what holds of every cell of it."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.core.texts import LOCALES, has
from handlers.rules.deadlines import NEXT, TOLD, DeadlineKind, waiting_for
from handlers.rules.lifecycle import ENDED, OPEN, TABLE, Action, Impossible, Need, Role, State, Step, actions_for, step
from storage.tickets import OPEN_STATES

STATES, ACTIONS, ROLES = st.sampled_from(State), st.sampled_from(Action), st.sampled_from(Role)


@given(STATES, ACTIONS, ROLES)
def test_every_question_has_an_answer(state: State, action: Action, role: Role) -> None:
    found = step(state, action, role)
    cell = TABLE.get((state, action))
    if isinstance(found, Step):
        assert cell is found
        assert role in found.roles
    else:
        assert isinstance(found, Impossible)
        # Who could do it is named exactly when somebody could.
        assert (found.role is None) == (cell is None)
        if cell is not None:
            assert found.role in cell.roles
            assert role not in cell.roles


def test_every_state_can_be_reached_from_a_new_ticket() -> None:
    seen, waiting = {State.SUBMITTED}, deque([State.SUBMITTED])
    while waiting:
        here = waiting.popleft()
        for (state, _), cell in TABLE.items():
            for to in {cell.to, cell.owned} - seen - {None} if state is here else ():
                assert to is not None
                seen.add(to)
                waiting.append(to)
    assert seen == set(State)


def test_every_open_ticket_can_come_to_an_end() -> None:
    ends = {State.CLOSED}
    for _ in State:
        ends |= {state for (state, _), cell in TABLE.items() if cell.to in ends}
    assert set(OPEN) <= ends


def test_an_owner_never_closes_and_nothing_ends_unanswered() -> None:
    for (state, action), cell in TABLE.items():
        if cell.to is State.CLOSED:
            assert Role.OWNER not in cell.roles, (state, action)
            assert state in (State.ANSWERED, State.MERGED), (state, action)
        if action is Action.WITHDRAW:
            assert state not in (State.ANSWERED, *ENDED)


def test_only_the_desk_answers_and_only_a_manager_instructs() -> None:
    for (_, action), cell in TABLE.items():
        if cell.to is State.ANSWERED:
            assert cell.roles == {Role.SECRETARY}
        if action is Action.SUPERVISE:
            assert cell.roles == {Role.MANAGER}


@pytest.mark.parametrize("action", [Action.HAND_BACK, Action.SEND_BACK, Action.REOPEN, Action.APPEAL])
def test_going_back_takes_a_reason(action: Action) -> None:
    cells = [cell for (_, found), cell in TABLE.items() if found is action]
    assert cells
    assert all(Need.TEXT in cell.needs for cell in cells)


@given(STATES, ROLES)
def test_what_is_offered_can_be_done(state: State, role: Role) -> None:
    offered = actions_for(state, role)
    assert len(set(offered)) == len(offered)
    assert all(isinstance(step(state, action, role), Step) for action in offered)


def test_storage_knows_the_same_open_states() -> None:
    assert frozenset(OPEN) == OPEN_STATES


def test_every_word_of_the_table_can_be_said() -> None:
    assert LOCALES.is_dir()
    for state in State:
        assert has(f"state-{state}")
    for action in Action:
        assert has(f"action-{action}"), action
    for role in Role:
        assert has(f"role-{role}")


def _leads(state: State, action: Action, *, owned: bool) -> State:
    return TABLE[state, action].leads(state, owned=owned)


def test_every_open_state_has_a_next_person_with_a_button_whom_the_clock_reminds() -> None:
    assert set(NEXT) == set(OPEN)
    for state, (role, kind) in NEXT.items():
        moving = [each for each in actions_for(state, role) if _leads(state, each, owned=False) is not state]
        assert moving, f"{role} has no button in {state} that brings it on"
        # The rating has a clock of its own: a nudge, and then an end.
        assert role in TOLD.get(kind, (Role.RAISER,)), f"{role} is not reminded of {kind}"
        if kind is DeadlineKind.RATING:
            assert Role.SYSTEM in TABLE[state, Action.CLOSE].roles


@given(st.lists(st.sampled_from(Action), max_size=40))
def test_on_every_way_whoever_has_it_can_do_something(actions: list[Action]) -> None:
    """An owner stands on the card exactly where they have something to do, or where the desk looks at what they did."""
    state, owned = State.SUBMITTED, False
    for action in actions:
        if (state, action) not in TABLE:
            continue
        if action in _OWNER_GIVEN:
            owned = True
        if action in _OWNER_TAKEN:
            owned = False
        state = _leads(state, action, owned=owned)
        if state in waiting_for(Role.OWNER):
            assert owned, f"{state} after {action} waits for nobody"
        elif state in (State.SUBMITTED, State.ACCEPTED):
            assert not owned, f"{state} after {action} has an owner who can do nothing"


_OWNER_GIVEN = frozenset({Action.ASSIGN})
_OWNER_TAKEN = frozenset(
    {Action.HAND_BACK, Action.TRANSFER, Action.MERGE, Action.APPEAL, Action.REQUEST_REVIEW, Action.RELEASE}
)
"""As the verbs of ``handlers.cases`` do it; the stories of ``test_next_person.py`` hold them to it."""


def test_what_is_reported_done_needs_no_more_time() -> None:
    assert (State.REPORTED, Action.GRANT_EXTENSION) not in TABLE
