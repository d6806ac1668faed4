menu-faq = Frequent questions
menu-faq-kept = Keep the frequent questions

faq-offers = There are frequent questions close to this; have a look, and submit if they don't help.
faq-offer = ❔{ $question }
faq-list = Frequent questions; press one for its answer:
faq-none = There are no frequent questions yet. Just write to me.
faq-none-found = Nothing like that among the frequent questions. Just write to me.
faq-gone = This question was withdrawn.
faq-whole = Q: { $question }

    A: { $answer }
faq-keywords = Keywords: { $keywords }
faq-button-solved = This solved it
faq-button-still = I still want to raise it
faq-button-new = New
faq-button-change = Change
faq-button-retire = Withdraw
faq-solved = Good
faq-solved-thanks = Good. Write to me whenever there is something else.
faq-draft-away = Good; what you had written was not submitted. It can be restored.
faq-still = Please go on
faq-still-write = Then please write to me what it is.
faq-still-submit = Then please look the following over and press “Submit”.
faq-kept = { $unit } · { $count } frequent questions
faq-kept-line = { $place }. { $question } (opened { $shown }, solved { $solved }, raised all the same { $unsolved })
faq-ask = Please write the question in the first line and the answer below; a last line “Keywords: …” is found by, too.
faq-ask-change = Please write it anew: the question in the first line, the answer below, “Keywords: …” at the end if you like. Now it says:

    { $question }
    { $answer }
    Keywords: { $keywords }
faq-ask-from = Please write it as a frequent question (question in the first line, answer below), naming nobody. It was:

    { $question }
    { $answer }
faq-two-lines = The first line is the question, the answer begins in the second.
faq-too-long = At most { $question } characters for the question and { $answer } for the answer.
faq-kept-now = Kept: { $question }
faq-retired = Withdrawn
faq-retired-head = Withdrawn: { $question }
faq-no-answer = This one has no answer yet, or must not be told.
