-- name: fact_get^
-- One fact of the installation (primary key).
SELECT value FROM facts WHERE key = :key

-- name: fact_set!
INSERT INTO facts (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: account_by_tag^
-- Who writes; unique index on tag.
SELECT p.id, a.id AS account, a.tag, a.sealed, a.language, p.unit_id, a.started, a.reachable, a.in_use
FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.tag = :tag

-- name: person_get^
-- On the account that they are written to on: one for each person, by a unique index. A row that was joined into
-- another one is that one's.
SELECT p.id, a.id AS account, a.tag, a.sealed, a.language, p.unit_id, a.started, a.reachable, a.in_use
FROM people p JOIN accounts a ON a.person_id = p.id AND a.in_use = 1
WHERE p.id = coalesce((SELECT q.same_as FROM people q WHERE q.id = :id), :id)

-- name: accounts_of
-- All accounts of one person: index on person_id.
SELECT p.id, a.id AS account, a.tag, a.sealed, a.language, p.unit_id, a.started, a.reachable, a.in_use
FROM accounts a JOIN people p ON p.id = a.person_id WHERE a.person_id = :person_id ORDER BY a.id

-- name: person_add^
-- Without the time: it is that of somebody's first concern.
INSERT INTO people DEFAULT VALUES RETURNING id

-- name: account_add^
INSERT INTO accounts (person_id, tag, sealed, language, started, reachable, in_use)
VALUES (:person_id, :tag, :sealed, :language, :started, 1, :in_use) RETURNING id

-- name: account_seal!
UPDATE accounts SET sealed = :sealed WHERE id = :id

-- name: account_seen!
UPDATE accounts SET language = :language, started = :started, reachable = :reachable WHERE id = :id

-- name: account_leave!
UPDATE accounts SET in_use = 0 WHERE person_id = :person_id AND in_use = 1

-- name: account_use!
UPDATE accounts SET in_use = 1 WHERE id = :id

-- name: person_unit!
UPDATE people SET unit_id = :unit_id WHERE id = :id

-- name: person_join_accounts!
UPDATE accounts SET person_id = :into, in_use = 0 WHERE person_id = :id

-- name: person_join_roles!
INSERT INTO roles (person_id, role, unit_id, name, source, granted_at)
SELECT :into, role, unit_id, name, source, granted_at FROM roles WHERE person_id = :id AND revoked_at IS NULL
ON CONFLICT (person_id, role, unit_id) DO UPDATE SET revoked_at = NULL

-- name: person_part_with_roles!
DELETE FROM roles WHERE person_id = :id

-- name: person_join_tickets!
-- What they have to do: index on owner_id.
UPDATE tickets SET owner_id = :into WHERE owner_id = :id

-- name: person_join_tasks!
UPDATE tasks SET owner_id = :into WHERE owner_id = :id

-- name: person_join_categories!
UPDATE categories SET owner_id = :into WHERE owner_id = :id

-- name: person_join_lists!
INSERT INTO list_followers (list_id, person_id)
SELECT list_id, :into FROM list_followers WHERE person_id = :id
ON CONFLICT (list_id, person_id) DO NOTHING

-- name: person_part_with_lists!
DELETE FROM list_followers WHERE person_id = :id

-- name: person_join_unit!
UPDATE people SET unit_id = coalesce(unit_id, (SELECT q.unit_id FROM people q WHERE q.id = :id)) WHERE id = :into

-- name: person_same_as!
UPDATE people SET same_as = :into WHERE id = :id OR same_as = :id

-- name: person_is^
-- Whose row it is.
SELECT coalesce(same_as, id) FROM people WHERE id = :id

-- name: people_joined
-- A handful: index on same_as.
SELECT id, same_as FROM people WHERE same_as IS NOT NULL

-- name: person_raised^
-- The sealed list of a person's tickets.
SELECT raised FROM people WHERE id = :id

-- name: person_raised_set!
UPDATE people SET raised = :raised WHERE id = :id

-- name: role_grant!
INSERT INTO roles (person_id, role, unit_id, name, source, granted_at)
VALUES (:person_id, :role, :unit_id, :name, :source, :now)
ON CONFLICT (person_id, role, unit_id) DO UPDATE
SET name = excluded.name, source = excluded.source, revoked_at = NULL,
    granted_at = CASE WHEN roles.revoked_at IS NULL THEN roles.granted_at ELSE excluded.granted_at END

-- name: role_revoke!
UPDATE roles SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL

-- name: roles_of_person
-- Unique index begins with person_id.
SELECT r.id, r.person_id, r.role, r.unit_id, r.name, r.source, u.path, coalesce(u.apart, u.name) AS unit_name
FROM roles r JOIN units u ON u.id = r.unit_id
WHERE r.person_id = :person_id AND r.revoked_at IS NULL
ORDER BY r.id

-- name: roles_current
SELECT r.id, r.person_id, r.role, r.unit_id, r.name, r.source, u.path, coalesce(u.apart, u.name) AS unit_name
FROM roles r JOIN units u ON u.id = r.unit_id
WHERE r.revoked_at IS NULL
ORDER BY r.id

-- name: roles_above
-- Who holds a role at a unit or above it: from the unit (index on path) up to the root, each by its key.
WITH RECURSIVE above (id, parent_id) AS (
    SELECT id, parent_id FROM units WHERE path = :path
    UNION ALL
    SELECT p.id, p.parent_id FROM above a JOIN units p ON p.id = a.parent_id)
SELECT r.id, r.person_id, r.role, r.unit_id, r.name, r.source, u.path, coalesce(u.apart, u.name) AS unit_name
FROM above a JOIN roles r ON r.unit_id = a.id JOIN units u ON u.id = a.id
WHERE r.role = :role AND r.revoked_at IS NULL
ORDER BY u.level DESC, r.id

-- name: roles_below
-- Who holds a role at a unit or below it (index on path).
SELECT r.id, r.person_id, r.role, r.unit_id, r.name, r.source, u.path, coalesce(u.apart, u.name) AS unit_name
FROM roles r JOIN units u ON u.id = r.unit_id
WHERE r.role = :role AND r.revoked_at IS NULL
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY u.path, r.id

-- name: invite_add!
INSERT INTO invites (tag, role, unit_id, name, expires_at) VALUES (:tag, :role, :unit_id, :name, :expires_at)

-- name: invite_get^
SELECT id, role, unit_id, name, expires_at, used_at FROM invites WHERE tag = :tag

-- name: invites_open
-- A handful of rows, for whoever looks after the mailbox.
SELECT id, role, unit_id, name, expires_at, used_at FROM invites
WHERE used_at IS NULL AND expires_at > :now ORDER BY expires_at, id

-- name: invite_use!
UPDATE invites SET used_at = :now, person_id = :person_id WHERE id = :id

-- name: attempts_count^
SELECT count(*) AS n FROM attempts WHERE tag = :tag AND at > :since

-- name: attempt_add!
INSERT INTO attempts (tag, at) VALUES (:tag, :now)

-- name: attempts_forget!
DELETE FROM attempts WHERE at < :before

-- name: conversation_load^
SELECT sealed, at FROM conversations WHERE tag = :tag AND kind = :kind

-- name: conversation_save!
INSERT INTO conversations (tag, kind, sealed, at) VALUES (:tag, :kind, :sealed, :now)
ON CONFLICT (tag, kind) DO UPDATE SET sealed = excluded.sealed, at = excluded.at

-- name: conversation_drop
DELETE FROM conversations WHERE tag = :tag AND kind = :kind RETURNING kind

-- name: conversations_between
-- What was left open for some time: index on (kind, at).
SELECT tag, sealed, at FROM conversations WHERE kind = :kind AND at > :after AND at <= :until ORDER BY at

-- name: conversations_forget!
DELETE FROM conversations WHERE kind = :kind AND at < :before

-- name: invites_forget!
DELETE FROM invites WHERE used_at IS NULL AND expires_at < :before
