"""One thing to say as what the channel of its reader can carry: applied when it is put into the outbox, nowhere else.

Long texts go in parts, files in albums, fitting words become captions. What a channel lacks has something in its
place: a changed message becomes a new one, a short answer to a press a message, buttons that don't fit a list from
which a number is typed. Together it says all that was to be said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handlers.core.abilities import Abilities
from handlers.core.message import Laid, Text, as_text, cut, join, lay_out, plain
from handlers.core.texts import say
from handlers.core.turn import Toast, Turn
from handlers.core.vocabulary import (
    Attachment,
    Button,
    ChatKind,
    Choice,
    EventKind,
    FileKind,
    Incoming,
    Outgoing,
    OutKind,
    Rows,
    Spot,
)
from handlers.rules.splitting import size, split

MARK_ROOM = 12
"""Room for the mark “（12/34）” and its line break, by any measure."""
_FAMILY = {
    FileKind.PHOTO: "pictures",
    FileKind.VIDEO: "pictures",
    FileKind.DOCUMENT: "documents",
    FileKind.AUDIO: "music",
}
"""Kinds that may share an album; all others go alone."""
_CAPTIONED = frozenset(
    {FileKind.PHOTO, FileKind.VIDEO, FileKind.DOCUMENT, FileKind.AUDIO, FileKind.VOICE, FileKind.ANIMATION}
)


class Unfit(ValueError):
    """A button carries more than the channel takes: a mistake in the program."""


def present(message: Outgoing, abilities: Abilities, *, locale: str, now: int) -> tuple[Outgoing, ...]:
    """``message`` as one or several that the channel can carry, in order.

    ``locale``: the language in which its reader is asked for a number, where there are more buttons than fit.
    """
    if message.kind is OutKind.EDIT and not _changeable(message, abilities, now):
        if message.in_place or not message.text:
            return ()
        message = replace(message, kind=OutKind.SEND, target=None)
    if message.kind is OutKind.EDIT:
        fitted = _with_buttons(message, abilities, locale)
        return (replace(fitted, text=shortened(fitted.text, abilities)),)
    if message.kind is not OutKind.SEND:
        return (message,)
    message = _with_buttons(message, abilities, locale)
    if not message.attachments and _size(message.text, abilities) <= abilities.text:
        return (message,)
    return _in_parts(message, abilities)


def answer_press(turn: Turn, event: Incoming) -> Toast | None:
    """The short answer as its channel shows one; where it shows none, a message says it instead.

    It is for whoever pressed: in a group they are told alone, where they can be. What is said there anyway is not
    said twice. ``event``: the press as it came; a conversation may have gone on from it as from a message.
    """
    toast = turn.toast
    abilities = turn.house.abilities.get(event.channel)
    if toast is None or event.kind is not EventKind.PRESS or abilities is None:
        return toast
    if event.press is not None and abilities.toast > 0:
        return Toast(_cut(toast.text, abilities.toast), toast.alert)
    if toast.text and not any(toast.text in plain(each.text) for each in turn.outgoing):
        if event.chat_kind is ChatKind.GROUP and turn.person is not None:
            turn.tell(turn.person, toast.text)
        else:
            turn.reply(toast.text)
    return None


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else split(text, most - 1)[0] + "…"


def is_crowded(rows: Rows, abilities: Abilities) -> bool:
    """Whether these are more buttons than fit under a message."""
    return sum(map(len, rows)) > abilities.buttons


def fits_in_place(before: Outgoing, after: Text, abilities: Abilities) -> bool:
    """Whether the words of ``before`` are one message in its reader's chat, which has room for ``after`` too."""
    first = present(before, abilities, locale="", now=0)[0]
    room = abilities.caption if first.attachments else abilities.text
    return plain(first.text) == plain(before.text) and _size(after, abilities) <= room


def shortened(text: Text, abilities: Abilities) -> Text:
    """A changed message can't become two: what does not fit is cut, with a mark."""
    laid = lay_out(text)
    if size(laid.text, abilities.measure) <= abilities.text:
        return text
    kept = split(laid.text, abilities.text - size("…", abilities.measure), abilities.measure)[0]
    short = cut(laid, 0, len(kept))
    return as_text(Laid(short.text + "…", short.marks))


def albums(files: tuple[Attachment, ...], most: int) -> Iterator[tuple[Attachment, ...]]:
    """Files in the groups that one message can carry, in order."""
    group: list[Attachment] = []
    for each in files:
        family = _FAMILY.get(each.kind)
        if group and (family is None or family != _FAMILY.get(group[0].kind) or len(group) >= most):
            yield tuple(group)
            group = []
        group.append(each)
    if group:
        yield tuple(group)


def pieces(text: Text, abilities: Abilities) -> tuple[Text, ...]:
    """A text in parts that fit, cut at sentence ends, each of several ending with its place, such as （1/3）."""
    laid = lay_out(text)
    if size(laid.text, abilities.measure) <= abilities.text:
        return (text,) if laid.text else ()
    parts = split(laid.text, abilities.text - MARK_ROOM, abilities.measure)
    made: list[Text] = []
    at = 0
    for number, part in enumerate(parts, 1):
        piece = cut(laid, at, at + len(part.rstrip()))
        made.append(as_text(Laid(f"{piece.text}\n（{number}/{len(parts)}）", piece.marks)))
        at += len(part)
    return tuple(made)


def _size(text: Text, abilities: Abilities) -> int:
    return size(plain(text), abilities.measure)


def _changeable(message: Outgoing, abilities: Abilities, now: int) -> bool:
    target = message.target
    if not abilities.edits or target is None or target == Spot():
        return False
    return now - (now if target.sent_at is None else target.sent_at) < abilities.edit_seconds


def _with_buttons(message: Outgoing, abilities: Abilities, locale: str) -> Outgoing:
    every = tuple(each for row in message.buttons for each in row)
    if is_crowded(message.buttons, abilities):
        return _numbered(message, every, locale)
    long = next((each for each in every if len((each.data or "").encode()) > abilities.button_bytes), None)
    if long is not None:
        raise Unfit(f"more behind a button than the channel takes: {long.data}")
    if all(len(row) <= abilities.buttons_in_row for row in message.buttons):
        return message
    return replace(message, buttons=tuple(_narrower(message.buttons, abilities.buttons_in_row)))


def _narrower(rows: Rows, most: int) -> Iterator[tuple[Button, ...]]:
    for row in rows:
        yield from (row[start : start + most] for start in range(0, len(row), most))


def _numbered(message: Outgoing, buttons: Iterable[Button], locale: str) -> Outgoing:
    """The buttons as lines of the text; whoever wants one types its number."""
    lines: list[str] = []
    choices: list[Choice] = []
    for each in buttons:
        if each.data is None:
            lines.append(say(locale, "choice-beside", label=each.label, what=each.url or each.copy or ""))
            continue
        choices.append(Choice(len(choices) + 1, each.data))
        lines.append(f"{len(choices)}. {each.label}")
    if choices:
        lines.insert(0, say(locale, "choice-by-number"))
    text = join("\n\n", [each for each in (message.text, "\n".join(lines)) if each])
    return replace(message, text=text, buttons=(), choices=tuple(choices))


def _in_parts(message: Outgoing, abilities: Abilities) -> tuple[Outgoing, ...]:
    texts = pieces(message.text, abilities)
    groups = tuple(albums(message.attachments, abilities.album))
    one_file = len(groups) == 1 and len(groups[0]) == 1
    as_caption = (
        bool(groups)
        and len(texts) <= 1
        and _size(message.text, abilities) <= abilities.caption
        and groups[0][0].kind in _CAPTIONED
        and (one_file or not message.buttons)
    )
    parts: list[Outgoing] = []
    if not as_caption:
        bare = replace(message, attachments=(), buttons=(), choices=(), report=False)
        parts.extend(replace(bare, text=text) for text in texts)
        if parts:
            parts[-1] = replace(parts[-1], buttons=message.buttons, choices=message.choices)
    before = 0
    for position, group in enumerate(groups):
        first = as_caption and position == 0
        parts.append(
            replace(
                message,
                text=message.text if first else "",
                attachments=group,
                numbers=tuple(range(before + 1, before + 1 + len(group))),
                of=len(message.attachments),
                buttons=message.buttons if first else (),
                choices=message.choices if first else (),
                report=False,
                gather=None,
            )
        )
        before += len(group)
    if len(parts) > 1:
        # Only the first answers something and is pinned; only the last tells that all arrived.
        parts = [
            each if n == 0 else replace(each, reply_to=None, pin=False, replace=_of_part(each.replace, n))
            for n, each in enumerate(parts)
        ]
    if parts:
        parts[-1] = replace(parts[-1], report=message.report)
    return tuple(parts)


def _of_part(word: str | None, part: int) -> str | None:
    return None if word is None else f"{word}#{part}"
