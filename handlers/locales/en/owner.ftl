own-thread-revised = The owner changed the message above; the old words stay on record. Now:
    { $text }

own-signed = You have signed for { $number } { $title }
    { $finish } Write the answer with “Report done”. To report progress, just reply to this message.
own-signed-before = You have signed for { $number } already.
own-not-yours = { $number } is with somebody else now; you need not do anything. What you just wrote was not passed on.
own-withdrawn = { $number } was withdrawn by its raiser; you need not do anything. What you just wrote was not passed on.
own-not-now = { $number } is “{ $state }” now, so what you just wrote was not passed on. If something must be said, please speak to the secretary.
own-gone = There is no such ticket with you; it may be with somebody else now. Send /todo to see what you have in hand.

own-ask-back = Please write why you hand { $number } back (why it is not yours, and who should have it).
    Handing back is possible once. It takes effect when you send the reason; the secretary then arranges it anew.
own-ask-back-words = Handing back needs a reason; please write it in words.
own-back-done = { $number } is handed back. The secretary arranges it anew; you need not do anything.

own-ask-progress = Please write how far { $number } is: what has been done, and what comes next and when. Photos and files are welcome.
own-progress-done = Kept as progress of { $number } and passed to the secretary.
own-progress-empty = There is nothing in this message that can be passed on. Please use words, photos or files.
own-button-as-report = This is the answer: report done

own-ask-extension = { $number } is due { $due }; it can be extended to { $limit } at the latest.
    Please write the reason and the new date, for example: parts have not arrived, { $last }; or: waiting for the supplier, 3 days.
own-ask-extension-date = The reason is noted. Please write the new date, such as 3 days or 2026-12-05.
own-ask-extension-why = The date is { $date }. Please write the reason as well.
own-extension-done = You have asked to extend { $number } to { $date }. You will be told when the secretary agrees; until then the old date holds.

own-ask-report = Please send the answer to { $number }: what you found, what was done, what came of it. Words and files, in several messages if you like.
    The secretary looks at it and passes it on to the raiser.
own-report-preview = { $number }, before it is handed in
    { $text }
own-report-preview-files = { $files ->
    [one] ({ $files } file)
   *[other] ({ $files } files)
}
own-report-preview-more = To add something, just send it. If all is well, press “Hand in”.
own-report-words = The files are here; please write in words what was done.
own-report-empty = There is no answer yet; please write it first.
own-report-again = Cleared. Please send the answer to { $number } again.
own-report-done = { $number } is reported and waits for the secretary to look at it. You will be told here.
own-button-confirm = Hand in
own-button-rewrite = Write anew
own-button-rather-progress = Not done yet: keep as progress

own-which = This reminder names several matters. Which one is what you wrote about?
own-which-was = Noted as progress on { $number }.
own-which-later = The question before is still open, so what you just wrote was not passed on. Please answer or cancel it, then reply to this reminder again.

own-choose = What is this about { $number }?
own-taken = All right.
own-button-as-back = Reason for handing back
own-button-as-progress = Progress
own-button-as-extension = Reason for extension
own-button-as-answer = The answer

own-supplement = { $number } { $title }
    The raiser adds: { $text }
own-raiser-revised = { $number } { $title }
    The raiser changed their words: { $text }

own-revised = Your change to { $number } was passed to the secretary; the old words stay on record.
own-revised-not = { $number }, where this was said, is not yours any more; the change was not passed on.

own-card = { $number } · { $state }
    { $matter }

    Grade: { $grade }
own-card-due = { $kind }: { $when }
own-card-instruction = Instruction (answer by { $date }): { $text }
own-card-story = What happened:
own-card-files = Files of { $number }:
own-story-line = { $when } { $what }
own-story-line-text = { $when } { $what }: { $text }

own-todo-none = You have nothing in hand now. What you raised yourself is under /my.
own-todo-owner = With you: { $count } (the most pressing first)
own-todo-secretary = Waiting for the office: { $count }. Please work on them in the group; /todo there opens each.
own-todo-manager = For you to look into: { $count } (overdue, instructed, reopened often)
own-todo-more = { $count } more.
own-button-more = Next page
own-button-open = Open { $number }
own-button-sign = Sign { $number }
own-button-look = See { $number }

own-extension-waiting = Your request to extend { $number } is with the secretary already; there is no need to ask again.
