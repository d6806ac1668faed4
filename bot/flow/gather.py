"""Joining what waits for one thread into one message while the group's rate is the bottleneck. Nothing is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.vocabulary import Outgoing, OutKind

BETWEEN = "\n\n"
MOST = 20
"""How many rows are looked at for one message."""


def units(text: str) -> int:
    """The length of ``text`` as platforms count it: UTF-16 units."""
    return len(text) + sum(1 for each in text if ord(each) > 0xFFFF)


def _plain(message: Outgoing) -> bool:
    return message.kind is OutKind.SEND and not (message.attachments or message.buttons or message.pin)


def gather(waiting: Sequence[Outgoing], text_limit: int) -> tuple[Outgoing, int]:
    """The first of ``waiting`` joined with those right behind it that carry the same word, and how many those are.

    Only plain texts to the same place are joined, while they fit ``text_limit`` (UTF-16 units); the joined message
    belongs to what the last one belongs to, and is silent only when all of them are.
    """
    first = waiting[0]
    if first.gather is None or not _plain(first):
        return first, 1
    texts, length, last = [first.text], units(first.text), first
    for each in waiting[1:MOST]:
        fits = length + len(BETWEEN) + units(each.text) <= text_limit
        same = (each.gather, each.to, each.person, each.ticket_thread) == (
            first.gather,
            first.to,
            first.person,
            first.ticket_thread,
        )
        if not (fits and same and _plain(each)):
            break
        texts.append(each.text)
        length += len(BETWEEN) + units(each.text)
        last = each
    if len(texts) == 1:
        return first, 1
    joined = replace(
        last,
        text=BETWEEN.join(texts),
        reply_to=first.reply_to,
        silent=all(each.silent for each in waiting[: len(texts)]),
        protect=any(each.protect for each in waiting[: len(texts)]),
    )
    return joined, len(texts)
