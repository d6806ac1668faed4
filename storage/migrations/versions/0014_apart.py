"""What tells a unit apart from others of its name, for every place where a unit is shown.

It says something of units alone, and is made of their names: it can't join a person with what they raised.
"""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Add the column; the settings fill it when they are next brought into the database."""
    op.execute("ALTER TABLE units ADD COLUMN apart TEXT")
