-- name: lost_ticket^
SELECT number, restored_at, written_at, NULL AS side FROM lost_tickets WHERE number = :number

-- name: lost_by_follow^
SELECT number, restored_at, written_at, NULL AS side FROM lost_tickets WHERE follow_tag = :follow_tag

-- name: lost_by_message^
SELECT t.number, t.restored_at, t.written_at, m.side FROM lost_messages m JOIN lost_tickets t ON t.number = m.number
WHERE m.tag = :tag
