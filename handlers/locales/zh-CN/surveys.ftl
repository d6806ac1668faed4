menu-surveys = 正在进行的问卷
menu-survey = 问卷调查

survey-not-yours = 您没有发问卷的权限：信箱专员和领导可以问自己的单位及以下。
survey-gone = 没有这份问卷。
survey-closed = 问卷“{ $title }”已经结束，谢谢您。
survey-words-not-taken = 您刚才写的没有交。要反映事情，请再发一次。
survey-once = 您已经答过这份问卷，每人一次。
survey-see-below = 见下方
survey-begin-again = 这份问卷还没有开始，请按“开始填写”。
survey-none = 现在没有等您填写的问卷。
survey-list = 等您填写的问卷：
survey-head-line = { $title } · 第 { $place } 题（共 { $whole } 题）
survey-anonymous = 本问卷匿名：只记录您是否答过，答了什么与您没有任何关联，没有人能查到。
survey-named = 本问卷实名：发问卷的人看得到是谁答的。
survey-how-one = （选一项）
survey-how-several = （可选 { $low } 至 { $high } 项）
survey-how-scale = （{ $low } 分到 { $high } 分）
survey-how-text = （请直接写下来）
survey-so-far = 您写的是：{ $text }
survey-mind-names = 请不要写出能认出您自己的内容。
survey-button-start = 开始填写
survey-button-back = 上一题
survey-button-next = 下一题
survey-button-skip = 跳过
survey-button-submit = 提交
survey-button-change = 从头看看
survey-look = “{ $title }”，请看一遍，按“提交”才算数：
survey-not-answered = （未答）
survey-too-many = 最多选 { $most } 项。
survey-answer-first = 请先回答这一题（至少 { $low } 项）。
survey-words-only = 请用文字回答，最多 { $most } 字。
survey-missing = 还有必答的题没有答
survey-thanks-toast = 已提交
survey-thanks = 已提交“{ $title }”，谢谢您。
survey-until = 截止 { $date }

survey-kept = 问卷 { $count } 份
survey-kept-line = { $place }. { $title }（{ $state }，已答 { $count }）
survey-state-draft = 未发出
survey-state-open = 进行中
survey-state-closed = 已结束
survey-button-new = 新的问卷
survey-ask-title = 请写问卷标题；从第二行起可以写几句说明，大家会先看到。已经有整份问卷的，直接发文件（表格或 TOML）。
survey-title-long = 标题最多 { $most } 字。
survey-ask-questions = 请写问题，可以整段粘贴，也可以发一份文件（表格或 TOML），像这样：
    1. 您对食堂满意吗？（单选）
    A. 满意
    B. 不满意 → 3
    2. 您常去哪些窗口？（多选，最多2）
    A. 一号
    B. 二号
    3. 给服务打分（1-5分）
    4. 还有什么建议？（文字，选填）
    “→ 3”是选它就跳到第 3 题，“→ 结束”是答完了；只能往后跳。
survey-wrong-line = 没有看懂这一行：{ $line }。问题以数字开头，选项以字母开头。
survey-wrong-none = 没有看到问题。问题以数字开头，例如：1. 您对食堂满意吗？（单选）
survey-wrong-many = 最多 { $most } 题。
survey-wrong-empty = 第 { $number } 题没有内容。
survey-wrong-scale = 第 { $number } 题的分数请写成（1-5分）或（1-10分）。
survey-wrong-choices = 第 { $number } 题请写 2 至 20 个选项，一行一个，以 A、B、C 开头。
survey-wrong-twice = 第 { $number } 题有两个相同的选项。
survey-wrong-jump-several = 第 { $number } 题是多选，不能跳题。
survey-wrong-counts = 第 { $number } 题的至少、最多项数不对。
survey-wrong-jump = 第 { $number } 题要跳到第 { $target } 题：只能跳到后面有的题。
survey-wrong-unreachable = 第 { $number } 题永远答不到，请检查前面的跳转。
survey-wrong-long = 第 { $number } 题太长：题目最多 { $most } 字，每个选项最多 { $choice } 字。
survey-wrong-kind = 第 { $number } 题的题型“{ $kind }”没有看懂：请写单选、多选、打分（1-5分）或文字。
survey-wrong-columns = 没有找到列名。第一行请写：题目、题型、必答、选项，一题一行，选项从左到右各占一格。
survey-wrong-empty-file = 里面没有问题。
survey-wrong-toml = 第 { $line } 行读不懂：{ $found }。文字要放在英文引号里，例如 title = "食堂满意度"。
survey-wrong-toml-key = { $number ->
        [0] 开头部分
       *[other] 第 { $number } 题
    }里的 { $key } 没有这个名称，可以写的是：{ $known }。
survey-wrong-toml-type = { $number ->
        [0] 开头部分
       *[other] 第 { $number } 题
    }里的 { $key } 写法不对：文字用英文引号，选项用 ["甲", "乙"]，是否用 true 或 false，数字不加引号。
survey-sent-already = 这份问卷已经发出，不能再改。
survey-draft = “{ $title }”，{ $count } 题，还没有发出
survey-question-line = { $number }. { $text }（{ $how }）
survey-kind-one = 单选
survey-kind-several = 多选{ $low ->
        [0] {""}
       *[other] ，至少{ $low }
    }{ $high ->
        [0] {""}
       *[other] ，最多{ $high }
    }
survey-kind-scale = { $low }-{ $high }分
survey-kind-text = 文字
survey-optional = ，选填
survey-jump-end = {" "}→ 结束
survey-button-rewrite = 写问题
survey-button-named = 改为实名
survey-button-unnamed = 改为匿名
survey-button-until = 截止时间
survey-button-look = 返回
survey-button-send = 发出
survey-ask-until = 哪天截止？例如：3月20日、下周五、5天
survey-told = 【问卷】{ $title }
    共 { $count } 题，{ $units } · { $house }
survey-again = 【请填写】问卷“{ $title }”，共 { $count } 题，还等您的意见。
    { $units } · { $house }
survey-published = 【问卷结果】{ $title }，{ $count } 人参加，谢谢大家。
    { $units } · { $house }

survey-results = “{ $title }”，已答 { $count } 份
survey-by-unit = 其中：{ $units }
survey-others = 其他 { $count }
survey-result-head = { $number }. { $text }（{ $n } 人答）
survey-texts-more = 还有 { $count } 条，见表格。
survey-mean = 平均 { $mean } 分
survey-more = 其余见表格。
survey-picture-count = { $count } 人参加
survey-button-picture = 图表
survey-button-again = 刷新
survey-fresh = 已更新到现在
survey-button-book = 导出表格
survey-button-remind = 提醒未答的人
survey-button-close = 结束问卷
survey-button-publish = 公布结果
survey-coming = 马上发出
survey-closed-now = 已结束
survey-still-open = 问卷还没有结束，请先结束再公布。
survey-sheet-results = 结果
survey-sheet-answers = 答卷
survey-column-question = 题目
survey-column-answer = 选项
survey-column-count = 人数
survey-column-share = 占比
survey-column-day = 日期
survey-column-unit = 单位
survey-column-person = 姓名
survey-book-name = { $title } 问卷结果

survey-button-form = 表格模板
survey-file-kind = 请发一份文件：xlsx、CSV、TOML 或 txt。按“表格模板”可以取一份照着填。
survey-file-reading = 收到“{ $name }”，正在读取。
survey-file-wrong = “{ $name }”还不能用：{ $why }改好后再发一次。
survey-file-no-table = “{ $name }”读不出表格：请发 xlsx 或 CSV 文件，并先确认它能正常打开。
survey-file-no-text = “{ $name }”不是文本文件：请发 TOML 或 txt，或者用表格模板。
survey-file-many = “{ $name }”太长，请只留问题。
survey-file-large = “{ $name }”太大，请只留问题。
survey-file-far = “{ $name }”里最远的内容到了 { $cell } 格，范围太大。请删去问题以外的行和列，再发一次。
survey-file-too-long = “{ $name }”太复杂，读取超时。请把问题复制到一个新文件里，再发一次。
survey-file-unopened = “{ $name }”读了三次都没有读完，已不再读。请把问题复制到一个新文件里，再发一次，或改用 txt。
survey-file-lost = “{ $name }”取不下来了，请再发一次。
survey-forms = 一题一行填好发回来，就成为问卷；会写 TOML 的，用另一份更快。打分写“1-5分”；选了就跳题的，在选项后面写“→ 3”。
survey-form-name = 问卷模板
survey-form-columns = 题目|题型|必答|选项1|选项2|选项3|选项4|选项5|选项6
survey-form-kinds = 单选|多选|打分|文字
survey-form-yes = 是|否
survey-sample =
    # 照着改，存成 .toml 发给机器人，就成为一份问卷。
    title = "食堂满意度"
    intro = "三分钟，匿名。"
    anonymous = true          # 实名写 false
    until = "10天"            # 也可以写 "3月20日"

    {"[["}questions]]
    text = "您对食堂满意吗？"
    kind = "单选"
    choices = ["满意", "不满意 → 3"]

    {"[["}questions]]
    text = "您常去哪些窗口？"
    kind = "多选"
    choices = ["一号", "二号", "三号"]
    least = 1
    most = 2

    {"[["}questions]]
    text = "给服务打分"
    kind = "打分"
    low = 1
    high = 5

    {"[["}questions]]
    text = "还有什么建议？"
    kind = "文字"
    required = false
