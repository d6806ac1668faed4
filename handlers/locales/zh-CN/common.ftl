ask-cancel = 取消
aside-kept = 前一份没有写完，已替您留着：{ $name }
aside-button = 继续：{ $name }
aside-waiting = 还有没写完的，点一下接着写：
aside-back = 接着写这一份
aside-gone = 这一份已经接着写过，或者放得太久了。
ask-not-yours = 这是别人正在回答的问题，只有本人可以取消。
ask-cancelled = 好的，已取消。
preview-changed = 内容后来又有变化，还没有发出。最新的在下面，请核对后再点。
refused-lines = { $text }
press-outdated = 这个按钮已经失效，请用最新一条消息里的按钮。
press-unknown = 这个按钮不是本信箱发出的，没有执行任何操作。
command-unknown = 没有 /{ $command } 这个命令。发送 /help 可以看到您能用的命令；要反映问题，直接写下来即可。
command-wrong-place-private = 这个命令请在工作群里使用。
command-wrong-place-group = 这个命令请私聊信箱使用。
not-your-role = 这一步需要{ $role }来做，您目前没有这个身份。
group-unknown = 本群还没有登记为信箱的工作群（群编号 { $chat }）。请管理员把它写进配置文件的 telegram_group。
group-stranger = 您不在本群的信箱专员名单上，这条消息没有发给反映人。请管理员邀请您加入。
trouble-kept = 您的消息已经保存，暂时没能处理，稍后会自动再试，不用重发。

lost-desk = { $number } 不在信箱里了：信箱在{ $restored }恢复过数据，用的是截至{ $of }的备份，这一件是那之后收到的。这里写的话没有发给反映人。
    请用 /log 重新登记，写明原编号；它会得到新的编号。
lost-desk-empty = { $number } 不在信箱里了：信箱在{ $restored }恢复过数据，备份里没有这一件。这里写的话没有发给反映人。
    请用 /log 重新登记，写明原编号；它会得到新的编号。
lost-raiser = { $number } 不在信箱里了：信箱在{ $restored }恢复过数据，用的是截至{ $of }的备份，您这一件是那之后提交的。
    请把要反映的事重新发一遍，会有新的编号。很抱歉让您再写一次。
lost-raiser-empty = { $number } 不在信箱里了：信箱在{ $restored }恢复过数据，备份里没有您这一件。
    请把要反映的事重新发一遍，会有新的编号。很抱歉让您再写一次。
lost-unknown = 信箱的数据库里没有 { $number }，这个话题是以前建的。这里写的话没有发给反映人。
    请管理员核对数据库是不是换过；事情没有办完的，请用 /log 重新登记。
no-note-here = 这里没有内部备注，没有记下，也没有转给别人。要说给对方，请去掉开头的 // 再发。

# 一个名称对得上几个
which-unit = “{ $word }”有 { $count } 个单位，请点选，或者写全，例如“{ $example }”。选定之前什么都没有做。
which-owner = 叫“{ $word }”的承办人有 { $count } 位，请点选，或者写全，例如“{ $example }”。选定之前什么都没有做。
which-category = “{ $word }”对得上 { $count } 个类别，请点选，或者写全，例如“{ $example }”。选定之前什么都没有做。
which-box = “{ $word }”有 { $count } 处，请点选，或者写全，例如“{ $example }”。选定之前什么都没有做。
which-unit-listed = “{ $word }”有 { $count } 个单位，请写全：{ $choices }
which-owner-listed = 叫“{ $word }”的承办人有 { $count } 位，请写全：{ $choices }
which-category-listed = “{ $word }”对得上 { $count } 个类别，请写全：{ $choices }
which-box-listed = “{ $word }”有 { $count } 处，请写全：{ $choices }
which-more = 还有 { $count } 个没有列出，请写全。
which-taken = 好的，就按这个。
which-comma = 、
which-near = 是不是：{ $choices }？

# Where a channel has no room for so many buttons, or has none.
choice-by-number = 请回复序号选择：
choice-beside = { $label }：{ $what }
