"""A disk that fills up: an admin hears of it before, nothing unkept is acknowledged, and all of it comes in later."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.settings.models import Backup
from bot.web.health import health_app
from tests.acceptance.kit import Box
from tests.acceptance.shuji import Said, shuji
from tests.acceptance.test_commands_keeping import configure

MEGABYTE = 1024 * 1024
UNLIMITED = 1_073_741_823


async def pages(box: Box, most: int | None = None) -> None:
    """Let the database take no page more than it has (or ``most``): SQLite says then what it says of a full disk."""
    writer = box.database._engine._writer.thread  # type: ignore[attr-defined]
    if most is None:
        ((most,),) = await writer.execute_fetchall("PRAGMA page_count")
    await writer.execute_fetchall(f"PRAGMA max_page_count = {most}")


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - nobody tells when something could not be stored
            await asyncio.sleep(0.01)


@asynccontextmanager
async def page(box: Box) -> AsyncIterator[TestClient[Any, Any]]:
    """The health page, where `check` finds it too."""
    async with TestClient(TestServer(health_app(box.engine.vitals))) as client:
        configure(box)
        file = box.folder / "config.toml"
        file.write_text(file.read_text("utf-8").replace('listen = ""', f'listen = "127.0.0.1:{client.port}"'), "utf-8")
        file.chmod(0o600)
        yield client


async def looked(client: TestClient[Any, Any]) -> tuple[int, str, dict[str, int]]:
    answer = await client.get("/healthz")
    found = json.loads(await answer.text())
    return answer.status, found["status"], found["problems"]


def wrong(said: Said) -> list[str]:
    return [line for line in said.out.splitlines() if line.startswith("✗")]


async def test_what_is_not_kept_is_a_problem_at_once_and_comes_in_when_there_is_room(box: Box) -> None:
    box.errors_expected = True
    writers = (box.zhang, box.chen, box.sun)
    told = sum(len(each.texts) for each in writers)
    async with page(box) as client:
        assert await looked(client) == (200, "ok", {})
        assert "✓ 正在运行的信箱自己说一切正常" in (await shuji(box.folder, "check")).out
        await pages(box)
        for each in writers:
            box.world.say(each.id, each.id, f"{each.user.name}：食堂的饭菜太贵。" + "菜价" * 1900)
        await until(lambda: bool(box.engine.intake.unkept))
        box.clock.advance(130)
        assert await looked(client) == (503, "failing", {"unkept": 130})
        assert "shuji_unkept_seconds 130.0" in await (await client.get("/metrics")).text()
        checked, asked = await shuji(box.folder, "check"), await shuji(box.folder, "health")
        assert (checked.code, asked.code) == (1, 1)
        assert wrong(checked) == ["✗ 收到的消息存不下来，已经 2 分钟，多半是磁盘满了。"]
        assert "→ 请马上腾出空间" in checked.out
        assert "存不下来" in asked.out
        for _ in range(3):
            await box.program.schedule.watch()
        await until(lambda: box.admin.mentions("存不下来"))
        assert sum("存不下来" in each for each in box.admin.texts) == 1
        assert "请马上腾出空间" in box.admin.last.text
        assert sum(len(each.texts) for each in writers) == told, "nobody is told of what is not kept"
        await pages(box, UNLIMITED)
        await box.settled()
        assert await looked(client) == (200, "ok", {})
        assert (await shuji(box.folder, "health")).code == 0
    assert all(f"{each.user.name}：食堂" in each.last.text for each in writers)
    assert (await shuji(box.folder, "health")).code == 1, "nobody answers any more"


async def test_little_room_is_told_before_it_is_none(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(box.folder)._replace(total=100_000 * MEGABYTE, free=40 * MEGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    async with page(box) as client:
        assert await looked(client) == (200, "attention", {"room_low": 40})
        for _ in range(2):
            await box.program.schedule.watch()
            await box.settled()
        assert sum("只剩 40 MB" in each for each in box.admin.texts) == 1
        assert (await shuji(box.folder, "health")).code == 0, "a new start makes no room"
        await box.passes(days=1)
        await box.program.schedule.watch()
        await box.settled()
        assert sum("只剩 40 MB" in each for each in box.admin.texts) == 2
        checked = await shuji(box.folder, "check")
        assert checked.code == 1
        assert wrong(checked)[0] == "✗ 数据库所在的磁盘只剩 40 MB，至少应有 500 MB"
        small = usage._replace(total=1000 * MEGABYTE, free=200 * MEGABYTE)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: small)
        assert "room_low" not in (await looked(client))[2]


async def test_a_backup_folder_that_can_not_be_written_is_found_before_the_night(box: Box) -> None:
    box.errors_expected = True
    folder = box.folder / "backups"
    folder.write_text("a file where the folder should be")
    configure(box)
    checked = await shuji(box.folder, "check")
    assert checked.code == 1
    assert len(wrong(checked)) == 1
    assert wrong(checked)[0].startswith(f"✗ 备份目录 {folder.resolve()} 不能写，备份会失败")
    box.settings = box.settings.model_copy(update={"backup": Backup(folder=folder)})
    await box.restart()
    await box.program.look_ahead()
    await box.settled()
    assert box.admin.mentions("备份目录不能写")
    folder.unlink()
    told = len(box.admin.texts)
    await box.program.look_ahead()
    await box.settled()
    assert len(box.admin.texts) == told
    assert (await shuji(box.folder, "check")).code == 0
