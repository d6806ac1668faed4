"""The public board: what was raised and what became of it, told to everyone."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0008"
down_revision = "0007"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
