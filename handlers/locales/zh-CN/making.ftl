# Files that the program makes: the poster.

poster-title = 扫码反映问题
poster-english = Scan to raise a concern
poster-step-write = 扫码后直接写下问题，可以发照片和文件。
poster-step-number = 提交后立刻给编号，{ $days } 个工作日内有人答复。
poster-step-told = 每一步进展都发到您的聊天里，不用专门来查。
poster-naming-named = 信箱专员看得到您的姓名，承办部门看不到。
poster-naming-hidden = 只有信箱系统知道您是谁。
poster-naming-anonymous = 没有人看得到您是谁，答复照样收到。
poster-foot = 实名、隐名、匿名由您选择
poster-foot-box = 也可以写纸条投入本箱，不写姓名也受理
poster-code = 编号 { $code }
poster-name = 海报 { $place }.pdf
