-- name: survey_add^
INSERT INTO surveys (unit_id, title, intro, anonymous, questions, picked, made_by, made_at)
VALUES (:unit_id, :title, :intro, :anonymous, :questions, :picked, :made_by, :now) RETURNING *

-- name: survey_get^
SELECT * FROM surveys WHERE id = :id

-- name: survey_save!
UPDATE surveys SET title = :title, intro = :intro, anonymous = :anonymous, questions = :questions, picked = :picked,
    opened_at = :opened_at, closes_at = :closes_at, closed_at = :closed_at WHERE id = :id

-- name: surveys_to_close
-- What was to close by now; there are few, and each was made by hand.
SELECT * FROM surveys WHERE opened_at IS NOT NULL AND closed_at IS NULL AND closes_at <= :now ORDER BY id

-- name: survey_take_part
INSERT INTO survey_participants (survey_id, tag) VALUES (:survey_id, :tag) ON CONFLICT DO NOTHING RETURNING survey_id

-- name: survey_has_taken_part^
SELECT survey_id FROM survey_participants WHERE survey_id = :survey_id AND tag = :tag

-- name: survey_participants_count^
SELECT count(*) AS n FROM survey_participants WHERE survey_id = :survey_id

-- name: survey_answer!
INSERT INTO survey_answers (survey_id, key, day, unit_id, person, answers)
VALUES (:survey_id, :key, :day, :unit_id, :person, :answers)

-- name: survey_answers_of
SELECT key, day, unit_id, person, answers FROM survey_answers WHERE survey_id = :survey_id ORDER BY key
