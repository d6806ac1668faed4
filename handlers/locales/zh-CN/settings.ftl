# What is wrong with config.toml, for whoever wrote it.

settings-report = 配置需要修改，共 { $count } 处（列表从 1 数起）：
settings-line = { $file } 第 { $line } 行
settings-problem = { $where }：应为{ $expected }
settings-problem-found = { $where }：现在是 { $found }，应为{ $expected }

settings-expected-present = 必填项，请补上
settings-expected-text = 非空的文字，写在引号里
settings-expected-whole = 整数
settings-expected-number = 数字
settings-expected-at-least = 不小于 { $ge } 的数
settings-expected-at-most = 不大于 { $le } 的数
settings-expected-list = 列表，例如 ["食堂", "伙食"]
settings-expected-choice = 其中之一：{ $expected }
settings-expected-table = 一个表（用 [节名] 开头，下面逐行写设置）
settings-expected-tables = 若干个 [[{ $list }]]
settings-expected-known = 已有的设置；没有这一项，您要写的是不是：{ $names }
settings-expected-variable = 以下列名称开头的环境变量：{ $names }
settings-expected-json = JSON 列表，例如 [{ "{" }"code": "HQ", "name": "集团"{ "}" }]
settings-expected-zone = 时区名称，例如 Asia/Shanghai
settings-expected-database = sqlite:///文件路径，或 postgresql://用户:密码@主机/库名
settings-expected-clock = 时刻，例如 "08:30"
settings-expected-date = 日期，例如 2026-05-04
settings-expected-api = 以 http:// 或 https:// 开头的 Bot API 地址，例如 https://api.telegram.org/bot
settings-expected-webhook = 以 https:// 开头的完整网址
settings-expected-listen = 地址:端口，例如 127.0.0.1:8443
settings-expected-code = 单位代码：1 至 20 个字母、数字、_ 或 -
settings-expected-prefix = 编号前缀：1 至 8 个大写字母或数字，以字母开头
settings-expected-token = @BotFather 给的令牌，形如 123456789:AAE…
settings-expected-hook-secret = 1 至 256 个字母、数字、_ 或 -
settings-expected-group = 群编号：负整数，例如 -1001234567890
settings-expected-user = 用户编号：正整数
settings-expected-small-file = 不超过 4 MB 的文件
settings-expected-file = 配置文件；没有找到，可用 shuji init 生成，或用 --config 指定
settings-expected-utf8 = UTF-8 编码的文本文件
settings-expected-readable = 可以读取的文件，请检查权限
settings-expected-toml = 正确的 TOML 写法（{ $reason }）
settings-expected-one-of-two = 二选一：已经写了 { $other }
settings-expected-secret-file = 可以读取的文件，内容是这个密钥
settings-expected-some-unit = 至少一个单位（code 和 name）
settings-expected-unique = 不重复的值，第 { $other } 项已经用了
settings-expected-unit = 已有单位的代码：{ $codes }
settings-expected-no-ring = 不绕回自己的上级；现在的上级关系是 { $ring }
settings-expected-own-group = 自己的群，{ $other } 已经用了这个群；没有自己的群就不写，由上级单位的群受理
settings-expected-person-unit = 已有单位的代码（有多个顶级单位时必填）：{ $codes }
settings-expected-person-once = 不重复的一项，与第 { $other } 项完全相同
settings-expected-one-owner = 能确定是谁：有几位承办人同名，请改名区分
settings-expected-owner = [[people]] 里一位承办人（role = "owner"）的姓名：{ $names }
settings-expected-weights = 三项权重之和为 1
settings-expected-later = 晚于开始时刻 { $start } 的时刻
settings-expected-not-both = 只在 rest_days 或 work_days 之一里出现的日期
settings-expected-nudge = 小于 rating（{ $rating }）的天数
settings-expected-webhook-needs = 必填项：mode = "webhook" 时要有它
