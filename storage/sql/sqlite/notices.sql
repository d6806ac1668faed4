-- name: people_by_unit
-- How many of each of these units can be written to.
SELECT unit_id, count(*) AS count FROM people
WHERE unit_id IN (SELECT value FROM json_each(:units)) AND started = 1 AND reachable = 1 GROUP BY unit_id

-- name: notice_readers_among
SELECT person_id FROM notice_reads
WHERE notice_id = :notice_id AND person_id IN (SELECT value FROM json_each(:ids))
