# The secretaries' desk: menus, questions and outcomes in a group.

desk-see-below = Please see the message below.
desk-elsewhere = { $number } is now worked on by { $unit }, not in this group. Nothing was sent or changed.
desk-draft-gone = This draft was sent, changed or put away. Please use the buttons of the latest message.
desk-words-only = A text message is needed here. Please write it.
desk-words-too = A few words are needed as well. Please put words and files into one message.
desk-too-long = That is too long. At most { $most } characters, please.
desk-cannot-send = This kind of message ({ $what }) cannot be passed on and was not sent. Please use text, pictures or files.
desk-line = { $number } { $title } · { $state }

desk-button-shut = Put away
desk-button-previous = ‹ Previous
desk-button-next = Next ›

# Words in a topic.
desk-no-chat = The raiser has no chat account: this stays on record only and was not sent. Please tell them by the contact they left.
desk-note-empty = The note is empty and was not kept. Please write it after the //.
desk-nameless = You are speaking in the group's name, so the mailbox cannot tell who you are. This was not sent to the raiser. Please turn off “anonymous” in the group's administrator settings and send it again.
desk-edit-was-sent = This has been sent to the raiser; it can no longer be made a note, a command or a word to a colleague, and the raiser still sees the first version. To take it back tap the button, or reply to it with /recall.
desk-edit-was-note = This was an internal note. The change stays in the note and was not sent to the raiser. To send it, please write a new message.
desk-topic-reopened = { $number } is “{ $state }” and not finished, so the topic was opened again. To close the ticket, please use the button on its card.
desk-recall-how = Please reply to the message that was sent to the raiser, with /recall.
desk-recall-nothing = This message was not sent to the raiser; there is nothing to take back.
desk-recall-answer = A formal answer is in force and cannot be taken back. You can send a correction.
desk-recall-again = This has been taken back already.
desk-recall-waiting = This had not reached the raiser yet and will not be sent.
desk-recall-nowhere = The raiser has no chat account; there is nothing to take back.
desk-recalled = Taken back from the raiser; it stays on record.
desk-recall-failed = It could not be taken back: sent more than 48 hours ago, or deleted there. The raiser may still see it; please send a correction.

# Accepting, closing.
desk-accepted = { $number } accepted, to be answered by { $due }.
desk-resumed = { $number } resumed, to be answered by { $due }.
desk-close-ask = The raiser has not rated { $number } yet. If it is closed now it counts as “not rated”; the raiser can still have it reopened.
desk-button-close-now = Close now
desk-closed = { $number } is closed.
desk-shut = Put away; nothing was changed.

# Answering.
desk-answer-ask = Please send the answer to { $number }: its words in one message, with pictures or files if you like.
    You will see it before it leaves; it is sent when you choose the outcome.
desk-reword-ask = Please write the answer to { $number } in your words; the owner's files go with it. You will see it before it leaves.
desk-answer-preview = The raiser will get ({ $number }):

    { $text }

    Please choose the outcome; it is sent at once. To change it, write another message.
desk-answer-needs-words = The files are kept. The words of the answer are still needed; please write them.
desk-answer-files = { $count } file(s)
desk-button-again = Start over
desk-answer-again = The draft is empty again. Please write the answer anew.
desk-answered = The answer to { $number } was sent to the raiser ({ $outcome }).
desk-answered-no-chat = The answer to { $number } is on record ({ $outcome }). The raiser has no chat account; please tell them by the contact they left.
desk-pass-ask = Pass the owner's report on to the raiser ({ $number }):

    { $text }

    Please choose the outcome; it is sent at once.
desk-button-reword = Change the words first
desk-report-newer = The owner has reported again; please see the newest report.
desk-back-ask = Why is { $number } sent back? { $owner } gets your words at once.
desk-back-done = Sent back to { $owner }.
desk-progress-again = This progress has been passed on already.
desk-progress-passed = Passed on to the raiser.
desk-progress-no-chat = On record. The raiser has no chat account; please tell them by the contact they left.

# Declining.
desk-decline-ask = On what ground is { $number } declined?
desk-ground-scope = Outside what this mailbox deals with
desk-ground-law = To be settled by a court, arbitration or administrative review
desk-ground-unclear = Too unclear to be looked into
desk-ground-repeated = The same matter has had its final answer
desk-ground-private = A private dispute between persons
desk-ground-elsewhere = Another department has accepted it and is working on it
desk-instead-scope = Please turn to the department in charge; if you don't know which, reply to this message and ask.
desk-instead-law = Please turn to the court, arbitration body or review authority in charge; the union and the legal department can advise you.
desk-instead-unclear = Please add when, where and what happened, and raise it again.
desk-instead-repeated = If there are new facts or reasons, please write them down and raise it again.
desk-instead-private = You can ask the union or your unit to mediate, or go to court.
desk-instead-elsewhere = Please wait for that department's answer; if it does not come in time, raise it here again.
desk-button-other-ground = Another ground, in my own words
desk-decline-own = Please write the ground for declining (the raiser will see it).
desk-decline-nowhere = (not written; please write one message saying where the raiser can turn)
desk-decline-preview = The raiser will get ({ $number }):
    Ground: { $ground }
    You can: { $instead }

    To change “You can”, write a message.
desk-button-decline-now = Send, decline
desk-declined = { $number } was declined; ground and way out are on record ({ $told }).

# Merging.
desk-merge-ask = Which ticket shall { $number } follow? Choose one, or write its number.
desk-merge-ask-number = No similar open ticket was found. Which ticket shall { $number } follow? Please write its number.
desk-no-such-number = { $number } was not found or is not in your reach. Please write the whole number, such as SJ-2026-0042.
desk-merge-preview = Let { $number } “{ $title }”
    follow { $main } “{ $main_title }” ({ $state })?
    From then on it gets the main ticket's answers, and its raiser is told.
desk-button-join = Merge into { $number }
desk-button-merge-now = Merge
desk-merged = { $number } follows { $main } now.

# Owners and units.
desk-assign-ask = Who shall work on { $number } ({ $category })?
desk-assign-nobody = There is no owner here or below yet. You can hand it to another unit, or ask an admin to invite one.
desk-owner-now = { " " }(has it now)
desk-owner-suggested = { " " }(of this category)
desk-owner-away = { " " }(not started)
desk-assign-same = { $owner } has it already.
desk-assigned = { $number } was assigned to { $owner }.
desk-button-transfer = To another unit ▸
desk-button-this-unit = To { $unit }
desk-button-up = ‹ One level up
desk-transfer-ask = To which unit does { $number } go?
desk-transfer-why = Why does it go to { $unit }? Write a message; { $number } goes there with its whole story.
desk-button-no-reason = Without a reason
desk-transferred = { $number } went to { $unit }.

# Category, grade, owner concerned.
desk-category-ask = { $number } is under { $category }. Change it to:
desk-category-set = { $number } is under { $category } now.
desk-grade-ask = { $number } is { $grade }. Change it to:
desk-grade-with-days = { $grade } ({ $days } workdays)
desk-grade-set = { $number } is { $grade } now, to be answered by { $due }.
desk-grade-set-none = { $number } is { $grade } now; the time to answer counts from when it is accepted.
desk-about-ask = Which owner is { $number } about? It will not be given to them or their unit.
desk-about-set = { $number } is marked as about { $owner }; it will not be given to them or their unit.

# More time.
desk-extend-ask = Until when is { $number } extended, and why? One message, such as: 3 days, waiting for parts
    It is due { $due } and can be extended to { $limit } at most. The raiser is told the reason and the new date.
desk-extend-why = Extended to { $date }. Please write the reason; the raiser will see it.
desk-extend-preview = { $number } extended to { $date }
    Reason: { $why }
    The raiser is told both; it can be extended only once.
desk-button-extend-now = Extend
desk-extended = { $number } was extended.
desk-request-decided = This request has been decided already.
desk-granted = { $number }: extension to { $date } granted ({ $why }); sent to the owner; the raiser: { $told }.
desk-refused = { $number }: extension refused ({ $why }); the owner is told.
desk-suspend-ask = What is the plan for { $number } on the long list? Please write one message; the raiser will see it.
desk-suspend-date = When is it looked at again, and the raiser told how far it is? For example: 5 December, 2 weeks, end of June
desk-suspend-steps = Review: { $date }. If that is wrong, press “Cancel” and begin again.
    Are there milestones? One a line: title and date, such as:
    New cold store 2026-12-20
    Without any, put it on the list now.
desk-button-suspend-now = Put on the long list
desk-step-unread = This line could not be read: { $line }
    Each line: a title, a blank and a date, such as: New cold store 2026-12-20
desk-step-twice = The milestone “{ $title }” is there twice. Please use different titles.
desk-steps-too-many = Too many milestones; at most { $most }.
desk-suspend-preview = { $number } goes on the long list
    Plan: { $plan }
    Review: { $date }
    Milestones:
    { $steps }
desk-suspended = { $number } is on the long list. Plan and date of review: { $told }.
desk-review-ask = How far is { $number }? Please write one message; the raiser will see it.
desk-review-preview = The raiser of { $number } will read:
    { $progress }
    Next review: { $date }. If the date is wrong, write it again.
desk-button-review-now = Tell the raiser
desk-reviewed = How far { $number } is is on record ({ $told }); next review { $date }.
desk-stones-ask = Which milestone of { $number } is met?
desk-stones-none = { $number } has no open milestone.
desk-stone-ask = How was “{ $title }” met? Please write one message, with photos if you like; the raiser will see it.

# More.
desk-more-head = { $number }: more
desk-more-desk-categories = Category
desk-more-desk-grades = Grade
desk-more-desk-units = To another unit
desk-more-desk-reveal = Ask for the name
desk-more-desk-about = About an owner
desk-more-desk-stones = Milestone met
desk-more-desk-review = Review
desk-more-desk-alike = Similar ones
desk-more-project-from = Make it a project
desk-more-faq-from = Keep as a frequent question
desk-more-board-ask = Make it public
desk-more-desk-story = Whole story
desk-more-off-add = Add for them
desk-more-off-rate = Rate for them
desk-more-off-reopen = Reopen for them
desk-more-off-appeal = Appeal for them
desk-more-off-up = Review for them
desk-more-off-code = New follow code
desk-alike-head = Perhaps the same matter as { $number }:
desk-alike-none = No similar open ticket was found.
desk-reveal-ask = Why do you need to know who raised it? Please write one message; the raiser will see it and may refuse.
desk-reveal-asked = The raiser was asked whether their name may be shown. Reason: { $why }
desk-story-head = The whole story of { $number } { $title }
desk-story-earlier = ({ $count } earlier ones)
desk-story-line = { $when } { $who } { $what }

# Lists.
desk-todo-head = { $count } wait for us, the most pressing first:
desk-todo-none = Nothing waits for us now.
desk-todo-rest = Others open: { $counted }
desk-shown = { $who } opened this from a list.
desk-shown-toast = The topic of { $number } is at the top now.
desk-find-how = Please write what to look for, such as canteen. One character is enough; a number works too; unit:, state:, category:, channel:, time: narrow it.
desk-find-filter = I can't read “{ $word }”. It can be narrowed like this: /find canteen unit:PLANT state:in-progress category:dormitory channel:hotline time:2026-03
desk-find-none = Nothing was found for “{ $query }”.
desk-find-head = “{ $query }”: { $count } found
desk-find-more = { $count } more are not listed; please use more exact words.
desk-who-head = Mailbox of { $unit }:
desk-who-away = Those marked “not started” cannot be reached in private yet. Please send them this link and let them press Start: { $link }

# Ready answers.
desk-canned-head = Ready answers (/t name sends, /t name = text keeps, /t - name drops):
desk-canned-none = There are no ready answers yet. To keep one: /t name = text
desk-canned-new = New
desk-canned-ask = Please write: name = words, for example: passed = It went to the department; you hear from us within three workdays.
desk-canned-how = Please write: /t name = text. The name up to { $name } characters, the text up to { $text }.
desk-canned-kept = The ready answer “{ $name }” is kept.
desk-canned-replaced = The ready answer “{ $name }” has its new words.
desk-canned-dropped = The ready answer “{ $name }” is gone.
desk-canned-unknown = There is no ready answer “{ $name }”. Send /t to see them all.
desk-canned-shown = This is no ticket's topic, so it was not sent. It says:
    { $text }
desk-canned-sent = Sent to the raiser:
    { $text }

# What did not arrive.
desk-raiser-away = The raiser cannot be reached now (they may have stopped the mailbox). What was sent arrives when they are back.
desk-raiser-back = The raiser is back; what had not arrived is on its way.
desk-staff-away = { $name } ({ $role }) cannot be reached in private, and a message waits for them. Please send them this link and let them press Start: { $link }
desk-not-sent = The above could not be sent to the raiser: { $why }
desk-not-sent-unknown = { $number }: a message could not be sent to the raiser: { $why }
desk-not-changed = The change did not reach the raiser: { $why }. They still see the old words; if need be, please send another message.
desk-not-shown = Something could not be shown here: { $why }. The whole story is under “More”.
desk-owner-not-sent = A message could not be sent to { $who }: { $why }
desk-person-not-sent = A message could not be sent to you: { $why }
desk-here-not-sent = A message could not be sent here: { $why }
desk-why-unreachable = they cannot be reached now
desk-why-target_gone = the old message is no more
desk-why-file_lost = the file is gone, please send it again
desk-why-too_big = it is too long, or a file is too big
desk-why-unclean_kind = files of this kind may tell who sent them, and that cannot be taken out for certain
desk-why-damaged = the file cannot be opened (damaged, locked, or not what its name says)
desk-why-too_large = too much comes out of the file when it is unpacked (pixels, pages or words)
desk-why-too_long = the file took too long
desk-why-unopened = opening the file was tried three times and never came to an end
desk-why-refused = the platform did not take it
desk-why-broken = the mailbox itself stumbled over it; the admin sees it
desk-why-barred = they have set not to receive this
desk-why-odd_picture = the platform does not take it as a photo
desk-why-no_rights = no right to
desk-why-group_gone = the group is not there
desk-remade = The topic was deleted; this is a new one. What was said and done before stands below.
desk-stray = This topic was made once too often when the program was interrupted. { $number } is worked on in the other topic of the same name: please write there. This one is closed.

# Groups.
desk-group-no_threads = This group has no topics, or the mailbox may not manage them, so it works by replies: a reply to a ticket's card or to the raiser's words goes to the raiser, one to a colleague's words is an internal note.
    For a topic for each ticket, please turn on topics in the group's settings and make the bot an administrator who may manage topics.
desk-group-no_rights = The mailbox may not manage topics here, so it works by replies: a reply to a ticket's card or to the raiser's words goes to the raiser, one to a colleague's words is an internal note. For a topic for each ticket, please make the bot an administrator who may manage topics.
desk-group-hello = The mailbox has joined. This group works for { $name }.
    Each ticket gets its topic and its card. What is said in a topic goes to the raiser; what begins with // is an internal note. /help lists all commands.
desk-group-hello-unknown = The mailbox has joined. This group is not registered yet; its number is:
    { $chat }
    Please let the admin put it into the configuration as telegram_group and restart the mailbox.
desk-group-missing = Still needed: { $missing }.
desk-group-right-forum = topics turned on in the group's settings
desk-group-right-administrator = the bot as an administrator
desk-group-right-can_manage_topics = the right to manage topics
desk-group-right-can_pin_messages = the right to pin messages
desk-group-good = Everything is there; each ticket gets its own topic.
desk-admin-group-away = The mailbox cannot speak in the group “{ $title }” ({ $chat }): { $why }. Please see whether the bot is still in the group and may send messages. What was to be said is kept and goes out then.
desk-admin-group-left = The mailbox was removed from the group “{ $title }” ({ $chat }). Please add it again; what was to be said is kept.
desk-admin-group-moved = The group “{ $title }” was upgraded and its number changed from { $old } to { $chat }. The mailbox follows; please change telegram_group in the configuration too.

# Whom words are for.
desk-doubt = { $why } Are these words for the raiser? They have not been sent:
desk-doubt-mark = The mark at the beginning of a line looks like a note or a command.
desk-doubt-mention = A colleague is named.
desk-doubt-remark = You replied to something that the raiser did not say.
desk-doubt-own-note = You replied to a note of your own.
desk-doubt-staff = You replied to words of the owner or a manager.
desk-doubt-choice = The buttons above have not been tapped.
desk-button-to-raiser = Send to the raiser
desk-button-as-note = Keep as a note
desk-button-drop = Don't send
desk-doubt-sent = Being sent to the raiser.
desk-doubt-dropped = Neither sent nor kept.
desk-noted = Kept as an internal note, not sent to the raiser.
desk-aside = Kept as an internal note, not sent to the raiser. What begins with @, or replies to a colleague, stays here.
desk-mark-in-answer = The mark at the beginning of a line looks like a note or a command: not taken as the answer, and not sent. To answer, send it again without the mark; for a note begin with //.
desk-mark-in-draft = The mark at the beginning of a line looks like a note or a command; the draft still has the earlier words. To change it, leave out the mark.
desk-mark-late = The first pictures of this album are for the raiser; the words on this one look like a note or a command. Neither picture nor words were sent. Send them by themselves if they are needed.
desk-code-not-sent = There is a follow code in it: not sent to the raiser. Whoever has the code can look at that concern, and everyone in this group can read it; please delete the message.
desk-button-typed-ground = Use as the ground for declining
desk-recall-asked = Being taken back from the raiser; what comes of it is told here.
desk-canned-mark = Ready answers go to raisers: they can't begin with //, / or @, nor hold a follow code.
