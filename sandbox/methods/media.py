"""Messages of the bot that carry files: uploaded, or sent again by their handles; albums; fetching a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.description import Upload
from sandbox.files import MAX_DOWNLOAD, Stored
from sandbox.limits import text_of
from sandbox.methods.places import inside, thread_of, writable
from sandbox.methods.sending import put
from sandbox.records import Json
from sandbox.refusal import Refusal, bad
from sandbox.world import World

ALBUM = range(2, 11)
_FAMILY = {"photo": "seen", "video": "seen", "document": "document", "audio": "audio"}
_WORDS = {"photo": "photos", "video_note": "video notes", "voice": "voice notes", "audio": "music"}


def _words(kind: str) -> str:
    """How the server calls files of a kind when it refuses all of them."""
    return _WORDS.get(kind, f"{kind}s")


def stored(world: World, value: Any, kind: str) -> Stored:
    """The file that stands in a call: an upload, or the handle of one sent before.

    Raises:
        Refusal: it is none that can be sent as this kind.
    """
    if isinstance(value, Upload):
        return world.files.add(kind, value.name, value.content, value.mime)
    if not isinstance(value, str) or not value:
        raise bad(f"there is no {kind.replace('_', ' ')} in the request")
    return world.files.for_sending(value, kind)


def _sender(method: str, kind: str, *, captioned: bool = True) -> Callable[[World, Json], Json]:
    def send(world: World, given: Json) -> Json:
        chat = writable(world, given, _words(kind))
        # What is wrong with the place is said before the file is looked at.
        thread_of(chat, given)
        content = stored(world, given.get(kind), kind).content_of_message()
        if captioned:
            content |= text_of(given, "caption", world.tally)
        return put(world, method, chat, given, content).render()

    return send


def _of_album(world: World, given: Json, kind: str, number: int) -> Stored:
    """One file of an album: what is wrong with itself is said with its number."""
    try:
        return stored(world, given.get("media"), kind)
    except Refusal as refused:
        words = refused.description.removeprefix("Bad Request: ")
        if not words.isupper():
            raise
        raise bad(f'failed to send message #{number} with the error message "{words}"') from None


def _album(world: World, given: Json) -> list[Json]:
    chat = inside(world, given)
    media = given.get("media") or []
    if not isinstance(media, list) or not all(isinstance(each, dict) for each in media):
        raise bad("can't parse media JSON object")
    if len(media) not in ALBUM:
        raise bad("too many messages to send as an album" if media[1:] else "there are no messages to send as an album")
    kinds = [str(each.get("type")) for each in media]
    for kind in kinds:
        if kind not in _FAMILY:
            raise bad(f"can't parse InputMedia: type \"{kind}\" can't be used in sendMediaGroup")
    if len({_FAMILY[kind] for kind in kinds}) > 1:
        odd = next((kind for kind in kinds if kind in ("document", "audio")), kinds[0])
        raise bad(f"{odd} can't be mixed with other media types")
    if given.get("reply_markup"):
        raise bad("reply markup is not allowed in an album")
    for kind in dict.fromkeys(kinds):
        writable(world, given, _words(kind))
    thread_of(chat, given)
    contents = [
        _of_album(world, each, kind, number).content_of_message() | text_of(each, "caption", world.tally)
        for number, (kind, each) in enumerate(zip(kinds, media, strict=True), 1)
    ]
    album = world.album()
    return [put(world, "sendMediaGroup", chat, given, content, album=album).render() for content in contents]


def _get_file(world: World, given: Json) -> Json:
    found = world.files.get(str(given.get("file_id") or ""))
    if found.size > MAX_DOWNLOAD:
        raise bad("file is too big")
    return found.brief() | {"file_path": found.path}


METHODS = {
    "sendPhoto": _sender("sendPhoto", "photo"),
    "sendDocument": _sender("sendDocument", "document"),
    "sendVideo": _sender("sendVideo", "video"),
    "sendVoice": _sender("sendVoice", "voice"),
    "sendAudio": _sender("sendAudio", "audio"),
    "sendAnimation": _sender("sendAnimation", "animation"),
    "sendVideoNote": _sender("sendVideoNote", "video_note", captioned=False),
    "sendSticker": _sender("sendSticker", "sticker", captioned=False),
    "sendMediaGroup": _album,
    "getFile": _get_file,
}
