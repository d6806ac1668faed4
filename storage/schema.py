"""Which schema the program knows: that of its newest migration."""

from __future__ import annotations

from pathlib import Path

from storage.errors import NewerSchema

SCHEMA = max(path.name[:4] for path in Path(__file__).with_name("migrations").glob("versions/[0-9]*.py"))
"""The newest migration's number."""


def check_schema(found: str | None) -> bool:
    """Whether the schema must be brought up to date.

    Raises:
        NewerSchema: it is from the future.
    """
    if found is not None and found > SCHEMA:
        raise NewerSchema(f"数据库的结构版本是 {found}，比本程序认识的 {SCHEMA} 新。请升级程序，或恢复旧备份。")
    return found != SCHEMA
