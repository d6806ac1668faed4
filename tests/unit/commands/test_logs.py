"""Nothing that is noted holds a secret, or what people wrote."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog
from pydantic import SecretStr

from bot.logs import secrets_of, start_logging
from bot.settings import Logging, Mailbox, Settings, Telegram

TOKEN = "123456789:AAEabcdefghijklmnopqrstuvwxyz12345"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def settings(form: str, level: str = "info") -> Settings:
    return Settings(
        mailbox=Mailbox(database="postgresql://u:geheim@h/d"),
        telegram=Telegram(token=SecretStr(TOKEN), secret=SecretStr("long-random-word")),
        logging=Logging.model_validate({"format": form, "level": level}),
    )


def raise_with_words() -> None:
    raise KeyError("我叫张三，电话 13800000000")


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_and_words_are_not_written(form: str) -> None:
    out = io.StringIO()
    start_logging(settings(form), out)
    log = structlog.get_logger("engine")
    log.info("called", url=f"https://api.telegram.org/bot{TOKEN}/getMe", deep={"x": ["long-random-word", {"y": TOKEN}]})
    log.warning("database", address="postgresql://u:geheim@h/d", other="987654321:BBEabcdefghijklmnopqrstuvwxyz")
    try:
        raise_with_words()
    except KeyError as error:
        log.exception("part broke")
        logging.getLogger("asyncio").error("Task exception was never retrieved", exc_info=error)
    written = out.getvalue()
    for secret in (TOKEN, "long-random-word", "geheim", "BBEabc", "张三", "13800000000", "Traceback"):
        assert secret not in written
    assert written.count("KeyError") == 2
    assert written.count("\n") == 4


def test_json_is_one_object_a_line_with_time_and_level() -> None:
    out = io.StringIO()
    start_logging(settings("json"), out)
    structlog.get_logger("engine").info("started", channels=("telegram",), count=3)
    logging.getLogger("telegram").info("chatter")
    noted = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(noted) == 1
    assert noted[0].items() >= {"event": "started", "level": "info", "count": 3, "channels": ["telegram"]}.items()


def test_the_level_counts() -> None:
    out = io.StringIO()
    start_logging(settings("text", "warning"), out)
    structlog.get_logger("engine").info("started")
    assert out.getvalue() == ""


def test_a_password_in_the_address_is_a_secret() -> None:
    assert set(secrets_of(settings("text"))) == {TOKEN, "long-random-word", "geheim"}
