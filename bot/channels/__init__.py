"""The chats that the mailbox speaks in: one package for each, all behind :mod:`bot.channels.base`."""
