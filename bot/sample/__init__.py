"""A believable half-year of a mailbox, played through its front door at earlier times; nothing here writes rows."""
