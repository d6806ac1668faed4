"""Campaigns: what is proposed, seconded, gathered into measures and told."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0005"
down_revision = "0004"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
