"""The mailbox on Telegram, or on any server that speaks the Bot API: see :mod:`bot.channels.telegram.channel`."""
