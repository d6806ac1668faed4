"""Frequent questions: kept by the secretaries, looked up by anyone, offered before a ticket is made."""
