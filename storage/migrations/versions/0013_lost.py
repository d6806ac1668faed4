"""What a restored backup lost: which numbers were given after it, and which messages in chats tell of them.

A message is found by its keyed tag, as in ``messages``, and leads to a number alone. Nothing else of the ticket is
kept, and nobody without the key can say in whose chat the message is.
"""

from alembic import op

from storage.migrations.dialect import spell

revision = "0013"
down_revision = "0012"

TABLES = """
CREATE TABLE lost_tickets (
    number TEXT PRIMARY KEY, follow_tag {blob}, restored_at BIGINT NOT NULL, written_at BIGINT);
CREATE INDEX lost_tickets_follow ON lost_tickets (follow_tag);
CREATE TABLE lost_messages (tag {blob} PRIMARY KEY, number TEXT NOT NULL, side TEXT NOT NULL);
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
