"""What can be wrong with keeping things, in words for whoever runs the program."""


class StorageError(Exception):
    """Something about the database or its key that a person must know.

    ``about`` is what it is about (a file) and the engine's own words, in no language of ours.
    """

    def __init__(self, text: str = "", about: str = "") -> None:
        super().__init__(text)
        self.about = about


class BadKeyFile(StorageError):
    """The key file is missing, unreadable or damaged."""


class NoKeyFile(BadKeyFile):
    """There is no key file."""


class WrongKey(StorageError):
    """The key does not belong to this database, or a sealed value was changed."""


class NewerSchema(StorageError):
    """The database was made by a newer version of the program."""


class AlreadyRunning(StorageError):
    """Another process of the mailbox works on this database."""


class DamagedCopy(StorageError):
    """A backup that can't be trusted."""


class Unreachable(StorageError):
    """A database server that is away, or does not let us in."""


class NoRights(StorageError):
    """A database server lets us in, and not make our tables."""


class WrongEncoding(StorageError):
    """A database that can't hold what people write."""


class Busy(StorageError):
    """The database can't be used just now (locked by another program, disk full, away): nothing was changed."""
