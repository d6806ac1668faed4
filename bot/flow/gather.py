"""Joining what waits for one thread into one message while the group's rate is the bottleneck. Nothing is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.core.abilities import Abilities
from handlers.core.message import Text, join, plain
from handlers.core.vocabulary import Outgoing, OutKind
from handlers.rules.splitting import size

BETWEEN = "\n\n"
MOST = 20
"""How many rows are looked at for one message."""


def _plain(message: Outgoing) -> bool:
    return message.kind is OutKind.SEND and not (message.attachments or message.buttons or message.pin)


def _place(message: Outgoing) -> tuple[object, ...]:
    return message.gather, message.to, message.person, message.ticket_thread, message.reply_to


def _headed(message: Outgoing) -> Text:
    return join("\n", (message.head, message.text)) if message.head else message.text


def gather(waiting: Sequence[Outgoing], abilities: Abilities) -> tuple[Outgoing, int]:
    """The first of ``waiting`` joined with those right behind it that carry the same word, and how many those are.

    Only words to the same place that answer the same are joined, each under its head, while they fit into one message
    of the channel; the joined message belongs to what the last one belongs to, and is silent only when
    all of them are.
    """
    first = waiting[0]
    if first.gather is None or not _plain(first):
        return first, 1
    texts, last = [_headed(first)], first
    length = size(plain(texts[0]), abilities.measure)
    for each in waiting[1:MOST]:
        text = _headed(each)
        more = len(BETWEEN) + size(plain(text), abilities.measure)
        fits = length + more <= abilities.text
        if not (fits and _place(each) == _place(first) and _plain(each)):
            break
        texts.append(text)
        length += more
        last = each
    if len(texts) == 1:
        return first, 1
    joined = replace(
        last,
        text=join(BETWEEN, texts),
        head="",
        silent=all(each.silent for each in waiting[: len(texts)]),
        protect=any(each.protect for each in waiting[: len(texts)]),
    )
    return joined, len(texts)
