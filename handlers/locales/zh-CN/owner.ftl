own-thread-revised = 承办人修改了上面这条，原文留在记录里。改为：
    { $text }

own-signed = 已签收 { $number } { $title }
    { $finish }点“报结”写答复；中间有进展，直接回复这条消息即可。
own-signed-before = { $number } 您已经签收过了。
own-not-yours = { $number } 已改由其他人承办，您不用再办。刚才的内容没有转出。
own-withdrawn = { $number } 反映人已撤回，不用再办。刚才的内容没有转出。
own-not-now = { $number } 现在是“{ $state }”，刚才的内容没有转出。需要说明的，请直接联系信箱专员。
own-gone = 没有找到这一件，可能已经不由您承办。发送 /todo 查看您手上的事项。

own-ask-back = 请写明退回 { $number } 的理由（为什么不属于您这里、建议交给谁）。
    退回只限一次，写好发出即退回，由信箱专员重新安排。
own-ask-back-words = 退回需要写明理由，请用文字说明。
own-back-done = { $number } 已退回，信箱专员会重新安排，您不用再办。

own-ask-progress = 请写 { $number } 的进展：做到哪一步、下一步什么时候。可以带照片和文件。
own-progress-done = 已记为 { $number } 的进展，转给了信箱专员。
own-progress-empty = 这条消息里没有可以转交的文字或附件，请用文字、照片或文件说明。
own-button-as-report = 这就是最终答复，报结

own-ask-extension = { $number } 现在的时限是 { $due }，最迟可以延到 { $limit }。
    请写明原因和新的日期，例如：配件未到，延期到{ $last }；或：等厂家上门，3天。
own-ask-extension-date = 原因已记下。请写新的日期，例如：3天、12月5日、2026-12-05。
own-ask-extension-why = 日期是 { $date }。请再写明延期的原因。
own-extension-done = 已申请把 { $number } 延期到 { $date }，信箱专员同意后会告诉您；在此之前仍按原时限办理。

own-ask-report = 请发 { $number } 的答复：查到了什么、怎么处理的、结果如何。文字和附件都可以，可以分几条发。
    您写的内容经信箱专员审核后转给反映人。
own-report-preview = { $number } 报结预览
    { $text }
own-report-preview-files = { $files ->
   *[other] （附件 { $files } 个）
}
own-report-preview-more = 要补充就接着发；没有问题请按“确认报结”。
own-report-words = 请用文字写明处理结果，附件收到了。
own-report-empty = 还没有收到答复的内容，请先发文字。
own-report-again = 已清空，请重新发 { $number } 的答复。
own-report-done = { $number } 已报结，等信箱专员审核。审核结果会在这里告诉您。
own-button-confirm = 确认报结
own-button-rewrite = 重写
own-button-rather-progress = 还没办完，改记为进展

own-which = 这条提醒里有几件事，您这段话是哪一件的进展？
own-which-was = 已记为 { $number } 的进展。
own-which-later = 上一个问题还没有回答，刚才这段话没有转出。请先回答或取消，再回复这条提醒。

own-choose = 这段话是 { $number } 的哪一项？
own-taken = 好的，按此处理。
own-button-as-back = 退回理由
own-button-as-progress = 进展
own-button-as-extension = 延期原因
own-button-as-answer = 报结的答复

own-supplement = { $number } { $title }
    反映人补充：{ $text }
own-raiser-revised = { $number } { $title }
    反映人修改了内容，改为：{ $text }

own-revised = { $number } 的修改已转给信箱专员，原文留在记录里。
own-revised-not = 这条内容所在的 { $number } 已不由您承办，修改没有转出。

own-card = { $number } · { $state }
    { $matter }

    紧急程度：{ $grade }
own-card-due = { $kind }：{ $when }
own-card-instruction = 督办要求（{ $date }前答复）：{ $text }
own-card-story = 经过：
own-card-files = { $number } 的附件：
own-story-line = { $when } { $what }
own-story-line-text = { $when } { $what }：{ $text }

own-todo-none = 您手上现在没有待办事项。您自己反映的，请发送 /my 查看。
own-todo-owner = 由您承办，{ $count } 件（最急的在前）
own-todo-secretary = 等信箱处理，{ $count } 件。请到工作群里办理，群内发送 /todo 可逐件打开。
own-todo-manager = 需要您过问，{ $count } 件（超期、督办、多次重新办理）
own-todo-more = 还有 { $count } 件。
own-button-more = 下一页
own-button-open = 打开 { $number }
own-button-sign = 签收 { $number }
own-button-look = 查看 { $number }

own-extension-waiting = { $number } 的延期申请已经交上去了，正在等信箱专员答复，不用再次申请。
