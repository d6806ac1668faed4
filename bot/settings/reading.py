"""From ``config.toml`` and the environment to :class:`Settings`, or to one report of everything that is wrong.

The environment goes over the file: ``SHUJI_TELEGRAM__TOKEN`` is ``token`` in ``[telegram]``; whole lists are JSON
(``SHUJI_UNITS='[{"code": "HQ", "name": "集团"}]'``). A secret may be in a file: ``token_file``, or
``SHUJI_TELEGRAM__TOKEN_FILE``.
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic_settings import BaseSettings, EnvSettingsSource, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as EnvironmentUnreadable

from bot.settings import report
from bot.settings.checks import checked
from bot.settings.lines import lines_of
from bot.settings.models import Settings
from bot.settings.report import PREFIX, Origin, Problem, SettingsError, terminal_locale, variable
from bot.settings.sections import Sections, near

SECRETS = (("telegram", "token"), ("telegram", "secret"), ("mailbox", "database"))
"""Each may be given by a file instead: ``<key>_file``."""
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)|\(at end of document\)")
_NOT_SETTINGS = ("config", "called")
"""``SHUJI_CONFIG`` says where the file is, ``SHUJI_CALLED`` how the program is called (bot/commands/called.py)."""
_LARGEST = 4 * 1024 * 1024


class _Environment(Settings, BaseSettings):
    """The same settings by the names that the environment has for them; it is asked for words, never made."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter="__")


def load_settings(path: str | Path, *, locale: str | None = None) -> Settings:
    """Read the configuration file at ``path``, with the environment over it.

    Paths in it count from its own folder.

    Raises:
        SettingsError: something is wrong; its text names every wrong setting by file, key and what was expected,
            in ``locale`` (that of the terminal by default).
    """
    path = Path(path)
    locale = locale or terminal_locale()
    text, raw = _file(path, locale)
    environment, problems = _environment()
    origin = Origin(str(path), lines_of(text), environment)
    raw = _over(raw, _without_rivals(raw, environment))
    problems += _secrets(raw, path.parent, origin)
    sections = Sections.read(raw, path.parent, origin)
    problems += sections.problems
    problems += checked(sections, origin)
    if problems:
        raise SettingsError(problems, locale)
    return sections.settings()


def _file(path: Path, locale: str) -> tuple[str, dict[str, Any]]:
    try:
        if path.stat().st_size > _LARGEST:
            raise SettingsError([Problem(str(path), "", "small-file")], locale)
        text = path.read_text("utf-8-sig")
        return text, tomllib.loads(text)
    except FileNotFoundError as error:
        raise SettingsError([Problem(str(path), "", "file")], locale) from error
    except UnicodeDecodeError as error:
        raise SettingsError([Problem(str(path), "", "utf8")], locale) from error
    except OSError as error:
        raise SettingsError([Problem(str(path), "", "readable", found=error.strerror)], locale) from error
    except tomllib.TOMLDecodeError as error:
        place = _POSITION.search(str(error))
        line = int(place[1]) if place and place[1] else len(text.splitlines()) or 1
        found = text.splitlines()[line - 1].strip()[:80] if text.strip() else ""
        facts = {"reason": _POSITION.sub("", str(error)).strip(), "text": found}
        problem = Problem(str(path), "", "toml", facts, line=line)
        raise SettingsError([problem], locale) from error


def _environment() -> tuple[dict[str, Any], list[Problem]]:
    problems = []
    for name in sorted(os.environ):
        first = name.removeprefix(PREFIX).split("__")[0].lower()
        if name.startswith(PREFIX) and first not in (*_sections(), *_NOT_SETTINGS):
            problems.append(
                Problem(name, "", "variable", {"names": near(name, [variable((each,)) for each in _sections()])})
            )
    try:
        return EnvSettingsSource(_Environment)(), problems
    except EnvironmentUnreadable as error:
        named = re.search(r'field "(\w+)"', str(error))
        return {}, [*problems, Problem(variable((named[1],)) if named else PREFIX, "", "json")]


def _sections() -> tuple[str, ...]:
    return tuple(Settings.model_fields)


def _over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    joined = dict(under)
    for key, value in over.items():
        below = joined.get(key)
        joined[key] = _over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return joined


def _without_rivals(raw: dict[str, Any], environment: dict[str, Any]) -> dict[str, Any]:
    """The environment; where it gives a secret in one form, the file's other form of it is taken out of ``raw``."""
    for section, key in SECRETS:
        given, written = environment.get(section), raw.get(section)
        if isinstance(given, dict) and isinstance(written, dict) and (key in given or f"{key}_file" in given):
            raw[section] = {k: v for k, v in written.items() if k not in (key, f"{key}_file")}
    return environment


def _secrets(raw: dict[str, Any], folder: Path, origin: Origin) -> list[Problem]:
    """Put the content of each secret's file in its place."""
    problems = []
    for section, key in SECRETS:
        table = raw.get(section)
        if not isinstance(table, dict) or not isinstance(table.get(f"{key}_file"), str):
            continue
        at: report.Path = (section, f"{key}_file")
        name = f"{section}.{key}_file"
        if key in table:
            problems.append(origin.problem(at, name, "one-of-two", other=f"{section}.{key}"))
            continue
        file = folder / Path(table[f"{key}_file"]).expanduser()
        try:
            raw[section] = {**table, key: file.read_text("utf-8").strip()}
        except (OSError, UnicodeDecodeError):
            problems.append(origin.problem(at, name, "secret-file", f'"{file}"'))
    return problems
