"""What the page is told: people, chats, topics and messages as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sandbox.icons import ICONS
from sandbox.records import IN_GROUP, Chat, Json, Message, Status, Topic, User
from sandbox.world import World

_COLOURS = ("#e17076", "#7bc862", "#65aadd", "#a695e7", "#ee7aae", "#6ec9cb", "#faa774")
_FILES = ("photo", "animation", "document", "video", "voice", "audio", "video_note", "sticker")
_SERVICE = {
    "forum_topic_created": "topic_created",
    "forum_topic_edited": "topic_edited",
    "forum_topic_closed": "topic_closed",
    "forum_topic_reopened": "topic_reopened",
    "pinned_message": "pinned",
    "new_chat_members": "joined",
    "left_chat_member": "left",
    "migrate_to_chat_id": "upgraded",
    "migrate_from_chat_id": "upgraded",
}
_QUOTED = 120


def person(user: User) -> Json:
    """Somebody in the strip of people."""
    return {
        "id": user.id,
        "name": user.name,
        "username": user.username,
        "role_hint": user.role_hint,
        "language": user.language,
        "color": _COLOURS[user.id % len(_COLOURS)],
        "is_bot": user.is_bot,
        "started": user.started,
        "blocked": user.blocked_bot,
    }


def _brief(user: User) -> Json:
    return {"id": user.id, "name": user.name, "is_bot": user.is_bot}


def topic(world: World, chat: Chat, found: Topic, *, last: bool = True) -> Json:
    """A line of a group's list of topics; ``last``: with the newest message in it."""
    inside = (each for each in reversed(chat.messages.values()) if last and each.in_topic and each.thread == found.id)
    newest = next(inside, None)
    return {
        "id": found.id,
        "name": found.name,
        "icon": found.icon,
        "emoji": ICONS.get(found.icon, ""),
        "icon_color": found.icon_color,
        "closed": found.closed,
        "deleted": found.deleted,
        "pinned": list(chat.pinned.get(found.id, ())),
        "last": None if newest is None else message(world, newest),
    }


def chat(world: World, found: Chat) -> Json:
    """A line of somebody's list of chats."""
    last = next((each for each in reversed(found.messages.values()) if not each.in_topic), None)
    return {
        "id": found.id,
        "kind": "private" if found.private else "group",
        "title": world.bot.name if found.private else found.title,
        "user": None if found.user is None else found.user.id,
        "forum": found.forum,
        "general_closed": found.general_closed,
        "migrated_to": found.migrated_to,
        "topics": [topic(world, found, each) for each in found.topics.values() if not each.deleted],
        "members": [number for number, status in found.members.items() if status in IN_GROUP],
        "admins": [n for n, status in found.members.items() if status in (Status.CREATOR, Status.ADMINISTRATOR)],
        "bot": found.bot.value if not found.private else "member",
        "pinned": list(found.pinned.get(0, ())),
        "last": None if last is None else message(world, last),
    }


def bot(world: World) -> Json:
    """The bot, with its menus by scope; a person's language decides between several."""
    menus: dict[str, Any] = {}
    for (kind, chat_id, user_id, language), commands in world.commands.items():
        name = ":".join([kind, *(str(each) for each in (chat_id, user_id) if each)])
        if language in ("", "zh") and (language or name not in menus):
            menus[name] = list(commands)
    return {"id": world.bot.id, "name": world.bot.name, "username": world.bot.username, "commands": menus}


def state(world: World, seats: Iterable[int], hooks: Iterable[str], started: str) -> Json:
    """Everything but the messages. ``started`` differs from one start of the sandbox to the next."""
    return {
        "now": world.clock.now(),
        "running": world.clock.running,
        "started": started,
        "bot": bot(world),
        "users": [person(each) for each in world.users.values()],
        "chats": [chat(world, each) for each in world.chats.values() if each.migrated_to is None],
        "seats": list(seats),
        "hooks": sorted(hooks),
    }


def message(world: World, found: Message) -> Json:
    """One message."""
    content = found.content
    return {
        "id": found.id,
        "chat": found.chat.id,
        "thread": found.thread if found.in_topic else None,
        "date": found.date,
        "from": _brief(found.sender),
        "text": content.get("text", ""),
        "entities": content.get("entities") or content.get("caption_entities") or [],
        "caption": content.get("caption", ""),
        "files": [each | {"album": found.album} for each in _files(world, found)],
        "album": found.album,
        "buttons": [[_button(each) for each in row] for row in (found.markup or {}).get("inline_keyboard", ())],
        "reply_to": _reply(found),
        "forward": _forward(found),
        "edited": found.edited is not None,
        "service": _service(found),
        "reactions": [{"emoji": face, "from": _brief(world.user(n))} for n, face in found.reactions.items()],
        "pinned": any(found.id in pinned for pinned in found.chat.pinned.values()),
        "protected": found.protected,
        "location": _location(content),
        "contact": content.get("contact"),
        "poll": content.get("poll"),
    }


def _location(content: Json) -> Json | None:
    where: Json | None = content.get("location")
    venue = content.get("venue") or {}
    return None if where is None else {**where, "title": venue.get("title", ""), "address": venue.get("address", "")}


def _files(world: World, found: Message) -> Iterable[Json]:
    for kind in _FILES:
        held = found.content.get(kind)
        if not held:
            continue
        stored = world.files.get((held[-1] if isinstance(held, list) else held)["file_id"])
        # What may not be saved can be looked at and listened to: a document can be neither.
        kept_from = found.protected and kind == "document"
        yield {
            "kind": kind,
            "name": stored.name,
            "size": stored.size,
            "mime": stored.mime,
            "url": "" if kept_from else f"/files/{stored.unique}",
            "thumb": f"/files/{stored.smaller.unique}" if stored.smaller is not None else None,
            "width": stored.width or None,
            "height": stored.height or None,
            "duration": stored.duration or None,
            "emoji": stored.emoji,
        }
        # An animation comes with a copy of itself as a document.
        return


def _button(button: Json) -> Json:
    made: Json = {"text": button["text"], "style": button.get("style", "")}
    if "copy_text" in button:
        return made | {"kind": "copy", "copy": button["copy_text"]["text"]}
    if "url" in button:
        return made | {"kind": "url", "url": button["url"]}
    return made | {"kind": "callback", "data": button.get("callback_data", "")}


def _reply(found: Message) -> Json | None:
    if found.reply_to is None:
        return None
    answered = found.chat.messages.get(found.reply_to)
    if answered is None:
        return {"id": found.reply_to, "from": None, "text": ""}
    return {"id": answered.id, "from": _brief(answered.sender), "text": answered.text[:_QUOTED]}


def _forward(found: Message) -> Json | None:
    origin = found.forward_origin
    if origin is None:
        return None
    user, source = origin.get("sender_user") or {}, origin.get("chat") or origin.get("sender_chat") or {}
    name = " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
    return {"name": name or source.get("title") or origin.get("sender_user_name") or ""}


def _service(found: Message) -> Json | None:
    if not found.service:
        return None
    for name, kind in _SERVICE.items():
        about = found.content.get(name)
        if about is not None:
            return {"kind": kind, "text": _service_text(name, about)}
    return {"kind": "other", "text": ""}


def _service_text(name: str, about: Any) -> str:
    if name == "new_chat_members":
        return "、".join(str(each["first_name"]) for each in about)
    if not isinstance(about, dict):
        return ""
    if name == "left_chat_member":
        return str(about["first_name"])
    if name == "pinned_message":
        return str(about.get("text") or about.get("caption") or "")[:_QUOTED]
    return str(about.get("name") or ICONS.get(about.get("icon_custom_emoji_id", ""), ""))
