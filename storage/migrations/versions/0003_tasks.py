"""What is promised with an owner and a date, and struck off with evidence: tasks and the lists that they stand on."""

from alembic import op

from storage.migrations.dialect import spell

revision = "0003"
down_revision = "0002"

TABLES = """
CREATE TABLE lists (
    id {id}, kind TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES units(id), name TEXT NOT NULL, detail TEXT NOT NULL,
    leader TEXT NOT NULL, made_by BIGINT REFERENCES people(id), opened_at BIGINT NOT NULL, due_at BIGINT,
    closed_at BIGINT, facts TEXT NOT NULL);
CREATE INDEX lists_unit ON lists (unit_id, kind);

CREATE TABLE list_followers (
    list_id BIGINT NOT NULL REFERENCES lists(id), person_id BIGINT NOT NULL REFERENCES people(id),
    PRIMARY KEY (list_id, person_id));

CREATE TABLE tasks (
    id {id}, list_id BIGINT REFERENCES lists(id), ticket_id BIGINT REFERENCES tickets(id),
    unit_id BIGINT NOT NULL REFERENCES units(id), position BIGINT NOT NULL, aspect TEXT NOT NULL, title TEXT NOT NULL,
    measure TEXT NOT NULL, source TEXT NOT NULL, leader TEXT NOT NULL, owner_id BIGINT REFERENCES people(id),
    owner_name TEXT NOT NULL, due_at BIGINT, provisional BIGINT NOT NULL, state TEXT NOT NULL,
    made_by BIGINT REFERENCES people(id), made_at BIGINT NOT NULL, reported_at BIGINT, struck_at BIGINT,
    struck_by BIGINT REFERENCES people(id), relapses BIGINT NOT NULL, changed_at BIGINT NOT NULL);
CREATE INDEX tasks_list ON tasks (list_id, position);
CREATE INDEX tasks_ticket ON tasks (ticket_id);
CREATE INDEX tasks_unit_state ON tasks (unit_id, state);
CREATE INDEX tasks_owner ON tasks (owner_id, state);
CREATE INDEX tasks_unit_made ON tasks (unit_id, made_at);
CREATE INDEX tasks_unit_struck ON tasks (unit_id, struck_at);

CREATE INDEX tickets_supervised ON tickets (unit_id) WHERE supervised = 1;

CREATE TABLE task_notes (
    id {id}, task_id BIGINT NOT NULL REFERENCES tasks(id), at BIGINT NOT NULL, action TEXT NOT NULL,
    role TEXT NOT NULL, staff_id BIGINT REFERENCES people(id), text TEXT NOT NULL, detail TEXT NOT NULL,
    files TEXT NOT NULL);
CREATE INDEX task_notes_task ON task_notes (task_id, id);
"""

SQLITE = """
CREATE TRIGGER task_notes_kept BEFORE DELETE ON task_notes
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER task_notes_true BEFORE UPDATE ON task_notes
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""

POSTGRESQL = """
CREATE TRIGGER task_notes_kept BEFORE UPDATE OR DELETE ON task_notes
    FOR EACH ROW EXECUTE FUNCTION history_refuse();
"""


def upgrade() -> None:
    """Add the tables."""
    engine = op.get_bind().dialect.name
    for statement in spell(TABLES + (SQLITE if engine == "sqlite" else POSTGRESQL), engine):
        op.execute(statement)
