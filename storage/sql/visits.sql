-- name: visit_add^
INSERT INTO visits (kind, unit_id, box_id, theme, place, host, names, people, detail, made_by, opened_at)
VALUES (:kind, :unit_id, :box_id, :theme, :place, :host, :names, :people, :detail, :made_by, :now) RETURNING *

-- name: visit_get^
SELECT * FROM visits WHERE id = :id

-- name: visit_save!
UPDATE visits SET list_id = :list_id, closed_at = :closed_at, theme = :theme, place = :place, host = :host,
    people = :people, names = :names, detail = :detail, opened_at = :opened_at WHERE id = :id

-- name: visits_open
-- The few that are not closed; partial index.
SELECT * FROM visits WHERE closed_at IS NULL ORDER BY opened_at, id

-- name: visits_below
SELECT v.* FROM units u CROSS JOIN visits v
WHERE v.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND v.opened_at >= :start AND v.opened_at < :until
ORDER BY v.id

-- name: visit_tickets
SELECT i.ticket_id FROM units u CROSS JOIN visits v CROSS JOIN visit_items i
WHERE v.unit_id = u.id AND i.visit_id = v.id AND i.ticket_id IS NOT NULL
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND v.opened_at >= :start AND v.opened_at < :until

-- name: visit_last_round^
SELECT max(opened_at) AS at FROM visits WHERE box_id = :box_id

-- name: visit_counts
-- By unit and kind: how many, how many people were there, how many opinions they brought, but for accusations.
SELECT v.unit_id, v.kind, count(*) AS count, sum(v.people) AS people,
    sum((SELECT count(*) FROM visit_items i WHERE i.visit_id = v.id AND NOT EXISTS
        (SELECT 1 FROM tickets t WHERE t.id = i.ticket_id AND t.restricted = 1))) AS opinions
FROM units u CROSS JOIN visits v
WHERE v.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND v.opened_at >= :start AND v.opened_at < :until
GROUP BY v.unit_id, v.kind

-- name: visit_item_add^
INSERT INTO visit_items (visit_id, position, speaker, text, files, album, way, reply, made_by, at)
VALUES (:visit_id, (SELECT coalesce(max(position), 0) + 1 FROM visit_items WHERE visit_id = :visit_id),
    :speaker, :text, :files, :album, '', '', :made_by, :now)
RETURNING *

-- name: visit_item_get^
SELECT * FROM visit_items WHERE id = :id

-- name: visit_item_save!
UPDATE visit_items SET speaker = :speaker, text = :text, files = :files, way = :way, reply = :reply,
    ticket_id = :ticket_id, task_id = :task_id WHERE id = :id

-- name: visit_item_drop!
DELETE FROM visit_items WHERE id = :id AND way = ''

-- name: visit_items_of
SELECT * FROM visit_items WHERE visit_id = :visit_id ORDER BY position

-- name: visit_plan_add^
INSERT INTO visit_plans (unit_id, theme, place, host, every, day, minutes, made_by, made_at)
VALUES (:unit_id, :theme, :place, :host, :every, :day, :minutes, :made_by, :now) RETURNING *

-- name: visit_plan_get^
SELECT * FROM visit_plans WHERE id = :id

-- name: visit_plans_all
SELECT * FROM visit_plans WHERE retired_at IS NULL ORDER BY id

-- name: visit_plan_retire!
UPDATE visit_plans SET retired_at = :now WHERE id = :id AND retired_at IS NULL
