-- name: counter_next^
-- The next number of a series without gaps: taken inside the transaction that uses it.
INSERT INTO counters (name, last) VALUES (:name, 1)
ON CONFLICT (name) DO UPDATE SET last = counters.last + 1
RETURNING last

-- name: ticket_add^
INSERT INTO tickets (number, unit_id, group_id, kind, category_id, grade, state, naming, source, place_id, title, body,
    restricted, raiser, contact, follow_tag, language, owner_id, owner_unit_id, about_owner, submitted_at, changed_at,
    provisional, rule_version, extensions, handbacks, assignments, reopened, urged, appeals, reviews, supervised)
VALUES (:number, :unit_id, :group_id, :kind, :category_id, :grade, :state, :naming, :source, :place_id, :title, :body,
    :restricted, NULL, NULL, :follow_tag, :language, NULL, NULL, :about_owner, :now, :now,
    0, :rule_version, 0, 0, 0, 0, 0, 0, 0, 0)
RETURNING id

-- name: ticket_identify!
-- Sealed with the ticket's id, which is known only after the insert.
UPDATE tickets SET raiser = :raiser, contact = :contact WHERE id = :id

-- name: ticket_follow!
UPDATE tickets SET follow_tag = :follow_tag WHERE id = :id

-- name: ticket_save!
UPDATE tickets SET unit_id = :unit_id, group_id = :group_id, kind = :kind, category_id = :category_id, grade = :grade,
    state = :state, naming = :naming, title = :title, body = :body, restricted = :restricted, owner_id = :owner_id,
    owner_unit_id = :owner_unit_id, about_owner = :about_owner, accepted_at = :accepted_at, assigned_at = :assigned_at,
    signed_at = :signed_at, first_reply_at = :first_reply_at, answered_at = :answered_at, closed_at = :closed_at,
    changed_at = :changed_at, due_at = :due_at, provisional = :provisional, rule_version = :rule_version,
    extensions = :extensions, handbacks = :handbacks, assignments = :assignments, reopened = :reopened, urged = :urged,
    last_urged_at = :last_urged_at, appeals = :appeals, reviews = :reviews, merged_into = :merged_into,
    outcome = :outcome, ground = :ground, answer = :answer, contacted = :contacted, solved = :solved,
    satisfaction = :satisfaction, rated_at = :rated_at, rating_reason = :rating_reason, supervised = :supervised,
    suspended_until = :suspended_until, plan = :plan
WHERE id = :id

-- name: ticket_touch!
-- Writing every column anew would write seven indexes anew.
UPDATE tickets SET changed_at = :now WHERE id = :id

-- name: ticket_get^
SELECT * FROM tickets WHERE id = :id

-- name: ticket_by_number^
SELECT * FROM tickets WHERE number = :number

-- name: ticket_by_follow^
SELECT * FROM tickets WHERE follow_tag = :follow_tag

-- name: tickets_merged_into
SELECT * FROM tickets WHERE merged_into = :id ORDER BY id

-- name: tickets_open_below
-- What is not finished in a unit and below: from the units of the subtree (SQLite keeps the order of a cross join) to
-- the tickets of each by index.
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.state IN ('submitted', 'accepted', 'assigned', 'in_progress', 'reported', 'answered', 'suspended')
ORDER BY t.id LIMIT :most

-- name: tickets_of_owner
SELECT * FROM tickets
WHERE owner_id = :owner_id AND state IN ('assigned', 'in_progress', 'reported', 'suspended')
ORDER BY due_at, id

-- name: tickets_between
-- The ledger of a time and a subtree; index (unit_id, submitted_at) for each unit, as below.
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.submitted_at >= :start AND t.submitted_at < :until
ORDER BY t.id

-- name: tickets_open_at
-- Those that were open at a moment: index (unit_id, closed_at), never those that were closed before (the plus keeps
-- SQLite from the index of all that was ever submitted).
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.closed_at IS NULL AND +t.submitted_at < :moment
UNION ALL
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.closed_at >= :moment AND t.submitted_at < :moment
ORDER BY 1

-- name: tickets_rated_between
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.rated_at >= :start AND t.rated_at < :until
ORDER BY t.id

-- name: tickets_closed_between
-- Index (unit_id, closed_at), as above.
SELECT t.* FROM units u CROSS JOIN tickets t
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.closed_at >= :start AND t.closed_at < :until AND +t.submitted_at < :raised_before
ORDER BY t.id

-- name: history_add^
INSERT INTO history (ticket_id, at, action, role, staff_id, text, old_state, new_state, refers_to, detail)
VALUES (:ticket_id, :at, :action, :role, :staff_id, :text, :old_state, :new_state, :refers_to, :detail)
RETURNING id

-- name: history_of_ticket
SELECT id, ticket_id, at, action, role, staff_id, text, old_state, new_state, refers_to, detail FROM history
WHERE ticket_id = :ticket_id ORDER BY id

-- name: history_get^
SELECT id, ticket_id, at, action, role, staff_id, text, old_state, new_state, refers_to, detail FROM history
WHERE id = :id

-- name: attachment_add!
INSERT INTO attachments (history_id, ticket_id, position, body) VALUES (:history_id, :ticket_id, :position, :body)

-- name: attachments_of_history
SELECT history_id, position, body FROM attachments WHERE history_id = :history_id ORDER BY position

-- name: attachments_of_ticket
SELECT history_id, position, body FROM attachments WHERE ticket_id = :ticket_id ORDER BY history_id, position

-- name: deadline_add!
INSERT INTO deadlines (ticket_id, kind, subject, started_at, due_at, provisional, rule_version)
VALUES (:ticket_id, :kind, :subject, :started_at, :due_at, :provisional, :rule_version)

-- name: deadlines_meet!
UPDATE deadlines SET met_at = :now
WHERE ticket_id = :ticket_id AND kind = :kind AND met_at IS NULL AND cancelled_at IS NULL

-- name: deadlines_unmeet!
UPDATE deadlines SET met_at = NULL
WHERE ticket_id = :ticket_id AND kind = :kind AND met_at = :met_at AND cancelled_at IS NULL

-- name: deadline_meet!
-- One of several of a kind (the milestones of a plan).
UPDATE deadlines SET met_at = :now WHERE id = :id AND met_at IS NULL AND cancelled_at IS NULL

-- name: deadlines_cancel!
UPDATE deadlines SET cancelled_at = :now
WHERE ticket_id = :ticket_id AND kind = :kind AND met_at IS NULL AND cancelled_at IS NULL

-- name: deadlines_cancel_all!
UPDATE deadlines SET cancelled_at = :now WHERE ticket_id = :ticket_id AND met_at IS NULL AND cancelled_at IS NULL

-- name: deadlines_of_ticket
SELECT id, ticket_id, kind, subject, started_at, due_at, provisional, rule_version FROM deadlines
WHERE ticket_id = :ticket_id AND met_at IS NULL AND cancelled_at IS NULL ORDER BY due_at

-- name: deadlines_open
-- Partial index on open deadlines by due time.
SELECT id, ticket_id, kind, subject, started_at, due_at, provisional, rule_version FROM deadlines
WHERE met_at IS NULL AND cancelled_at IS NULL AND due_at < :before ORDER BY due_at, id

-- name: ticket_unanswered^
-- Since when the one that waits longest for its answer does; partial index on open deadlines (the kind is not to tempt
-- the planner into all of a kind there ever were). One that was reopened waits since then. A report of wrongdoing is in
-- no figure beyond the office that handles it; that office is reminded of it.
SELECT min(CASE WHEN t.reopened > 0 THEN d.started_at ELSE t.submitted_at END) AS at
FROM deadlines d JOIN tickets t ON t.id = d.ticket_id
WHERE d.met_at IS NULL AND d.cancelled_at IS NULL AND d.kind || '' IN ('accept', 'done') AND t.restricted = 0

-- name: deadline_move!
UPDATE deadlines SET due_at = :due_at, provisional = :provisional, rule_version = :rule_version WHERE id = :id

-- name: reminder_claim
-- The key is unique: whoever inserts it first reminds; nobody does it twice.
INSERT INTO reminders (subject, kind, moment, person_id, created_at)
VALUES (:subject, :kind, :moment, :person_id, :now)
ON CONFLICT DO NOTHING RETURNING kind

-- name: reminder_claimed^
SELECT created_at FROM reminders
WHERE subject = :subject AND kind = :kind AND moment = :moment AND person_id = :person_id

-- name: reminder_since^
-- By the primary key (subject, kind, …).
SELECT created_at FROM reminders
WHERE subject = :subject AND kind = :kind AND person_id = :person_id AND created_at >= :since
ORDER BY created_at LIMIT 1

-- name: milestone_add!
INSERT INTO milestones (ticket_id, title, due_at) VALUES (:ticket_id, :title, :due_at)

-- name: milestones_of_ticket
SELECT id, ticket_id, title, due_at, met_at, evidence FROM milestones WHERE ticket_id = :ticket_id ORDER BY due_at, id

-- name: milestone_meet!
UPDATE milestones SET met_at = :now, evidence = :evidence WHERE id = :id AND met_at IS NULL

-- name: instruction_add^
INSERT INTO instructions (ticket_id, manager_id, text, given_at, due_at)
VALUES (:ticket_id, :manager_id, :text, :now, :due_at) RETURNING id

-- name: instructions_of_ticket
SELECT id, ticket_id, manager_id, text, given_at, due_at, answer, answered_at FROM instructions
WHERE ticket_id = :ticket_id ORDER BY id

-- name: instructions_below
-- From the units of the subtree to the supervised tickets of each: no accusation is on a list.
SELECT i.id, i.ticket_id, i.manager_id, i.text, i.given_at, i.due_at, i.answer, i.answered_at
FROM units u CROSS JOIN tickets t CROSS JOIN instructions i
WHERE t.unit_id = u.id AND u.path >= :path AND u.path < substr(:path, 1, length(:path) - 1) || '0'
    AND t.supervised = 1 AND t.restricted = 0 AND i.ticket_id = t.id
ORDER BY i.id

-- name: instruction_get^
SELECT id, ticket_id, manager_id, text, given_at, due_at, answer, answered_at FROM instructions WHERE id = :id

-- name: instruction_answer!
UPDATE instructions SET answer = :answer, answered_at = :now WHERE id = :id

-- name: digest_keep!
INSERT INTO digests (unit_id, period, starts_at, figures, made_at)
VALUES (:unit_id, :period, :starts_at, :figures, :now)
ON CONFLICT (unit_id, period, starts_at) DO UPDATE SET figures = excluded.figures, made_at = excluded.made_at

-- name: digest_get^
SELECT unit_id, period, starts_at, figures, made_at FROM digests
WHERE unit_id = :unit_id AND period = :period AND starts_at = :starts_at

-- name: digests_of_unit
-- The weeks of a trend; primary key.
SELECT unit_id, period, starts_at, figures, made_at FROM digests
WHERE unit_id = :unit_id AND period = :period AND starts_at >= :since AND starts_at < :until ORDER BY starts_at

-- name: digests_of_time
-- One week of every unit; index (period, starts_at).
SELECT unit_id, period, starts_at, figures, made_at FROM digests WHERE period = :period AND starts_at = :starts_at

-- name: digests_spans
-- When the times began of which something was told; index (period, starts_at).
SELECT DISTINCT starts_at FROM digests WHERE period = :period AND starts_at >= :since AND starts_at < :until

-- name: terms_count
-- Counting stops at the limit; in the order of the key, so that no engine walks the table.
SELECT count(*) AS tickets FROM (SELECT 1 FROM terms WHERE ticket_id > 0 ORDER BY ticket_id LIMIT :most) found

-- name: terms_get^
SELECT title, body FROM terms WHERE ticket_id = :ticket_id

-- name: terms_set!
INSERT INTO terms (ticket_id, title, body) VALUES (:ticket_id, :title, :body)
ON CONFLICT (ticket_id) DO UPDATE SET title = excluded.title, body = excluded.body
