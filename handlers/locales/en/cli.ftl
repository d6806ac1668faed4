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

    To look at it:   shuji demo (needs no account, opens in the browser)
    To use it:       shuji init writes a configuration, shuji check looks it over, shuji run starts
    Every command takes --help, for example: shuji invite --help
cli-usage-option = There is no option { $option }.
cli-usage-near = {" "}Did you mean { $near }?
cli-usage-missing = { $name } is missing.
cli-usage-bad = { $name } is not right: { $says }
cli-usage-command = There is no command "{ $command }".
cli-usage-other = { $says }
cli-usage-help = How it is used: { $command } --help

cli-error-other-mailbox = None of the units in the database ({ $says }) is in the configuration file: it seems to be that of another mailbox. Nothing was changed. Please check --config and mailbox.database.
cli-error-key = The key file can't be used. At first use, run shuji init; otherwise bring it back from its backup. ({ $says })
cli-error-wrong-key = The key file does not belong to this database. Use the one that it was made with, or a backup of that. ({ $says })
cli-error-newer = The database was made by a newer version of the program. Upgrade the program, or restore an older backup. ({ $says })
cli-error-running = Another process of the mailbox uses this database. Stop that one first. ({ $says })
cli-error-damaged = The copy can't be trusted. Take another one. ({ $says })
cli-error-busy = The database is busy or the disk is full. Nothing was changed; try again in a moment. ({ $says })
cli-error-database = The database can't be used: { $says }
cli-error-no-token = There is no token yet: get one from @BotFather with /newbot and write it as [telegram] token, or into SHUJI_TELEGRAM__TOKEN. Just to look at the mailbox, run shuji demo.
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
