# What is wrong with config.toml, for whoever wrote it.

settings-report = { $count ->
    [one] One setting has to be corrected (lists count from 1):
   *[other] { $count } settings have to be corrected (lists count from 1):
}
settings-line = { $file }, line { $line }
settings-key = { $place }: { $key }
settings-problem = { $where }: expected { $expected }
settings-problem-found = { $where }: found { $found }, expected { $expected }
settings-problem-whole = { $where }: { $what }

settings-wrong-present = required, and missing
settings-expected-text = a text that is not empty, in quotes
settings-expected-whole = a whole number
settings-expected-number = a number
settings-expected-above = a number above { $gt }
settings-expected-at-least = a number not below { $ge }
settings-expected-at-most = a number not above { $le }
settings-expected-list = a list, such as ["canteen", "meals"]
settings-expected-shorter-list = a list of at most { $max_length }
settings-expected-yes-no = true or false
settings-expected-choice = one of { $words }
settings-expected-table = a table (a line with [name], its settings below)
settings-expected-tables = entries that begin with [[{ $list }]]
settings-wrong-known = there is no such setting. Did you mean { $names }?
settings-wrong-variable = no setting begins like this. Did you mean { $names }?
settings-expected-json = a JSON list, such as [{ "{" }"code": "HQ", "name": "Group"{ "}" }]
settings-expected-phrase = a phrase of 2 to 40 characters
settings-expected-column = names of columns, each once, with “=title” behind for another title; there is no “{ $word }”, but: { $names }
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
settings-wrong-file = there is no such file. Make one with { $shuji } init, or name another with --config
settings-expected-utf8 = a text file in UTF-8
settings-expected-readable = a file that can be read; please look at its permissions
settings-wrong-toml = not correct TOML: { $text } ({ $reason })
settings-wrong-one-of-two = { $other } is given as well; leave one of the two out
settings-expected-secret-file = a file that can be read and holds the secret
settings-wrong-some-unit = at least one unit is needed (code and name)
settings-wrong-unique = the same as in entry { $other }
settings-expected-unit = the code of a unit that there is: { $codes }
settings-wrong-no-ring = the parents lead round in a circle: { $ring }
settings-wrong-own-group = { $other } has this group already. Leave it out, and the group of the unit above serves
settings-wrong-merged-twice = unit { $code } is in merged of another unit already
settings-wrong-merged-alive = unit { $code } still has an entry of its own in [[units]]; once it is merged, remove that
settings-wrong-person-unit = there are several topmost units; say which it is: { $codes }
settings-wrong-person-once = the same as entry { $other }; leave one of the two out
settings-wrong-one-owner = several owners have this name; write which unit's: { $choices }
settings-expected-owner = the name of an owner in [[people]] (role = "owner"): { $names }
settings-expected-weights = three weights that add up to 1
settings-expected-later = a time of day after start, { $start }
settings-wrong-not-both = a date stands in rest_days and in work_days: { $day }
settings-expected-nudge = fewer days than rating, { $rating }
settings-wrong-webhook-needs = required for mode = "webhook", and missing
