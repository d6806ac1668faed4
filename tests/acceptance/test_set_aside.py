"""What fails is tried again, set aside where it is seen, in nobody's way, and comes to its end once it is mended."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

from aiohttp.test_utils import TestClient, TestServer

from bot.flow.worker import PAUSES
from bot.web.health import health_app
from sandbox.faults import Fault, Planned
from storage import inbox, outbox
from tests.acceptance.kit import Box
from tests.acceptance.shuji import shuji
from tests.acceptance.test_commands_keeping import configure


def by_hand(box: Box, *statements: str) -> None:
    """Commands go by the machine's clock, on which the box's March is long ago; and hands may slip in a database."""
    with closing(sqlite3.connect(box.folder / "mailbox.db")) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


async def retry(box: Box) -> str:
    """What ``shuji retry`` says; what it put back is due by the box's clock, too."""
    said = await shuji(box.folder, "retry")
    by_hand(box, "UPDATE inbox SET due_at = 0 WHERE state = 'new'", "UPDATE outbox SET due_at = 0")
    return said.out


async def looks(box: Box) -> tuple[int, dict[str, object]]:
    async with TestClient(TestServer(health_app(box.engine.vitals))) as client:
        answer = await client.get("/healthz")
        return answer.status, json.loads(await answer.text())


async def later(box: Box, seconds: int) -> None:
    box.clock.advance(seconds)
    box.engine.look_again()
    await box.settled()


async def test_an_event_that_fails_is_set_aside_and_mended(box: Box) -> None:
    box.errors_expected = True
    configure(box)
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming="实名")
    topic = box.plant.topic(number)
    receipt = box.zhang.find(number)
    by_hand(box, "UPDATE tickets SET state = 'nonsense' WHERE id = 1")
    await box.zhang.says("今天更咸", reply_to=receipt)
    assert "您的消息已经保存" in box.zhang.last.text
    said = len(box.zhang.texts)
    # Nobody waits for it: not the one who wrote it, not others.
    await box.zhang.says("/help")
    assert len(box.zhang.texts) == said + 1
    await box.raises(box.chen, "宿舍没有热水", naming="匿名")
    tried = 1
    for pause in PAUSES:
        await later(box, pause - 1)
        async with box.database.reading() as tx:
            assert [each.tries for each in await inbox.set_asides(tx)] == []
        await later(box, 2)
        tried += 1
    async with box.database.reading() as tx:
        (aside,) = await inbox.set_asides(tx)
    assert aside.tries == tried
    checked = await shuji(box.folder, "check")
    assert (checked.code, aside.error in checked.out) == (1, True)
    assert "今天更咸" not in checked.out
    await box.chen.says("/help")
    assert await looks(box) == (200, {"status": "attention", "problems": {"set_aside": 1}})
    for _ in range(3):
        await box.program.schedule.watch()
        await box.settled()
    assert sum("多次处理失败" in each for each in box.admin.texts) == 1
    by_hand(box, "UPDATE tickets SET state = 'submitted' WHERE id = 1")
    assert "事件 1 个" in await retry(box)
    await later(box, 1)
    assert topic.mentions("今天更咸")
    assert f"已补充到 {number}" in box.zhang.last.text
    assert await looks(box) == (200, {"status": "ok", "problems": {}})


async def test_a_message_that_is_refused_is_set_aside_and_sent_again(box: Box) -> None:
    configure(box)
    number = await box.raises(box.zhang, "食堂的菜太咸了", naming="匿名")
    topic = box.plant.topic(number)
    box.sandbox.faults.plan("sendMessage", Planned(Fault.REFUSE, words="Bad Request: nobody knows why"))
    await box.zhao.says("请问是哪个窗口？", topic)
    # What is behind it goes out.
    await box.zhao.says("大概几点？", topic)
    assert not box.zhang.mentions("请问是哪个窗口？")
    assert box.zhang.mentions("大概几点？")
    async with box.database.reading() as tx:
        assert len(await outbox.failures(tx, 0)) == 1
    assert await looks(box) == (200, {"status": "attention", "problems": {"unsent": 1}})
    by_hand(box, "UPDATE outbox SET done_at = unixepoch() WHERE state = 'failed'")
    checked = await shuji(box.folder, "check")
    assert (checked.code, "1 条消息没有送到" in checked.out) == (1, True)
    for _ in range(3):
        await box.program.schedule.watch()
        await box.settled()
    assert sum("没有送到" in each for each in box.admin.texts) == 1
    assert "消息 1 条" in await retry(box)
    await later(box, 1)
    assert box.zhang.mentions("请问是哪个窗口？")
    assert (await looks(box))[1] == {"status": "ok", "problems": {}}
