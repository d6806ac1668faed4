"""What of a message in a private chat can be kept, and what to say of the rest."""

from __future__ import annotations

from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, FileKind
from handlers.rules.lifecycle import Naming

_NOT_KEPT = frozenset({FileKind.STICKER, FileKind.UNSUPPORTED})
_UNSUPPORTED = {"poll": "raise-no-poll", "game": "raise-no-game", "dice": "raise-no-game"}


def readable(turn: Turn) -> str:
    """What was written, without what no engine can store."""
    return turn.event.text.replace("\x00", "").strip()


def kept(turn: Turn, naming: str = Naming.NAMED) -> tuple[Attachment, ...]:
    """The files that can be kept: no stickers, no polls or games; contact cards only of who is named.

    Whose a card is can't be seen on it: the raiser's own would tell who they are.
    """
    return tuple(
        each
        for each in turn.event.attachments
        if each.kind not in _NOT_KEPT and (naming == Naming.NAMED or each.kind is not FileKind.CONTACT)
    )


def not_kept(turn: Turn) -> str:
    """What to say about a message that holds nothing that can be kept."""
    if any(each.kind is FileKind.STICKER for each in turn.event.attachments):
        return turn.say("raise-no-sticker")
    if any(each.kind is FileKind.CONTACT for each in turn.event.attachments):
        return turn.say("raise-no-contact")
    named = [each.name for each in turn.event.attachments if each.kind is FileKind.UNSUPPORTED]
    if named:
        return turn.say(_UNSUPPORTED.get(named[0] or "", "raise-no-such"))
    return turn.say("raise-empty")
