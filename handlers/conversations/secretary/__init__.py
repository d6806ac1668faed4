"""The secretaries at work in their group: the ticket's thread, its card, its buttons, the group's commands."""
