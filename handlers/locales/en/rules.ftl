# Mistakes in an imported notice on holidays, for the admin who imports it.

notice-line = Line { $line }: { $what }
notice-wrong-date = "{ $found }" is not a date; write it as 2027-02-06
notice-wrong-word = "{ $found }" should be 班 (worked) or 休 (rest), such as 2027-02-06,班
notice-wrong-twice = an earlier line says the opposite of { $found }; keep one of the two
notice-wrong-empty = the file names no day; write one a line, such as 2027-02-08,休
