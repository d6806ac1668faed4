sheet-reading = 收到表格“{ $name }”，正在读取。
sheet-no-table = “{ $name }”读不出表格：请发 xlsx、xls、ods 或 CSV 文件，并先确认它能正常打开。
sheet-many = “{ $name }”太长：一次最多 { $most } 行，请分成几份发来。
sheet-large = “{ $name }”里的字太多，请分成几份发来。
sheet-too-big = “{ $name }”太大，取不下来，请分成几份发来。
sheet-lost = “{ $name }”取不下来了，请再发一次。
