# The command line, for whoever sets the mailbox up and looks after it.

cli-usage = 用法：
cli-options = 选项
cli-help-option = 显示这份说明
cli-version = 显示版本
cli-config-option = 配置文件（默认 config.toml；也可写在 SHUJI_CONFIG）
cli-heading-start = 开始
cli-heading-daily = 日常
cli-heading-care = 维护

cli-shuji =
    书记信箱：职工在聊天里反映问题，每件都有编号、有人办、有答复。

    先看演示：{ $shuji } demo（不需要任何账号，在浏览器里打开）
    正式使用：{ $shuji } init 生成配置，{ $shuji } check 检查，{ $shuji } run 启动
    每个命令都可以加 --help 看用法，例如 { $shuji } invite --help
cli-usage-option = 没有 { $option } 这个选项。
cli-usage-near = 是不是 { $near }？
cli-usage-missing = 还缺 { $name }。
cli-usage-bad = { $name } 写得不对，应为 { $expected }。
cli-usage-needs = { $option } 后面还缺内容。
cli-usage-extra = 多了“{ $words }”。
cli-usage-range = { $least } 至 { $most } 的整数
cli-usage-file = 一个文件
cli-usage-folder = 一个文件夹
cli-usage-command = 没有“{ $command }”这个命令。
cli-program = { $shuji }
cli-usage-help = 用法见：{ $command } --help

cli-error-other-mailbox = 配置文件里的单位与数据库里的（{ $says }）一个也对不上，像是另一个信箱的配置，什么都没有改动。请核对 --config 和 mailbox.database。
cli-error-no-key = { $about }：找不到密钥文件。第一次 { $shuji } run 会生成它；信箱若已用过，请从备份处恢复。
cli-error-key = { $about }：密钥文件读不出来，或已损坏。请检查权限，或从备份处恢复。
cli-error-wrong-key = 密钥文件与这个数据库不配套：请用建库时的密钥文件（或它的备份）。
cli-error-newer = 数据库的结构比本程序认识的新。请升级程序，或恢复旧备份。
cli-error-running = 另一个信箱进程正在使用这个数据库（{ $about }），请先停掉那一个。
cli-error-damaged = 这份数据库不能用（{ $about }）。请换一份备份。
cli-error-busy = 数据库暂时用不了（正忙、连不上或磁盘已满），什么都没有改动，请稍后再试（{ $says }）。
cli-error-postgresql = PostgreSQL 用不了（{ $about }）。请检查 mailbox.database 里的地址、端口、用户、口令和库名，并确认服务正在运行。
cli-error-postgresql-rights = PostgreSQL 的用户没有建表的权限（{ $about }）。请让它成为这个库的所有者，或执行 GRANT CREATE ON SCHEMA public TO 用户名。
cli-error-postgresql-encoding = 这个 PostgreSQL 数据库的编码是 { $about }，存不好中文。请另建一个：CREATE DATABASE 库名 ENCODING 'UTF8' TEMPLATE template0，再改 mailbox.database。
cli-error-database = 数据库用不了（{ $about }）。请检查 mailbox.database、文件和文件夹的权限；文件坏了，请恢复备份。
cli-error-no-token = 还没有机器人令牌：请在 @BotFather 用 /newbot 取得，写进 [telegram] token，或放进环境变量 SHUJI_TELEGRAM__TOKEN。只想看看，可以运行 { $shuji } demo。
cli-error-address = 地址 { $address } 用不了（被占用，或不属于本机）。请改 { $setting }，或停掉占用它的程序。
cli-error-interrupted = 已中断。
cli-error-permission = { $file }：没有权限。请检查文件和文件夹的权限，或换一个用户运行。
cli-error-full = 磁盘已满，没有写成。请清理后再试。
cli-error-missing = { $file }：没有这个文件或文件夹。
cli-error-folder = { $file }：这是一个文件夹，应为文件。
cli-error-exists = { $file }：已经有这个文件，没有覆盖。请换一个名字，或先把它移走。

cli-applied-unit-new = 新增单位：{ $name }
cli-applied-unit-changed = 更新单位：{ $name }
cli-applied-unit-retired = 停用单位：{ $name }（配置里已没有；不再收新的反映，已有的照常办完）
cli-applied-unit-merged = 单位并入：{ $name }（历史保留，未办结的转到新单位的工作群）
cli-applied-unit-unknown = merged 里写的单位不存在，已忽略：{ $name }
cli-applied-rules-changed = 规则更新：{ $name }（已承诺的期限按原来的版本，不变）
cli-applied-rules-same-name = 规则改了而版本没有改：{ $name }，请换一个新的 version，周报上才分得清
cli-applied-group-serves = 启用工作群：{ $name }
cli-applied-group-former = 停用工作群：{ $name }（已有的事项仍在那里办，新的不再发去）
cli-applied-role-given = 授予身份：{ $name }
cli-applied-role-taken = 取消身份：{ $name }（配置里已没有）
cli-applied-category-set = 更新类别：{ $name }
cli-applied-category-retired = 停用类别：{ $name }（已有的事项保留原类别）

cli-run-short = 启动信箱
cli-run =
    启动信箱，一直运行到收到停止信号（Ctrl-C 或 SIGTERM）。

    停止时先把手上的事做完，最多等 10 秒；没做完的下次启动接着做，不丢不重。
    修改配置后发 SIGHUP（systemctl reload）即可生效；令牌、数据库、监听地址和
    周报、备份的时间要重新启动才生效。
cli-run-started = { $name }已启动。按 Ctrl-C 停止。
cli-run-stopping = 正在停止，手上的事做完就结束……
cli-run-stopped = 已停止。

cli-no-database = { $file }：还没有这个数据库，先运行 { $shuji } run。
cli-no-text = { $file }：读不出文字，请另存为 UTF-8 编码的文本或 CSV。
cli-unit-none = 没有“{ $unit }”这个单位。已有的单位：{ $units }
cli-several = “{ $word }”对得上几个，请写代码或者写全：
    { $choices }

cli-migrate-short = 把数据库升级到本版本的结构（run 启动时也会自动做）
cli-migrate =
    把数据库升级到本版本的结构，不启动信箱。已是最新就什么都不改。
    信箱正在运行时不能升级，请先停掉。升级前建议先 { $shuji } backup。
cli-migrate-same = 数据库已是最新结构（{ $schema }）。
cli-migrate-done = 数据库结构已升级：{ $before } → { $schema }。

cli-health-short = 问正在运行的信箱现在怎么样
cli-health =
    按 [health] listen 的地址询问正在运行的信箱，显示它自己发现的问题。

    没有运行、或有重新启动才能解决的问题时退出码为 1；容器的健康检查用的就是它。
cli-health-off = [health] listen 是空的，没有开健康检查页。
cli-health-silent = { $address } 没有回答：信箱没有运行，或 [health] listen 改过之后没有重新启动。用 { $shuji } check 逐项检查。
cli-health-failing = 有 { $count } 个问题。用 { $shuji } check 逐项检查。
cli-health-fine = 一切正常。

cli-retry-short = 把搁置的事件和没送到的消息再试一次
cli-retry =
    把搁置的事件和没送到的消息重新排队。信箱正在运行时，几秒内就会再试；
    没有运行时，下次启动再试。有哪些可用 { $shuji } check 查看。
cli-retry-done = 已重新排队：事件 { $events } 个，消息 { $messages } 条。
cli-retry-nothing = 没有搁置的事件，也没有送不到的消息。

cli-backup-short = 备份数据库（信箱可以照常运行）
cli-backup =
    把数据库复制成一个文件并检查，信箱可以照常运行。

    不写 FILE 时放进 [backup] folder，按时间命名，只保留最新的 keep 份。
    备份里没有密钥文件：请把它另外保存一份，两样齐全才能打开反映人的身份。
    用 PostgreSQL 时请用 pg_dump。
cli-backup-working = 正在备份……
cli-backup-done = 已备份到 { $file }（{ $tickets } 件，{ $size } MB，检查无误）。
cli-backup-key = 密钥文件 { $key } 不在备份里，请另外保存。
cli-backup-postgresql = 数据库是 PostgreSQL，请用 pg_dump 备份；密钥文件要另外保存。

cli-restore-short = 用备份替换数据库（原来的保留在旁边）
cli-restore =
    检查备份，核对密钥，确认后用它替换现在的数据库；原来的文件改名保留。
    先停掉信箱再恢复。备份之后发生的事（新的反映、答复）不在备份里。

    备份里还没发出、但后来已经发过的消息不会再发；无法判断时会再发一次，
    因为收到两遍好过收不到。

    编号接着被替换的数据库往下编，已经给出的不会再给第二件。它读不出来或不在了，
    就用 --numbers-from SJ-2026-0050 说明从哪个号码编起（可以写几次）。
cli-restore-yes = 不再询问，直接替换
cli-restore-drop = 备份里还没发出的消息都不再发
cli-restore-numbers-from = 新的编号从这一个编起，例如 SJ-2026-0050
cli-restore-number = “{ $found }”不是本信箱的编号，应形如 SJ-2026-0050，前缀是其中之一：{ $prefixes }
cli-restore-lost = 有 { $count } 件不在备份里，编号不会再用：{ $numbers }
    有人在它们的话题里写、点它们的按钮、用它们的查询码时，信箱会说明情况。请按原来的数据库文件补登。
cli-restore-numbers-unknown = 不知道备份之后还给出过哪些编号。新的编号将从 { $numbers } 编起。
    如果这些号码已经告诉过别人，请在启动之前再运行一次：{ $shuji } restore { $file } --numbers-from 编号
cli-restore-looking = 正在检查备份……
cli-restore-working = 正在恢复……
cli-restore-same = 这个文件就是正在使用的数据库。
cli-restore-key = { $file } 不是用密钥文件 { $key } 建的，恢复后打不开反映人的身份。请用建库时的密钥文件（或它的备份）。
cli-restore-backup = 备份 { $file }：{ $tickets } 件，最后一件事发生在 { $when }。
cli-restore-present = 现在的 { $file }：{ $tickets } 件，最后一件事发生在 { $when }。
cli-restore-older = 注意：备份比现在的数据库旧，之后发生的事会从信箱里消失（原文件会保留）。
cli-restore-unreadable = 现在的 { $file } 已经读不出来。
cli-restore-ask = 用备份替换吗？
cli-restore-needs-yes = 现在没有人可以确认，什么都没有改动。确定要替换请加 --yes。
cli-restore-left = 没有改动。
cli-restore-done = 已恢复到 { $file }。
cli-restore-kept = 原来的数据库保留为 { $file }，确认无误后可以删除。
cli-restore-dropped = 有 { $count } 条消息在备份之后已经发过，不会再发。
cli-restore-waiting = 有 { $count } 条消息还在等待发出，下次启动时发送。
cli-restore-postgresql = 数据库是 PostgreSQL，请用 pg_restore 恢复。

cli-invite-short = 发邀请：打开链接的人得到一个身份
cli-invite =
    生成一次性的邀请链接，打开并接受的人得到一个身份。

    ROLE   secretary 信箱专员 | owner 承办人 | manager 领导 | admin 管理员（中文也可以）
    UNIT   单位的代码或名称
    NAME   姓名，台账和卡片上显示的就是它

    例如：{ $shuji } invite owner PLANT 王建国
cli-invite-days = 几天内有效（默认 { $days } 天）
cli-invite-role = 没有“{ $role }”这个身份，应为其中之一：{ $roles }
cli-invite-name = 姓名应为 1 至 40 个字。
cli-invite-has = { $name } 已经是{ $unit }的{ $role }；这个邀请可以给同名的另一个人，或换了账号的本人。
cli-invite-made = 邀请 { $name } 担任{ $unit }的{ $role }，{ $until } 前有效，只能用一次：
cli-invite-link = 请私下发给本人；打开后点“开始”，再点“接受”。
cli-invite-typed = 暂时查不到机器人的用户名（没有令牌或连不上），请让本人私聊机器人，发送上面这一行。

cli-people-short = 看谁是什么身份、谁还联系不上
cli-people =
    列出每个人的身份，谁还没有打开过机器人，谁还没有接受邀请。

    配置文件里写的身份在文件里增删；邀请得来的用 --revoke 取消。
cli-people-revoke = 取消编号为 N 的身份（编号见列表）
cli-people-revoked = 已取消：{ $name }不再是{ $unit }的{ $role }。做过的事仍留在记录里。
cli-people-in-config = { $name }的这个身份写在配置文件里，请在那里删去，再重新启动或 reload。
cli-people-no-number = 没有编号为 { $number } 的身份，请先运行 { $shuji } people 查看。
cli-people-none = 还没有任何身份。用 { $shuji } invite 邀请第一位信箱专员。
cli-people-line = { $number }  { $unit } · { $role } · { $name }（{ $state }，{ $source }）
cli-people-fine = 可以联系
cli-people-blocked = 已停用机器人，联系不上
cli-people-not-started = 还没有打开过机器人，联系不上
cli-people-by-config = 配置文件
cli-people-by-invite = 邀请
cli-people-expected = –  { $unit } · { $role } · { $name }（配置文件里没有用户编号，请发邀请：{ $shuji } invite { $word } { $code } { $name }）
cli-people-invited = –  { $unit } · { $role } · { $name }（已邀请，{ $until } 前有效，还没有接受）

cli-calendar-short = 看工作日历，导入放假安排
cli-calendar =
    显示哪些年份的放假调休安排已经知道，今后一年哪些日子与平常不同。

    每年年底国务院公布次年安排后，用 --import 导入：每行一天，例如
        2027-02-06,班
        2027-02-08,休
    导入后，未办结事项的时限会重新计算，日期有变的会告诉反映人。
cli-calendar-import = 导入一份安排（文本或 CSV）
cli-calendar-dry-run = 只看会有什么变化，不导入
cli-calendar-forget = 撤销某一年的导入
cli-calendar-bad = { $file } 里有 { $count } 处要改，没有导入：
cli-calendar-day = { $day }：{ $what }
cli-calendar-worked = 上班
cli-calendar-rest = 休息
cli-calendar-date = { $date }（{ $weekday }）
cli-calendar-would = 文件里有 { $count } 天（{ $years } 年），其中 { $changed } 天与现在的日历不同。没有导入。
cli-calendar-imported = 已导入 { $count } 天（{ $years } 年），其中 { $changed } 天与原来的日历不同；未办结事项的时限将重新计算。
cli-calendar-forgotten = 已撤销 { $year } 年的导入，共 { $count } 天。
cli-calendar-built-in = { $year } 年：放假安排已内置。
cli-calendar-imported-year = { $year } 年：放假安排已导入。
cli-calendar-none = { $year } 年：还没有放假安排，涉及的日期都标为暂定。公布后用 { $shuji } calendar --import 导入。
cli-calendar-ahead = 今后一年与平常不同的日子：

cli-init-short = 生成配置文件和密钥
cli-init =
    问几个问题，写出配置文件和密钥文件，已有的不会覆盖。

    需要先在 Telegram 里找 @BotFather，用 /newbot 建一个机器人，拿到令牌。
    手上没有令牌也可以先生成，以后再写进文件。
    不想回答问题：{ $shuji } init --non-interactive --token … --unit 集团公司
cli-init-non-interactive = 不提问，只用选项和默认值
cli-init-token = @BotFather 给的令牌
cli-init-name = 信箱名称
cli-init-unit = 第一个单位的名称
cli-init-code = 第一个单位的代码（默认 HQ）
cli-init-group = 信箱专员工作群的编号
cli-init-timezone = 时区（默认 Asia/Shanghai）
cli-init-database = 数据库（默认 sqlite:///mailbox.db）
cli-init-base-url = Bot API 服务器
cli-init-exists = { $file } 已经存在，没有覆盖。要重新生成，请先把它移走；或用 --config 指定别的文件。
cli-init-default-name = 书记信箱
cli-init-default-unit = 集团公司
cli-init-hello = 回答几个问题即可，直接回车就用默认值，以后都能在文件里改。
cli-init-ask-token =
    机器人的令牌：在 Telegram 里找 @BotFather，发送 /newbot，把它给的令牌贴在这里。
    （暂时没有就直接回车）
    令牌：
cli-init-bad-token = 这不像令牌，应形如 123456789:AAE…，请整段复制。
cli-init-bot = 令牌有效：{ $bot }。
cli-init-token-problem = { $problem } { $remedy }
cli-init-use-anyway = 仍然用这个令牌吗？
cli-init-ask-name = 信箱叫什么名字？
cli-init-ask-unit = 最上级的单位叫什么？下级单位以后可用 { $shuji } units --import 成批加入。
cli-init-ask-group =
    工作群的编号：建一个群，在群设置里打开“话题”，把机器人拉进去并设为管理员
    （勾选“管理话题”“置顶消息”“删除消息”）。编号是 -100 开头的数字。
    不知道编号就直接回车：启动后在群里发 /todo，机器人会回答编号，再写进配置。
    编号：
cli-init-bad-group = 群编号是负数，例如 -1001234567890。不知道就直接回车。
cli-init-key-lost = 有数据库 { $database }，却没有密钥文件 { $key }。请先从备份恢复密钥，否则里面的身份打不开；确定不要旧数据，就把数据库移走。
cli-init-written = 已写好 { $file }（只有您能读，里面有令牌）。
cli-init-key-made = 已生成密钥 { $file }。请现在就另存一份到别处：丢了它，谁反映的就再也查不出来。
cli-init-key-kept = 沿用已有的密钥 { $file }。
cli-init-next =
    接下来：
      { $shuji } check    检查令牌、群和权限
      { $shuji } run      启动信箱
      { $shuji } invite secretary { $code } 姓名    邀请第一位信箱专员
cli-init-file-head = 由 shuji init 生成。全部设置及说明见 config.example.toml。
cli-init-file-token = @BotFather 给的令牌，去掉前面的 # 写在这里
cli-init-file-group = 信箱专员工作群的编号
cli-init-file-people = 人员和类别照 config.example.toml 的 [[people]]、[[categories]] 往下写，或用 { $shuji } invite 邀请。

cli-units-short = 看单位的树，从表格成批加入
cli-units =
    按上下级列出单位，以及各自的工作群。

    --import 从 CSV 加入：列为 代码,名称,上级代码[,编号前缀]（code,name,parent[,prefix]），
    逐行说明结果；有一行不对就什么都不改。写进配置文件，原文件另存为 .bak。
cli-units-import = 从表格加入或更新单位
cli-units-dry-run = 只检查表格，不写配置
cli-units-environment = 单位由环境变量 SHUJI_UNITS 给出，不能写进配置文件。请改那个变量。
cli-units-group = 工作群 { $group }
cli-units-restricted = 专用群 { $group }
cli-units-own = 有自己的时限或时间
cli-table-row = 第 { $line } 行 { $fate }：{ $says }
cli-table-new = 新增
cli-table-changed = 更新
cli-table-wrong = 有误
cli-table-counts = 新增 { $new } 个，更新 { $changed } 个，不变 { $same } 个。
cli-table-refused = 有 { $count } 行要改，什么都没有写入。
cli-table-dry-run = 只检查，没有写入。
cli-table-written = 已写入 { $file }，原文件另存为 { $kept }。信箱正在运行的，请 reload 或重新启动。
cli-table-head = { $file }：第一行要有 代码 和 名称 两列（或 code 和 name）。
cli-table-empty = { $file }：表里没有内容。
cli-table-twice = 代码与第 { $line } 行重复
cli-table-name = 名称应为 1 至 { $most } 个字
cli-table-parent = 没有代码为 { $parent } 的上级单位
cli-table-parent-code = 没有代码是“{ $parent }”的上级单位，请写代码，例如：{ $choices }
cli-table-ring = 上级关系绕成了圈（{ $parent }）
cli-table-no-units = { $file }：单位不是写成若干个 [[units]]，不能自动加入，请手工修改。

cli-check-short = 逐项检查，每个问题都说明怎么处理
cli-check =
    检查配置、密钥、数据库、日历、时钟、令牌、工作群和机器人的权限、搁置的事件、
    没送到的消息和联系不上的人。不改动任何东西，信箱可以照常运行。

    ✓ 正常   ! 可以运行，但应当知道   ✗ 有问题，按箭头处理
    有任何 ✗ 时退出码为 1。
cli-check-looking = 正在检查数据库……
cli-check-asking = 正在询问 Telegram……
cli-check-result-wrong = 有 { $wrong } 个问题要处理，另有 { $notes } 处提醒。
cli-check-result-fine = 没有问题，{ $notes } 处提醒。
cli-check-config = 配置 { $file }：单位 { $units } 个，人员 { $people } 项，类别 { $categories } 个
cli-check-config-open = { $file } 里有令牌，别的用户也能读
cli-check-config-open-remedy = chmod 600 { $file }，或把令牌放进单独的文件（token_file）
cli-check-key-fine = 密钥 { $file }
cli-check-no-key = 没有密钥文件 { $file }
cli-check-no-key-remedy = 数据库已经在用，请从备份恢复密钥，千万不要重新生成
cli-check-key-none = 还没有密钥文件 { $file }
cli-check-key-none-remedy = 首次 { $shuji } run 时自动生成；信箱以前用过的，请从备份恢复
cli-check-key = 密钥文件 { $file } 读不出来，或已损坏
cli-check-key-remedy = 从备份恢复这个文件，并检查权限
cli-check-key-open = 密钥 { $file } 别的用户也能读
cli-check-key-open-remedy = chmod 600 { $file }
cli-check-database-folder = 数据库的文件夹 { $file } 不存在
cli-check-database-folder-remedy = 先建好这个文件夹，或改 [mailbox] database
cli-check-room = 数据库所在的磁盘只剩 { $free } MB，至少应有 { $needed } MB
cli-check-room-remedy = 清理磁盘（旧备份、旧日志）；写满后新的反映收不进来（Telegram 只替我们保留 24 小时）
cli-check-full = 磁盘已满，{ $folder } 里写不进任何东西，新的反映收不进来
cli-check-full-remedy = 马上腾出空间（旧备份、旧日志）或放宽配额；没有收进来的，Telegram 只替我们保留 24 小时
cli-check-closed-folder = 数据库的文件夹 { $folder } 不能写：{ $says }
cli-check-closed-folder-remedy = 检查权限和挂载，用运行信箱的用户检查；SQLite 要在文件夹里写日志
cli-check-backup-closed = 备份目录 { $folder } 不能写，备份会失败：{ $says }
cli-check-backup-closed-remedy = 检查权限和挂载，或改 [backup] folder
cli-check-backup-room = 备份目录 { $folder } 所在的磁盘只剩 { $free } MB，放不下一份备份
cli-check-backup-room-remedy = 清理磁盘，减少 [backup] keep，或改 [backup] folder
cli-check-answers = 正在运行的信箱自己说一切正常
cli-check-database-none = 还没有数据库 { $file }
cli-check-database-none-remedy = 首次 { $shuji } run 时自动建立
cli-check-database-damaged = 数据库 { $file } 已损坏：{ $says }
cli-check-database-damaged-remedy = 停掉信箱，用 { $shuji } restore 恢复最近的备份
cli-check-database-closed = 数据库 { $file } 打不开：{ $says }
cli-check-database-closed-remedy = 检查文件的权限，信箱要用同一个用户运行
cli-check-database-newer = 数据库 { $file } 的结构（{ $schema }）比本程序新
cli-check-database-newer-remedy = 升级程序，或恢复旧备份
cli-check-database-key = 密钥与数据库 { $file } 不配套，反映人的身份打不开
cli-check-database-key-remedy = 换上建库时的密钥文件（或它的备份）
cli-check-database = 数据库 { $file }：{ $tickets } 件，检查无误
cli-check-database-older = 数据库是旧结构（{ $schema }），尚未升级
cli-check-database-older-remedy = 下次启动时自动升级；先用 { $shuji } backup 留一份
cli-check-postgresql = PostgreSQL 数据库可以读写
cli-check-runs = 信箱正在运行
cli-check-rests = 信箱没有运行
cli-check-rests-remedy = 用 { $shuji } run 启动；停着的时候，Telegram 只替我们保留 24 小时的消息
cli-check-clock-behind = 时钟比数据库里最后一件事（{ $latest }）还早
cli-check-clock-behind-remedy = 校准系统时钟（timedatectl set-ntp true）
cli-check-clock-alone = 时钟 { $here }（{ $zone }），没有连上服务器核对
cli-check-clock-alone-remedy = 请自己看一眼对不对；受理和办结的时限都按它算
cli-check-clock-apart = 时钟 { $here }（{ $zone }）与服务器相差 { $seconds } 秒
cli-check-clock-apart-remedy = 校准系统时钟（timedatectl set-ntp true）
cli-check-clock = 时钟 { $here }（{ $zone }）
cli-check-backup-none = { $folder } 里还没有备份
cli-check-backup-none-remedy = 信箱运行时每天自动备份；现在就备一份：{ $shuji } backup
cli-check-backup-old = 最近一次备份是 { $when }
cli-check-backup-old-remedy = 看日志里 backup failed 的原因；现在就备一份：{ $shuji } backup
cli-check-backup = 备份 { $count } 份，最近一次 { $when }
cli-check-aside = 有 { $count } 个事件处理失败被搁置：{ $errors }
cli-check-aside-remedy = 原因消除（通常是升级程序）后运行 { $shuji } retry，一件都没有丢
cli-check-failed = 近两周有 { $count } 条消息没有送到：{ $errors }
cli-check-failed-remedy = 按原因处理后运行 { $shuji } retry
cli-check-held = 有 { $count } 条消息在等暂时联系不上的人
cli-check-held-remedy = 不用处理：他们重新打开机器人后自动发出，相关工作群里已有提示
cli-check-flow = 没有搁置的事件，也没有送不到的消息
cli-check-no-secretary = 还没有信箱专员，反映没有人受理
cli-check-no-secretary-remedy = { $shuji } invite secretary 单位代码 姓名
cli-check-no-admin = 还没有管理员，程序出问题时没有人知道
cli-check-no-admin-remedy = { $shuji } invite admin 单位代码 姓名
cli-check-unreachable = 有 { $count } 人还联系不上：{ $names }
cli-check-unreachable-remedy = { $shuji } people 看详情；给没有用户编号的人发邀请，请其他人私聊机器人点“开始”
cli-check-staff = { $count } 个身份都联系得上
cli-check-calendar-now = 没有 { $year } 年的放假调休安排，时限可能算错
cli-check-calendar-now-remedy = 升级程序，或用 { $shuji } calendar --import 导入
cli-check-calendar-next = 还没有 { $year } 年的放假调休安排，涉及的日期标为暂定
cli-check-calendar-next-remedy = 公布后用 { $shuji } calendar --import 导入，时限会重新计算
cli-check-calendar = 工作日历：已有到 { $year } 年的放假调休安排
cli-check-changes = 配置与数据库有 { $count } 处不同：{ $changes }
cli-check-changes-remedy = 重新启动或 reload 后生效
cli-check-no-group = 没有任何工作群，反映没有地方受理
cli-check-no-group-remedy = 把工作群的编号写进单位的 telegram_group；不知道编号，启动后在群里发 /todo
cli-check-no-token = 没有机器人令牌
cli-check-no-token-remedy = 在 @BotFather 用 /newbot 取得，写进 [telegram] token

cli-demo-short = 在浏览器里看完整的演示，不需要任何账号
cli-demo =
    在本机启动一个模拟的聊天平台，真正的信箱程序跑在上面，用浏览器打开：职工、
    信箱专员的工作群、承办人、领导并排在一页上，都可以说话、点按钮。

    页面上方的时钟可以往前拨一小时、一个工作日、一周，也可以马上发周报。
    里面有半年约 80 件往来；--empty 从空的开始。什么都不会离开这台机器，
    结束（Ctrl-C）后演示数据就没有了，除非用 --data 保留。
cli-demo-port = 网页的端口（默认 8765）
cli-demo-no-browser = 不自动打开浏览器
cli-demo-empty = 不要半年的样例，从空的开始
cli-demo-data = 把演示的数据库放在这个空文件夹里，结束后保留
cli-demo-used = { $folder } 里已经有演示数据。聊天记录不会保留，所以不能接着用；请换一个空文件夹。
cli-demo-taken = 端口 { $port } 已被占用，可能已经开着一个演示。换一个端口：{ $shuji } demo --port { $other }
cli-demo-address = 演示地址：{ $address } （按 Ctrl-C 结束）
cli-demo-playing = 正在准备半年的样例，页面上可以看到它一件件发生……
cli-demo-progress = 正在准备样例：{ $what }
cli-demo-ready = 准备好了，时钟已走到现在。
cli-demo-stopped = 演示已结束。

cli-language = 文件和周报用的语言（默认 zh-CN）
cli-unit-which = 有几个顶级单位，请用 --unit 写明：{ $units }
cli-bad-day = “{ $found }”不是日期，应写成 2026-03-02，或某一周 2026-W10。

cli-export-short = 导出台账（xlsx）
cli-export =
    把一个单位及下级单位的台账导出成 xlsx，列与各单位惯用的台账一致。

    不写 OUT.xlsx 时放在当前文件夹，按单位和日期命名；不覆盖已有的文件。
    例如：{ $shuji } export --unit PLANT --from 2026-01-01 --to 2026-03-31 一季度.xlsx
    　　　{ $shuji } export --where "状态:未办结 类别:食堂" 食堂.xlsx
    列可以在 config.toml 的 [ledger] 里改名、调整次序、略去。
cli-export-unit = 单位的代码或名称（只有一个顶级单位时可不写）
cli-export-from = 从哪天起（反映时间）
cli-export-to = 到哪天止，含当天
cli-export-as = 给谁看：manager 不含反映人姓名（默认），secretary 含实名反映人的姓名和联系方式
cli-export-where = 筛选，写法与聊天里的 /ledger 一样，例如 "状态:未办结 类别:食堂 渠道:热线 时间:3月"，也可以加要找的词
cli-export-tasks = 导出督办事项清单，筛选的写法与 /tasks 一样，例如 "状态:未销号 期限:本周"
cli-export-order = --from 的日期在 --to 之后。
cli-export-filter = 没有看懂“{ $word }”。例如：--where "单位:一分厂 状态:未办结 类别:食堂 渠道:热线 时间:3月"
cli-export-filter-tasks = 没有看懂“{ $word }”。例如：--where "单位:一分厂 状态:未销号 来源:会议 时间:3月 期限:本周 责任人:王建国"
cli-export-none-tasks = { $unit }没有符合的督办事项，没有导出。
cli-export-none = { $unit }在这段时间没有反映，没有导出。
cli-export-working = 正在导出 { $count } 件……
cli-export-done = 已导出到 { $file }：{ $unit }，{ $count } 件。
cli-export-names = 里面有实名反映人的姓名和联系方式，请妥善保管，不要转发。
cli-export-no-names = 里面没有反映人的姓名。

cli-digest-short = 看某单位某一周的周报，或马上发给领导
cli-digest =
    显示一个单位某一周的周报；--file 写进文件（.txt 文字，.png 图，.xlsx 表格），
    --send 马上发给领导。

    信箱正在运行时几秒内发出；没有运行时，下次启动后发出。
cli-digest-unit = 单位的代码或名称（显示时只有一个顶级单位可不写；--send 不写则发给所有领导）
cli-digest-week = 那一周里的任何一天，或 2026-W10（默认最近一期）
cli-digest-period = week 周报、month 月报、quarter 季报；不写 --week 就是上一期
cli-digest-file = 写进文件：.txt、.png、.xlsx 或 .docx
cli-digest-send = 发给领导
cli-digest-kind = { $file }：文件名应以 .txt、.png 或 .xlsx 结尾。
cli-digest-future = 这一周还没有开始。
cli-digest-no-manager = 还没有领导可以收。用 { $shuji } invite manager 单位 姓名 邀请。
cli-digest-written = 已写进 { $file }。
cli-digest-sent = { $week } 的周报将发给：{ $names }。信箱正在运行的，几秒内发出；没有运行的，下次启动后发出。

cli-rules-short = 看各单位现在按什么时限、提醒和权重办，从何时起
cli-rules =
    看各单位现在按哪一版规则办（时限、提醒时间、周报权重），从何时起生效。

    规则写在配置文件里（[deadlines]、[reminders]、[digest] 和 [units.…]），改好后 reload 即生效，不用重启；
    改动前已经承诺的期限按原来的版本。--unit 看一个单位的沿革，--version 看一版的全部数字。
cli-rules-unit = 只看这个单位，连同以前的版本
cli-rules-version = 看这一版的全部数字
cli-rules-line = [{ $kind }] { $version }，{ $since } 起
cli-rules-no-version = 没有版本 { $version }。请先运行 { $shuji } rules 查看。

cli-import-short = 把台账表格导入成反映
cli-import =
    把台账表格（xlsx 或 CSV，列名与导出的台账相同）里的事项导入：没有编号的成为新的反映，有编号的只更新类别。

    每一行先检查，有问题的不导入并说明原因；已经有的不会重复。正在运行的信箱几秒内处理，没有运行就在下次启动时处理。
cli-import-unit = 导入到哪个单位及以下（只有一个顶级单位时可不写）
cli-import-dry-run = 只检查，不导入
cli-import-line = 第 { $line } 行：{ $why }
cli-import-more = 还有 { $count } 行没有列出。
cli-import-dry = 检查完：可新增 { $new } 件，可更新 { $update } 件，已有 { $same } 件，有问题 { $wrong } 行。没有导入。
cli-import-done = 已交给信箱：新增 { $new } 件，更新 { $update } 件；已有 { $same } 件、有问题 { $wrong } 行没有导入。
cli-import-unreadable = 读不了文件 { $file }：{ $says }。
cli-import-large = 文件 { $file } 太大，请分成几个导入。
cli-import-no-table = { $file } 不是 xlsx、xls、ods 或 CSV 表格。
cli-import-far = { $file } 里最远的内容到了 { $cell } 格，范围太大。请删去表格以外的行和列，或把表格复制到一个新文件里。
cli-import-unopened = { $file } 没能读完：太复杂，或者内存不够。请把表格复制到一个新文件里，或改用 CSV。
cli-import-columns = 没有找到列名。列名行至少有“问题摘要”或“问题详情”。认识的列：{ $columns }
    { $found }
cli-import-unread = 这些列不认识，没有读：{ $columns }
cli-import-unstated = 填了办结时间或答复、没有写状态的行算什么：open 还在办，finished 已办完（不导入）；不写则逐行列出来问
cli-import-many = 一次最多 { $most } 行，请分成几个导入。
