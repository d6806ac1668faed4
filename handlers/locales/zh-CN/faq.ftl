menu-faq = 常见问题
menu-faq-kept = 维护常见问题

faq-offers = 常见问题里有相近的，可以先看看；没有解决再提交。
faq-offer = ❔{ $question }
faq-list = 常见问题，按一条看答复：
faq-none = 还没有常见问题。有事请直接写下来发给我。
faq-none-found = 没有找到相近的常见问题。有事请直接写下来发给我。
faq-gone = 这条常见问题已经撤下。
faq-whole = 问：{ $question }

    答：{ $answer }
faq-keywords = 关键词：{ $keywords }
faq-button-solved = 这解决了我的问题
faq-button-still = 仍要反映
faq-button-new = 新增
faq-button-change = 修改
faq-button-retire = 撤下
faq-solved = 好的
faq-solved-thanks = 好的。还有别的事，随时写给我。
faq-draft-away = 好的，刚才写的没有提交。需要时可以恢复。
faq-still = 好的，请继续
faq-still-write = 好的。请把您要反映的写下来发给我。
faq-still-submit = 好的，请核对下面的内容，按“提交”发出。
faq-kept = { $unit } · 常见问题 { $count } 条
faq-kept-line = { $place }. { $question }（看过 { $shown }，解决 { $solved }，仍要反映 { $unsolved }）
faq-ask = 请写常见问题：第一行是问题，下面是答复；最后可加一行“关键词：…”。
faq-ask-change = 请重写这一条：第一行是问题，下面是答复；最后可加一行“关键词：…”。现在是：

    { $question }
    { $answer }
    关键词：{ $keywords }
faq-ask-from = 请写成常见问题（第一行是问题，下面是答复），不要写到任何人。原来是：

    { $question }
    { $answer }
faq-two-lines = 第一行写问题，第二行起写答复。
faq-too-long = 问题最多 { $question } 字，答复最多 { $answer } 字。
faq-kept-now = 已保存：{ $question }
faq-retired = 已撤下
faq-retired-head = 已撤下：{ $question }
faq-no-answer = 这件还没有答复，或者不能公开。
