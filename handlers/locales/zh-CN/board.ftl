menu-board = 公开栏

board-not-this = 这件不能公开：要有答复，而且不是检举控告。
board-nobody-to-ask = 反映人不在信箱里，问不到是否同意，不能公开。
board-already-asked = 已经在征求反映人的意见。
board-already-refused = 反映人不同意公开，不再询问。
board-already-published = 这件已经公开。
board-ask = 请写公开的内容：第一行是问题，下面是办理结果。不要写到任何人；反映人同意后才会公开。原来是：

    { $question }
    { $answer }
board-two-parts = 第一行写问题，第二行起写办理结果。
board-traces = 里面有能认出人的内容（{ $traces }），请改一改再发。
board-asked = 已请反映人决定是否公开 { $number }。
board-leave = { $number } 已经办好，想把它写进公开栏，让别人也知道，不写您是谁。同意吗？

    { $question }

    { $answer }
board-button-agree = 同意公开
board-button-refuse = 不公开
board-agreed = 谢谢，已公开
board-not-done = { $number } 正在重新办理，还没有公开；有了结果您仍可以按“同意公开”。
board-agreed-head = { $number } 已写进公开栏，没有写您是谁。
board-refused = 好的，不公开
board-refused-head = { $number } 不公开。
board-thread-published = 反映人同意，已写进公开栏。
board-thread-refused = 反映人不同意公开。
board-post = 【有回音】{ $question }

    { $answer }

    { $unit } · { $house }
board-none = 公开栏还没有内容。
board-list = 公开栏：反映了什么，办得怎样（{ $count } 件）
board-line = { $place }. { $question }
    { $unit } · { $date } · 同感 { $echoes }
board-whole = 【有回音】{ $question }

    { $answer }

    { $unit } · 同感 { $echoes }
board-gone = 这一件已经不在公开栏。
board-again = 这一件正在重新办理，有了结果再公开。
board-button-too = 我也遇到
board-button-list = 看公开栏
board-button-raise = 我也要反映
board-button-withdraw = 撤下
board-echoed = 已记下，您也遇到
board-echoed-before = 您已经点过
board-raise = 您也遇到“{ $question }”。需要单独办的，请按下面的按钮，或直接写下来。
board-same = 同样的问题：{ $question }
board-came = “{ $question }”：您也遇到吗？
board-withdrawn = 已撤下
board-withdrawn-head = 已从公开栏撤下：{ $question }
board-withdrawn-channel = 频道（群）里已发出的那一条，请在那里手工删除。
board-bulletin = 【公开栏】{ $month } 办好 { $count } 件
    { $units } · { $house }
