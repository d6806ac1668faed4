"""What hints tell people to type can be typed where the program runs; and its health page is asked where it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.commands.called import ROOT, how_called
from bot.web.asking import ask_health


def test_a_checkout_is_called_by_its_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SHUJI_CALLED", raising=False)
    monkeypatch.setattr("bot.commands.called._as_user", lambda: "")
    monkeypatch.setattr(sys, "argv", [str(ROOT / "bot" / "__main__.py")])
    monkeypatch.chdir(ROOT)
    assert how_called() == "./run"
    monkeypatch.chdir(tmp_path)
    assert how_called(Path("/var/lib/a b/config.toml")) == f"{ROOT}/run --config '/var/lib/a b/config.toml'"
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "shuji")])
    assert how_called() == str(tmp_path / "shuji")


def test_the_image_says_itself_how_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert 'CMD ["python", "-m", "bot", "health"]' in text
    called = text.partition('SHUJI_CALLED="')[2].partition('"')[0]
    monkeypatch.setenv("SHUJI_CALLED", called)
    assert how_called(Path("/data/config.toml")) == called == "docker run --rm -it -v shuji:/data shuji"


def test_a_user_who_can_not_log_in_is_called_through_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHUJI_CALLED", raising=False)
    user = type("User", (), {"pw_name": "shuji", "pw_shell": "/usr/sbin/nologin"})
    monkeypatch.setattr("pwd.getpwuid", lambda _: user)
    assert how_called().startswith("sudo runuser -u shuji -- ")


async def test_whoever_listens_everywhere_is_asked_here() -> None:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "failing", "problems": {"unkept": 7}}, status=503)

    async def other(_: web.Request) -> web.Response:
        return web.Response(text="[]")

    for answer, found in ((healthz, {"unkept": 7}), (other, None)):
        app = web.Application()
        app.router.add_get("/healthz", answer)
        async with TestServer(app) as server:
            for host in ("127.0.0.1", "0.0.0.0", "localhost"):
                assert await ask_health(f"{host}:{server.port}") == found
    assert await ask_health("127.0.0.1:9") is None
