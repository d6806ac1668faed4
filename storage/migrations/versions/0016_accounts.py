"""A person has accounts on channels: what was known of their one account moves from ``people`` into a table of its own.

None of it can join a person with what they raised. A row of ``accounts`` is written when an account is first met and
again only when something about it changes (its name, its language, blocked or back, the one of several that is in use);
no column holds a time, and the rows stand in the order in which people were met, as those of ``people`` always did.

* ``person_id``: whose account it is. Nothing here is of a ticket, a draft or a message, and those name no account.
* ``tag``, ``sealed``: channel, user, chat and names as before, readable with the key alone.
* ``language``, ``started``, ``reachable``: of the account, as they were of the person; the same for many.
* ``in_use``: of several accounts the one that they are written to on. Whoever has one account has a 1 there for good,
  and several may be joined by the settings or by an invitation to staff, never by what somebody raises.
* ``people.same_as``: this row was joined into another one. It is set when two accounts turn out to be one person's, by
  that person's own word or the settings'; what each of them raised stays behind the sealed lists.
"""

from alembic import op

from storage.migrations.dialect import spell

revision = "0016"
down_revision = "0014"

ACCOUNTS = """
CREATE TABLE accounts (
    id {id}, person_id BIGINT NOT NULL REFERENCES people(id), tag {blob} NOT NULL UNIQUE, sealed {blob} NOT NULL,
    language TEXT, started BIGINT NOT NULL, reachable BIGINT NOT NULL, in_use BIGINT NOT NULL);
INSERT INTO accounts (person_id, tag, sealed, language, started, reachable, in_use)
    SELECT id, tag, sealed, language, started, reachable, 1 FROM people ORDER BY id;
CREATE INDEX accounts_person ON accounts (person_id);
CREATE UNIQUE INDEX accounts_in_use ON accounts (person_id) WHERE in_use = 1;
"""

# SQLite drops no column that is unique: the table is written anew, under its name, so that whatever names its rows does
# so as before.
SQLITE = """
CREATE TABLE people_anew (
    id {id}, raised {blob}, unit_id BIGINT REFERENCES units(id), same_as BIGINT REFERENCES people(id));
INSERT INTO people_anew (id, raised, unit_id) SELECT id, raised, unit_id FROM people ORDER BY id;
DROP TABLE people;
ALTER TABLE people_anew RENAME TO people;
CREATE INDEX people_unit ON people (unit_id);
CREATE INDEX people_joined ON people (same_as) WHERE same_as IS NOT NULL;
"""

POSTGRESQL = """
ALTER TABLE people DROP COLUMN tag, DROP COLUMN sealed, DROP COLUMN language, DROP COLUMN started,
    DROP COLUMN reachable, ADD COLUMN same_as BIGINT REFERENCES people(id);
CREATE INDEX people_joined ON people (same_as) WHERE same_as IS NOT NULL;
"""


def upgrade() -> None:
    """Make the table, fill it, and take out of ``people`` what stands there now."""
    engine = op.get_bind().dialect.name
    for statement in spell(ACCOUNTS + (SQLITE if engine == "sqlite" else POSTGRESQL), engine):
        op.execute(statement)
