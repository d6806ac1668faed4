"""What was worked on again used to wait at the desk with an owner on its card who could do nothing: it is theirs again.

No column is added, and none of these rows names who raised a ticket.
"""

from alembic import op

revision = "0012"
down_revision = "0011"

STATEMENTS = (
    """
    INSERT INTO history (ticket_id, at, action, role, staff_id, text, old_state, new_state, refers_to, detail)
    SELECT id, changed_at, 'assign', 'system', NULL, '', 'accepted', 'assigned', NULL, '{}'
    FROM tickets WHERE state = 'accepted' AND owner_id IS NOT NULL
    """,
    "UPDATE tickets SET state = 'assigned' WHERE state = 'accepted' AND owner_id IS NOT NULL",
)


def upgrade() -> None:
    """Give them back: they are in the owner's list, and the clock of the whole matter reminds them."""
    for statement in STATEMENTS:
        op.execute(statement)
