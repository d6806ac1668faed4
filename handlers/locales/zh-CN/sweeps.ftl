case-card-due-review = 复查时限：

due-accept = 受理
due-sign = 签收
due-first_answer = 首次回复
due-done = 办结
due-rating = 评价
due-supervise = 督办答复
due-milestone = 挂账节点
due-review = 复查答复

line-head = { $light } { $number } { $title }
line-head-bare = { $light } { $number }
line-state = { $state }
line-due = { $what }：{ $left }（{ $date }）
line-due-subject = { $what }“{ $subject }”：{ $left }（{ $date }）
line-provisional = {""}，日期暂定
