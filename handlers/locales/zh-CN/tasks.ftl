menu-tasks = 督办事项清单
menu-lists = 挂账清单和项目

task-state-open = 办理中
task-state-reported = 待销号
task-state-struck = 已销号
task-state-dropped = 已撤销

task-source-meeting = 会议
task-source-onsite = 现场办公
task-source-instruction = 批示
task-source-checklist = 拉条挂账
task-source-project = 项目
task-source-campaign = 办实事征集
task-source-named = “{ $name }”

task-progress = { $bar } 已销号 { $struck }/{ $whole }
task-line = { $mark } { $title } · { $owner } · { $left }
task-line-over = { $mark } { $title } · { $owner } · { $state }
task-line-relapsed = （反弹）
task-line-due = { $date }前
task-no-date = 未定期限

task-card-head = { $title }（{ $state }）
task-card-aspect = 方面：{ $aspect }
task-card-measure = 措施：{ $measure }
task-card-owner = 责任人：{ $owner }（{ $unit }）
task-card-leader = 责任领导：{ $leader }
task-card-due = 期限：{ $date }
task-card-source = 来源：{ $source }
task-card-relapsed = 反弹 { $count } 次
task-card-files = （附件 { $count } 个）
task-card-note = { $date } { $action }：{ $text }
task-card-note-bare = { $date } { $action }

task-did-give = 交办
task-did-progress = 进展
task-did-report = 申请销号
task-did-strike = 销号
task-did-send_back = 退回
task-did-move = 调整期限
task-did-hand_over = 更换责任人
task-did-drop = 撤销
task-did-relapse = 反弹

task-button-progress = 进展
task-button-report = 申请销号
task-button-strike = 销号
task-button-send_back = 退回
task-button-move = 调整期限
task-button-hand_over = 更换责任人
task-button-drop = 撤销
task-button-relapse = 反弹重办
task-button-files = 看材料
task-button-book = 导出表格
task-button-add = 新增督办事项
task-button-add-more = 继续新增
task-button-further = 更多

task-gone = 没有这件事项，或者它不归您看。
task-not-now = 这件事项现在是“{ $state }”，不能这样做。
task-not-your-own = 您是这件事项的责任人，请由其他信箱专员销号。
task-raiser-first = { $number } 还没有听到反映人的意见：请先答复反映人；评价或两次征询无回音办结后，再销号。
task-relapse-late = 销号已超过一年，请作为新事项登记。
task-see-below = 见下方
task-too-much = 这条没有加进去：文字最多 { $characters } 字，文件最多 { $files } 个。
task-too-many = 一次最多 { $most } 条，请分几次发。
task-empty = 还没有内容，请先写下来。
task-date-why = 请连同原因一起写，例如：3月15日 等配件到货
task-no-files = 这件事项没有附件。
task-sent = 已发出
task-told-owner = 已记下，并转告{ $owner }：{ $title }
task-told-nobody = 已记下：{ $title }。责任人{ $owner }不在信箱里，收不到，请当面告知。
task-which = 这条消息里有几件事项，您这段话是哪一件的？
task-which-was = 记在“{ $title }”上。
task-reply-not-yours = “{ $title }”的进展由责任人和信箱专员写，您这段话没有记下。要提要求，请告诉信箱专员，或用周报里的“督办”。

task-ask-progress = 请写“{ $title }”的进展，可附照片和文件，可分几条发。
task-ask-report = 请写“{ $title }”的完成情况，并附上佐证（照片、文件或说明），可分几条发，确认后才交。
task-ask-send_back = 退回“{ $title }”：请写明还差什么。
task-ask-move = 调整“{ $title }”的期限：请写新期限和原因，例如：3月15日 等配件到货
task-ask-hand_over = “{ $title }”换给谁？请选择，或直接写姓名（不在信箱里的人收不到提醒）。
task-ask-drop = 撤销“{ $title }”：请写明原因。撤销的不再计入清单。
task-ask-new = 请写下督办事项，一行一件，可从表格粘贴：
    方面 | 事项 | 措施 | 责任人 | 期限
    只写事项也可以。
task-preview-progress = “{ $title }”的进展，确认后发给信箱专员：
task-preview-report = “{ $title }”申请销号，确认后交信箱专员审核：
task-send-progress = 发出
task-send-report = 确认申请
task-done-progress = 已记下“{ $title }”的进展。
task-done-report = 已提交“{ $title }”的销号申请，等信箱专员审核。
task-done-send_back = 已退回“{ $title }”。
task-done-drop = 已撤销“{ $title }”。
task-done-move = “{ $title }”的期限改为 { $date }。
    原因：{ $why }
task-done-hand_over = “{ $title }”已交给{ $owner }。
task-done-hand_over-outside = “{ $title }”的责任人改为{ $owner }。这个人不在信箱里，收不到提醒，请当面告知。
task-done-strike = 已销号：{ $title }
task-done-relapse = 已标为反弹，重新办理：{ $title }
task-files = “{ $title }”的材料：

task-given = 有一件事项请您负责：
task-owner-gone = 事项“{ $title }”已改由别人负责，您不用再办。
task-owner-progress = 信箱专员来信：{ $words }
task-owner-send_back = 您的销号申请被退回：{ $words }
task-owner-move = 期限已调整，原因：{ $words }
task-owner-drop = 这件事项已撤销，原因：{ $words }
task-owner-strike = 已销号：{ $title }
task-owner-relapse = 这件事项出现反弹，请重新办理：
task-desk-progress = { $owner }报告“{ $title }”的进展：
    { $words }
task-desk-report = { $owner }申请销号“{ $title }”，请看材料后销号或退回：
    { $words }
task-followed-strike = 清单“{ $list }”又销号一件：{ $title }

task-list = { $unit } · 督办事项 { $count } 件：待销号 { $waiting }，超期 { $late }，三日内到期 { $red }
task-list-own = 您负责的
task-own = 您负责的督办事项 { $count } 件：
task-own-more = 还有 { $count } 件，期限更晚。
task-list-none = 没有未销号的事项。
task-book-coming = 表格马上发出
task-book = { $unit } · 督办事项清单
task-book-narrowed = { $unit } · 督办事项清单（{ $words }）：{ $count } 项
task-filter = 没有看懂“{ $word }”。可以这样筛选：/tasks 单位:一分厂 状态:未销号 来源:会议 时间:3月 期限:本周 责任人:王建国，也可以再加要找的词。
task-entered = 已登记 { $count } 件：
task-owner-outside = （不在信箱里，收不到提醒）
task-date-not-read = 期限没有看懂：{ $text }
task-date-over = （已经过去）
task-over = （写着已经完成：{ $text }）
task-columns = 问题（或事项）、措施、责任人、期限
task-doubts = 有 { $count } 行要您定：期限没有看懂、已经过去，或者写着已经完成。还都没有登记。请改好后整段再发一次，期限写成 3月15日、6月底、下周五 或 5天；也可以照样登记：没有看懂的不设期限，原话记在措施里。
task-button-as-is = 照样登记
task-taken-as-is = 照样登记了，见下方。
task-due-words = （期限原写：{ $due }）

task-remind-owner = 您负责的 { $count } 件事项请留意：
task-remind-manager = { $count } 件督办事项已超期，请您过问：
task-remind-group = 今日督办事项 { $count } 件，其中超期 { $late } 件：
task-remind-more = 还有 { $count } 件，发送 /tasks 查看。

list-kind-checklist = 拉条挂账
list-kind-project = 项目
list-mark-closed = ，已关闭
list-all = { $unit } · 清单 { $count } 份
list-none = 还没有清单。
list-button-new-checklist = 新建拉条挂账
list-button-new-project = 新建项目
list-button-done = 完成录入
list-button-follow = 关注
list-button-unfollow = 取消关注
list-button-enter = 添加
list-button-close = 关闭清单
list-ask-checklist = 请写清单名称，也可以带上责任领导和期限，例如：
    安全隐患整改 | 李副总 | 6月30日
list-ask-project = 请写项目名称，也可以带上责任领导和期限，例如：
    宿舍热水改造 | 李副总 | 6月30日
list-enter-checklist = “{ $name }”：请逐条写问题，一行一条，可分几次发，可从表格粘贴：
    方面 | 问题 | 措施 | 责任人 | 期限
    写完按“完成录入”。
list-enter-project = “{ $name }”：请逐条写节点，一行一条，可分几次发：
    阶段 | 节点 | 措施 | 责任人 | 期限
    写完按“完成录入”。
list-entered = 已录入 { $count } 条，清单共 { $whole } 条：
list-name = 请写清单名称，最多 { $most } 字。
list-gone = 没有这份清单，或者它不归您看。
list-closed-already = 这份清单已经关闭。
list-head = { $name }（{ $kind } · { $unit }）
list-due = 期限：{ $date }
list-counts = { $aspects } 个方面 { $problems } 个问题
list-aspect = 【{ $aspect }】
list-followed = 已关注，每销号一件会告诉您
list-unfollowed = 已取消关注
list-book = { $name }
list-not-finished = 还有 { $count } 件没有销号，不能关闭。
list-closed = 已关闭：{ $name }
list-followed-closed = 清单“{ $list }”已全部办完关闭。

register-supervised-title = { $unit } 督办事项清单
register-checklist-title = { $name } 问题台账
register-project-title = { $name } 项目台账
register-no = 序号
register-matter = 督办事项
register-source = 来源
register-promise = 承诺内容
register-leader = 责任领导
register-unit = 责任单位
register-owner = 责任人
register-due = 完成时限
register-progress = 进展情况
register-struck = 是否销号
register-struck_at = 销号时间
register-evidence = 佐证材料
register-list = 问题来源
register-problem = 问题描述
register-aspect = 问题类别
register-concerned = 涉及单位
register-given = 提出时间
register-lead = 牵头单位
register-goal = 整改目标
register-measure = 整改措施
register-finished = 是否完成
register-struck_by = 销号人
register-remark = 备注
register-yes = 是
register-not = 否

project-ask = { $number } 立为项目：请逐条写节点，一行一条：方面 | 节点 | 措施 | 责任人 | 期限。也可以发一张表格。
project-there = { $number } 已经立项。请从“更多”里的“立为项目”查看和添加。
project-step = 项目节点已完成：{ $title }
project-step-told = 项目节点已完成，并已告知反映人：{ $title }
project-tell = 告知反映人
project-told = 您反映的事项有进展：“{ $title }”已经完成（{ $done }/{ $whole }）。
task-row-refused = { $place }. { $title }：没有登记，{ $why }
