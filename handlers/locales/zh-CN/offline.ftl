# The other doors: hotline, visits, paper boxes, letters; places and posters.

off-log-ask = 记录一件（{ $source }），反映人：{ $contact }
    请写下反映的内容，可以附照片。来源不对请点下面改。
off-contact-none = 未留姓名和联系方式
off-contact-hidden = 不留姓名
off-preview = 请核对：
    来源：{ $source }
    反映人：{ $contact }
    单位：{ $unit }
    类别：{ $category }
    性质：{ $kind }

    { $text }

    还有内容请接着发，都会并进来。
off-preview-report = 内容像检举控告：将单独办理，只进受限的工作群，不检索、不通报。不是的话请改性质。
off-preview-report-homeless = 内容像检举控告，但还没有登记受限的工作群：提交后由管理员指定去处。不是的话请改性质。
off-button-submit = 提交
off-button-unit = 单位：{ $now }
off-button-category = 类别：{ $now }
off-button-kind = 性质：{ $now }
off-button-source = 来源：{ $now }
off-button-hide-name = 不留姓名
off-button-show-name = 留姓名
off-button-again = 重写
off-button-back = ‹ 返回
off-again = 内容已清空，请重新写。
off-pick-unit = 是哪个单位的？
off-pick-category = 是哪一类？
off-pick-kind = 是什么性质？
off-pick-source = 从哪里来的？
off-submitted-toast = { $number } 已登记。
off-submitted = 已登记，编号 { $number }。
    { $title }
    最迟 { $due } 答复是否受理。
off-code = { $number } 的查询码（只显示这一次，请念给或抄给反映人）：{ $code }
    凭查询码，反映人可以在任何账号上查询、补充、评价本件。
off-code-ask = 重发 { $number } 的查询码？原来的查询码会立即失效。
off-button-new-code = 重发
off-code-new = { $number } 的查询码已重发，原来的已失效。

off-has-chat = 反映人有聊天账号，这一步由反映人自己来做。
off-ask-add = { $number } 反映人补充了什么？请写一条，可以附照片。
off-ask-reopen = { $number } 为什么没有解决？请写一条。
off-ask-appeal = { $number } 反映人为什么不同意不予受理？请写一条。
off-ask-up = { $number } 反映人为什么申请复查？请写一条。
off-added = { $number } 已补充。
off-went-up = { $number } 已按反映人的意见报上级单位。
off-rate-by = 回访时代为填写
off-rated = { $number } 的评价已记下。

off-kind-box = 意见箱
off-kind-place = 海报地点
off-boxes-head = 意见箱和海报地点：
off-boxes-none = 还没有登记意见箱或海报地点。
off-box = · { $name }（{ $kind }，{ $unit }）保管人：{ $keeper }
off-boxes-how = 添加：/boxes + 名称 类型 保管人，例如：/boxes + 东门意见箱 意见箱 王师傅
    移除：/boxes - 名称
off-button-add = 添加
off-button-poster = 打印海报：{ $name }
off-place-ask = 请写：名称 类型 保管人，中间空格，例如：东门意见箱 意见箱 王师傅
    类型写“意见箱”或“地点”；是下级单位的，再写上单位名称。
off-place-twice = { $unit }已经有“{ $name }”了，请换一个名称。
off-place-added = 已登记{ $kind }“{ $name }”（{ $unit }）。
off-place-retired = “{ $name }”已移除，原有的件不受影响。
off-place-unknown = 没有名为“{ $name }”的意见箱或海报地点。发送 /boxes 可以看到全部。
off-poster-ask = 打印哪里的海报？
off-poster-coming = 海报马上发到这里。
off-poster = “{ $name }”的海报，A4 打印张贴即可。扫码后单位会自动选好。

import-wrong-formula = 有单元格是公式，请换成文字
import-wrong-unit = 没有单位“{ $name }”。{ $near }
import-wrong-category = 没有类别“{ $name }”。{ $near }
import-wrong-grade = 没有紧急程度“{ $name }”
import-wrong-source = 没有来源渠道“{ $name }”
import-wrong-number = 编号“{ $number }”不对
import-wrong-empty = 问题摘要和问题详情都是空的
import-wrong-long = 问题详情超过 { $most } 字
import-same = 已经有了：{ $number }
import-wrong-unknown = 没有编号为“{ $number }”的反映，或者它不在这个单位
import-wrong-state = 状态是“{ $state }”，不能再改类别或紧急程度
import-wrong-done = 状态是“{ $state }”，已经办完的不导入
import-wrong-closed-unstated = 填了办结时间“{ $closed }”，没有写状态。已经办完的，状态写“已办结”（不导入）；还在办的，状态写“待受理”。整批都一样的，加 --unstated finished 或 --unstated open
import-wrong-answered-unstated = 填了答复内容，没有写状态。已经办完的，状态写“已办结”（不导入）；还在办的，状态写“待受理”。整批都一样的，加 --unstated finished 或 --unstated open
import-wrong-closed-open = 状态是“{ $state }”，却填了办结时间“{ $closed }”，请改对其中一个
import-wrong-finished = 填了办结时间或答复内容，按已办完不导入
import-anonymous = 反映人不愿留名，按匿名导入，联系方式没有导入
import-line = 第 { $line } 行
import-kept = 台账原有记录：
    { $text }
import-wrong-state-word = 不认识状态“{ $name }”
import-wrong-several = “{ $name }”有 { $count } 个，没有导入这一行。请写全其中一个：{ $choices }
