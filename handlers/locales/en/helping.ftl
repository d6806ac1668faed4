help-raiser = { $name }: just write down what it is about and send it to me. Words, photos, voice, files: anything, without a menu first.
    You see it before it is submitted, and choose to be named, kept hidden or anonymous; after that every step is told to you here.
    A reply to any message about a ticket adds to that ticket.
help-role-owner = You are an owner: new matters come here; press “Sign” to take one on.
    A reply to any message about a ticket is kept as progress; when it is done, press “Report done” and write the answer, in several messages if you like. It is handed in when you confirm it.
help-role-secretary = You are a secretary: please work in the group. Each ticket has its topic; the buttons of its card are what can be done now.
help-role-manager = You are a manager: the digest comes every { $weekday } at { $clock }, and /digest shows it any time. Open a ticket to give an instruction.
help-role-admin = You are an admin: what is wrong with the program is told to you here. Settings are made with shuji on the command line; shuji check looks it over.
help-group-secretary = This is the working group of the mailbox; each ticket has its topic.
    What you write in a topic goes to the raiser; what begins with // is an internal note and goes nowhere.
    In a group without topics, reply to the card or to any message of the ticket. The buttons of the card are what can be done now.
help-group-manager = This is the working group of the mailbox, where the secretaries work. You may look on; digest and instructions are in your private chat.
help-group-stranger = This is the secretaries' working group. To raise a concern, write to the mailbox in private: just write it down and send it.
help-nothing-open = No question is open just now.

help-private-start = begin anew, what this is
help-private-my = what I have raised
help-private-code = look something up by follow code
help-private-faq = frequent questions; words to look for may follow
help-private-todo = what I have in hand
help-private-digest = weekly digest
help-private-ledger = ledger as a spreadsheet
help-private-open = open a paper box
help-private-visit = visits, talks, visits that come again
help-private-site = on-site office
help-private-tasks = supervised tasks
help-private-lists = checklists and projects
help-private-log = write down a call, a visit, a slip
help-private-boxes = boxes and places
help-private-poster = print a poster for a box or place
help-private-campaign = run a campaign
help-private-survey = build a survey, see its results
help-private-notice = send a policy notice, see who has read it
help-private-broadcast = Announce something to your unit and below
help-private-help = what I can use
help-private-cancel = drop the open question
help-group-todo = what waits, the most pressing first
help-group-find = search, with words after it
help-group-open = open a paper box
help-group-visit = visits, talks, visits that come again
help-group-site = on-site office
help-group-tasks = supervised tasks
help-group-lists = checklists and projects
help-group-log = write down a call, a visit, a slip from a box
help-group-faq = keep the frequent questions
help-group-t = ready answers, with a short name after it
help-group-recall = take back the reply that this replies to
help-group-who = who has which role here
help-group-poster = print a poster for a box or a place
help-group-boxes = boxes and places
help-group-help = what I can use
help-group-cancel = drop the open question

help-private-menu = everything, as buttons
help-group-menu = everything, as buttons
menu-raiser = What you can do. To raise something just write it to me; no need to choose first.
menu-owner = What an owner can do:
menu-secretary = What a secretary can do:
menu-manager = What a manager can do:
menu-admin = What an admin can do:
menu-page-raiser = Employee
menu-page-owner = Owner
menu-page-secretary = Secretary
menu-page-manager = Manager
menu-page-admin = Admin
menu-my = What I raised
menu-code = Look up a follow code
menu-todo = To do
menu-digest = Weekly digest
menu-ledger = Ledger
menu-broadcast = Announcement
menu-find = Find
menu-log = Write down a call or visit
menu-t = Canned answers
menu-who = Who is who
menu-boxes = Boxes and places
menu-poster = Print a poster
