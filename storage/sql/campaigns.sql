-- name: campaign_add^
INSERT INTO campaigns (unit_id, title, body, picked, list_id, made_by, made_at)
VALUES (:unit_id, :title, :body, '[]', :list_id, :made_by, :now) RETURNING *

-- name: campaign_get^
SELECT * FROM campaigns WHERE id = :id

-- name: campaign_of_list^
SELECT * FROM campaigns WHERE list_id = :list_id

-- name: campaign_save!
UPDATE campaigns SET title = :title, body = :body, picked = :picked, opened_at = :opened_at, closes_at = :closes_at,
    closed_at = :closed_at, published_at = :published_at WHERE id = :id

-- name: campaigns_to_close
-- What was to close by now; there are few, and each was made by hand.
SELECT * FROM campaigns WHERE opened_at IS NOT NULL AND closed_at IS NULL AND closes_at <= :now ORDER BY id

-- name: proposal_add^
INSERT INTO proposals (campaign_id, position, text, files, named, key, person, unit_id, state, reason, at)
VALUES (:campaign_id, (SELECT coalesce(max(position), 0) + 1 FROM proposals WHERE campaign_id = :campaign_id),
    :text, :files, :named, :key, :person, :unit_id, 'open', '', :now)
RETURNING *

-- name: proposal_get^
SELECT * FROM proposals WHERE id = :id

-- name: proposal_save!
UPDATE proposals SET state = :state, task_id = :task_id, reason = :reason WHERE id = :id

-- name: proposals_of
SELECT * FROM proposals WHERE campaign_id = :campaign_id ORDER BY position

-- name: proposals_of_task
SELECT * FROM proposals WHERE task_id = :task_id ORDER BY position

-- name: proposal_second
INSERT INTO proposal_seconds (proposal_id, tag) VALUES (:proposal_id, :tag) ON CONFLICT DO NOTHING RETURNING proposal_id

-- name: proposal_unsecond
DELETE FROM proposal_seconds WHERE proposal_id = :proposal_id AND tag = :tag RETURNING proposal_id

-- name: proposal_seconds_of
SELECT p.id, count(s.proposal_id) AS count FROM proposals p LEFT JOIN proposal_seconds s ON s.proposal_id = p.id
WHERE p.campaign_id = :campaign_id GROUP BY p.id

-- name: campaign_rate
INSERT INTO campaign_ratings (campaign_id, tag, value) VALUES (:campaign_id, :tag, :value)
ON CONFLICT DO NOTHING RETURNING campaign_id

-- name: campaign_ratings_of
SELECT value, count(*) AS count FROM campaign_ratings WHERE campaign_id = :campaign_id GROUP BY value
