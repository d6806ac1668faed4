# Files of a message that did not go with it: which, who did not take it (the platform, or our own cleaning), what would do.
missed-words = 文字
missed-named = “{ $name }”
missed-numbered = 第 { $number } 个文件（{ $kind }）
missed-comma = 、
missed-line = · { $what }：{ $why }。
missed-line-do = · { $what }：{ $why }。{ $do }。
missed-kind-photo = 照片
missed-kind-video = 视频
missed-kind-voice = 语音
missed-kind-audio = 音频
missed-kind-document = 文件
missed-kind-animation = 动图
missed-kind-video_note = 视频留言
missed-kind-sticker = 贴纸
missed-kind-location = 位置
missed-kind-contact = 名片
missed-kind-unsupported = 其他

missed-why-too_big = 文件太大或内容太长，平台没有接收
missed-do-too_big = 请压缩，或分成几份再发
missed-why-too_big_to_fetch = 超过 20 MB，平台不让信箱取来清理
missed-do-too_big_to_fetch = 请剪短或压缩到 20 MB 以内再发
missed-why-file_lost = 文件已失效，在平台上取不到了
missed-do-file_lost = 请重新发一次
missed-why-odd_picture = 平台不把它当照片接收（太大、太长或格式不对）
missed-do-odd_picture = 请以“文件”方式发送，或换一张
missed-why-barred = 对方的设置不接收{ $kind }，平台没有转交
missed-why-barred-yours = 您的设置不接收{ $kind }，平台没有转交
missed-do-barred = 请改用文字，或以“文件”方式发送
missed-why-unclean_kind = 这类文件里可能留有发送人的信息，信箱无法确保清除，没有转出
missed-do-unclean_kind = 请转成 PDF 或 JPG 图片再发，或用文字说明
missed-why-damaged = 文件打不开（已损坏、加了密码，或与名称不符），信箱无法清理，没有转出
missed-do-damaged = 请重新导出，或转成 PDF、图片再发
missed-why-too_large = 文件展开后太大（像素、页数或内容太多），信箱没有打开
missed-do-too_large = 请拆成几份，或转成 PDF、图片再发
missed-why-too_long = 文件太复杂，信箱处理超时，没有转出
missed-do-too_long = 请拆成几份，或转成 PDF、图片再发
missed-why-unopened = 信箱处理了三次都没有完成，没有转出
missed-do-unopened = 请转成 PDF 或 JPG 图片再发
missed-why-no_rights = 本群没有给信箱发送{ $kind }的权限，平台没有接收
missed-do-no_rights = 信箱先留着，打开权限后自动补发
missed-why-broken = 信箱处理它时出了错，已记下，管理员能看到
missed-do-broken = 急用的话请换一种格式再发
missed-why-refused = 平台没有接收
missed-do-refused = 请转成 PDF 或 JPG 图片再发，或用文字说明

# To the raiser who sent them.
missed-from-raiser = { $number } 有 { $count } 个附件没能转交信箱专员（共 { $of } 个）{ $rest ->
    [whole] ，没有列出的照常转交
   *[nothing] { "" }
}：
# To the raiser whom they were for.
missed-from-desk = { $number } 信箱专员发给您的文件有 { $count } 个没能发到（共 { $of } 个）。已告诉信箱专员，请等他换一种方式再发：
# In the thread.
missed-in-thread = 原件 { $of } 个中有 { $count } 个没有转来：
missed-asked-raiser = 已请反映人换一种方式再发。
missed-asked-writer = 已请发件人换一种方式再发。
missed-to-raiser = 上面这条里有 { $count } 个文件没能发给反映人（共 { $of } 个）{ $rest ->
    [whole] ，没有列出的照常发出
   *[nothing] { "" }
}：
missed-to-raiser-unknown = { $number } 有 { $count } 个文件没能发给反映人（共 { $of } 个）{ $rest ->
    [whole] ，没有列出的照常发出
   *[nothing] { "" }
}：
# To staff.
missed-from-you = 您发的文件有 { $count } 个没能发到（共 { $of } 个）{ $rest ->
    [whole] ，没有列出的照常发出
   *[nothing] { "" }
}：
missed-for-you = 发给您的文件有 { $count } 个没能发到（共 { $of } 个）：
missed-here = 发到这里的文件有 { $count } 个没能发出（共 { $of } 个）：
missed-by-some = “{ $title }”的文件有 { $count } 个没能发给一部分人（共 { $of } 个），文字照常发出：
missed-admin-rights = 信箱在群“{ $title }”（{ $chat }）里没有发送{ $kinds }的权限。这些先留着，其余照常发出。请在群里打开这项权限，或把机器人设为管理员；打开后自动补发。
