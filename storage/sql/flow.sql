-- name: message_link!
INSERT INTO messages (tag, ticket_id, history_id, side, role, sealed, at)
VALUES (:tag, :ticket_id, :history_id, :side, :role, :sealed, :at)
ON CONFLICT (tag) DO UPDATE SET ticket_id = excluded.ticket_id, history_id = excluded.history_id,
    side = excluded.side, role = excluded.role

-- name: message_find^
-- Unique index on tag.
SELECT ticket_id, history_id, side, role FROM messages WHERE tag = :tag

-- name: messages_of_role
-- The newest last; index (ticket_id, side, role).
SELECT tag, ticket_id, history_id, side, role, sealed FROM messages
WHERE ticket_id = :ticket_id AND side = :side AND role = :role ORDER BY id

-- name: messages_of_history
-- Every copy of one entry, in every chat.
SELECT tag, ticket_id, history_id, side, role, sealed FROM messages WHERE history_id = :history_id ORDER BY id

-- name: message_forget!
DELETE FROM messages WHERE tag = :tag

-- name: thread_want^
-- One thread for a ticket in a group, whoever asks for it.
INSERT INTO threads (ticket_id, group_id, title, icon, open, lost) VALUES (:ticket_id, :group_id, :title, :icon, :open, 0)
ON CONFLICT (ticket_id, group_id) DO UPDATE SET title = excluded.title, icon = excluded.icon, open = excluded.open
RETURNING id

-- name: thread_get^
SELECT id, ticket_id, group_id, external, title, icon, open, actual_title, actual_icon, actual_open, lost FROM threads
WHERE ticket_id = :ticket_id AND group_id = :group_id

-- name: thread_by_external^
SELECT id, ticket_id, group_id, external, title, icon, open, actual_title, actual_icon, actual_open, lost FROM threads
WHERE group_id = :group_id AND external = :external

-- name: thread_is!
UPDATE threads SET external = :external, actual_title = :actual_title, actual_icon = :actual_icon,
    actual_open = :actual_open, made_at = :made_at, lost = :lost
WHERE id = :id

-- name: inbox_keep!
-- Kept once, however often the channel hands it out; due at once, whatever the clock says later.
INSERT INTO inbox (channel, external_id, lane, received_at, raw, state, tries, due_at)
VALUES (:channel, :external_id, :lane, :received_at, :raw, 'new', 0, 0)
ON CONFLICT (channel, external_id) DO NOTHING

-- name: inbox_due
-- Partial index on what is new: in the order of arrival, what is tried again behind it.
SELECT id, channel, received_at, raw, tries FROM inbox
WHERE state = 'new' AND due_at <= :now ORDER BY due_at, id LIMIT :most

-- name: inbox_next_due^
SELECT min(due_at) AS due_at FROM inbox WHERE state = 'new'

-- name: inbox_waits_since^
-- What is due at once waits since it came, what is tried again since that was due; partial index on what is new.
SELECT min(CASE WHEN due_at = 0 THEN received_at ELSE due_at END) AS at FROM inbox WHERE state = 'new'

-- name: inbox_hurry!
-- The clock was set back: a pause measured by the old time would last too long.
UPDATE inbox SET due_at = 0 WHERE state = 'new' AND due_at > 0

-- name: flow_newest^
-- When the newest of what waits came; partial indexes on what is new and on what waits.
SELECT max(at) AS at FROM (SELECT max(received_at) AS at FROM inbox WHERE state = 'new'
    UNION ALL SELECT max(enqueued_at) AS at FROM outbox WHERE state = 'waiting') newest

-- name: outbox_hurry!
-- The clock was set back: what was put in by the old time waits as much longer as it was set back.
UPDATE outbox SET due_at = CASE WHEN due_at > :now AND due_at < :parked THEN due_at - (enqueued_at - :now) ELSE due_at END,
    enqueued_at = :now
WHERE state = 'waiting' AND enqueued_at > :now

-- name: lanes_hurry!
-- The same for pauses: a try too many is better than an hour of silence.
UPDATE lanes SET paused_until = NULL
WHERE id IN (SELECT lane_id FROM outbox WHERE state = 'waiting') AND paused_until > :now

-- name: inbox_done!
-- What was handled is no longer readable here, and two events of one person are no longer joined by their lane.
UPDATE inbox SET state = 'done', raw = NULL, lane = '', done_at = :now WHERE id = :id

-- name: inbox_retry!
UPDATE inbox SET tries = :tries, due_at = :due_at, error = :error WHERE id = :id

-- name: inbox_set_aside!
UPDATE inbox SET state = 'set_aside', tries = :tries, error = :error, done_at = :now WHERE id = :id

-- name: inbox_made_up_for!
-- Partial index on what was set aside.
UPDATE inbox SET state = 'done', raw = NULL, lane = '', done_at = :now
WHERE state = 'set_aside' AND channel = :channel AND lane = :lane

-- name: inbox_set_asides
SELECT id, channel, received_at, tries, error, done_at FROM inbox WHERE state = 'set_aside' ORDER BY id

-- name: inbox_again
UPDATE inbox SET state = 'new', tries = 0, due_at = :now, done_at = NULL WHERE state = 'set_aside' RETURNING id

-- name: inbox_depth^
SELECT count(*) AS depth, min(received_at) AS oldest FROM inbox WHERE state = 'new'

-- name: inbox_forget!
DELETE FROM inbox WHERE state = 'done' AND done_at < :before

-- name: lane_by_tag^
SELECT id, channel, sealed, kind, held FROM lanes WHERE tag = :tag

-- name: lane_add^
INSERT INTO lanes (channel, tag, sealed, kind, held) VALUES (:channel, :tag, :sealed, :kind, 0)
ON CONFLICT (tag) DO UPDATE SET kind = excluded.kind RETURNING id, channel, sealed, kind, held

-- name: lane_pause!
UPDATE lanes SET paused_until = :until WHERE id = :id

-- name: lane_hold!
UPDATE lanes SET held = 1, reason = :reason WHERE id = :id

-- name: lane_is_held^
SELECT id FROM lanes WHERE tag = :tag AND held = 1

-- name: lane_release
UPDATE lanes SET held = 0, reason = NULL, paused_until = NULL WHERE tag = :tag AND held = 1 RETURNING id

-- name: lanes_held
-- Partial index on the few lanes that are held.
SELECT id, channel, sealed, kind, held FROM lanes WHERE held = 1

-- name: outbox_ready
-- What may go now, lane by lane; partial index on what waits.
SELECT l.id, l.channel, l.sealed, l.kind, l.held, l.paused_until, w.priority, w.count FROM (
    SELECT lane_id, priority, count(*) AS count FROM outbox WHERE state = 'waiting' AND due_at <= :now
    GROUP BY lane_id, priority) w
JOIN lanes l ON l.id = w.lane_id
WHERE l.held = 0

-- name: outbox_add!
INSERT INTO outbox (lane_id, kind, priority, due_at, state, replace_key, payload, tries, enqueued_at)
VALUES (:lane_id, :kind, :priority, :due_at, 'waiting', :replace_key, :payload, 0, :now)

-- name: outbox_add_failed!
INSERT INTO outbox (lane_id, kind, priority, due_at, state, payload, tries, error, enqueued_at, done_at)
VALUES (:lane_id, :kind, :priority, :due_at, 'failed', :payload, 0, :error, :now, :now)

-- name: outbox_park!
UPDATE outbox SET due_at = :parked WHERE id = :id AND state = 'waiting'

-- name: outbox_parked^
-- Partial index on what waits.
SELECT count(*) AS depth FROM outbox WHERE state = 'waiting' AND due_at >= :parked

-- name: outbox_unpark!
UPDATE outbox SET due_at = 0 WHERE state = 'waiting' AND due_at >= :parked

-- name: outbox_supersede!
-- A newer edit of the same thing makes the waiting one needless.
DELETE FROM outbox WHERE lane_id = :lane_id AND replace_key = :replace_key AND state = 'waiting'

-- name: outbox_of_lane
-- The next rows of a lane in their order.
SELECT id, lane_id, kind, priority, due_at, payload, tries, enqueued_at, openings FROM outbox
WHERE lane_id = :lane_id AND state = 'waiting' AND due_at <= :now ORDER BY id LIMIT :most

-- name: outbox_all_of_lane
SELECT id, lane_id, kind, priority, due_at, payload, tries, enqueued_at, openings FROM outbox
WHERE lane_id = :lane_id AND state = 'waiting' ORDER BY id

-- name: outbox_sent!
-- Nothing is left: rows of one lane with the times of two tickets would tell that one person raised both.
DELETE FROM outbox WHERE id = :id AND state = 'waiting'

-- name: outbox_failed!
UPDATE outbox SET state = 'failed', error = :error, done_at = :now WHERE id = :id

-- name: outbox_tried!
UPDATE outbox SET tries = :tries, error = :error WHERE id = :id

-- name: outbox_opening!
UPDATE outbox SET openings = :openings WHERE id = :id AND state = 'waiting'

-- name: outbox_rewrite!
UPDATE outbox SET payload = :payload WHERE id = :id AND state = 'waiting'

-- name: outbox_depth
-- Partial index on what waits; a row for later is as old as the time that it was for.
SELECT o.priority, count(*) AS depth, min(CASE WHEN o.due_at > o.enqueued_at THEN o.due_at ELSE o.enqueued_at END) AS oldest
FROM outbox o JOIN lanes l ON l.id = o.lane_id WHERE o.state = 'waiting' AND o.due_at <= :now AND l.held = 0
GROUP BY o.priority

-- name: outbox_held^
SELECT count(*) AS depth FROM outbox o JOIN lanes l ON l.id = o.lane_id
WHERE o.state = 'waiting' AND (l.held = 1 OR o.due_at >= :parked)

-- name: outbox_failures
SELECT id, kind, error, done_at FROM outbox WHERE state = 'failed' AND done_at >= :since ORDER BY done_at, id

-- name: outbox_again
UPDATE outbox SET state = 'waiting', tries = 0, openings = 0, due_at = :now, done_at = NULL
WHERE state = 'failed' AND payload IS NOT NULL RETURNING id, lane_id

-- name: outbox_forget!
DELETE FROM outbox WHERE state = 'failed' AND done_at < :before

-- name: outbox_drop_waiting!
-- After restoring a backup: what it held back then was sent long ago.
DELETE FROM outbox WHERE state = 'waiting' AND enqueued_at <= :before
