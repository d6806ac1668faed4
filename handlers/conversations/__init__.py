"""Conversations: a press or a word becomes a verb, and what came of it is said."""
