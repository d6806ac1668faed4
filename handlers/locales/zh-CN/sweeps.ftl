case-card-due-review = 复查时限：

due-accept = 受理
due-sign = 签收
due-first_answer = 首次回复
due-done = 办结
due-rating = 评价
due-supervise = 督办答复
due-milestone = 挂账节点
due-review = 复查答复

line-head = { $light } { $number } { $title }
line-head-bare = { $light } { $number }
line-state = { $state }
line-due = { $what }：{ $left }（{ $date }）
line-due-subject = { $what }“{ $subject }”：{ $left }（{ $date }）
line-provisional = {""}，日期暂定
line-unit = {""} · { $unit }
line-owner = {""} · 承办 { $owner }
line-owner-away = （未启用信箱，收不到提醒，请当面告知）

sweep-head-owner = 今天请留意您承办的 { $count } 件：
sweep-head-manager = { $count } 件已超期，请您过问：
sweep-head-group = 今日提醒 { $count } 件，其中超期 { $late } 件，一个工作日内到期 { $red } 件：
sweep-more-private = 还有 { $count } 件，发送 /todo 查看。
sweep-more-group = 还有 { $count } 件，在群里发送 /todo 查看。
sweep-urgent = 特急件提醒：
sweep-thread-missed = 超期：{ $what }时限 { $due } 已过。
sweep-thread-escalated = 已同时报告领导。

sweep-promise-line = { $number } 原定 { $due } 前答复，还没有答复。
sweep-promise-passed = 让您久等了，说好的日期没有做到。有新的日期或结果，马上在这里告诉您；也可以点“催办”。
sweep-promise-reminded-owner = 已提醒承办部门。
sweep-promise-reminded-desk = 已提醒信箱专员。
sweep-promise-reminded-restricted = 已提醒专门人员。

sweep-rating = { $number } 已答复，想听听您的看法：
    { $title }
sweep-ratings = 有 { $count } 件答复等您评价，点几下即可：
sweep-rating-line = { $number } { $title }（{ $by }前）
sweep-button-rate = 评价 { $number }

sweep-recomputed = 放假安排或工作时间有变化，办结时限重新计算
sweep-date-moved = { $number } 的答复时限按公布的放假安排重新计算，改为 { $due }。
sweep-owner-date-moved = { $number } { $title }
    办结时限按公布的放假安排重新计算，改为 { $due }。
sweep-thread-date-moved = 办结时限按公布的放假安排重新计算，改为 { $due }（{ $told }）。
sweep-thread-owner-told = 也已发给承办人。

sweep-homeless = 有 { $count } 件反映没有工作群可去，信箱专员看不到：{ $numbers }
    请在 config.toml 的 [[units]] 给所在单位或上级单位写上 telegram_group，再重新启动；之后会自动补发到群里。
sweep-homeless-restricted = 有 { $count } 件检举控告没有专门的群可去，没有人看得到：{ $numbers }
    请在 config.toml 为上级单位设好受理检举控告的群，再重新启动；之后会自动补发到群里。
sweep-notice = { $year } 年的放假调休安排还没有导入，涉及该年的时限都标为暂定（现有 { $count } 件）。
    国务院通知公布后，请用 { $shuji } calendar 导入；导入后时限自动重算，日期有变的会通知反映人。

alarm-database_away = 信箱的数据库连不上，收到的消息存不下来，答复也发不出去。
    请检查数据库服务和网络。没有存下的消息，平台保留一天，恢复后自动接着收。
alarm-unkept = 收到的消息存不下来，已经 { $number } 分钟，多半是磁盘满了。
    请马上腾出空间，再运行 { $shuji } check。没有存下的消息，平台保留一天，之后就收不到了。
alarm-room_low = 数据库所在的磁盘只剩 { $number } MB，写满后新的反映就收不进来。
    请清理磁盘（旧备份、旧日志），或换大一些的磁盘。
alarm-inbox_old = 收到的消息已经存下，等了 { $number } 分钟还没有处理。
    请查看日志，并运行 { $shuji } check；恢复后会自动接着处理，不会丢失。
alarm-backup_folder = 备份目录不能写，今晚的备份会失败。
    请检查 [backup] folder 的空间和权限，再运行 { $shuji } check。
alarm-settings_refused = 改过的配置没有生效，有 { $number } 处不对，信箱仍按原来的配置运行。
    哪一行、怎么改，请运行 { $shuji } check 查看；改好后再 reload。
alarm-restart_needed = 配置里有 { $number } 项改动要重新启动信箱才生效，现在仍按原来的。
    是哪几项，日志里 restart needed 那一行有写。其余改动已经生效。
alarm-outbox_old = 有消息等了 { $number } 分钟还没有发出去。
    请检查网络和 Telegram 是否可用；恢复后会自动补发，不会丢失。
alarm-fetch_old = 已经 { $number } 分钟没有收到平台的回应，可能收不到新消息。
    请检查网络、代理和令牌；平台会保留未取的消息一天。
alarm-second_reader = 另有一个程序在用同一个令牌取消息，两边都可能收不全。
    请停掉其中一个；消息不会丢，恢复后继续取。
alarm-token_rejected = Telegram 不接受机器人的令牌，收发都停了。
    请向 @BotFather 核对令牌，改好后重新启动；待发的消息不会丢。
alarm-sweeps_late = 提醒已经晚了 { $number } 分钟没有检查。
    请查看日志；恢复后会补上，不会重复。
alarm-set_aside = 有 { $number } 条收到的消息多次处理失败，已放在一边，没有丢失。
    请查看日志里的原因；修好后运行 { $shuji } retry，它们会重新处理。
alarm-unsent = 有 { $number } 条消息没有送到，已放在一边，没有丢失。
    请运行 { $shuji } check 看原因；处理后运行 { $shuji } retry，它们会重新发送。
alarm-backup_failed = 今天的备份没有成功。
    请检查备份目录的空间和权限，再运行一次 { $shuji } backup。
alarm-codes-guessed = 有账号连续输入不存在的查询码，今天已 { $tries } 次，暂停一小时；所有账号近一小时共 { $all } 次。
    可能是抄错，也可能有人在猜。查询码猜中的机会极小，账号是谁信箱不显示；次数持续增加时请查看日志。
alarm-codes-locked = 有账号今天输入不存在的查询码已 { $tries } 次，停用一天；所有账号近一小时共 { $all } 次。
    像是有人在猜。账号是谁信箱不显示。
alarm-other = 程序需要留意：{ $name } = { $number }。请查看日志，或运行 { $shuji } check。
