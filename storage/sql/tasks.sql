-- name: list_add^
INSERT INTO lists (kind, unit_id, name, detail, leader, made_by, opened_at, due_at, facts)
VALUES (:kind, :unit_id, :name, :detail, :leader, :made_by, :now, :due_at, :facts) RETURNING *

-- name: list_get^
SELECT * FROM lists WHERE id = :id

-- name: list_save!
UPDATE lists SET name = :name, detail = :detail, leader = :leader, due_at = :due_at, closed_at = :closed_at,
    facts = :facts WHERE id = :id

-- name: lists_below
-- Those of a unit and below, the newest first.
SELECT l.* FROM units u CROSS JOIN lists l
WHERE l.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND l.kind = :kind AND (l.closed_at IS NULL OR l.closed_at >= :closed_since)
ORDER BY l.id DESC

-- name: list_follow!
INSERT INTO list_followers (list_id, person_id) VALUES (:list_id, :person_id) ON CONFLICT DO NOTHING

-- name: list_unfollow
DELETE FROM list_followers WHERE list_id = :list_id AND person_id = :person_id RETURNING person_id

-- name: list_followers
SELECT person_id FROM list_followers WHERE list_id = :list_id ORDER BY person_id

-- name: task_message_add!
INSERT INTO task_messages (tag, task_id) VALUES (:tag, :task_id) ON CONFLICT DO NOTHING

-- name: task_message_tasks
SELECT task_id FROM task_messages WHERE tag = :tag ORDER BY task_id

-- name: task_add^
INSERT INTO tasks (list_id, ticket_id, unit_id, position, aspect, title, measure, source, leader, owner_id, owner_name,
    due_at, provisional, state, made_by, made_at, relapses, changed_at)
VALUES (:list_id, :ticket_id, :unit_id, :position, :aspect, :title, :measure, :source, :leader, :owner_id, :owner_name,
    :due_at, :provisional, 'open', :made_by, :now, 0, :now) RETURNING *

-- name: task_get^
SELECT * FROM tasks WHERE id = :id

-- name: task_save!
UPDATE tasks SET aspect = :aspect, title = :title, measure = :measure, leader = :leader, owner_id = :owner_id,
    owner_name = :owner_name, due_at = :due_at, provisional = :provisional, state = :state, reported_at = :reported_at,
    struck_at = :struck_at, struck_by = :struck_by, relapses = :relapses, changed_at = :changed_at
WHERE id = :id

-- name: tasks_of_list
SELECT * FROM tasks WHERE list_id = :list_id ORDER BY position, id

-- name: task_positions^
SELECT max(position) AS last FROM tasks WHERE list_id = :list_id

-- name: tasks_of_ticket
SELECT * FROM tasks WHERE ticket_id = :ticket_id ORDER BY id

-- name: tasks_open_below
-- What is not struck off in a unit and below, from the units of the subtree to the tasks of each by index.
SELECT t.* FROM units u CROSS JOIN tasks t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.state IN ('open', 'reported')
ORDER BY t.id LIMIT :most

-- name: task_ids_made_below
-- What was given in a time in a unit and below, whatever became of it.
SELECT t.id FROM units u CROSS JOIN tasks t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.made_at >= :start AND t.made_at < :until
ORDER BY t.id

-- name: tasks_struck_below
SELECT t.* FROM units u CROSS JOIN tasks t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.struck_at >= :start AND t.struck_at < :until
ORDER BY t.id

-- name: tasks_of_owner
SELECT * FROM tasks WHERE owner_id = :owner_id AND state IN ('open', 'reported') ORDER BY id

-- name: task_note_add^
INSERT INTO task_notes (task_id, at, action, role, staff_id, text, detail, files)
VALUES (:task_id, :at, :action, :role, :staff_id, :text, :detail, :files) RETURNING id

-- name: task_notes_of
SELECT * FROM task_notes WHERE task_id = :task_id ORDER BY id
