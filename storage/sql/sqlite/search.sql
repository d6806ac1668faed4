-- name: terms_index_write!
-- The index holds no text of its own: it must be told what stood there, with the command 'delete'. Without one it adds.
INSERT INTO terms_index (terms_index, rowid, title, body) VALUES (:command, :ticket_id, :title, :body)

-- name: search_find
SELECT t.* FROM terms_index x JOIN tickets t ON t.id = x.rowid JOIN units u ON u.id = t.unit_id
WHERE terms_index MATCH :query AND t.restricted = 0
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY x.rowid DESC LIMIT :most

-- name: search_similar
-- Best first by BM25.
SELECT t.id, t.category_id, bm25(terms_index, 2.0, 1.0) AS score
FROM terms_index x JOIN tickets t ON t.id = x.rowid JOIN units u ON u.id = t.unit_id
WHERE terms_index MATCH :query AND t.id <> :except_id AND t.restricted = 0
   
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
ORDER BY bm25(terms_index, 2.0, 1.0) LIMIT :most

-- name: terms_spread
-- Counting stops at the limit: a word that half of all tickets have costs no more than a rare one.
SELECT CAST(w.key AS INTEGER) AS place,
    (SELECT count(*) FROM (SELECT 1 FROM terms_index WHERE terms_index MATCH w.value LIMIT :most)) AS tickets
FROM json_each(:words) w

-- name: tickets_by_ids
SELECT * FROM tickets WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY id

-- name: ledger_ids_said
-- As ledger_ids, of those in which something was said.
SELECT t.id FROM terms_index x JOIN tickets t ON t.id = x.rowid JOIN units u ON u.id = t.unit_id
WHERE terms_index MATCH :query AND t.restricted = 0
    AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.submitted_at >= :start AND t.submitted_at < :until
    AND (:states = '' OR :states LIKE '%,' || t.state || ',%')
    AND (:sources = '' OR :sources LIKE '%,' || t.source || ',%')
    AND (:categories = '' OR :categories LIKE '%,' || CAST(coalesce(t.category_id, 0) AS TEXT) || ',%')
ORDER BY t.id
