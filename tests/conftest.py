"""Fixtures that every test may ask for."""

from hypothesis import HealthCheck, settings

from tests.engines import database, database_url, engines, mailbox_url, postgres_server, sealer

__all__ = ["database", "database_url", "engines", "mailbox_url", "postgres_server", "sealer"]

# How long an example takes says something about the machine, nothing about the mailbox.
settings.register_profile("shuji", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shuji")
