-- name: surveys_of_units
SELECT * FROM surveys WHERE unit_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json))))
ORDER BY id DESC LIMIT :most OFFSET :skip

-- name: surveys_of_units_count^
SELECT count(*) AS n FROM surveys WHERE unit_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json))))

-- name: surveys_open_to
-- What can be answered now and was sent to one of these units.
SELECT s.* FROM surveys s WHERE s.opened_at IS NOT NULL AND s.closed_at IS NULL
    AND EXISTS (SELECT 1 FROM json_array_elements_text(CAST(s.picked AS json)) p
        WHERE p.value::bigint = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json)))))
ORDER BY s.id DESC

-- name: campaigns_of_units
SELECT * FROM campaigns WHERE unit_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json))))
ORDER BY id DESC LIMIT :most OFFSET :skip

-- name: campaigns_of_units_count^
SELECT count(*) AS n FROM campaigns WHERE unit_id = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json))))

-- name: campaigns_sent_to
SELECT c.* FROM campaigns c WHERE c.opened_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_array_elements_text(CAST(c.picked AS json)) p
        WHERE p.value::bigint = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json)))))
ORDER BY c.id DESC LIMIT :most OFFSET :skip

-- name: campaigns_sent_to_count^
SELECT count(*) AS n FROM campaigns c WHERE c.opened_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM json_array_elements_text(CAST(c.picked AS json)) p
        WHERE p.value::bigint = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json)))))

-- name: notices_sent_to
SELECT n.* FROM notices n WHERE n.retired_at IS NULL
    AND EXISTS (SELECT 1 FROM json_array_elements_text(CAST(n.picked AS json)) p
        WHERE p.value::bigint = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json)))))
ORDER BY n.id DESC LIMIT :most OFFSET :skip

-- name: notices_sent_to_count^
SELECT count(*) AS n FROM notices n WHERE n.retired_at IS NULL
    AND EXISTS (SELECT 1 FROM json_array_elements_text(CAST(n.picked AS json)) p
        WHERE p.value::bigint = ANY (ARRAY(SELECT value::bigint FROM json_array_elements_text(CAST(:units AS json)))))
