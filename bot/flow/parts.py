"""One message of several parts, its words and its files: what goes next, and what became of each. Pure.

Every part has an outcome of its own: the good ones go, in order, whatever becomes of the others. How far it has come is
kept on its row, so that a crash repeats the one call that was in flight and no more.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from handlers.core.vocabulary import Outgoing, Refusal

WORDS = -1
"""In the place of a file's number: the words."""
BY_KIND = frozenset({Refusal.NO_RIGHTS, Refusal.BARRED})
"""Refusals of whole kinds of files: certain for each file that the platform's words are about."""
OF_PARTS = BY_KIND | {Refusal.TOO_BIG, Refusal.FILE_LOST, Refusal.ODD_PICTURE, Refusal.REFUSED, Refusal.UNOPENED}
"""What may be because of a part of a message (a file that ends the program too); all else is about the chat."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A part that does not go. ``part``: which of the message's files, from 0, or ``WORDS``.

    ``text``: the platform's own words, or where the program stumbled.
    """

    part: int
    refusal: Refusal
    text: str = ""

    @property
    def error(self) -> str:
        """As it is noted for whoever runs the program."""
        return (self.text if self.refusal is Refusal.BROKEN else f"{self.refusal}: {self.text}")[:200]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a message has come. ``alone``: files that are tried by themselves, after those that go together."""

    said: bool = False
    words_alone: bool = False
    """The words are not to be a caption."""
    sent: tuple[int, ...] = ()
    alone: tuple[int, ...] = ()
    missed: tuple[Missed, ...] = ()
    late: bool = False
    """It was kept back when the rest of its message went."""

    @property
    def begun(self) -> bool:
        """Something of it has arrived."""
        return self.said or bool(self.sent)

    def open(self, files: int) -> tuple[int, ...]:
        """The files that are still to go."""
        done = {*self.sent, *(each.part for each in self.missed)}
        return tuple(part for part in range(files) if part not in done)


FRESH = Progress()
"""Nothing has been tried yet."""


@dataclass(frozen=True, slots=True)
class Share:
    """What goes in one call. ``words``: the message's own, for the first time."""

    words: bool
    files: tuple[int, ...] = ()


WHOLE = Share(True)
"""A message without files."""


def next_share(message: Outgoing, progress: Progress) -> Share | None:
    """What of a message with files goes next, None when each part has its outcome."""
    known = progress.said or any(each.part == WORDS for each in progress.missed)
    unsaid = bool(message.text) and not known
    left = progress.open(len(message.attachments))
    if unsaid and (progress.words_alone or not left):
        return Share(True)
    together = tuple(part for part in left if part not in progress.alone)
    if together or left:
        return Share(unsaid, together or left[:1])
    return None


def went(progress: Progress, words: bool, files: Collection[int]) -> Progress:
    """The words, or these files, have arrived."""
    return replace(progress, said=progress.said or words, sent=(*progress.sent, *files))


def miss(progress: Progress, parts: Collection[int], refusal: Refusal, text: str = "") -> Progress:
    """These parts don't go."""
    return replace(progress, missed=(*progress.missed, *(Missed(part, refusal, text) for part in parts)))


def blame(
    progress: Progress, share: Share, refusal: Refusal, at_fault: Collection[int], text: str = ""
) -> Progress | None:
    """What to make of a call with ``share`` that was refused; None: it is not about a part of the message.

    ``at_fault``: the files that the platform's words are about, as far as they tell. What it says of one file among
    several is a hint alone (it may count in another order): whatever is suspected is tried by itself, the others go
    together. So each good one arrives and each bad one is known for certain.
    """
    if refusal not in OF_PARTS or (refusal in BY_KIND and not at_fault):
        return None
    if not share.files:
        return miss(progress, (WORDS,), refusal, text)
    if refusal in BY_KIND:
        return miss(progress, at_fault, refusal, text)
    if len(share.files) > 1:
        return replace(progress, alone=tuple(sorted({*progress.alone, *(at_fault or share.files)})))
    if share.words and not at_fault:
        # It may be the words: too long for a caption, for example.
        return replace(progress, words_alone=True, alone=tuple(sorted({*progress.alone, *share.files})))
    return miss(progress, share.files, refusal, text)
