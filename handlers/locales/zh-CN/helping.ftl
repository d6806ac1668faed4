help-raiser = { $name }：有事直接写下来发给我就行，文字、照片、语音、文件都可以，不用先选菜单。
    发出前会让您预览，可选实名、隐名或匿名；提交后每一步都会在这里告诉您。
    回复任何一条关于某件的消息，就是对那一件的补充。
help-role-owner = 您是承办人：新的事项会发到这里，按“签收”接办。
    回复关于某件的任何一条消息，就记为进展；办完按“报结”写答复，可以分几条发，确认后才交。
help-role-secretary = 您是信箱专员：请在工作群里办理，每件一个话题，卡片上的按钮就是现在能做的事。
help-role-manager = 您是领导：每{ $weekday } { $clock } 收到周报，随时可用 /digest 再看；打开一件可以督办。
help-role-admin = 您是管理员：程序有问题会在这里告诉您。设置用命令行 shuji，shuji check 可以体检。
help-group-secretary = 这里是书记信箱工作群，每件反映一个话题。
    在话题里发消息，就是回复反映人；以 // 开头的是内部备注，不会发出。
    没有话题的群，回复卡片或那一件的任何消息即可。卡片上的按钮就是现在能做的事。
help-group-manager = 这里是书记信箱工作群，由信箱专员办理。您可以查看；周报和督办请在私聊里使用。
help-group-stranger = 这里是信箱专员的工作群。有事要反映，请私聊信箱，直接写下来发送即可。
help-nothing-open = 现在没有等您回答的问题。

help-private-start = 重新开始，看说明
help-private-my = 我反映过的事项
help-private-code = 用查询码查询
help-private-faq = 常见问题，后面可写关键词
help-private-todo = 我手上的待办
help-private-digest = 周报
help-private-ledger = 台账表格
help-private-open = 意见箱开箱登记
help-private-visit = 走访、座谈、定期巡诊登记
help-private-site = 现场办公、流动办公会
help-private-tasks = 督办事项清单
help-private-lists = 拉条挂账和项目清单
help-private-log = 登记来电、来访、意见箱
help-private-boxes = 意见箱和场所
help-private-poster = 打印意见箱或场所海报
help-private-campaign = 办征集
help-private-survey = 做问卷，看结果
help-private-notice = 发政策通知，看已读
help-private-broadcast = 向本单位及以下发通知
help-private-help = 我能用什么
help-private-cancel = 放下正在问的问题
help-group-todo = 待办，最急的在前
help-group-find = 查找，后面写关键词
help-group-open = 意见箱开箱登记
help-group-visit = 走访、座谈、定期巡诊登记
help-group-site = 现场办公、流动办公会
help-group-tasks = 督办事项清单
help-group-lists = 拉条挂账和项目清单
help-group-log = 登记来电、来访、意见箱
help-group-faq = 维护常见问题
help-group-t = 常用答复，后面写短名
help-group-recall = 撤回回复的那条消息
help-group-who = 这里谁是什么角色
help-group-poster = 打印意见箱或场所海报
help-group-boxes = 意见箱和场所
help-group-help = 我能用什么
help-group-cancel = 放下正在问的问题

help-private-menu = 全部功能，按按钮
help-group-menu = 全部功能，按按钮
menu-raiser = 您可以做的事。要反映什么，直接写下来发给我就行，不用先选。
menu-owner = 承办人可以做的事：
menu-secretary = 信箱专员可以做的事：
menu-manager = 领导可以做的事：
menu-admin = 管理员可以做的事：
menu-page-raiser = 员工
menu-page-owner = 承办人
menu-page-secretary = 信箱专员
menu-page-manager = 领导
menu-page-admin = 管理员
menu-my = 我反映过的
menu-code = 用查询码查询
menu-todo = 待办
menu-digest = 周报
menu-ledger = 台账
menu-broadcast = 群发通知
menu-find = 查找
menu-log = 登记来电来访
menu-t = 常用答复
menu-who = 角色
menu-boxes = 意见箱和场所
menu-poster = 打印海报
