"""Where the mailbox keeps what it knows. Knows no rule of the mailbox and no chat."""
