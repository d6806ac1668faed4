case-card-due-review = Review due:{" "}

due-accept = Acceptance
due-sign = Signature
due-first_answer = First reply
due-done = Done
due-rating = Rating
due-supervise = Answer to instruction
due-milestone = Milestone
due-review = Answer to review

line-head = { $light } { $number } { $title }
line-head-bare = { $light } { $number }
line-state = { $state }
line-due = { $what }: { $left } ({ $date })
line-due-subject = { $what } “{ $subject }”: { $left } ({ $date })
line-provisional = {""}, provisional
line-unit = {""} · { $unit }
line-owner = {""} · with { $owner }
line-owner-away = {" "}(has not started the mailbox and hears nothing: please tell them in person)

sweep-head-owner = { $count ->
    [one] One matter of yours to look at today:
   *[other] { $count } matters of yours to look at today:
}
sweep-head-manager = { $count ->
    [one] One matter is overdue and needs you:
   *[other] { $count } matters are overdue and need you:
}
sweep-head-group = { $count ->
    [one] One reminder
   *[other] { $count } reminders
} today, { $late } overdue, { $red } due within a workday:
sweep-more-private = { $count } more; send /todo to see them.
sweep-more-group = { $count } more; send /todo in the group to see them.
sweep-urgent = Urgent:
sweep-thread-missed = Overdue: { $what } was due { $due }.
sweep-thread-escalated = Reported to the manager as well.

sweep-promise-line = { $number } was to be answered by { $due } and is not answered yet.
sweep-promise-passed = We are sorry: the date that you were told was not kept. As soon as there is a new date or a result you are told here; you can also press “Urge”.
sweep-promise-reminded-owner = The department has been reminded.
sweep-promise-reminded-desk = The secretary has been reminded.
sweep-promise-reminded-restricted = The special staff have been reminded.

sweep-rating = { $number } has its answer, and your view of it matters:
    { $title }
sweep-ratings = { $count } answers wait for your rating; a few taps are enough:
sweep-rating-line = { $number } { $title } (by { $by })
sweep-button-rate = Rate { $number }

sweep-recomputed = Holidays or hours changed; the date was worked out anew
sweep-date-moved = The date for the answer to { $number } was worked out anew by the holiday notice: { $due }.
sweep-owner-date-moved = { $number } { $title }
    Its date was worked out anew by the holiday notice: { $due }.
sweep-thread-date-moved = The date to finish was worked out anew by the holidays that were announced: { $due } ({ $told }).
sweep-thread-owner-told = {" "}It was sent to the owner as well.

sweep-homeless = { $count ->
    [one] One concern has no working group to go to, and no secretary sees it: { $numbers }
   *[other] { $count } concerns have no working group to go to, and no secretary sees them: { $numbers }
}
    Give their unit or the one above a telegram_group in [[units]] of config.toml and start again; they are then posted there by themselves.
sweep-homeless-restricted = { $count ->
    [one] One accusation has no restricted group to go to, and nobody sees it: { $numbers }
   *[other] { $count } accusations have no restricted group to go to, and nobody sees them: { $numbers }
}
    Give the unit above a group for accusations in config.toml and start again; they are then posted there by themselves.
sweep-notice = The holiday notice of { $year } has not been imported: dates that reach into that year are provisional ({ $count } now).
    Once the State Council has published it, import it with { $shuji } calendar; dates are then worked out anew, and whoever was promised one that moves is told.

alarm-database_away = The mailbox can't reach its database: what arrives is not stored, and no answer leaves.
    Please check the database server and the network. The platform keeps what is not stored for a day; it is fetched by itself then.
alarm-unkept = What arrives has not been stored for { $number } minutes; most likely the disk is full.
    Please make room at once, then run { $shuji } check. The platform keeps what is not stored for a day, and no longer.
alarm-room_low = Only { $number } MB are left on the disk of the database. Once it is full, no concern can be stored.
    Please clear the disk (old backups, old logs), or use a larger one.
alarm-inbox_old = What arrived is stored, and has waited { $number } minutes to be handled.
    Please look in the log and run { $shuji } check; it goes on by itself then, and nothing is lost.
alarm-backup_folder = The backup folder can't be written to: tonight's backup will fail.
    Please check space and permissions of [backup] folder, then run { $shuji } check.
alarm-settings_refused = The changed configuration does not count: { $number } of its settings are wrong. The mailbox goes on by the old one.
    Please run { $shuji } check for the lines and what to write there, then reload again.
alarm-restart_needed = { $number } of the changed settings count after a restart only; until then the old ones do.
    The line "restart needed" in the log names them. All other changes count already.
alarm-outbox_old = Messages have waited { $number } minutes to be sent.
    Please check the network and whether Telegram can be reached; they are sent by themselves then, and none is lost.
alarm-fetch_old = The platform has been silent for { $number } minutes; new messages may not arrive.
    Please check network, proxy and token; the platform keeps what was not fetched for a day.
alarm-second_reader = Another program reads messages with the same token; both may miss some.
    Please stop one of the two. Nothing is lost; fetching goes on then.
alarm-token_rejected = Telegram does not accept the bot's token: nothing comes in or goes out.
    Please check it with @BotFather, put it right and start again. What waits is not lost.
alarm-sweeps_late = What is due has not been looked at for { $number } minutes longer than it should.
    Please look in the log. Reminders are made up for, and not said twice.
alarm-set_aside = { $number } received messages could not be handled again and again, and were set aside. They are not lost.
    Please look in the log for why; once that is mended, { $shuji } retry has them handled again.
alarm-unsent = { $number } messages could not be sent, and were set aside. They are not lost.
    Please run { $shuji } check for why; once that is mended, { $shuji } retry has them sent again.
alarm-backup_failed = Today's backup failed.
    Please check space and permissions of the backup folder, then run { $shuji } backup.
alarm-codes-guessed = An account keeps sending follow codes that nobody has: { $tries } today, and it has to wait an hour; { $all } from all accounts within the last hour.
    It may be a copying mistake, or somebody guesses. A code is as good as never guessed, and the mailbox does not show whose account it is; if it goes on, please look at the log.
alarm-codes-locked = An account sent { $tries } follow codes that nobody has today and is locked for a day; { $all } from all accounts within the last hour.
    It looks as if somebody guesses. The mailbox does not show whose account it is.
alarm-other = The program needs attention: { $name } = { $number }. Please look in the log, or run { $shuji } check.
