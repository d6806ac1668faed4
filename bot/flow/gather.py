"""Joining what waits for one thread into one message while the group's rate is the bottleneck. Nothing is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.core.vocabulary import Outgoing, OutKind

BETWEEN = "\n\n"
MOST = 20
"""How many rows are looked at for one message."""


def units(text: str) -> int:
    """The length of ``text`` as platforms count it: UTF-16 units."""
    return len(text) + sum(1 for each in text if ord(each) > 0xFFFF)


def _plain(message: Outgoing) -> bool:
    return message.kind is OutKind.SEND and not (message.attachments or message.buttons or message.pin)


def _place(message: Outgoing) -> tuple[object, ...]:
    return message.gather, message.to, message.person, message.ticket_thread, message.reply_to


def _marked(message: Outgoing) -> str:
    return f"{message.head}\n{message.text}" if message.head else message.text


def gather(waiting: Sequence[Outgoing], text_limit: int) -> tuple[Outgoing, int]:
    """The first of ``waiting`` joined with those right behind it that carry the same word, and how many those are.

    Only plain texts to the same place that answer the same are joined, each under its head, while they fit
    ``text_limit`` (UTF-16 units); the joined message belongs to what the last one belongs to, and is silent only when
    all of them are.
    """
    first = waiting[0]
    if first.gather is None or not _plain(first):
        return first, 1
    texts, last = [_marked(first)], first
    length = units(texts[0])
    for each in waiting[1:MOST]:
        text = _marked(each)
        fits = length + len(BETWEEN) + units(text) <= text_limit
        if not (fits and _place(each) == _place(first) and _plain(each)):
            break
        texts.append(text)
        length += len(BETWEEN) + units(text)
        last = each
    if len(texts) == 1:
        return first, 1
    joined = replace(
        last,
        text=BETWEEN.join(texts),
        head="",
        silent=all(each.silent for each in waiting[: len(texts)]),
        protect=any(each.protect for each in waiting[: len(texts)]),
    )
    return joined, len(texts)
