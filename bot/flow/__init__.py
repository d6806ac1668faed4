"""The way of a message through the program: intake, worker, delivery. Nothing here decides anything about a ticket."""
