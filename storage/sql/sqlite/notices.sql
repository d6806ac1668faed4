-- name: people_by_unit
-- How many of each of these units can be written to.
SELECT p.unit_id, count(*) AS count FROM people p JOIN accounts a ON a.person_id = p.id AND a.in_use = 1
WHERE p.unit_id IN (SELECT value FROM json_each(:units)) AND a.started = 1 AND a.reachable = 1 GROUP BY p.unit_id

-- name: notice_readers_among
SELECT person_id FROM notice_reads
WHERE notice_id = :notice_id AND person_id IN (SELECT value FROM json_each(:ids))
