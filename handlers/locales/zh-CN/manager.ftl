# What a manager asks for and says: the digest at any time, going down to one ticket, instructions; and the ledger.

manager-no-digest = 周报给领导和信箱专员看，您目前没有这个身份。您自己反映的事项，发送 /my 查看。
manager-no-ledger = 台账给领导和信箱专员看，您目前没有这个身份。您自己反映的事项，发送 /my 查看。
manager-not-yours = 这件事项不在您的范围内。
manager-not-your-unit = 这个单位不在您的范围内。
manager-no-unit = 没有找到“{ $name }”这个单位。可以不写单位，直接发送命令。
manager-no-supervise = 督办由领导提出，您目前没有这个身份。
manager-sent = 已在下面发出。
manager-no-later = 已经是最新的一周了。
manager-no-earlier = 再往前没有数字了。

manager-below = { $unit }的下级单位
    { $span }
manager-below-line = { $name }：新增 { $new } · 在办 { $open } · 超期 { $overdue } · 综合 { $score }
manager-below-none = { $unit }没有下级单位。

manager-browse = { $unit }及下级：在办 { $count } 件
manager-browse-none = { $unit }及下级目前没有在办事项。
manager-filter-all = 全部在办
manager-filter-late = 超期
manager-filter-again = 二次办理
manager-filter-told = 督办
manager-filter-done = 近 30 天办结
manager-filter = { $name } { $count }
manager-list = { $unit }：{ $name }（{ $count } 件，第 { $page }／{ $pages } 页）
manager-list-none = { $unit }：{ $name }，目前没有。
manager-list-line = { $light } { $number } { $title }
    { $unit } · { $state }{ $when }
manager-list-when = {" "}· { $when }
manager-before = 上一页
manager-after = 下一页

manager-story = { $number } · { $state }
manager-story-unit = 单位：{ $unit }
manager-story-category = 类别：{ $category }
manager-story-grade = 紧急程度：{ $grade }
manager-story-owner = 承办：{ $owner }
manager-story-submitted = 反映时间：{ $at }
manager-story-due = 办结时限：{ $at }
manager-story-rating = 评价：{ $satisfaction }
manager-story-again = 重新办理 { $times } 次
manager-story-happened = 经过
manager-story-line = { $at } { $who } { $action }
manager-story-said = { $line }：{ $text }
manager-story-files = 附件 { $count } 个
manager-button-files = 查看附件
manager-files = { $number } 的附件
manager-files-none = 这件事项没有附件。

manager-choose = 督办哪一件？点下面的编号，或者直接发编号、关键词。
manager-choose-again = 没有找到“{ $text }”。请发编号（如 { $example }），或者换一个关键词。
    要反映自己的问题，请先点“取消”再写。
manager-choose-many = 找到这些，督办哪一件？
manager-choose-button = { $number } { $title }
manager-instruct = 对 { $number } { $title }
    请写下督办要求，会发给信箱专员和承办人。{ $days } 天内答复您；写了更早的期限（如“周五前”“三天内”）就按您写的。
manager-words-only = 督办要求请用文字写，图片和文件不能代替。
manager-too-long = 督办要求请控制在 { $most } 字以内，现在有 { $found } 字。
manager-told = 督办已发给信箱专员{ $owner ->
    [yes] 和承办人
   *[no] {""}
}，要求 { $date }前答复。答复会发到这里。
manager-confirm = 把这句话作为对 { $number } 的督办发出吗？
    “{ $text }”
manager-which = 把这句话作为督办发给哪一件？
    “{ $text }”
manager-which-none = 目前没有在办的事项，没有发出。
manager-button-give = 作为督办发出
manager-instructed = 已作为对 { $number } 的督办发出：“{ $text }”
manager-confirm-gone = 没有找到要发出的内容，请重新回复那条消息。
manager-reply-empty = 要对 { $number } 提督办，请用文字回复这条消息。

manager-answer = 答复 { $manager }的督办：{ $number } { $title }
    要求：{ $text }
    请写下答复，会直接发给领导。
manager-answered = 答复已发给领导。
manager-answered-already = 这条督办已经答复过了。
manager-answer-empty = 请用文字写答复，可以附图片或文件。
manager-answer-not-yours = 督办由信箱专员或承办人答复。

manager-ledger = { $unit }台账：{ $range }，共 { $count } 件
manager-ledger-hint = 只要其中一部分：/ledger 状态:未办结 类别:食堂 时间:上月
manager-ledger-none = { $unit }：{ $range }没有反映事项。
manager-ledger-none-narrowed = { $unit }：没有符合“{ $words }”的事项。
manager-ledger-filter = 没有看懂“{ $word }”。可以这样筛选：/ledger 单位:一分厂 状态:未办结 类别:宿舍 渠道:热线 时间:3月，也可以再加要找的词。
manager-range-week = 本周
manager-range-month = 本月
manager-range-year = 今年
manager-range-all = 全部
ledger-name = 台账 { $unit } { $from }至{ $to }.xlsx
ledger-sheet = 台账
ledger-notes = 说明
ledger-column-no = 序号
ledger-column-number = 编号
ledger-column-source = 来源渠道
ledger-column-raised = 反映时间
ledger-column-unit = 单位
ledger-column-name = 反映人
ledger-column-contact = 联系方式
ledger-column-category = 类别
ledger-column-grade = 紧急程度
ledger-column-title = 问题摘要
ledger-column-body = 问题详情
ledger-column-accepted = 受理时间
ledger-column-owner_unit = 承办单位
ledger-column-owner = 承办人
ledger-column-measures = 整改措施
ledger-column-due = 完成时限
ledger-column-progress = 办理进展
ledger-column-answer = 答复内容
ledger-column-closed = 办结时间
ledger-column-state = 状态
ledger-column-overdue = 是否超期
ledger-column-satisfaction = 满意度
ledger-column-again = 是否二次办理
ledger-column-instructed = 督办领导
ledger-column-remarks = 备注
ledger-yes = 是
ledger-no = 否
ledger-cut = 本格原文 { $count } 字，表格放不下，后面的已略去。
ledger-remark-kind = { $kind }
ledger-remark-outcome = { $date } 答复：{ $outcome }
ledger-remark-ground = 不予受理：{ $ground }
ledger-remark-merged = 并入 { $number }
ledger-remark-urged = 催办 { $times } 次
ledger-remark-extended = 延期 { $times } 次
ledger-remark-again = 重新办理 { $times } 次
ledger-remark-provisional = 时限暂定
ledger-about-scope = { $unit }及下级单位，反映时间 { $from } 至 { $to }
ledger-about-narrowed = 筛选条件：{ $words }
ledger-about-names = 反映人：实名的显示姓名和联系方式；隐名、匿名的任何人都看不到。
ledger-about-no-names = 反映人：只显示实名、隐名、匿名，姓名由信箱专员掌握。
ledger-about-restricted = 检举控告另行办理，不在本表。
ledger-about-cut = { $count } 个单元格超过表格的长度，末尾已注明略去。
