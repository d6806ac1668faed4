"""Messages of the bot that carry no file: texts, places, people, polls, "typing"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.limits import markup_of, text_of
from sandbox.methods.places import answered, inside, thread_of, writable
from sandbox.records import Chat, Json, Message
from sandbox.refusal import bad
from sandbox.tally import Effect
from sandbox.world import World

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def put(world: World, method: str, chat: Chat, given: Json, content: Json, **facts: Any) -> Message:
    """Put a message of the bot into a chat, as the parameters that all methods of sending share say."""
    thread = thread_of(chat, given)
    message = world.post(
        chat,
        world.bot,
        content,
        thread=thread,
        in_topic=thread is not None,
        markup=markup_of(given),
        protected=bool(given.get("protect_content")),
        **answered(world, chat, given),
        **facts,
    )
    world.tally.log.append(Effect(method, chat.id, (message.id,), message.text, world.clock.exact()))
    return message


def _send_message(world: World, given: Json) -> Json:
    chat = writable(world, given)
    return put(world, "sendMessage", chat, given, text_of(given, "text", world.tally)).render()


def _where(given: Json) -> Json:
    latitude, longitude = given.get("latitude"), given.get("longitude")
    for value, most in ((latitude, 90), (longitude, 180)):
        if not isinstance(value, int | float) or abs(value) > most:
            raise bad("wrong geographic coordinates specified" if value is not None else "location is empty")
    return {"latitude": latitude, "longitude": longitude}


def _location(given: Json) -> Json:
    return {"location": _where(given)}


def _venue(given: Json) -> Json:
    title, address = str(given.get("title") or ""), str(given.get("address") or "")
    if not title:
        raise bad("venue title must be non-empty")
    where = _where(given)
    return {"location": where, "venue": {"location": where, "title": title, "address": address}}


def _contact(given: Json) -> Json:
    phone, name = str(given.get("phone_number") or ""), str(given.get("first_name") or "")
    if not phone or not name:
        raise bad("contact phone number or first name is empty")
    return {"contact": {"phone_number": phone, "first_name": name}}


def _poll(given: Json) -> Json:
    options = given.get("options") or []
    texts = [str(each.get("text", "")) if isinstance(each, dict) else str(each) for each in options]
    if not 2 <= len(texts) <= 12:
        raise bad("poll must have at least 2 option" if len(texts) < 2 else "poll can't have more than 12 options")
    question = str(given.get("question") or "")
    if not 1 <= len(question) <= 300:
        raise bad("poll question must be non-empty" if not question else "poll question is too long")
    return {"poll": poll(question, texts)}


def poll(question: str, options: list[str]) -> Json:
    """The Bot API's Poll."""
    return {
        "id": str(5_000_000_000 + len(question)),
        "question": question,
        "options": [
            {"persistent_id": str(place), "text": each, "voter_count": 0} for place, each in enumerate(options)
        ],
        "total_voter_count": 0,
        "is_closed": False,
        "is_anonymous": True,
        "type": "regular",
        "allows_multiple_answers": False,
        "allows_revoting": False,
        "members_only": False,
    }


def _content(method: str, what: str, make: Callable[[Json], Json]) -> Callable[[World, Json], Json]:
    def send(world: World, given: Json) -> Json:
        return put(world, method, writable(world, given, what), given, make(given)).render()

    return send


def _chat_action(world: World, given: Json) -> bool:
    chat = inside(world, given)
    if given.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    world.changed("typing", (chat, thread_of(chat, given)))
    return True


METHODS = {
    "sendMessage": _send_message,
    "sendLocation": _content("sendLocation", "locations", _location),
    "sendVenue": _content("sendVenue", "venues", _venue),
    "sendContact": _content("sendContact", "contacts", _contact),
    "sendPoll": _content("sendPoll", "polls", _poll),
    "sendChatAction": _chat_action,
}
