# Mistakes in an imported notice on holidays, for the admin who imports it.

notice-line = 第 { $line } 行：{ $what }
notice-wrong-date = “{ $found }”不是日期，应写成 2027-02-06
notice-wrong-word = “{ $found }”应为 班 或 休，例如 2027-02-06,班
notice-wrong-twice = { $found } 前面写过相反的安排，请只留一行
notice-wrong-empty = 文件里一天也没有写，应每行一天，例如 2027-02-08,休
