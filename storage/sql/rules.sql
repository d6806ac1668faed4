-- name: rules_get^
SELECT body FROM rules WHERE kind = :kind AND version = :version

-- name: rules_add!
INSERT INTO rules (kind, version, body, first_at) VALUES (:kind, :version, :body, :now)

-- name: rules_current^
SELECT version FROM rules_in_force WHERE unit_id = :unit_id AND kind = :kind ORDER BY id DESC LIMIT 1

-- name: rules_begin!
INSERT INTO rules_in_force (unit_id, kind, version, since) VALUES (:unit_id, :kind, :version, :now)

-- name: rules_of_unit
SELECT kind, version, since FROM rules_in_force WHERE unit_id = :unit_id ORDER BY kind, id

-- name: tickets_of_merged_unit!
-- What a merged unit has open goes to the desk that serves it now.
UPDATE tickets SET group_id = NULL WHERE unit_id = :unit_id AND restricted = 0
    AND state IN ('submitted', 'accepted', 'assigned', 'in_progress', 'reported', 'answered', 'suspended')
