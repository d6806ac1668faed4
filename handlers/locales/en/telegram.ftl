# What `shuji check` finds about the bot on Telegram.

telegram-subject-bot = Telegram bot
telegram-subject-bot-named = Telegram bot { $bot }
telegram-subject-webhook = Telegram webhook
telegram-subject-group = Telegram group { $title } ({ $chat })
telegram-subject-board = Board { $title } ({ $chat })

telegram-unreachable-problem = The Bot API server can't be reached: { $says }
telegram-unreachable-remedy = Check the network and [telegram] base_url; where a proxy is needed, set HTTPS_PROXY in the environment.
telegram-token-problem = The server does not accept the token: { $says }
telegram-token-remedy = Ask @BotFather for it with /token and write it as [telegram] token; take a new one if it was revoked.
telegram-odd-problem = The server's answer is not as it should be: { $says }
telegram-odd-remedy = Try again later; with a server of your own, look at its log.

telegram-webhook-elsewhere-problem = Updates go to another address.
telegram-webhook-elsewhere-remedy = While this program runs it takes them back within minutes; otherwise see whether another program uses the token.
telegram-webhook-failing-problem = The server could not bring the last update: { $says }
telegram-webhook-failing-remedy = Check that webhook_url can be reached from outside, that its certificate is valid, and that the reverse proxy leads to listen.

telegram-group-moved-problem = The group was upgraded and is now { $chat }.
telegram-group-moved-remedy = Write the new id as telegram_group in config.toml; until then messages follow the group by themselves.
telegram-group-missing-problem = The bot is not in the group, or the id is wrong: { $says }
telegram-group-missing-remedy = Add the bot to the group and check telegram_group (ids of supergroups begin with -100).
telegram-board-moved-problem = The group of the board was upgraded and is now { $chat }.
telegram-board-moved-remedy = Write the new id as board in config.toml.
telegram-board-missing-problem = The bot is not in the board's channel or group, or the id is wrong: { $says }
telegram-board-missing-remedy = Add the bot there (as an administrator, in a channel), and check board in config.toml.
telegram-board-mute-problem = The bot may not post in the board's channel.
telegram-board-mute-remedy = Give the bot the right Post messages among the channel's administrators.
telegram-not-a-group-problem = This id is not a group's.
telegram-not-a-group-remedy = telegram_group takes the id of a working group, not of a person or a channel.
telegram-no-topics-problem = The group has no topics, so that replies alone hold a ticket together.
telegram-no-topics-remedy = Turn on Topics in the group's settings and give the bot the right to manage them.
telegram-not-administrator-problem = The bot is not an administrator: it can't make topics, pin cards or take messages back.
telegram-not-administrator-remedy = Make the bot an administrator with Manage topics, Pin messages and Delete messages.
telegram-not-administrator-private-problem = The bot is not an administrator and its privacy mode is on: it can't see what people write in the group.
telegram-not-administrator-private-remedy = Make the bot an administrator with Manage topics, Pin messages and Delete messages; or turn privacy mode off with /setprivacy at @BotFather, then remove the bot and add it again.
telegram-can-manage-topics-problem = The bot lacks the right to manage topics, so that replies alone hold a ticket together.
telegram-can-manage-topics-remedy = Give it Manage topics in the group's administrator settings.
telegram-can-pin-messages-problem = The bot lacks the right to pin messages: cards are not pinned.
telegram-can-pin-messages-remedy = Give it Pin messages in the group's administrator settings.
telegram-can-delete-messages-problem = The bot lacks the right to delete messages.
telegram-can-delete-messages-remedy = Give it Delete messages in the group's administrator settings.
