"""The life of a ticket as one table: what holds of every cell of it."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.lifecycle import (
    ENDED,
    OPEN,
    TABLE,
    Action,
    Impossible,
    Need,
    Role,
    State,
    Step,
    actions_for,
    step,
)
from handlers.texts import LOCALES, has
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
            if state is here and cell.to is not None and cell.to not in seen:
                seen.add(cell.to)
                waiting.append(cell.to)
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
