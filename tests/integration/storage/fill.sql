-- Enough of everything that PostgreSQL chooses as it would in a mailbox of some years.
INSERT INTO units (code, name, parent_id, path, level)
    SELECT 'U' || n, 'u', CASE WHEN n > 1 THEN 1 END, CASE WHEN n > 1 THEN '/1/' || n || '/' ELSE '/1/' END, 1
    FROM generate_series(1, 60) n;
INSERT INTO people (unit_id) SELECT CASE WHEN n % 20 > 0 THEN n % 60 + 1 END FROM generate_series(1, 3000) n;
INSERT INTO accounts (person_id, tag, sealed, started, reachable, in_use)
    SELECT n, decode(md5(n::text), 'hex'), '', 1, 1, 1 FROM generate_series(1, 3000) n;
INSERT INTO roles (person_id, role, unit_id, name, source, granted_at)
    SELECT n, (array['owner', 'manager', 'secretary'])[n % 3 + 1], n % 60 + 1, 'x', 'config', n FROM generate_series(1, 300) n;
INSERT INTO groups (channel, chat, unit_id, purpose) SELECT 'telegram', n::text, n, 'desk' FROM generate_series(1, 60) n;
INSERT INTO tickets (number, unit_id, group_id, kind, grade, state, naming, source, title, body, restricted, follow_tag,
    owner_id, about_owner, submitted_at, changed_at, closed_at, rated_at, due_at, provisional, rule_version, extensions,
    handbacks, assignments, reopened, urged, appeals, reviews, supervised)
    SELECT 'SJ-' || n, n % 60 + 1, n % 60 + 1, 'help', 'normal', CASE WHEN n % 50 = 0 THEN 'assigned' ELSE 'closed' END,
    'named', 'chat', 't', repeat('b', 300), 0, decode(md5(n::text), 'hex'), n % 300 + 1, 0, n * 100, n * 100,
    CASE WHEN n % 50 > 0 THEN n * 100 + 50 END, CASE WHEN n % 3 = 0 THEN n * 100 + 60 END, n * 100, 0, '1',
    0, 0, 0, 0, 0, 0, 0, 0 FROM generate_series(1, 20000) n;
UPDATE tickets SET merged_into = id - 1 WHERE id % 100 = 0;
INSERT INTO history (ticket_id, at, action, role, text, detail)
    SELECT n % 20000 + 1, n, 'note', 'raiser', repeat('t', 50), '{}' FROM generate_series(1, 40000) n;
INSERT INTO attachments (history_id, ticket_id, position, body)
    SELECT n, n % 20000 + 1, 0, '{}' FROM generate_series(1, 9000) n;
INSERT INTO deadlines (ticket_id, kind, subject, started_at, due_at, provisional, rule_version, met_at)
    SELECT n % 20000 + 1, (array['accept', 'sign', 'done'])[n % 3 + 1], '', n, n, 0, '1', CASE WHEN n % 50 > 0 THEN n END
    FROM generate_series(1, 40000) n;
INSERT INTO reminders SELECT 'ticket:' || n, 'half', n::text, n % 300, n FROM generate_series(1, 9000) n;
INSERT INTO messages (tag, ticket_id, history_id, side, role, sealed, at)
    SELECT decode(md5(n::text), 'hex'), n % 20000 + 1, n, (array['raiser', 'thread'])[n % 2 + 1], 'entry', '', n
    FROM generate_series(1, 40000) n;
INSERT INTO threads (ticket_id, group_id, external, title, icon, open, lost)
    SELECT n, n % 60 + 1, n::text, 't', 'i', 1, 0 FROM generate_series(1, 20000) n;
INSERT INTO conversations SELECT decode(md5(n::text), 'hex'), 'kind' || n % 9, '', n FROM generate_series(1, 5000) n;
INSERT INTO inbox (channel, external_id, lane, received_at, raw, state, tries, due_at, done_at)
    SELECT 'telegram', n::text, '', n, NULL, CASE WHEN n % 900 = 0 THEN 'set_aside' WHEN n % 200 = 0 THEN 'new' ELSE 'done' END,
    0, 0, n FROM generate_series(1, 20000) n;
INSERT INTO lanes (channel, tag, sealed, kind, held)
    SELECT 'telegram', decode(md5(n::text), 'hex'), '', 'private', CASE WHEN n % 200 = 0 THEN 1 ELSE 0 END
    FROM generate_series(1, 30000) n;
INSERT INTO outbox (lane_id, kind, priority, due_at, state, replace_key, payload, tries, enqueued_at, done_at)
    SELECT n % 3000 + 1, 'send', n % 3, 0, CASE WHEN n % 20 > 0 THEN 'failed' ELSE 'waiting' END,
    CASE WHEN n % 4 = 0 THEN decode(md5(n::text), 'hex') END, repeat('p', 200)::bytea, 0, n, n FROM generate_series(1, 20000) n;
INSERT INTO invites (tag, role, unit_id, name, expires_at)
    SELECT decode(md5(n::text), 'hex'), 'owner', 1, 'x', n FROM generate_series(1, 3000) n;
INSERT INTO instructions (ticket_id, manager_id, text, given_at, due_at)
    SELECT n, 1, 'x', n, n FROM generate_series(1, 3000) n;
INSERT INTO milestones (ticket_id, title, due_at) SELECT n, 'x', n FROM generate_series(1, 3000) n;
INSERT INTO attempts SELECT decode(md5(n::text), 'hex'), n FROM generate_series(1, 5000) n;
INSERT INTO terms (ticket_id, title, body)
    SELECT n, 't' || n, 'b' || n % 700 || ' c' || n % 900 FROM generate_series(1, 20000) n;
INSERT INTO lists (kind, unit_id, name, detail, leader, opened_at, facts)
    SELECT 'checklist', n % 60 + 1, 'x', '', '', n, '{}' FROM generate_series(1, 900) n;
INSERT INTO tasks (list_id, ticket_id, unit_id, position, aspect, title, measure, source, leader, owner_id, owner_name,
    provisional, state, made_at, struck_at, relapses, changed_at)
    SELECT n % 900 + 1, n, n % 60 + 1, n, '', 'x', repeat('m', 200), 'checklist', '', n % 300 + 1, '', 0,
    CASE WHEN n % 20 = 0 THEN 'open' ELSE 'struck' END, n * 100, CASE WHEN n % 20 > 0 THEN n * 100 + 50 END, 0, n
    FROM generate_series(1, 9000) n;
INSERT INTO task_notes (task_id, at, action, role, text, detail, files)
    SELECT n % 9000 + 1, n, 'progress', 'owner', repeat('t', 50), '{}', '[]' FROM generate_series(1, 20000) n;
INSERT INTO notices (unit_id, title, body, files, picked, made_by, made_at)
    SELECT 1, 'x', 'x', '[]', '[1]', 1, n FROM generate_series(1, 100) n;
INSERT INTO task_messages SELECT decode(md5(n::text), 'hex'), n % 1000 + 1 FROM generate_series(1, 20000) n;
INSERT INTO notice_reads SELECT n % 100 + 1, n / 100 + 1, n FROM generate_series(1, 20000) n;
INSERT INTO notice_questions SELECT n % 100 + 1, n FROM generate_series(1, 5000) n;
INSERT INTO visits (kind, unit_id, theme, place, host, names, people, detail, made_by, opened_at, closed_at)
    SELECT 'talk', n % 60 + 1, 'x', '', '', '', 3, '{}', 1, n * 100, n * 100 + 50 FROM generate_series(1, 5000) n;
INSERT INTO visit_items (visit_id, position, speaker, text, files, album, way, reply, made_by, at)
    SELECT n % 5000 + 1, n, '', repeat('t', 60), '[]', '', 'answered', '', 1, n FROM generate_series(1, 20000) n;
INSERT INTO surveys (unit_id, title, intro, anonymous, questions, picked, made_by, made_at)
    SELECT 1, 'x', '', 1, '[]', '[1]', 1, n FROM generate_series(1, 100) n;
INSERT INTO survey_participants SELECT n % 100 + 1, decode(md5(n::text), 'hex') FROM generate_series(1, 10000) n;
INSERT INTO survey_answers SELECT n % 100 + 1, md5(n::text), '2026-01-01', 1, NULL, '{}' FROM generate_series(1, 10000) n;
INSERT INTO campaigns (unit_id, title, body, picked, list_id, made_by, made_at)
    SELECT 1, 'x', '', '[1]', n, 1, n FROM generate_series(1, 100) n;
INSERT INTO proposals (campaign_id, position, text, files, named, key, person, state, task_id, reason, at)
    SELECT n % 100 + 1, n, repeat('t', 60), '[]', 0, md5(n::text), '', 'open', n, '', n FROM generate_series(1, 8000) n;
INSERT INTO proposal_seconds SELECT n % 8000 + 1, decode(md5(n::text), 'hex') FROM generate_series(1, 20000) n;
INSERT INTO campaign_ratings SELECT n % 100 + 1, decode(md5(n::text), 'hex'), 'satisfied' FROM generate_series(1, 10000) n;
INSERT INTO publications (ticket_id, unit_id, question, answer, state, made_by, made_at, published_at)
    SELECT n, n % 60 + 1, 'x', repeat('t', 60), CASE WHEN n % 3 > 0 THEN 'published' ELSE 'refused' END, 1, n, n * 100
    FROM generate_series(1, 6000) n;
INSERT INTO publication_echoes SELECT n % 6000 + 1, decode(md5(n::text), 'hex') FROM generate_series(1, 20000) n;
INSERT INTO digests (unit_id, period, starts_at, figures, made_at)
    SELECT n % 60 + 1, 'week', n / 60 * 604800, '{}', n FROM generate_series(1, 12000) n;
