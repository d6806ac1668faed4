poster-title = Scan to raise a concern
poster-english = 扫码反映问题
poster-step-write = Scan, then just write; photos and files are welcome.
poster-step-number = You get a number at once, a person answers in { $days } { $days ->
    [one] workday
   *[other] workdays
}.
poster-step-told = Every step is told to you in your chat.
poster-naming-named = The secretary sees your name, the department does not.
poster-naming-hidden = Only the mailbox itself knows who you are.
poster-naming-anonymous = Nobody can see who you are; answers reach you all the same.
poster-foot = How you are named is your choice
poster-foot-box = Or put a note into this box, with or without your name
poster-code = No. { $code }
poster-name = poster { $place }.pdf
