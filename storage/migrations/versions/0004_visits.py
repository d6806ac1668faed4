"""Rounds to the paper boxes, visits and talks, on-site sessions."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0004"
down_revision = "0003"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
