"""Pages of the running program for those who look after it."""
