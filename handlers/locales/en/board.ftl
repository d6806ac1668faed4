menu-board = Public board

board-not-this = This one can't be made public: it needs an answer, and must be no accusation.
board-nobody-to-ask = Its raiser is not in the mailbox and can't be asked; it can't be made public.
board-already-asked = Its raiser is being asked.
board-already-refused = Its raiser does not want it; they are not asked again.
board-already-published = It is public already.
board-ask = Please write what everyone will read: the question in the first line, the result below. Name nobody; it is told only when the raiser agrees. It was:

    { $question }
    { $answer }
board-two-parts = The first line is the question, the result begins in the second.
board-traces = There is something in it by which people are known ({ $traces }); please change that.
board-asked = The raiser of { $number } was asked whether it may be made public.
board-leave = { $number } is done, and we would like to put it on the public board, without saying who you are. Do you agree?

    { $question }

    { $answer }
board-button-agree = I agree
board-button-refuse = Please don't
board-agreed = Thank you, it is public
board-not-done = { $number } is being dealt with again and was not published; once there is a result you can still agree.
board-agreed-head = { $number } is on the public board, without who you are.
board-refused = It stays private
board-refused-head = { $number } stays private.
board-thread-published = The raiser agreed; it is on the public board.
board-thread-refused = The raiser does not want it public.
board-post = [Answered] { $question }

    { $answer }

    { $unit } · { $house }
board-none = There is nothing on the public board yet.
board-list = Public board: what was raised and what became of it ({ $count })
board-line = { $place }. { $question }
    { $unit } · { $date } · { $echoes } more have it
board-whole = [Answered] { $question }

    { $answer }

    { $unit } · { $echoes } more have it
board-gone = This one is no longer on the board.
board-again = This matter is being dealt with again and is shown once there is a result.
board-button-too = Me too
board-button-list = Public board
board-button-raise = Raise it, too
board-button-withdraw = Withdraw
board-echoed = Noted: you have it, too
board-echoed-before = You said so before
board-raise = You have “{ $question }”, too. If it needs work of its own, press the button below or just write.
board-same = The same problem: { $question }
board-came = “{ $question }”: do you have it, too?
board-withdrawn = Withdrawn
board-withdrawn-head = Withdrawn from the board: { $question }
board-withdrawn-channel = What was posted in the channel or group has to be deleted there by hand.
board-bulletin = [Public board] { $month }: { $count } done
    { $units } · { $house }
