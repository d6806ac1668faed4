"""Everything that the platform remembers, and the ways in which it changes: nothing else writes into the records.

Who changes it are the bot (``methods/``) and people (``talk.py``, ``groups.py``). The bot hears of what people do by
the feed; whoever watches (the page) hears of both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from sandbox.clock import SandboxClock
from sandbox.feed import Feed
from sandbox.files import Files
from sandbox.records import IN_GROUP, Chat, ChatKind, Json, Message, Status, Topic, User
from sandbox.tally import Tally
from sandbox.webhook import Webhook

BOT_ID = 700_001
FIRST_GROUP = 1_002_000_000_001
GENERAL = 1
"""The topic that every divided group has; messages in it name no thread."""
Watcher = Callable[[str, Any], None]
"""Called with what happened and to what: a message, ids, a topic, an instant."""


class State:
    """One bot's world."""

    def __init__(
        self,
        clock: SandboxClock,
        *,
        name: str = "书记信箱",
        username: str = "shuji_demo_bot",
        bot_reads_all: bool = False,
    ) -> None:
        self.clock = clock
        self.tally = Tally()
        self.feed = Feed(clock.exact, self.tally, first_id=501_000_001, expires=True)
        self.webhook = Webhook(self.feed, clock.now)
        self.files = Files()
        self.bot = User(BOT_ID, name, username=username, is_bot=True, role_hint="机器人", started=True, met=True)
        self.bot_reads_all = bot_reads_all
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.commands: dict[tuple[str, int, int, str], tuple[Json, ...]] = {}
        """The bot's menus by scope, chat, member and language."""
        self.watchers: list[Watcher] = []
        self._group_ids = count(FIRST_GROUP)
        self._albums = count(13_000_000_000_000_001)
        clock.when_moved(lambda: self.changed("clock", clock.now()))

    def changed(self, what: str, about: Any) -> None:
        """Let everyone who watches know."""
        for watcher in self.watchers:
            watcher(what, about)

    # Who there is.

    def user(self, user: int | User) -> User:
        """The user of an id.

        Raises:
            LookupError: there is none.
        """
        if isinstance(user, User):
            return user
        if user == self.bot.id:
            return self.bot
        return self.users[user]

    def chat(self, chat: int | Chat) -> Chat:
        """The chat of an id.

        Raises:
            LookupError: there is none.
        """
        return chat if isinstance(chat, Chat) else self.chats[chat]

    def add_user(self, user_id: int, first_name: str, **facts: Any) -> User:
        """Someone with an account, and their chat with the bot, which they have not started."""
        user = User(user_id, first_name, **facts)
        self.users[user_id] = user
        self.chats[user_id] = Chat(user_id, ChatKind.PRIVATE, user=user)
        self.changed("people", user)
        return user

    def add_group(
        self,
        title: str,
        members: Iterable[int | User] = (),
        *,
        forum: bool = True,
        chat_id: int | None = None,
        basic: bool = False,
        admins: Iterable[int | User] = (),
    ) -> Chat:
        """A group; its first member owns it. The bot is not in it yet. ``basic``: one that was never upgraded."""
        number = next(self._group_ids)
        if chat_id is None:
            chat_id = -(number - 1_000_000_000_000) if basic else -number
        chat = Chat(chat_id, ChatKind.GROUP if basic else ChatKind.SUPERGROUP, title, forum=forum and not basic)
        # Its first message says that it was made; in a divided group that is the general topic's id.
        chat.bot, chat.last_id = Status.LEFT, 1
        for position, member in enumerate(members):
            chat.members[self.user(member).id] = Status.CREATOR if position == 0 else Status.MEMBER
        for member in admins:
            chat.members[self.user(member).id] = Status.ADMINISTRATOR
        self.chats[chat_id] = chat
        self.changed("people", chat)
        return chat

    # What is said.

    def post(self, chat: Chat, sender: User, content: Json, **facts: Any) -> Message:
        """Put a message into a chat. ``facts``: other fields of the record. Watchers are told, the bot is not."""
        chat.last_id += 1
        message = Message(chat.last_id, chat, self.clock.now(), sender, content, **facts)
        if message.thread is None and message.reply_to is not None and chat.kind is ChatKind.SUPERGROUP:
            # Outside topics the thread is the chain of replies.
            first = chat.messages.get(message.reply_to)
            if first is not None and not first.in_topic:
                message.thread = first.thread or first.id
        chat.messages[message.id] = message
        if sender is self.bot:
            self.tally.delivered += not message.service
        self.changed("message", message)
        return message

    def serve(self, chat: Chat, actor: User, content: Json, thread: int | None = None) -> Message:
        """A service message, which the bot hears of too, whoever caused it."""
        message = self.post(chat, actor, content, thread=thread, in_topic=thread is not None, service=True)
        self.tell("message", message)
        return message

    def tell(self, kind: str, message: Message) -> None:
        """Let the bot know of a message, if it is there to hear it."""
        chat = message.chat
        if chat.private or (chat.bot in IN_GROUP and self._hears(message)):
            self.feed.add(kind, message.render(), chat.id)

    def _hears(self, message: Message) -> bool:
        # In privacy mode a bot without administrator's rights hears commands, answers to it, and service messages.
        if self.bot_reads_all or message.chat.bot_is_admin or message.service:
            return True
        if message.text.startswith("/") or f"@{self.bot.username}" in message.text:
            return True
        answered = message.chat.messages.get(message.reply_to or 0)
        return answered is not None and answered.sender is self.bot

    def album(self) -> str:
        """A new ``media_group_id``."""
        return str(next(self._albums))

    def remove(self, chat: Chat, ids: Iterable[int]) -> list[int]:
        """Take messages away for everyone; the ids that were there. The bot hears nothing of it."""
        gone = [each for each in ids if chat.messages.pop(each, None) is not None]
        for pinned in chat.pinned.values():
            pinned[:] = [each for each in pinned if each not in gone]
        if gone:
            self.changed("deleted", (chat, gone))
        return gone

    # Topics.

    def open_topic(self, chat: Chat, actor: User, name: str, colour: int, icon: str = "") -> Topic:
        """Make a topic; its id is that of the service message that begins it."""
        made: Json = {"name": name, "icon_color": colour}
        if icon:
            made["icon_custom_emoji_id"] = icon
        topic = Topic(chat.last_id + 1, name, colour, icon)
        chat.topics[topic.id] = topic
        self.changed("topic", (chat, topic))
        self.serve(chat, actor, {"forum_topic_created": made}, topic.id)
        return topic

    def shape_topic(self, chat: Chat, actor: User, topic: Topic, name: str | None, icon: str | None) -> None:
        """Give a topic another name or picture; an empty ``icon`` takes the picture off."""
        edited: Json = {}
        if name is not None and name != topic.name:
            topic.name = edited["name"] = name
        if icon is not None and icon != topic.icon:
            topic.icon = edited["icon_custom_emoji_id"] = icon
        self.changed("topic", (chat, topic))
        self.serve(chat, actor, {"forum_topic_edited": edited}, topic.id)

    def close_topic(self, chat: Chat, actor: User, topic: Topic, closed: bool) -> None:
        """Close or reopen a topic."""
        topic.closed = closed
        self.changed("topic", (chat, topic))
        self.serve(chat, actor, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, topic.id)

    def delete_topic(self, chat: Chat, topic: Topic) -> None:
        """Take a topic away with every message in it; nobody is told."""
        topic.deleted = True
        self.remove(chat, [each.id for each in chat.messages.values() if each.in_topic and each.thread == topic.id])
        self.changed("topic", (chat, topic))

    # Menus.

    def menu(self, chat: Chat, user: User) -> tuple[Json, ...]:
        """The commands that a person is offered in a chat, by the order in which the Bot API looks for them."""
        language = user.language[:2]
        admin = chat.members.get(user.id) in (Status.CREATOR, Status.ADMINISTRATOR)
        if chat.private:
            scopes = [("chat", chat.id, 0), ("all_private_chats", 0, 0)]
        else:
            scopes = [("chat_member", chat.id, user.id)]
            scopes += [("chat_administrators", chat.id, 0)] if admin else []
            scopes += [("chat", chat.id, 0)]
            scopes += [("all_chat_administrators", 0, 0)] if admin else []
            scopes += [("all_group_chats", 0, 0)]
        for scope in (*scopes, ("default", 0, 0)):
            for each in (language, ""):
                found = self.commands.get((*scope, each))
                if found:
                    return found
        return ()
