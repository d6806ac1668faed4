"""What a kept update says, in the words of the mailbox. Read straight from the JSON: this runs for every event.

Nothing in an update is believed to be there or to have the right type. An update that makes no sense at all raises
:class:`UnreadableEvent`, whose text never holds what people wrote.

Ignored on purpose (an empty tuple): kinds of update that are not asked for; service messages other than those about
threads and moves (joins, pinned messages, changed titles, …); whatever the bot did itself, save for the topics that it
made; commands in a group that name another bot.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.channels.base import UnreadableEvent
from bot.channels.telegram.attachments import attachment_of, unsupported
from bot.channels.telegram.fields import Fields, flag, items, key, number, part, words
from bot.channels.telegram.kinds import ENVELOPE, SERVICE
from bot.channels.telegram.rich import rich_content
from handlers.core.vocabulary import Attachment, ChatKind, EventKind, Incoming, Sender

CHANNEL = "telegram"
_CHATS = {
    "private": ChatKind.PRIVATE,
    "group": ChatKind.GROUP,
    "supergroup": ChatKind.GROUP,
    "channel": ChatKind.BROADCAST,
}
_OUT = ("left", "kicked")
_RIGHTS = ("can_manage_topics", "can_pin_messages", "can_delete_messages")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who we are, as far as reading needs it: our user id, our user name once known."""

    me: str
    username: str | None = None
    channel: str = CHANNEL

    def read(self, raw: str, received_at: int) -> tuple[Incoming, ...]:
        """The events in one update.

        Raises:
            UnreadableEvent: not an update, or one without what every update of its kind has.
        """
        try:
            update = json.loads(raw)
        except ValueError:
            raise UnreadableEvent("not JSON") from None
        except RecursionError:
            raise UnreadableEvent("nested too deeply") from None
        if not isinstance(update, dict):
            raise UnreadableEvent("not an update")
        for name, read in _READERS:
            found = update.get(name)
            if isinstance(found, dict):
                event = read(self, found, received_at)
                return () if event is None else (event,)
        if any(name in update for name, _ in _READERS):
            raise UnreadableEvent("an update without content")
        return ()

    def ours(self, user: Fields | None) -> bool:
        """Whether this is the bot itself."""
        return user is not None and key(user, "id") == self.me


def _where(chat: Fields | None, kind: str) -> dict[str, Any]:
    chat_id = None if chat is None else key(chat, "id")
    if chat is None or chat_id is None:
        raise UnreadableEvent(f"{kind} without a chat")
    guess = ChatKind.GROUP if chat_id.startswith("-") else ChatKind.PRIVATE
    return {
        "chat": chat_id,
        "chat_kind": _CHATS.get(words(chat, "type") or "", guess),
        "chat_title": words(chat, "title"),
        "has_threads": flag(chat, "is_forum"),
    }


def _name(user: Fields) -> str:
    parts = (words(user, "first_name"), words(user, "last_name"))
    return " ".join(each for each in parts if each) or words(user, "title") or words(user, "username") or ""


def _user(reader: Reader, user: Fields | None) -> Sender | None:
    user_id = None if user is None else key(user, "id")
    if user is None or user_id is None:
        return None
    return Sender(
        reader.channel,
        user_id,
        _name(user),
        username=words(user, "username"),
        language=words(user, "language_code"),
        is_bot=flag(user, "is_bot"),
    )


def _sender(reader: Reader, message: Fields, chat_id: str) -> Sender | None:
    speaker = part(message, "sender_chat")
    speaker_id = None if speaker is None else key(speaker, "id")
    if speaker is None or speaker_id is None:
        return _user(reader, part(message, "from"))
    # One of the group's own people who writes under the group's name is a person of the group. Any other chat that
    # speaks here is a channel: like a bot, nobody to talk to.
    name = words(message, "author_signature") or _name(speaker)
    return Sender(reader.channel, speaker_id, name, username=words(speaker, "username"), is_bot=speaker_id != chat_id)


def _thread(message: Fields, chat_kind: ChatKind) -> str | None:
    # A reply in a group without threads carries the id of its chain of replies: only a topic's message is in a thread.
    if chat_kind is not ChatKind.GROUP or not flag(message, "is_topic_message"):
        return None
    return key(message, "message_thread_id")


def _chain(message: Fields, thread: str | None) -> dict[str, Any]:
    """A thread's id that the server does not say to be a topic's: some leave that out, so the handlers look it up."""
    chain = key(message, "message_thread_id") if thread is None else None
    return {} if chain is None else {"chain": chain}


def _answers(reader: Reader, message: Fields, answered: Fields) -> dict[str, Any]:
    """Whose message is answered: ours, one's own, or another person's."""
    author = part(answered, "from")
    if author is None:
        return {}
    own = key(author, "id") == key(part(message, "from") or {}, "id") and "sender_chat" not in answered
    return {"answers": "us" if reader.ours(author) else "self" if own else "other"}


def _names(reader: Reader, message: Fields) -> dict[str, Any]:
    """Whether a member is named (@李娜), and whether the text begins with it. Our own name (``us``) is no member's."""
    name = "text" if "text" in message else "caption"
    text = (words(message, name) or "").encode("utf-16-le")
    found = None
    for each in items(message, "entities" if name == "text" else "caption_entities"):
        offset, length = number(each, "offset"), number(each, "length")
        if words(each, "type") not in ("mention", "text_mention") or offset is None or length is None or offset < 0:
            continue
        shown = text[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")
        ours = reader.username is not None and shown.lower() == f"@{reader.username.lower()}"
        if ours or reader.ours(part(each, "user")):
            found = found or "us"
        else:
            before = text[: 2 * offset].decode("utf-16-le", "replace")
            if not any(letter.isalnum() for letter in before):
                return {"names": "first"}
            found = "later"
    return {} if found is None else {"names": found}


def _text(message: Fields) -> str:
    name = "text" if "text" in message else "caption"
    text = words(message, name) or ""
    links = [each for each in items(message, "entities" if name == "text" else "caption_entities") if "url" in each]
    return _with_addresses(text, links) if links else text


def _with_addresses(text: str, links: list[Fields]) -> str:
    """``text`` with the addresses that are hidden behind words written after these words."""
    units = text.encode("utf-16-le")
    for link in sorted(links, key=lambda each: number(each, "offset") or 0, reverse=True):
        offset, length, url = number(link, "offset"), number(link, "length"), words(link, "url")
        if offset is None or length is None or url is None or not 0 <= 2 * offset < 2 * (offset + length) <= len(units):
            continue
        end = 2 * (offset + length)
        shown = units[2 * offset : end].decode("utf-16-le", "replace")
        if url.rstrip("/") != shown.rstrip("/"):
            units = units[:end] + f" ({url})".encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le", "replace")


def _attachments(message: Fields, text: str) -> tuple[Attachment, ...]:
    if text and "rich_message" in message:
        return ()
    found = attachment_of(message)
    if found is not None:
        return (found,)
    if text:
        return ()
    # Content newer than this program is content, not nothing.
    unknown = next((name for name in message if name not in ENVELOPE), None)
    return (unsupported(str(unknown) if unknown is not None else "unknown"),)


def _message(reader: Reader, message: Fields, at: int, kind: EventKind = EventKind.MESSAGE) -> Incoming | None:
    where = _where(part(message, "chat"), "message")
    service = next((name for name in message if name in SERVICE), None)
    if service is not None:
        return _service(reader, service, message, at, where)
    if reader.ours(part(message, "from")):
        return None
    message_id = key(message, "message_id")
    if message_id is None:
        raise UnreadableEvent("message without an id")
    text, files = rich_content(message) if "rich_message" in message else (_text(message), ())
    if where["chat_kind"] is ChatKind.GROUP and _for_another_bot(reader, text):
        return None
    thread = _thread(message, where["chat_kind"])
    answered = part(message, "reply_to_message")
    reply_to, thread_name, facts = None, None, _chain(message, thread)
    if where["chat_kind"] is ChatKind.GROUP:
        facts |= _names(reader, message)
    if answered is not None:
        made = part(answered, "forum_topic_created")
        thread_name = None if made is None or thread is None else words(made, "name")
        if thread_name is not None and reader.ours(part(answered, "from")):
            facts = {**facts, "thread_ours": True}
        reply_to = key(answered, "message_id")
        # Every message in a topic that answers nothing answers the topic's first message.
        if thread is not None and (reply_to == thread or made is not None):
            reply_to = None
        elif where["chat_kind"] is ChatKind.GROUP:
            facts = {**facts, **_answers(reader, message, answered)}
    return Incoming(
        kind,
        at,
        reader.channel,
        thread=thread,
        thread_name=thread_name,
        sender=_sender(reader, message, where["chat"]),
        message=message_id,
        text=text,
        attachments=files or _attachments(message, text),
        album=words(message, "media_group_id"),
        reply_to=reply_to,
        forwarded="forward_origin" in message or "forward_date" in message,
        facts=facts,
        **where,
    )


def _edited(reader: Reader, message: Fields, at: int) -> Incoming | None:
    return _message(reader, message, at, EventKind.EDIT)


def _for_another_bot(reader: Reader, text: str) -> bool:
    if not text.startswith("/") or reader.username is None:
        return False
    _, at_sign, bot = text.split(maxsplit=1)[0].partition("@")
    return bool(at_sign) and bot.lower() != reader.username.lower()


_THREADS = {
    "forum_topic_created": "created",
    "forum_topic_closed": "closed",
    "forum_topic_reopened": "reopened",
    "forum_topic_edited": "renamed",
}


_MOVES = frozenset({"migrate_to_chat_id", "migrate_from_chat_id"})


def _moved(reader: Reader, name: str, message: Fields, at: int, where: dict[str, Any]) -> Incoming | None:
    other = key(message, name)
    # Only groups move, and only to groups: nobody's private words may be led into one.
    if other is None or not (other.startswith("-") and where["chat"].startswith("-")):
        return None
    if name == "migrate_to_chat_id":
        return Incoming(EventKind.CHAT_MOVED, at, reader.channel, moved_to=other, **where)
    moved = {**where, "chat": other, "moved_to": where["chat"], "has_threads": False}
    return Incoming(EventKind.CHAT_MOVED, at, reader.channel, **moved)


def _service(reader: Reader, name: str, message: Fields, at: int, where: dict[str, Any]) -> Incoming | None:
    if name in _MOVES:
        return _moved(reader, name, message, at, where)
    # Of what the bot did itself, one thing is news: a topic that was made while the answer got lost.
    ours = reader.ours(part(message, "from"))
    if name not in _THREADS or (ours and name != "forum_topic_created"):
        return None
    thread_name = words(part(message, name) or {}, "name")
    thread = key(message, "message_thread_id")
    # A topic whose picture alone was changed is as good as before.
    if thread is None or (name == "forum_topic_edited" and thread_name is None):
        return None
    return Incoming(
        EventKind.THREAD,
        at,
        reader.channel,
        thread=thread,
        thread_name=thread_name,
        sender=_sender(reader, message, where["chat"]),
        message=key(message, "message_id"),
        member="made" if ours else _THREADS[name],
        **where,
    )


def _pressed(reader: Reader, query: Fields, at: int) -> Incoming | None:
    query_id, sender = words(query, "id") or key(query, "id"), _user(reader, part(query, "from"))
    if query_id is None or sender is None:
        raise UnreadableEvent("callback query without an id or a person")
    message = part(query, "message")
    if message is None:
        where: dict[str, Any] = {"chat": sender.user, "chat_kind": ChatKind.PRIVATE}
        message = {}
    else:
        where = _where(part(message, "chat"), "callback query")
    thread = _thread(message, where["chat_kind"])
    return Incoming(
        EventKind.PRESS,
        at,
        reader.channel,
        thread=thread,
        facts=_chain(message, thread),
        sender=sender,
        message=key(message, "message_id"),
        button=words(query, "data"),
        press=query_id,
        **where,
    )


def rights_of(member: Fields) -> dict[str, Any]:
    """What a member of a group may do there, by the Bot API's names, and whether they are an administrator."""
    status = words(member, "status") or ""
    owner = status == "creator"
    rights: dict[str, Any] = {name: owner or flag(member, name) for name in _RIGHTS}
    return {"status": status, "administrator": owner or status == "administrator", **rights}


def _present(member: Fields) -> bool:
    status = words(member, "status") or ""
    return status not in _OUT and not (status == "restricted" and not flag(member, "is_member"))


def _membership(reader: Reader, change: Fields, at: int) -> Incoming | None:
    where = _where(part(change, "chat"), "my_chat_member")
    old, new = part(change, "old_chat_member"), part(change, "new_chat_member")
    if new is None:
        raise UnreadableEvent("my_chat_member without the new state")
    member = "left"
    if _present(new):
        came = where["chat_kind"] is ChatKind.PRIVATE or old is None or not _present(old)
        member = "member" if came else "rights"
    return Incoming(
        EventKind.MEMBERSHIP,
        at,
        reader.channel,
        sender=_user(reader, part(change, "from")),
        member=member,
        facts={**rights_of(new), "is_forum": where["has_threads"]},
        **where,
    )


_READERS: tuple[tuple[str, Callable[[Reader, Fields, int], Incoming | None]], ...] = (
    ("message", _message),
    ("callback_query", _pressed),
    ("edited_message", _edited),
    ("my_chat_member", _membership),
    ("channel_post", _message),
    ("edited_channel_post", _edited),
)
