-- name: outbox_heads
-- The first row of each of these lanes that may go now.
SELECT o.id, o.lane_id, o.kind, o.priority, o.due_at, o.payload, o.tries, o.enqueued_at, o.openings
FROM json_each(:lanes) lane
JOIN outbox o ON o.id = (
    SELECT f.id FROM outbox f WHERE f.lane_id = lane.value AND f.state = 'waiting' AND f.due_at <= :now
    ORDER BY f.id LIMIT 1)
