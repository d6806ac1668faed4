"""Topics of a group, as the bot makes and shapes them."""

from __future__ import annotations

from collections.abc import Callable

from sandbox.icons import COLOURS, ICONS, stickers
from sandbox.limits import cleaned
from sandbox.methods.places import inside, need, topic_of, whole
from sandbox.records import Chat, Json
from sandbox.refusal import bad
from sandbox.state import GENERAL
from sandbox.tally import Effect
from sandbox.world import World

NAME = 128


def _divided(world: World, given: Json) -> Chat:
    chat = inside(world, given)
    if not chat.forum:
        raise bad("the chat is not a forum")
    return chat


def _name(given: Json) -> str:
    name = cleaned(str(given.get("name") or ""))
    if len(name) > NAME:
        raise bad("topic name is too long")
    return name


def _icon(given: Json) -> str | None:
    icon = given.get("icon_custom_emoji_id")
    if icon is None:
        return None
    if icon and icon not in ICONS:
        raise bad("DOCUMENT_INVALID")
    return str(icon)


def _create(world: World, given: Json) -> Json:
    chat = _divided(world, given)
    need(chat, "can_manage_topics", "create a topic")
    name = _name(given)
    if not name:
        raise bad("title must be non-empty")
    colour = whole(given, "icon_color", COLOURS[0])
    if colour not in COLOURS:
        raise bad("invalid icon color specified")
    icon = _icon(given)
    topic = world.open_topic(chat, world.bot, name, colour or COLOURS[0], icon or "")
    world.tally.log.append(Effect("createForumTopic", chat.id, (topic.id,), name, world.clock.exact()))
    made: Json = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
    return made | ({"icon_custom_emoji_id": topic.icon} if topic.icon else {})


def _edit(world: World, given: Json) -> bool:
    chat = _divided(world, given)
    need(chat, "can_manage_topics", "edit the topic")
    topic = topic_of(chat, given)
    name, icon = _name(given) or None, _icon(given)
    if name in (None, topic.name) and icon in (None, topic.icon):
        raise bad("TOPIC_NOT_MODIFIED")
    world.shape_topic(chat, world.bot, topic, name, icon)
    world.tally.log.append(Effect("editForumTopic", chat.id, (topic.id,), topic.name, world.clock.exact()))
    return True


def _closing(closed: bool) -> Callable[[World, Json], bool]:
    def bring(world: World, given: Json) -> bool:
        chat = _divided(world, given)
        need(chat, "can_manage_topics", "edit the topic")
        topic = topic_of(chat, given)
        if topic.closed == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        world.close_topic(chat, world.bot, topic, closed)
        return True

    return bring


def _delete(world: World, given: Json) -> bool:
    chat = _divided(world, given)
    need(chat, "can_delete_messages", "delete the topic")
    world.delete_topic(chat, topic_of(chat, given))
    return True


def _closing_general(closed: bool) -> Callable[[World, Json], bool]:
    def bring(world: World, given: Json) -> bool:
        chat = _divided(world, given)
        need(chat, "can_manage_topics", "edit the topic")
        if chat.general_closed == closed:
            raise bad("TOPIC_NOT_MODIFIED")
        chat.general_closed = closed
        world.serve(chat, world.bot, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
        world.changed("people", chat)
        return True

    return bring


def _unpin_all(world: World, given: Json) -> bool:
    chat = _divided(world, given)
    need(chat, "can_pin_messages", "manage pinned messages in the chat")
    thread = whole(given, "message_thread_id") or 0
    if thread not in (0, GENERAL):
        thread = topic_of(chat, given).id
    for number in chat.pinned.pop(0 if thread == GENERAL else thread, []):
        world.changed("pinned", chat.messages[number])
    return True


def _icons(_: World, __: Json) -> list[Json]:
    return stickers()


METHODS = {
    "createForumTopic": _create,
    "editForumTopic": _edit,
    "closeForumTopic": _closing(True),
    "reopenForumTopic": _closing(False),
    "deleteForumTopic": _delete,
    "closeGeneralForumTopic": _closing_general(True),
    "reopenGeneralForumTopic": _closing_general(False),
    "unpinAllForumTopicMessages": _unpin_all,
    "getForumTopicIconStickers": _icons,
}
