"""The first schema: people, units, tickets and their history, the inbox, the outbox and what the flow needs.

Times are UTC epoch seconds, enumerations text, yes/no 0/1, so that nearly every query is the same for both engines.
No plain column links a ticket, a draft, a message or an outgoing row to the person who raised it: those links are
sealed (see ``storage/sealing.py``), and found again by keyed tags.
"""

from alembic import op

from storage.migrations.dialect import spell

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL);

CREATE TABLE units (
    id {id}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, parent_id BIGINT REFERENCES units(id),
    path TEXT {bytewise} NOT NULL, level BIGINT NOT NULL, prefix TEXT, retired_at BIGINT);
CREATE INDEX units_path ON units (path);

CREATE TABLE people (
    id {id}, tag {blob} NOT NULL UNIQUE, sealed {blob} NOT NULL, raised {blob}, language TEXT,
    unit_id BIGINT REFERENCES units(id), started BIGINT NOT NULL, reachable BIGINT NOT NULL);

CREATE TABLE roles (
    id {id}, person_id BIGINT NOT NULL REFERENCES people(id), role TEXT NOT NULL,
    unit_id BIGINT NOT NULL REFERENCES units(id), name TEXT NOT NULL, source TEXT NOT NULL,
    granted_at BIGINT NOT NULL, revoked_at BIGINT, UNIQUE (person_id, role, unit_id));
CREATE INDEX roles_unit ON roles (unit_id, role);

CREATE TABLE categories (
    id {id}, name TEXT NOT NULL UNIQUE, keywords TEXT NOT NULL, owner_id BIGINT REFERENCES people(id),
    grade TEXT, retired_at BIGINT);

CREATE TABLE groups (
    id {id}, channel TEXT NOT NULL, chat TEXT NOT NULL, title TEXT, unit_id BIGINT REFERENCES units(id),
    category_id BIGINT REFERENCES categories(id), purpose TEXT NOT NULL, threads BIGINT, problem TEXT,
    UNIQUE (channel, chat));
CREATE INDEX groups_unit ON groups (unit_id);
CREATE INDEX groups_category ON groups (category_id);

CREATE TABLE places (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), kind TEXT NOT NULL, code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, keeper TEXT, made_at BIGINT NOT NULL, retired_at BIGINT);
CREATE INDEX places_unit ON places (unit_id);

CREATE TABLE counters (name TEXT PRIMARY KEY, last BIGINT NOT NULL);

CREATE TABLE tickets (
    id {id}, number TEXT NOT NULL UNIQUE, unit_id BIGINT NOT NULL REFERENCES units(id),
    group_id BIGINT REFERENCES groups(id), kind TEXT NOT NULL, category_id BIGINT REFERENCES categories(id),
    grade TEXT NOT NULL, state TEXT NOT NULL, naming TEXT NOT NULL, source TEXT NOT NULL,
    place_id BIGINT REFERENCES places(id), title TEXT NOT NULL, body TEXT NOT NULL, restricted BIGINT NOT NULL,
    raiser {blob}, contact {blob}, follow_tag {blob} UNIQUE, language TEXT,
    owner_id BIGINT REFERENCES people(id), owner_unit_id BIGINT REFERENCES units(id), about_owner BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL, accepted_at BIGINT, assigned_at BIGINT, signed_at BIGINT,
    first_reply_at BIGINT, answered_at BIGINT, closed_at BIGINT, changed_at BIGINT NOT NULL,
    due_at BIGINT, provisional BIGINT NOT NULL, rule_version TEXT NOT NULL, extensions BIGINT NOT NULL,
    handbacks BIGINT NOT NULL, assignments BIGINT NOT NULL, reopened BIGINT NOT NULL, urged BIGINT NOT NULL,
    last_urged_at BIGINT, appeals BIGINT NOT NULL, reviews BIGINT NOT NULL,
    merged_into BIGINT REFERENCES tickets(id), outcome TEXT, ground TEXT, answer TEXT,
    contacted TEXT, solved TEXT, satisfaction TEXT, rated_at BIGINT, rating_reason TEXT,
    supervised BIGINT NOT NULL, suspended_until BIGINT, plan TEXT);
CREATE INDEX tickets_unit_state ON tickets (unit_id, state);
CREATE INDEX tickets_submitted ON tickets (unit_id, submitted_at);
CREATE INDEX tickets_closed ON tickets (unit_id, closed_at);
CREATE INDEX tickets_rated ON tickets (unit_id, rated_at);
CREATE INDEX tickets_owner ON tickets (owner_id, state);
CREATE INDEX tickets_merged ON tickets (merged_into);

CREATE TABLE history (
    id {id}, ticket_id BIGINT NOT NULL REFERENCES tickets(id), at BIGINT NOT NULL, action TEXT NOT NULL,
    role TEXT NOT NULL, staff_id BIGINT REFERENCES people(id), text TEXT NOT NULL, old_state TEXT,
    new_state TEXT, refers_to BIGINT, detail TEXT NOT NULL);
CREATE INDEX history_ticket ON history (ticket_id, id);
CREATE INDEX history_action_at ON history (action, at);

CREATE TABLE attachments (
    id {id}, history_id BIGINT NOT NULL REFERENCES history(id), ticket_id BIGINT NOT NULL REFERENCES tickets(id),
    position BIGINT NOT NULL, body TEXT NOT NULL);
CREATE INDEX attachments_history ON attachments (history_id, position);
CREATE INDEX attachments_ticket ON attachments (ticket_id);

CREATE TABLE deadlines (
    id {id}, ticket_id BIGINT NOT NULL REFERENCES tickets(id), kind TEXT NOT NULL, subject TEXT NOT NULL,
    started_at BIGINT NOT NULL, due_at BIGINT NOT NULL, provisional BIGINT NOT NULL, rule_version TEXT NOT NULL,
    met_at BIGINT, cancelled_at BIGINT);
CREATE INDEX deadlines_open ON deadlines (due_at) WHERE met_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX deadlines_ticket ON deadlines (ticket_id, kind);
CREATE INDEX deadlines_kind_due ON deadlines (kind, due_at);

CREATE TABLE reminders (
    subject TEXT NOT NULL, kind TEXT NOT NULL, moment TEXT NOT NULL, person_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL, PRIMARY KEY (subject, kind, moment, person_id));

CREATE TABLE messages (
    id {id}, tag {blob} NOT NULL UNIQUE, ticket_id BIGINT NOT NULL REFERENCES tickets(id), history_id BIGINT,
    side TEXT NOT NULL, role TEXT NOT NULL, sealed {blob} NOT NULL, at BIGINT NOT NULL);
CREATE INDEX messages_ticket ON messages (ticket_id, side, role);
CREATE INDEX messages_history ON messages (history_id);

CREATE TABLE threads (
    id {id}, ticket_id BIGINT NOT NULL REFERENCES tickets(id), group_id BIGINT NOT NULL REFERENCES groups(id),
    external TEXT, title TEXT NOT NULL, icon TEXT NOT NULL, open BIGINT NOT NULL, actual_title TEXT,
    actual_icon TEXT, actual_open BIGINT, made_at BIGINT, lost BIGINT NOT NULL,
    UNIQUE (ticket_id, group_id));
CREATE INDEX threads_external ON threads (group_id, external);

CREATE TABLE conversations (
    tag {blob} NOT NULL, kind TEXT NOT NULL, sealed {blob} NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (tag, kind));
CREATE INDEX conversations_at ON conversations (kind, at);

CREATE TABLE inbox (
    id {id}, channel TEXT NOT NULL, external_id TEXT NOT NULL, lane {blob} NOT NULL, received_at BIGINT NOT NULL,
    raw {blob}, state TEXT NOT NULL, tries BIGINT NOT NULL, due_at BIGINT NOT NULL, error TEXT, done_at BIGINT,
    UNIQUE (channel, external_id));
CREATE INDEX inbox_due ON inbox (due_at, id) WHERE state = 'new';
CREATE INDEX inbox_done ON inbox (done_at) WHERE state = 'done';
CREATE INDEX inbox_aside ON inbox (id) WHERE state = 'set_aside';

CREATE TABLE lanes (
    id {id}, channel TEXT NOT NULL, tag {blob} NOT NULL UNIQUE, sealed {blob} NOT NULL, kind TEXT NOT NULL,
    paused_until BIGINT, held BIGINT NOT NULL, reason TEXT);
CREATE INDEX lanes_held ON lanes (held) WHERE held = 1;

CREATE TABLE outbox (
    id {id}, lane_id BIGINT NOT NULL REFERENCES lanes(id), kind TEXT NOT NULL, priority BIGINT NOT NULL,
    due_at BIGINT NOT NULL, state TEXT NOT NULL, replace_key {blob}, payload {blob}, tries BIGINT NOT NULL,
    error TEXT, enqueued_at BIGINT NOT NULL, done_at BIGINT);
CREATE INDEX outbox_waiting ON outbox (lane_id, id) WHERE state = 'waiting';
CREATE INDEX outbox_replace ON outbox (lane_id, replace_key) WHERE state = 'waiting' AND replace_key IS NOT NULL;
CREATE INDEX outbox_failed ON outbox (done_at) WHERE state = 'failed';

CREATE TABLE canned (
    id {id}, unit_id BIGINT NOT NULL REFERENCES units(id), name TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (unit_id, name));

CREATE TABLE invites (
    id {id}, tag {blob} NOT NULL UNIQUE, role TEXT NOT NULL, unit_id BIGINT NOT NULL REFERENCES units(id),
    name TEXT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT, person_id BIGINT);
CREATE INDEX invites_open ON invites (expires_at) WHERE used_at IS NULL;

CREATE TABLE instructions (
    id {id}, ticket_id BIGINT NOT NULL REFERENCES tickets(id), manager_id BIGINT NOT NULL REFERENCES people(id),
    text TEXT NOT NULL, given_at BIGINT NOT NULL, due_at BIGINT NOT NULL, answer TEXT, answered_at BIGINT);
CREATE INDEX instructions_ticket ON instructions (ticket_id);
CREATE INDEX instructions_open ON instructions (due_at) WHERE answered_at IS NULL;

CREATE TABLE milestones (
    id {id}, ticket_id BIGINT NOT NULL REFERENCES tickets(id), title TEXT NOT NULL, due_at BIGINT NOT NULL,
    met_at BIGINT, evidence TEXT);
CREATE INDEX milestones_ticket ON milestones (ticket_id);

CREATE TABLE digests (
    unit_id BIGINT NOT NULL REFERENCES units(id), period TEXT NOT NULL, starts_at BIGINT NOT NULL,
    figures TEXT NOT NULL, made_at BIGINT NOT NULL, PRIMARY KEY (unit_id, period, starts_at));
CREATE INDEX digests_time ON digests (period, starts_at);

CREATE TABLE calendar_days (
    day TEXT NOT NULL, working BIGINT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (day));

CREATE TABLE attempts (tag {blob} NOT NULL, at BIGINT NOT NULL);
CREATE INDEX attempts_tag ON attempts (tag, at);
CREATE INDEX attempts_at ON attempts (at);
"""

SQLITE = """
CREATE TABLE terms (ticket_id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
CREATE VIRTUAL TABLE terms_index USING fts5 (title, body, content='terms', content_rowid='ticket_id',
    tokenize='unicode61 remove_diacritics 0');
CREATE TRIGGER history_kept BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_true BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
"""

POSTGRESQL = """
CREATE TABLE terms (ticket_id BIGINT PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL,
    vector TSVECTOR GENERATED ALWAYS AS (to_tsvector('simple', title || ' ' || body)) STORED);
CREATE INDEX terms_vector ON terms USING gin (vector);
CREATE FUNCTION history_refuse() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
CREATE TRIGGER history_kept BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION history_refuse();
"""


def upgrade() -> None:
    """Make every table of the first version."""
    engine = op.get_bind().dialect.name
    for statement in spell(TABLES + (SQLITE if engine == "sqlite" else POSTGRESQL), engine):
        op.execute(statement)
