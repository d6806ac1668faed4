"""Every refusal that is known has its own answer."""

from __future__ import annotations

import pytest
from telegram.error import TelegramError

from bot.channels.base import Outcome, Result
from bot.channels.telegram.refusals import Cure, cure_for, outcome_of
from bot.channels.telegram.request import MaybeSent, NotSent, Refused, refusal
from handlers.core.vocabulary import Refusal

PERSON, GROUP = "5000000001", "-1001234567890"


@pytest.mark.parametrize(
    ("code", "words", "refusal"),
    [
        (403, "Forbidden: bot was blocked by the user", Refusal.UNREACHABLE),
        (403, "Forbidden: user is deactivated", Refusal.UNREACHABLE),
        (403, "Forbidden: bot can't initiate conversation with a user", Refusal.UNREACHABLE),
        (403, "Forbidden: something new about this person", Refusal.UNREACHABLE),
        (400, "Bad Request: chat not found", Refusal.UNREACHABLE),
        (400, "Bad Request: PEER_ID_INVALID", Refusal.UNREACHABLE),
        (400, "Bad Request: message to edit not found", Refusal.TARGET_GONE),
        (400, "Bad Request: message to delete not found", Refusal.TARGET_GONE),
        (400, "Bad Request: message can't be edited", Refusal.TARGET_GONE),
        (400, "Bad Request: message can't be deleted for everyone", Refusal.REFUSED),
        (400, "Bad Request: wrong file identifier/HTTP URL specified", Refusal.FILE_LOST),
        (400, "Bad Request: wrong remote file identifier specified: can't unserialize it", Refusal.FILE_LOST),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", Refusal.FILE_LOST),
        (400, "Bad Request: FILE_REFERENCE_EXPIRED", Refusal.FILE_LOST),
        (400, "Bad Request: file is too big", Refusal.TOO_BIG),
        (400, "Bad Request: message is too long", Refusal.TOO_BIG),
        (400, "Bad Request: message caption is too long", Refusal.TOO_BIG),
        (413, "Request Entity Too Large", Refusal.TOO_BIG),
        (400, "Bad Request: can't parse entities: byte offset 3", Refusal.REFUSED),
        (400, "Bad Request: message text is empty", Refusal.REFUSED),
    ],
)
def test_a_persons_chat(code: int, words: str, refusal: Refusal) -> None:
    outcome = outcome_of(Refused(code, words), PERSON)
    assert (outcome.result, outcome.refusal, outcome.text) == (Result.REFUSED, refusal, words)


@pytest.mark.parametrize(
    ("code", "words", "refusal"),
    [
        (403, "Forbidden: bot was kicked from the supergroup chat", Refusal.GROUP_GONE),
        (403, "Forbidden: bot is not a member of the supergroup chat", Refusal.GROUP_GONE),
        (403, "Forbidden: the group chat was deleted", Refusal.GROUP_GONE),
        (400, "Bad Request: chat not found", Refusal.GROUP_GONE),
        (400, "Bad Request: group chat was upgraded to a supergroup chat", Refusal.GROUP_GONE),
        (400, "Bad Request: not enough rights to create a topic", Refusal.NO_RIGHTS),
        (400, "Bad Request: not enough rights to send text messages to the chat", Refusal.NO_RIGHTS),
        (400, "Bad Request: CHAT_ADMIN_REQUIRED", Refusal.NO_RIGHTS),
        (400, "Bad Request: BOT_FORUM_CREATE_FORBIDDEN", Refusal.NO_RIGHTS),
        (403, "Forbidden: CHAT_WRITE_FORBIDDEN", Refusal.NO_RIGHTS),
        (403, "Forbidden: something new about this group", Refusal.NO_RIGHTS),
        (400, "Bad Request: the chat is not a forum", Refusal.NO_THREADS),
    ],
)
def test_a_group(code: int, words: str, refusal: Refusal) -> None:
    outcome = outcome_of(Refused(code, words), GROUP)
    assert (outcome.result, outcome.refusal) == (Result.REFUSED, refusal)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Refused(400, "Bad Request: message thread not found"), Outcome(Result.THREAD_GONE)),
        (Refused(400, "Bad Request: TOPIC_DELETED"), Outcome(Result.THREAD_GONE)),
        (Refused(400, "Bad Request: TOPIC_ID_INVALID"), Outcome(Result.THREAD_GONE)),
        (Refused(400, "Bad Request: TOPIC_CLOSED"), Outcome(Result.THREAD_CLOSED)),
        (Refused(400, "Bad Request: TOPIC_NOT_MODIFIED"), Outcome(Result.DELIVERED)),
        (Refused(400, "Bad Request: message is not modified: specified …"), Outcome(Result.DELIVERED)),
        (Refused(400, "Bad Request: upgraded", moved_to="-1009"), Outcome(Result.MOVED, moved_to="-1009")),
        (Refused(429, "Too Many Requests: retry after 7", retry_after=7), Outcome(Result.LATER, retry_after=7.5)),
        (Refused(429, "Too Many Requests: retry after 9"), Outcome(Result.LATER, retry_after=9.5)),
        (Refused(429, "Too Many Requests"), Outcome(Result.LATER, retry_after=5.5)),
        (Refused(401, "Unauthorized"), Outcome(Result.STOPPED)),
        (Refused(404, "Not Found"), Outcome(Result.STOPPED)),
        (NotSent("no connection"), Outcome(Result.LATER, whole_channel=True)),
        (Refused(403, "HTTP 403"), Outcome(Result.LATER, whole_channel=True)),
        (MaybeSent("no answer"), Outcome(Result.UNKNOWN)),
        (TelegramError("whatever"), Outcome(Result.UNKNOWN)),
    ],
)
def test_what_is_no_refusal_for_good(error: TelegramError, outcome: Outcome) -> None:
    found = outcome_of(error, GROUP)
    assert (found.result, found.moved_to, found.retry_after, found.whole_channel) == (
        outcome.result,
        outcome.moved_to,
        outcome.retry_after,
        outcome.whole_channel,
    )


def test_a_method_that_an_older_server_lacks_is_not_a_wrong_token() -> None:
    assert outcome_of(Refused(404, "Not Found"), GROUP, optional=True).result is Result.REFUSED
    assert outcome_of(Refused(401, "Unauthorized"), GROUP, optional=True).result is Result.STOPPED


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("Bad Request: message to be replied not found", Cure.NO_REPLY),
        ("Bad Request: there is no text in the message to edit", Cure.CAPTION),
        ("Bad Request: PHOTO_INVALID_DIMENSIONS", Cure.AS_DOCUMENT),
        ("Bad Request: can't parse inline keyboard button: Unknown field style", Cure.PLAIN_BUTTONS),
        ("Bad Request: chat not found", None),
        ("Bad Request: never heard of", None),
    ],
)
def test_what_can_be_tried(words: str, cure: Cure | None) -> None:
    assert cure_for(Refused(400, words)) is cure
    assert cure_for(MaybeSent(words)) is None


def test_answers_that_say_no() -> None:
    found = refusal(429, b'{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":3}}')
    assert isinstance(found, Refused)
    assert (found.code, found.retry_after, found.moved_to) == (429, 3.0, None)
    moved = refusal(400, b'{"ok":false,"description":"x","parameters":{"migrate_to_chat_id":-1001}}')
    assert isinstance(moved, Refused)
    assert moved.moved_to == "-1001"
    for payload in (b"<html>", b"[1]", b"{}", b'{"description":7}', b"[" * 100_000, b"\xff"):
        assert isinstance(refusal(502, payload), MaybeSent)
        assert isinstance(refusal(400, payload), Refused)
        assert isinstance(refusal(302, payload), MaybeSent)
    assert isinstance(refusal(500, b'{"description":"Internal"}'), MaybeSent)
    odd = refusal(400, b'{"description":"x","parameters":{"retry_after":"soon","migrate_to_chat_id":true}}')
    assert isinstance(odd, Refused)
    assert (odd.retry_after, odd.moved_to) == (None, None)
