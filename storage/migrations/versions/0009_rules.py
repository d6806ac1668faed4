"""Rules with versions, the restricted way and reviews by the unit above."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0009"
down_revision = "0008"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
