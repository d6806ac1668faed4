"""The real program, as a process, driven by a server that is not ours: ``base_url`` is all that it is told."""

from __future__ import annotations

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from typing import Any

from tests.acceptance.shuji import begin, end, shuji
from tests.integration.otherserver.server import BOT, TOKEN, Habits, No, OtherServer, Said, other_server

GROUP = -1_001_234_567_890
RAISER, SECRETARY, MANAGER = 111, 222, 333
CONFIG = """
[mailbox]
name = "书记信箱"
[telegram]
token = "{token}"
base_url = "{base_url}"
[health]
listen = ""
[[units]]
code = "HQ"
name = "集团公司"
telegram_group = {group}
[[people]]
name = "李梅"
role = "secretary"
unit = "HQ"
telegram = {secretary}
[[people]]
name = "林书记"
role = "manager"
unit = "HQ"
telegram = {manager}
[[categories]]
name = "食堂"
keywords = ["食堂"]
"""
BARE = Habits(
    says_forum=False, marks_topics=False, tells_threads=False, username=False, chat_types=False, text_ids=True
)
"""Says nothing that it need not say."""
LIMITED = Habits(
    topics=False,
    waits=False,
    status=False,
    unasked=True,
    lacks=frozenset(
        {"setMessageReaction", "setMyCommands", "pinChatMessage", "sendMediaGroup", "editMessageReplyMarkup"}
    ),
)
"""Can little, holds nothing, says no only in the body."""
YES_MAN = Habits(
    unknown="true",
    lacks=frozenset({"createForumTopic", "editForumTopic", "setMessageReaction", "setMyCommands", "pinChatMessage"}),
)
"""Whatever it does not know is true."""


@asynccontextmanager
async def there(folder: Path, habits: Habits, ending: str) -> AsyncIterator[OtherServer]:
    """Such a server, and the configuration for it; its address is given with this ending."""
    async with other_server(habits) as server:
        server.people = {RAISER: "张三", SECRETARY: "李梅", MANAGER: "林书记"}
        server.chats[GROUP] = []
        base_url = f"http://127.0.0.1:{server.port}{ending}"
        (folder / "config.toml").write_text(
            CONFIG.format(token=TOKEN, base_url=base_url, group=GROUP, secretary=SECRETARY, manager=MANAGER), "utf-8"
        )
        yield server


@asynccontextmanager
async def running(folder: Path, habits: Habits, ending: str) -> AsyncIterator[OtherServer]:
    """The mailbox at work on such a server."""
    async with there(folder, habits, ending) as server:
        process = await begin(folder, "run")
        try:
            yield server
            said = await end(process)
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
        assert said.code == 0, said.text
        assert not re.search(r"\b(error|critical)\b", said.err), said.err
        assert TOKEN not in said.text


async def raised(server: OtherServer) -> tuple[str, Said]:
    """A concern of somebody new, up to its card."""
    await server.says(RAISER, RAISER, "一号食堂的菜太咸了，连续三天如此")
    preview = await server.until(lambda: server.find(RAISER, "", "提交"))
    await server.presses(RAISER, preview, RAISER, "提交")
    receipt = await server.until(lambda: server.find(RAISER, "SJ-"))
    number = re.search(r"SJ-\d{4}-\d{4}", receipt.text)
    assert number is not None
    card = await server.until(lambda: server.find(GROUP, number[0], "受理"))
    return number[0], card


async def worked(server: OtherServer, number: str, card: Said, **where: Any) -> None:
    """Accepted, talked about, answered and rated; ``where``: how a secretary's words find the ticket."""
    await server.presses(SECRETARY, card, GROUP, "受理")
    await server.until(lambda: server.find(RAISER, "已受理"))
    await server.says(SECRETARY, GROUP, "请问是哪个窗口？", **where)
    asked = await server.until(lambda: server.find(RAISER, "请问是哪个窗口"))
    assert number in asked.text
    await server.says(RAISER, RAISER, "三号窗口", reply_to=asked.id)
    await server.until(lambda: server.find(GROUP, "三号窗口"))
    await server.presses(SECRETARY, newest(server, "答复"), GROUP, "答复")
    question = await server.until(lambda: server.find(GROUP, "答复", "取消"))
    await server.says(
        SECRETARY,
        GROUP,
        "已换厨师，明天起改善。",
        **({**where, "reply_to": question.id} if "reply_to" in where else where),
    )
    outcome = await server.until(lambda: server.find(GROUP, "", "支持"))
    await server.presses(SECRETARY, outcome, GROUP, "支持")
    answer = await server.until(lambda: server.find(RAISER, "已换厨师，明天起改善。"))
    assert number in answer.text
    for tap in ("联系过", "解决了", "满意"):
        form = await server.until(partial(server.find, RAISER, "", tap))
        await server.presses(RAISER, form, RAISER, tap)
    await server.until(lambda: server.find(RAISER, "已办结"))


def newest(server: OtherServer, label: str) -> Said:
    found = server.find(GROUP, "", label)
    assert found is not None
    return found


async def digest(folder: Path, server: OtherServer) -> None:
    await server.says(MANAGER, MANAGER, "/start")
    await server.until(lambda: server.find(MANAGER, ""))
    told = await shuji(folder, "digest", "--send")
    assert told.code == 0, told.text
    assert "林书记" in told.out
    await server.until(lambda: server.find(MANAGER, "周报"))
    await server.until(
        lambda: {"png", "xlsx"} <= {name.rpartition(".")[2] for each in server.chats[MANAGER] for name, _ in each.files}
    )


async def looked_over(folder: Path) -> None:
    """``check`` finds nothing wrong but that the group has no topics."""
    told = await shuji(folder, "check")
    wrong = [line for line in told.out.splitlines() if line.startswith("✗")]
    assert all("没有开启话题" in each for each in wrong), told.out
    assert told.code == bool(wrong)


async def in_topics(folder: Path, habits: Habits, ending: str) -> None:
    async with running(folder, habits, ending) as server:
        number, card = await raised(server)
        thread = card.thread
        assert thread is not None
        assert number in server.topics[GROUP, thread]
        await server.until(lambda: card.pinned)
        await worked(server, number, card, thread=thread)
        await server.until(lambda: "已办结" in server.topics[GROUP, thread])
        assert len(server.topics) == 1
        assert {each.thread for each in server.chats[GROUP] if each.by == BOT and each.text} == {thread}
        await digest(folder, server)
        await looked_over(folder)


async def by_replies(folder: Path, habits: Habits, ending: str) -> None:
    async with running(folder, habits, ending) as server:
        number, card = await raised(server)
        assert card.thread is None
        await worked(server, number, card, reply_to=card.id)
        assert server.topics == {}
        assert sum("按回复方式工作" in each.text for each in server.chats[GROUP]) == 1
        await digest(folder, server)
        await looked_over(folder)
        # It is not asked without end by a program that waits for nothing but news.
        assert sum(method == "getUpdates" for method, _ in server.asked) < 500


async def killed(folder: Path, habits: Habits, ending: str) -> None:
    """kill -9 while words come in and the server refuses for speed or stumbles: all are kept once, and arrive."""
    async with there(folder, habits, ending) as server:
        process = await begin(folder, "run")
        try:
            number, _ = await raised(server)
            receipt = await server.until(lambda: server.find(RAISER, number))
            said = []
            for life in range(3):
                server.stumbles.extend((No(429, "Too Many Requests: retry after 1", 1), No(502, "Bad Gateway")))
                for each in range(3):
                    said.append(f"补充{life}-{each}")
                    await server.says(RAISER, RAISER, said[-1], reply_to=receipt.id)
                await server.until(lambda: not server.updates)
                process.kill()
                await process.communicate()
                process = await begin(folder, "run")
            for words in said:
                await server.until(partial(server.find, GROUP, words))
            assert (await end(process)).code == 0
        finally:
            if process.returncode is None:
                process.kill()
                await process.communicate()
        arrived = [
            mark for each in server.chats[GROUP] for mark in re.findall(r"补充\d-\d", each.text) if each.by == BOT
        ]
        assert list(dict.fromkeys(arrived)) == said
        assert max(arrived.count(each) for each in said) <= 1 + life + 1
        with closing(sqlite3.connect(folder / "mailbox.db")) as rows:
            kept = [
                text for (text,) in rows.execute("SELECT text FROM history WHERE action = 'supplement' ORDER BY id")
            ]
        assert kept == said


async def test_from_a_concern_to_its_rating_and_the_digest(tmp_path: Path) -> None:
    # Side by side: most of the time the program keeps to the pace that Telegram allows.
    async with asyncio.TaskGroup() as group:
        for name, (story, habits, ending) in WAYS.items():
            folder = tmp_path / name
            folder.mkdir()
            group.create_task(story(folder, habits, ending), name=name)


WAYS = {
    "bare": (in_topics, BARE, "/"),
    "limited": (by_replies, LIMITED, ""),
    "yes": (by_replies, YES_MAN, "/bot/"),
    "killed": (killed, Habits(), ""),
}
