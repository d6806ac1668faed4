menu-notices = Policy notices
menu-notice = Send a policy notice

notice-head = [Policy notice] { $title }
    { $units } · { $house }
notice-head-again = [Please read] { $title }
    { $units } · { $house }
notice-button-read = Read
notice-button-ask = Ask
notice-button-new = New notice
notice-button-remind = Remind those who have not
notice-button-retire = Withdraw
notice-button-book = Spreadsheet
notice-button-of = The notice
notice-named = “{ $title }”
notice-untitled = Policy notice
notice-read = Noted as read
notice-read-before = You said so before
notice-gone = This notice was withdrawn, or it was not sent to your unit.
notice-see-below = See below
notice-ask = What would you like to know about “{ $title }”? Write it; it goes to the secretaries as a question, after you have looked it over.
notice-ask-empty = Please write your question in words; photos may come along.
notice-about = About the notice “{ $title }”:
notice-none = No policy notice was sent to your unit lately.
notice-list = Policy notices of late:
notice-whole = “{ $title }”

    { $body }
notice-kept = { $count } policy notices sent lately
notice-kept-line = { $place }. { $title } ({ $date }) read { $read }/{ $whole }
notice-rates = “{ $title }”
    read { $read }/{ $whole }, { $asked } questions
notice-rate-line = { $unit }: { $read }/{ $whole } ({ $percent })
notice-reminded = Reminding those who have not read it
notice-retired = Withdrawn
notice-retired-head = Withdrawn: “{ $title }”

notice-register = Who has read “{ $title }” (sent { $date })
notice-column-no = No.
notice-column-unit = Unit
notice-column-above = Unit above
notice-column-people = People
notice-column-read = Read
notice-column-unread = Unread
notice-column-rate = Share
notice-column-below-people = People with all below
notice-column-below-read = Read with all below
notice-column-below-rate = Share with all below
notice-column-asked = Questions
notice-column-elsewhere = Without a unit
