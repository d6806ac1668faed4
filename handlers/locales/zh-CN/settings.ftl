# What is wrong with config.toml, for whoever wrote it.

settings-report = 配置需要修改，共 { $count } 处（列表从 1 数起）：
settings-line = { $file } 第 { $line } 行
settings-key = { $place } { $key }
settings-problem = { $where }：应为 { $expected }
settings-problem-found = { $where }：现在是 { $found }，应为 { $expected }
settings-problem-whole = { $where }：{ $what }

settings-wrong-present = 必填，还没有写
settings-expected-text = 非空的文字，写在引号里
settings-expected-whole = 整数
settings-expected-number = 数字
settings-expected-above = 大于 { $gt } 的数
settings-expected-at-least = 不小于 { $ge } 的数
settings-expected-at-most = 不大于 { $le } 的数
settings-expected-list = 列表，例如 ["食堂", "伙食"]
settings-expected-shorter-list = 最多 { $max_length } 项的列表
settings-expected-yes-no = true 或 false
settings-expected-choice = 其中之一：{ $words }
settings-expected-table = 一个表（用 [节名] 开头，下面逐行写设置）
settings-expected-tables = 若干个 [[{ $list }]]
settings-wrong-known = 没有这项设置，可能是 { $names }
settings-wrong-variable = 没有以此开头的设置，可能是 { $names }
settings-expected-json = JSON 列表，例如 [{ "{" }"code": "HQ", "name": "集团"{ "}" }]
settings-expected-phrase = 2 到 40 个字的说法
settings-expected-column = 列名，每列一次，可以写成“原名=新名”；这里没有“{ $word }”，有：{ $names }
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
settings-wrong-file = 没有这个文件，可用 { $shuji } init 生成，或用 --config 指定别的
settings-expected-utf8 = UTF-8 编码的文本文件
settings-expected-readable = 可以读取的文件，请检查权限
settings-wrong-toml = 不是正确的 TOML 写法：{ $text }（{ $reason }）
settings-wrong-one-of-two = 与 { $other } 二选一，请删去一个
settings-expected-secret-file = 可以读取的文件，内容是这个密钥
settings-wrong-some-unit = 至少要写一个单位（code 和 name）
settings-wrong-unique = 与第 { $other } 项重复
settings-expected-unit = 已有单位的代码：{ $codes }
settings-wrong-no-ring = 上级关系绕成了圈：{ $ring }
settings-wrong-own-group = { $other } 已经用了这个群；没有自己的群就不写，由上级单位的群受理
settings-wrong-merged-twice = 单位 { $code } 已经写在别的单位的 merged 里
settings-wrong-merged-alive = 单位 { $code } 自己还写在 [[units]] 里；并入别的单位后请删去它那一项
settings-wrong-person-unit = 有几个顶级单位，请写明是哪个单位：{ $codes }
settings-wrong-person-once = 与第 { $other } 项完全相同，请删去一个
settings-wrong-one-owner = 有几位承办人同名，请写明是哪个单位的：{ $choices }
settings-expected-owner = [[people]] 里一位承办人（role = "owner"）的姓名：{ $names }
settings-expected-weights = 三项权重之和为 1
settings-expected-later = 晚于开始时刻 { $start } 的时刻
settings-wrong-not-both = 有日期同时写在 rest_days 和 work_days 里：{ $day }
settings-expected-nudge = 小于 rating（{ $rating }）的天数
settings-wrong-webhook-needs = mode = "webhook" 时必填，还没有写
