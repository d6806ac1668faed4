"""What the platform knows: users, chats, topics, messages. Plain records; what happens to them is in ``world.py``."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]

ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_pin_messages",
    "can_manage_topics",
    "can_manage_tags",
)
"""Every right that an administrator of a supergroup can have (Bot API: ChatMemberAdministrator)."""
USUAL_RIGHTS = frozenset(
    {"can_manage_chat", "can_delete_messages", "can_invite_users", "can_pin_messages", "can_manage_topics"}
)
"""What the mailbox's bot is given in a group unless a test says otherwise."""


class ChatKind(StrEnum):
    """The types of chats that the sandbox has."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Status(StrEnum):
    """How somebody belongs to a group (Bot API: ChatMember)."""

    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


IN_GROUP = frozenset({Status.CREATOR, Status.ADMINISTRATOR, Status.MEMBER})


@dataclass(slots=True)
class User:
    """Someone with an account. ``started``: has written to the bot at least once; ``met``: the bot has seen them."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "zh-hans"
    is_bot: bool = False
    role_hint: str = "员工"
    started: bool = False
    met: bool = False
    blocked_bot: bool = False
    deactivated: bool = False
    takes_voice: bool = True
    """Whether they let others send them voice and video messages."""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def brief(self) -> Json:
        """The Bot API's User."""
        made: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            made["last_name"] = self.last_name
        if self.username:
            made["username"] = self.username
        if self.language and not self.is_bot:
            made["language_code"] = self.language
        return made


@dataclass(slots=True)
class Topic:
    """A topic of a group. ``id``: its first message, and its ``message_thread_id``."""

    id: int
    name: str
    icon_color: int
    icon: str = ""
    closed: bool = False
    deleted: bool = False

    def describe(self) -> Json:
        """As the Bot API's ForumTopic, with what the page needs."""
        made: Json = {"message_thread_id": self.id, "name": self.name, "icon_color": self.icon_color}
        if self.icon:
            made["icon_custom_emoji_id"] = self.icon
        return made | {"closed": self.closed, "deleted": self.deleted}


@dataclass(slots=True)
class Chat:
    """A chat with everything said in it. The id of a private chat is the user's."""

    id: int
    kind: ChatKind
    title: str = ""
    user: User | None = None
    forum: bool = False
    members: dict[int, Status] = field(default_factory=dict)
    bot: Status = Status.MEMBER
    bot_rights: frozenset[str] = frozenset()
    bot_may_write: bool = True
    forbidden: frozenset[str] = frozenset()
    """What the bot may not send there, in the server's words for it: "photos", "voice notes" …"""
    topics: dict[int, Topic] = field(default_factory=dict)
    general_closed: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    pinned: dict[int, list[int]] = field(default_factory=dict)
    migrated_to: int | None = None

    @property
    def private(self) -> bool:
        """Whether it is the bot's chat with one person."""
        return self.kind is ChatKind.PRIVATE

    @property
    def bot_is_admin(self) -> bool:
        """Whether the bot administers it."""
        return self.bot in (Status.ADMINISTRATOR, Status.CREATOR)

    def bot_can(self, right: str) -> bool:
        """Whether the bot, as administrator, has this right."""
        return self.bot is Status.CREATOR or (self.bot is Status.ADMINISTRATOR and right in self.bot_rights)

    def brief(self) -> Json:
        """The Bot API's Chat."""
        if self.user is not None:
            made: Json = {"id": self.id, "type": "private", "first_name": self.user.first_name}
            if self.user.last_name:
                made["last_name"] = self.user.last_name
            if self.user.username:
                made["username"] = self.user.username
            return made
        made = {"id": self.id, "type": self.kind.value, "title": self.title}
        if self.forum:
            made["is_forum"] = True
        return made


@dataclass(slots=True)
class Message:
    """One message. ``content``: the fields of the Bot API's Message that say what is in it; replaced, never changed.

    ``speaker``: the chat in whose name it was written (a channel, the group itself), as the Bot API's Chat.
    """

    id: int
    chat: Chat
    date: int
    sender: User
    content: Json
    speaker: Json | None = None
    thread: int | None = None
    in_topic: bool = False
    reply_to: int | None = None
    external_reply: Json | None = None
    markup: Json | None = None
    album: str | None = None
    forward_origin: Json | None = None
    edited: int | None = None
    protected: bool = False
    service: bool = False
    reactions: dict[int, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[int, int]:
        """Chat and message id: ids repeat from chat to chat."""
        return self.chat.id, self.id

    @property
    def text(self) -> str:
        """Text or caption."""
        return str(self.content.get("text") or self.content.get("caption") or "")

    def render(self, *, reply: bool = True) -> Json:
        """The Bot API's Message as it is now."""
        made: Json = {"message_id": self.id, "from": self.sender.brief(), "chat": self.chat.brief(), "date": self.date}
        if self.thread is not None:
            made["message_thread_id"] = self.thread
        if self.in_topic:
            made["is_topic_message"] = True
        if self.speaker is not None:
            made["sender_chat"] = self.speaker
        if self.edited is not None:
            made["edit_date"] = self.edited
        if self.forward_origin is not None:
            made["forward_origin"] = self.forward_origin
        if reply:
            # A message in a topic that answers nothing answers the topic's first message.
            answered = self.reply_to if self.reply_to is not None else self.thread if self.in_topic else None
            found = None if answered is None or answered == self.id else self.chat.messages.get(answered)
            if found is not None:
                made["reply_to_message"] = found.render(reply=False)
            if self.external_reply is not None:
                made["external_reply"] = self.external_reply
        if self.album is not None:
            made["media_group_id"] = self.album
        if self.protected:
            made["has_protected_content"] = True
        made.update(self.content)
        if self.markup is not None:
            made["reply_markup"] = self.markup
        return made
