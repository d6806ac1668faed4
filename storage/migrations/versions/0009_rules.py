"""Which rules counted at a unit since when, and what they said: a promise is kept with the version that made it."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0009"
down_revision = "0008"

TABLES = """
CREATE TABLE rules (
    kind TEXT NOT NULL, version TEXT NOT NULL, body TEXT NOT NULL, first_at BIGINT NOT NULL,
    PRIMARY KEY (kind, version));
CREATE TABLE rules_in_force (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), kind TEXT NOT NULL, version TEXT NOT NULL,
    since BIGINT NOT NULL);
CREATE INDEX rules_in_force_unit ON rules_in_force (unit_id, kind, id);
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
