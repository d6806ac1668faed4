-- name: fact_get^
-- One fact of the installation (primary key).
SELECT value FROM facts WHERE key = :key

-- name: fact_set!
INSERT INTO facts (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value

-- name: person_by_tag^
-- Who writes; unique index on tag.
SELECT id, tag, sealed, language, unit_id, started, reachable FROM people WHERE tag = :tag

-- name: person_get^
SELECT id, tag, sealed, language, unit_id, started, reachable FROM people WHERE id = :id

-- name: person_add^
-- Without the time: it is that of somebody's first concern.
INSERT INTO people (tag, sealed, language, started, reachable) VALUES (:tag, :sealed, :language, :started, 1)
RETURNING id, sealed, language, unit_id, started, reachable

-- name: person_seal!
UPDATE people SET sealed = :sealed WHERE id = :id

-- name: person_seen!
UPDATE people SET language = :language, started = :started, reachable = :reachable WHERE id = :id

-- name: person_unit!
UPDATE people SET unit_id = :unit_id WHERE id = :id

-- name: person_reachable!
UPDATE people SET reachable = :reachable WHERE id = :id

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
