-- name: people_reached^
-- How many who belong to these units, or have a part to play there, can be written to: indexes on unit_id.
SELECT count(*) AS n FROM (
    SELECT id FROM people WHERE unit_id IN (SELECT value FROM json_each(:units))
        AND started = 1 AND reachable = 1
    UNION SELECT id FROM people WHERE unit_id IS NULL AND :unplaced = 1 AND started = 1 AND reachable = 1
    UNION SELECT p.id FROM roles r JOIN people p ON p.id = r.person_id
        WHERE r.unit_id IN (SELECT value FROM json_each(:units)) AND r.revoked_at IS NULL
        AND p.started = 1 AND p.reachable = 1) b
WHERE b.id <> :author

-- name: people_after
-- The next of them, by their key.
SELECT p.id, p.language FROM people p
WHERE p.id > :after AND p.id <> :author AND p.started = 1 AND p.reachable = 1
    AND (p.unit_id IN (SELECT value FROM json_each(:units)) OR (p.unit_id IS NULL AND :unplaced = 1)
        OR EXISTS (SELECT 1 FROM roles r WHERE r.person_id = p.id AND r.revoked_at IS NULL
            AND r.unit_id IN (SELECT value FROM json_each(:units))))
ORDER BY p.id LIMIT :most
