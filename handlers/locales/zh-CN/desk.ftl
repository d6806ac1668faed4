# The secretaries' desk: menus, questions and outcomes in a group.

desk-see-below = 请看下面的消息。
desk-elsewhere = { $number } 现在由{ $unit }办理，不在本群，没有发出也没有改动。
desk-draft-gone = 这份草稿已经发出、改过或取消了，请用最新一条消息里的按钮。
desk-words-only = 这里需要一条文字消息，请直接写出来。
desk-words-too = 还需要几句文字说明，请把文字和附件放在同一条消息里。
desk-too-long = 太长了，请控制在 { $most } 字以内。
desk-cannot-send = 这种消息（{ $what }）没法转给别人，没有发出。请改用文字、图片或文件。
desk-line = { $number } { $title } · { $state }

desk-button-shut = 收起
desk-button-previous = ‹ 上一页
desk-button-next = 下一页 ›

# Words in a topic.
desk-no-chat = 反映人没有聊天账号，这条只留在了记录里，没有发出。请按留下的联系方式转告。
desk-note-empty = 备注是空的，没有记下。请在 // 后面写上内容。
desk-nameless = 您正以群的名义发言，信箱认不出是谁，这条没有发给反映人。请在群管理员设置里关掉“匿名”再发。
desk-edit-was-sent = 这条已经发给反映人，不能再改成备注、命令或对同事说的话，反映人看到的仍是原文。要收回，点“撤回”，或回复原消息发送 /recall。
desk-edit-was-note = 这条原是内部备注，改动只留在备注里，没有发给反映人。要发，请另写一条。
desk-topic-reopened = { $number } 现在是“{ $state }”，还没有办结，话题已重新打开。办结请用卡片上的按钮。
desk-recall-how = 请回复那条已发给反映人的消息，再发送 /recall。
desk-recall-nothing = 这条消息没有发给反映人，不用撤回。
desk-recall-answer = 正式答复已经生效，不能撤回。可以再发一条说明更正。
desk-recall-again = 这条已经撤回过了。
desk-recall-waiting = 这条还没有送到反映人那里，已取消发送。
desk-recall-nowhere = 反映人没有聊天账号，没有可撤回的消息。
desk-recalled = 已从反映人那里撤回，记录里保留。
desk-recall-failed = 没能撤回：发出超过 48 小时，或对方已删除。反映人可能仍能看到，请再发一条说明更正。

# Accepting, closing.
desk-accepted = { $number } 已受理，答复时限 { $due }。
desk-resumed = { $number } 恢复办理，答复时限 { $due }。
desk-close-ask = 反映人还没有评价 { $number }。现在办结将记为“未评价”，反映人仍可要求重新办理。
desk-button-close-now = 现在办结
desk-closed = { $number } 已办结。
desk-shut = 已收起，没有改动。

# Answering.
desk-answer-ask = 请发出 { $number } 的答复：文字写在一条消息里，可以附图片或文件。
    发出前会先给您看一遍，选了结论才会发给反映人。
desk-reword-ask = 请写出 { $number } 改后的答复，承办人的附件会一并带上。发出前会先给您看一遍。
desk-answer-preview = 反映人将收到（{ $number }）：

    { $text }

    请选择结论，点了立即发出。要改，直接再发一条。
desk-answer-needs-words = 附件已收下，还需要答复的文字，请接着写。
desk-answer-files = 附件 { $count } 个
desk-button-again = 重写
desk-answer-again = 草稿已清空，请重新写答复。
desk-answered = { $number } 的答复已发给反映人（{ $outcome }）。
desk-answered-no-chat = { $number } 的答复已记下（{ $outcome }）。反映人没有聊天账号，请按留下的联系方式转告。
desk-pass-ask = 将承办人的报结转发给反映人（{ $number }）：

    { $text }

    请选择结论，点了立即发出。
desk-button-reword = 先改文字
desk-report-newer = 承办人又报结了一次，请看最新的那条。
desk-back-ask = 请写出退回 { $number } 的原因，{ $owner }会马上收到。
desk-back-done = 已退回{ $owner }继续办理。
desk-progress-again = 这条进展已经转告过了。
desk-progress-passed = 已转告反映人。
desk-progress-no-chat = 已记下。反映人没有聊天账号，请按留下的联系方式转告。

# Declining.
desk-decline-ask = 不予受理 { $number } 的理由是什么？
desk-ground-scope = 不属于本信箱受理范围
desk-ground-law = 应通过诉讼、仲裁、行政复议等法定途径解决
desk-ground-unclear = 内容不清楚，无法核实
desk-ground-repeated = 同一事项已有最终答复
desk-ground-private = 个人之间的民事纠纷
desk-ground-elsewhere = 已由其他部门受理，正在办理
desk-instead-scope = 请向负责这件事的部门反映；不清楚是哪个部门的，可以回复这条消息询问。
desk-instead-law = 请向有管辖权的法院、仲裁机构或行政复议机关提出；工会和法务部门可以提供咨询。
desk-instead-unclear = 请补充时间、地点、经过后重新反映。
desk-instead-repeated = 如有新的事实或理由，请写明后重新反映。
desk-instead-private = 可以请工会或所在单位调解，也可以走法律途径。
desk-instead-elsewhere = 请等待受理部门答复；逾期没有答复的，可以再来反映。
desk-button-other-ground = 其他理由，自己写
desk-decline-own = 请写出不予受理的理由（反映人会看到）。
desk-decline-nowhere = （未写，请写一条告诉反映人可以去哪里）
desk-decline-preview = 反映人将收到（{ $number }）：
    理由：{ $ground }
    您可以：{ $instead }

    要改“您可以”这一句，直接写一条。
desk-button-decline-now = 发出，不予受理
desk-declined = { $number } 不予受理，理由和去处已记下（{ $told }）。

# Merging.
desk-merge-ask = { $number } 并到哪一件？选一件，或写出编号。
desk-merge-ask-number = 没有找到相似的在办件。{ $number } 并到哪一件？请写出编号。
desk-no-such-number = 没有找到 { $number }，或不在您的范围内。请写完整编号，例如 SJ-2026-0042。
desk-merge-preview = 把 { $number } “{ $title }”
    并入 { $main } “{ $main_title }”（{ $state }）？
    此后它随主件答复，反映人会被告知。
desk-button-join = 并入 { $number }
desk-button-merge-now = 确认并案
desk-merged = { $number } 已并入 { $main }。

# Owners and units.
desk-assign-ask = { $number }（{ $category }）交给谁承办？
desk-assign-nobody = 本单位和下级单位还没有可派的承办人。可以转到别的单位，或请管理员邀请承办人加入。
desk-owner-now = （现承办）
desk-owner-suggested = （本类别）
desk-owner-away = （未启用）
desk-assign-same = 已经在{ $owner }手里了。
desk-assigned = { $number } 已派给{ $owner }。
desk-button-transfer = 转给其他单位 ▸
desk-button-this-unit = 就转到{ $unit }
desk-button-up = ‹ 上一级
desk-transfer-ask = { $number } 转给哪个单位？
desk-transfer-why = 转给{ $unit }的理由？写一条消息即可，{ $number } 会连同经过一并转去。
desk-button-no-reason = 不写理由，直接转
desk-transferred = { $number } 已转{ $unit }办理。

# Category, grade, owner concerned.
desk-category-ask = { $number } 现在的类别是{ $category }，改为：
desk-category-set = { $number } 的类别改为{ $category }。
desk-grade-ask = { $number } 现在是{ $grade }，改为：
desk-grade-with-days = { $grade }（{ $days } 个工作日）
desk-grade-set = { $number } 改为{ $grade }，答复时限 { $due }。
desk-grade-set-none = { $number } 改为{ $grade }，答复时限从受理时算起。
desk-about-ask = { $number } 涉及哪位承办人？选定后不再交给本人及其单位承办。
desk-about-set = { $number } 已标明涉及{ $owner }，不会再交给本人及其单位。

# More time.
desk-extend-ask = { $number } 延到什么时候，为什么？写一条，例如：3天 等配件到货
    现在的时限是 { $due }，最迟可延到 { $limit }。反映人会收到原因和新时限。
desk-extend-why = 延到 { $date }。请再写一条原因，反映人会看到。
desk-extend-preview = { $number } 延到 { $date }
    原因：{ $why }
    反映人会收到原因和新时限，延期只有一次。
desk-button-extend-now = 确认延期
desk-extended = { $number } 已延期。
desk-request-decided = 这次延期申请已经处理过了。
desk-granted = { $number } 同意延期到 { $date }（{ $why }），已发给承办人；反映人：{ $told }。
desk-refused = { $number } 不同意延期（{ $why }），已发给承办人。
desk-suspend-ask = { $number } 挂账推进的计划是什么？请写一条，反映人会看到。
desk-suspend-date = 什么时候回头看、再告诉反映人进展？例如：12月5日、两周、下月底、6月底
desk-suspend-steps = 跟进日期：{ $date }。日期不对，请点“收起”重来。
    有分步的节点吗？每行写一个：名称 日期，例如：
    更换冷库 12月20日
    没有就直接挂账。
desk-button-suspend-now = 挂账
desk-step-unread = 这一行没有看懂：{ $line }
    每行写：名称 日期，中间空一格，例如：更换冷库 12月20日
desk-step-twice = 节点“{ $title }”写了两次，请改成不同的名称。
desk-steps-too-many = 节点太多了，最多 { $most } 个。
desk-suspend-preview = { $number } 挂账
    计划：{ $plan }
    跟进：{ $date }
    节点：
    { $steps }
desk-suspended = { $number } 已挂账。计划和跟进日期：{ $told }。
desk-review-ask = { $number } 推进到哪一步了？请写一条，反映人会看到。
desk-review-preview = { $number } 反映人将收到：
    { $progress }
    下次跟进：{ $date }。日期不对，请再写一次。
desk-button-review-now = 告知反映人
desk-reviewed = { $number } 的进展已记下（{ $told }），下次跟进 { $date }。
desk-stones-ask = { $number } 哪个节点完成了？
desk-stones-none = { $number } 没有未完成的节点。
desk-stone-ask = “{ $title }”是怎么完成的？请写一条，可以附照片，反映人会看到。

# More.
desk-more-head = { $number } 还可以：
desk-more-desk-categories = 改类别
desk-more-desk-grades = 改紧急程度
desk-more-desk-units = 转给其他单位
desk-more-desk-reveal = 请求公开姓名
desk-more-desk-about = 涉及承办人
desk-more-desk-stones = 节点完成
desk-more-desk-review = 挂账跟进
desk-more-desk-alike = 相似件
desk-more-project-from = 立为项目
desk-more-faq-from = 存为常见问题
desk-more-board-ask = 公开
desk-more-desk-story = 全过程
desk-more-off-add = 代为补充
desk-more-off-rate = 代为评价
desk-more-off-reopen = 代请重新办理
desk-more-off-appeal = 代为申诉
desk-more-off-up = 代请复查
desk-more-off-code = 重发查询码
desk-alike-head = 可能与 { $number } 是同一件事：
desk-alike-none = 没有找到相似的在办件。
desk-reveal-ask = 为什么需要知道反映人是谁？请写一条，反映人会看到，可以不同意。
desk-reveal-asked = 已询问反映人是否同意公开姓名，理由：{ $why }
desk-story-head = { $number } { $title } 的全过程
desk-story-earlier = （前面还有 { $count } 条）
desk-story-line = { $when } { $who } { $what }

# Lists.
desk-todo-head = 等我们处理的 { $count } 件，最急的在前：
desk-todo-none = 现在没有等我们处理的件。
desk-todo-rest = 其他在办：{ $counted }
desk-shown = { $who }从列表打开了本件。
desk-shown-toast = { $number } 的话题已顶到最前。
desk-find-how = 请写要找的词，例如：食堂。一个字也可以，写编号也可以；可加 单位:、状态:、类别:、渠道:、时间: 缩小范围。
desk-find-filter = 没有看懂“{ $word }”。可以这样缩小范围：/find 食堂 单位:一分厂 状态:办理中 类别:宿舍 渠道:热线 时间:3月
desk-find-none = 没有找到“{ $query }”。
desk-find-head = “{ $query }”找到 { $count } 件：
desk-find-more = 还有 { $count } 件没有列出，请把词写得更具体些。
desk-who-head = { $unit }书记信箱：
desk-who-away = 标“未启用”的人还收不到私聊，请把这个链接发给他们，点开按“开始”即可：{ $link }

# Ready answers.
desk-canned-head = 常用答复（/t 名称 发出，/t 名称 = 文字 保存，/t - 名称 删除）：
desk-canned-none = 还没有常用答复。保存一条：/t 名称 = 文字
desk-canned-new = 新增
desk-canned-ask = 请写：名称 = 文字，例如：已转 = 已转给承办部门，三个工作日内答复您。
desk-canned-how = 请写：/t 名称 = 文字。名称不超过 { $name } 字，文字不超过 { $text } 字。
desk-canned-kept = 常用答复“{ $name }”已保存。
desk-canned-replaced = 常用答复“{ $name }”已改为新的文字。
desk-canned-dropped = 常用答复“{ $name }”已删除。
desk-canned-unknown = 没有名为“{ $name }”的常用答复。发送 /t 可以看到全部。
desk-canned-shown = 这里不是某一件的话题，没有发出。内容是：
    { $text }
desk-canned-sent = 已发给反映人：
    { $text }

# What did not arrive.
desk-raiser-away = 反映人暂时收不到消息（可能停用了信箱），已发的内容会在其恢复后自动送达。
desk-raiser-back = 反映人已恢复，之前没送到的消息正在送达。
desk-staff-away = { $name }（{ $role }）收不到私聊，有一条消息没有送到，启用后会自动送达。请把这个链接发给他，点开按“开始”即可：{ $link }
desk-not-sent = 上面这条没能发给反映人：{ $why }
desk-not-sent-unknown = { $number } 有一条消息没能发给反映人：{ $why }
desk-not-changed = 改动没能同步给反映人：{ $why }。反映人看到的仍是原文，需要的话请再发一条。
desk-not-shown = 有一条内容没能显示在这里：{ $why }。可以在“更多”里看全过程。
desk-owner-not-sent = 有一条消息没能发给{ $who }：{ $why }
desk-person-not-sent = 有一条消息没能发给您：{ $why }
desk-here-not-sent = 有一条消息没能发到这里：{ $why }
desk-why-unreachable = 对方现在收不到
desk-why-target_gone = 原消息已经不在
desk-why-file_lost = 文件已失效，请重新发一次
desk-why-too_big = 内容太长或文件太大
desk-why-unclean_kind = 这类文件里可能留有发送人的信息，无法确保清除，没有转交
desk-why-damaged = 文件打不开（已损坏、加了密码，或与名称不符）
desk-why-too_large = 文件展开后太大（像素、页数或内容太多）
desk-why-too_long = 文件太复杂，处理超时
desk-why-unopened = 这个文件处理了三次都没有完成，已不再处理
desk-why-refused = 平台没有接受
desk-why-broken = 信箱自己出了错，已记下，管理员能看到
desk-why-barred = 对方的设置不接收
desk-why-odd_picture = 平台不把它当照片接收
desk-why-no_rights = 没有权限
desk-why-group_gone = 群已不可用
desk-remade = 原来的话题被删除了，这是重建的话题。此前的内容和经过见下。
desk-stray = 这个话题是程序中断时多建的。{ $number } 在另一个同名的话题里办理，请到那里说；这里就此关闭。

# Groups.
desk-group-no_threads = 本群没有开启话题，或信箱机器人没有“管理话题”权限，现在按回复方式工作：回复某一件的卡片或反映人的话，就是对反映人说；回复同事的话是内部备注。
    要每件一个话题，请在群设置里开启“话题”，并把机器人设为管理员、打开“管理话题”。
desk-group-no_rights = 信箱机器人在本群没有“管理话题”权限，现在按回复方式工作：回复某一件的卡片或反映人的话，就是对反映人说；回复同事的话是内部备注。要每件一个话题，请把机器人设为管理员并打开“管理话题”。
desk-group-hello = 书记信箱已加入本群，本群是{ $name }的工作群。
    每一件会有自己的话题和卡片；在话题里写的话发给反映人，// 开头的是内部备注。/help 看全部命令。
desk-group-hello-unknown = 书记信箱已加入本群。本群还没有登记为工作群，群编号是：
    { $chat }
    请管理员把它写进配置文件的 telegram_group，再重启信箱。
desk-group-missing = 还需要：{ $missing }。
desk-group-right-forum = 在群设置里开启“话题”
desk-group-right-administrator = 把机器人设为管理员
desk-group-right-can_manage_topics = 打开“管理话题”权限
desk-group-right-can_pin_messages = 打开“置顶消息”权限
desk-group-good = 权限齐全，每一件会有自己的话题。
desk-admin-group-away = 信箱在群“{ $title }”（{ $chat }）里发不出消息：{ $why }。请检查机器人是否还在群里、有没有发言权限。群里的消息都留着，恢复后会自动发出。
desk-admin-group-left = 信箱被移出了群“{ $title }”（{ $chat }）。请重新加入；期间的消息都留着，不会丢。
desk-admin-group-moved = 群“{ $title }”升级了，编号由 { $old } 变为 { $chat }，信箱已跟着改。请把配置文件里的 telegram_group 也改成新编号。

# Whom words are for.
desk-doubt = { $why }这句话是给反映人的吗？还没有发出：
desk-doubt-mark = 行首的符号像备注或命令。
desk-doubt-mention = 这句话提到了同事。
desk-doubt-remark = 您回复的不是反映人的话。
desk-doubt-own-note = 您回复的是自己的备注。
desk-doubt-staff = 您回复的是承办人或领导的话。
desk-doubt-choice = 上面的按钮还没有点。
desk-button-to-raiser = 发给反映人
desk-button-as-note = 记为备注
desk-button-drop = 不发
desk-doubt-sent = 好的，正在发给反映人。
desk-doubt-dropped = 没有发出，也没有记下。
desk-noted = 已记为内部备注，没有发给反映人。
desk-aside = 已记为内部备注，没有发给反映人。@ 开头的话、回复同事的话，都只留在这里。
desk-mark-in-answer = 行首的符号像备注或命令，没有当作回答，也没有发出。要回答，请去掉开头的符号再发；要记备注，请用 // 开头。
desk-mark-in-draft = 行首的符号像备注或命令，草稿里仍是原来的话。要改草稿，请去掉开头的符号。
desk-mark-late = 这个相册前面的图片是发给反映人的，这一张的说明像备注或命令，图片和说明都没有发出。需要的话请单独再发。
desk-code-not-sent = 这条里有查询码，没有发给反映人。谁拿着查询码都能查看那一件，群里的人都看得到，请删掉这条消息。
desk-button-typed-ground = 用作不予受理的理由
desk-recall-asked = 正在从反映人那里撤回，结果会写在这里。
desk-canned-mark = 常用答复是发给反映人的，不能用 //、/、、 或 @ 开头，也不能带查询码。
