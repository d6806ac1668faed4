"""Expected trouble in one clear sentence: what is the matter, what to do. The program's own mistakes are raised on."""

from __future__ import annotations

import errno
from collections.abc import Mapping

import click

from bot.applying import OtherMailbox
from bot.assembly import NoToken
from bot.commands.frame import Stop, words
from bot.running import AddressTaken
from bot.settings import SettingsError
from storage import errors

INTERRUPTED = 130
_STORAGE: Mapping[type[errors.StorageError], str] = {
    OtherMailbox: "other-mailbox",
    errors.NoKeyFile: "no-key",
    errors.BadKeyFile: "key",
    errors.WrongKey: "wrong-key",
    errors.NewerSchema: "newer",
    errors.AlreadyRunning: "running",
    errors.DamagedCopy: "damaged",
    errors.Busy: "busy",
    errors.Unreachable: "postgresql",
    errors.NoRights: "postgresql-rights",
    errors.WrongEncoding: "postgresql-encoding",
    errors.StorageError: "database",
}
_SYSTEM: Mapping[int, str] = {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "missing",
    errno.EISDIR: "folder",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
}


def sentence(error: BaseException) -> tuple[str, int] | None:
    """What to say about an error and the exit code, or None if nobody could have expected it."""
    if isinstance(error, Stop):
        return error.text, error.code
    if isinstance(error, SettingsError):
        return str(error), 1
    if isinstance(error, errors.StorageError):
        name = next(name for kind, name in _STORAGE.items() if isinstance(error, kind))
        # The storage speaks Chinese; another language has its own sentence, and is told what that is about.
        return words(f"cli-error-{name}", says=str(error), about=error.about), 1
    if isinstance(error, NoToken):
        return words("cli-error-no-token"), 1
    if isinstance(error, AddressTaken):
        return words("cli-error-address", address=error.address, setting=error.setting), 1
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return words("cli-error-interrupted"), INTERRUPTED
    if isinstance(error, click.UsageError):
        return usage(error), 2
    if isinstance(error, OSError) and error.errno is not None and error.errno in _SYSTEM:
        return words(f"cli-error-{_SYSTEM[error.errno]}", file=str(error.filename or error)), 1
    return None


def usage(error: click.UsageError) -> str:
    """A mistake in how a command was called."""
    path = error.ctx.command_path if error.ctx else words("cli-program")
    return _mistake(error) + "\n" + words("cli-usage-help", command=path)


def _mistake(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = ", ".join(error.possibilities or ())
            text = words("cli-usage-option", option=error.option_name)
            return text + (words("cli-usage-near", near=near) if near else "")
        case click.BadOptionUsage():
            return words("cli-usage-needs", option=error.option_name)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
            return words("cli-usage-missing", name=name)
        case click.BadParameter():
            return words("cli-usage-bad", name=_name(error), expected=_expected(error))
        case click.exceptions.NoSuchCommand():
            return words("cli-usage-command", command=error.command_name)
    # What is left comes without a kind of its own: words that no argument takes.
    extra = error.message.partition("(")[2].rpartition(")")[0]
    return words("cli-usage-extra", words=extra) if extra else error.message


def _name(error: click.BadParameter) -> str:
    return "" if error.param is None else (error.param.opts[0] if error.param.opts else error.param.human_readable_name)


def _expected(error: click.BadParameter) -> str:
    kind = None if error.param is None else error.param.type
    if isinstance(kind, click.IntRange):
        return words("cli-usage-range", least=str(kind.min), most=str(kind.max))
    if isinstance(kind, click.Choice):
        return words("settings-expected-choice", words=", ".join(str(each) for each in kind.choices))
    if kind is click.INT:
        return words("settings-expected-whole")
    if isinstance(kind, click.Path):
        return words("cli-usage-file" if kind.file_okay else "cli-usage-folder")
    return error.message
