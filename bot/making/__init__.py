"""Files that the program makes: pictures, ledgers, posters (``loading``); and files that it was sent (``opening``)."""
