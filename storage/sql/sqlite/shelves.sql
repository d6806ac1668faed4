-- name: surveys_of_units
SELECT * FROM surveys WHERE unit_id IN (SELECT value FROM json_each(:units)) ORDER BY id DESC LIMIT :most OFFSET :skip

-- name: surveys_of_units_count^
SELECT count(*) AS n FROM surveys WHERE unit_id IN (SELECT value FROM json_each(:units))

-- name: surveys_open_to
-- What can be answered now and was sent to one of these units.
SELECT s.* FROM surveys s WHERE s.opened_at IS NOT NULL AND s.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM json_each(s.picked) p WHERE p.value IN (SELECT value FROM json_each(:units)))
ORDER BY s.id DESC

-- name: campaigns_of_units
SELECT * FROM campaigns WHERE unit_id IN (SELECT value FROM json_each(:units)) ORDER BY id DESC LIMIT :most OFFSET :skip

-- name: campaigns_of_units_count^
SELECT count(*) AS n FROM campaigns WHERE unit_id IN (SELECT value FROM json_each(:units))

-- name: campaigns_sent_to
SELECT c.* FROM campaigns c WHERE c.opened_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_each(c.picked) p WHERE p.value IN (SELECT value FROM json_each(:units)))
ORDER BY c.id DESC LIMIT :most OFFSET :skip

-- name: campaigns_sent_to_count^
SELECT count(*) AS n FROM campaigns c WHERE c.opened_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_each(c.picked) p WHERE p.value IN (SELECT value FROM json_each(:units)))

-- name: notices_sent_to
SELECT n.* FROM notices n WHERE n.retired_at IS NULL
    AND EXISTS (SELECT 1 FROM json_each(n.picked) p WHERE p.value IN (SELECT value FROM json_each(:units)))
ORDER BY n.id DESC LIMIT :most OFFSET :skip

-- name: notices_sent_to_count^
SELECT count(*) AS n FROM notices n WHERE n.retired_at IS NULL
    AND EXISTS (SELECT 1 FROM json_each(n.picked) p WHERE p.value IN (SELECT value FROM json_each(:units)))
