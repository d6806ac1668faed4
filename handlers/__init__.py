"""What the mailbox says and does. Knows no network, no clock and no chat library: events come in, rows and messages go out."""
