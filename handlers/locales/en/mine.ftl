mine-not-yours = There is no such concern, or it is not yours. If you follow it by a code, please send the code again.
mine-none = You have not submitted anything yet. Just write down what is on your mind.
    If you have a follow code of 12 characters, send it to see where things stand.
mine-unsent = One more is written but not submitted. Send /start to see it.
mine-list = You have raised { $count } { $count ->
    [one] concern
   *[other] concerns
} (page { $page }/{ $pages }). Press a button for details:
mine-list-line = { $number } { $title }
    { $state }
mine-head = { $number } · { $state }
mine-who = With: { $who }
mine-desk = the mailbox of { $unit }
mine-who-restricted = special staff
mine-by-accept = You hear whether it is accepted by { $due }
mine-by-accept-passed = You were to hear by { $due } whether it is accepted, and that was not kept; we are sorry
mine-by-rating = Please rate it by { $due }
mine-by-review = You hear how far it is by { $date }
mine-by-review-passed = You were to hear how far it is by { $date }, and that was not kept; we are sorry
mine-story = What has happened:
mine-story-earlier = ({ $count } earlier steps left out)
mine-line = { $what }: { $text }
mine-answer = Answer ({ $outcome }):
    { $text }

mine-did-submit = submitted
mine-did-accept = accepted
mine-did-decline = not accepted
mine-did-merge = handled together with the same matter
mine-did-transfer = handed to
mine-did-assign = given to the department
mine-did-sign_for = the department signed for it
mine-did-pass_progress = progress
mine-did-grant_extension = extended
mine-did-answer = answered
mine-did-pass_on = answered
mine-did-reply = { $desk }
mine-did-supplement = added
mine-did-urge = urged
mine-did-withdraw = withdrawn
mine-did-rate = rated
mine-did-explain = why: { $text }
mine-did-reopen = worked on again
mine-did-appeal = appealed
mine-did-request_review = review asked for
mine-did-suspend = on the long list
mine-did-resume = resumed
mine-did-meet_milestone = a step done
mine-did-close = closed
mine-did-release = handled on its own again
mine-did-reveal = agreed to be named

mine-button-supplement = Add
mine-button-urge = Urge
mine-button-rate = Rate
mine-button-reopen = Not solved, work on it again
mine-button-request_review = Ask for a review
mine-button-appeal = Appeal
mine-button-withdraw = Withdraw
mine-button-withdraw-yes = Yes, withdraw
mine-button-withdraw-sure = Yes, I am sure
mine-button-keep = No, keep it
mine-button-why = Say why
mine-button-send = Send as it is
mine-button-reword = Change it
mine-button-bind = Send answers here from now on

mine-ask-supplement = Please send the text, photos or files to add to { $number }; several messages are fine. { $readers }
mine-added = Added to { $number }. { $readers }
mine-added-ended = It is { $state }. To have it worked on again, use the button below, or raise a new concern.
mine-added-rate = To rate the answer to { $number }, press the button below: three taps.
mine-added-over = It is { $state }: what you add stays on record, but nobody works on it again. To raise it anew, just send a new message.
mine-urged-toast = Urged
mine-urged = { $number } was urged: { $desk } has been told. You can urge again on the next workday.
mine-urged-owner = { $number } was urged: { $desk } and the department have been told. You can urge again on the next workday.
mine-ask-withdraw = Once withdrawn, { $number } ({ $title }) is no longer worked on and can't be brought back. Withdraw it?
mine-ask-withdraw-code = You look at it by its follow code. { $number } can’t be brought back once withdrawn, and its raiser is told if they have a chat with the mailbox. Withdraw it all the same?
mine-withdrawn = { $number } is withdrawn. You can raise a new concern at any time.
mine-kept = { $number } stays and is worked on as before.
mine-ask-reopen = What about { $number } is not solved? Please say it in one message; then it is worked on again.
    { $readers } Please leave out what shows who you are.
mine-ask-appeal = Please say in one message why you do not agree that { $number } was not accepted; { $unit } looks at it again.
    { $readers }
mine-ask-request_review = Please say in one message what is wrong with the answer to { $number }; { $unit } reviews it.
    { $readers }
mine-reason-in-words = The attachment is kept. Please also give the reason in words.
mine-done = { $number }: done ({ $action }). You can look at it with the follow code at any time.

mine-rate-later = { $number } is not answered yet. Please rate it once it is.
mine-rate-soon = the next days
mine-rated = Your rating of { $number } has arrived. Thank you.
mine-rated-reopened = It is worked on again.
mine-rated-reopened-managers = It is worked on again. The managers see it too; they do not see who you are.
mine-ask-why = We are sorry that you are not satisfied. What about { $number } is not solved? One message is enough; if you would rather not say, it is worked on again all the same.
    { $readers }
mine-explained = Passed on to { $desk }; it will be considered when { $number } is worked on again.
mine-held = What you wrote for { $number } holds { $traces }, which may show who you are. It has not been sent. You can send it as it is, or change it.
mine-held-sent = Sent as it is.
mine-held-first = Something above has not been sent yet: please press “Send as it is” or “Change it” first. This one has not been sent either; please send it again after that.
mine-ask-reword = Please write it anew for { $number }. It takes the place of the words before; files stay.
mine-reword-words = Please write it in words; the file was not taken yet.

mine-revealed = Agreed: { $desk } can see your name now. { $number } goes on.
mine-hidden = Your name stays hidden. { $number } goes on as before.
mine-reveal-answered = You have answered this already.

mine-bound-toast = Answers come here from now on
mine-bound = Every step of { $number } and its answer come here from now on; no need to look.
mine-bound-already = The answers to { $number } come here already.
mine-thread-bound = The raiser joined by the follow code: answers go straight to their chat from now on, no need to call.

code-ask = Please send the follow code of 12 characters; capitals and spaces do not matter.
code-none = This does not look like a follow code. It has 12 letters and digits, such as ABCD EFGH JK23.
code-mistyped = One character of the follow code is wrong. Please compare it with the original and send it again. (It has no letters O, I, L and no digits 0, 1.)
    This was not taken as a concern; if it is what you want to raise, please write it with a few words.
code-unknown = No concern has this follow code. Please compare it with the original; if a new code was given, only the new one counts.
code-wait = Several codes were not found. Please try again in an hour. If the code is lost, please ask the mailbox secretary.
code-locked = Too many codes were not found today: this account can look up none for a day. If the code is lost, please ask the mailbox secretary.
code-left-out = The follow code that you wrote was left out and goes to nobody (•••• stands in its place). Send the code alone to look at that concern.
code-button-open = Look at { $number }
