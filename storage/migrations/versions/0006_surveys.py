"""Surveys: what is asked, who answered, and, apart from that, what was answered."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0006"
down_revision = "0005"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
