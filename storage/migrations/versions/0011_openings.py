"""How often it was begun to open the files of an outgoing row: a row that ends the program is not begun for ever.

A number from 0 to 3 on a row that is gone once it is sent; it tells nothing of who sent the file.
"""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE outbox ADD COLUMN openings BIGINT NOT NULL DEFAULT 0")
