-- name: search_find
-- Materialised: otherwise the planner walks the tickets backwards over a rare phrase.
WITH hits AS MATERIALIZED (SELECT ticket_id FROM terms WHERE vector @@ CAST(:query AS tsquery))
SELECT t.* FROM hits x JOIN tickets t ON t.id = x.ticket_id JOIN units u ON u.id = t.unit_id
WHERE t.restricted = 0
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY t.id DESC LIMIT :most

-- name: search_similar
WITH hits AS MATERIALIZED (
    SELECT ticket_id, ts_rank(vector, CAST(:query AS tsquery)) AS rank FROM terms
    WHERE vector @@ CAST(:query AS tsquery))
SELECT t.id, t.category_id, -x.rank AS score
FROM hits x JOIN tickets t ON t.id = x.ticket_id JOIN units u ON u.id = t.unit_id
WHERE t.id <> :except_id AND t.restricted = 0
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY x.rank DESC LIMIT :most

-- name: terms_spread
SELECT w.ordinality - 1 AS place,
    (SELECT count(*) FROM (SELECT 1 FROM terms WHERE vector @@ CAST(w.value AS tsquery) LIMIT :most) found) AS tickets
FROM json_array_elements_text(CAST(:words AS json)) WITH ORDINALITY w

-- name: tickets_by_ids
SELECT * FROM tickets WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_array_elements_text(CAST(:ids AS json)))
ORDER BY id

-- name: ledger_ids_said
-- As ledger_ids, of those in which something was said; materialised as search_find.
WITH hits AS MATERIALIZED (SELECT ticket_id FROM terms WHERE vector @@ CAST(:query AS tsquery))
SELECT t.id FROM hits x JOIN tickets t ON t.id = x.ticket_id JOIN units u ON u.id = t.unit_id
WHERE t.restricted = 0
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.submitted_at >= :start AND t.submitted_at < :until
    AND (:states = '' OR :states LIKE '%,' || t.state || ',%')
    AND (:sources = '' OR :sources LIKE '%,' || t.source || ',%')
    AND (:categories = '' OR :categories LIKE '%,' || CAST(coalesce(t.category_id, 0) AS TEXT) || ',%')
ORDER BY t.id
