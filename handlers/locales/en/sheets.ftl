sheet-reading = The table “{ $name }” has come and is being read.
sheet-no-table = “{ $name }” is no table that can be read: please send xlsx, xls, ods or CSV, and see first that it opens.
sheet-many = “{ $name }” is too long: at most { $most } rows at once; please send it in parts.
sheet-large = There are too many words in “{ $name }”; please send it in parts.
sheet-too-big = “{ $name }” is too large to be fetched; please send it in parts.
sheet-lost = “{ $name }” can't be fetched any more; please send it again.
