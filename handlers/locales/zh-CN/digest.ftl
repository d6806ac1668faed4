# The weekly digest: the first screen, the details, the tables of the workbook, the picture.

digest-title = { $unit } 信箱{ digest-name }
digest-so-far = { digest-this }至今（截至 { $moment }）
digest-going-on = { digest-this }还没有结束，数字仍在变化。
digest-verdict-better = 比{ digest-last }好：{ $why }。
digest-verdict-worse = 比{ digest-last }差：{ $why }。
digest-verdict-same = 与{ digest-last }基本持平。
digest-verdict-first = 还没有{ digest-last }的数字可以比较。
digest-verdict-quiet = 没有新的反映，也没有在办事项。
digest-why-score-up = 综合 { $value }，升 { $points } 个百分点
digest-why-score-down = 综合 { $value }，降 { $points } 个百分点
digest-why-late-up = 超期增加 { $count } 件
digest-why-late-down = 超期减少 { $count } 件
digest-why-time-up = 按时率 { $value }，升 { $points } 个百分点
digest-why-time-down = 按时率 { $value }，降 { $points } 个百分点
digest-and = 、
digest-semicolon = ；
digest-section-head = { $title }（{ $count }）
digest-comma = ，
digest-needs = 需要您过问 { $count } 件：
digest-needs-none = 没有需要您过问的事项。
digest-needs-late = 没有需要您直接过问的事项；超期的 { $count } 件已在催办，见“明细”。
digest-needs-more = 另有 { $count } 件，见“明细”。
digest-need = { $number } { $title }：{ $why }
digest-need-instruction = 督办到期未答复
digest-need-again = 第 { $number } 次不满意
digest-need-late = 超期 { $number } 个工作日
digest-need-review = 挂账到期跟进

digest-flow = 新增 { $new }{ $new_change } · 办结 { $finished }{ $finished_change }
digest-stock = 在办 { $open }{ $open_change } · 超期 { $overdue }{ $overdue_change }
digest-change = （{ $change }）
digest-no-change = （平）
digest-rated = 有效回访 { $n } 件，另有 { $unrated } 件未评价
digest-rates = 响应率 { $contacted } · 解决率 { $solved } · 满意率 { $satisfied }
digest-rates-each = 响应率 { $contacted }
    解决率 { $solved }
    满意率 { $satisfied }
digest-rates-few = 响应 { $contacted } · 解决 { $solved } · 满意 { $satisfied }（样本不足）
digest-score = 综合 { $score } · 权重 { $weights }（版本 { $version }）
digest-rate = { $percent }（{ $of }）
digest-few = { $of }（样本不足）
digest-too-few = 样本不足（n={ $n }）
digest-on-time = 按时率 { $rate }
digest-heard = 事事有回音 { $rate }
digest-settled = 件件有落实 { $rate }
digest-again = 二次办理：本期重开 { $week } 件，在办 { $open } 件
digest-low = 综合低于 { $floor }：{ $units }
digest-low-more = 综合低于 { $floor }：{ $units } 等 { $count } 个单位
digest-place = 同级排名 第 { $place }／共 { $among }{ $before }
digest-place-before = （{ digest-last }第 { $place }）
digest-reports = 检举控告 { $count } 件，另行办理
digest-nothing = 没有明细。
digest-list-more = ……另有 { $count } 件，见表格
digest-line = { $number } { $title }：{ $tail }

digest-figures-title = 数字
digest-figures-columns = 项目|本期|上期|变化
digest-figure-new = 新增
digest-figure-finished = 办结
digest-figure-open = 在办
digest-figure-overdue = 超期
digest-figure-again = 二次办理（本期重开）
digest-figure-contacted = 响应率
digest-figure-solved = 解决率
digest-figure-satisfied = 满意率
digest-figure-score = 综合
digest-figure-unrated = 未评价
digest-figure-kept = 按时率
digest-figure-heard = 事事有回音（有人答复）
digest-figure-settled = 件件有落实（有结果且未被否定）
digest-late-title = 超期
digest-late-columns = 编号|事项|单位|承办|超期环节|时限|超期工作日
digest-late-accept = 未受理
digest-late-first_answer = 未首次回复
digest-late-done = 未办结
digest-late-tail = { $what }，超期 { $days } 个工作日，{ $owner }
digest-again-title = 二次办理
digest-again-columns = 编号|事项|单位|承办|重开次数|状态
digest-again-tail = 第 { $times } 次重新办理，{ $state }
digest-instructions-title = 督办
digest-instructions-columns = 编号|事项|督办领导|要求|交办时间|答复时限|进度|答复
digest-instruction-tail = { $state }：{ $text }
digest-instruction-done = 已答复
digest-instruction-green = 按时推进
digest-instruction-yellow = 三天内到期
digest-instruction-red = 即将到期
digest-instruction-late = 已超期
digest-review-title = 挂账到期
digest-review-columns = 编号|事项|单位|跟进日期|计划
digest-review-tail = { $date } 跟进
digest-shared-title = 多人反映
digest-shared-columns = 编号|事项|单位|人数|件数|状态
digest-shared-tail = { $people } 人，{ $state }
digest-ranking-title = 同级排名（按综合）
digest-ranking-columns = 层级|名次|{ digest-last }名次|单位|综合|有效回访|响应率|解决率|满意率|按时率
digest-ranking-line = { $place }（{ digest-last } { $before }）{ $unit } { $score }（n={ $n }）
digest-ranking-few = — { $unit } { $score }
digest-ranking-good = 做得好：{ $units }
digest-ranking-low = 低于 { $floor }：{ $units }
digest-no-place = —
digest-categories-title = 类别
digest-categories-columns = 类别|本期新增|上期新增|变化
digest-categories-line = { $name } { $new }{ $change }
digest-categories-up = 上升最多：{ $names }
digest-category-merged = 其他（合并）
digest-by_unit-title = 单位与类别
digest-by_unit-columns = 单位|类别|本期新增
digest-by_unit-note = 未具名反映少于 { $fewest } 件的类别并入“其他（合并）”，只在上一级统计。
digest-unheard-title = 还没有人答复
digest-unheard-columns = 编号|事项|单位|承办|反映时间|已过工作日|状态
digest-unsettled-title = 还没有结果
digest-unsettled-besides = 其中 { $count } 件还没有人答复，见上。
digest-unsettled-columns = 编号|事项|单位|承办|反映时间|已过工作日|状态
digest-without-today = { $state }，反映不到 1 个工作日
digest-without-tail = { $state }，已 { $days } 个工作日

digest-button-earlier = 前一{ digest-span }
digest-button-later = 后一{ digest-span }
digest-button-below = 下级单位
digest-button-details = 明细
digest-button-files = 图表
digest-button-ledger = 完整台账
digest-button-supervise = 督办
digest-button-tickets = 逐件查看

digest-picture-name = { digest-name } { $unit } { $from }.png
digest-book-name = { digest-name }明细 { $unit } { $from }.xlsx
digest-picture-trend = 近八{ digest-span }
digest-picture-new = 新增
digest-picture-finished = 办结
digest-picture-open = 在办
digest-picture-score = 综合
digest-picture-units = 各单位三率
digest-picture-contacted = 响应率
digest-picture-solved = 解决率
digest-picture-satisfied = 满意率
digest-picture-few = 样本不足 n={ $n }
digest-picture-none = 无回访
digest-picture-n = n={ $n }
digest-picture-more = 另有 { $count } 个单位，见表格
digest-picture-silent = 其余 { $count } 个单位没有回访
digest-picture-foot = 三率只计有效回访；n 少于 5 不出比率。权重版本 { $version }
digest-book-sheet = { digest-name }明细

digest-outside = 调研 { $visits } 次、谈话 { $people } 人次、意见 { $opinions } 条
digest-outside-rounds = 意见箱开箱 { $rounds } 次，来信 { $letters } 件
digest-outside-sites = 现场办公 { $sites } 场
digest-tasks-line = 督办和办实事：办理中 { $open } 件，其中超期 { $late } 件，{ digest-next }到期 { $soon } 件；本期销号 { $struck } 件
digest-tasks-title = 督办和办实事
digest-tasks-columns = 事项|来源|单位|责任人|期限|灯|状态|反弹
digest-tasks-tail = · { $owner } · { $state }{ $relapses ->
        [0] {""}
       *[other] ，反弹 { $relapses } 次
    }

digest-last = { $period ->
        [month] 上月
        [quarter] 上季度
       *[week] 上周
    }
digest-next = { $period ->
        [month] 下月
        [quarter] 下季度
       *[week] 下周
    }
digest-this = { $period ->
        [month] 本月
        [quarter] 本季度
       *[week] 本周
    }
digest-name = { $period ->
        [month] 月报
        [quarter] 季报
       *[week] 周报
    }
digest-span = { $period ->
        [month] 个月
        [quarter] 个季度
       *[week] 周
    }
digest-button-week = 周报
digest-button-month = 月报
digest-button-quarter = 季报
digest-button-paper = 公文版（Word）
digest-paper-name = { digest-name } { $unit } { $from }.docx
digest-paper-title = { $unit }信箱工作{ digest-name }
digest-paper-sending = Word 马上发出

digest-label-month = { $month }月
digest-label-january = { $year }年1月
digest-label-quarter = { $year }Q{ $quarter }
digest-paper-span = （{ $from }—{ $to }）
digest-paper-date = { $year }年{ $month }月{ $day }日
digest-paper-heading = { $place ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
        [7] 七
        [8] 八
        [9] 九
        [10] 十
        [11] 十一
        [12] 十二
       *[other] 十三
    }、{ $title }
digest-paper-summary = 总体情况
digest-paper-counts = 本期新增 { $new } 件{ $new_change }，办结 { $finished } 件{ $finished_change }；期末在办 { $open } 件{ $open_change }，其中超期 { $overdue } 件{ $overdue_change }。
digest-paper-rates = 有效回访 { $n } 件，另有 { $unrated } 件未评价。响应率 { $contacted }，解决率 { $solved }，满意率 { $satisfied }，综合 { $score }（权重 { $weights }，版本 { $version }）。
digest-paper-promises = 按时率 { $kept }；事事有回音 { $heard }；件件有落实 { $settled }。
digest-paper-said = { $words }。
digest-needs-title = 需要领导过问
digest-needs-columns = 编号|事项|单位|缘由
digest-paper-besides = 另有 { $count } 件还没有人答复，见“还没有人答复”。
