"""Surveys: what is asked, who answered, and, apart from that, what was answered.

Who answered is a keyed tag, what was answered stands in another table under a random key with nothing but the day; both
are kept in the order of their keys where the engine can (SQLite), so that not even the order of the rows joins them.
"""

from alembic import op

from storage.migrations.dialect import spell

revision = "0006"
down_revision = "0005"

TABLES = """
CREATE TABLE surveys (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), title TEXT NOT NULL, intro TEXT NOT NULL,
    anonymous BIGINT NOT NULL, questions TEXT NOT NULL, picked TEXT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES people(id), made_at BIGINT NOT NULL, opened_at BIGINT, closes_at BIGINT,
    closed_at BIGINT);
CREATE INDEX surveys_unit ON surveys (unit_id, id);

CREATE TABLE survey_participants (
    survey_id BIGINT NOT NULL REFERENCES surveys(id), tag {blob} NOT NULL, PRIMARY KEY (survey_id, tag)){by_key};

CREATE TABLE survey_answers (
    survey_id BIGINT NOT NULL REFERENCES surveys(id), key TEXT NOT NULL, day TEXT NOT NULL, unit_id BIGINT,
    person {blob}, answers TEXT NOT NULL, PRIMARY KEY (survey_id, key)){by_key};
"""


def upgrade() -> None:
    """Add the tables."""
    engine = op.get_bind().dialect.name
    tables = TABLES.replace("{by_key}", " WITHOUT ROWID" if engine == "sqlite" else "")
    for statement in spell(tables, engine):
        op.execute(statement)
