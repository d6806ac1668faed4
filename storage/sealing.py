"""Keeping identities: sealed so that only the key file opens them, tagged so that they are found again without opening.

Whoever holds the database without the key file can't tell who raised a ticket, nor that two tickets come from one
person. Sealing is AES-256-GCM with the place of the value as associated data, so that a sealed value moved to another
row does not open; tags are HMAC-SHA256 under a key of their own.
"""

from __future__ import annotations

import base64
import hmac
import json
import os
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import BadKeyFile, NoKeyFile, WrongKey

_HEADER = "shuji-key-1"
_KEY_BYTES = 64
_NONCE_BYTES = 12
TAG_BYTES = 20
_TAGS_KEPT = 4_096
"""Whoever writes now is looked for under the same few tags, again and again."""


@dataclass(frozen=True, slots=True)
class Sealer:
    """Seals, opens and tags with the keys made from one secret of 64 bytes."""

    secret: bytes = field(repr=False)
    _cipher: AESGCM = field(init=False, repr=False)
    _tag_key: bytes = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_cipher", AESGCM(self._derive(b"seal")))
        object.__setattr__(self, "_tag_key", self._derive(b"tag"))

    def _derive(self, purpose: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"shuji " + purpose).derive(self.secret)

    @classmethod
    def create(cls, path: Path) -> Sealer:
        """Make a new key file that only its owner may read.

        Raises:
            FileExistsError: there is one already; replacing it would close every name for ever.
        """
        secret = os.urandom(_KEY_BYTES)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{_HEADER}\n{base64.b64encode(secret).decode()}\n")
            file.flush()
            os.fsync(file.fileno())
        return cls(secret)

    @classmethod
    def load(cls, path: Path) -> Sealer:
        """The sealer of a key file.

        Raises:
            NoKeyFile: there is none.
            BadKeyFile: unreadable or damaged; the text says what to do.
        """
        try:
            header, _, body = path.read_text("ascii").partition("\n")
            secret = base64.b64decode(body.strip(), validate=True)
        except FileNotFoundError:
            raise NoKeyFile(
                f"{path}: 找不到密钥文件。首次启动信箱时生成；信箱若已用过，请从备份处恢复。", str(path)
            ) from None
        except (OSError, ValueError) as error:
            raise BadKeyFile(f"{path}: 密钥文件读不出来（{error}）。请从备份处恢复。", str(path)) from error
        if header != _HEADER or len(secret) != _KEY_BYTES:
            raise BadKeyFile(f"{path}: 这不是信箱的密钥文件，或已损坏。请从备份处恢复。", str(path))
        return cls(secret)

    def seal(self, value: Any, where: str) -> bytes:
        """``value`` (anything JSON can say) so that only :meth:`open` with the same ``where`` gives it back."""
        nonce = os.urandom(_NONCE_BYTES)
        # Half of a surrogate pair can come in a name: it is kept as it came.
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        return nonce + self._cipher.encrypt(nonce, plain, where.encode())

    def open(self, sealed: bytes, where: str) -> Any:
        """What was sealed at ``where``.

        Raises:
            WrongKey: sealed with another key, elsewhere, or changed since.
        """
        try:
            plain = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], where.encode())
        except (InvalidTag, ValueError):
            raise WrongKey(f"{where}: 打不开。密钥文件与数据库不配套，或数据被改动过。") from None
        return json.loads(plain.decode("utf-8", "surrogatepass"))

    def tag(self, kind: str, *parts: str) -> bytes:
        """The blind index of ``parts``: 20 bytes, the same for the same words, saying nothing without the key."""
        return _tag(self._tag_key, kind, *parts)


@lru_cache(_TAGS_KEPT)
def _tag(key: bytes, *parts: str) -> bytes:
    # With their lengths, so that no two lists of parts run together into the same words.
    message = "".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")
    return hmac.digest(key, message, "sha256")[:TAG_BYTES]
