"""A follow code opens its ticket to whoever reads it: what is written with one in it is taken in without it.

This stands before every conversation, so that nothing which is written here, no caption and no name of a file carries a
code on to a group, an owner, a report or a list. ``facts["codes"]`` keeps what may be one for looking its ticket up
(``handlers/conversations/raiser/follow_codes.py``); what turns out to be none, a serial number by chance, is put back.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers.core.turn import Turn
from handlers.core.vocabulary import Attachment, Incoming
from handlers.rules.codes import codes_in, masked
from storage import tickets
from storage.database import Transaction

_ASK_FOR_IT = frozenset({"code", "start"})
"""Commands whose argument is a code: it is looked up and goes no further."""


def concealed(event: Incoming) -> Incoming:
    """The event with a mark in place of each follow code."""
    if event.command in _ASK_FOR_IT:
        return event
    names = "\n".join(f"{each.name or ''}\n{each.text or ''}" for each in event.attachments)
    codes = [each.code for each in (*codes_in(event.text), *codes_in(names))]
    if not codes:
        return event
    files = tuple(_without(each) for each in event.attachments)
    facts = {**event.facts, "codes": list(dict.fromkeys(codes))}
    return replace(event, text=masked(event.text), attachments=files, facts=facts)


async def without_codes(tx: Transaction, read: Any) -> Any:
    """What a file held (plain JSON: rows, words), with a mark in place of each follow code that opens a ticket.

    No try is counted: only staff have tables read, and a code has too many forms to be found by a table of guesses.
    """
    held = {each.code for text in _texts(read) for each in codes_in(text)}
    ours = {each for each in held if await tickets.by_follow_code(tx, each) is not None}
    return _masked(read, ours) if ours else read


async def read_without(turn: Turn) -> None:
    """Take follow codes out of what a file that was read holds (``facts["read"]``): its rows are shown in groups."""
    read = turn.event.facts.get("read")
    shown = await without_codes(turn.tx, read)
    if shown is not read:
        turn.event = replace(turn.event, facts={**turn.event.facts, "read": shown})


def _texts(read: Any) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, Mapping | Sequence):
        for each in read.values() if isinstance(read, Mapping) else read:
            yield from _texts(each)


def _masked(read: Any, ours: Container[str]) -> Any:
    if isinstance(read, str):
        return masked(read, ours)
    if isinstance(read, Mapping):
        return {key: _masked(each, ours) for key, each in read.items()}
    return [_masked(each, ours) for each in read] if isinstance(read, Sequence) else read


def _without(file: Attachment) -> Attachment:
    name = None if file.name is None else masked(file.name)
    text = None if file.text is None else masked(file.text)
    return replace(file, name=name, text=text)


def revealed(event: Incoming, written: Incoming) -> Incoming:
    """The event with the words as they were written: there is no code among them."""
    return replace(event, text=written.text, attachments=written.attachments, facts={**event.facts, "codes": []})


def codes_of(event: Incoming) -> tuple[str, ...]:
    """The codes that were taken out of an event."""
    return tuple(str(each) for each in event.facts.get("codes", ()))
