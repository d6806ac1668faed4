-- name: outbox_heads
-- The first row of each of these lanes that may go now.
SELECT o.id, o.lane_id, o.kind, o.priority, o.due_at, o.payload, o.tries, o.enqueued_at, o.openings
FROM json_array_elements_text(CAST(:lanes AS json)) lane CROSS JOIN LATERAL (
    SELECT f.* FROM outbox f WHERE f.lane_id = CAST(lane.value AS BIGINT) AND f.state = 'waiting' AND f.due_at <= :now
    ORDER BY f.id LIMIT 1) o
