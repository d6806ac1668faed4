"""Rounds to the paper boxes, visits and talks, on-site offices: what was heard there, and visits that come again."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0004"
down_revision = "0003"

TABLES = """
CREATE TABLE visits (
    id {id}, kind TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES units(id), box_id BIGINT REFERENCES places(id),
    theme TEXT NOT NULL, place TEXT NOT NULL, host TEXT NOT NULL, names TEXT NOT NULL, people BIGINT NOT NULL,
    detail TEXT NOT NULL, list_id BIGINT REFERENCES lists(id), made_by BIGINT NOT NULL REFERENCES people(id),
    opened_at BIGINT NOT NULL, closed_at BIGINT);
CREATE INDEX visits_unit ON visits (unit_id, opened_at);
CREATE INDEX visits_open ON visits (opened_at) WHERE closed_at IS NULL;
CREATE INDEX visits_box ON visits (box_id, opened_at);

CREATE TABLE visit_items (
    id {id}, visit_id BIGINT NOT NULL REFERENCES visits(id), position BIGINT NOT NULL, speaker {blob},
    text TEXT NOT NULL, files TEXT NOT NULL, album TEXT NOT NULL, way TEXT NOT NULL, reply TEXT NOT NULL,
    ticket_id BIGINT REFERENCES tickets(id), task_id BIGINT REFERENCES tasks(id),
    made_by BIGINT NOT NULL REFERENCES people(id), at BIGINT NOT NULL);
CREATE INDEX visit_items_visit ON visit_items (visit_id, position);

CREATE TABLE visit_plans (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), theme TEXT NOT NULL, place TEXT NOT NULL, host TEXT NOT NULL,
    every TEXT NOT NULL, day BIGINT NOT NULL, minutes BIGINT NOT NULL, made_by BIGINT NOT NULL REFERENCES people(id),
    made_at BIGINT NOT NULL, retired_at BIGINT);
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
