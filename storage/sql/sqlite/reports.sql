-- name: history_of_tickets
-- The stories of several tickets.
SELECT h.id, h.ticket_id, h.at, h.action, h.role, h.staff_id, h.text, h.old_state, h.new_state, h.refers_to, h.detail
FROM json_each(:ids) w CROSS JOIN history h WHERE h.ticket_id = w.value ORDER BY h.ticket_id, h.id

-- name: instructions_of_tickets
SELECT i.id, i.ticket_id, i.manager_id, i.text, i.given_at, i.due_at, i.answer, i.answered_at
FROM json_each(:ids) w CROSS JOIN instructions i WHERE i.ticket_id = w.value ORDER BY i.id

-- name: deadlines_of_tickets
SELECT d.id, d.ticket_id, d.kind, d.subject, d.started_at, d.due_at, d.provisional, d.rule_version
FROM json_each(:ids) w CROSS JOIN deadlines d
WHERE d.ticket_id = w.value AND d.met_at IS NULL AND d.cancelled_at IS NULL ORDER BY d.due_at, d.id
