mine-not-yours = 没有找到这件反映，或者它不是您提交的。凭查询码查询的，请重新发一次查询码。
mine-none = 您还没有提交过反映。有事直接写下来就可以。
    如果手里有 12 位查询码，直接发来即可查询。
mine-unsent = 另有一份写好还没有提交，发送 /start 可以看到。
mine-list = 您的反映共 { $count } 件（第 { $page }/{ $pages } 页），点按钮查看详情：
mine-list-line = { $number } { $title }
    { $state }
mine-head = { $number } · { $state }
mine-who = 办理：{ $who }
mine-desk = { $unit }书记信箱
mine-who-restricted = 专门人员单独办理
mine-by-accept = 最迟 { $due } 答复您是否受理
mine-by-accept-passed = 原定 { $due } 答复您是否受理，还没有做到，让您久等了
mine-by-rating = 请在 { $due } 前评价
mine-by-review = { $date }前会告诉您进展
mine-by-review-passed = 原定 { $date } 告诉您进展，还没有做到，让您久等了
mine-story = 经过：
mine-story-earlier = （更早的 { $count } 条略）
mine-line = { $what }：{ $text }
mine-answer = 答复（{ $outcome }）：
    { $text }

mine-did-submit = 提交
mine-did-accept = 受理
mine-did-decline = 不予受理
mine-did-merge = 与同一事项的反映合并办理
mine-did-transfer = 转到
mine-did-assign = 交承办部门
mine-did-sign_for = 承办部门签收
mine-did-pass_progress = 进展
mine-did-grant_extension = 延期
mine-did-answer = 答复
mine-did-pass_on = 答复
mine-did-reply = { $desk }
mine-did-supplement = 补充
mine-did-urge = 催办
mine-did-withdraw = 撤回
mine-did-rate = 评价
mine-did-explain = 评价说明：{ $text }
mine-did-reopen = 重新办理
mine-did-appeal = 申诉
mine-did-request_review = 申请复查
mine-did-suspend = 挂账推进
mine-did-resume = 恢复办理
mine-did-meet_milestone = 完成一步
mine-did-close = 办结
mine-did-release = 恢复单独办理
mine-did-reveal = 同意公开姓名

mine-button-supplement = 补充
mine-button-urge = 催办
mine-button-rate = 评价
mine-button-reopen = 没有解决，重新办理
mine-button-request_review = 申请复查
mine-button-appeal = 申诉
mine-button-withdraw = 撤回
mine-button-withdraw-yes = 确认撤回
mine-button-withdraw-sure = 确实要撤回
mine-button-keep = 不撤回
mine-button-why = 说明原因
mine-button-send = 照样发
mine-button-reword = 改一改
mine-button-bind = 以后的答复发到这里

mine-ask-supplement = 请发来要补充到 { $number } 的文字、照片或文件，可以连发几条。{ $readers }
mine-added = 已补充到 { $number }。{ $readers }
mine-added-ended = 这件{ $state }。如果需要继续办理，请用下面的按钮，或者另提一件新的反映。
mine-added-rate = 要评价 { $number } 的答复，请点下面的按钮，三下即可。
mine-added-over = 这件{ $state }，补充的内容会留在记录里，但不会重新办理。要继续反映，直接发一条新消息即可另提一件。
mine-urged-toast = 已催办
mine-urged = { $number } 的催办已转告{ $desk }。下个工作日可以再催。
mine-urged-owner = { $number } 的催办已转告{ $desk }和承办部门。下个工作日可以再催。
mine-ask-withdraw = 撤回 { $number }（{ $title }）后就不再办理，也不能恢复。确认撤回吗？
mine-ask-withdraw-code = 您是凭查询码查看的。撤回 { $number } 不能恢复，反映人接入了信箱的会收到通知。确实要撤回吗？
mine-withdrawn = { $number } 已撤回，不再办理。有需要可以随时另提一件。
mine-kept = { $number } 没有撤回，照常办理。
mine-ask-reopen = { $number } 哪里没有解决？请写一条，收到就重新办理。
    { $readers }请不要写能认出您的内容。
mine-ask-appeal = 请写一条，说明为什么不同意 { $number } 的不予受理，由{ $unit }重新审核。
    { $readers }
mine-ask-request_review = 请写一条，说明对 { $number } 的答复哪里不认可，由{ $unit }复查。
    { $readers }
mine-reason-in-words = 附件已经收下。还请用文字说明一下原因。
mine-done = { $number } 已{ $action }，办理情况随时可以凭查询码查询。

mine-rate-later = { $number } 还没有答复，收到答复后再请您评价。
mine-rate-soon = 近日
mine-rated = { $number } 的评价已收到，谢谢。
mine-rated-reopened = 已重新办理。
mine-rated-reopened-managers = 已重新办理。领导也会看到这件，看不到您是谁。
mine-ask-why = 没有让您满意，对不起。{ $number } 哪里还没有解决？写一条就行，不写也照样重新办理。
    { $readers }
mine-explained = 已转给{ $desk }，{ $number } 重新办理时会一并考虑。
mine-held = 您写给 { $number } 的内容里有{ $traces }，可能让人认出您，还没有发出。可以照样发，也可以改一改。
mine-held-sent = 已照样发出。
mine-held-first = 上面还有一条没有发出，请先点“照样发”或“改一改”。这一条也还没有发出，之后请再发一次。
mine-ask-reword = 请重新写给 { $number } 的这一条，会代替刚才那段文字；附件保留。
mine-reword-words = 请用文字写，附件先不收。

mine-revealed = 已同意，{ $desk }可以看到您的姓名了。{ $number } 继续办理。
mine-hidden = 好的，不公开。{ $number } 照常办理。
mine-reveal-answered = 您已经答复过了，不用再点。

mine-bound-toast = 好的，以后发到这里
mine-bound = 以后 { $number } 的每一步和答复都会发到这里，不用再查。
mine-bound-already = { $number } 的答复已经发到这里了。
mine-thread-bound = 反映人已凭查询码接入信箱，此后的答复直接发到其聊天，不必再电话转告。

code-ask = 请发来 12 位查询码，大小写和空格都可以。
code-none = 这不像查询码。查询码是 12 位字母和数字，例如 ABCD EFGH JK23 的样子。
code-mistyped = 查询码里有一处不对，请对照原件核对后再发一次。（没有字母 O、I、L 和数字 0、1）
    这条没有当作反映内容；如果它就是您要反映的，请连同几句话一起写。
code-unknown = 没有这个查询码对应的反映。请对照原件核对；重新发过查询码的，以新的为准。
code-wait = 连续几次都没有查到，请过一小时再试。查询码丢失的，可以联系信箱专员。
code-locked = 今天没有查到的次数太多，这个账号的查询码功能已停用一天。查询码丢失的，请联系信箱专员。
code-left-out = 您写的查询码没有记下，也不会发给任何人（文字里换成了 ••••）。只发来查询码，就能查看那一件。
code-button-open = 查看 { $number }
