"""The public board: what was raised and what became of it, told to everyone."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0008"
down_revision = "0007"

TABLES = """
CREATE TABLE publications (
    id {id}, ticket_id BIGINT NOT NULL UNIQUE REFERENCES tickets(id), unit_id BIGINT NOT NULL REFERENCES units(id),
    category_id BIGINT REFERENCES categories(id), question TEXT NOT NULL, answer TEXT NOT NULL, state TEXT NOT NULL,
    made_by BIGINT NOT NULL REFERENCES people(id), made_at BIGINT NOT NULL, published_at BIGINT);
CREATE INDEX publications_state ON publications (state, published_at);

CREATE TABLE publication_echoes (
    publication_id BIGINT NOT NULL REFERENCES publications(id), tag {blob} NOT NULL,
    PRIMARY KEY (publication_id, tag)){by_key};
"""


def upgrade() -> None:
    """Add the tables."""
    engine = op.get_bind().dialect.name
    tables = TABLES.replace("{by_key}", " WITHOUT ROWID" if engine == "sqlite" else "")
    for statement in spell(tables, engine):
        op.execute(statement)
