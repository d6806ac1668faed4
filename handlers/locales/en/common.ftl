ask-cancel = Cancel
aside-kept = The one before is not finished and is kept for you: { $name }
aside-button = Go on: { $name }
aside-waiting = Not finished yet; press one to go on:
aside-back = Going on with this one
aside-gone = This one was gone on with already, or lay too long.
ask-not-yours = Somebody else is answering this; only they can cancel it.
ask-cancelled = Cancelled.
preview-changed = It has changed since, and nothing was sent. The newest is below: please look at it and press again.
refused-lines = { $text }
press-outdated = This button is out of date. Please use the buttons of the latest message.
press-unknown = This button was not made by the mailbox. Nothing was done.
command-unknown = There is no command /{ $command }. Send /help for the commands you can use; to raise a concern, just write it down.
command-wrong-place-private = Please use this command in the secretaries' group.
command-wrong-place-group = Please use this command in a private chat with the mailbox.
not-your-role = This step is for the { $role }; you do not have that role now.
group-unknown = This group is not registered with the mailbox (group id { $chat }). An admin can add it to the configuration file as telegram_group.
group-stranger = You are not on the list of secretaries of this group, so this message was not sent to the raiser. An admin can invite you.
trouble-kept = Your message is kept. It could not be handled just now and will be tried again by itself; no need to send it again.

lost-desk = { $number } is no longer in the mailbox: its data was restored on { $restored } from a backup that ends { $of }, and this one came later. What is written here was not sent to the raiser.
    Please enter it again with /log and note the old number; it gets a new one.
lost-desk-empty = { $number } is no longer in the mailbox: its data was restored on { $restored } from a backup that does not have it. What is written here was not sent to the raiser.
    Please enter it again with /log and note the old number; it gets a new one.
lost-raiser = { $number } is no longer in the mailbox: its data was restored on { $restored } from a backup that ends { $of }, and yours came later.
    Please send your concern again; it gets a new number. We are sorry that you have to write it twice.
lost-raiser-empty = { $number } is no longer in the mailbox: its data was restored on { $restored } from a backup that does not have it.
    Please send your concern again; it gets a new number. We are sorry that you have to write it twice.
lost-unknown = The mailbox's database does not have { $number }; this topic was made earlier. What is written here was not sent to the raiser.
    Please have the admin check whether the database was replaced; what is not finished can be entered again with /log.
no-note-here = There are no internal notes here: neither kept nor passed on. To say it, send it again without the // at the beginning.

# One name that fits several
which-unit = There are { $count } units “{ $word }”. Please choose, or write more of it, such as “{ $example }”. Nothing was done yet.
which-owner = { $count } owners are called “{ $word }”. Please choose, or write more, such as “{ $example }”. Nothing was done yet.
which-category = “{ $word }” fits { $count } categories. Please choose, or write it in full, such as “{ $example }”. Nothing was done yet.
which-box = There are { $count } places “{ $word }”. Please choose, or write more of it, such as “{ $example }”. Nothing was done yet.
which-unit-listed = there are { $count } units “{ $word }”; please write in full: { $choices }
which-owner-listed = { $count } owners are called “{ $word }”; please write in full: { $choices }
which-category-listed = “{ $word }” fits { $count } categories; please write in full: { $choices }
which-box-listed = there are { $count } places “{ $word }”; please write in full: { $choices }
which-more = { $count } more are not listed: please write it in full.
which-taken = All right, that one.
which-comma = {", "}
which-near = Did you mean: { $choices }?

# Where a channel has no room for so many buttons, or has none.
choice-by-number = Please reply with a number:
choice-beside = { $label }: { $what }
