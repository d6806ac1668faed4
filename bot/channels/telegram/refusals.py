"""What the server's words mean for an outgoing row: one table.

The texts are those of the Bot API server and of Telegram behind it, compared in lower case. Where several fit, the
first counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from telegram.error import TelegramError

from bot.channels.base import Outcome, Result
from bot.channels.telegram.request import MaybeSent, NoSuchMethod, NotSent, Refused
from handlers.core.vocabulary import FileKind, Refusal

RETRY_MARGIN = 0.5
"""Seconds added to what the server asks for: its clock and ours are not one."""
_FILE_WORDS = ("file", "request entity", "payload")
RETRY_UNSAID = 5.0
"""Seconds to wait when the server says "too many" and not for how long."""


class Cure(StrEnum):
    """What the channel itself does about a refusal before it gives up."""

    NO_REPLY = "no_reply"
    """Send without answering anything."""
    CAPTION = "caption"
    """The message to edit has a caption and no text."""
    AS_DOCUMENT = "as_document"
    """The picture is not to Telegram's taste: send it as a file."""
    PLAIN_BUTTONS = "plain_buttons"
    """The server is older than what the buttons ask for."""
    NO_LOOKS = "no_looks"
    """The server is older than the looks of the text, or does not like them: the words alone say the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the words, and what they amount to."""

    words: str
    result: Result
    refusal: Refusal | None = None
    cure: Cure | None = None

    @property
    def of_a_file(self) -> bool:
        """Said of a file and of nothing else."""
        return self.refusal in (Refusal.FILE_LOST, Refusal.ODD_PICTURE) or self.words.startswith(_FILE_WORDS)


def _rows(words: str, result: Result, refusal: Refusal | None = None, cure: Cure | None = None) -> tuple[Row, ...]:
    return tuple(Row(each.strip(), result, refusal, cure) for each in words.split("|"))


TABLE: tuple[Row, ...] = (
    # What is as it should be already.
    *_rows("message is not modified|message_not_modified|topic_not_modified", Result.DELIVERED),
    # Threads.
    *_rows("message thread not found|topic_deleted|topic_id_invalid|thread_not_found", Result.THREAD_GONE),
    *_rows("topic_closed", Result.THREAD_CLOSED),
    *_rows(
        "chat is not a forum|channel_forum_missing|not a supergroup forum|is not a supergroup chat",
        Result.REFUSED,
        Refusal.NO_THREADS,
    ),
    # Messages that are no more.
    *_rows(
        "message to be replied not found|message to reply not found|reply message not found|reply_message_id_invalid|"
        "message to be replied is not found|replied message not found",
        Result.REFUSED,
        cure=Cure.NO_REPLY,
    ),
    *_rows("there is no text in the message to edit", Result.REFUSED, Refusal.TARGET_GONE, Cure.CAPTION),
    *_rows(
        "message to edit not found|message to delete not found|message to react not found|message to pin not found|"
        "message can't be edited|message_id_invalid|message not found|message identifier is not specified|"
        "there is no caption in the message to edit|message_edit_time_expired",
        Result.REFUSED,
        Refusal.TARGET_GONE,
    ),
    # People and groups that can't be reached.
    *_rows(
        "bot was blocked by the user|user is deactivated|bot can't initiate conversation|"
        "bot can't send messages to bots|bot can't send messages to the user|user_is_blocked|input_user_deactivated|"
        "you_blocked_user|user not found|user_id_invalid|user_deactivated|private chat not found",
        Result.REFUSED,
        Refusal.UNREACHABLE,
    ),
    *_rows(
        "bot was kicked|bot is not a member|the group chat was deleted|group chat was upgraded|"
        "group chat was deactivated|chat was deleted|channel_private|bot is not participant",
        Result.REFUSED,
        Refusal.GROUP_GONE,
    ),
    *_rows("chat not found|peer_id_invalid|chat_id_invalid|chat_id is empty", Result.REFUSED, Refusal.UNREACHABLE),
    # Rights.
    *_rows(
        "not enough rights|have no rights|need administrator rights|chat_admin_required|bot_forum_create_forbidden|"
        "chat_write_forbidden|chat_restricted|chat_send_|admin_rights|administrator rights|right_forbidden|"
        "chat_forbidden|method is available only for",
        Result.REFUSED,
        Refusal.NO_RIGHTS,
    ),
    # Files.
    *_rows(
        "photo_invalid_dimensions|image_process_failed|photo_ext_invalid|photo_save_file_invalid|"
        "photo_content_type_invalid|too big for a photo",
        Result.REFUSED,
        Refusal.ODD_PICTURE,
        Cure.AS_DOCUMENT,
    ),
    *_rows(
        "file is too big|file too big|request entity too large|payload too large|file_parts_invalid",
        Result.REFUSED,
        Refusal.TOO_BIG,
    ),
    *_rows("voice_messages_forbidden|restricted receiving of", Result.REFUSED, Refusal.BARRED),
    # Words.
    *_rows(
        "message is too long|message caption is too long|media_caption_too_long|message_too_long",
        Result.REFUSED,
        Refusal.TOO_BIG,
    ),
    *_rows(
        "wrong file identifier|wrong remote file|wrong file_id|file is temporarily unavailable|file_reference_|"
        "media_empty|file_id_invalid|invalid file_id|can't use file of type|failed to get http url content|"
        "file must be non-empty|wrong type of the web page content|file not found|media_invalid|document_invalid",
        Result.REFUSED,
        Refusal.FILE_LOST,
    ),
    # What an older server does not know.
    *_rows(
        "can't parse messageentity|can't parse entities|entity_bounds_invalid|entities_too_long|entity_type_invalid|"
        "entity_textbounds_invalid",
        Result.REFUSED,
        cure=Cure.NO_LOOKS,
    ),
    *_rows(
        "can't parse inline keyboard|can't parse reply keyboard|text buttons are unallowed|button_type_invalid|"
        "unknown parameter|unknown field|unexpected parameter|extra inputs are not permitted|unsupported parameter|"
        "style",
        Result.REFUSED,
        cure=Cure.PLAIN_BUTTONS,
    ),
)

_WAIT = re.compile(r"retry after (\d+)")


def row_for(description: str) -> Row | None:
    """The line of the table that fits the server's words."""
    words = description.lower()
    return next((row for row in TABLE if row.words in words), None)


def cure_for(error: TelegramError) -> Cure | None:
    """What can be tried against this refusal."""
    if isinstance(error, NoSuchMethod) or not isinstance(error, Refused) or error.code != 400:
        return None
    row = row_for(error.description)
    return None if row is None else row.cure


_NO_RIGHT = re.compile(r"not enough rights to send (?:any )?([a-z ]+?) to the chat|chat_send_([a-z]+)_forbidden")
_RESTRICTED = re.compile(r"restricted receiving of (voice|video)|(voice)_messages_forbidden")
_OF_ALBUM = re.compile(r"failed to send message #(\d+)")
_SEEN, _HEARD = {FileKind.VIDEO_NOTE}, {FileKind.VOICE}
_KINDS: Mapping[str, frozenset[FileKind]] = {
    word: frozenset(kinds)
    for words, kinds in (
        ("photos", {FileKind.PHOTO}),
        ("videos", {FileKind.VIDEO}),
        ("video notes|roundvideos", _SEEN),
        ("voice notes|voices", _HEARD),
        ("music|audios", {FileKind.AUDIO}),
        ("documents|docs", {FileKind.DOCUMENT}),
        ("animations|gifs", {FileKind.ANIMATION}),
        ("stickers", {FileKind.STICKER}),
        ("locations|venues", {FileKind.LOCATION}),
        ("media|media messages", set(FileKind) - {FileKind.LOCATION, FileKind.CONTACT}),
    )
    for word in words.split("|")
}
"""How the server and Telegram behind it call the kinds of files that a chat may forbid."""


def suspects(error: TelegramError, kinds: Sequence[FileKind]) -> tuple[int, ...]:
    """Which of the files of a call, from 0, its refusal is about, as far as the server's words tell."""
    if not isinstance(error, Refused):
        return ()
    words = error.description.lower()
    barred = _barred(words)
    if barred is not None:
        return tuple(place for place, kind in enumerate(kinds) if kind in barred)
    named = _OF_ALBUM.search(words)
    if named is not None and 0 < int(named[1]) <= len(kinds):
        return (int(named[1]) - 1,)
    row = row_for(words)
    of_a_file = error.code == 413 or (row is not None and row.of_a_file)
    return (0,) if of_a_file and len(kinds) == 1 else ()


def _barred(words: str) -> frozenset[FileKind] | None:
    """The kinds that a group gives no right for, or that a person does not take; None where it is about neither."""
    lacking = _NO_RIGHT.search(words)
    if lacking is not None:
        return _KINDS.get(lacking[1] or lacking[2], frozenset())
    restricted = _RESTRICTED.search(words)
    if restricted is None:
        return None
    # A person who takes no voice messages takes no round videos either: the server says which it was.
    return frozenset(_SEEN | _HEARD) if restricted[2] else frozenset(_HEARD if restricted[1] == "voice" else _SEEN)


def outcome_of(error: TelegramError, chat: str, *, optional: bool = False) -> Outcome:
    """How a call to ``chat`` that failed has ended.

    ``optional``: older servers lack the method, and say "not found" as they do to a wrong token.
    """
    text = str(error)
    if isinstance(error, NotSent):
        return Outcome(Result.LATER, whole_channel=True, text=text)
    if not isinstance(error, Refused):
        return Outcome(Result.UNKNOWN, text=text if isinstance(error, MaybeSent) else type(error).__name__)
    if error.moved_to is not None:
        return Outcome(Result.MOVED, moved_to=error.moved_to, text=text)
    if error.code == 429 or error.retry_after is not None:
        said = _WAIT.search(text.lower())
        wait = error.retry_after or (float(said[1]) if said else RETRY_UNSAID)
        return Outcome(Result.LATER, retry_after=wait + RETRY_MARGIN, text=text)
    if isinstance(error, NoSuchMethod):
        return Outcome(Result.REFUSED, refusal=Refusal.REFUSED, text=text)
    if error.code == 413:
        return Outcome(Result.REFUSED, refusal=Refusal.TOO_BIG, text=text)
    if error.code == 401 or (error.code == 404 and not optional and row_for(text) is None):
        return Outcome(Result.STOPPED, text=text)
    if text.startswith("HTTP "):
        # Not the Bot API's words: a proxy in between turned the call away, and nothing happened.
        return Outcome(Result.LATER, whole_channel=True, text=text)
    return _by_table(error, chat)


def _by_table(error: Refused, chat: str) -> Outcome:
    text, group = error.description, chat.startswith("-")
    row = row_for(text)
    if row is None:
        # Whatever is forbidden and unnamed is about the chat: the person's or the group's.
        refusal = Refusal.REFUSED
        if error.code == 403:
            refusal = Refusal.NO_RIGHTS if group else Refusal.UNREACHABLE
        return Outcome(Result.REFUSED, refusal=refusal, text=text)
    if row.result is not Result.REFUSED:
        return Outcome(row.result, text=text)
    refusal = row.refusal or Refusal.REFUSED
    if group and refusal is Refusal.UNREACHABLE:
        refusal = Refusal.GROUP_GONE
    return Outcome(Result.REFUSED, refusal=refusal, text=text)
