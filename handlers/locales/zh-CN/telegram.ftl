# What `shuji check` finds about the bot on Telegram.

telegram-subject-bot = Telegram 机器人
telegram-subject-bot-named = Telegram 机器人 { $bot }
telegram-subject-webhook = Telegram webhook
telegram-subject-group = Telegram 群 { $title }（{ $chat }）
telegram-subject-board = 公开栏 { $title }（{ $chat }）

telegram-unreachable-problem = 连不上 Bot API 服务器：{ $says }
telegram-unreachable-remedy = 检查网络和 [telegram] base_url；需要代理时设置环境变量 HTTPS_PROXY。
telegram-token-problem = 服务器不接受这个令牌：{ $says }
telegram-token-remedy = 在 @BotFather 用 /token 查看令牌，写进 [telegram] token；令牌被撤销时换新的。
telegram-odd-problem = 服务器的回答不正常：{ $says }
telegram-odd-remedy = 稍后再试；用自建服务器时，看它的日志。

telegram-webhook-elsewhere-problem = 消息正送往另一个地址。
telegram-webhook-elsewhere-remedy = 如果本程序正在运行，几分钟内会自动改回；否则检查是否有别的程序在用同一个令牌。
telegram-webhook-failing-problem = 服务器最近一次送消息失败：{ $says }
telegram-webhook-failing-remedy = 检查 webhook_url 能否从外网访问、证书是否有效、反向代理是否转发到 listen。

telegram-group-moved-problem = 群已升级，编号变为 { $chat }。
telegram-group-moved-remedy = 把 config.toml 里的 telegram_group 改成新编号；改之前消息会自动送到新群。
telegram-group-missing-problem = 机器人不在群里，或编号不对：{ $says }
telegram-group-missing-remedy = 把机器人拉进群，核对 telegram_group（超级群编号以 -100 开头）。
telegram-board-moved-problem = 发公开栏的群已升级，编号变为 { $chat }。
telegram-board-moved-remedy = 把 config.toml 里的 board 改成新编号。
telegram-board-missing-problem = 机器人不在公开栏的频道或群里，或编号不对：{ $says }
telegram-board-missing-remedy = 把机器人拉进去（频道里要设为管理员），核对 config.toml 里的 board。
telegram-board-mute-problem = 机器人在公开栏的频道里不能发消息。
telegram-board-mute-remedy = 在频道的管理员设置里给机器人勾选“发布消息”。
telegram-not-a-group-problem = 这个编号不是群。
telegram-not-a-group-remedy = telegram_group 要填工作群的编号，不能填个人或频道。
telegram-no-topics-problem = 群没有开启话题，每件事只能靠回复归在一起。
telegram-no-topics-remedy = 在群设置里打开“话题”，并给机器人“管理话题”的权限。
telegram-not-administrator-problem = 机器人不是管理员，不能建话题、置顶卡片、收回消息。
telegram-not-administrator-remedy = 把机器人设为管理员，勾选“管理话题”“置顶消息”“删除消息”。
telegram-not-administrator-private-problem = 机器人不是管理员，又开着隐私模式，看不到大家在群里写的消息。
telegram-not-administrator-private-remedy = 把机器人设为管理员，勾选“管理话题”“置顶消息”“删除消息”；或在 @BotFather 用 /setprivacy 关闭隐私模式，再把机器人移出群后重新拉入。
telegram-can-manage-topics-problem = 机器人没有“管理话题”的权限，每件事只能靠回复归在一起。
telegram-can-manage-topics-remedy = 在群的管理员设置里给机器人勾选“管理话题”。
telegram-can-pin-messages-problem = 机器人没有“置顶消息”的权限，卡片不会置顶。
telegram-can-pin-messages-remedy = 在群的管理员设置里给机器人勾选“置顶消息”。
telegram-can-delete-messages-problem = 机器人没有“删除消息”的权限。
telegram-can-delete-messages-remedy = 在群的管理员设置里给机器人勾选“删除消息”。
