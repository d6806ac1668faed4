-- name: notice_add^
INSERT INTO notices (unit_id, title, body, files, picked, made_by, made_at)
VALUES (:unit_id, :title, :body, :files, :picked, :made_by, :now) RETURNING *

-- name: notice_get^
SELECT * FROM notices WHERE id = :id

-- name: notice_retire!
UPDATE notices SET retired_at = :now WHERE id = :id AND retired_at IS NULL

-- name: notice_read!
INSERT INTO notice_reads (notice_id, person_id, at) VALUES (:notice_id, :person_id, :now) ON CONFLICT DO NOTHING

-- name: notice_has_read^
SELECT person_id FROM notice_reads WHERE notice_id = :notice_id AND person_id = :person_id

-- name: notice_readers_by_unit
-- How many of each unit have read it; people without a unit count as unit 0.
SELECT coalesce(p.unit_id, 0) AS unit_id, count(*) AS count FROM notice_reads r JOIN people p ON p.id = r.person_id
WHERE r.notice_id = :notice_id GROUP BY coalesce(p.unit_id, 0)

-- name: notice_question_add!
INSERT INTO notice_questions (notice_id, ticket_id) VALUES (:notice_id, :ticket_id) ON CONFLICT DO NOTHING

-- name: notice_questions_count^
SELECT count(*) AS n FROM notice_questions q JOIN tickets t ON t.id = q.ticket_id
WHERE q.notice_id = :notice_id AND t.restricted = 0

-- name: notice_questions_by_unit
SELECT t.unit_id AS unit_id, count(*) AS count FROM notice_questions q JOIN tickets t ON t.id = q.ticket_id
WHERE q.notice_id = :notice_id AND t.restricted = 0 GROUP BY t.unit_id

-- name: notice_of_ticket^
SELECT n.* FROM notice_questions q JOIN notices n ON n.id = q.notice_id WHERE q.ticket_id = :ticket_id

-- name: faq_add^
INSERT INTO faq (unit_id, question, answer, keywords, made_by, made_at, shown, solved, unsolved)
VALUES (:unit_id, :question, :answer, :keywords, :made_by, :now, 0, 0, 0) RETURNING *

-- name: faq_get^
SELECT * FROM faq WHERE id = :id

-- name: faq_change!
UPDATE faq SET question = :question, answer = :answer, keywords = :keywords WHERE id = :id

-- name: faq_retire!
UPDATE faq SET retired_at = :now WHERE id = :id AND retired_at IS NULL

-- name: faq_all
SELECT * FROM faq WHERE retired_at IS NULL ORDER BY id

-- name: faq_count!
UPDATE faq SET shown = shown + :shown, solved = solved + :solved, unsolved = unsolved + :unsolved WHERE id = :id
