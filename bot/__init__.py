"""The running program: command line, settings, channels, flow, schedule, and web pages."""

VERSION = "0.1.0"
"""As in ``pyproject.toml``: the program also runs from a checkout or an image, where nothing is installed."""
