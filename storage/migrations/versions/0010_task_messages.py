"""Which messages show which tasks, so that a reply to one finds them again."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0010"
down_revision = "0009"

TABLES = """
CREATE TABLE task_messages (
    tag {blob} NOT NULL, task_id BIGINT NOT NULL REFERENCES tasks(id), PRIMARY KEY (tag, task_id));
"""


def upgrade() -> None:
    """Add the table."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
