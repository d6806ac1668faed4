"""What is typed behind a slash. Each command is declared once, in the table of the conversation that answers it.

Where it works, who is offered it, the help, the menus of the channels, a line of ``/menu`` and what the guides must
tell follow from there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handlers.core.vocabulary import ChatKind
from handlers.rules.lifecycle import Role
from handlers.rules.rights import Right, may

PRIVATE = (ChatKind.PRIVATE,)
GROUP = (ChatKind.GROUP,)
BOTH = (ChatKind.PRIVATE, ChatKind.GROUP)
"""Groups are those in which secretaries work: in no other does a command do anything."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    ``word``: without the slash. ``right``: it is for whoever has that right; None: for everybody. ``places``: in which
    kinds of chat. ``line``: whether it is a line of ``/menu`` too, which does what it does with nothing behind it;
    ``label``: the key of that line, where it is not ``menu-<word>``. What it does stands in the help as
    ``help-private-<word>`` and ``help-group-<word>``.
    """

    word: str
    right: Right | None = None
    places: tuple[ChatKind, ...] = PRIVATE
    line: bool = True
    label: str = ""

    @property
    def title(self) -> str:
        """The key of its line of ``/menu``."""
        return self.label or f"menu-{self.word}"

    def is_for(self, held: Iterable[Role]) -> bool:
        """Whether somebody with these roles is offered it."""
        return self.right is None or any(may(role, self.right) for role in held)


def offered(commands: Iterable[Command], place: ChatKind, held: Iterable[str]) -> tuple[Command, ...]:
    """Those that somebody with these roles can use in such a chat, in the order of the menu."""
    known = [Role(each) for each in held]
    return tuple(each for each in commands if place in each.places and each.is_for(known))
