"""Who may do and see what: one table, whatever the relation."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.lifecycle import Role
from handlers.rules.rights import TABLE, Relation, Right, Standing


@dataclass(frozen=True)
class Held:
    role: str
    path: str

    def covers(self, path: str) -> bool:
        return path.startswith(self.path)


HELD = st.builds(
    Held,
    st.sampled_from([Role.SECRETARY, Role.OWNER, Role.MANAGER, Role.ADMIN]),
    st.sampled_from(["/1/", "/1/2/", "/1/3/", "/1/2/4/"]),
)


@given(st.lists(HELD, max_size=4), st.sampled_from(Right))
def test_rights_reach_down_and_never_up_or_sideways(held: list[Held], right: Right) -> None:
    standing = Standing(tuple(held), "/1/2/")
    reaching = tuple(each for each in held if "/1/2/".startswith(each.path))
    assert standing.may(right) == Standing(reaching, "/1/2/").may(right)


@given(st.lists(HELD, max_size=4), st.sampled_from(Right))
def test_a_restricted_ticket_shows_nothing_to_those_outside(held: list[Held], right: Right) -> None:
    assert not Standing(tuple(held), "/1/2/", restricted=True).may(right)


def test_the_raiser_and_the_owner_keep_theirs_on_a_restricted_ticket() -> None:
    assert Standing((), "/1/", raised=True, restricted=True).may(Right.SEE)
    assert Standing((), "/1/", assigned=True, restricted=True).may(Right.STEP, Role.OWNER)
    assert not Standing((), "/1/", assigned=True, restricted=True).may(Right.STEP, Role.SECRETARY)


@pytest.mark.parametrize("role", [Role.OWNER, Role.MANAGER, Role.ADMIN, Role.RAISER])
def test_only_the_office_sees_a_name(role: Role) -> None:
    assert all(Right.SEE_NAME not in rights for (each, _), rights in TABLE.items() if each is role)
    assert Right.SEE_NAME in TABLE[Role.SECRETARY, Relation.COVERS]


def test_nobody_may_anything_without_a_relation() -> None:
    for right in Right:
        assert not Standing((), "/1/").may(right)


SECRETARY, ADMIN = Held(Role.SECRETARY, "/1/"), Held(Role.ADMIN, "/1/")


def test_whoever_was_let_in_sees_a_restricted_ticket_as_their_role_does() -> None:
    assert Standing((SECRETARY,), "/1/2/", restricted=True, let_in=True).may(Right.SEE_NAME)
    assert not Standing((), "/1/2/", restricted=True, let_in=True).may(Right.SEE)
    assert not Standing((SECRETARY,), "/1/2/", restricted=True).may(Right.SEE)
    # Let in or not makes no difference where nothing is restricted.
    assert Standing((SECRETARY,), "/1/2/", let_in=True).may(Right.SEE)


def test_a_right_is_asked_for_as_one_role() -> None:
    both = Standing((SECRETARY, ADMIN), "/1/", holds_code=True)
    assert both.may(Right.OPERATE)
    assert not both.may(Right.OPERATE, Role.SECRETARY)
    assert both.may(Right.STEP, Role.RAISER)
    assert not both.may(Right.STEP, Role.OWNER)
    assert not Standing((ADMIN,), "/1/").may(Right.SEE)
