state-draft = draft
state-submitted = waiting to be accepted
state-accepted = accepted
state-assigned = waiting for signature
state-in_progress = in progress
state-reported = under review
state-answered = answered
state-closed = closed
state-suspended = on the long list
state-declined = declined
state-merged = merged
state-withdrawn = withdrawn

state-raiser-submitted = received, waiting to be accepted
state-raiser-accepted = accepted, being arranged
state-raiser-assigned = with the department, waiting for its signature
state-raiser-in_progress = the department is working on it
state-raiser-reported = the department is done, its answer is being reviewed
state-raiser-answered = answered, waiting for your rating
state-raiser-closed = closed
state-raiser-suspended = on the long list, solved step by step by a plan
state-raiser-declined = not accepted, the reason was given to you
state-raiser-merged = handled together with the same matter
state-raiser-withdrawn = withdrawn by you

grade-urgent = urgent
grade-priority = priority
grade-normal = normal
grade-complex = complex

kind-inquiry = question
kind-help = request for help
kind-complaint = complaint
kind-suggestion = suggestion
kind-report = accusation
kind-thanks = thanks

naming-named = named
naming-hidden = name kept by the mailbox
naming-anonymous = anonymous

role-raiser = raiser
role-secretary = mailbox secretary
role-owner = owner
role-manager = manager
role-admin = admin
role-system = the mailbox

source-chat = mailbox
source-hotline = hotline
source-box = paper box
source-visit = visit
source-letter = letter
source-onsite = on-site session
source-campaign = campaign
source-survey = survey
source-policy = policy notice

outcome-supported = supported
outcome-explained = explained
outcome-refused = not supported

satisfaction-satisfied = satisfied
satisfaction-fair = fairly satisfied
satisfaction-unsatisfied = not satisfied
satisfaction-none = not rated

light-green = 🟢
light-yellow = 🟡
light-red = 🔴
light-word-green = green
light-word-yellow = yellow
light-word-red = red
provisional = provisional
nobody = (nobody yet)
hidden-raiser = Employee A
anonymous-raiser = anonymous employee

weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
when-moment = { $weekday } { $month }/{ $day } { $clock }
when-day = { $month }/{ $day }
when-day-clock = { $month }/{ $day } { $clock }
when-date = { $year }-{ $month }-{ $day }
date-missing = There is no date. Please write one, such as: 3 days, 5 December, end of June, next Friday, 2026-12-05.
date-unread = “{ $unread }” could not be understood. Please write one date only, such as: 3 days, 5 December, end of June, next Friday, 2026-12-05.
date-past = { $date } has passed. Please write a later date.
date-past-this-year = { $date } has passed. Please write a later date; if next year is meant, write the year too: { $next }.
when-provisional = { $moment } (provisional until the holiday notice is out)
when-passed = { $moment } (passed)
when-left-now = less than an hour left
when-left-days = { $days } { $days ->
    [one] workday
   *[other] workdays
} left
when-left-hours = { $hours } { $hours ->
    [one] hour
   *[other] hours
} left
when-late-days = { $days } { $days ->
    [one] workday
   *[other] workdays
} overdue
when-late-now = just overdue
when-late-hours = { $hours } { $hours ->
    [one] hour
   *[other] hours
} overdue

action-submit = submit
action-accept = accept
action-decline = decline
action-merge = merge
action-transfer = transfer
action-assign = assign
action-sign_for = sign for
action-hand_back = hand back
action-note_progress = report progress
action-pass_progress = pass on progress
action-request_extension = ask for an extension
action-grant_extension = extend
action-refuse_extension = refuse the extension
action-report = report done
action-pass_on = pass the answer on
action-send_back = send back
action-answer = answer
action-reply = reply
action-note = internal note
action-recall = recall
action-revise = edit
action-supplement = add
action-urge = urge
action-withdraw = withdraw
action-rate = rate
action-reopen = reopen
action-appeal = appeal
action-request_review = ask for a review
action-suspend = put on the long list
action-resume = resume
action-meet_milestone = meet a milestone
action-close = close
action-supervise = instruct
action-answer_supervision = answer the instruction
action-recategorise = change the category
action-regrade = change the grade
action-ask_reveal = ask for the name
action-release = let it go on alone
action-reveal = reveal the name
