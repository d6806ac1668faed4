"""What people do. Every action waits until the mailbox has done all that follows from it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from PIL import Image

from sandbox import Upload
from sandbox.methods.sending import poll
from sandbox.records import Json, Message, User
from tests.acceptance.seen import Place, Shown, Thread, Toast

if TYPE_CHECKING:
    from tests.acceptance.kit import Box


class Person(Place):
    """Somebody with an account; as a place their private chat with the bot."""

    def __init__(self, box: Box, user: User) -> None:
        super().__init__(box, box.world.chats[user.id])
        self.user = user

    @property
    def id(self) -> int:
        return self.user.id

    def _at(self, place: Place | None) -> tuple[int, dict[str, Any]]:
        place = place or self
        return place.chat.id, {"thread": place.thread}

    async def says(self, text: str, place: Place | None = None, *, reply_to: Shown | int | None = None) -> Shown:
        """Write, privately or elsewhere."""
        chat, where = self._at(place)
        return await self._did(self.box.world.say(self.user, chat, text, **where, reply_to=_number(reply_to)))

    async def starts(self, payload: str = "") -> Shown:
        """Open the bot's chat, by a deep link if there is a payload."""
        return await self._did(self.box.world.start(self.user, payload))

    async def sends_file(
        self,
        name: str = "材料.pdf",
        content: bytes = b"%PDF-1.4\n%%EOF\n",
        place: Place | None = None,
        *,
        caption: str = "",
        mime: str = "",
        kind: str = "document",
        reply_to: Shown | int | None = None,
    ) -> Shown:
        """Send a file of any kind."""
        chat, where = self._at(place)
        sent = self.box.world.send(
            self.user,
            chat,
            Upload(name, content, mime),
            kind=kind,
            caption=caption,
            **where,
            reply_to=_number(reply_to),
        )
        return await self._did(sent[0])

    async def sends_photo(
        self, place: Place | None = None, *, caption: str = "", content: bytes | None = None, reply_to: Any = None
    ) -> Shown:
        """Send a picture."""
        return await self.sends_file(
            "photo.jpg", content or picture(), place, caption=caption, kind="photo", reply_to=reply_to
        )

    async def sends_album(
        self,
        count: int = 3,
        place: Place | None = None,
        *,
        caption: str = "",
        kind: str = "photo",
        reply_to: Any = None,
    ) -> list[Shown]:
        """Send several pictures (or documents) as one."""
        chat, where = self._at(place)
        uploads = [
            Upload(f"{n}.jpg", picture(n)) if kind == "photo" else Upload(f"{n}.txt", f"file {n}".encode())
            for n in range(count)
        ]
        world = self.box.world
        sent = world.send(self.user, chat, *uploads, kind=kind, caption=caption, **where, reply_to=_number(reply_to))
        await self.box.settled()
        return [Shown(each, world) for each in sent]

    async def sends_voice(self, place: Place | None = None, *, reply_to: Any = None) -> Shown:
        """Send a voice message."""
        return await self.sends_file("voice.ogg", b"OggS" + bytes(60), place, kind="voice", reply_to=reply_to)

    async def sends_video(self, place: Place | None = None, *, caption: str = "") -> Shown:
        """Send a video."""
        return await self.sends_file(
            "video.mp4", b"\0\0\0\x18ftypmp42" + bytes(60), place, kind="video", caption=caption
        )

    async def sends_sticker(self, place: Place | None = None) -> Shown:
        """Send a sticker."""
        chat, where = self._at(place)
        upload = Upload("sticker.webp", b"RIFF" + bytes(60))
        return await self._did(self.box.world.send(self.user, chat, upload, kind="sticker", **where, emoji="👍")[0])

    async def sends_location(
        self, place: Place | None = None, latitude: float = 31.2, longitude: float = 121.5
    ) -> Shown:
        """Send a place."""
        return await self.shares({"location": {"latitude": latitude, "longitude": longitude}}, place)

    async def sends_contact(self, place: Place | None = None, name: str = "小刘", phone: str = "13800000000") -> Shown:
        """Send somebody's number."""
        return await self.shares({"contact": {"phone_number": phone, "first_name": name}}, place)

    async def sends_poll(self, place: Place | None = None, question: str = "食堂换不换", *options: str) -> Shown:
        """Send a poll."""
        return await self.shares({"poll": poll(question, list(options or ("换", "不换")))}, place)

    async def shares(self, content: Json, place: Place | None = None) -> Shown:
        """Send anything, by the fields of the Bot API's Message."""
        chat, where = self._at(place)
        return await self._did(self.box.world.share(self.user, chat, content, **where))

    async def forwards(self, shown: Shown, place: Place | None = None) -> Shown:
        """Pass a message on, which shows who wrote it."""
        chat, where = self._at(place)
        message = shown.message
        return await self._did(self.box.world.forward(self.user, message.chat, message.id, chat, **where))

    async def edits(self, shown: Shown, text: str) -> Shown:
        """Change one's own message."""
        return await self._did(self.box.world.edit(self.user, shown.message.chat, shown.id, text))

    async def deletes(self, shown: Shown) -> None:
        """Take a message away. The bot is not told."""
        self.box.world.delete(self.user, shown.message.chat, [shown.id])
        await self.box.settled()

    async def reacts(self, shown: Shown, emoji: str = "👍") -> None:
        """Put a reaction on a message."""
        self.box.world.react(self.user, shown.message.chat, shown.id, emoji)
        await self.box.settled()

    def menu(self, place: Place | None = None) -> list[str]:
        """The commands that they are offered there."""
        return [str(each["command"]) for each in self.box.world.menu((place or self).chat, self.user)]

    async def press(self, label: str, place: Place | None = None, *, on: Shown | None = None) -> Toast:
        """Press the newest button with these words there, or the one under ``on`` as it is shown now."""
        shown = on or (place or self).with_button(label)
        data = shown.button(label).get("callback_data")
        assert data is not None, f"{label!r} is not to be pressed among {shown.buttons}"
        return await self.presses_data(data, on=shown)

    async def presses_data(self, data: str, *, on: Shown) -> Toast:
        """Press what a forged or outdated button would send."""
        query = self.box.world.press(self.user, on.message.chat, on.id, data)
        await self.box.settled()
        assert query.toast is not None, f"pressing {data!r} was never answered"
        toast = Toast(query.toast.text)
        toast.alert = query.toast.alert
        return toast

    async def closes(self, topic: Thread, *, closed: bool = True) -> None:
        """Close a topic by hand, or open it again."""
        self.box.world.topic_close(self.user, topic.chat, topic.topic.id, closed=closed)
        await self.box.settled()

    async def renames(self, topic: Thread, name: str) -> None:
        """Give a topic another name by hand."""
        self.box.world.topic_rename(self.user, topic.chat, topic.topic.id, name)
        await self.box.settled()

    async def deletes_topic(self, topic: Thread) -> None:
        """Delete a topic with everything in it. The bot is not told."""
        self.box.world.topic_delete(self.user, topic.chat, topic.topic.id)
        await self.box.settled()

    async def blocks(self) -> None:
        """Stop the bot."""
        self.box.world.block(self.user)
        await self.box.settled()

    async def unblocks(self) -> None:
        """Let it write again."""
        self.box.world.unblock(self.user)
        await self.box.settled()

    async def _did(self, message: Message) -> Shown:
        await self.box.settled()
        return Shown(message, self.box.world)


def _number(reply_to: Shown | int | None) -> int | None:
    return reply_to.id if isinstance(reply_to, Shown) else reply_to


def picture(shade: int = 0, size: tuple[int, int] = (64, 48)) -> bytes:
    """A small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", size, (shade * 37 % 256, 120, 200)).save(out, "JPEG")
    return out.getvalue()
