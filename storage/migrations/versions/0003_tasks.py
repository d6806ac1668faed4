"""What is promised with an owner and a date, and struck off with evidence: tasks and the lists that they stand on."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0003"
down_revision = "0002"

TABLES = """
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
