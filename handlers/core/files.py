"""Attachments as rows keep them."""

from __future__ import annotations

import json
from dataclasses import asdict

from handlers.core.vocabulary import Attachment, FileKind


def write_file(attachment: Attachment) -> str:
    """An attachment as its row keeps it."""
    return json.dumps({k: v for k, v in asdict(attachment).items() if v not in (None, {}, False)}, ensure_ascii=False)


def read_file(body: str) -> Attachment:
    """An attachment from its row."""
    known = json.loads(body)
    return Attachment(**{**known, "kind": FileKind(known["kind"])})
