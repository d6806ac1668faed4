"""The stories of the half-year, one TOML file for each theme; ``bot/sample/reading.py`` says how they are read."""
