"""What people do with groups, topics and the bot itself: start and block it, let it in, take its rights, upgrade."""

from __future__ import annotations

from collections.abc import Iterable

from sandbox.records import ADMIN_RIGHTS, IN_GROUP, USUAL_RIGHTS, Chat, ChatKind, Json, Message, Status, Topic, User
from sandbox.talk import Impossible, Talk

BLUE = 0x6FB9F0
# Who stands as the author of what is written in a chat's name.
_ANONYMOUS = User(1_087_968_824, "Group", username="GroupAnonymousBot", is_bot=True)
_CHANNEL = User(136_817_688, "Channel", username="Channel_Bot", is_bot=True)


class Groups(Talk):
    """The world with people who run groups in it."""

    # The bot and one person.

    def start(self, user: int | User, payload: str = "") -> Message:
        """Press "start" in the bot's chat, by a deep link if there is a payload. Whoever had blocked it lets it in."""
        user = self.user(user)
        if user.blocked_bot:
            self.unblock(user)
        return self.say(user, user.id, f"/start {payload}".strip())

    def block(self, user: int | User) -> None:
        """Stop the bot: it can't write any more."""
        self._bar(self.user(user), True)

    def unblock(self, user: int | User) -> None:
        """Let it write again."""
        self._bar(self.user(user), False)

    def _bar(self, user: User, blocked: bool) -> None:
        if user.blocked_bot == blocked:
            return
        user.blocked_bot = blocked
        self.changed("people", user)
        chat = self.chats[user.id]
        old, new = (Status.MEMBER, Status.KICKED) if blocked else (Status.KICKED, Status.MEMBER)
        self._member_changed(chat, user, old, new)

    def deactivate(self, user: int | User) -> None:
        """The account is deleted."""
        self.user(user).deactivated = True

    # The bot in a group.

    def invite_bot(self, user: int | User, chat: int | Chat, rights: Iterable[str] | None = USUAL_RIGHTS) -> None:
        """Let the bot into a group; as an administrator with these rights, or None: as a plain member."""
        user, chat = self.user(user), self.chat(chat)
        was = self.bot_member(chat)
        chat.bot = Status.MEMBER if rights is None else Status.ADMINISTRATOR
        chat.bot_rights = frozenset(rights or ())
        for member in chat.members:
            self.users[member].met = True
        if was["status"] in ("left", "kicked"):
            self.serve(chat, user, {"new_chat_members": [self.bot.brief()]})
        self._tell_member(chat, user, was)

    def let_bot_in(self, chat: int | Chat, rights: Iterable[str] = USUAL_RIGHTS) -> None:
        """The bot has been an administrator there since before anything that is told here: nobody hears of it."""
        chat = self.chat(chat)
        chat.bot, chat.bot_rights = Status.ADMINISTRATOR, frozenset(rights)
        for number in chat.members:
            self.users[number].met = True

    def kick_bot(self, user: int | User, chat: int | Chat) -> None:
        """Put the bot out of a group."""
        user, chat = self.user(user), self.chat(chat)
        was = self.bot_member(chat)
        self.post(chat, user, {"left_chat_member": self.bot.brief()}, service=True)
        chat.bot, chat.bot_rights = Status.KICKED, frozenset()
        self._tell_member(chat, user, was)

    def set_bot_rights(self, user: int | User, chat: int | Chat, rights: Iterable[str]) -> None:
        """Make the bot an administrator with exactly these rights; none: an ordinary member."""
        user, chat = self.user(user), self.chat(chat)
        was = self.bot_member(chat)
        chat.bot_rights = frozenset(rights)
        chat.bot = Status.ADMINISTRATOR if chat.bot_rights else Status.MEMBER
        self._tell_member(chat, user, was)

    def forbid_bot(self, user: int | User, chat: int | Chat, *kinds: str) -> None:
        """Let the bot send none of these there (the server's words: "photos", "documents" …), and all else."""
        user, chat = self.user(user), self.chat(chat)
        was = self.bot_member(chat)
        chat.forbidden = frozenset(kinds)
        self._tell_member(chat, user, was)

    def bot_member(self, chat: Chat) -> Json:
        """The Bot API's ChatMember of the bot."""
        return member(self.bot, chat.bot, chat.bot_rights)

    def _member_changed(self, chat: Chat, actor: User, old: Status, new: Status) -> None:
        body: Json = {
            "chat": chat.brief(),
            "from": actor.brief(),
            "date": self.clock.now(),
            "old_chat_member": member(self.bot, old, frozenset()),
            "new_chat_member": member(self.bot, new, frozenset()),
        }
        self.feed.add("my_chat_member", body, chat.id)

    def _tell_member(self, chat: Chat, actor: User, was: Json) -> None:
        body: Json = {
            "chat": chat.brief(),
            "from": actor.brief(),
            "date": self.clock.now(),
            "old_chat_member": was,
            "new_chat_member": self.bot_member(chat),
        }
        self.feed.add("my_chat_member", body, chat.id)
        self.changed("people", chat)

    # People in a group.

    def join(self, user: int | User, chat: int | Chat, status: Status = Status.MEMBER) -> None:
        """Come into a group."""
        user, chat = self.user(user), self.chat(chat)
        chat.members[user.id] = status
        user.met = user.met or chat.bot in IN_GROUP
        self.serve(chat, user, {"new_chat_members": [user.brief()]})
        self.changed("people", chat)

    def leave(self, user: int | User, chat: int | Chat) -> None:
        """Go out of a group."""
        user, chat = self.user(user), self.chat(chat)
        chat.members[user.id] = Status.LEFT
        self.serve(chat, user, {"left_chat_member": user.brief()})
        self.changed("people", chat)

    def speak_as(self, chat: int | Chat, speaker: Json, text: str, *, thread: int | None = None) -> Message:
        """A message in a chat's name: a linked channel's, or the group's own (``chat.brief()``)."""
        chat = self.chat(chat)
        shown = _ANONYMOUS if speaker.get("id") == chat.id else _CHANNEL
        message = self.post(chat, shown, {"text": text}, thread=thread, in_topic=thread is not None, speaker=speaker)
        self.tell("message", message)
        return message

    # The group itself.

    def set_forum(self, user: int | User, chat: int | Chat, forum: bool) -> Chat:
        """Turn topics on or off; turning them on upgrades a group that never was. Gives the group as it is then."""
        user, chat = self.user(user), self.chat(chat)
        if forum and chat.kind is ChatKind.GROUP:
            chat = self.upgrade(user, chat)
        chat.forum = forum
        self.changed("people", chat)
        return chat

    def upgrade(self, user: int | User, chat: int | Chat) -> Chat:
        """Turn a group into a supergroup, which has another id: the old one answers with it from now on."""
        user, old = self.user(user), self.chat(chat)
        if old.kind is not ChatKind.GROUP:
            raise Impossible("该群已经是超级群")
        new = self.add_group(old.title, forum=False)
        new.members, new.bot, new.bot_rights = dict(old.members), old.bot, old.bot_rights
        old.migrated_to = new.id
        self.serve(old, user, {"migrate_to_chat_id": new.id})
        self.serve(new, user, {"migrate_from_chat_id": old.id})
        return new

    # Topics.

    def _runs(self, user: User, chat: Chat) -> None:
        if chat.members.get(user.id) not in (Status.CREATOR, Status.ADMINISTRATOR):
            raise Impossible("只有管理员可以管理话题")

    def topic(self, chat: int | Chat, thread: int) -> Topic:
        """A topic that is there.

        Raises:
            Impossible: it is not.
        """
        found = self.chat(chat).topics.get(thread)
        if found is None or found.deleted:
            raise Impossible("话题不存在")
        return found

    def topic_open(self, user: int | User, chat: int | Chat, name: str) -> Topic:
        """Make a topic by hand."""
        user, chat = self.user(user), self.chat(chat)
        if not chat.forum or chat.members.get(user.id) not in IN_GROUP:
            raise Impossible("这里不能新建话题")
        return self.open_topic(chat, user, name[:128], BLUE)

    def topic_close(self, user: int | User, chat: int | Chat, thread: int, *, closed: bool = True) -> None:
        """Close a topic by hand, or open it again."""
        user, chat = self.user(user), self.chat(chat)
        self._runs(user, chat)
        topic = self.topic(chat, thread)
        if topic.closed != closed:
            self.close_topic(chat, user, topic, closed)

    def topic_rename(self, user: int | User, chat: int | Chat, thread: int, name: str) -> None:
        """Give a topic another name by hand."""
        user, chat = self.user(user), self.chat(chat)
        self._runs(user, chat)
        if not name.strip():
            raise Impossible("话题名称不能为空")
        topic = self.topic(chat, thread)
        if topic.name != name.strip()[:128]:
            self.shape_topic(chat, user, topic, name.strip()[:128], None)

    def topic_delete(self, user: int | User, chat: int | Chat, thread: int) -> None:
        """Delete a topic with everything in it. The bot hears nothing of it."""
        user, chat = self.user(user), self.chat(chat)
        self._runs(user, chat)
        self.delete_topic(chat, self.topic(chat, thread))


def member(user: User, status: Status, rights: Iterable[str]) -> Json:
    """The Bot API's ChatMember."""
    made: Json = {"status": status.value, "user": user.brief()}
    if status is Status.ADMINISTRATOR:
        rights = frozenset(rights)
        made |= {"can_be_edited": False, "is_anonymous": False} | {name: name in rights for name in ADMIN_RIGHTS}
    elif status is Status.CREATOR:
        made["is_anonymous"] = False
    elif status is Status.KICKED:
        made["until_date"] = 0
    return made
