"""Fixtures that every test may ask for."""

from tests.engines import database, database_url, engines, mailbox_url, postgres_server, sealer

__all__ = ["database", "database_url", "engines", "mailbox_url", "postgres_server", "sealer"]
