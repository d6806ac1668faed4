"""People and where they belong: units, names, desks, places, and what titles are called."""
