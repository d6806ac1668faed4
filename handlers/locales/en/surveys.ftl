menu-surveys = Open surveys
menu-survey = Surveys

survey-not-yours = You can't send surveys: secretaries and managers can ask their own units and below.
survey-gone = There is no such survey.
survey-closed = The survey “{ $title }” is over; thank you.
survey-words-not-taken = What you just wrote was not handed in. If it is a concern, please send it again.
survey-once = You have answered this survey; it is once a person.
survey-see-below = See below
survey-begin-again = You have not begun this survey; press “Begin”.
survey-none = No survey waits for you.
survey-list = Surveys that wait for you:
survey-head-line = { $title } · question { $place } (of { $whole })
survey-anonymous = This survey is anonymous: that you answered is noted, what you answered is joined to you by nothing; nobody can find out.
survey-named = This survey is named: whoever sent it sees who answered what.
survey-how-one = (choose one)
survey-how-several = (choose { $low } to { $high })
survey-how-scale = ({ $low } to { $high })
survey-how-text = (just write)
survey-so-far = You wrote: { $text }
survey-mind-names = Please write nothing that gives you away.
survey-button-start = Begin
survey-button-back = Back
survey-button-next = Next
survey-button-skip = Skip
survey-button-submit = Submit
survey-button-change = Look again
survey-look = “{ $title }”: please look it over; it counts once you press “Submit”:
survey-not-answered = (not answered)
survey-too-many = At most { $most }.
survey-answer-first = Please answer this one first (at least { $low }).
survey-words-only = Please answer in words, at most { $most } characters.
survey-missing = Some questions still need an answer
survey-thanks-toast = Submitted
survey-thanks = “{ $title }” is submitted. Thank you.
survey-until = until { $date }

survey-kept = { $count } surveys
survey-kept-line = { $place }. { $title } ({ $state }, { $count } answers)
survey-state-draft = not sent
survey-state-open = open
survey-state-closed = closed
survey-button-new = New survey
survey-ask-title = Please write the title; from the second line on, a few words that everyone sees first. Who has the whole survey as a file (a table or TOML) sends that.
survey-title-long = A title has at most { $most } characters.
survey-ask-questions = Please write the questions; pasting all of them is fine, and so is a file (a table or TOML):
    1. 您对食堂满意吗？（单选）
    A. 满意
    B. 不满意 → 3
    2. 您常去哪些窗口？（多选，最多2）
    A. 一号
    B. 二号
    3. 给服务打分（1-5分）
    4. 还有什么建议？（文字，选填）
    “→ 3” leads to question 3, “→ END” to the end; jumps lead forward only.
survey-wrong-line = I can't read this line: { $line }. Questions begin with a number, choices with a letter.
survey-wrong-none = I see no question. They begin with a number: 1. 您对食堂满意吗？（单选）
survey-wrong-many = At most { $most } questions.
survey-wrong-empty = Question { $number } has no words.
survey-wrong-scale = Please write the scale of question { $number } as （1-5分） or （1-10分）.
survey-wrong-choices = Question { $number } needs 2 to 20 choices, one a line, beginning with A, B, C.
survey-wrong-twice = Question { $number } has the same choice twice.
survey-wrong-jump-several = Question { $number } has several choices and can't jump.
survey-wrong-counts = How many choices question { $number } takes does not fit.
survey-wrong-jump = Question { $number } jumps to { $target }: only to a later question that there is.
survey-wrong-unreachable = Nobody can come to question { $number }; please check the jumps before it.
survey-wrong-long = Question { $number } is too long: at most { $most } characters, each choice at most { $choice }.
survey-wrong-kind = The kind of question { $number }, “{ $kind }”, is none: please write 单选 (one), 多选 (several), 打分 (1-5分, scale) or 文字 (text).
survey-wrong-columns = No headings were found. Please write in the first row: 题目, 题型, 必答, 选项; a question a row, each choice in a cell of its own.
survey-wrong-empty-file = There is no question in it.
survey-wrong-toml = Line { $line } can't be read: { $found }. Words go between quotation marks, for example title = "Canteen".
survey-wrong-toml-key = { $number ->
        [0] At the top
       *[other] In question { $number }
    } { $key } is no known name; known are: { $known }.
survey-wrong-toml-type = { $number ->
        [0] At the top
       *[other] In question { $number }
    } { $key } is not written as it should be: words in quotation marks, choices as ["a", "b"], true or false, numbers without quotation marks.
survey-sent-already = This survey was sent and can't be changed.
survey-draft = “{ $title }”, { $count } questions, not sent yet
survey-question-line = { $number }. { $text }（{ $how }）
survey-kind-one = 单选
survey-kind-several = 多选{ $low ->
        [0] {""}
       *[other] ，至少{ $low }
    }{ $high ->
        [0] {""}
       *[other] ，最多{ $high }
    }
survey-kind-scale = { $low }-{ $high }分
survey-kind-text = 文字
survey-optional = ，选填
survey-jump-end = {" "}→ END
survey-button-rewrite = Write the questions
survey-button-named = Make it named
survey-button-unnamed = Make it anonymous
survey-button-until = Until when
survey-button-look = Back
survey-button-send = Send
survey-ask-until = Until which day? For example 3月20日, 下周五, 5天
survey-told = [Survey] { $title }
    { $count } questions, { $units } · { $house }
survey-again = [Please answer] The survey “{ $title }” with its { $count } questions waits for you.
    { $units } · { $house }
survey-published = [Results] { $title }: { $count } took part; thank you all.
    { $units } · { $house }

survey-results = “{ $title }”, { $count } answers
survey-by-unit = Of these: { $units }
survey-others = others { $count }
survey-result-head = { $number }. { $text } ({ $n } answered)
survey-texts-more = { $count } more in the spreadsheet.
survey-mean = mean { $mean }
survey-more = The rest is in the spreadsheet.
survey-picture-count = { $count } took part
survey-button-picture = Picture
survey-button-again = Refresh
survey-fresh = As of now
survey-button-book = Spreadsheet
survey-button-remind = Remind those who have not
survey-button-close = Close it
survey-button-publish = Tell the results
survey-coming = Coming
survey-closed-now = Closed
survey-still-open = It is still open; close it first.
survey-sheet-results = Results
survey-sheet-answers = Answers
survey-column-question = Question
survey-column-answer = Choice
survey-column-count = People
survey-column-share = Share
survey-column-day = Day
survey-column-unit = Unit
survey-column-person = Name
survey-book-name = { $title }, results

survey-button-form = Templates
survey-file-kind = Please send one file: xlsx, CSV, TOML or txt. “Templates” gives you one to fill in.
survey-file-reading = “{ $name }” came and is being read.
survey-file-wrong = “{ $name }” can't be used yet: { $why } Please put it right and send it again.
survey-file-no-table = No table could be read from “{ $name }”: please send an xlsx or CSV file, and see that it opens.
survey-file-no-text = “{ $name }” is no text: please send TOML or txt, or use the template.
survey-file-many = “{ $name }” is too long; please keep the questions only.
survey-file-large = “{ $name }” is too large; please keep the questions only.
survey-file-far = Something in “{ $name }” stands as far out as cell { $cell }. Please delete the rows and columns around the questions and send it again.
survey-file-too-long = Reading “{ $name }” took too long. Please copy the questions into a new file and send it again.
survey-file-unopened = Reading “{ $name }” was tried three times and never came to an end; it is not tried again. Please copy the questions into a new file and send it again, or use txt.
survey-file-lost = “{ $name }” could not be fetched; please send it again.
survey-forms = Filled in with a question a row and sent back it becomes a survey; whoever writes TOML is quicker with the other one. A scale is “1-5分”; a choice that leads to question 3 ends in “→ 3”.
survey-form-name = Survey template
survey-form-columns = question|kind|required|choice 1|choice 2|choice 3|choice 4|choice 5|choice 6
survey-form-kinds = 单选|多选|打分|文字
survey-form-yes = yes|no
survey-sample =
    # Change it, save it as .toml and send it to the bot: it becomes a survey.
    title = "Canteen"
    intro = "Three minutes, anonymous."
    anonymous = true          # false: named
    until = "10天"            # or "3月20日"

    {"[["}questions]]
    text = "Are you satisfied with the canteen?"
    kind = "one"
    choices = ["Yes", "No → 3"]

    {"[["}questions]]
    text = "Which windows do you go to?"
    kind = "several"
    choices = ["First", "Second", "Third"]
    least = 1
    most = 2

    {"[["}questions]]
    text = "How good is the service?"
    kind = "scale"
    low = 1
    high = 5

    {"[["}questions]]
    text = "What else do you suggest?"
    kind = "text"
    required = false
