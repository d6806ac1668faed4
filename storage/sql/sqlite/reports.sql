-- name: history_of_tickets
-- The stories of several tickets; index on (ticket_id, id), as the others by their index on the ticket.
-- Actions are text such as ",a,b,", or empty where they narrow nothing.
SELECT h.id, h.ticket_id, h.at, h.action, h.role, h.staff_id, h.text, h.old_state, h.new_state, h.refers_to, h.detail
FROM history h WHERE h.ticket_id IN (SELECT value FROM json_each(:ids))
    AND (:actions = '' OR :actions LIKE '%,' || h.action || ',%') ORDER BY h.ticket_id, h.id

-- name: instructions_of_tickets
SELECT i.id, i.ticket_id, i.manager_id, i.text, i.given_at, i.due_at, i.answer, i.answered_at
FROM instructions i WHERE i.ticket_id IN (SELECT value FROM json_each(:ids)) ORDER BY i.due_at, i.id

-- name: deadlines_of_tickets
SELECT d.id, d.ticket_id, d.kind, d.subject, d.started_at, d.due_at, d.provisional, d.rule_version
FROM deadlines d WHERE d.ticket_id IN (SELECT value FROM json_each(:ids)) AND coalesce(d.met_at, d.cancelled_at) IS NULL
ORDER BY d.due_at, d.id

-- name: tickets_following
-- Those that follow one of several main tickets.
SELECT f.* FROM tickets f WHERE f.merged_into IN (SELECT value FROM json_each(:ids)) ORDER BY f.id

-- name: tasks_by_ids
SELECT * FROM tasks WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id

-- name: task_notes_of_tasks
-- The stories of several tasks; index on the task.
SELECT n.* FROM task_notes n WHERE n.task_id IN (SELECT value FROM json_each(:ids)) ORDER BY n.task_id, n.id
