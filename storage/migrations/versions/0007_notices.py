"""Policy notices, who has read them, and frequent questions with their answers."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0007"
down_revision = "0006"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
