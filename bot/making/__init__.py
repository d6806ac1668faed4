"""Files that the program makes when it sends them: pictures, the ledger, posters; and cleaned copies of what came."""
