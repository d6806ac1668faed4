# The command line, for whoever sets the mailbox up and looks after it.

cli-usage = Usage:
cli-options = Options
cli-help-option = Show this help
cli-version = Show the version
cli-config-option = The configuration file (config.toml by default; or in SHUJI_CONFIG)
cli-heading-start = Starting
cli-heading-daily = Day by day
cli-heading-care = Care

cli-shuji =
    The mailbox: people raise concerns in the chat they use; each gets a number, an owner and an answer.

    To look at it:   { $shuji } demo (needs no account, opens in the browser)
    To use it:       { $shuji } init writes a configuration, { $shuji } check looks it over, { $shuji } run starts
    Every command takes --help, for example: { $shuji } invite --help
cli-usage-option = There is no option { $option }.
cli-usage-near = {" "}Did you mean { $near }?
cli-usage-missing = { $name } is missing.
cli-usage-bad = { $name } is not right: expected { $expected }.
cli-usage-needs = { $option } needs something after it.
cli-usage-extra = "{ $words }" is too much.
cli-usage-range = a whole number from { $least } to { $most }
cli-usage-file = a file
cli-usage-folder = a folder
cli-usage-command = There is no command "{ $command }".
cli-program = { $shuji }
cli-usage-help = How it is used: { $command } --help

cli-error-other-mailbox = None of the units in the database ({ $says }) is in the configuration file: it seems to be that of another mailbox. Nothing was changed. Please check --config and mailbox.database.
cli-error-no-key = There is no key file { $about }. The first `{ $shuji } run` makes it; if this mailbox has been used before, bring it back from its backup.
cli-error-key = The key file { $about } can't be read or is damaged. Look at its permissions, or bring it back from its backup.
cli-error-wrong-key = The key file does not belong to this database. Use the one that it was made with, or a backup of that.
cli-error-newer = The database was made by a newer version of the program. Upgrade the program, or restore an older backup.
cli-error-running = Another process of the mailbox uses this database ({ $about }). Stop that one first.
cli-error-damaged = The copy can't be trusted ({ $about }). Take another one.
cli-error-busy = The database is busy or away, or the disk is full. Nothing was changed; try again in a moment. ({ $says })
cli-error-postgresql = PostgreSQL can't be used ({ $about }). Look at address, port, user, password and name in mailbox.database, and whether the server runs.
cli-error-postgresql-rights = The user may not make tables in PostgreSQL ({ $about }). Let it own the database, or run GRANT CREATE ON SCHEMA public TO name.
cli-error-postgresql-encoding = The encoding of this PostgreSQL database is { $about }, which does not hold Chinese well. Make another one: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0, and change mailbox.database.
cli-error-database = The database can't be used ({ $about }). Look at mailbox.database and at the permissions of file and folder; if the file is broken, restore a backup.
cli-error-no-token = There is no token yet: get one from @BotFather with /newbot and write it as [telegram] token, or into SHUJI_TELEGRAM__TOKEN. Just to look at the mailbox, run { $shuji } demo.
cli-error-address = The address { $address } can't be used (it is taken, or not this machine's). Change { $setting }, or stop the program that uses it.
cli-error-interrupted = Interrupted.
cli-error-permission = { $file }: no permission. Look at the rights of the file and its folder, or run as another user.
cli-error-full = The disk is full, and nothing was written. Make room and try again.
cli-error-missing = { $file }: there is no such file or folder.
cli-error-folder = { $file }: this is a folder; a file is needed.
cli-error-exists = { $file }: this file is there already and was not overwritten. Choose another name, or move it away first.

cli-applied-unit-new = New unit: { $name }
cli-applied-unit-changed = Unit changed: { $name }
cli-applied-unit-retired = Unit out of use: { $name } (no longer in the configuration; it takes no new concerns and finishes those it has)
cli-applied-unit-merged = merged: { $name } (history kept, what is open goes to the desk of the unit that took it over)
cli-applied-unit-unknown = merged names a unit that there is not, ignored: { $name }
cli-applied-rules-changed = rules changed: { $name } (dates promised before stay as they were)
cli-applied-rules-same-name = rules changed but not their version: { $name }; give it a new version, so that digests can be told apart
cli-applied-group-serves = Group in use: { $name }
cli-applied-group-former = Group out of use: { $name } (what it has is finished there; nothing new goes there)
cli-applied-role-given = Role given: { $name }
cli-applied-role-taken = Role taken away: { $name } (no longer in the configuration)
cli-applied-category-set = Category changed: { $name }
cli-applied-category-retired = Category out of use: { $name } (tickets keep it)

cli-run-short = Run the mailbox
cli-run =
    Run the mailbox until it is told to stop (Ctrl-C or SIGTERM).

    It first finishes what is in hand, for ten seconds at most; the rest goes on at the
    next start, nothing lost, nothing twice. After a change of the configuration send
    SIGHUP (systemctl reload). Token, database, addresses and the times of digest and
    backup need a new start.
cli-run-started = { $name } is running. Ctrl-C stops it.
cli-run-stopping = Stopping, once what is in hand is done …
cli-run-stopped = Stopped.

cli-no-database = { $file }: there is no database yet. Start the mailbox with { $shuji } run first.
cli-no-text = { $file }: no text can be read from it. Save it as text or CSV in UTF-8.
cli-unit-none = There is no unit "{ $unit }". There are: { $units }
cli-several = Several fit “{ $word }”. Please write the code, or the whole of one:
    { $choices }

cli-migrate-short = Bring the database to this version's schema (run does it too)
cli-migrate =
    Bring the database to this version's schema without starting the mailbox. If it is up to
    date nothing is changed. Stop the mailbox first, and make a backup: { $shuji } backup.
cli-migrate-same = The database has the newest schema ({ $schema }).
cli-migrate-done = The database was brought from schema { $before } to { $schema }.

cli-health-short = Ask the running mailbox how it is
cli-health =
    Ask the running mailbox at the address of [health] listen, and show what it finds
    wrong with itself.

    Exit code 1 if it does not run, or has a problem that a new start may solve; the health
    check of the image is this command.
cli-health-off = [health] listen is empty: there is no health page.
cli-health-silent = { $address } does not answer: the mailbox does not run, or was not restarted since [health] listen was changed. { $shuji } check looks everything over.
cli-health-failing = Problems: { $count }. { $shuji } check looks everything over.
cli-health-fine = All is well.

cli-retry-short = Try set-aside events and undelivered messages again
cli-retry =
    Put events that were set aside and messages that could not be delivered back in line. A
    running mailbox takes them up within seconds, else the next start does. { $shuji } check says
    which there are.
cli-retry-done = Back in line: { $events } events, { $messages } messages.
cli-retry-nothing = No event was set aside, and no message is undelivered.

cli-backup-short = Copy the database (the mailbox may run)
cli-backup =
    Copy the database into one file and check the copy; the mailbox may go on running.

    Without FILE the copy goes to [backup] folder, named by the time; the newest keep stay.
    The key file is not in the copy: keep it somewhere else. It takes both to open who raised
    what. For PostgreSQL, use pg_dump.
cli-backup-working = Copying …
cli-backup-done = Copied to { $file } ({ $tickets } tickets, { $size } MB, checked).
cli-backup-key = The key file { $key } is not in it; keep it somewhere else.
cli-backup-postgresql = The database is PostgreSQL: use pg_dump, and keep the key file besides.

cli-restore-short = Put a backup in the place of the database (the old one is kept)
cli-restore =
    Check the backup and its key, ask, and put it in the place of the database, which is kept
    under another name. Stop the mailbox first. What happened after the backup is not in it.

    What waited to be sent in the backup and was sent since is not sent again. Where nobody
    can know, it is: twice is better than never.

    Numbers go on from those of the replaced database: none is given to a second ticket. Where
    it can't be read or is gone, --numbers-from SJ-2026-0050 says which one is next (may be
    given several times).
cli-restore-yes = Do not ask
cli-restore-drop = Send nothing of what waits in the backup
cli-restore-numbers-from = the first number that is to be given now, such as SJ-2026-0050
cli-restore-number = “{ $found }” is no number of this mailbox. It should be like SJ-2026-0050, beginning with one of: { $prefixes }
cli-restore-lost = Not in the backup: { $count }. Their numbers are not given again: { $numbers }
    Whoever writes in their topics, presses their buttons or sends their follow codes is told so. Please enter them again by the old database file.
cli-restore-numbers-unknown = It is not known which numbers were given after the backup. New ones begin with { $numbers }.
    If somebody has been told one of these, run this before the mailbox starts: { $shuji } restore { $file } --numbers-from NUMBER
cli-restore-looking = Checking the backup …
cli-restore-working = Restoring …
cli-restore-same = This file is the database itself.
cli-restore-key = { $file } was not made with the key file { $key }: nobody's name could be opened. Use the key that it was made with, or a backup of that.
cli-restore-backup = The backup { $file }: { $tickets } tickets, the last event at { $when }.
cli-restore-present = The database { $file }: { $tickets } tickets, the last event at { $when }.
cli-restore-older = Note: the backup is older than the database. What happened since will be gone from the mailbox (the file is kept).
cli-restore-unreadable = The database { $file } can no longer be read.
cli-restore-ask = Put the backup in its place?
cli-restore-needs-yes = Nobody is there to confirm it, and nothing was changed. Add --yes to do it.
cli-restore-left = Nothing was changed.
cli-restore-done = Restored to { $file }.
cli-restore-kept = The old database is kept as { $file }; delete it once all is well.
cli-restore-dropped = { $count } messages were sent after the backup and are not sent again.
cli-restore-waiting = { $count } messages still wait and go out at the next start.
cli-restore-postgresql = The database is PostgreSQL: use pg_restore.

cli-invite-short = Make a link that gives a role to whoever opens it
cli-invite =
    Make a one-time link. Whoever opens it and accepts has the role.

    ROLE   secretary | owner | manager | admin
    UNIT   a unit's code or name
    NAME   as ledger and cards will show it

    For example: { $shuji } invite owner PLANT "Wang Jianguo"
cli-invite-days = For how many days it is good ({ $days } by default)
cli-invite-role = There is no role "{ $role }"; it is one of { $roles }
cli-invite-name = A name has 1 to 40 characters.
cli-invite-has = { $name } is { $role } of { $unit } already; the invitation may be for somebody of the same name, or for another account.
cli-invite-made = An invitation for { $name } to be { $role } of { $unit }, good until { $until }, once:
cli-invite-link = Pass it on in private. They open it, press Start, then Accept.
cli-invite-typed = The bot's name is not known now (no token, or no connection). Let them write the line above to the bot in private.

cli-people-short = Who is what, and who can't be reached yet
cli-people =
    List everybody's roles, who has not opened the bot yet, and who has not accepted yet.

    Roles in the configuration are changed there; --revoke takes away one that came by an
    invitation.
cli-people-revoke = Take away role number N of the list
cli-people-revoked = Taken away: { $name } is no longer { $role } of { $unit }. What they did stays on the history.
cli-people-in-config = This role of { $name } stands in the configuration: take it out there, then start anew or reload.
cli-people-no-number = There is no role number { $number }; see { $shuji } people.
cli-people-none = Nobody has a role yet. Invite the first secretary with { $shuji } invite.
cli-people-line = { $number }  { $unit } · { $role } · { $name } ({ $state }; { $source })
cli-people-fine = can be reached
cli-people-blocked = blocked the bot, can't be reached
cli-people-not-started = has not opened the bot, can't be reached
cli-people-by-config = configuration
cli-people-by-invite = invitation
cli-people-expected = –  { $unit } · { $role } · { $name } (without a user id in the configuration; invite them: { $shuji } invite { $word } { $code } { $name })
cli-people-invited = –  { $unit } · { $role } · { $name } (invited, not accepted yet, good until { $until })

cli-calendar-short = The work calendar, and importing the notice on holidays
cli-calendar =
    Show for which years the notice on holidays and exchanged days is known, and which days of
    the coming year are not as usual.

    When the notice for the next year is out, bring it in with --import: one day a line, as
        2027-02-06,work
        2027-02-08,rest
    Open tickets are then computed anew, and raisers whose date changes are told.
cli-calendar-import = Import a notice (text or CSV)
cli-calendar-dry-run = Only show what would change
cli-calendar-forget = Take back what was imported for a year
cli-calendar-bad = { $count } lines of { $file } have to be corrected; nothing was imported:
cli-calendar-day = { $day }: { $what }
cli-calendar-worked = worked
cli-calendar-rest = rest
cli-calendar-date = { $date } ({ $weekday })
cli-calendar-would = The file has { $count } days ({ $years }); { $changed } of them differ from the calendar. Nothing was imported.
cli-calendar-imported = { $count } days were imported ({ $years }); { $changed } of them differ from the calendar before. Open tickets are computed anew.
cli-calendar-forgotten = What was imported for { $year } was taken back: { $count } days.
cli-calendar-built-in = { $year }: the notice is built in.
cli-calendar-imported-year = { $year }: the notice was imported.
cli-calendar-none = { $year }: no notice yet; its dates are marked provisional. Once it is out: { $shuji } calendar --import.
cli-calendar-ahead = Days of the coming year that are not as usual:

cli-init-short = Write a configuration and a key
cli-init =
    Ask a few questions, and write the configuration and the key file. Nothing is overwritten.

    On Telegram, talk to @BotFather first: /newbot gives you a token. It can be written into
    the file later as well.
    Without questions: { $shuji } init --non-interactive --token … --unit "Head office"
cli-init-non-interactive = Ask nothing: options and defaults only
cli-init-token = The token that @BotFather gave
cli-init-name = The mailbox's name
cli-init-unit = The name of the first unit
cli-init-code = Its code (HQ by default)
cli-init-group = The id of the secretaries' group
cli-init-timezone = The time zone (Asia/Shanghai by default)
cli-init-database = The database (sqlite:///mailbox.db by default)
cli-init-base-url = The Bot API server
cli-init-exists = { $file } is there already and was not overwritten. Move it away first, or name another with --config.
cli-init-default-name = Mailbox
cli-init-default-unit = Head office
cli-init-hello = A few questions; Return takes the default, and everything can be changed in the file later.
cli-init-ask-token =
    The bot's token: on Telegram, send /newbot to @BotFather and paste here what it gives you.
    (Just press Return if you have none yet.)
    Token:
cli-init-bad-token = This is no token; they look like 123456789:AAE… Copy the whole of it.
cli-init-bot = The token is good: { $bot }.
cli-init-token-problem = { $problem } { $remedy }
cli-init-use-anyway = Use this token all the same?
cli-init-ask-name = What is the mailbox called?
cli-init-ask-unit = What is the topmost unit called? Those below can be added in one go: { $shuji } units --import.
cli-init-ask-group =
    The id of the secretaries' group: make a group, turn on Topics in its settings, add the bot
    and make it an administrator (Manage topics, Pin messages, Delete messages). The id is a
    number that begins with -100. If you don't know it, press Return: once the mailbox runs,
    send /todo in the group and the bot answers with the id.
    Group id:
cli-init-bad-group = The id of a group is negative, such as -1001234567890. If you don't know it, press Return.
cli-init-key-lost = There is a database { $database } but no key file { $key }. Bring the key back from its backup first, or nobody's name can be opened. If the old data is not wanted, move the database away.
cli-init-written = { $file } is written (only you can read it: it holds the token).
cli-init-key-made = The key { $file } is made. Copy it to another place now: without it, nobody can ever tell who raised what.
cli-init-key-kept = The key { $file } that was there is used.
cli-init-next =
    What comes next:
      { $shuji } check    looks at token, group and rights
      { $shuji } run      starts the mailbox
      { $shuji } invite secretary { $code } NAME    invites the first secretary
cli-init-file-head = Written by shuji init. Every setting is explained in config.example.toml.
cli-init-file-token = the token that @BotFather gave: take the # away and write it here
cli-init-file-group = the id of the secretaries' group
cli-init-file-people = Add [[people]] and [[categories]] below as in config.example.toml, or invite people with { $shuji } invite.

cli-units-short = The tree of units, and adding many from a table
cli-units =
    List the units and their groups.

    --import adds from a CSV with the columns code,name,parent[,prefix], and says row by row
    what becomes of it; with one wrong row nothing is changed. The configuration is written,
    the old one kept as .bak.
cli-units-import = Add or change units from a table
cli-units-dry-run = Only check the table
cli-units-environment = The units come from the variable SHUJI_UNITS and can't be written to the file. Change the variable.
cli-units-group = group { $group }
cli-units-restricted = restricted group { $group }
cli-units-own = own limits or hours
cli-table-row = Row { $line } { $fate }: { $says }
cli-table-new = new
cli-table-changed = changed
cli-table-wrong = wrong
cli-table-counts = { $new } new, { $changed } changed, { $same } as they were.
cli-table-refused = { $count } rows have to be corrected; nothing was written.
cli-table-dry-run = Checked only; nothing was written.
cli-table-written = { $file } is written; the old one is kept as { $kept }. If the mailbox runs, reload it or start it anew.
cli-table-head = { $file }: the first row needs the columns code and name.
cli-table-empty = { $file }: the table is empty.
cli-table-twice = the same code as in row { $line }
cli-table-name = a name of 1 to { $most } characters is needed
cli-table-parent = there is no unit { $parent } to be below
cli-table-parent-code = no unit above has the code “{ $parent }”; write the code, such as: { $choices }
cli-table-ring = the parents lead round in a circle ({ $parent })
cli-table-no-units = { $file }: the units are not written as [[units]] and can't be added to; change the file by hand.

cli-check-short = Look everything over; each problem with what to do
cli-check =
    Look at the configuration, the key, the database, the calendar, the clock, the token, the
    groups and the bot's rights there, set-aside events, undelivered messages and people who
    can't be reached. Nothing is changed, and the mailbox may run.

    ✓ fine   ! it works, but you should know   ✗ a problem: do what the arrow says
    The exit code is 1 if there is any ✗.
cli-check-looking = Looking at the database …
cli-check-asking = Asking Telegram …
cli-check-result-wrong = Problems: { $wrong }. Notes: { $notes }.
cli-check-result-fine = No problems. Notes: { $notes }.
cli-check-config = Configuration { $file }: { $units } units, { $people } entries for people, { $categories } categories
cli-check-config-open = { $file } holds the token, and other users can read it
cli-check-config-open-remedy = chmod 600 { $file }, or put the token into a file of its own (token_file)
cli-check-key-fine = Key { $file }
cli-check-no-key = There is no key file { $file }
cli-check-no-key-remedy = The database is in use: bring the key back from its backup, and never make a new one
cli-check-key-none = There is no key file { $file } yet
cli-check-key-none-remedy = The first { $shuji } run makes it; if the mailbox has been used before, bring it back from its backup
cli-check-key = The key file { $file } can't be read or is damaged
cli-check-key-remedy = Bring it back from its backup, and look at its permissions
cli-check-key-open = Other users can read the key { $file }
cli-check-key-open-remedy = chmod 600 { $file }
cli-check-database-folder = The database's folder { $file } does not exist
cli-check-database-folder-remedy = Make it, or change [mailbox] database
cli-check-room = Only { $free } MB are left on the disk of the database; it should be { $needed } MB at least
cli-check-room-remedy = Make room (old backups, old logs): on a full disk no concern can be taken in (Telegram keeps them for 24 hours)
cli-check-full = The disk is full: nothing can be written into { $folder }, and no concern can be taken in
cli-check-full-remedy = Make room at once (old backups, old logs), or give it a larger quota; Telegram keeps what is not taken in for 24 hours
cli-check-closed-folder = The database's folder { $folder } can't be written to: { $says }
cli-check-closed-folder-remedy = Look at its permissions and its mount, as the user that the mailbox runs as; SQLite writes its log there
cli-check-backup-closed = The backup folder { $folder } can't be written to, so backups will fail: { $says }
cli-check-backup-closed-remedy = Look at its permissions and its mount, or change [backup] folder
cli-check-backup-room = Only { $free } MB are left on the disk of the backup folder { $folder }: a backup does not fit
cli-check-backup-room-remedy = Make room, lower [backup] keep, or change [backup] folder
cli-check-answers = The running mailbox finds nothing wrong with itself
cli-check-database-none = There is no database { $file } yet
cli-check-database-none-remedy = The first { $shuji } run makes it
cli-check-database-damaged = The database { $file } is damaged: { $says }
cli-check-database-damaged-remedy = Stop the mailbox and restore the latest backup with { $shuji } restore
cli-check-database-closed = The database { $file } can't be opened: { $says }
cli-check-database-closed-remedy = Look at its permissions; the mailbox runs as the user who owns it
cli-check-database-newer = The database { $file } has a newer schema ({ $schema }) than this program knows
cli-check-database-newer-remedy = Upgrade the program, or restore an older backup
cli-check-database-key = The key does not belong to the database { $file }: nobody's name can be opened
cli-check-database-key-remedy = Use the key that it was made with, or a backup of that
cli-check-database = Database { $file }: { $tickets } tickets, sound
cli-check-database-older = The database has an older schema ({ $schema })
cli-check-database-older-remedy = The next start brings it up to date; make a copy first with { $shuji } backup
cli-check-postgresql = The PostgreSQL database can be read and written
cli-check-runs = The mailbox is running
cli-check-rests = The mailbox is not running
cli-check-rests-remedy = Start it with { $shuji } run; Telegram keeps messages for 24 hours only
cli-check-clock-behind = The clock is behind the last event in the database ({ $latest })
cli-check-clock-behind-remedy = Set the system's clock (timedatectl set-ntp true)
cli-check-clock-alone = Clock { $here } ({ $zone }), not compared with the server's
cli-check-clock-alone-remedy = Look whether it is right: every promised date goes by it
cli-check-clock-apart = Clock { $here } ({ $zone }), { $seconds } seconds apart from the server's
cli-check-clock-apart-remedy = Set the system's clock (timedatectl set-ntp true)
cli-check-clock = Clock { $here } ({ $zone })
cli-check-backup-none = There is no backup in { $folder } yet
cli-check-backup-none-remedy = The running mailbox makes one a day; make one now with { $shuji } backup
cli-check-backup-old = The latest backup is of { $when }
cli-check-backup-old-remedy = Look for "backup failed" in the log; make one now with { $shuji } backup
cli-check-backup = { $count } backups, the latest of { $when }
cli-check-aside = { $count } events could not be handled and were set aside: { $errors }
cli-check-aside-remedy = Once the reason is gone (mostly by an upgrade), run { $shuji } retry; nothing is lost
cli-check-failed = { $count } messages of the last two weeks could not be delivered: { $errors }
cli-check-failed-remedy = Do what the reason asks for, then run { $shuji } retry
cli-check-held = { $count } messages wait for people who can't be reached now
cli-check-held-remedy = Nothing to do: they are sent when those people open the bot again, and the groups know
cli-check-flow = No event was set aside, and no message is undelivered
cli-check-no-secretary = There is no secretary, so nobody takes concerns on
cli-check-no-secretary-remedy = { $shuji } invite secretary UNIT NAME
cli-check-no-admin = There is no admin, so nobody hears when something is wrong
cli-check-no-admin-remedy = { $shuji } invite admin UNIT NAME
cli-check-unreachable = { $count } people can't be reached yet: { $names }
cli-check-unreachable-remedy = See { $shuji } people; invite those without a user id, and let the others write to the bot and press Start
cli-check-staff = All { $count } roles can be reached
cli-check-calendar-now = There is no notice on holidays for { $year }: dates may be wrong
cli-check-calendar-now-remedy = Upgrade the program, or import the notice with { $shuji } calendar --import
cli-check-calendar-next = There is no notice on holidays for { $year } yet: its dates are marked provisional
cli-check-calendar-next-remedy = Once it is out, import it with { $shuji } calendar --import; dates are computed anew
cli-check-calendar = Work calendar: notices are known up to { $year }
cli-check-changes = The configuration differs from the database in { $count } things: { $changes }
cli-check-changes-remedy = They count after a new start or a reload
cli-check-no-group = There is no group, so concerns have nowhere to go
cli-check-no-group-remedy = Write the group's id as telegram_group of a unit; if you don't know it, start and send /todo in the group
cli-check-no-token = There is no token
cli-check-no-token-remedy = Get one from @BotFather with /newbot and write it as [telegram] token

cli-demo-short = The whole mailbox in the browser; needs no account
cli-demo =
    Start a chat platform in a box on this machine, and the real program on it. The page in the
    browser shows an employee, the secretaries' group, an owner and a manager side by side;
    write and press as each of them.

    The clock at the top can be moved by an hour, a workday or a week, and the digest sent at
    once. Half a year with about 80 tickets is behind it; --empty starts bare. Nothing leaves
    this machine, and after Ctrl-C the data is gone, unless --data keeps it.
cli-demo-port = The page's port (8765 by default)
cli-demo-no-browser = Do not open the browser
cli-demo-empty = Without the half-year: start bare
cli-demo-data = Keep the demonstration's database in this empty folder
cli-demo-used = { $folder } holds a demonstration already. Its chats were not kept, so it can't go on; choose an empty folder.
cli-demo-taken = Port { $port } is taken, perhaps by another demonstration. Choose another: { $shuji } demo --port { $other }
cli-demo-address = The demonstration is at { $address } (Ctrl-C ends it)
cli-demo-playing = Playing half a year; on the page you can watch it happen …
cli-demo-progress = Playing half a year: { $what }
cli-demo-ready = Ready; the clock has come to now.
cli-demo-stopped = The demonstration has ended.

cli-language = The language of files and digest (zh-CN by default)
cli-unit-which = There are several topmost units; say which with --unit: { $units }
cli-bad-day = "{ $found }" is no day; write 2026-03-02, or a week as 2026-W10.

cli-export-short = Write the ledger (xlsx)
cli-export =
    Write the ledger of a unit and those below it as a workbook, in the columns that offices use.

    Without OUT.xlsx it goes to this folder, named by unit and days; nothing is overwritten.
    For example: { $shuji } export --unit PLANT --from 2026-01-01 --to 2026-03-31 q1.xlsx
                 { $shuji } export --where "state:open category:canteen" canteen.xlsx
    Columns are renamed, ordered and left out in [ledger] of config.toml.
cli-export-unit = The unit's code or name (may be left out where there is one topmost unit)
cli-export-from = From which day on (when it was raised)
cli-export-to = Up to which day, that day included
cli-export-as = For whom: manager without raisers' names (the default), secretary with the names and contacts of those who gave them
cli-export-where = Narrow it as /ledger does in the chat, such as "state:open category:canteen channel:hotline time:2026-03"; words that were said will do as well
cli-export-tasks = Write the list of supervised matters instead; it is narrowed as /tasks is, such as "state:open due:this-week"
cli-export-order = The day of --from is after that of --to.
cli-export-filter = I can't read “{ $word }”. For example: --where "unit:PLANT state:open category:canteen channel:hotline time:2026-03"
cli-export-filter-tasks = I can't read “{ $word }”. For example: --where "unit:PLANT state:open source:meeting time:2026-03 due:this-week owner:Wang"
cli-export-none-tasks = { $unit } has no supervised matter that fits, and nothing was written.
cli-export-none = Nothing was raised in { $unit } at that time, and nothing was written.
cli-export-working = Writing { $count } tickets …
cli-export-done = Written to { $file }: { $unit }, { $count } tickets.
cli-export-names = It holds names and contacts of raisers: keep it well, and do not pass it on.
cli-export-no-names = It holds no raiser's name.

cli-digest-short = A unit's digest of a week, or send it to managers now
cli-digest =
    Show a unit's digest of a week; --file writes it to a file (.txt words, .png picture, .xlsx
    tables), --send lets it go to the managers now.

    A running mailbox sends it within seconds, else the next start does.
cli-digest-unit = The unit's code or name (for showing, not needed with one topmost unit; --send without it goes to all managers)
cli-digest-week = Any day of the week that is meant, or 2026-W10 (the latest by default)
cli-digest-period = week, month or quarter; without --week the one before this
cli-digest-file = Write to a file: .txt, .png, .xlsx or .docx
cli-digest-send = Send it to the managers
cli-digest-kind = { $file }: the name should end in .txt, .png or .xlsx.
cli-digest-future = That week has not begun yet.
cli-digest-no-manager = There is no manager to send it to. Invite one: { $shuji } invite manager UNIT NAME
cli-digest-written = Written to { $file }.
cli-digest-sent = The digest of { $week } goes to: { $names }. A running mailbox sends it within seconds, else the next start does.

cli-rules-short = which limits, reminders and weights count at each unit, since when
cli-rules =
    Which version of the rules (limits, reminder times, weights of the digest) counts at each unit, and since when.

    They are written in the configuration ([deadlines], [reminders], [digest], [units.…]) and count after a reload,
    without a restart; what was promised before keeps the version that it was promised by. --unit shows what counted
    at one unit before, --version all numbers of one version.
cli-rules-unit = only this unit, with what counted before
cli-rules-version = all numbers of this version
cli-rules-line = [{ $kind }] { $version }, since { $since }
cli-rules-no-version = There is no version { $version }. See { $shuji } rules.

cli-import-short = take rows of a ledger in as tickets
cli-import =
    Take the matters of a ledger (xlsx or CSV with the columns of an exported one) in: those without a number become new
    tickets, of those with one the category is updated.

    Every row is judged first; what is wrong is not taken, with the reason; what is there already is not taken twice.
    A running mailbox takes them up within seconds, else the next start does.
cli-import-unit = the unit with all below (may be left out where there is one topmost unit)
cli-import-dry-run = only judge
cli-import-line = Line { $line }: { $why }
cli-import-more = { $count } more are not listed.
cli-import-dry = Judged: { $new } new, { $update } to update, { $same } there already, { $wrong } wrong. Nothing was taken in.
cli-import-done = Given to the mailbox: { $new } new, { $update } to update; { $same } were there already, { $wrong } are wrong.
cli-import-unreadable = { $file } can't be read: { $says }.
cli-import-large = { $file } is too large; please split it.
cli-import-no-table = { $file } is no xlsx, xls, ods or CSV table.
cli-import-far = Something in { $file } stands as far out as cell { $cell }, which is too far to be read. Please delete the rows and columns around the table, or copy it into a new file.
cli-import-unopened = Reading { $file } never came to an end: it is too complicated, or there is too little memory. Please copy the table into a new file, or use CSV.
cli-import-columns = No titles of columns were found. The first row should have the ledger's, 问题摘要 or 问题详情 at least. Known: { $columns }
    { $found }
cli-import-unread = These columns are not known and were not read: { $columns }
cli-import-unstated = what rows are that have an end or an answer but no state: open, or finished (then they are not imported); without it each is named and asked about
cli-import-many = At most { $most } rows at once; please split it.
