manager-no-digest = The digest is for managers and secretaries; you are neither now. For what you raised yourself, send /my.
manager-no-ledger = The ledger is for managers and secretaries; you are neither now. For what you raised yourself, send /my.
manager-not-yours = This ticket is not in your reach.
manager-not-your-unit = This unit is not in your reach.
manager-no-unit = There is no unit “{ $name }”. The command works without one, too.
manager-no-supervise = Instructions are given by managers; you are none now.
manager-sent = Sent below.
manager-no-later = This is the latest week.
manager-no-earlier = There are no earlier figures.

manager-below = Units below { $unit }
    { $span }
manager-below-line = { $name }: new { $new } · open { $open } · overdue { $overdue } · overall { $score }
manager-below-none = There is no unit below { $unit }.

manager-browse = { $unit } and below: { $count } open
manager-browse-none = { $unit } and below: nothing is open.
manager-filter-all = All open
manager-filter-late = Overdue
manager-filter-again = Worked on again
manager-filter-told = Instructed
manager-filter-done = Finished in 30 days
manager-filter = { $name } { $count }
manager-list = { $unit }: { $name } ({ $count }, page { $page } of { $pages })
manager-list-none = { $unit }: { $name }, none now.
manager-list-line = { $light } { $number } { $title }
    { $unit } · { $state }{ $when }
manager-list-when = {" "}· { $when }
manager-before = Back
manager-after = Next

manager-story = { $number } · { $state }
manager-story-unit = Unit: { $unit }
manager-story-category = Category: { $category }
manager-story-grade = Grade: { $grade }
manager-story-owner = Owner: { $owner }
manager-story-submitted = Raised: { $at }
manager-story-due = Due: { $at }
manager-story-rating = Rating: { $satisfaction }
manager-story-again = Reopened { $times } { $times ->
    [one] time
   *[other] times
}
manager-story-happened = What happened
manager-story-line = { $at } { $who }: { $action }
manager-story-said = { $line }: { $text }
manager-story-files = { $count } { $count ->
    [one] file
   *[other] files
}
manager-button-files = See the files
manager-files = Files of { $number }
manager-files-none = This ticket has no files.

manager-choose = Which ticket? Press one below, or send a number or a few words.
manager-choose-again = Nothing was found for “{ $text }”. Send a number such as { $example }, or other words.
    To raise a concern of your own, press “Cancel” first.
manager-choose-many = These were found. Which one?
manager-choose-button = { $number } { $title }
manager-instruct = About { $number } { $title }
    Write your instruction; it goes to the secretaries and the owner. They have { $days } days to answer, or until an
    earlier date that you name (周五前, 3月6日前).
manager-words-only = An instruction is written in words; pictures and files can't stand for it.
manager-too-long = Please keep an instruction within { $most } characters; this one has { $found }.
manager-told = Your instruction went to the secretaries{ $owner ->
    [yes] {" "}and the owner
   *[no] {""}
}, to be answered by { $date }. The answer comes here.
manager-confirm = Send this as your instruction about { $number }?
    “{ $text }”
manager-which = Which ticket is this an instruction for?
    “{ $text }”
manager-which-none = Nothing is open just now, and nothing was sent.
manager-button-give = Send as instruction
manager-instructed = Sent as an instruction about { $number }: “{ $text }”
manager-confirm-gone = There is nothing left to send. Please reply to that message again.
manager-reply-empty = To instruct about { $number }, reply to this message in words.

manager-answer = Answer { $manager }’s instruction: { $number } { $title }
    Instruction: { $text }
    Write the answer; it goes straight to the manager.
manager-answered = Your answer went to the manager.
manager-answered-already = This instruction has been answered.
manager-answer-empty = Please write the answer in words; pictures and files may come along.
manager-answer-not-yours = Instructions are answered by the secretary or the owner.

manager-ledger = Ledger of { $unit }: { $range }, { $count } { $count ->
    [one] ticket
   *[other] tickets
}
manager-ledger-hint = For a part of it: /ledger state:open category:canteen time:last-month
manager-ledger-none = { $unit }: nothing was raised { $range }.
manager-ledger-none-narrowed = { $unit }: nothing fits “{ $words }”.
manager-ledger-filter = I can't read “{ $word }”. The ledger can be narrowed like this: /ledger unit:PLANT state:open category:canteen channel:hotline time:2026-03, and by words that were said.
manager-range-week = this week
manager-range-month = this month
manager-range-year = this year
manager-range-all = all
ledger-name = ledger { $unit } { $from } to { $to }.xlsx
ledger-sheet = Ledger
ledger-notes = Notes
ledger-column-no = No.
ledger-column-number = Number
ledger-column-source = Source
ledger-column-raised = Raised
ledger-column-unit = Unit
ledger-column-name = Raiser
ledger-column-contact = Contact
ledger-column-category = Category
ledger-column-grade = Grade
ledger-column-title = Matter
ledger-column-body = Details
ledger-column-accepted = Accepted
ledger-column-owner_unit = Owning unit
ledger-column-owner = Owner
ledger-column-measures = Measures
ledger-column-due = Due
ledger-column-progress = Progress
ledger-column-answer = Answer
ledger-column-closed = Closed
ledger-column-state = State
ledger-column-overdue = Overdue
ledger-column-satisfaction = Satisfaction
ledger-column-again = Again
ledger-column-instructed = Instructed by
ledger-column-remarks = Remarks
ledger-yes = yes
ledger-no = no
ledger-cut = The text has { $count } characters; the cell can't hold more.
ledger-remark-kind = { $kind }
ledger-remark-outcome = { $date } answer: { $outcome }
ledger-remark-ground = declined: { $ground }
ledger-remark-merged = merged into { $number }
ledger-remark-urged = urged { $times } { $times ->
    [one] time
   *[other] times
}
ledger-remark-extended = extended { $times } { $times ->
    [one] time
   *[other] times
}
ledger-remark-again = reopened { $times } { $times ->
    [one] time
   *[other] times
}
ledger-remark-provisional = provisional date
ledger-about-scope = { $unit } and below, raised from { $from } to { $to }
ledger-about-narrowed = Narrowed by: { $words }
ledger-about-names = Raiser: name and contact of those who are named; of others nobody can see them.
ledger-about-no-names = Raiser: only whether they are named; names stay with the secretaries.
ledger-about-restricted = Accusations are handled apart and are not in this table.
ledger-about-cut = { $count } cells were longer than a cell can be; each says so at its end.
