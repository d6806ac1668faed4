"""The settings: what ``config.toml`` and the environment say, checked as a whole before anything starts."""

from bot.settings.models import (
    Backup,
    Category,
    Deadlines,
    Digest,
    Health,
    Hours,
    Logging,
    Mailbox,
    Person,
    RoleName,
    Settings,
    Telegram,
    Unit,
    Weekday,
)
from bot.settings.reading import load_settings
from bot.settings.report import Problem, SettingsError, language_chosen, terminal_locale
from bot.settings.standing import restart_needed

__all__ = [
    "Backup",
    "Category",
    "Deadlines",
    "Digest",
    "Health",
    "Hours",
    "Logging",
    "Mailbox",
    "Person",
    "Problem",
    "RoleName",
    "Settings",
    "SettingsError",
    "Telegram",
    "Unit",
    "Weekday",
    "language_chosen",
    "load_settings",
    "restart_needed",
    "terminal_locale",
]
