"""Files that the program makes or cleans: pictures, ledgers, posters; attachments without their metadata."""

from bot.making.cleaning import clean
from bot.making.maker import maker

__all__ = ["clean", "maker"]
