menu-tasks = Supervised tasks
menu-lists = Checklists and projects

task-state-open = under way
task-state-reported = to be struck off
task-state-struck = struck off
task-state-dropped = dropped

task-source-meeting = meeting
task-source-onsite = on-site office
task-source-instruction = instruction
task-source-checklist = checklist
task-source-project = project
task-source-campaign = campaign
task-source-named = {" "}“{ $name }”

task-progress = { $bar } struck off { $struck }/{ $whole }
task-line = { $mark } { $title } · { $owner } · { $left }
task-line-over = { $mark } { $title } · { $owner } · { $state }
task-line-relapsed = {" "}(came back)
task-line-due = by { $date }
task-no-date = no date

task-card-head = { $title } ({ $state })
task-card-aspect = Aspect: { $aspect }
task-card-measure = Measure: { $measure }
task-card-owner = Owner: { $owner } ({ $unit })
task-card-leader = Responsible leader: { $leader }
task-card-due = Due: { $date }
task-card-source = From: { $source }
task-card-relapsed = Came back { $count } times
task-card-files = {" "}({ $count } files)
task-card-note = { $date } { $action }: { $text }
task-card-note-bare = { $date } { $action }

task-did-give = given
task-did-progress = progress
task-did-report = asked to strike off
task-did-strike = struck off
task-did-send_back = sent back
task-did-move = date changed
task-did-hand_over = owner changed
task-did-drop = dropped
task-did-relapse = came back

task-button-progress = Progress
task-button-report = Ask to strike off
task-button-strike = Strike off
task-button-send_back = Send back
task-button-move = Change the date
task-button-hand_over = Change the owner
task-button-drop = Drop
task-button-relapse = It came back
task-button-files = Evidence
task-button-book = As a spreadsheet
task-button-add = New task
task-button-add-more = Another
task-button-further = More

task-gone = There is no such task, or it is not yours to see.
task-not-now = This task is “{ $state }” now; that is not possible.
task-not-your-own = You are the owner of this task; another secretary has to strike it off.
task-raiser-first = The raiser of { $number } has not been heard yet: answer first; once they have rated, or were asked twice and it is closed, strike it off.
task-relapse-late = It was struck off more than a year ago; please write it down as a new task.
task-see-below = See below
task-too-much = Not added: at most { $characters } characters and { $files } files.
task-too-many = At most { $most } lines at once; please send them in several messages.
task-empty = There is nothing yet; please write it first.
task-date-why = Please give the reason too, for example: 3月15日 waiting for parts
task-no-files = This task has no files.
task-sent = Sent
task-told-owner = Written down, and { $owner } is told: { $title }
task-told-nobody = Written down: { $title }. { $owner } is not in the mailbox and hears nothing of it; please tell them yourself.
task-which = This message names several matters. Which one is it about?
task-which-was = Written down for “{ $title }”.
task-reply-not-yours = Progress on “{ $title }” is written by its owner and the secretaries; your words were not written down. Tell a secretary what you ask for, or use 督办 in the digest.

task-ask-progress = How far is “{ $title }”? Photos and files are welcome; several messages are fine.
task-ask-report = What was done about “{ $title }”? Please add evidence (photos, files, or words); several messages are fine, and you confirm before it goes.
task-ask-send_back = Sending “{ $title }” back: what is missing?
task-ask-move = Changing the date of “{ $title }”: please write the new date and the reason, for example: 3月15日 waiting for parts
task-ask-hand_over = Who takes “{ $title }” over? Choose, or write a name (people outside the mailbox get no reminders).
task-ask-drop = Dropping “{ $title }”: why? What is dropped no longer counts on its list.
task-ask-new = Please write the tasks, one a line; rows copied from a spreadsheet will do:
    aspect | task | measure | owner | due
    The task alone is enough.
task-preview-progress = Progress of “{ $title }”; confirm to send it to the secretaries:
task-preview-report = Request to strike off “{ $title }”; confirm to send it to the secretaries:
task-send-progress = Send
task-send-report = Confirm the request
task-done-progress = Progress of “{ $title }” is noted.
task-done-report = The request to strike off “{ $title }” is with the secretaries.
task-done-send_back = “{ $title }” was sent back.
task-done-drop = “{ $title }” was dropped.
task-done-move = “{ $title }” is due { $date } now.
    Reason: { $why }
task-done-hand_over = “{ $title }” was given to { $owner }.
task-done-hand_over-outside = The owner of “{ $title }” is { $owner } now, who is not in the mailbox and gets no reminders: please tell them yourself.
task-done-strike = Struck off: { $title }
task-done-relapse = Marked as come back, to be done again: { $title }
task-files = The evidence of “{ $title }”:

task-given = You are the owner of a task:
task-owner-gone = The task “{ $title }” is somebody else's now; you need not go on.
task-owner-progress = From the secretaries: { $words }
task-owner-send_back = Your request to strike it off was sent back: { $words }
task-owner-move = The date was changed because: { $words }
task-owner-drop = This task was dropped because: { $words }
task-owner-strike = Struck off: { $title }
task-owner-relapse = This task came back; please do it again:
task-desk-progress = { $owner } reports progress of “{ $title }”:
    { $words }
task-desk-report = { $owner } asks to strike off “{ $title }”; please look at the evidence, then strike it off or send it back:
    { $words }
task-followed-strike = One more struck off on “{ $list }”: { $title }

task-list = { $unit } · { $count } tasks: { $waiting } to be struck off, { $late } overdue, { $red } due within three days
task-list-own = Yours
task-own = Tasks of yours: { $count }
task-own-more = { $count } more, due later.
task-list-none = Nothing is open.
task-book-coming = The spreadsheet is coming
task-book = { $unit } · supervised tasks
task-book-narrowed = { $unit } · supervised matters ({ $words }): { $count }
task-filter = I can't read “{ $word }”. The list can be narrowed like this: /tasks unit:PLANT state:open source:meeting time:2026-03 due:this-week owner:Wang, and by words of the matter.
task-entered = { $count } written down:
task-owner-outside = {" "}(not in the mailbox, gets no reminders)
task-date-not-read = date not understood: { $text }
task-date-over = (past)
task-over = {" "}(says it is done: { $text })
task-columns = Problem (or Matter), Measure, Owner, Due
task-doubts = { $count } { $count ->
        [one] line is
       *[other] lines are
    } for you to decide: the date was not understood or has passed, or it says that it is done. Nothing was entered yet. Please change them and send it all again, with dates like 2026-03-15, end of June, next Friday or 5 days; or enter it as it is: what was not understood gets no date, its words stand with the measure.
task-button-as-is = Enter as it is
task-taken-as-is = Entered as it is; see below.
task-due-words = { " " }(date as written: { $due })

task-remind-owner = { $count } tasks of yours need attention:
task-remind-manager = { $count } tasks are overdue:
task-remind-group = { $count } tasks today, { $late } of them overdue:
task-remind-more = { $count } more: send /tasks.

list-kind-checklist = checklist
list-kind-project = project
list-mark-closed = , closed
list-all = { $unit } · { $count } lists
list-none = There is no list yet.
list-button-new-checklist = New checklist
list-button-new-project = New project
list-button-done = Done
list-button-follow = Follow
list-button-unfollow = Stop following
list-button-enter = Add
list-button-close = Close the list
list-ask-checklist = What is the checklist called? A responsible leader and a date may follow, for example:
    安全隐患整改 | 李副总 | 6月30日
list-ask-project = What is the project called? A responsible leader and a date may follow, for example:
    宿舍热水改造 | 李副总 | 6月30日
list-enter-checklist = “{ $name }”: please write the problems, one a line, in several messages if you like, or copied from a spreadsheet:
    aspect | problem | measure | owner | due
    Then press “Done”.
list-enter-project = “{ $name }”: please write the milestones, one a line, in several messages if you like:
    phase | milestone | measure | owner | due
    Then press “Done”.
list-entered = { $count } added, { $whole } in all:
list-name = Please write a name of at most { $most } characters.
list-gone = There is no such list, or it is not yours to see.
list-closed-already = This list is closed.
list-head = { $name } ({ $kind } · { $unit })
list-due = Due: { $date }
list-counts = { $problems } problems in { $aspects } aspects
list-aspect = [{ $aspect }]
list-followed = You will hear of everything that is struck off
list-unfollowed = You no longer follow it
list-book = { $name }
list-not-finished = { $count } are not struck off yet; it can't be closed.
list-closed = Closed: { $name }
list-followed-closed = Everything on “{ $list }” is done; it is closed.

register-supervised-title = Supervised tasks, { $unit }
register-checklist-title = { $name }: list of problems
register-project-title = { $name }: milestones
register-no = No.
register-matter = Task
register-source = From
register-promise = Promise
register-leader = Responsible leader
register-unit = Responsible unit
register-owner = Owner
register-due = Due
register-progress = Progress
register-struck = Struck off
register-struck_at = Struck off on
register-evidence = Evidence
register-list = From
register-problem = Problem
register-aspect = Aspect
register-concerned = Unit concerned
register-given = Raised on
register-lead = Lead unit
register-goal = Goal
register-measure = Measure
register-finished = Done
register-struck_by = Struck off by
register-remark = Remark
register-yes = yes
register-not = no

project-ask = { $number } as a project: please write its steps, one a line: aspect | step | measure | owner | date. A table will do, too.
project-there = { $number } is a project already. See and add to it by “More”, “Make it a project”.
project-step = A step of the project is done: { $title }
project-step-told = A step of the project is done, and the raiser was told: { $title }
project-tell = Tell the raiser
project-told = Your matter moves on: “{ $title }” is done ({ $done }/{ $whole }).
task-row-refused = { $place }. { $title }: not entered, { $why }
