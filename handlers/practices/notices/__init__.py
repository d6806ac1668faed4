"""Policy notices: sent to chosen units, read and asked about, with how many have read them by unit."""
