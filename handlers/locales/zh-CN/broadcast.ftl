broadcast-head = 【通知】{ $units } · { $house }
broadcast-not-yours = 您没有群发通知的权限：领导、信箱专员和管理员可以发给自己的单位及以下。
broadcast-write-plain = 请写下要通知的内容，也可以附上文件，可分几条发。
    文字最多 { $most } 字。下一步选择发给哪些单位，确认后才会发出。
broadcast-write-notice = 请写下政策通知：第一行是标题，下面是内容，可以附上文件，可分几条发。
    文字最多 { $most } 字。下一步选择发给哪些单位；大家可以按“已读”和“提问”。
broadcast-not-this = 这种内容不能群发，请改用文字、照片、视频、语音或文件。
broadcast-too-much = 这条没有加进去：文字最多 { $characters } 字，文件最多 { $files } 个。
broadcast-content = 将要发出的内容：
broadcast-files = （附件 { $count } 个）
broadcast-go-on = 还有要补充的，请接着写；写完请选择范围。
broadcast-button-units = 选择范围
broadcast-button-anew = 重写
broadcast-button-before = 上一页
broadcast-button-after = 下一页
broadcast-button-review = 看一遍再发
broadcast-button-send = 发送给 { $count } 人
broadcast-button-pause = 暂停
broadcast-button-resume = 继续
broadcast-button-stop = 停止
broadcast-choose = 发给哪些单位？选中的单位连同以下各级一起收到。
    现在能收到的有 { $count } 人（打开过信箱、没有停用的人）。
broadcast-to = 发给：{ $units }及以下，共 { $count } 人。
broadcast-empty = 还没有写内容，请先写下要通知的内容。
broadcast-nobody = 所选范围里还没有人能收到，没有发出。请换一个范围。
broadcast-begun = 开始发送
broadcast-is-running = 正在群发（{ $units }）
    已送达 { $sent } / { $total }，等待 { $waiting }，未送达 { $failed }，对方已停用 { $blocked }
broadcast-is-paused = 群发已暂停（{ $units }）
    已送达 { $sent } / { $total }，等待 { $waiting }，未送达 { $failed }，对方已停用 { $blocked }
broadcast-is-stopped = 群发已停止（{ $units }）
    已送达 { $sent } / { $total }，不再发送 { $waiting }，未送达 { $failed }，对方已停用 { $blocked }
broadcast-is-done = 群发完成（{ $units }）
    已送达 { $sent } / { $total }，未送达 { $failed }，对方已停用 { $blocked }
broadcast-under-way = 已经在路上的 { $count } 条仍会送达。
broadcast-one-at-a-time = 一次只发一条通知；这条结束或停止后，再用 /broadcast 发下一条。
broadcast-already-running = 正在发送
broadcast-already-paused = 已经暂停
broadcast-already-stopped = 已经停止
broadcast-already-done = 已经发完
