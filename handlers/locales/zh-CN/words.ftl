# The domain's own words, one text for each value of each enumeration: <enumeration>-<value>.

state-draft = 草稿
state-submitted = 待受理
state-accepted = 已受理
state-assigned = 待签收
state-in_progress = 办理中
state-reported = 待审核
state-answered = 已答复
state-closed = 已办结
state-suspended = 挂账
state-declined = 不予受理
state-merged = 并案
state-withdrawn = 已撤回

# The same states as the raiser is told them: what it means for them.
state-raiser-submitted = 已收到，等待受理
state-raiser-accepted = 已受理，正在安排
state-raiser-assigned = 已交承办部门，等待签收
state-raiser-in_progress = 承办部门正在办理
state-raiser-reported = 承办部门已办完，正在审核答复
state-raiser-answered = 已答复，等您评价
state-raiser-closed = 已办结
state-raiser-suspended = 挂账推进，按计划逐步解决
state-raiser-declined = 不予受理，理由已告知
state-raiser-merged = 已与同一事项合并办理
state-raiser-withdrawn = 您已撤回

grade-urgent = 特急
grade-priority = 紧急
grade-normal = 一般
grade-complex = 疑难

kind-inquiry = 咨询
kind-help = 求助
kind-complaint = 投诉
kind-suggestion = 建议意见
kind-report = 检举控告
kind-thanks = 感谢

naming-named = 实名
naming-hidden = 隐名
naming-anonymous = 匿名

role-raiser = 反映人
role-secretary = 信箱专员
role-owner = 承办人
role-manager = 领导
role-admin = 管理员
role-system = 信箱

source-chat = 信箱
source-hotline = 专线电话
source-box = 意见箱
source-visit = 来访走访
source-letter = 来信
source-onsite = 现场办公
source-campaign = 征集
source-survey = 问卷
source-policy = 政策宣讲

outcome-supported = 支持
outcome-explained = 解释说明
outcome-refused = 不予支持

satisfaction-satisfied = 满意
satisfaction-fair = 基本满意
satisfaction-unsatisfied = 不满意
satisfaction-none = 未评价

light-green = 🟢
light-yellow = 🟡
light-red = 🔴
light-word-green = 绿
light-word-yellow = 黄
light-word-red = 红
provisional = 暂定
nobody = （未指定）
hidden-raiser = 员工 A
anonymous-raiser = 匿名员工

weekday-mon = 周一
weekday-tue = 周二
weekday-wed = 周三
weekday-thu = 周四
weekday-fri = 周五
weekday-sat = 周六
weekday-sun = 周日
when-moment = { $month }月{ $day }日（{ $weekday }）{ $clock }
when-day = { $month }月{ $day }日
when-day-clock = { $month }月{ $day }日 { $clock }
when-date = { $year }年{ $month }月{ $day }日
date-missing = 没有看到日期。请写上，例如：3天、12月5日、6月底、下周五、2026-12-05。
date-unread = 没有看懂“{ $unread }”。请只写一个日期，例如：3天、12月5日、6月底、下周五、2026-12-05。
date-past = { $date } 已经过去，请写以后的日期。
date-past-this-year = { $date } 已经过去。请写以后的日期；指明年的，请写上年份：{ $next }。
when-provisional = { $moment }（暂定，待次年放假安排公布后核对）
when-passed = { $moment }（已过）
when-left-days = 还剩 { $days } 个工作日
when-left-hours = 还剩 { $hours } 小时
when-left-now = 还剩不到 1 小时
when-late-days = 已超期 { $days } 个工作日
when-late-hours = 已超期 { $hours } 小时
when-late-now = 刚过时限

action-submit = 提交
action-accept = 受理
action-decline = 不予受理
action-merge = 并案
action-transfer = 转办
action-assign = 派单
action-sign_for = 签收
action-hand_back = 退回
action-note_progress = 报进展
action-pass_progress = 转告进展
action-request_extension = 申请延期
action-grant_extension = 延期
action-refuse_extension = 不同意延期
action-report = 报结
action-pass_on = 转发答复
action-send_back = 退回重办
action-answer = 答复
action-reply = 回复
action-note = 内部备注
action-recall = 撤回消息
action-revise = 修改
action-supplement = 补充
action-urge = 催办
action-withdraw = 撤回
action-rate = 评价
action-reopen = 重新办理
action-appeal = 申诉
action-request_review = 申请复查
action-suspend = 挂账
action-resume = 恢复办理
action-meet_milestone = 完成节点
action-close = 办结
action-supervise = 督办
action-answer_supervision = 答复督办
action-recategorise = 改类别
action-regrade = 改紧急程度
action-ask_reveal = 请求公开姓名
action-release = 恢复单独办理
action-reveal = 公开姓名
