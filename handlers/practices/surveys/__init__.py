"""Surveys: built from text, sent to chosen units, answered once a person, shown as they come in."""
