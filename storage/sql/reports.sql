-- name: deadlines_due_between
-- Limits that fell in a time, for 按时率; index on (kind, due_at).
SELECT d.ticket_id, d.due_at, d.met_at, t.unit_id FROM deadlines d CROSS JOIN tickets t CROSS JOIN units u
WHERE d.kind = :kind AND d.due_at >= :start AND d.due_at < :until AND t.id = d.ticket_id AND u.id = t.unit_id
    AND t.restricted = 0 AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND (d.cancelled_at IS NULL OR d.met_at IS NOT NULL)
ORDER BY d.id

-- name: deadlines_missed_at
-- What had been promised and not kept at a moment, on tickets that were not closed then: as tickets_open_at, each
-- ticket's deadlines by index.
SELECT d.ticket_id, d.kind, d.due_at FROM units u CROSS JOIN tickets t CROSS JOIN deadlines d
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.closed_at IS NULL AND +t.submitted_at < :moment AND d.ticket_id = t.id
    AND d.kind IN ('accept', 'first_answer', 'done') AND d.due_at < :moment
    AND (d.met_at IS NULL OR d.met_at >= :moment) AND (d.cancelled_at IS NULL OR d.cancelled_at >= :moment)
UNION ALL
SELECT d.ticket_id, d.kind, d.due_at FROM units u CROSS JOIN tickets t CROSS JOIN deadlines d
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.closed_at >= :moment AND t.submitted_at < :moment AND d.ticket_id = t.id
    AND d.kind IN ('accept', 'first_answer', 'done') AND d.due_at < :moment
    AND (d.met_at IS NULL OR d.met_at >= :moment) AND (d.cancelled_at IS NULL OR d.cancelled_at >= :moment)
ORDER BY 3, 1

-- name: history_between
-- One kind of thing that happened in a time; index on (action, at).
SELECT h.ticket_id, h.at, h.detail, t.unit_id FROM history h CROSS JOIN tickets t CROSS JOIN units u
WHERE h.action = :action AND h.at >= :start AND h.at < :until AND t.id = h.ticket_id AND u.id = t.unit_id
    AND t.restricted = 0 AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY h.id

-- name: ledger_ids
-- Which tickets a ledger of a time has; index (unit_id, submitted_at) for each unit. Restricted ones are in none.
-- A list is text such as ",a,b," (LIKE does the same on both engines), or empty where it narrows nothing.
SELECT t.id FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.submitted_at >= :start AND t.submitted_at < :until AND t.restricted = 0
    AND (:states = '' OR :states LIKE '%,' || t.state || ',%')
    AND (:sources = '' OR :sources LIKE '%,' || t.source || ',%')
    AND (:categories = '' OR :categories LIKE '%,' || CAST(coalesce(t.category_id, 0) AS TEXT) || ',%')
ORDER BY t.id
