"""Messages changed after they were sent: edited, taken away, pinned, reacted to."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.limits import markup_of, text_of
from sandbox.methods.media import stored
from sandbox.methods.places import inside, message_of, need
from sandbox.reactions import REACTIONS
from sandbox.records import Chat, Json, Message
from sandbox.refusal import bad
from sandbox.tally import Effect
from sandbox.world import World

DELETABLE_SECONDS = 48 * 3600
MOST = 100
_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)


def _editable(world: World, given: Json) -> Message:
    if given.get("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    message = message_of(inside(world, given), given, "edit")
    if message.sender is not world.bot or message.service or message.forward_origin is not None:
        raise bad("message can't be edited")
    return message


def _bring(world: World, method: str, message: Message, content: Json, markup: Json | None) -> Json:
    if content == message.content and markup == message.markup:
        raise bad(_SAME)
    if content != message.content:
        message.edited = world.clock.now()
    message.content, message.markup = content, markup
    world.changed("edited", message)
    effect = Effect(method, message.chat.id, (message.id,), message.text, world.clock.exact())
    world.tally.log.append(effect)
    return message.render()


def _text(world: World, given: Json) -> Json:
    message = _editable(world, given)
    if "text" not in message.content:
        raise bad("there is no text in the message to edit")
    return _bring(world, "editMessageText", message, text_of(given, "text", world.tally), markup_of(given))


def _caption(world: World, given: Json) -> Json:
    message = _editable(world, given)
    if "text" in message.content or not _has_file(message):
        raise bad("there is no caption in the message to edit")
    kept = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    content = kept | text_of(given, "caption", world.tally)
    return _bring(world, "editMessageCaption", message, content, markup_of(given))


def _has_file(message: Message) -> bool:
    return any(kind in message.content for kind in ("photo", "document", "video", "voice", "audio", "animation"))


def _markup(world: World, given: Json) -> Json:
    message = _editable(world, given)
    return _bring(world, "editMessageReplyMarkup", message, message.content, markup_of(given))


def _media(world: World, given: Json) -> Json:
    message = _editable(world, given)
    media = given.get("media")
    if not isinstance(media, dict) or media.get("type") not in ("photo", "video", "document", "audio", "animation"):
        raise bad("can't parse InputMedia")
    file = stored(world, media.get("media"), media["type"])
    content = file.content_of_message() | text_of(media, "caption", world.tally)
    return _bring(world, "editMessageMedia", message, content, markup_of(given))


def _deletable(world: World, chat: Chat, message: Message) -> bool:
    if world.clock.now() - message.date > DELETABLE_SECONDS or "supergroup_chat_created" in message.content:
        return False
    return message.sender is world.bot or chat.private or chat.bot_can("can_delete_messages")


def _delete(world: World, given: Json) -> bool:
    chat = inside(world, given)
    message = message_of(chat, given, "delete")
    if not _deletable(world, chat, message):
        raise bad("message can't be deleted for everyone")
    _remove(world, "deleteMessage", chat, [message.id])
    return True


def _delete_several(world: World, given: Json) -> bool:
    chat = inside(world, given)
    ids = given.get("message_ids") or []
    if not isinstance(ids, list) or not 1 <= len(ids) <= MOST:
        raise bad("message identifiers are not specified" if not ids else "too many message identifiers specified")
    found = [chat.messages[int(each)] for each in ids if int(each) in chat.messages]
    # What is not there is passed over; what may not be taken away stays, and stops the rest.
    if any(not _deletable(world, chat, each) for each in found):
        raise bad("message can't be deleted for everyone")
    _remove(world, "deleteMessages", chat, [each.id for each in found])
    return True


def _remove(world: World, method: str, chat: Chat, ids: Iterable[int]) -> None:
    gone = world.remove(chat, ids)
    world.tally.log.append(Effect(method, chat.id, tuple(gone), "", world.clock.exact()))


def _pin(world: World, given: Json) -> bool:
    chat = inside(world, given)
    need(chat, "can_pin_messages", "manage pinned messages in the chat")
    message = message_of(chat, given, "pin")
    if message.service:
        raise bad("message can't be pinned")
    world.put_pin(chat, world.bot, message)
    return True


def _unpin(world: World, given: Json) -> bool:
    chat = inside(world, given)
    need(chat, "can_pin_messages", "manage pinned messages in the chat")
    if "message_id" in given:
        number = message_of(chat, given, "unpin").id
        pinned = next((each for each in chat.pinned.values() if number in each), None)
    else:
        pinned = chat.pinned.get(0)
        number = pinned[-1] if pinned else 0
    if pinned and number:
        pinned.remove(number)
        world.changed("pinned", chat.messages[number])
    return True


def _unpin_all(world: World, given: Json) -> bool:
    chat = inside(world, given)
    need(chat, "can_pin_messages", "manage pinned messages in the chat")
    gone = [number for pinned in chat.pinned.values() for number in pinned]
    chat.pinned.clear()
    for each in gone:
        world.changed("pinned", chat.messages[each])
    return True


def _react(world: World, given: Json) -> bool:
    chat = inside(world, given)
    message = message_of(chat, given, "react")
    reactions = given.get("reaction") or []
    if not isinstance(reactions, list) or not all(isinstance(each, dict) for each in reactions):
        raise bad("can't parse reaction types JSON object")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    emoji = str(reactions[0].get("emoji", "")) if reactions else None
    if emoji is not None and (reactions[0].get("type") != "emoji" or emoji not in REACTIONS):
        raise bad("REACTION_INVALID")
    if message.service:
        raise bad("message can't be reacted")
    message.reactions.pop(world.bot.id, None)
    if emoji is not None:
        message.reactions[world.bot.id] = emoji
    world.changed("reaction", message)
    world.tally.log.append(Effect("setMessageReaction", chat.id, (message.id,), emoji or "", world.clock.exact()))
    return True


METHODS = {
    "editMessageText": _text,
    "editMessageCaption": _caption,
    "editMessageReplyMarkup": _markup,
    "editMessageMedia": _media,
    "deleteMessage": _delete,
    "deleteMessages": _delete_several,
    "pinChatMessage": _pin,
    "unpinChatMessage": _unpin,
    "unpinAllChatMessages": _unpin_all,
    "setMessageReaction": _react,
}
