"""The schema's history, one file a version, for both engines."""
