-- name: units_all
-- The tree, parents before children.
SELECT id, code, name, parent_id, path, level, prefix, retired_at, apart FROM units ORDER BY level, id

-- name: unit_get^
SELECT id, code, name, parent_id, path, level, prefix, retired_at, apart FROM units WHERE id = :id

-- name: unit_by_code^
SELECT id, code, name, parent_id, path, level, prefix, retired_at, apart FROM units WHERE code = :code

-- name: unit_add^
INSERT INTO units (code, name, parent_id, path, level, prefix) VALUES (:code, :name, :parent_id, '', :level, :prefix)
RETURNING id

-- name: unit_place!
UPDATE units SET name = :name, parent_id = :parent_id, path = :path, level = :level, prefix = :prefix,
    retired_at = :retired_at
WHERE id = :id

-- name: unit_apart!
UPDATE units SET apart = :apart WHERE id = :id

-- name: units_move!
-- Everything below a unit goes with it: their paths begin anew, their levels shift.
UPDATE units SET path = :path || substr(path, length(:old) + 1), level = level + :deeper
WHERE path > :old AND path < substr(:old, 1, length(:old) - 1) || '0'

-- name: group_by_chat^
SELECT id, channel, chat, title, unit_id, category_id, purpose, threads, problem FROM groups
WHERE channel = :channel AND chat = :chat

-- name: group_get^
SELECT id, channel, chat, title, unit_id, category_id, purpose, threads, problem FROM groups WHERE id = :id

-- name: groups_all
SELECT id, channel, chat, title, unit_id, category_id, purpose, threads, problem FROM groups ORDER BY id

-- name: group_add!
INSERT INTO groups (channel, chat, unit_id, category_id, purpose) VALUES (:channel, :chat, :unit_id, :category_id, :purpose)
ON CONFLICT (channel, chat) DO UPDATE
SET unit_id = excluded.unit_id, category_id = excluded.category_id, purpose = excluded.purpose

-- name: group_relieve!
-- A coalesced zero stands for none, so that no unit equals no unit on both engines.
UPDATE groups SET purpose = 'former'
WHERE channel = :channel AND chat <> :chat AND purpose = :purpose
    AND coalesce(unit_id, 0) = coalesce(CAST(:unit_id AS BIGINT), 0)
    AND coalesce(category_id, 0) = coalesce(CAST(:category_id AS BIGINT), 0)

-- name: group_state!
UPDATE groups SET title = :title, threads = :threads, problem = :problem WHERE id = :id

-- name: group_move!
UPDATE groups SET chat = :chat WHERE id = :id

-- name: group_of_unit^
SELECT id, channel, chat, title, unit_id, category_id, purpose, threads, problem FROM groups
WHERE unit_id = :unit_id AND category_id IS NULL AND purpose = :purpose ORDER BY id LIMIT 1

-- name: group_of_category^
SELECT id, channel, chat, title, unit_id, category_id, purpose, threads, problem FROM groups
WHERE category_id = :category_id AND purpose = 'desk' ORDER BY id LIMIT 1

-- name: categories_all
SELECT id, name, keywords, owner_id, grade, retired_at FROM categories ORDER BY id

-- name: category_get^
SELECT id, name, keywords, owner_id, grade, retired_at FROM categories WHERE id = :id

-- name: category_set!
INSERT INTO categories (name, keywords, owner_id, grade) VALUES (:name, :keywords, :owner_id, :grade)
ON CONFLICT (name) DO UPDATE
SET keywords = excluded.keywords, owner_id = excluded.owner_id, grade = excluded.grade, retired_at = NULL

-- name: category_retire!
UPDATE categories SET retired_at = :now WHERE id = :id AND retired_at IS NULL

-- name: place_add^
INSERT INTO places (unit_id, kind, code, name, keeper, made_at) VALUES (:unit_id, :kind, :code, :name, :keeper, :now)
RETURNING id, unit_id, kind, code, name, keeper, made_at

-- name: place_by_code^
SELECT id, unit_id, kind, code, name, keeper, made_at FROM places WHERE code = :code AND retired_at IS NULL

-- name: place_get^
SELECT id, unit_id, kind, code, name, keeper, made_at FROM places WHERE id = :id

-- name: places_of_unit
SELECT id, unit_id, kind, code, name, keeper, made_at FROM places WHERE unit_id = :unit_id AND retired_at IS NULL ORDER BY id

-- name: place_retire!
UPDATE places SET retired_at = :now WHERE id = :id AND retired_at IS NULL

-- name: canned_set!
INSERT INTO canned (unit_id, name, text) VALUES (:unit_id, :name, :text)
ON CONFLICT (unit_id, name) DO UPDATE SET text = excluded.text

-- name: canned_drop
DELETE FROM canned WHERE unit_id = :unit_id AND name = :name RETURNING id

-- name: canned_of_unit
SELECT name, text FROM canned WHERE unit_id = :unit_id ORDER BY name

-- name: calendar_days
SELECT day, working FROM calendar_days ORDER BY day

-- name: calendar_day_set!
INSERT INTO calendar_days (day, working, source) VALUES (:day, :working, :source)
ON CONFLICT (day) DO UPDATE SET working = excluded.working, source = excluded.source

-- name: calendar_days_drop
DELETE FROM calendar_days WHERE day >= :first AND day <= :last RETURNING day
