"""Chats and their members, the answer to a press, the bot's menus of commands."""

from __future__ import annotations

import re

from sandbox.groups import member
from sandbox.methods.places import inside, known_chat, whole
from sandbox.records import ADMIN_RIGHTS, Chat, ChatKind, Json, Status
from sandbox.refusal import bad
from sandbox.talk import QUERY_SECONDS, Toast
from sandbox.tally import Effect
from sandbox.world import World

COMMANDS = 100
DESCRIPTION = 256
TOAST = 200
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_BARE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_ACCENT = 0
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def _chat(world: World, given: Json) -> Json:
    chat = inside(world, given) if known_chat(world, given).user is None else known_chat(world, given)
    made = chat.brief() | {"accent_color_id": _ACCENT, "max_reaction_count": 11}
    made["accepted_gift_types"] = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    if not chat.private:
        allowed = dict.fromkeys(
            ("can_send_messages", "can_send_photos", "can_send_documents", "can_pin_messages"), True
        )
        made["permissions"] = allowed
        pinned = chat.pinned.get(0)
        if pinned:
            made["pinned_message"] = chat.messages[pinned[-1]].render(reply=False)
    return made


def _group(world: World, given: Json) -> Chat:
    chat = inside(world, given)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    return chat


def _member(world: World, given: Json) -> Json:
    chat = known_chat(world, given)
    number = whole(given, "user_id")
    if number == world.bot.id and chat.user is None:
        return world.bot_member(chat)
    inside(world, given)
    user = world.users.get(number or 0)
    if user is None or not user.met:
        raise bad("user not found")
    if chat.private:
        return member(user, Status.MEMBER, ())
    status = chat.members.get(user.id, Status.LEFT)
    return member(user, status, ADMIN_RIGHTS if status is Status.ADMINISTRATOR else ())


def _administrators(world: World, given: Json) -> list[Json]:
    chat = _group(world, given)
    found = [
        member(world.users[number], status, ADMIN_RIGHTS)
        for number, status in chat.members.items()
        if status in (Status.CREATOR, Status.ADMINISTRATOR)
    ]
    return found + ([world.bot_member(chat)] if chat.bot_is_admin else [])


def _count(world: World, given: Json) -> int:
    chat = inside(world, given)
    return (
        2 if chat.private else 1 + sum(status not in (Status.LEFT, Status.KICKED) for status in chat.members.values())
    )


def _leave(world: World, given: Json) -> bool:
    chat = inside(world, given)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    world.post(chat, world.bot, {"left_chat_member": world.bot.brief()}, service=True)
    chat.bot, chat.bot_rights = Status.LEFT, frozenset()
    world.changed("people", chat)
    world.tally.log.append(Effect("leaveChat", chat.id, (), "", world.clock.exact()))
    return True


def _answer(world: World, given: Json) -> bool:
    query = world.queries.get(str(given.get("callback_query_id") or ""))
    if query is None or query.toast is not None or world.clock.now() - query.at > QUERY_SECONDS:
        raise bad(_TOO_OLD)
    text = str(given.get("text") or "")
    if len(text) > TOAST:
        raise bad("MESSAGE_TOO_LONG")
    query.toast = Toast(text, bool(given.get("show_alert")))
    world.changed("toast", query)
    return True


def _scope(world: World, given: Json) -> tuple[str, int, int, str]:
    scope = given.get("scope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad("object expected as bot command scope")
    language = str(given.get("language_code") or "")
    if language and not _LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    kind = str(scope.get("type"))
    if kind in _BARE_SCOPES:
        return kind, 0, 0, language
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad("unsupported type specified")
    chat = known_chat(world, scope)
    if chat.private and kind != "chat":
        raise bad("can't use specified scope in private chats")
    if chat.kind is ChatKind.SUPERGROUP or chat.kind is ChatKind.GROUP:
        inside(world, {"chat_id": chat.id})
    if kind != "chat_member":
        return kind, chat.id, 0, language
    user = world.users.get(whole(scope, "user_id") or 0)
    if user is None or not user.met:
        raise bad("user not found")
    return kind, chat.id, user.id, language


def _set_commands(world: World, given: Json) -> bool:
    commands = given.get("commands") or []
    if not isinstance(commands, list) or not all(isinstance(each, dict) for each in commands):
        raise bad("can't parse commands list")
    if len(commands) > COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not _COMMAND.fullmatch(str(each.get("command") or "").removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(each.get("description") or "").strip()) <= DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_scope(world, given)] = tuple(commands)
    world.changed("menu", None)
    return True


def _get_commands(world: World, given: Json) -> list[Json]:
    return list(world.commands.get(_scope(world, given), ()))


def _delete_commands(world: World, given: Json) -> bool:
    world.commands.pop(_scope(world, given), None)
    world.changed("menu", None)
    return True


METHODS = {
    "getChat": _chat,
    "getChatMember": _member,
    "getChatAdministrators": _administrators,
    "getChatMemberCount": _count,
    "leaveChat": _leave,
    "answerCallbackQuery": _answer,
    "setMyCommands": _set_commands,
    "getMyCommands": _get_commands,
    "deleteMyCommands": _delete_commands,
}
