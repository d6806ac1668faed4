start-welcome = This is { $mailbox }. Any question, hardship or suggestion is welcome.
    Just write it down or send photos, voice or files, check it and press “Submit”: you get a number and a date at once.
    The mailbox secretary accepts it and a department works on it; every step is told to you here, no need to come and look.
    You can give your name, hide it, or stay anonymous. Send /my for what you have submitted.
start-unknown-link = What this link asks for was not understood; it may be out of date or incomplete. You can raise your concern all the same.
start-unit-gone = The unit of this link is no longer in the mailbox. You can choose another one.
start-place-gone = The box or place of this link is no longer in use. You can choose a unit yourself.
start-unit = Your unit is chosen already: { $unit }. You can change it before you submit.
start-place = You scanned the code of “{ $place }”. Your unit is chosen already: { $unit }. You can change it before you submit.
start-draft = You have a concern that is not submitted yet:

page-back = Back
page-on = Next

raise-head = Please check. Not submitted yet.
raise-title = Title: { $title }
raise-text-long = ({ $count } characters in all; every one of them will be submitted)
raise-files = Attached: { $files }
raise-contact-stays = Contact cards are not submitted: they hold a name and a number, and only named concerns go with them.
raise-list-comma = {", "}
raise-none = not chosen
raise-file-photo = { $count } { $count ->
    [one] photo
   *[other] photos
}
raise-file-video = { $count } { $count ->
    [one] video
   *[other] videos
}
raise-file-voice = { $count } { $count ->
    [one] voice message
   *[other] voice messages
}
raise-file-audio = { $count } { $count ->
    [one] recording
   *[other] recordings
}
raise-file-document = { $count } { $count ->
    [one] file
   *[other] files
}
raise-file-animation = { $count } { $count ->
    [one] animation
   *[other] animations
}
raise-file-video_note = { $count } { $count ->
    [one] video note
   *[other] video notes
}
raise-file-location = { $count } { $count ->
    [one] place
   *[other] places
}
raise-file-contact = { $count } { $count ->
    [one] contact
   *[other] contacts
}
raise-file-sticker = { $count } { $count ->
    [one] sticker
   *[other] stickers
}
raise-unit = Unit: { $unit }
raise-unit-above = Unit: not chosen ({ $unit } takes it on unless you choose)
raise-place = From: { $place }
raise-category = Category: { $category }
raise-kind = Kind: { $kind }
raise-naming-named = Named: the mailbox secretary sees your name ({ $name }); it is not passed on to the department.
raise-naming-hidden = Hidden: the secretary sees “Employee A”, and neither the department nor the managers see you. If the secretary would like to know who you are they have to ask you, and you may say no.
raise-naming-anonymous = Anonymous: your name and account are not shown to the secretary, the department or the managers, and nobody will ask you who you are; answers still arrive here.
raise-naming-named-restricted = Named: only the special staff who take such matters see your name ({ $name }).
raise-naming-hidden-restricted = Hidden: the special staff see “Employee A”, and nobody else sees this at all. If they would like to know who you are they have to ask you, and you may say no.
raise-naming-anonymous-restricted = Anonymous: your name and account are not shown, not to the special staff either, and nobody will ask you who you are; answers still arrive here.
raise-accuses = This sounds like an accusation. It can go a separate way: special staff take it, the everyday groups do not see it, it is outside search, of all digests only that of the office which handles it has a count and nothing more, and those it is about are never told. Please choose first.
raise-restricted = Accusations go a separate way: special staff take them, the everyday groups do not see them, they are outside search, of all digests only that of the office which handles them has a count and nothing more, and those they are about are never told.
raise-traces = Please note: the text holds { $traces }, which may show who you are. You can take it out with “Change”, or submit as it is.
raise-traces-to = The text holds { $traces }, which may show who you are; it has not been added to { $number }. Press once more to add it all the same; to take it out, edit the message you sent, or cancel and write anew.
raise-trace-phone = a phone number
raise-trace-id_card = an identity card number
raise-trace-employee_number = an employee number
raise-trace-email = an e-mail address
raise-trace-account = an account (WeChat, QQ …)
raise-trace-name = a name

raise-which = Does this add to { $number } ({ $title }), or is it a new concern? You can go on writing; your choice counts for all of it.
raise-which-of = Which one does this add to?
raise-units = Which unit are you in? Press a button, or send a part of its name. You can also go on writing; nothing is lost.
raise-units-found = Units with “{ $words }” in their name ({ $count }). Please choose:
raise-unit-taken = Unit chosen: { $unit }.
raise-unit-gone = This unit is no longer in the mailbox. Please choose another one.
raise-change = What would you like to change? You can also edit the messages you sent; this follows.
raise-categories = Which category? If you are not sure, leave it to the secretary.
raise-kinds = What kind of concern is it?
    Accusations go a separate way: special staff take them, the everyday groups do not see them, they are outside search, of all digests only that of the office which handles them has a count and nothing more, and those they are about are never told.
raise-ask-title = Please send the new title (at most { 60 } characters).
raise-title-taken = Title changed.
raise-ask-text = Please send the whole text anew. It takes the place of what you wrote; photos and files stay.
raise-text-taken = Text changed.
raise-files-dropped = Attachments removed.
raise-files-only = This concern has only attachments and no words. Please write a few words first.
raise-add-toast = Just send more text, photos or files: they join this concern by themselves.

raise-button-submit = Submit
raise-button-add = Add
raise-button-change = Change
raise-button-cancel = Cancel
raise-button-restore = Restore
raise-button-back = Back
raise-button-show = Look and submit
raise-button-restricted = As an accusation, the separate way
raise-button-ordinary = As an ordinary concern
raise-button-to-open = Add to an earlier concern
raise-button-to = Add to { $number }
raise-button-new = New concern
raise-button-change-title = Title
raise-button-change-text = Text
raise-button-change-category = Category
raise-button-change-kind = Kind
raise-button-change-unit = Unit
raise-button-drop-files = Remove attachments
raise-button-no-category = Not sure
raise-button-unit-below = { $unit } ›
raise-button-unit-itself = It is { $unit }
raise-button-up = One level up
raise-button-all-units = All units
raise-button-no-unit-name = Not a unit: it belongs to my concern

raise-submitted = Submitted as { $number }.
raise-press-instead = To submit, change or cancel it, please press a button below.
raise-cancelled = Cancelled; nothing was submitted. You can restore it within seven days.
raise-cancelled-toast = Cancelled
raise-restored = Restored, with all that you wrote.
raise-restore-busy = You are writing another concern. Please submit or cancel it first, then restore this one.
raise-restore-gone = This draft can no longer be restored: it was cancelled more than seven days ago, or another one was cancelled since. We are sorry; please write it once more.
raise-empty-draft = There is nothing in it yet. Please write down your concern first.
raise-unit-first = Please choose your unit first: press a button above, or send a part of its name.
raise-decide-first = This sounds like an accusation. Please choose first whether it goes the separate way or as an ordinary concern, then submit.
raise-past-submitted = This concern was submitted already as { $number }; nothing was submitted twice. Send /my to see it.
raise-past-added = These words were added to { $number } already; nothing was added twice.
raise-past-cancelled = This draft was cancelled. To get it back, press “Restore”.
raise-card-below = The latest is below.
raise-nudge = “{ $title }”, which you wrote yesterday, is not submitted yet, so nobody can see it. Submit it? If not, it stays here.
raise-nudge-files = attachments

raise-empty = Nothing arrived. Please just write down your concern; photos, voice and files are welcome too.
raise-no-sticker = Stickers can't be kept in the mailbox. Please write it in words, or send photos, voice or files.
raise-no-poll = Polls can't be kept in the mailbox. Please write it in words; a screenshot of the poll is fine.
raise-no-game = Games and dice can't be kept in the mailbox. Please write it in words.
raise-no-such = This kind of message can't be kept in the mailbox. Please write it in words, or send photos, voice or files.
raise-no-contact = The contact card was not taken: it holds a name and a number, and hidden or anonymous concerns go without them, so that nobody can tell who you are. Somebody else’s number please write in words.
