case-no-category = 未分类
case-no-date = 时限待定
case-restricted = 检举控告
case-title-files = （{ $files }）
case-files = （附件）
reader-desk = 信箱专员
reader-desk-restricted = 专门人员
reader-owner = 承办部门
reader-managers = 领导
readers-and = { $some }和{ $last }
readers-nameless = { $readers }会看到，看不到您是谁。
readers-named = { $readers }会看到；您的姓名只有{ $desk }看得到。
readers-desk = { $readers }会看到。

case-refused-state = { $number } 现在是“{ $state }”，不能{ $action }。
case-refused-urged = { $number } 已经催办过，也转告过了，下个工作日可以再催。{ $promise }
case-refused-merge = 不能并入 { $number }：它就是本件，或已经不在办理中。
case-refused-restricted = 检举控告件单独办理，不能并案。
case-refused-same-unit = 本件已经在{ $unit }。
case-refused-no-desk = { $unit }还没有能接这类件的工作群，没有转办。请管理员先登记。
case-refused-no-owner = 这个人现在不是承办人，请重新选择。
case-refused-about-owner = 本件涉及{ $owner }或其单位，按规定不能交其承办，请另选承办人。
case-refused-handback = { $number } 不能再退回：首接负责，退回只限一次，二次派单后不再退回。可以请信箱专员协调。
case-refused-handback-late = { $number } 派单已超过一个工作日，不能退回了。可以请信箱专员协调。
case-refused-extended = { $number } 已经延期过一次，不能再延。确实需要更长时间的，请商信箱专员挂账。
case-refused-extension-date = 不能延到 { $date }：新的时限应晚于现在的时限，最迟不超过{ $limit }。
case-refused-extension-over = { $number } 超期已久，能延的天数也过了，不能再延。确实需要更长时间的，请商信箱专员挂账。
case-refused-late = { $number } 办结已超过 { $days } 天，不能重新办理了。可以另提一件新的反映，并写上这个编号。
case-refused-appealed = { $number } 已经申诉过一次，不能再次申诉。
case-refused-reviewed = { $number } 已经过复查、复核，答复为最终答复。
case-refused-reveal = 只有隐名反映可以请求公开姓名；实名的已经可见，匿名的不询问。

case-receipt = 已收到，编号 { $number }。
    { $title }

    由{ $desk }书记信箱受理，最迟 { $due } 答复您是否受理。此后每一步都会在这里告诉您，不用专门来查。
    { $naming }
case-receipt-restricted = 已收到，编号 { $number }。
    { $title }

    由专门人员单独受理，日常工作群里看不到，最迟 { $due } 答复您是否受理。此后每一步都会在这里告诉您，不用专门来查。
    { $naming }
case-receipt-named = 实名：信箱专员看得到您的姓名，不会转给承办部门。
case-receipt-hidden = 隐名：信箱专员看到的是“员工 A”，承办部门和领导也看不到您。信箱专员想知道您是谁，得先问您，您可以不同意。
case-receipt-anonymous = 匿名：不显示姓名和账号，信箱专员、承办部门、领导都看不到，也不会来问您是谁；答复照样发到这里。
case-receipt-named-restricted = 实名：只有受理这类反映的专门人员看得到您的姓名。
case-receipt-hidden-restricted = 隐名：专门人员看到的是“员工 A”，别人看不到这件。专门人员想知道您是谁，得先问您，您可以不同意。
case-receipt-anonymous-restricted = 匿名：不显示姓名和账号，专门人员也看不到，也不会来问您是谁；答复照样发到这里。
case-receipt-code = 查询码（只显示这一次，请保存）：{ $code }
    凭查询码，任何人都可以在任何账号上查询、补充、评价本件。
case-button-copy-code = 复制查询码
case-button-supplement = 补充
case-button-open = 查看进展
case-button-appeal = 申诉
case-button-reopen = 没有解决，重新办理
case-button-story = 查看全过程
case-button-answer-instruction = 答复督办
case-button-stay-hidden = 不同意
case-button-reveal = 同意公开姓名
case-promise = 最迟 { $due } 给您答复。
case-promise-passed = 原定 { $due } 答复，没有做到，让您久等了。有新的日期或结果，马上在这里告诉您。
case-promise-none = 答复的日期定下后，马上在这里告诉您。

case-accepted = { $number } 已受理，正在安排承办部门。
    { $promise }
case-accepted-restricted = { $number } 已受理，由专门人员办理。
    { $promise }
case-assigned = { $number } 已受理，交{ $unit }承办。
    { $promise }
case-handed-over = { $number } 已交{ $unit }承办。
    { $promise }
case-reassigned = { $number } 改由{ $unit }承办。
    { $promise }
case-declined = { $number } 未予受理。
    理由：{ $ground }
case-declined-instead = 您可以：{ $instead }
case-declined-appeal = 如不同意，可以申诉一次。
case-merged = { $number } 与另一件同样事项的反映合并办理，它的答复会同样发给您。互相看不到是谁反映的。
    { $promise }
case-released = { $number } 原来与另一件合并办理，现在恢复单独办理。
    最迟 { $due } 答复您是否受理。
case-transferred = { $number } 已转{ $unit }办理，内容和经过一并转交。
    最迟 { $due } 答复您是否受理。
case-date-moved = { $number } 的紧急程度有调整，答复时限改为 { $due }。
case-suspended = { $number } 一时难以解决，已挂账推进，不会放下。
    计划：{ $plan }
    { $date }前会告诉您进展。
case-resumed = { $number } 恢复办理。
    { $promise }
case-milestone = { $number } 有进展：{ $title } 已完成。
    { $evidence }
case-reviewed-again = { $number } 挂账推进中，目前的进展：
    { $progress }
    { $date }前再告诉您。
case-progress = { $number } 进展：
    { $text }
case-extended = { $number } 需要延期，新的时限是 { $date }。
    原因：{ $why }
case-reply = { $number } { $desk }：
    { $text }
case-edited-mark = {""}
    （已修改）
case-answer = { $number } 的答复（{ $outcome }）
    { $title }

    { $text }
case-rated = 谢谢您的评价，{ $number } 已办结。
    { $days } 天内如果问题重新出现，可以重新办理。
case-closed = { $number } 已办结。{ $days } 天内如果没有解决，可以重新办理。
case-reopened = { $number } 已重新办理。{ $promise }
case-reopened-managers = 领导也会看到这件，看不到您是谁。
case-appeal = { $number } 的申诉已收到，由{ $unit }重新审核，最迟 { $due } 答复您。
case-request_review = { $number } 的复查申请已收到，由{ $unit }办理，最迟 { $due } 答复您是否受理，最迟 { $end } 给出结论。
case-no-unit-above = { $unit }在信箱里没有上级单位，由它再审核一次；您也可以直接向{ $unit }的上级机关、单位提出。
case-ask-reveal = { $number } { $desk }想请您告知姓名，只用来办这件。
    理由：{ $why }
    告不告知由您定；不告知，照样办理、照样答复。
case-withdrawn-by-code = { $number } 已凭查询码撤回，不再办理。如果不是您撤回的，请另提一件并写上这个编号；查询码请不要给别人看。

rating-head = 请评价 { $number }（{ $by }前，点三下即可）
rating-contacted = 1. 有人联系过您吗？
rating-contacted-yes = 联系过
rating-contacted-no = 没有
rating-solved = 2. 问题解决了吗？
rating-solved-yes = 解决了
rating-solved-partly = 部分解决
rating-solved-no = 没有解决
rating-satisfaction = 3. 您满意吗？
rating-satisfaction-satisfied = 满意
rating-satisfaction-fair = 基本满意
rating-satisfaction-unsatisfied = 不满意
rating-reopened = 评价为没有解决或不满意

case-card-raiser = 反映人：
case-card-naming = 方式：
case-card-source = 来源：
case-card-unit = 单位：
case-card-category = 类别：
case-card-kind = 性质：
case-card-grade = 紧急程度：
case-card-notice = 关于通知：
case-card-owner = 承办：
case-card-submitted = 反映时间：
case-card-due-accept = 受理时限：
case-card-due-sign = 签收时限：
case-card-due-first_answer = 首次回复时限：
case-card-due-done = 办结时限：
case-card-due-rating = 评价时限：
case-card-due-supervise = 督办时限：
case-card-due-milestone = 挂账跟进：
case-card-similar = 相似件：
case-card-project = 项目：
case-card-rating = 评价：
case-card-moved = { $number } 已转{ $unit }办理。
    { $title }

    全部内容和经过已一并转去，本群不再办理。
case-moved-away = 已转出
case-card-answer = 答复：{ $text }
case-mark-again = 二次办理
case-mark-supervised = 督办
case-mark-danger = 人身危险
case-mark-restricted = 检举控告
case-mark-about-owner = 涉及承办人
case-mark-urged = 催办 { $times } 次

case-thread-files = 反映人发来的附件：
case-told = 已发给反映人
case-told-call = 反映人没有接入信箱，请按留下的联系方式转告
case-told-by-code = 反映人没有接入信箱，也没有留下联系方式，凭查询码查询时会看到
case-thread-supplement = 反映人补充：
    { $text }
case-thread-revised = 反映人修改了上面这条，原文留在记录里。改为：
    { $text }
case-thread-head = ▪ { $who } { $when }
case-thread-urged = 反映人催办（第 { $times } 次）。
case-thread-withdrawn = 反映人撤回了本件。
case-thread-declined = 不予受理：{ $ground }（{ $told }）
case-thread-released = 主件 { $main } 已由其反映人撤回，本件恢复单独办理，请在 { $due } 前受理，也可以并入其他件。
case-thread-follower-supplement = 并入的 { $number } 补充（回复这条，只发给这位反映人）：
    { $text }
case-thread-follower-revised = 并入的 { $number } 修改了补充的内容，改为：
    { $text }
case-thread-follower-urged = 并入的 { $number } 催办（第 { $times } 次）。
case-thread-merged = 本件并入 { $main }，此后随它答复。
case-thread-merged-here = { $number } 并入本件：{ $title }
case-thread-milestone = 节点“{ $title }”已完成（{ $told }）：
    { $evidence }
case-thread-transferred = 本件转{ $unit }办理。理由：{ $reason }
case-thread-arrived = 由{ $unit }转来。理由：{ $reason }
case-thread-assigned = 已派给{ $owner }。
case-thread-unreachable-owner = { $owner }还没有启用信箱，收不到私聊。请把这个链接发给他，点开按“开始”即可：{ $link }
case-thread-signed = { $owner }已签收。
case-thread-handed-back = { $owner }退回本件，请重新派单。
    理由：{ $why }
case-thread-progress = { $owner }报告进展：
    { $text }
case-thread-extension = { $owner }申请延期到 { $date }。
    理由：{ $why }
case-thread-extended = 已延期到 { $date }。原因和新时限：{ $told }。
case-thread-reported = { $owner }报结，请审核：
    { $text }
case-thread-answered = 答复（{ $outcome }），{ $told }：
    { $text }
case-thread-call-back = 反映人没有接入信箱，请按留下的联系方式转告答复；也可以由其凭查询码查看和评价。
case-thread-rated = 反映人评价：{ $satisfaction }。联系：{ $contacted }；解决：{ $solved }。
case-thread-why = 反映人说明原因：
    { $why }
case-thread-reopened = 重新办理（第 { $times } 次）：{ $why }
    {""}
case-thread-resumed = 恢复办理。{""}
case-thread-back-to = 已交回{ $owner }，等其签收。
case-thread-to-assign = 现在没有承办人，请派单或直接答复。
case-thread-appeal = 反映人对{ $unit }的不予受理提出申诉：
    { $why }
case-thread-request_review = 反映人对{ $unit }的答复申请复查：
    { $why }
case-thread-supervised = { $manager }督办（{ $date }前答复）：
    { $text }
case-thread-instruction-answered = 承办人已答复督办：
    { $text }
case-thread-revealed = 反映人同意公开姓名，卡片已更新。
case-thread-stays-hidden = 反映人不同意公开姓名，按隐名继续办理。

case-owner-urged = 催办：{ $number } { $title }
    反映人希望尽快办理。
case-owner-withdrawn = { $number } { $title }
    反映人已撤回，不用再办。
case-owner-merged = { $number } { $title }
    已并入 { $main }，由信箱专员统一安排，您不用再单独办这一件。
case-owner-date-moved = { $number } { $title }
    紧急程度改为{ $grade }，办结时限改为 { $due }。
case-owner-taken-away = { $number } { $title }
    已改由其他人承办，您不用再办。
case-owner-suspended = { $number } { $title }
    已挂账推进。计划：{ $plan }
case-owner-reviewed-again = { $number } { $title }
    挂账跟进：{ $progress }
    下次跟进：{ $date }
case-owner-answered = { $number } { $title }
    信箱专员已经答复，谢谢。
case-owner-extended = { $number } { $title }
    同意延期到 { $date }。
case-owner-not-extended = { $number } { $title }
    延期没有同意。{ $finish }
case-owner-sent-back = { $number } { $title }
    报结被退回，请继续办理：{ $why }
case-owner-supervised = { $number } { $title }
    { $manager }督办（{ $date }前答复）：{ $text }
case-manager-reopened = { $number } { $title }
    反映人说还没有解决，已重新办理：{ $why }
case-manager-reopened-rated = { $number } { $title }
    反映人评价没有解决或不满意，已重新办理。
case-manager-reopened-again = { $number } { $title }
    反映人第 { $times } 次说没有解决：{ $why }
    请您过问，全过程见下。
case-manager-reopened-again-rated = { $number } { $title }
    反映人评价没有解决或不满意，第 { $times } 次重新办理。
    请您过问，全过程见下。
case-manager-up = { $number } { $title }
    反映人提出申诉或复查：{ $why }
case-manager-answered = 督办答复：{ $number } { $title }
    您的要求：{ $instruction }
    { $who }：{ $text }

own-new = 请承办 { $number }
    { $matter }

    紧急程度：{ $grade }
    请在 { $sign_by } 前签收。{ $finish }
own-again = 请再办一次 { $number }
    反映人说还没有解决：{ $why }

    { $matter }

    紧急程度：{ $grade }
    请在 { $sign_by } 前签收。{ $finish }
own-again-rated = 请再办一次 { $number }
    反映人评价没有解决或不满意。

    { $matter }

    紧急程度：{ $grade }
    请在 { $sign_by } 前签收。{ $finish }
own-resumed = 请继续承办 { $number }，已从挂账恢复办理
    { $matter }

    紧急程度：{ $grade }
    请在 { $sign_by } 前签收。{ $finish }
own-finish = 请在 { $due } 前办完并报结。
own-finish-passed = 原定 { $due } 办结，已经过了，请尽快办完并报结。
own-finish-none = 办完请报结。
own-added = 补充：{ $text }
own-merged = 并入的 { $number }：{ $text }
own-button-sign_for = 签收
own-button-hand_back = 退回
own-button-note_progress = 进展
own-button-request_extension = 申请延期
own-button-report = 报结

desk-button-accept = 受理
desk-button-assign = 转办/派单
desk-button-pass_on = 转发答复
desk-button-send_back = 退回重办
desk-button-answer = 答复
desk-button-grant_extension = 延期
desk-button-decline = 不予受理
desk-button-merge = 并案
desk-button-suspend = 挂账
desk-button-resume = 恢复办理
desk-button-close = 办结
desk-button-more = 更多
desk-button-pass-progress = 转告反映人
desk-button-grant = 同意延期
desk-button-refuse = 不同意

case-sent = 已发给反映人。
case-button-recall = 撤回
