"""Policy notices, who has read them, what was asked about them; frequent questions with their answers."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0007"
down_revision = "0006"

TABLES = """
CREATE TABLE notices (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), title TEXT NOT NULL, body TEXT NOT NULL, files TEXT NOT NULL,
    picked TEXT NOT NULL, made_by BIGINT NOT NULL REFERENCES people(id), made_at BIGINT NOT NULL, retired_at BIGINT);
CREATE INDEX notices_unit ON notices (unit_id, id);

CREATE TABLE notice_reads (
    notice_id BIGINT NOT NULL REFERENCES notices(id), person_id BIGINT NOT NULL REFERENCES people(id),
    at BIGINT NOT NULL, PRIMARY KEY (notice_id, person_id));

CREATE TABLE notice_questions (
    notice_id BIGINT NOT NULL REFERENCES notices(id), ticket_id BIGINT NOT NULL REFERENCES tickets(id),
    PRIMARY KEY (notice_id, ticket_id));
CREATE INDEX notice_questions_ticket ON notice_questions (ticket_id);

CREATE TABLE faq (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), question TEXT NOT NULL, answer TEXT NOT NULL,
    keywords TEXT NOT NULL, made_by BIGINT REFERENCES people(id), made_at BIGINT NOT NULL, retired_at BIGINT,
    shown BIGINT NOT NULL, solved BIGINT NOT NULL, unsolved BIGINT NOT NULL);
CREATE INDEX faq_unit ON faq (unit_id);
"""


def upgrade() -> None:
    """Add the tables."""
    for statement in spell(TABLES, op.get_bind().dialect.name):
        op.execute(statement)
