"""A follow code opens its ticket to whoever reads it: what is written with one in it is taken in without it.

This stands before every conversation, so that nothing which is written here, no caption and no name of a file carries a
code on to a group, an owner, a report or a list. ``facts["codes"]`` keeps what may be one for looking its ticket up
(``handlers/mine/codes.py``); what turns out to be none, a serial number by chance, is put back.
"""

from __future__ import annotations

from dataclasses import replace

from handlers.rules.codes import codes_in, masked
from handlers.vocabulary import Attachment, Incoming

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
