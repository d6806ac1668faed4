"""The role guides tell of everything that a role can do, and show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.components.command_menu import ALWAYS, EVERYONE, group_commands, private_commands
from handlers.rules.lifecycle import Role

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {
    Role.RAISER: "employee",
    Role.OWNER: "owner",
    Role.SECRETARY: "secretary",
    Role.MANAGER: "manager",
}
WITHOUT_WORDS = {"start"}
"""The button that opens the chat."""


def guide(role: Role) -> str:
    return (DOCS / "guides" / f"{GUIDES[role]}.md").read_text("utf-8")


@pytest.mark.parametrize("role", GUIDES)
def test_every_command_of_a_role_stands_in_its_guide(role: Role) -> None:
    wanted = {*EVERYONE, *ALWAYS} if role is Role.RAISER else {*private_commands([role])} - {*EVERYONE}
    if role is Role.SECRETARY:
        wanted |= {*group_commands([role])}
    text = guide(role)
    assert [word for word in sorted(wanted - WITHOUT_WORDS) if f"/{word}" not in text] == []


def test_every_picture_of_the_guides_is_shown() -> None:
    shown = "".join(guide(role) for role in GUIDES)
    unused = [each.name for each in sorted(DOCS.glob("pictures/guide-*.png")) if each.name not in shown]
    assert unused == []
