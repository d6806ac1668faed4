"""The stories of the half-year, one TOML file for each theme; ``sandbox/sample/reading.py`` says how they are read."""
