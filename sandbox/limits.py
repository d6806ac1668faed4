"""What a message may hold: lengths, entities, buttons. Refusals in the server's words."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.entities import marks, units
from sandbox.records import Json
from sandbox.refusal import bad
from sandbox.tally import Tally

TEXT = 4096
CAPTION = 1024
"""UTF-16 units."""
ENTITIES = 100
BUTTON_DATA = 64
"""Bytes."""
BUTTONS_IN_ROW = 8
BUTTONS = 100
COPIED = 256
STYLES = frozenset({"danger", "success", "primary"})
_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "disabled",
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u2028-\u202e]")


def cleaned(text: str) -> str:
    """A text as the server keeps it: no control characters, nothing empty at the ends."""
    return _CONTROL.sub(lambda found: "" if found[0] == "\r" else " ", text).strip()


def text_of(given: Json, name: str, tally: Tally) -> Json:
    """The fields of a message for its text or caption, with entities.

    Raises:
        Refusal: it is too long, or empty where it must not be.
    """
    entities_name = "entities" if name == "text" else "caption_entities"
    if given.get("parse_mode"):
        tally.mistakes.append("parse_mode: texts of people are sent with entities")
        raise bad("can't parse entities: no parse mode is known here")
    raw = given.get(name) or ""
    if not isinstance(raw, str):
        raise bad("message text must be of type String")
    text = cleaned(raw)
    if not text:
        if name == "text":
            raise bad("message text is empty")
        return {}
    if units(text) > (TEXT if name == "text" else CAPTION):
        raise bad("message is too long" if name == "text" else "message caption is too long")
    entities = given.get(entities_name) or []
    if len(entities) > ENTITIES:
        raise bad("ENTITIES_TOO_LONG")
    length = units(text)
    for each in entities:
        if not isinstance(each, dict) or not isinstance(each.get("type"), str):
            raise bad('can\'t parse MessageEntity: Field "type" must be of type String')
        if not 0 <= each.get("offset", -1) < length or each.get("length", 0) <= 0:
            raise bad("ENTITY_BOUNDS_INVALID")
    made: Json = {name: text}
    found = list(entities) or marks(text)
    if found:
        made[entities_name] = found
    return made


def markup_of(given: Json) -> Json | None:
    """The buttons under a message; None for none, and for keyboards that belong to the chat.

    Raises:
        Refusal: a button is not one.
    """
    markup = given.get("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    rows = markup.get("inline_keyboard")
    if rows is None:
        return None
    if not isinstance(rows, list) or any(not isinstance(row, list) for row in rows):
        raise bad('can\'t parse inline keyboard: Field "inline_keyboard" must be of type Array')
    kept = [[_button(each) for each in row] for row in rows if row]
    if sum(map(len, kept)) > BUTTONS or any(len(row) > BUTTONS_IN_ROW for row in kept):
        raise bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def _button(given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = cleaned(str(given.get("text") or ""))
    if not text:
        raise bad("can't parse inline keyboard button: button text must be non-empty")
    actions = [name for name in _ACTIONS if name in given]
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad("can't parse inline keyboard button: Exactly one action must be specified")
    if "callback_data" in given and not 1 <= len(str(given["callback_data"]).encode()) <= BUTTON_DATA:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in given and not _is_url(str(given["url"])):
        raise bad(f"inline keyboard button URL '{given['url']}' is invalid: Wrong HTTP URL")
    copied = given.get("copy_text")
    if copied is not None and not 1 <= len(str(copied.get("text", "")) if isinstance(copied, dict) else "") <= COPIED:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    if "style" in given and given["style"] not in STYLES:
        raise bad("can't parse inline keyboard button: invalid button style specified")
    return {**given, "text": text}


def _is_url(url: str) -> bool:
    parts = urlsplit(url)
    return (parts.scheme in ("http", "https") and bool(parts.hostname)) or parts.scheme in ("tg", "ton")
