"""Where a call goes: the chat, whether the bot may write there, the topic, the message that it answers."""

from __future__ import annotations

from typing import Any

from sandbox.records import IN_GROUP, Chat, ChatKind, Json, Message, Status, Topic
from sandbox.refusal import bad, forbidden
from sandbox.state import GENERAL
from sandbox.world import World


def whole(given: Json, name: str, otherwise: int | None = None) -> int | None:
    """A number among the parameters, also where it came as a text."""
    value = given.get(name)
    if isinstance(value, bool) or value is None:
        return otherwise
    try:
        return int(value)
    except (TypeError, ValueError):
        return otherwise


def known_chat(world: World, given: Json, name: str = "chat_id") -> Chat:
    """The chat that a call names.

    Raises:
        Refusal: there is none, or it has another id now.
    """
    value: Any = given.get(name)
    if value in (None, ""):
        raise bad(f"{name} is empty")
    number = whole(given, name)
    chat = None
    if number is not None:
        chat = world.chats.get(number)
    elif isinstance(value, str) and value.startswith("@"):
        chat = next((each for each in world.chats.values() if each.user is None and each.title == value[1:]), None)
    if chat is None:
        if number == world.bot.id:
            raise forbidden("bot can't send messages to the bot")
        raise bad("chat not found")
    if chat.user is not None and not chat.user.met:
        # Somebody the bot has never seen does not exist for it.
        raise bad("chat not found")
    if chat.migrated_to is not None:
        raise bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    return chat


def kind_words(chat: Chat) -> str:
    """How the server calls a group in its refusals."""
    return "supergroup chat" if chat.kind is ChatKind.SUPERGROUP else "group chat"


def inside(world: World, given: Json) -> Chat:
    """The chat that a call names, where the bot must be.

    Raises:
        Refusal: it is not there, or not any more.
    """
    chat = known_chat(world, given)
    if chat.user is not None:
        if chat.user.deactivated:
            raise forbidden("user is deactivated")
        if chat.user.blocked_bot:
            raise forbidden("bot was blocked by the user")
        return chat
    if chat.bot is Status.KICKED:
        raise forbidden(f"bot was kicked from the {kind_words(chat)}")
    if chat.bot not in IN_GROUP:
        raise forbidden(f"bot is not a member of the {kind_words(chat)}")
    return chat


def writable(world: World, given: Json, what: str = "text messages") -> Chat:
    """The chat that a call writes to.

    Raises:
        Refusal: the bot may not.
    """
    chat = inside(world, given)
    if chat.user is not None and not chat.user.started:
        raise forbidden("bot can't initiate conversation with a user")
    allow(chat, what)
    return chat


_UNHEARD = frozenset({"voice notes", "video notes"})


def allow(chat: Chat, what: str) -> None:
    """See that this kind of message may be sent there.

    Raises:
        Refusal: the group forbids it, or the person does not take it.
    """
    if chat.user is not None:
        if what in _UNHEARD and not chat.user.takes_voice:
            raise bad("VOICE_MESSAGES_FORBIDDEN")
        return
    if what in chat.forbidden or (not chat.bot_may_write and not chat.bot_is_admin):
        raise bad(f"not enough rights to send {what} to the chat")


def thread_of(chat: Chat, given: Json) -> int | None:
    """The topic that a message goes to, None for none.

    Raises:
        Refusal: it is not there, or closed.
    """
    thread = whole(given, "message_thread_id")
    if not thread:
        if chat.forum and chat.general_closed:
            raise bad("TOPIC_CLOSED")
        return None
    topic = chat.topics.get(thread) if chat.forum and thread != GENERAL else None
    if topic is None or topic.deleted:
        raise bad("message thread not found")
    if topic.closed:
        raise bad("TOPIC_CLOSED")
    return thread


def topic_of(chat: Chat, given: Json) -> Topic:
    """The topic that a call shapes.

    Raises:
        Refusal: it is not there.
    """
    thread = whole(given, "message_thread_id")
    topic = chat.topics.get(thread or 0)
    if topic is None:
        raise bad("TOPIC_ID_INVALID")
    if topic.deleted:
        raise bad("TOPIC_DELETED")
    return topic


def answered(world: World, chat: Chat, given: Json) -> dict[str, Any]:
    """The fields of a message that say what it answers.

    Raises:
        Refusal: it is not there, and the call insists.
    """
    reply = given.get("reply_parameters")
    if not reply:
        return {}
    if not isinstance(reply, dict):
        raise bad("object expected as reply parameters")
    other = whole(reply, "chat_id")
    source = chat if other in (None, chat.id) else world.chats.get(other or 0)
    number = whole(reply, "message_id")
    message = source.messages.get(number or 0) if source is not None else None
    if (
        message is not None
        and source is chat
        and message.in_topic
        and message.thread != whole(given, "message_thread_id")
    ):
        message = None  # What was said in another topic can't be answered here.
    if message is None or (message.service and "forum_topic_created" not in message.content):
        if reply.get("allow_sending_without_reply") and source is chat:
            return {}
        raise bad("message to be replied not found")
    quote = reply.get("quote")
    if quote and str(quote) not in message.text:
        raise bad("QUOTE_TEXT_INVALID")
    if source is not chat:
        assert source is not None
        return {"external_reply": {"origin": {"type": "hidden_user", "sender_user_name": "", "date": message.date}}}
    return {"reply_to": message.id}


def message_of(chat: Chat, given: Json, doing: str) -> Message:
    """The message that a call is about; ``doing`` is the server's word ("edit", "delete" …).

    Raises:
        Refusal: it is not there.
    """
    number = whole(given, "message_id")
    if not number or number < 0:
        raise bad("message identifier is not specified")
    message = chat.messages.get(number)
    if message is None:
        raise bad(f"message to {doing} not found")
    return message


def need(chat: Chat, right: str, words: str) -> None:
    """See that the bot has a right in a group; a private chat needs none.

    Raises:
        Refusal: it has not.
    """
    if not chat.private and not chat.bot_can(right):
        raise bad(f"not enough rights to {words}")
