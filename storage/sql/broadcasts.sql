-- name: broadcast_add^
INSERT INTO broadcasts (author_id, sealed, state, cursor, listed, total, queued, sent, blocked, failed, channel, chat,
    message, made_at, moved_at, shown_at, ended_at)
VALUES (:author_id, :sealed, 'running', 0, 0, :total, 0, 0, 0, 0, :channel, :chat, :message, :now, :now, :now, NULL)
RETURNING id

-- name: broadcast_get^
SELECT id, author_id, sealed, state, cursor, listed, total, queued, sent, blocked, failed, channel, chat, message,
    made_at, moved_at, shown_at, ended_at
FROM broadcasts WHERE id = :id

-- name: broadcasts_open
-- The few that go on; partial index.
SELECT id, author_id, sealed, state, cursor, listed, total, queued, sent, blocked, failed, channel, chat, message,
    made_at, moved_at, shown_at, ended_at
FROM broadcasts WHERE ended_at IS NULL ORDER BY id

-- name: broadcast_save!
UPDATE broadcasts SET state = :state, cursor = :cursor, listed = :listed, total = :total, queued = :queued, sent = :sent,
    blocked = :blocked, failed = :failed, message = :message, moved_at = :moved_at, shown_at = :shown_at,
    ended_at = :ended_at
WHERE id = :id

-- name: broadcasts_forget!
-- What was announced long ago is not kept; how many got it is told in the author's chat.
DELETE FROM broadcasts WHERE ended_at < :before

-- name: outbox_bulk_waiting^
-- Whether anything that nobody waits for is still to be sent, but for people who can't be reached.
SELECT count(*) AS n FROM outbox o JOIN lanes l ON l.id = o.lane_id
WHERE o.state = 'waiting' AND o.priority = 2 AND l.held = 0
