"""An announcement before it is sent: its words and files, and the units chosen. It is the open question's facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from handlers.core import questions
from handlers.core.files import read_file, write_file
from handlers.core.refusals import Refused
from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment
from handlers.rules.rights import Right, Standing
from storage import broadcasts, units
from storage.broadcasts import Scope
from storage.units import Unit

PLAIN = "plain"
"""An announcement that is only read; other kinds are sent by their practice."""
STEP = "bc_write"
"""The question that stays open while somebody writes an announcement."""


@dataclass(frozen=True, slots=True)
class Draft:
    """``files`` as rows keep them; ``units`` by their ids; ``said`` the messages that it was made of.

    ``kind``: a ``plain`` announcement, or a policy ``notice`` that is read and asked about.
    """

    text: str = ""
    files: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    said: tuple[str, ...] = ()
    kind: str = PLAIN

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """The files to send."""
        return tuple(read_file(each) for each in self.files)

    def with_words(self, message: str, text: str, files: Sequence[Attachment]) -> Draft:
        """The draft with one more message; handed over twice, it is there once."""
        if message in self.said:
            return self
        return replace(
            self,
            text="\n\n".join(filter(None, (self.text, text))),
            files=(*self.files, *(write_file(each) for each in files)),
            said=(*self.said, message),
        )


def read(facts: Mapping[str, Any]) -> Draft:
    """The draft that a question keeps."""
    said, kind = tuple(facts["said"]), facts.get("kind", PLAIN)
    return Draft(facts["text"], tuple(facts["files"]), tuple(facts["units"]), said, kind)


async def load(turn: Turn) -> Draft:
    """The draft of whoever pressed.

    Raises:
        Refused: it was sent or dropped.
    """
    question = await questions.pending(turn)
    if question is None or question.kind != STEP:
        raise Refused("press-outdated")
    return read(question.facts)


async def keep(turn: Turn, draft: Draft) -> None:
    """The draft is this from now on, and what is written next belongs to it."""
    await questions.remember(turn, STEP, asdict(draft))


async def within(turn: Turn) -> tuple[Unit, ...]:
    """The units that this person may speak to, parents before children.

    Raises:
        Refused: none.
    """
    found = tuple(
        each for each in await units.everyone(turn.tx) if Standing(held=turn.roles, path=each.path).may(Right.BROADCAST)
    )
    if not found:
        raise Refused("broadcast-not-yours")
    return found


def chosen(draft: Draft, allowed: Sequence[Unit]) -> tuple[Unit, ...]:
    """The units that were chosen and may be, without those below another of them."""
    picked = [each for each in allowed if each.id in draft.units]
    return tuple(
        each for each in picked if not any(other.id != each.id and each.path.startswith(other.path) for other in picked)
    )


async def scope(turn: Turn, picked: Sequence[Unit]) -> Scope:
    """Everyone at or below those units; at one that has none above it, those without a unit too."""
    below = tuple(
        each.id
        for each in await units.everyone(turn.tx, retired=True)
        if any(each.path.startswith(top.path) for top in picked)
    )
    return Scope(0 if turn.person is None else turn.person.id, below, any(each.parent_id is None for each in picked))


async def reach(turn: Turn, picked: Sequence[Unit]) -> int:
    """How many people would get it."""
    return await broadcasts.reach(turn.tx, await scope(turn, picked)) if picked else 0
