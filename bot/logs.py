"""What the program notes about itself: one line an event, as text or JSON, without secrets and without people's words.

An error is noted by its kind and its place in the program, never by its text (see ``bot/flow/trouble.py``); whatever
looks like a token, and every secret of the settings, is blotted out wherever it stands.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO
from urllib.parse import urlsplit

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.flow.trouble import place_of
from bot.settings import Settings

BLOT = "[…]"
_TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{20,200}")
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_TALKATIVE = ("telegram", "aiohttp", "apscheduler", "asyncio", "aiosqlite", "asyncpg", "alembic", "httpx", "httpcore")
"""Libraries that say at lower levels what they were given: people's words, addresses with tokens."""


def secrets_of(settings: Settings) -> tuple[str, ...]:
    """What must never stand in a log: token, webhook's word, the database's password."""
    telegram = settings.telegram
    given = [each.get_secret_value() for each in (telegram.token, telegram.secret) if each is not None]
    password = urlsplit(settings.mailbox.database).password
    return tuple(each for each in (*given, password) if each)


class Blotter:
    """Blots secrets out of everything that is about to be written."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._secrets = tuple(secrets)

    def clean(self, text: str) -> str:
        """A text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, BLOT)
        return _TOKEN.sub(BLOT, text)

    def __call__(self, _logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        """The same event without secrets, as a step of structlog's."""
        return {name: self._value(value) for name, value in event.items()}

    def _value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, list | tuple):
            return [self._value(each) for each in value]
        if isinstance(value, dict):
            return {name: self._value(each) for name, each in value.items()}
        return value if isinstance(value, bool | int | float | None) else self.clean(str(value))


def place_of_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception as its kind and place: its text, and the values in a traceback, may be what people wrote."""
    raised = event.pop("exc_info", None)
    if raised is True:
        raised = sys.exc_info()
    if isinstance(raised, tuple):
        raised = raised[1]
    if isinstance(raised, BaseException):
        event["error"] = place_of(raised)
    return event


def start_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """From now on everything that is noted goes to ``stream`` (standard error), as ``[logging]`` says."""
    stream = sys.stderr if stream is None else stream
    level = _LEVELS[settings.logging.level]
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%S%z", utc=False),
        place_of_exception,
        Blotter(secrets_of(settings)),
    ]
    json = settings.logging.format == "json"
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if json
        else structlog.dev.ConsoleRenderer(colors=stream.isatty(), pad_event_to=24)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def stay_quiet() -> None:
    """For commands that say in sentences what is the matter: nothing is noted besides."""
    logging.getLogger().handlers[:] = [logging.NullHandler()]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
