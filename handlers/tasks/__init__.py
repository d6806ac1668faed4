"""The verbs of a task's life, and what is seen of it."""
