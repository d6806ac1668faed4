"""Announcements to everyone of some units: what is sent, how far it is, and people found by their unit."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0002"
down_revision = "0001"

TABLES = """
CREATE TABLE broadcasts (
    id {id}, author_id BIGINT NOT NULL REFERENCES people(id), sealed {blob} NOT NULL, state TEXT NOT NULL,
    cursor BIGINT NOT NULL, listed BIGINT NOT NULL, total BIGINT NOT NULL, queued BIGINT NOT NULL, sent BIGINT NOT NULL,
    blocked BIGINT NOT NULL, failed BIGINT NOT NULL, channel TEXT NOT NULL, chat TEXT NOT NULL, message TEXT,
    made_at BIGINT NOT NULL, moved_at BIGINT NOT NULL, shown_at BIGINT NOT NULL, ended_at BIGINT);
CREATE INDEX broadcasts_open ON broadcasts (author_id) WHERE ended_at IS NULL;
CREATE INDEX people_unit ON people (unit_id);
"""


def upgrade() -> None:
    """Add the table and the index."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
