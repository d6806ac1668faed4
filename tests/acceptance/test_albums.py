"""Albums whichever way their parts arrive, changes of what was written, two secretaries at once."""

from __future__ import annotations

import pytest

from sandbox import Upload
from sandbox.faults import Fault, Planned
from sandbox.feed import Update
from sandbox.records import Message
from storage import history, tickets
from tests.acceptance.kit import Box, Person, Place, Shown, picture


class Album:
    """Somebody's album, whose parts a platform brings one by one, as a test says."""

    def __init__(self, person: Person, place: Place, captions: list[str], reply_to: Shown | None = None) -> None:
        self.box = person.box
        self.uploads = [Upload(f"{n}.jpg", picture(n)) for n in range(len(captions))]
        feed = self.box.sandbox.feed
        before = len(feed.pending)
        self.messages: list[Message] = self.box.world.send(
            person.user,
            place.chat.id,
            *self.uploads,
            kind="photo",
            thread=place.thread,
            reply_to=None if reply_to is None else reply_to.id,
        )
        self.parts: list[Update] = []
        while len(feed.pending) > before:
            self.parts.insert(0, feed.pending.pop())
        for part, caption in zip(self.parts, captions, strict=True):
            if caption:
                part.body["caption"] = caption

    async def comes(self, *numbers: int) -> None:
        """These parts arrive now, and what follows from them happens."""
        for number in numbers:
            part = self.parts[number]
            self.box.sandbox.feed.append(part.kind, part.body, part.lane)
        await self.box.settled()

    def arrived(self, place: Place) -> list[int]:
        """Which of its pictures the bot has brought there, in order."""
        contents = [each.content for each in self.uploads]
        return [contents.index(file.content) for each in place.shown for file in each.files if file.content in contents]

    def said(self, place: Place) -> str:
        return "\n".join(each.text for each in place.shown if each.files)


async def kept(box: Box, number: str, album: Album) -> list[int]:
    """Which of its pictures are on the ticket, in order."""
    async with box.database.reading() as tx:
        ticket = await tickets.by_number(tx, number)
        assert ticket is not None
        bodies = [body for _, body in await history.files_of_ticket(tx, ticket.id)]
    refs = [part.body["photo"][-1]["file_id"] for part in album.parts]
    return [refs.index(ref) for body in bodies for ref in refs if ref in body]


ORDERS = [(0, 1, 2), (2, 0, 1), (1, 2, 0)]


@pytest.mark.parametrize("order", ORDERS)
async def test_a_raisers_album_is_in_order_whichever_way_it_comes(box: Box, order: tuple[int, ...]) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    album = Album(box.zhang, box.zhang, ["", "这是汤", "这是菜"], box.zhang.find(number))
    await album.comes(*order)
    assert album.arrived(topic) == [0, 1, 2]
    assert await kept(box, number, album) == [0, 1, 2]
    assert "这是汤\n这是菜" in album.said(topic)
    assert len({each.message.album for each in topic.shown if each.files}) == 1
    await box.zhang.press("查看进展")
    assert "这是汤" in box.zhang.last.text


@pytest.mark.parametrize("order", ORDERS)
async def test_a_secretarys_album_too(box: Box, order: tuple[int, ...]) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "匿名")
    album = Album(box.zhao, box.plant.topic(number), ["换了厨师", "新菜单", ""])
    await album.comes(*order)
    assert album.arrived(box.zhang) == [0, 1, 2]
    assert "换了厨师\n新菜单" in album.said(box.zhang)
    assert await kept(box, number, album) == [0, 1, 2]


async def test_an_owners_album_of_progress_too(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    await box.zhao.press("受理", topic)
    await box.zhao.press("转办/派单", topic)
    await box.zhao.press("一分厂 王建国（本类别）", topic)
    await box.wang.press("签收")
    album = Album(box.wang, box.wang, ["", "", "已经换了"], box.wang.find("请承办"))
    await album.comes(1)
    await album.comes(2, 0)
    assert sorted(album.arrived(topic)) == [0, 1, 2]
    assert topic.mentions("已经换了")
    assert await kept(box, number, album) == [0, 1, 2]


async def test_late_parts_arrive_once_each_after_what_has_left(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    album = Album(box.zhang, box.zhang, ["今天的", "", "", "最后一张"], box.zhang.find(number))
    await album.comes(0)
    await box.passes(minutes=5)
    await album.comes(1, 2)
    await box.passes(minutes=5)
    await album.comes(3)
    assert album.arrived(topic) == [0, 1, 2, 3]
    assert album.said(topic).count("今天的") == 1
    assert "最后一张" in album.said(topic)
    assert await kept(box, number, album) == [0, 1, 2, 3]


@pytest.mark.parametrize("raiser", [True, False])
async def test_a_part_that_comes_while_the_earlier_ones_wait_loses_nothing(box: Box, *, raiser: bool) -> None:
    """The platform asks for patience for longer than parts are waited for."""
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    place: Place = topic if raiser else box.zhang
    who, where = (box.zhang, box.zhang) if raiser else (box.zhao, topic)
    album = Album(who, where, ["", "", ""], box.zhang.find(number) if raiser else None)
    for method in ("sendPhoto", "sendMediaGroup"):
        box.sandbox.faults.plan(method, Planned(Fault.RATE, retry_after=60), Planned(Fault.RATE, retry_after=60))
    for part in range(3):
        feed = album.parts[part]
        box.sandbox.feed.append(feed.kind, feed.body, feed.lane)
        await box.settled()
        box.clock.advance(20)
    for _ in range(4):
        await box.passes(minutes=2)
    assert album.arrived(place) == [0, 1, 2]


@pytest.mark.parametrize("seconds", [0, 30])
async def test_a_restart_between_two_parts_tears_nothing(box: Box, seconds: int) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    album = Album(box.zhang, box.zhang, ["看", "", ""], box.zhang.find(number))
    part = album.parts[0]
    box.sandbox.feed.append(part.kind, part.body, part.lane)
    await box.sandbox.feed.drained()
    await box.stop()
    box.clock.advance(seconds)
    for part in album.parts[1:]:
        box.sandbox.feed.append(part.kind, part.body, part.lane)
    await box.start()
    # What was on its way when a further part came may be there twice.
    assert set(album.arrived(topic)) == {0, 1, 2}
    assert album.arrived(topic)[-1] == 2
    assert await kept(box, number, album) == [0, 1, 2]


async def test_a_drafts_album_is_in_order_and_its_captions_can_be_changed(box: Box) -> None:
    album = Album(box.zhang, box.zhang, ["", "食堂的菜太咸了", "天天如此"])
    await album.comes(2, 0, 1)
    caption = Shown(album.messages[1], box.world)
    album.messages[1].content["caption"] = "食堂的菜太咸了"
    await box.zhang.edits(caption, "一分厂食堂的菜太辣了")
    assert "一分厂食堂的菜太辣了" in box.zhang.last.text
    await box.drafts(box.zhang, "请改进")
    await box.zhang.press("提交")
    topic = box.plant.topics[-1]
    assert album.arrived(topic) == [0, 1, 2]
    await box.zhang.edits(caption, "一分厂食堂的菜又咸又辣")
    assert "又咸又辣" in topic.last.text
    assert "天天如此" in topic.last.text


@pytest.mark.parametrize("raiser", [True, False])
async def test_changing_one_caption_leaves_the_others(box: Box, *, raiser: bool) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "实名")
    topic = box.plant.topic(number)
    album = (
        Album(box.zhang, box.zhang, ["这是汤", "这是菜"], box.zhang.find(number))
        if raiser
        else Album(box.zhao, topic, ["这是汤", "这是菜"])
    )
    await album.comes(0, 1)
    album.messages[1].content["caption"] = "这是菜"
    who, reads = (box.zhang, topic) if raiser else (box.zhao, box.zhang)
    await who.edits(Shown(album.messages[1], box.world), "这是酱菜")
    assert reads.find("这是酱菜").edited is not raiser
    assert "这是汤\n这是酱菜" in reads.find("这是酱菜").text


async def test_two_secretaries_at_once_arrive_in_the_order_accepted_as_the_desk(box: Box) -> None:
    number = await box.raises(box.zhang, "食堂的菜太咸了", "隐名")
    topic = box.plant.topic(number)
    words = [(box.zhao, "已经问了后勤"), (box.li, "集团也在看"), (box.zhao, "明天答复"), (box.li, "请放心")]
    said = [box.world.say(each.user, topic.chat.id, text, thread=topic.thread) for each, text in words]
    await box.settled()
    arrived = [next(text for _, text in words if text in each) for each in box.zhang.texts[-4:]]
    assert arrived == [text for _, text in words]
    assert not any(name in each for each in box.zhang.texts for name in ("赵敏", "李梅"))
    assert [each.sender.name for each in said] == ["赵敏", "李梅", "赵敏", "李梅"]
    async with box.database.reading() as tx:
        ticket = await tickets.by_number(tx, number)
        assert ticket is not None
        story = await history.of_ticket(tx, ticket.id)
    assert [each.staff_id is not None for each in story if each.action == "reply"] == [True] * 4
