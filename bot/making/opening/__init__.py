"""Files that somebody sent, opened in a process of their own.

Whoever sends a file decides what its library has to do: take all memory, never end, or worse. So this is done by a
process that has limits on memory and time, can open neither file nor connection, knows no key and no token, and is
thrown away when it overruns. ``opener`` is the program's side of it, ``__main__`` that process.
"""
