"""Messages sent again: copies that hide their author, and forwards that show them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from sandbox.limits import text_of
from sandbox.methods.places import known_chat, message_of, thread_of, writable
from sandbox.methods.sending import put
from sandbox.records import Chat, Json, Message
from sandbox.refusal import bad
from sandbox.world import World

MOST = 100


def _source(world: World, given: Json) -> Chat:
    return known_chat(world, given, "from_chat_id")


def _plain(given: Json) -> Json:
    """The parameters that every copy of several shares."""
    names = ("chat_id", "message_thread_id", "protect_content", "disable_notification", "reply_parameters")
    return {name: given[name] for name in names if name in given}


def _content(message: Message, given: Json, world: World) -> Json:
    content = dict(message.content)
    if "text" in content or not ("caption" in given or given.get("remove_caption")):
        return content
    content.pop("caption", None)
    content.pop("caption_entities", None)
    if given.get("caption"):
        content |= text_of(given, "caption", world.tally)
    return content


def _copy(world: World, given: Json) -> Json:
    chat = writable(world, given)
    message = message_of(_source(world, given), given, "copy")
    if message.service or message.protected:
        raise bad("message can't be copied")
    copied = put(world, "copyMessage", chat, given, _content(message, given, world))
    return {"message_id": copied.id}


def _forward(world: World, given: Json) -> Json:
    chat = writable(world, given)
    message = message_of(_source(world, given), given, "forward")
    if message.service or message.protected:
        raise bad("message can't be forwarded")
    return put(world, "forwardMessage", chat, given, dict(message.content), forward_origin=_origin(message)).render()


def _origin(message: Message) -> Json:
    return message.forward_origin or {"type": "user", "date": message.date, "sender_user": message.sender.brief()}


def _ids(given: Json) -> list[int]:
    ids = given.get("message_ids") or []
    if not isinstance(ids, list) or not ids:
        raise bad("message identifiers are not specified")
    if len(ids) > MOST:
        raise bad("too many message identifiers specified")
    numbers = [int(each) for each in ids]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        raise bad("message identifiers must be in a strictly increasing order")
    return numbers


def _several(method: str, *, shown: bool) -> Callable[[World, Json], list[Json]]:
    def send(world: World, given: Json) -> list[Json]:
        chat, source = writable(world, given), _source(world, given)
        thread_of(chat, given)
        # What is gone, or can't be copied, is left out silently.
        found = [source.messages.get(each) for each in _ids(given)]
        messages = [each for each in found if each is not None and not each.service and not each.protected]
        if not messages:
            raise bad(f"there are no messages to {'forward' if shown else 'copy'}")
        albums = _new_albums(world, messages)
        made = []
        for each in messages:
            content = dict(each.content)
            if given.get("remove_caption"):
                content = {key: value for key, value in content.items() if not key.startswith("caption")}
            facts = {"album": albums.get(each.album or "")} | ({"forward_origin": _origin(each)} if shown else {})
            made.append({"message_id": put(world, method, chat, _plain(given), content, **facts).id})
        return made

    return send


def _new_albums(world: World, messages: Iterable[Message]) -> dict[str, str]:
    return {name: world.album() for name in dict.fromkeys(each.album for each in messages) if name is not None}


METHODS = {
    "copyMessage": _copy,
    "forwardMessage": _forward,
    "copyMessages": _several("copyMessages", shown=False),
    "forwardMessages": _several("forwardMessages", shown=True),
}
