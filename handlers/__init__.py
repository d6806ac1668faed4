"""What the mailbox says and does: events come in, rows and messages go out.

Knows no network, no clock and no chat library.
"""
