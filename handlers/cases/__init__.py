"""What can be done with a ticket: one function a verb, used alike by buttons, commands, sweeps and the command line.

Each checks the lifecycle and the person's rights, changes the ticket, its deadlines and its history, tells everyone who
must be told, and brings the card up to date.
"""
