menu-campaigns = 征集活动
menu-campaign = 办征集

campaign-gone = 没有这项征集，或者它不是发给您单位的。
campaign-none = 最近没有面向您单位的征集。
campaign-list = 征集活动：
campaign-see-below = 见下方
campaign-closed = 征集已经截止。
campaign-closed-raise = 征集已经截止，您写的还在。可以取消后直接发给我，作为一件建议反映。
campaign-ask-propose = “{ $title }”：请写您的建议，可以分几条发，可附照片；写完看一遍再提交。
campaign-preview = 您的建议，请看一遍：
campaign-hidden = 隐名：只有信箱系统知道您是谁，信箱专员和其他人都看不到。
campaign-named = 实名：信箱专员看得到您的姓名，其他人看不到。
campaign-traces = 提醒：内容里有{ $traces }，大家都看得到这条建议，可能让人认出您。可以取消后重新写，也可以就这样提交。
campaign-no-contact = 名片没有收下：建议大家都看得到，不带姓名和电话。请把要提的写成文字。
campaign-button-submit = 提交
campaign-button-name = 改为实名
campaign-button-hide = 改为隐名
campaign-button-propose = 我要提建议
campaign-button-look = 看大家提的
campaign-button-open = { $place } 号（附议 { $count }）
campaign-button-second = 附议
campaign-submitted-toast = 已提交
campaign-submitted = 已提交“{ $title }”的第 { $place } 号建议。采纳与否、办得怎样，都会告诉您。
campaign-proposals = “{ $title }”的建议 { $count } 条，附议多的在前：
campaign-proposal-line = { $place } 号 · 附议 { $count } · { $text }
campaign-proposal-gone = 没有这条建议了。
campaign-one = 第 { $place } 号建议（附议 { $count }）
    { $text }
campaign-seconded = 已附议，再按一次收回
campaign-unseconded = 已收回附议
campaign-rated = 谢谢您的评价
campaign-rated-before = 您已经评价过
campaign-rate-satisfied = 满意
campaign-rate-fairly = 基本满意
campaign-rate-dissatisfied = 不满意

campaign-kept = 征集 { $count } 项
campaign-state-draft = 未发出
campaign-state-open = 征集中
campaign-state-closed = 已截止
campaign-button-new = 新的征集
campaign-button-gather = 归并成举措
campaign-button-drop = 不采纳
campaign-button-book = 导出清单
campaign-button-close = 现在截止
campaign-button-publish = 公布举措和进展
campaign-button-judge = 请大家评价
campaign-ask-title = 请写征集的标题，第二行起写说明，例如：
    我为群众办实事
    请提您最盼着解决的一件事。
campaign-ask-until = 哪天截止？例如：3月20日、下周五、10天
campaign-sent-already = 这项征集已经发出。
campaign-head = “{ $title }”（{ $state }）
campaign-funnel = 征集 { $proposals } → 归并 { $gathered } → 立项 { $measures } → 公布 { $published } → 完成 { $done } → 测评 { $rated }
campaign-mark-gathered = ✓
campaign-measures = 举措：
campaign-ask-gather = 哪几号归并成一项举措？请写：编号 | 举措 | 责任人 | 期限 | 预期成效，例如：
    1、3 | 食堂增设夜宵窗口 | 王建国 | 6月30日 | 夜班吃上热饭
campaign-gathered-as = 已列入举措：{ $title }
    责任人：{ $owner }　期限：{ $date }
campaign-gather-unread = 请至少写编号和举措，例如：1、3 | 食堂增设夜宵窗口
campaign-numbers = 有的编号没有，或者已经归并、不采纳。
campaign-numbers-unread = 编号没有看懂：“{ $words }”。请写成：1、3
campaign-ask-drop = 哪几号不采纳？请写：编号 | 理由，提建议的人会收到理由。
campaign-drop-why = 请写明理由，例如：2 | 与消防要求不符
campaign-closed-now = 已截止
campaign-told = 【征集】{ $title }
    截止 { $date }，{ $units } · { $house }
campaign-published = 【举措公布】{ $title }
    { $units } · { $house }
campaign-progress = 【举措进展】{ $title }
    { $units } · { $house }
campaign-no-measures = 还没有举措：请先用“归并成举措”把建议归并，再公布。
campaign-ratings = 群众评价：{ $ratings }
campaign-picture-count = { $whole } 项举措，已办完 { $struck } 项
campaign-picture-who = { $owner } · 期限 { $due }
campaign-picture-rest = 还有 { $count } 项，见附件表格。
campaign-picture-foot = { $house } · { $date }
campaign-judge = 【请评价】{ $title }：办得怎么样？
    { $units } · { $house }
campaign-gathered = 您的第 { $place } 号建议已采纳，列入举措：{ $title }
campaign-dropped = 您的第 { $place } 号建议这次没有采纳：{ $reason }
campaign-measure-done = 您的第 { $place } 号建议有了结果，举措已办完：{ $title }
campaign-register = { $title } 办实事项目清单

campaign-column-no = 序号
campaign-column-project = 项目名称
campaign-column-from = 项目来源
campaign-column-need = 群众需求
campaign-column-measure = 具体举措
campaign-column-effect = 预期成效
campaign-column-leader = 责任领导
campaign-column-lead = 牵头单位
campaign-column-support = 配合单位
campaign-column-owner = 责任人
campaign-column-due = 完成时限
campaign-column-progress = 进展情况
campaign-column-share = 完成率
campaign-column-rating = 群众评价
campaign-column-published = 公示情况
campaign-column-remark = 备注
