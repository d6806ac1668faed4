# Danger to life or limb: where help is, and who hears of it. Numbers are those of the whole country.

danger-mind = What you write is worrying. You need not carry this alone; somebody will listen now:
    the line for psychological help is 12356; in danger call 120 or 110, and ask somebody near to stay with you.
danger-body = This sounds like danger that is happening now. Please get away from it first, and call:
    119 for fire, 120 if somebody is hurt or unconscious, 110 for violence and threats. The mailbox can't replace them.
danger-draft = Nobody has seen what you wrote yet: press “Submit” and it goes to the secretaries at once, as urgent, after hours too.
    If you want to be called, write a number; if not, a secretary answers you here.
    If it was not meant like that, just go on.
danger-elsewhere = What is written here is not read at once. For the secretaries to see it now, write to the mailbox itself and submit it; if it was not meant like that, just ignore this.
danger-sent = { $number } is with the secretaries, as urgent. If you want to be called, write a number here; if it was not meant like that, just ignore this.
danger-thread-mind = [Danger] The words sound like suicide or self-harm; the grade is urgent now.
    Please answer here at once, and call if there is a number; 12356 can help, in danger call 110 or 120.
danger-thread-mind-away = [Danger] The words sound like suicide or self-harm; the grade is urgent now.
    They are not in the chat: please use the contact they left at once; in danger call 110 or 120, and 12356 can help.
danger-thread-body = [Danger] This sounds like danger that is happening now; the grade is urgent now.
    Please check at once and answer here; 119 for fire, 120 for rescue, 110 for the police.
danger-thread-body-away = [Danger] This sounds like danger that is happening now; the grade is urgent now.
    Please check at once; they are not in the chat: use the contact they left. 119 for fire, 120 for rescue, 110 for the police.
danger-button-grade = No danger: change the grade
danger-secretary-mind = [Urgent] { $number } sounds like suicide or self-harm. Please look at it in “{ $where }” at once.
danger-secretary-body = [Urgent] { $number } sounds like danger that is happening now. Please look at it in “{ $where }” at once.
off-preview-mind = The words sound like suicide or self-harm: once submitted it is urgent and the secretaries are told at once. First tell them: 12356 for psychological help, 120 or 110 in danger.
off-preview-body = This sounds like danger that is happening now: once submitted it is urgent and the secretaries are told at once. First have them get away and call 119, 120 or 110.
