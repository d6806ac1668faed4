"""``shuji run`` as a process: stopped while it works, started on the same mailbox, a backup put back under it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.faults import Planned
from sandbox.talk import buttons
from tests.acceptance.shuji import begin, end, shuji
from tests.acceptance.test_commands_running import configure, server, until

__all__ = ["server"]
LI, ZHANG = 1, 2
QUIET = '[health]\nlisten = ""'
STAFF = '[[people]]\nname = "李梅"\nrole = "secretary"\nunit = "HQ"\ntelegram = 1\n'


def heard(server: Sandbox, words: str, chat: int = ZHANG) -> int:
    """How many messages of the bot say so there."""
    return sum(each.sender.is_bot and words in each.text for each in server.world.chats[chat].messages.values())


async def hears(server: Sandbox, words: str, times: int = 1) -> None:
    async def heard_it() -> bool:
        return heard(server, words) >= times

    await until(heard_it)


async def begun(folder: Path, server: Sandbox) -> asyncio.subprocess.Process:
    await shuji(folder, "init", "--non-interactive")
    configure(folder, server, QUIET, STAFF)
    return await begin(folder, "run")


@pytest.mark.parametrize("seconds", [2, 40])
async def test_it_stops_in_order_whatever_the_platform_does(tmp_path: Path, server: Sandbox, seconds: int) -> None:
    """What is in hand is finished; what would take too long is left, and goes out at the next start."""
    process = await begun(tmp_path, server)
    server.world.start(server.world.users[ZHANG])
    server.world.say(ZHANG, ZHANG, "/before")
    await hears(server, "/before")
    server.faults.plan("sendMessage", Planned(seconds=seconds))
    server.world.say(ZHANG, ZHANG, "/first")
    server.world.say(ZHANG, ZHANG, "/second")

    async def asked() -> bool:
        return not server.faults._planned["sendMessage"]

    await until(asked)
    async with asyncio.timeout(15):
        said = await end(process)
    assert said.code == 0, said.text
    assert [json.loads(line)["event"] for line in said.err.splitlines()][-1] == "stopped"
    assert heard(server, "/first") == (1 if seconds == 2 else 0)
    again = await begin(tmp_path, "run")
    try:
        server.world.say(ZHANG, ZHANG, "/third")
        await hears(server, "/third")
    finally:
        ended = await end(again)
    assert ended.code == 0
    assert [heard(server, each) for each in ("/first", "/second", "/third")] == [1, 1, 1]


async def test_a_backup_put_back_says_nothing_again(tmp_path: Path, server: Sandbox) -> None:
    world = server.world
    process = await begun(tmp_path, server)
    try:
        world.start(world.users[ZHANG])
        await hears(server, "信箱")
        world.say(ZHANG, ZHANG, "食堂的菜太咸了，希望改进。")

        async def offered() -> bool:
            return any(
                each["text"] == "提交" for shown in world.chats[ZHANG].messages.values() for each in buttons(shown)
            )

        await until(offered)
        shown = next(
            each
            for each in reversed(world.chats[ZHANG].messages.values())
            if any(found["text"] == "提交" for found in buttons(each))
        )
        world.press_label(ZHANG, ZHANG, shown.id, "提交")
        await hears(server, "已收到，编号")
        assert (await shuji(tmp_path, "backup", "copy.db")).code == 0
        world.say(ZHANG, ZHANG, "/unheard-of")
        await hears(server, "/unheard-of")
    finally:
        assert (await end(process)).code == 0
    before = {chat: [each.text for each in found.messages.values()] for chat, found in world.chats.items()}
    said = await shuji(tmp_path, "restore", "copy.db", "--yes")
    assert said.code == 0, said.text
    again = await begin(tmp_path, "run")
    try:
        world.say(ZHANG, ZHANG, "/after")
        await hears(server, "/after")
    finally:
        assert (await end(again)).code == 0
    after = {chat: [each.text for each in found.messages.values()] for chat, found in world.chats.items()}
    assert len(after[ZHANG]) == len(before[ZHANG]) + 2
    assert {chat: texts for chat, texts in after.items() if chat != ZHANG} == {
        chat: texts for chat, texts in before.items() if chat != ZHANG
    }
