-- name: people_reached^
-- How many who belong to these units, or have a part to play there, can be written to: indexes on unit_id.
SELECT count(*) AS n FROM (
    SELECT id FROM people WHERE unit_id = ANY (ARRAY(SELECT json_array_elements_text(CAST(:units AS json))::bigint))
    UNION SELECT id FROM people WHERE unit_id IS NULL AND CAST(:unplaced AS bigint) = 1
    UNION SELECT person_id FROM roles
        WHERE unit_id = ANY (ARRAY(SELECT json_array_elements_text(CAST(:units AS json))::bigint)) AND revoked_at IS NULL) b
CROSS JOIN LATERAL (
    SELECT f.id FROM accounts f
    WHERE f.person_id = b.id AND f.in_use = 1 AND f.started = 1 AND f.reachable = 1 LIMIT 1) a
WHERE b.id <> :author

-- name: people_after
-- The next of them, by their key.
SELECT p.id, a.language FROM people p
CROSS JOIN LATERAL (
    SELECT f.language FROM accounts f
    WHERE f.person_id = p.id AND f.in_use = 1 AND f.started = 1 AND f.reachable = 1 LIMIT 1) a
WHERE p.id > :after AND p.id <> :author
    AND (p.unit_id = ANY (ARRAY(SELECT json_array_elements_text(CAST(:units AS json))::bigint)) OR (p.unit_id IS NULL AND CAST(:unplaced AS bigint) = 1)
        OR EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.revoked_at IS NULL
            AND r.unit_id = ANY (ARRAY(SELECT json_array_elements_text(CAST(:units AS json))::bigint))))
ORDER BY p.id LIMIT :most
