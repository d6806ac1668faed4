"""The kinds of value that settings are made of. Each names its own expectation, which the report says in words.

Paths, and the file of an SQLite database, count from the folder of the configuration file (``folder`` in the
validation context), wherever the program was started.
"""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationInfo
from pydantic_core import PydanticCustomError

from handlers.components.register import Register
from handlers.practices.supervision import task_registers
from handlers.reports import ledger
from handlers.rules.columns import UnknownColumn

_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9_.\-]*):(?P<port>\d{1,5})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
SQLITE = "sqlite:///"
_POSTGRESQL = ("postgresql://", "postgres://")


def wrong(expected: str, **facts: Any) -> PydanticCustomError:
    """A refusal whose type is a text of the report: ``settings-expected-<expected>``."""
    return PydanticCustomError(f"settings-expected-{expected}", "not as expected", facts)


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError) as error:
        raise wrong("zone") from error
    return name


def _folder(info: ValidationInfo) -> Path:
    return Path((info.context or {}).get("folder", "."))


def _from_folder(path: Path, info: ValidationInfo) -> Path:
    return (_folder(info) / path.expanduser()).absolute()


def _database(url: str, info: ValidationInfo) -> str:
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return SQLITE + str(_from_folder(Path(url.removeprefix(SQLITE)), info))
    for start in _POSTGRESQL:
        if url.startswith(start) and len(url) > len(start):
            return _POSTGRESQL[0] + url.removeprefix(start)
    raise wrong("database")


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    found = _CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise wrong("clock")
    return time(int(found[1]), int(found[2]))


def _date(value: object) -> object:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise wrong("date") from error


def _url(value: str, schemes: tuple[str, ...], expected: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise wrong(expected) from error
    if parts.scheme not in schemes or not host:
        raise wrong(expected)
    return value.rstrip("/")


def _api(value: str) -> str:
    url = _url(value, ("http", "https"), "api")
    # Everybody's servers end in /bot<token>/; one that is given without it is meant all the same.
    return url if url.endswith("/bot") else url + "/bot"


def _listen(value: str) -> str:
    found = _LISTEN.fullmatch(value.strip())
    if found is None or not 0 < int(found["port"]) < 65536:
        raise wrong("listen")
    return f"{found['host'] or '0.0.0.0'}:{found['port']}"


def _empty_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


EmptyIsNone = BeforeValidator(_empty_is_none)
"""An empty text switches the setting off: TOML has no word for nothing."""

Text = Annotated[str, Field(min_length=1)]
Zone = Annotated[str, AfterValidator(_zone)]
File = Annotated[Path, AfterValidator(_from_folder)]
DatabaseUrl = Annotated[str, AfterValidator(_database)]
ClockTime = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[date, BeforeValidator(_date)]
ApiUrl = Annotated[str, AfterValidator(_api)]
WebhookUrl = Annotated[str, AfterValidator(lambda value: _url(value, ("https", "http"), "webhook"))]
Listen = Annotated[str, AfterValidator(_listen)]


def _shape(pattern: str, expected: str) -> AfterValidator:
    shape = re.compile(pattern)

    def check(value: str | SecretStr) -> str | SecretStr:
        if not shape.fullmatch(value if isinstance(value, str) else value.get_secret_value()):
            raise wrong(expected)
        return value

    return AfterValidator(check)


Code = Annotated[str, _shape(r"[A-Za-z0-9_-]{1,20}", "code")]
"""A unit's code: it travels in deep links and buttons, so letters, digits, ``_`` and ``-`` only."""
Prefix = Annotated[str, _shape(r"[A-Z][A-Z0-9]{0,7}", "prefix")]
"""What ticket numbers begin with."""
DangerPhrases = Annotated[tuple[Annotated[str, _shape(r".{2,40}", "phrase")], ...], Field(max_length=300)]
"""Of one character would be in everything that is written."""
Token = Annotated[SecretStr, _shape(r"\d{1,20}:[A-Za-z0-9_-]{1,200}(/test)?", "token")]
HookSecret = Annotated[SecretStr, _shape(r"[A-Za-z0-9_-]{1,256}", "hook-secret")]


def _columns(register: Register[Any]) -> AfterValidator:
    def check(written: tuple[str, ...]) -> tuple[str, ...]:
        try:
            register.layout(written)
        except UnknownColumn as error:
            names = "、".join(each[0] for each in register.names().values())
            raise wrong("column", word=error.word, names=names) from error
        return written

    return AfterValidator(check)


LedgerColumns = Annotated[tuple[str, ...], _columns(ledger.COLUMNS)]
"""The columns of the ledger: “编号”, or “反映人=来信人” with another title."""
SupervisedColumns = Annotated[tuple[str, ...], _columns(task_registers.SUPERVISED)]
"""Those of 督办事项清单."""
ProblemColumns = Annotated[tuple[str, ...], _columns(task_registers.FOUR_LISTS)]
"""Those of checklists and projects (问题台账)."""


def _group(value: int) -> int:
    if value >= 0:
        raise wrong("group")
    return value


def _user(value: int) -> int:
    if value <= 0:
        raise wrong("user")
    return value


GroupId = Annotated[int, AfterValidator(_group)]
UserId = Annotated[int, AfterValidator(_user)]
Days = Annotated[int, Field(ge=1, le=366)]
"""Natural days."""
Workdays = Annotated[float, Field(gt=0, le=366)]
"""Working days; half ones too."""
Share = Annotated[float, Field(ge=0, le=1)]
