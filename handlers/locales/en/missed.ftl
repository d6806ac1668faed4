# Files of a message that did not go with it: which, who did not take it (the platform, or our own cleaning), what would do.
missed-words = the words
missed-named = “{ $name }”
missed-numbered = file { $number } ({ $kind })
missed-comma = , 
missed-line = · { $what }: { $why }.
missed-line-do = · { $what }: { $why }. { $do }.
missed-kind-photo = photo
missed-kind-video = video
missed-kind-voice = voice message
missed-kind-audio = audio
missed-kind-document = document
missed-kind-animation = animation
missed-kind-video_note = video message
missed-kind-sticker = sticker
missed-kind-location = place
missed-kind-contact = contact
missed-kind-unsupported = other

missed-why-too_big = the file is too big or the text too long; the platform did not take it
missed-do-too_big = Please compress it, or send it in parts
missed-why-too_big_to_fetch = it is over 20 MB, and the platform does not let the mailbox fetch it for cleaning
missed-do-too_big_to_fetch = Please cut or compress it to less than 20 MB and send it again
missed-why-file_lost = the file is gone, the platform no longer has it
missed-do-file_lost = Please send it again
missed-why-odd_picture = the platform does not take it as a photo (too big, too long, or of an odd format)
missed-do-odd_picture = Please send it as a file, or another picture
missed-why-barred = they have set not to receive this ({ $kind }), so the platform did not pass it on
missed-why-barred-yours = you have set not to receive this ({ $kind }), so the platform did not pass it on
missed-do-barred = Please write it instead, or send it as a file
missed-why-unclean_kind = such a file may still tell who sent it, and the mailbox cannot be sure to take that out; it was not passed on
missed-do-unclean_kind = Please send it as a PDF or a JPG picture, or describe it in words
missed-why-damaged = the file cannot be opened (damaged, locked, or not what it calls itself), so the mailbox cannot clean it; it was not passed on
missed-do-damaged = Please export it again, or send it as a PDF or a JPG picture
missed-why-too_large = too much comes out of the file when it is unpacked, so the mailbox did not open it
missed-do-too_large = Please send it in parts, or as a PDF or pictures
missed-why-too_long = the file is too intricate, and the mailbox ran out of time; it was not passed on
missed-do-too_long = Please send it in parts, or as a PDF or pictures
missed-why-unopened = the mailbox tried three times and never came to its end; it was not passed on
missed-do-unopened = Please send it as a PDF or a JPG picture
missed-why-no_rights = the group gives the mailbox no right to send this ({ $kind }), so the platform did not take it
missed-do-no_rights = The mailbox keeps it and sends it as soon as it has the right
missed-why-broken = the mailbox itself stumbled over it; that is noted where the admin sees it
missed-do-broken = If it is urgent, please send it in another format
missed-why-refused = the platform did not take it
missed-do-refused = Please send it as a PDF or a JPG picture, or describe it in words

# To the raiser who sent them.
missed-from-raiser = { $number }: { $count } of your { $of } attachments could not be passed to the secretary{ $rest ->
    [whole] ; what is not listed is passed on
   *[nothing] { "" }
}:
# To the raiser whom they were for.
missed-from-desk = { $number }: { $count } of { $of } files from the secretary could not be sent to you. The secretary knows, and will send them another way:
# In the thread.
missed-in-thread = { $count } of { $of } original files did not come through:
missed-asked-raiser = The raiser has been asked to send them another way.
missed-asked-writer = Their sender has been asked to send them another way.
missed-to-raiser = { $count } of { $of } files of the above could not be sent to the raiser{ $rest ->
    [whole] ; what is not listed is sent
   *[nothing] { "" }
}:
missed-to-raiser-unknown = { $number }: { $count } of { $of } files could not be sent to the raiser{ $rest ->
    [whole] ; what is not listed is sent
   *[nothing] { "" }
}:
# To staff.
missed-from-you = { $count } of the { $of } files that you sent did not arrive{ $rest ->
    [whole] ; what is not listed is sent
   *[nothing] { "" }
}:
missed-for-you = { $count } of { $of } files for you could not be sent:
missed-here = { $count } of { $of } files could not be sent here:
missed-by-some = { $count } of { $of } files of “{ $title }” could not be sent to some of its readers; the words are sent:
missed-admin-rights = The mailbox has no right to send this in the group “{ $title }” ({ $chat }): { $kinds }. It is kept, all else is sent. Please turn that right on in the group, or make the bot an administrator; what is kept is sent then.
