menu-notices = 政策通知
menu-notice = 发政策通知

notice-head = 【政策通知】{ $title }
    { $units } · { $house }
notice-head-again = 【请阅读】{ $title }
    { $units } · { $house }
notice-button-read = 已读
notice-button-ask = 提问
notice-button-new = 新的通知
notice-button-remind = 提醒未读的人
notice-button-retire = 撤下
notice-button-book = 导出表格
notice-button-of = 看通知
notice-named = 《{ $title }》
notice-untitled = 政策通知
notice-read = 已记为已读
notice-read-before = 您已经点过已读
notice-gone = 这份通知已经撤下，或者不是发给您单位的。
notice-see-below = 见下方
notice-ask = 您对《{ $title }》有什么疑问？请写下来，会作为咨询提交给信箱专员；提交前给您看一遍。
notice-ask-empty = 请用文字写下您的疑问，也可以附照片。
notice-about = 关于通知《{ $title }》：
notice-none = 最近没有发给您单位的政策通知。
notice-list = 最近的政策通知：
notice-whole = 《{ $title }》

    { $body }
notice-kept = 最近发出的政策通知 { $count } 份
notice-kept-line = { $place }. { $title }（{ $date }）已读 { $read }/{ $whole }
notice-rates = 《{ $title }》
    已读 { $read }/{ $whole }，提问 { $asked } 件
notice-rate-line = { $unit }：{ $read }/{ $whole }（{ $percent }）
notice-reminded = 开始提醒未读的人
notice-retired = 已撤下
notice-retired-head = 已撤下：《{ $title }》

notice-register = 《{ $title }》阅读情况（{ $date } 发出）
notice-column-no = 序号
notice-column-unit = 单位
notice-column-above = 上级单位
notice-column-people = 人数
notice-column-read = 已读
notice-column-unread = 未读
notice-column-rate = 阅读率
notice-column-below-people = 含下级人数
notice-column-below-read = 含下级已读
notice-column-below-rate = 含下级阅读率
notice-column-asked = 提问
notice-column-elsewhere = 没有登记单位的
