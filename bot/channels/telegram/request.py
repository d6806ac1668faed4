"""HTTP to a Bot API server for python-telegram-bot, on aiohttp: fast with many calls in flight, exact about failures.

What matters to the outbox is whether a call that failed may have been carried out. A connection that could not be made
carried nothing (:class:`NotSent`); once the request has left, silence proves nothing (:class:`MaybeSent`); an answer
that says no is :class:`Refused`. The token stands in every URL, so no text of an error is passed on unseen.
"""

from __future__ import annotations

import io
import json
import re
import ssl
from collections.abc import Mapping
from functools import lru_cache
from typing import IO, Any

import aiohttp
from telegram.error import NetworkError, TelegramError
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
"""How long an answer may take. Shorter would make answers unknown that are only slow."""
UPLOAD_BYTES_A_SECOND = 50_000
"""The slowest upload that is waited for."""
MAX_DOWNLOAD = 20 << 20
"""Bots may fetch files of at most 20 MB (a limit of the Bot API)."""
NOT_IMPLEMENTED = 501
_CHUNK = 1 << 16
_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
_UNFIT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff/\\]")


class NotSent(NetworkError):
    """No connection to the server: the call was certainly not carried out."""


class MaybeSent(NetworkError):
    """The request left and no usable answer came back: the call may have been carried out."""


class Refused(TelegramError):
    """The server answered no. ``description`` is in its own words, ``code`` its HTTP status."""

    def __init__(
        self, code: int, description: str, *, retry_after: float | None = None, moved_to: str | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after
        self.moved_to = moved_to

    def __str__(self) -> str:
        return self.description

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        return self.__class__, (self.code, self.description)


class NoSuchMethod(Refused):
    """The server knows the token, and not this method of the Bot API."""


class TooBig(TelegramError):
    """A file is bigger than bots may fetch."""


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) and value > 0 else None


def refusal(code: int, payload: bytes) -> TelegramError:
    """What an answer other than 2xx means: a refusal in the server's words, or no usable answer at all.

    An error without the Bot API's JSON comes from something in between (a proxy's page): 4xx was turned away before
    anything happened, 5xx tells nothing, save for 501: what is not implemented was not done.
    """
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("description"), str):
        return MaybeSent(f"HTTP {code} without an answer") if _tells_nothing(code) else Refused(code, f"HTTP {code}")
    description = answer["description"][:300]
    # A failing server may have failed after doing what it was asked.
    if _tells_nothing(code):
        return MaybeSent(f"HTTP {code}: {description}")
    parameters = answer.get("parameters")
    if not isinstance(parameters, dict):
        parameters = {}
    moved = parameters.get("migrate_to_chat_id")
    return Refused(
        code,
        description,
        retry_after=_number(parameters.get("retry_after")),
        moved_to=str(moved) if isinstance(moved, int) and not isinstance(moved, bool) else None,
    )


def _tells_nothing(code: int) -> bool:
    return code < 400 or (code >= 500 and code != NOT_IMPLEMENTED)


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's way to the network. ``connections``: how many calls may be in flight at once.

    ``proxies``: go through the proxy that the environment names (``HTTPS_PROXY``), if it names one.
    """

    __slots__ = ("_connections", "_proxies", "_session", "_token")

    def __init__(self, token: str, *, connections: int = 64, proxies: bool = True) -> None:
        self._token = token
        self._proxies = proxies
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take unless a call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Open the pool; connections are made when first needed."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, ttl_dns_cache=60),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._proxies,
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def redact(self, text: str) -> str:
        """``text`` without the token."""
        return text.replace(self._token, "<token>") if self._token else text

    def parse_json_payload(self, payload: bytes) -> dict[str, Any]:  # type: ignore[override]
        """The answer to a call that was carried out.

        Raises:
            Refused: it was not: some servers say so in the body alone.
            MaybeSent: it is broken; never logged, because it may hold what people wrote.
        """
        try:
            answer = json.loads(payload)
        except (ValueError, RecursionError):
            raise MaybeSent("the server's answer is not JSON") from None
        if isinstance(answer, dict) and answer.get("ok") is False:
            code = answer.get("error_code")
            raise refusal(code if type(code) is int else 400, self.redact(payload.decode("utf-8", "replace")).encode())
        if not isinstance(answer, dict) or "result" not in answer:
            raise MaybeSent("the server's answer has no result")
        return answer

    async def ask(self, url: str, parameters: Mapping[str, Any], seconds: float) -> Any:
        """Call a method that takes no files and give its result: what ``post`` does, in a third of the time.

        Raises:
            NotSent, MaybeSent, Refused: see there.
        """
        # Half of a surrogate pair can come in a name; no server takes one.
        body = json.dumps(parameters, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
        timeout = _timeout(CONNECT_SECONDS, seconds, _upload(body))
        _, payload = await self._exchange("POST", url, _whole(body, _JSON), timeout)
        return self.parse_json_payload(payload)["result"]

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - derived from the size of what is sent
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - part of connecting
    ) -> tuple[int, bytes]:
        """Make one HTTP request; returns status and body of a 2xx answer.

        Raises:
            NotSent, MaybeSent, Refused, TooBig: see there.
        """
        read = READ_SECONDS if read_timeout is self.DEFAULT_NONE or read_timeout is None else float(read_timeout)
        connect = (
            CONNECT_SECONDS
            if connect_timeout is self.DEFAULT_NONE or connect_timeout is None
            else float(connect_timeout)
        )
        body, upload = _body(request_data)
        timeout = _timeout(connect, read, upload + (300 if method == "GET" else 0))
        return await self._exchange(method, url, body, timeout)

    async def _exchange(
        self,
        method: str,
        url: str,
        body: aiohttp.BytesPayload | aiohttp.FormData | None,
        timeout: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        session = self._session
        if session is None or session.closed:
            raise NotSent("the connection is closed")
        try:
            async with session.request(method, url, data=body, timeout=timeout, allow_redirects=False) as response:
                payload = await _read(response) if method == "GET" else await response.read()
                status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = self._failure(error)
        else:
            if 200 <= status <= 299:
                return status, payload
            failure = refusal(status, self.redact(payload.decode("utf-8", "replace")).encode())
        # Raised here and not above: what aiohttp raises names the address, and with it the token.
        raise failure

    def _failure(self, error: Exception) -> TelegramError:
        """Whether a request that failed had left."""
        if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
            return NotSent("the server's address is not a URL")
        words = self._words(error)
        if isinstance(
            error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.ClientHttpProxyError
        ):
            return NotSent(f"no connection: {words}")
        return MaybeSent(f"no answer: {words}")

    def _words(self, error: BaseException) -> str:
        if isinstance(error, ssl.SSLError):
            return f"{type(error).__name__}: the server's certificate is not accepted"
        reason = getattr(error, "strerror", None) or ""
        return self.redact(f"{type(error).__name__} {reason}".strip())


@lru_cache(64)
def _timeout(connect: float, read: float, more: int) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        total=connect + read + 10 + more, connect=connect, sock_connect=connect, sock_read=read
    )


def _whole(body: bytes, kind: str) -> aiohttp.BytesPayload:
    # FormData costs several times as much, and only files need it.
    return aiohttp.BytesPayload(body, content_type=kind)


def _upload(body: bytes) -> int:
    """How many seconds sending so much may take."""
    return len(body) // UPLOAD_BYTES_A_SECOND


def _body(data: RequestData | None) -> tuple[aiohttp.BytesPayload | aiohttp.FormData | None, int]:
    """What to send, and how many seconds that may take."""
    if data is None:
        return None, 0
    if not data.contains_files:
        encoded = data.url_encoded_parameters({"errors": "replace"}).encode()
        return _whole(encoded, _FORM), _upload(encoded)
    # Names of files as they are: quoted, people would see percent signs.
    form, size = aiohttp.FormData(quote_fields=False), 0
    for name, value in data.json_parameters.items():
        form.add_field(name, value.encode("utf-8", "replace").decode())
        size += len(value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, _stream(content), filename=_UNFIT.sub("_", filename), content_type=mime)
        size += len(content) if isinstance(content, bytes) else 0
    return form, size // UPLOAD_BYTES_A_SECOND


def _stream(content: bytes | IO[bytes]) -> IO[bytes]:
    return io.BytesIO(content) if isinstance(content, bytes) else content


async def _read(response: aiohttp.ClientResponse) -> bytes:
    content = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > MAX_DOWNLOAD:
            raise TooBig("the file is bigger than 20 MB")
    return bytes(content)
