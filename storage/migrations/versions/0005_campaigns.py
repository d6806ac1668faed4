"""Campaigns: what is proposed, seconded, gathered into measures and told.

Who proposed is sealed; who seconded or rated is a keyed tag, kept in the order of the tags where the engine can.
"""

from alembic import op

from storage.migrations.dialect import spell

revision = "0005"
down_revision = "0004"

TABLES = """
CREATE TABLE campaigns (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), title TEXT NOT NULL, body TEXT NOT NULL,
    picked TEXT NOT NULL, list_id BIGINT NOT NULL REFERENCES lists(id), made_by BIGINT NOT NULL REFERENCES people(id),
    made_at BIGINT NOT NULL, opened_at BIGINT, closes_at BIGINT, closed_at BIGINT, published_at BIGINT);
CREATE INDEX campaigns_unit ON campaigns (unit_id, id);
CREATE INDEX campaigns_list ON campaigns (list_id);

CREATE TABLE proposals (
    id {id}, campaign_id BIGINT NOT NULL REFERENCES campaigns(id), position BIGINT NOT NULL, text TEXT NOT NULL,
    files TEXT NOT NULL, named BIGINT NOT NULL, key TEXT NOT NULL, person {blob} NOT NULL, unit_id BIGINT,
    state TEXT NOT NULL, task_id BIGINT REFERENCES tasks(id), reason TEXT NOT NULL, at BIGINT NOT NULL);
CREATE INDEX proposals_campaign ON proposals (campaign_id, position);
CREATE INDEX proposals_task ON proposals (task_id);

CREATE TABLE proposal_seconds (
    proposal_id BIGINT NOT NULL REFERENCES proposals(id), tag {blob} NOT NULL, PRIMARY KEY (proposal_id, tag)){by_key};

CREATE TABLE campaign_ratings (
    campaign_id BIGINT NOT NULL REFERENCES campaigns(id), tag {blob} NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (campaign_id, tag)){by_key};
"""


def upgrade() -> None:
    """Add the tables."""
    engine = op.get_bind().dialect.name
    tables = TABLES.replace("{by_key}", " WITHOUT ROWID" if engine == "sqlite" else "")
    for statement in spell(tables, engine):
        op.execute(statement)
