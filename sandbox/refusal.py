"""A refusal in Telegram's own words and codes."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """The answer ``{"ok": false, …}`` to a call of the Bot API."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON of the answer."""
        made: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            made["parameters"] = self.parameters
        return made


def bad(text: str, **parameters: Any) -> Refusal:
    """400: the call itself is wrong."""
    return Refusal(400, f"Bad Request: {text}", parameters or None)


def forbidden(text: str) -> Refusal:
    """403: who is written to does not want it, or is not there."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """409: somebody else reads the updates."""
    return Refusal(409, f"Conflict: {text}")


def too_many(seconds: int) -> Refusal:
    """429: wait ``seconds``."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
