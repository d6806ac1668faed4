"""The published Bot API as aiogram's models have it, ``types`` and ``methods``; read when it is first asked for.

To import them takes seconds, in every worker that collects the tests; few of them ask.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any


def __getattr__(name: str) -> Any:
    if name in ("types", "methods"):
        return importlib.import_module(f"aiogram.{name}")
    raise AttributeError(name)


@cache
def by_name() -> dict[str, Any]:
    """The models of all methods, by the names that they are called by."""
    methods = importlib.import_module("aiogram.methods")
    models = (getattr(methods, name) for name in methods.__all__)
    return {each.__api_method__: each for each in models if isinstance(getattr(each, "__api_method__", None), str)}
