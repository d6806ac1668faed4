menu-visit-open = 意见箱开箱
menu-visit = 走访和座谈
menu-visit-site = 现场办公

visit-kind-round = 开箱
visit-kind-visit = 走访
visit-kind-talk = 座谈
visit-kind-site = 现场办公
visit-gone = 没有这次登记，或者它不归您管。
visit-closed = 这次登记已经结束。
visit-item-gone = 没有这一条了。
visit-decided = 这一条已经是“{ $way }”。
visit-no-box = 还没有登记意见箱。请用 /boxes 登记。
visit-start-round = { $unit } · 意见箱开箱登记：开哪个箱？
visit-start-visit = { $unit } · 走访和座谈登记：
visit-start-site = { $unit } · 现场办公登记：
visit-button-go-on = 继续：{ $name }
visit-button-visit = 登记走访
visit-button-talk = 登记座谈谈话
visit-button-site = 开始现场办公
visit-button-plans = 定期走访
visit-button-finish = 完成
visit-button-join = 我也来写
visit-button-drop = 写错了，删去
visit-button-close = 确认结束
visit-button-more = 继续录入
visit-button-open = 开箱登记
visit-button-plan = 新的定期走访
visit-button-unplan = 停止：{ $name }
visit-twice = 已经有一场没有结束：{ $name }。请在那一场里继续，或先结束它。
visit-ask-round = 请写：件数 | 见证人 | 封条情况，例如：
    3 | 李明 | 完好
    一封也没有就写 0。
visit-ask-visit = 请写：主题 | 地点 | 带队人 | 参加人 | 人数，例如：
    一线走访 | 二车间 | 何厂长 | 夜班职工 | 12人
visit-ask-talk = 请写：主题 | 地点 | 主持人 | 参加人 | 人数，例如：
    青年职工座谈会 | 会议室 | 林书记 | 新进职工 | 25人
visit-ask-site = 请写：地点 | 带队领导 | 参加单位，例如：
    二号宿舍楼 | 林书记 | 后勤处、工会
visit-head-empty = 请至少写明主题或地点。
visit-write-round = { $name }，已录 { $count } 条。请把每封信发成一条（文字或照片），署名的写成“姓名：内容”，写完按“完成”。
visit-write-visit = { $name }，已录 { $count } 条。请把听到的意见一条一条发来，可写成“姓名：意见”，写完按“完成”。
visit-write-talk = { $name }，已录 { $count } 条。请把听到的意见一条一条发来，可写成“姓名：意见”，写完按“完成”。
visit-write-site = { $name }，已录 { $count } 条。请把问题一条一条发来，再按当场答复、协调或承诺；写完按“完成”。
visit-item-empty = 请写下内容，或者发照片。
visit-item = 第 { $place } 条：{ $text }
visit-item-way = （{ $way }）
visit-way-ticket = 转为反映
visit-way-answered = 当场答复
visit-way-coordinated = 现场协调
visit-way-promised = 现场承诺
visit-way-count = { $way } { $count } 条
visit-dropped = 已删去
visit-dropped-head = 第 { $place } 条已删去。
visit-ticket-made = 已成为 { $number }
visit-untitled-round = 意见箱来信（见照片）
visit-untitled-visit = 走访意见（见照片）
visit-untitled-talk = 座谈意见（见照片）
visit-untitled-site = 现场问题（见照片）
visit-ask-reply = 第 { $place } 条当场是怎么答复的？
visit-ask-promise = 第 { $place } 条承诺什么？请写：责任人 | 期限 | 承诺内容，例如：
    王建国 | 3月15日 | 更换电线
visit-promise-unread = 请写明责任人和期限，例如：王建国 | 3月15日 | 更换电线
visit-finish = { $name } 共 { $count } 条。
visit-undecided-ticket = 还有 { $count } 条没有说怎么办，结束后转为反映，各有编号和时限。
visit-undecided-coordinated = 还有 { $count } 条没有说怎么办，结束后按现场协调转为反映。
visit-letters-differ = 登记的是 { $said } 封，录入 { $count } 条，请核对。
visit-closed-now = 已结束
visit-closed-head = 已结束：{ $name }，共 { $count } 条。
visit-files = { $name }的记录：

visit-plans = { $unit } · 定期走访 { $count } 项
visit-ask-plan = 请写：主题 | 时间 | 地点 | 负责人，例如：
    厂医巡诊 | 每周三 9:00 | 二车间休息室 | 李医生
    心理咨询 | 每月5日 14:30 | 工会 | 王老师
visit-plan-unread = 没有看懂。时间请写成“每周三 9:00”或“每月5日 14:30”。
visit-planned = 已安排：{ $theme }，下次 { $date }。前一天会告诉本单位的人，当天提醒登记。
visit-unplanned = 已停止
visit-announce = 【预告】{ $theme }
    时间：{ $date }
    地点：{ $place }
    { $units } · { $house }
visit-enter = 今天有“{ $theme }”，结束后请登记听到的意见。
visit-box-never = 意见箱“{ $name }”登记后还没有开过，请{ $keeper }开箱登记。
visit-box-late = 意见箱“{ $name }”上次开箱是 { $date }，已超过一周，请{ $keeper }开箱登记。
visit-left-open = “{ $name }”还没有结束，请继续录入或按“完成”。

visit-unnamed = 未具名
visit-register-round = { $unit } 意见箱开箱登记
visit-register-visit = { $unit } 走访记录
visit-register-talk = { $unit } 座谈访谈记录
visit-register-site = { $unit } 现场办公登记
visit-minutes-visit = { $unit }走访记录
visit-minutes-talk = { $unit }座谈会纪要
visit-minutes-site = { $unit }现场办公纪要

visit-column-box = 意见箱及位置
visit-column-opened = 开箱时间
visit-column-opener = 开箱人
visit-column-witness = 见证人
visit-column-letters = 件数
visit-column-seal = 封条情况
visit-column-letter = 信件编号
visit-column-summary = 内容摘要
visit-column-signed = 是否署名
visit-column-to_unit = 承办单位
visit-column-result = 处理结果
visit-column-answered_at = 反馈时间
visit-column-remark = 备注
visit-column-no = 编号
visit-column-theme = 主题
visit-column-time = 时间
visit-column-place = 地点
visit-column-host = 主持人
visit-column-names = 参加人
visit-column-recorder = 记录人
visit-column-speaker = 发言人
visit-column-opinion = 意见建议
visit-column-category = 类别
visit-column-reply = 当场答复
visit-column-due = 办理时限
visit-column-answer = 答复意见
visit-column-finished = 是否销号
visit-column-date = 日期
visit-column-units = 参加单位
visit-column-problem = 问题
visit-column-way = 办理方式
visit-column-promise = 承诺内容
visit-column-owner = 责任人
visit-column-progress = 进展
