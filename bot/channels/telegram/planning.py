"""From one piece of work to calls of the Bot API. Nothing here talks to anyone.

Never a parse mode: people's texts are sent as they are, their looks beside them (``drawing.py``). Nearly all work is
one call. It is several where Telegram has no single one: a text too long for a caption, a sticker with words, buttons
under an album, files that can't share one. Then each call names the words and files that it carries, and is made when
the one before it is written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from telegram import InputFile

from bot.channels.base import Work, WorkFile
from bot.channels.telegram.drawing import entities
from bot.channels.telegram.refusals import Cure
from handlers.core.message import Laid, join, lay_out, plain
from handlers.core.vocabulary import Button, FileKind, Reaction, Rows, Style
from handlers.rules.splitting import units

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
"""UTF-16 units (Bot API: sendMessage, sendPhoto)."""
ALBUM = 10
BUTTONS_IN_ROW, BUTTONS, BUTTON_BYTES = 8, 100, 64
DELETE_SECONDS = 48 * 3600
"""A bot can take its own messages away for so long, and change them always (Bot API: deleteMessage)."""
PHOTO_BYTES = 10 << 20
"""Pictures above 10 MB go as files (Bot API: sendPhoto)."""
GENERAL = "1"
"""The topic without a thread: naming it in a call is refused."""
EMOJI = {Reaction.TAKEN: "✍", Reaction.DELIVERED: "👌", Reaction.FAILED: "🤷"}
_STYLES = {Style.PRIMARY: "primary", Style.DANGER: "danger"}
_NO_WORDS = "…"

_SINGLE: Mapping[FileKind, tuple[str, str, bool]] = {
    # What it is sent with, under which name, and whether it takes a caption.
    FileKind.PHOTO: ("sendPhoto", "photo", True),
    FileKind.VIDEO: ("sendVideo", "video", True),
    FileKind.VOICE: ("sendVoice", "voice", True),
    FileKind.AUDIO: ("sendAudio", "audio", True),
    FileKind.DOCUMENT: ("sendDocument", "document", True),
    FileKind.ANIMATION: ("sendAnimation", "animation", True),
    FileKind.VIDEO_NOTE: ("sendVideoNote", "video_note", False),
    FileKind.STICKER: ("sendSticker", "sticker", False),
}
_ALBUMS = {FileKind.PHOTO: "seen", FileKind.VIDEO: "seen", FileKind.DOCUMENT: "document", FileKind.AUDIO: "audio"}
"""Which kinds may share an album: pictures and videos; documents and audio only with their own kind."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call. ``words``: it carries the work's text; ``files``: which of its files, from 0."""

    method: str
    parameters: dict[str, Any]
    words: bool = True
    files: tuple[int, ...] = ()


def platform_id(value: str) -> int | str:
    """A chat, user or message id as the Bot API's JSON wants it."""
    return int(value) if value.removeprefix("-").isdecimal() else value


def _button(button: Button, plain: bool) -> dict[str, Any] | None:
    made: dict[str, Any] = {"text": button.label}
    if button.copy is not None:
        if plain:
            return None
        made["copy_text"] = {"text": button.copy}
    elif button.url is not None:
        made["url"] = button.url
    else:
        made["callback_data"] = button.data
    if not plain and button.style in _STYLES:
        made["style"] = _STYLES[button.style]
    return made


def keyboard(rows: Rows, *, plain: bool = False) -> dict[str, Any] | None:
    """Buttons under a message, None for none. ``plain``: only what every server since 2016 knows."""
    made = [[each for button in row if (each := _button(button, plain)) is not None] for row in rows]
    made = [row for row in made if row]
    return {"inline_keyboard": made} if made else None


def is_modern(rows: Rows) -> bool:
    """Whether the buttons ask for something that an older server may not know."""
    return any(button.copy is not None or button.style in _STYLES for row in rows for button in row)


def _common(work: Work, cures: frozenset[Cure]) -> dict[str, Any]:
    made: dict[str, Any] = {"chat_id": work.chat}
    if work.thread is not None and work.thread != GENERAL:
        made["message_thread_id"] = int(work.thread)
    if work.reply_to is not None and Cure.NO_REPLY not in cures:
        made["reply_parameters"] = {"message_id": int(work.reply_to), "allow_sending_without_reply": True}
    if work.silent:
        made["disable_notification"] = True
    if work.protect:
        made["protect_content"] = True
    return made


def _sendable(file: WorkFile) -> bool:
    attachment = file.attachment
    if attachment.kind is FileKind.LOCATION:
        return attachment.latitude is not None and attachment.longitude is not None
    return attachment.kind in _SINGLE and (file.made is not None or attachment.ref is not None)


def _as_kind(file: WorkFile, cures: frozenset[Cure]) -> WorkFile:
    made = file.made
    if made is None or file.attachment.kind is not FileKind.PHOTO:
        return file
    if Cure.AS_DOCUMENT in cures or len(made.content) > PHOTO_BYTES:
        return WorkFile(replace(file.attachment, kind=FileKind.DOCUMENT), made)
    return file


def _groups(files: Mapping[int, WorkFile]) -> list[dict[int, WorkFile]]:
    groups: list[dict[int, WorkFile]] = []
    family: str | None = None
    for number, file in files.items():
        its_own = _ALBUMS.get(file.attachment.kind)
        if groups and its_own is not None and its_own == family and len(groups[-1]) < ALBUM:
            groups[-1][number] = file
        else:
            groups.append({number: file})
        family = its_own
    return groups


def _content(file: WorkFile, name: str, into: dict[str, Any]) -> str | InputFile | None:
    """What stands for the file in the call; a made one is uploaded under ``name``."""
    if file.made is None:
        return file.attachment.ref
    into[name] = InputFile(file.made.content, filename=file.made.name)
    return f"attach://{name}"


def _worded(words: Laid, name: str, cures: frozenset[Cure]) -> dict[str, Any]:
    """The words of a message under ``name``, and their looks."""
    if not words.text:
        return {}
    found = [] if Cure.NO_LOOKS in cures else entities(words)
    looks = "entities" if name == "text" else f"{name}_entities"
    return {name: words.text, looks: found} if found else {name: words.text}


def _single(file: WorkFile, common: dict[str, Any], caption: dict[str, Any]) -> Call:
    attachment = file.attachment
    if attachment.kind is FileKind.LOCATION:
        where = {"latitude": attachment.latitude, "longitude": attachment.longitude}
        title, _, address = (attachment.text or "").partition("\n")
        if title and address:
            return Call("sendVenue", {**common, **where, "title": title, "address": address}, False)
        return Call("sendLocation", {**common, **where}, False)
    method, name, _ = _SINGLE[attachment.kind]
    made = dict(common)
    made[name] = (
        attachment.ref
        if file.made is None
        else InputFile(file.made.content, filename=file.made.name or attachment.name)
    )
    return Call(method, made | caption, bool(caption))


def _album(files: list[WorkFile], common: dict[str, Any], caption: dict[str, Any]) -> Call:
    made = dict(common)
    media = []
    for number, file in enumerate(files):
        item = {"type": file.attachment.kind.value, "media": _content(file, f"file{number}", made)}
        media.append(item)
    # Clients show the caption of an album's first picture under the album, but that of its last document.
    media[-1 if files[0].attachment.kind in (FileKind.DOCUMENT, FileKind.AUDIO) else 0].update(caption)
    made["media"] = media
    return Call("sendMediaGroup", made, bool(caption))


def _said(work: Work) -> Laid:
    """The text, with what a contact or anything else that can't be sent as itself says in words."""
    lines, known = [work.text] if work.text else [], plain(work.text)
    for file in work.files:
        words = file.attachment.text
        if not _sendable(file) and words and words not in known:
            lines.append(words)
    return lay_out(join("\n", lines))


def plan_send(work: Work, cures: frozenset[Cure] = frozenset()) -> tuple[Call, ...]:
    """The calls that send ``work``, in order: the text before the files where it can't be their caption."""
    common = _common(work, cures)
    markup = keyboard(work.buttons, plain=Cure.PLAIN_BUTTONS in cures)
    text = _said(work)
    groups = _groups({number: _as_kind(file, cures) for number, file in enumerate(work.files) if _sendable(file)})
    # What can't be sent as itself is among the words.
    told = tuple(number for number, file in enumerate(work.files) if not _sendable(file))
    first = list(groups[0].values()) if groups else []
    captioned = (
        bool(first)
        and (len(first) > 1 or _takes_caption(first[0]))
        and units(text.text) <= CAPTION_LIMIT
        and not (markup and len(first) > 1)
    )
    bare_buttons = markup is not None and not text.text and len(first) == 1
    calls: list[Call] = []
    if not captioned and not bare_buttons:
        if text.text or markup or not groups:
            said = text if text.text or groups == [] else Laid(_NO_WORDS)
            calls.append(replace(_text(common, _worded(said, "text", cures), markup), files=told))
        markup = None
    calls.extend(_files(groups, common, _worded(text, "caption", cures) if captioned else {}, markup))
    if captioned and told:
        calls[0] = replace(calls[0], files=(*told, *calls[0].files))
    return tuple(calls)


def _takes_caption(file: WorkFile) -> bool:
    return file.attachment.kind in _SINGLE and _SINGLE[file.attachment.kind][2]


def _text(common: dict[str, Any], words: dict[str, Any], markup: dict[str, Any] | None) -> Call:
    made = {**common, "text": "", **words, "link_preview_options": {"is_disabled": True}}
    if markup is not None:
        made["reply_markup"] = markup
    return Call("sendMessage", made)


def _files(
    groups: list[dict[int, WorkFile]], common: dict[str, Any], caption: dict[str, Any], markup: dict[str, Any] | None
) -> Iterator[Call]:
    for position, group in enumerate(groups):
        words, files = caption if position == 0 else {}, list(group.values())
        call = _single(files[0], common, words) if len(files) == 1 else _album(files, common, words)
        if position == 0 and markup is not None:
            call.parameters["reply_markup"] = markup
        yield replace(call, files=tuple(group))


def plan_edit(work: Work, cures: frozenset[Cure] = frozenset()) -> Call:
    """The call that brings an earlier message to this text and these buttons; without a text, to these buttons."""
    made: dict[str, Any] = {"chat_id": work.chat, "message_id": int(work.target or 0)}
    markup = keyboard(work.buttons, plain=Cure.PLAIN_BUTTONS in cures)
    if markup is not None:
        made["reply_markup"] = markup
    if not work.text:
        return Call("editMessageReplyMarkup", made)
    words = lay_out(work.text)
    if Cure.CAPTION in cures:
        return Call("editMessageCaption", made | _worded(words, "caption", cures))
    worded = _worded(words, "text", cures)
    return Call("editMessageText", {**made, **worded, "link_preview_options": {"is_disabled": True}})


def plan_delete(work: Work) -> Call:
    """The call that takes an earlier message away."""
    return Call("deleteMessage", {"chat_id": work.chat, "message_id": int(work.target or 0)})


def plan_reaction(work: Work) -> Call:
    """The call that puts our one reaction on a message, or takes it off."""
    reaction = [] if work.reaction is None else [{"type": "emoji", "emoji": EMOJI[work.reaction]}]
    return Call("setMessageReaction", {"chat_id": work.chat, "message_id": int(work.target or 0), "reaction": reaction})


def plan_commands(work: Work) -> Call:
    """The call that sets the commands menu of a chat, or of one person in it."""
    scope: dict[str, Any] = {"type": "chat", "chat_id": platform_id(work.chat)}
    if work.for_member is not None:
        scope = {**scope, "type": "chat_member", "user_id": platform_id(work.for_member)}
    if not work.commands:
        return Call("deleteMyCommands", {"scope": scope})
    commands = [{"command": name, "description": says[:256]} for name, says in work.commands]
    return Call("setMyCommands", {"commands": commands, "scope": scope})


def plan_menu(commands: Sequence[Sequence[str]], language: str) -> dict[str, Any]:
    """The parameters that set the menu of all private chats, for one language or (empty) for every other."""
    made: dict[str, Any] = {
        "commands": [{"command": name, "description": says[:256]} for name, says in commands],
        "scope": {"type": "all_private_chats"},
    }
    return {**made, "language_code": language} if language else made


def plan_leave(work: Work) -> Call:
    """The call that leaves a group."""
    return Call("leaveChat", {"chat_id": work.chat})
