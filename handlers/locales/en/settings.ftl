# What is wrong with config.toml, for whoever wrote it.

settings-report = { $count ->
    [one] One setting has to be corrected (lists count from 1):
   *[other] { $count } settings have to be corrected (lists count from 1):
}
settings-line = { $file }, line { $line }
settings-problem = { $where }: expected { $expected }
settings-problem-found = { $where }: found { $found }, expected { $expected }

settings-expected-present = a value: this one is required
settings-expected-text = a text that is not empty, in quotes
settings-expected-whole = a whole number
settings-expected-number = a number
settings-expected-at-least = a number not below { $ge }
settings-expected-at-most = a number not above { $le }
settings-expected-list = a list, such as ["canteen", "meals"]
settings-expected-choice = one of { $expected }
settings-expected-table = a table (a line with [name], its settings below)
settings-expected-tables = entries that begin with [[{ $list }]]
settings-expected-known = a setting that there is; this one is unknown. Did you mean: { $names }
settings-expected-variable = an environment variable that begins with one of { $names }
settings-expected-json = a JSON list, such as [{ "{" }"code": "HQ", "name": "Group"{ "}" }]
settings-expected-zone = the name of a time zone, such as Asia/Shanghai
settings-expected-database = sqlite:///path/to/file or postgresql://user:password@host/name
settings-expected-clock = a time of day, such as "08:30"
settings-expected-date = a date, such as 2026-05-04
settings-expected-api = the address of a Bot API server, such as https://api.telegram.org/bot
settings-expected-webhook = a whole address that begins with https://
settings-expected-listen = address:port, such as 127.0.0.1:8443
settings-expected-code = a unit's code: 1 to 20 letters, digits, _ or -
settings-expected-prefix = a prefix for numbers: 1 to 8 capital letters or digits, a letter first
settings-expected-token = the token that @BotFather gave, such as 123456789:AAE…
settings-expected-hook-secret = 1 to 256 letters, digits, _ or -
settings-expected-group = the id of a group: a negative whole number, such as -1001234567890
settings-expected-user = the id of a user: a positive whole number
settings-expected-small-file = a file of at most 4 MB
settings-expected-file = a configuration file; there is none here. Make one with shuji init, or name it with --config
settings-expected-utf8 = a text file in UTF-8
settings-expected-readable = a file that can be read; please look at its permissions
settings-expected-toml = correct TOML ({ $reason })
settings-expected-one-of-two = only one of the two: { $other } is given already
settings-expected-secret-file = a file that can be read and holds the secret
settings-expected-some-unit = at least one unit (code and name)
settings-expected-unique = a value of its own; entry { $other } has it already
settings-expected-unit = the code of a unit that there is: { $codes }
settings-expected-no-ring = a parent that does not lead back to the unit itself; now it goes { $ring }
settings-expected-own-group = a group of its own; { $other } uses it already. Leave it out, and the group of the unit above serves
settings-expected-person-unit = the code of a unit (needed where there are several topmost ones): { $codes }
settings-expected-person-once = an entry that differs from entry { $other }
settings-expected-one-owner = a name that only one owner has; several are called that
settings-expected-owner = the name of an owner in [[people]] (role = "owner"): { $names }
settings-expected-weights = three weights that add up to 1
settings-expected-later = a time of day after start, { $start }
settings-expected-not-both = a date that is in rest_days or in work_days, not in both
settings-expected-nudge = fewer days than rating, { $rating }
settings-expected-webhook-needs = a value: mode = "webhook" needs it
