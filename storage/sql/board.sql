-- name: publication_put^
INSERT INTO publications (ticket_id, unit_id, category_id, question, answer, state, made_by, made_at)
VALUES (:ticket_id, :unit_id, :category_id, :question, :answer, 'asked', :made_by, :now)
ON CONFLICT (ticket_id) DO UPDATE SET question = excluded.question, answer = excluded.answer, state = 'asked',
    made_by = excluded.made_by, made_at = excluded.made_at, published_at = NULL
RETURNING *

-- name: publication_get^
SELECT * FROM publications WHERE id = :id

-- name: publication_of_ticket^
SELECT * FROM publications WHERE ticket_id = :ticket_id

-- name: publication_state!
UPDATE publications SET state = :state, published_at = :published_at WHERE id = :id

-- name: publications_shown
-- What is dealt with again is not shown until it has a result anew. Each one's ticket is looked up for itself, so that
-- no engine walks all tickets for them.
SELECT p.* FROM publications p WHERE p.state = 'published'
    AND (SELECT t.state FROM tickets t WHERE t.id = p.ticket_id) IN ('answered', 'closed')
ORDER BY p.published_at DESC, p.id DESC LIMIT :most OFFSET :after

-- name: publications_shown_count^
SELECT count(*) AS n FROM publications p WHERE p.state = 'published'
    AND (SELECT t.state FROM tickets t WHERE t.id = p.ticket_id) IN ('answered', 'closed')

-- name: publications_between
SELECT p.* FROM publications p WHERE p.state = 'published' AND p.published_at >= :start AND p.published_at < :until
    AND EXISTS (SELECT 1 FROM tickets t WHERE t.id = p.ticket_id AND t.state IN ('answered', 'closed'))
ORDER BY p.published_at

-- name: publication_echo
INSERT INTO publication_echoes (publication_id, tag) VALUES (:publication_id, :tag)
ON CONFLICT DO NOTHING RETURNING publication_id

-- name: publication_echoes^
SELECT count(*) AS n FROM publication_echoes WHERE publication_id = :publication_id
