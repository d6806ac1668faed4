"""``shuji run`` and ``shuji demo`` as processes: started, asked how they are, told to read anew, stopped."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox import Sandbox
from storage import roles, units
from storage.engines import open_database
from storage.sealing import Sealer
from tests.acceptance.shuji import begin, end, shuji, spawn

GROUP = -1_001_000_000_001
LIMIT = 40.0


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@pytest.fixture
async def server() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    sandbox.world.add_user(1, "李梅")
    sandbox.world.add_user(2, "张三")
    sandbox.world.add_group("信箱", [1], chat_id=GROUP)
    sandbox.world.let_bot_in(GROUP)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


async def until(found: Callable[[], Awaitable[Any]]) -> Any:
    """Wait for what another process does."""
    async with asyncio.timeout(LIMIT):
        while True:
            try:
                if result := await found():
                    return result
            except (aiohttp.ClientError, AssertionError, KeyError):
                pass
            await asyncio.sleep(0.05)


async def get(url: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def ask(method: str, url: str, body: Any = None) -> Any:
    async with aiohttp.ClientSession() as session, session.request(method, url, json=body) as answer:
        return await answer.json()


HEARD: dict[asyncio.subprocess.Process, list[str]] = {}


async def hears(process: asyncio.subprocess.Process, words: str) -> bool:
    """Whether it has noted this; what was read so far is in ``HEARD``."""
    assert process.stderr is not None
    heard = HEARD.setdefault(process, [])
    while not any(words in line for line in heard):
        heard.append((await process.stderr.readline()).decode().rstrip("\n"))
    return True


def configure(folder: Path, server: Sandbox, more: str, people: str = "") -> None:
    (folder / "config.toml").write_text(
        f'[telegram]\ntoken = "{server.token}"\nbase_url = "{server.base_url}"\n{more}\n'
        f'[logging]\nformat = "json"\n[[units]]\ncode = "HQ"\nname = "集团"\ntelegram_group = {GROUP}\n{people}',
        "utf-8",
    )


async def test_it_runs_answers_reads_anew_and_stops(tmp_path: Path, server: Sandbox) -> None:
    await shuji(tmp_path, "init", "--non-interactive")
    health = free_port()
    configure(tmp_path, server, f'[health]\nlisten = "127.0.0.1:{health}"')
    process = await begin(tmp_path, "run")
    try:
        page = f"http://127.0.0.1:{health}"

        async def is_well() -> bool:
            status, words = await get(f"{page}/healthz")
            return status == 200 and bool(json.loads(words)["status"] == "ok")

        await until(is_well)
        assert "shuji_inbox_depth" in (await get(f"{page}/metrics"))[1]
        server.world.start(server.world.users[2])

        async def is_answered() -> bool:
            return any(each.sender.is_bot for each in server.world.chats[2].messages.values())

        await until(is_answered)
        second = await spawn(tmp_path, "run")
        assert second.code == 1
        assert "另一个信箱进程" in second.err
        configure(tmp_path, server, "", '[[people]]\nname = "李梅"\nrole = "secretary"\nunit = "HQ"\ntelegram = 1\n')
        process.send_signal(signal.SIGHUP)

        async def has_secretary() -> bool:
            database = await open_database(
                f"sqlite:///{tmp_path / 'mailbox.db'}", Sealer.load(tmp_path / "mailbox.key")
            )
            async with database.reading() as tx:
                found = [each.name for each in await roles.current(tx)]
            await database.close()
            return found == ["李梅"]

        await until(has_secretary)
        text = (tmp_path / "config.toml").read_text("utf-8")
        (tmp_path / "config.toml").write_text(text.replace('unit = "HQ"', 'unit = "张三"'), "utf-8")
        process.send_signal(signal.SIGHUP)
        await until(lambda: hears(process, "settings not taken"))
        changed = text.replace(server.token, "1:other").replace('format = "json"', 'format = "text"')
        (tmp_path / "config.toml").write_text(changed, "utf-8")
        process.send_signal(signal.SIGHUP)
        await until(lambda: hears(process, "telegram.token"))
        assert await is_well()
    finally:
        said = await end(process)
    assert said.code == 0, said.text
    logged = [json.loads(line) for line in HEARD.pop(process) + said.err.splitlines()]
    assert {"started", "stopped", "settings taken"} <= {each["event"] for each in logged}
    (refused,) = next(each for each in logged if "not taken" in each["event"])["problems"]
    assert refused.startswith("config.toml:")
    assert "people" in refused
    later = [each["settings"] for each in logged if each["event"] == "restart needed"]
    assert later == [["health.listen"], ["telegram.token", "health.listen", "logging.format"]]
    given = [each["about"] for each in logged if each.get("what") == "role-given"]
    assert given == ["secretary · 集团"]
    assert [each for each in logged if each["level"] in ("error", "critical") and "settings" not in each["event"]] == []
    assert server.token not in said.text
    assert [each for each in logged if any(name in str(each) for name in ("张三", "李梅"))] == []


async def test_updates_are_brought_to_a_webhook(tmp_path: Path, server: Sandbox) -> None:
    await shuji(tmp_path, "init", "--non-interactive")
    port = free_port()
    hook = f'mode = "webhook"\nwebhook_url = "http://127.0.0.1:{port}/telegram"\nlisten = "127.0.0.1:{port}"'
    configure(tmp_path, server, f'{hook}\nsecret = "long-random-word"\n[health]\nlisten = ""')
    process = await begin(tmp_path, "run")
    try:

        async def is_set() -> bool:
            return bool((await ask("GET", f"{server.base_url}{server.token}/getWebhookInfo"))["result"]["url"])

        await until(is_set)
        server.world.start(server.world.users[2])

        async def is_answered() -> bool:
            return any(each.sender.is_bot for each in server.world.chats[2].messages.values())

        await until(is_answered)
    finally:
        said = await end(process, signal.SIGINT)
    assert said.code == 0, said.text
    assert "long-random-word" not in said.text


async def test_an_address_that_is_taken(tmp_path: Path, server: Sandbox) -> None:
    await shuji(tmp_path, "init", "--non-interactive")
    configure(tmp_path, server, f'[health]\nlisten = "127.0.0.1:{server.port}"')
    said = await spawn(tmp_path, "run")
    assert said.code == 1
    assert f"127.0.0.1:{server.port}" in said.err
    assert "[health] listen" in said.err
    hook = f'mode = "webhook"\nwebhook_url = "https://a.example/t"\nlisten = "127.0.0.1:{server.port}"\nsecret = "word"'
    configure(tmp_path, server, f'{hook}\n[health]\nlisten = ""')
    said = await spawn(tmp_path, "run")
    assert said.code == 1
    assert "[telegram] listen" in said.err


async def test_the_configuration_of_another_mailbox_changes_nothing(tmp_path: Path, server: Sandbox) -> None:
    await shuji(tmp_path, "init", "--non-interactive", "--code", "HQ")
    assert (await shuji(tmp_path, "invite", "owner", "HQ", "王建国")).code == 0
    text = (tmp_path / "config.toml").read_text("utf-8").replace('code = "HQ"', 'code = "OTHER"')
    (tmp_path / "config.toml").write_text(text.replace("[telegram]", f'[telegram]\ntoken = "{server.token}"'), "utf-8")
    said = await shuji(tmp_path, "run")
    assert said.code == 1
    assert "另一个信箱的配置" in said.err
    database = await open_database(f"sqlite:///{tmp_path / 'mailbox.db'}", Sealer.load(tmp_path / "mailbox.key"))
    async with database.reading() as tx:
        assert [each.code for each in await units.everyone(tx)] == ["HQ"]
    await database.close()


@pytest.mark.parametrize("words", [["run"], ["run", "--config", "x.toml"], ["people"], ["backup"]])
async def test_without_a_configuration(tmp_path: Path, words: list[str]) -> None:
    said = await shuji(tmp_path, *words)
    assert said.code == 1
    assert "shuji init" in said.err


async def test_without_a_token(tmp_path: Path) -> None:
    await shuji(tmp_path, "init", "--non-interactive")
    said = await shuji(tmp_path, "run")
    assert said.code == 1
    assert "@BotFather" in said.err


async def test_the_demonstration_lives_and_moves_its_clock(tmp_path: Path) -> None:
    port = free_port()
    process = await begin(
        tmp_path, "demo", "--empty", "--no-browser", "--port", str(port), "--data", "kept", SHUJI_TELEGRAM__TOKEN="9:x"
    )
    try:
        page = f"http://127.0.0.1:{port}"

        async def is_there() -> bool:
            return (await get(f"{page}/"))[0] == 200

        await until(is_there)
        taken = await spawn(tmp_path, "demo", "--no-browser", "--port", str(port))
        assert taken.code == 1
        assert f"--port {port + 1}" in taken.err

        async def moved() -> Any:
            return (await ask("POST", f"{page}/api/clock", {"skip": "week"})).get("now")

        before = json.loads((await get(f"{page}/api/state"))[1])["now"]
        assert await until(moved) >= before + 7 * 86_400
        assert not (await ask("POST", f"{page}/api/clock", {"add": -5}))["ok"]
        assert (await ask("POST", f"{page}/api/host/digest", {}))["ok"]
    finally:
        said = await end(process, signal.SIGINT)
    assert said.code == 0, said.text
    assert page in said.out
    assert (tmp_path / "kept" / "mailbox.db").exists()
    again = await spawn(tmp_path, "demo", "--no-browser", "--data", "kept")
    assert again.code == 1
    assert "空文件夹" in again.err
