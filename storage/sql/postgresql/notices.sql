-- name: people_by_unit
-- How many of each of these units can be written to.
SELECT p.unit_id, count(*) AS count FROM people p CROSS JOIN LATERAL (
    SELECT f.started, f.reachable FROM accounts f WHERE f.person_id = p.id AND f.in_use = 1 LIMIT 1) a
WHERE p.unit_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json))))
    AND a.started = 1 AND a.reachable = 1 GROUP BY p.unit_id

-- name: notice_readers_among
SELECT person_id FROM notice_reads
WHERE notice_id = :notice_id
    AND person_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:ids AS json))))
