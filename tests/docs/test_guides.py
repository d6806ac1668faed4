"""The role guides tell of everything that a role can do, and show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers import routes
from handlers.core.commands import offered
from handlers.core.vocabulary import ChatKind
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
    wanted = {*offered(routes.COMMANDS, ChatKind.PRIVATE, [role])}
    if role is not Role.RAISER:
        wanted -= {*offered(routes.COMMANDS, ChatKind.PRIVATE, ())}
    if role is Role.SECRETARY:
        wanted |= {*offered(routes.COMMANDS, ChatKind.GROUP, [role])}
    text = guide(role)
    assert [word for word in sorted({each.word for each in wanted} - WITHOUT_WORDS) if f"/{word}" not in text] == []


def test_every_picture_of_the_guides_is_shown() -> None:
    shown = "".join(guide(role) for role in GUIDES)
    unused = [each.name for each in sorted(DOCS.glob("pictures/guide-*.png")) if each.name not in shown]
    assert unused == []
