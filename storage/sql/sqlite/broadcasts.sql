-- name: people_reached^
-- How many who belong to these units, or have a part to play there, can be written to: indexes on unit_id.
SELECT count(*) AS n FROM (
    SELECT id FROM people WHERE unit_id IN (SELECT value FROM json_each(:units))
    UNION SELECT id FROM people WHERE unit_id IS NULL AND :unplaced = 1
    UNION SELECT person_id FROM roles
        WHERE unit_id IN (SELECT value FROM json_each(:units)) AND revoked_at IS NULL) b
JOIN accounts a ON a.person_id = b.id AND a.in_use = 1 AND a.started = 1 AND a.reachable = 1
WHERE b.id <> :author

-- name: people_after
-- The next of them, by their key.
SELECT p.id, a.language FROM people p
JOIN accounts a ON a.person_id = p.id AND a.in_use = 1 AND a.started = 1 AND a.reachable = 1
WHERE p.id > :after AND p.id <> :author
    AND (p.unit_id IN (SELECT value FROM json_each(:units)) OR (p.unit_id IS NULL AND :unplaced = 1)
        OR EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.revoked_at IS NULL
            AND r.unit_id IN (SELECT value FROM json_each(:units))))
ORDER BY p.id LIMIT :most
