case-no-category = no category
case-no-date = no date yet
case-restricted = accusation
case-title-files = ({ $files })
case-files = (attachments)
reader-desk = the secretary
reader-desk-restricted = the special staff
reader-owner = the department that works on it
reader-managers = the managers
readers-and = { $some } and { $last }
readers-nameless = This will be read by { $readers }, without who you are.
readers-named = This will be read by { $readers }; only { $desk } can see your name.
readers-desk = This will be read by { $readers }.

case-refused-state = { $number } is now “{ $state }”: it is not possible to { $action } it.
case-refused-urged = { $number } was urged today already and that was passed on. You can urge again on the next workday. { $promise }
case-refused-merge = It can't be merged into { $number }: that is the same ticket, or it is no longer worked on.
case-refused-restricted = Accusations are handled by themselves and can't be merged.
case-refused-same-unit = This ticket is with { $unit } already.
case-refused-no-desk = { $unit } has no group that can take this ticket, so it was not handed over. An admin must register one first.
case-refused-no-owner = This person is not an owner now. Please choose another one.
case-refused-about-owner = This matter is about { $owner } or their unit and must not be given to them. Please choose another owner.
case-refused-handback = { $number } can't be handed back again: once only, and never after a second assignment. The secretary can help.
case-refused-handback-late = { $number } was assigned more than a workday ago and can't be handed back. The secretary can help.
case-refused-extended = { $number } was extended once already. If more time is really needed, ask the secretary to put it on the long list.
case-refused-extension-date = Not { $date }: the new date must be after the present one and not later than { $limit }.
case-refused-extension-over = { $number } is so late that the days of an extension have passed as well. If more time is really needed, ask the secretary to put it on the long list.
case-refused-late = { $number } was closed more than { $days } days ago and can't be worked on again. You can raise a new concern and name this number.
case-refused-appealed = { $number } was appealed once already; a second appeal is not possible.
case-refused-reviewed = { $number } has been reviewed twice; the answer is final.
case-refused-reveal = Only a hidden raiser can be asked for their name: that of a named one is visible, an anonymous one is never asked.

case-receipt = Received as { $number }.
    { $title }

    The mailbox of { $desk } looks at it; you hear whether it is accepted by { $due }. Every further step is told to you here, no need to come and look.
    { $naming }
case-receipt-restricted = Received as { $number }.
    { $title }

    Special staff look at it by themselves; the everyday groups do not see it. You hear whether it is accepted by { $due }. Every further step is told to you here, no need to come and look.
    { $naming }
case-receipt-named = Named: the secretary sees your name; it is not passed on to the department.
case-receipt-hidden = Hidden: the secretary sees “Employee A”, and neither the department nor the managers see you. If the secretary would like to know who you are they have to ask you, and you may say no.
case-receipt-anonymous = Anonymous: your name and account are not shown to the secretary, the department or the managers, and nobody will ask you who you are; answers still arrive here.
case-receipt-named-restricted = Named: only the special staff who take such matters see your name.
case-receipt-hidden-restricted = Hidden: the special staff see “Employee A”, and nobody else sees this at all. If they would like to know who you are they have to ask you, and you may say no.
case-receipt-anonymous-restricted = Anonymous: your name and account are not shown, not to the special staff either, and nobody will ask you who you are; answers still arrive here.
case-receipt-code = Follow code (shown only once, please keep it): { $code }
    With it anyone can look at this concern, add to it and rate it, from any account.
case-button-copy-code = Copy the follow code
case-button-supplement = Add
case-button-open = See how far it is
case-button-appeal = Appeal
case-button-reopen = Not solved, work on it again
case-button-story = See the whole story
case-button-answer-instruction = Answer the instruction
case-button-stay-hidden = No
case-button-reveal = Yes, show my name
case-promise = You get an answer by { $due }.
case-promise-passed = An answer was promised by { $due } and that was not kept; we are sorry. As soon as there is a new date or a result you are told here.
case-promise-none = As soon as there is a date for the answer you are told here.

case-accepted = { $number } is accepted; a department is being chosen for it.
    { $promise }
case-accepted-restricted = { $number } is accepted; special staff work on it.
    { $promise }
case-assigned = { $number } is accepted and given to { $unit }.
    { $promise }
case-handed-over = { $number } is given to { $unit }.
    { $promise }
case-reassigned = { $number } is now with { $unit }.
    { $promise }
case-declined = { $number } was not accepted.
    Reason: { $ground }
case-declined-instead = You can: { $instead }
case-declined-appeal = If you do not agree, you can appeal once.
case-merged = { $number } is handled together with another concern on the same matter; its answers come to you as well. Neither sees who raised the other.
    { $promise }
case-released = { $number } was handled together with another one and goes on by itself now.
    You hear by { $due } whether it is accepted.
case-transferred = { $number } was handed to { $unit }, with all that was said so far.
    You hear whether it is accepted by { $due }.
case-date-moved = { $number } has another urgency now; the answer is due by { $due }.
case-suspended = { $number } can't be solved soon; it stays on the long list and is not dropped.
    The plan: { $plan }
    You hear how far it is by { $date }.
case-resumed = { $number } is worked on again.
    { $promise }
case-milestone = { $number } is a step further: { $title } is done.
    { $evidence }
case-reviewed-again = { $number } is on the long list; this is how far it is:
    { $progress }
    You hear again by { $date }.
case-progress = { $number }, progress:
    { $text }
case-extended = { $number } needs more time; the new date is { $date }.
    Reason: { $why }
case-reply = { $number }, { $desk }:
    { $text }
case-edited-mark = {""}
    (edited)
case-answer = Answer to { $number } ({ $outcome })
    { $title }

    { $text }
case-rated = Thank you for your rating; { $number } is closed.
    If the problem comes back within { $days } days, it can be worked on again.
case-closed = { $number } is closed. If it is not solved, it can be worked on again within { $days } days.
case-reopened = { $number } is worked on again. { $promise }
case-reopened-managers = The managers see it too; they do not see who you are.
case-appeal = The appeal on { $number } has arrived; { $unit } looks at it again and answers you by { $due }.
case-request_review = The request to review { $number } has arrived; { $unit } tells you by { $due } whether it is accepted, and decides by { $end }.
case-no-unit-above = There is no unit above { $unit } in the mailbox, so { $unit } looks at it once more; you can also turn to the authority above { $unit } yourself.
case-ask-reveal = { $number }: { $desk } would like to know your name, for this matter only.
    Reason: { $why }
    It is your choice; if you say no it is worked on and answered all the same.
case-withdrawn-by-code = { $number } was withdrawn by its follow code and is no longer worked on. If that was not you, please raise it anew and name this number; do not show follow codes to others.

rating-head = Please rate { $number } (until { $by }, three taps)
rating-contacted = 1. Did anyone contact you?
rating-contacted-yes = Yes
rating-contacted-no = No
rating-solved = 2. Is the problem solved?
rating-solved-yes = Solved
rating-solved-partly = Partly
rating-solved-no = Not solved
rating-satisfaction = 3. Are you satisfied?
rating-satisfaction-satisfied = Satisfied
rating-satisfaction-fair = Fairly
rating-satisfaction-unsatisfied = Not satisfied
rating-reopened = rated as not solved or not satisfied

case-card-raiser = Raiser: {""}
case-card-naming = Naming: {""}
case-card-source = Source: {""}
case-card-unit = Unit: {""}
case-card-category = Category: {""}
case-card-kind = Kind: {""}
case-card-grade = Grade: {""}
case-card-notice = About the notice: {""}
case-card-owner = Owner: {""}
case-card-submitted = Raised: {""}
case-card-due-accept = Accept by: {""}
case-card-due-sign = Sign by: {""}
case-card-due-first_answer = First answer by: {""}
case-card-due-done = Done by: {""}
case-card-due-rating = Rating until: {""}
case-card-due-supervise = Instruction due: {""}
case-card-due-milestone = Long list review: {""}
case-card-similar = Similar: {""}
case-card-project = Project: {""}
case-card-rating = Rating: {""}
case-card-moved = { $number } is now with { $unit }.
    { $title }

    Everything went there with it; this group is done with it.
case-moved-away = moved
case-card-answer = Answer: { $text }
case-mark-again = second time
case-mark-supervised = instruction
case-mark-danger = danger
case-mark-restricted = accusation
case-mark-about-owner = about an owner
case-mark-urged = urged { $times }×

case-thread-files = Attachments from the raiser:
case-told = sent to the raiser
case-told-call = the raiser has no chat with the mailbox: please tell them by the contact they left
case-told-by-code = the raiser has no chat with the mailbox and left no contact: they see it when they look by the follow code
case-thread-supplement = The raiser adds:
    { $text }
case-thread-revised = The raiser changed the message above; the old words are kept. It now says:
    { $text }
case-thread-head = ▪ { $who } { $when }
case-thread-urged = The raiser urges (no. { $times }).
case-thread-withdrawn = The raiser has withdrawn this.
case-thread-declined = Not accepted: { $ground } ({ $told })
case-thread-released = The raiser of the main ticket { $main } took it back; this one goes on alone. Please accept it by { $due }, or merge it into another.
case-thread-follower-supplement = Added to { $number }, which was merged into this one (a reply to this goes to that raiser alone):
    { $text }
case-thread-follower-revised = Words on { $number }, which was merged into this one, were changed. They now say:
    { $text }
case-thread-follower-urged = { $number }, which was merged into this one, is urged (time no. { $times }).
case-thread-merged = Merged into { $main }; it is answered together with it from now on.
case-thread-merged-here = { $number } was merged into this: { $title }
case-thread-transferred = Handed to { $unit }. Reason: { $reason }
case-thread-arrived = Came from { $unit }. Reason: { $reason }
case-thread-assigned = Assigned to { $owner }.
case-thread-unreachable-owner = { $owner } has not started the mailbox yet and can't be written to. Please pass on this link; opening it and pressing “Start” is enough: { $link }
case-thread-signed = { $owner } has signed for it.
case-thread-handed-back = { $owner } hands it back; please assign it anew.
    Reason: { $why }
case-thread-progress = { $owner } reports progress:
    { $text }
case-thread-extension = { $owner } asks for an extension until { $date }.
    Reason: { $why }
case-thread-extended = Extended until { $date }. Reason and new date: { $told }.
case-thread-reported = { $owner } reports it done; please look at it:
    { $text }
case-thread-answered = Answer ({ $outcome }), { $told }:
    { $text }
case-thread-call-back = The raiser has no chat with the mailbox: please tell them the answer by the contact they left; they can also look and rate by the follow code.
case-thread-rated = The raiser's rating: { $satisfaction }. Contacted: { $contacted }; solved: { $solved }.
case-thread-why = The raiser says why:
    { $why }
case-thread-reopened = Worked on again (no. { $times }): { $why }
    {""}
case-thread-resumed = Worked on again. {""}
case-thread-back-to = It is back with { $owner }, who is to sign for it.
case-thread-to-assign = It has no owner now: please assign it, or answer it.
case-thread-appeal = The raiser appeals against the refusal of { $unit }:
    { $why }
case-thread-request_review = The raiser asks for a review of the answer of { $unit }:
    { $why }
case-thread-supervised = Instruction of { $manager } (answer by { $date }):
    { $text }
case-thread-instruction-answered = The owner has answered the instruction:
    { $text }
case-thread-revealed = The raiser agrees to be named; the card is up to date.
case-thread-stays-hidden = The raiser does not agree to be named; it goes on as hidden.
case-thread-milestone = The step “{ $title }” is done ({ $told }):
    { $evidence }

case-owner-urged = Urged: { $number } { $title }
    The raiser asks that it go faster.
case-owner-withdrawn = { $number } { $title }
    The raiser has withdrawn it; nothing more to do.
case-owner-merged = { $number } { $title }
    It was merged into { $main }; you need not work on this one by itself.
case-owner-date-moved = { $number } { $title }
    It is { $grade } now, to be done by { $due }.
case-owner-taken-away = { $number } { $title }
    Somebody else works on it now; nothing more to do for you.
case-owner-suspended = { $number } { $title }
    On the long list. The plan: { $plan }
case-owner-reviewed-again = { $number } { $title }
    Long list review: { $progress }
    Next review: { $date }
case-owner-answered = { $number } { $title }
    The secretary has answered it. Thank you.
case-owner-extended = { $number } { $title }
    Extended until { $date }.
case-owner-not-extended = { $number } { $title }
    The extension was not granted. { $finish }
case-owner-sent-back = { $number } { $title }
    The report was sent back; please go on: { $why }
case-owner-supervised = { $number } { $title }
    Instruction of { $manager } (answer by { $date }): { $text }
case-manager-reopened = { $number } { $title }
    The raiser says that it is not solved; it is worked on again: { $why }
case-manager-reopened-rated = { $number } { $title }
    The raiser rated it as not solved or not satisfied; it is worked on again.
case-manager-reopened-again = { $number } { $title }
    The raiser says for the { $times }. time that it is not solved: { $why }
    Please look into it; the whole story is below.
case-manager-reopened-again-rated = { $number } { $title }
    The raiser rated it as not solved or not satisfied; it is worked on again, for the { $times }. time.
    Please look into it; the whole story is below.
case-manager-up = { $number } { $title }
    The raiser appeals or asks for a review: { $why }
case-manager-answered = Instruction answered: { $number } { $title }
    You asked: { $instruction }
    { $who }: { $text }

own-new = Please take on { $number }
    { $matter }

    Grade: { $grade }
    Please sign by { $sign_by }. { $finish }
own-again = Please work on { $number } once more
    The raiser says that it is not solved: { $why }

    { $matter }

    Grade: { $grade }
    Please sign by { $sign_by }. { $finish }
own-again-rated = Please work on { $number } once more
    The raiser rated it as not solved or not satisfied.

    { $matter }

    Grade: { $grade }
    Please sign by { $sign_by }. { $finish }
own-resumed = Please go on with { $number }, which is taken from the long list
    { $matter }

    Grade: { $grade }
    Please sign by { $sign_by }. { $finish }
own-finish = Please finish it and report it done by { $due }.
own-finish-passed = It was to be done by { $due }, which has passed: please finish it and report it done as soon as you can.
own-finish-none = Please report it done when it is.
own-added = Added: { $text }
own-merged = Merged from { $number }: { $text }
own-button-sign_for = Sign
own-button-hand_back = Hand back
own-button-note_progress = Progress
own-button-request_extension = Ask for an extension
own-button-report = Report done

desk-button-accept = Accept
desk-button-assign = Hand over/assign
desk-button-pass_on = Pass the answer on
desk-button-send_back = Send back
desk-button-answer = Answer
desk-button-grant_extension = Extend
desk-button-decline = Decline
desk-button-merge = Merge
desk-button-suspend = Long list
desk-button-resume = Resume
desk-button-close = Close
desk-button-more = More
desk-button-pass-progress = Pass on to the raiser
desk-button-grant = Grant
desk-button-refuse = Refuse

case-sent = Sent to the raiser.
case-button-recall = Take back
