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

    先看演示：shuji demo（不需要任何账号，在浏览器里打开）
    正式使用：shuji init 生成配置，shuji check 检查，shuji run 启动
    每个命令都可以加 --help 看用法，例如 shuji invite --help
cli-usage-option = 没有 { $option } 这个选项。
cli-usage-near = 是不是 { $near }？
cli-usage-missing = 还缺 { $name }。
cli-usage-bad = { $name } 写得不对：{ $says }
cli-usage-command = 没有“{ $command }”这个命令。
cli-usage-other = { $says }
cli-usage-help = 用法见：{ $command } --help

cli-error-other-mailbox = 配置文件里的单位与数据库里的（{ $says }）一个也对不上，像是另一个信箱的配置，什么都没有改动。请核对 --config 和 mailbox.database。
cli-error-key = { $says }
cli-error-wrong-key = { $says }
cli-error-newer = { $says }
cli-error-running = { $says }
cli-error-damaged = { $says }
cli-error-busy = 数据库正忙或磁盘已满，什么都没有改动，请稍后再试（{ $says }）。
cli-error-database = { $says }
cli-error-no-token = 还没有机器人令牌：请在 @BotFather 用 /newbot 取得，写进 [telegram] token，或放进环境变量 SHUJI_TELEGRAM__TOKEN。只想看看，可以运行 shuji demo。
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
