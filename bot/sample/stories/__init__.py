"""The stories of the half-year as they are told, one TOML file for each theme; ``reading.py`` reads them."""
