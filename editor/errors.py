"""Errors that are shown to the user, and the causes of errors of the system.

Each error carries one sentence in German and in English that says what to do next. The window and
the command line show it unchanged.
"""

import errno
from typing import Self

from editor.localized import Localized


class RezensentError(Exception):
    """A problem that the user can do something about.

    ``german`` and ``english`` are whole sentences, ready to be shown.
    """

    def __init__(self, german: str, english: str) -> None:
        super().__init__(german)
        self.sentence = Localized(german, english)

    @classmethod
    def of(cls, sentence: Localized) -> Self:
        """Return the error that says ``sentence``."""
        return cls(sentence.german, sentence.english)

    @property
    def german(self) -> str:
        """The sentence in German."""
        return self.sentence.german

    @property
    def english(self) -> str:
        """The sentence in English."""
        return self.sentence.english

    def text(self) -> str:
        """Return the sentence in the current language."""
        return self.sentence.text()


class ReviewFileError(RezensentError):
    """A review file cannot be read or written."""


class JournalError(RezensentError):
    """Drafts cannot be kept between two saves."""


class BackupError(RezensentError):
    """An earlier version of a review cannot be kept or read."""


class FormError(RezensentError):
    """A form definition is missing or broken."""


class AttachmentError(RezensentError):
    """An image cannot be put beside the review."""


class SettingsError(RezensentError):
    """The settings cannot be written."""


class LanguageToolError(RezensentError):
    """Checking is not possible: Java or LanguageTool is missing, stopped or does not answer."""


class NotInstalledError(LanguageToolError):
    """LanguageTool is not, or not completely, on this machine.

    ``size`` is that of the files to download, in bytes.
    """

    def __init__(self, german: str, english: str, size: int) -> None:
        super().__init__(german, english)
        self.size = size


class DamagedShippedError(NotInstalledError):
    """The LanguageTool that comes with Rezensent is damaged; another one can be downloaded."""


class DamagedInstallError(LanguageToolError):
    """LanguageTool is installed, but does not start; another installation may help."""


class SlowAnswerError(LanguageToolError):
    """LanguageTool has not answered within the deadline."""


class ServerFailureError(LanguageToolError):
    """LanguageTool is installed, but hung or ended too often; another start may help."""


class InstallError(LanguageToolError):
    """LanguageTool cannot be downloaded, or the download is damaged."""


class AddressError(RezensentError):
    """A text is not the address of a server that Rezensent can use."""


class ServerUnreachableError(LanguageToolError):
    """A remote LanguageTool does not answer as expected; it may do so later."""


class UpdateError(RezensentError):
    """It cannot be found out whether there is a newer version of the program."""


class SearchError(RezensentError):
    """A search has an invalid pattern, or takes too long."""


class ConversionError(RezensentError):
    """A text cannot be converted from another format to Markdown."""


class ThemeError(RezensentError):
    """A theme of web pages is missing or broken."""


class ExportError(RezensentError):
    """A review cannot be exported."""


_NO_SPACE = Localized("auf dem Datenträger ist kein Platz mehr", "the disk is full")
_QUOTA = Localized(
    "der Ihnen zugeteilte Platz ist aufgebraucht", "your share of the disk is used up"
)
_DISK_FAULT = Localized("der Datenträger meldet einen Fehler", "the disk reports a fault")
_NO_PERMISSION = Localized("Ihnen fehlen die Rechte dafür", "you do not have permission")
_READ_ONLY = Localized("der Datenträger ist schreibgeschützt", "the disk is write-protected")
_MISSING = Localized("Datei oder Ordner fehlt", "the file or folder does not exist")
_BUSY = Localized("ein anderes Programm benutzt es gerade", "another program is using it")
_UNREACHABLE = Localized("der Datenträger ist nicht erreichbar", "the disk cannot be reached")
_NAME_TOO_LONG = Localized("der Name ist zu lang", "the name is too long")
_TOO_LARGE = Localized("die Datei ist zu groß", "the file is too large")
_LINK_LOOP = Localized("die Verweise führen im Kreis", "the links form a loop")
_IS_FOLDER = Localized("dort ist ein Ordner", "there is a folder of that name")
_NOT_A_FILE = Localized("es ist ein Gerät und keine Datei", "it is a device and not a file")
_NOT_A_FOLDER = Localized(
    "ein Teil des Pfades ist kein Ordner", "a part of the path is not a folder"
)
_NAME_TAKEN = Localized("diesen Namen gibt es schon", "this name is already taken")
_NOT_EMPTY = Localized("der Ordner ist nicht leer", "the folder is not empty")
_TOO_MANY_FILES = Localized("zu viele Dateien sind offen", "too many files are open")
_NO_MEMORY = Localized("der Arbeitsspeicher reicht nicht", "there is not enough memory")
_INTERRUPTED = Localized("der Vorgang wurde unterbrochen", "it was interrupted")
_UNSUPPORTED = Localized("das kann dieser Datenträger nicht", "this disk cannot do that")
_NOT_A_PROGRAM = Localized(
    "das ist kein Programm für diesen Rechner", "it is not a program for this computer"
)
_TIMEOUT = Localized("die Antwort ist ausgeblieben", "there was no answer in time")

_CAUSES = {
    "ENOSPC": _NO_SPACE,
    "EDQUOT": _QUOTA,
    "EIO": _DISK_FAULT,
    "EACCES": _NO_PERMISSION,
    "EPERM": _NO_PERMISSION,
    "EROFS": _READ_ONLY,
    "ENOENT": _MISSING,
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EAGAIN": _BUSY,
    "EDEADLK": _BUSY,
    "ENOLCK": _BUSY,
    "ESTALE": _UNREACHABLE,
    "ENODEV": _NOT_A_FILE,
    "ENXIO": _UNREACHABLE,
    "ENOTCONN": _UNREACHABLE,
    "EHOSTDOWN": _UNREACHABLE,
    "EHOSTUNREACH": _UNREACHABLE,
    "ENETDOWN": _UNREACHABLE,
    "ENETUNREACH": _UNREACHABLE,
    "EREMOTEIO": _UNREACHABLE,
    "ENAMETOOLONG": _NAME_TOO_LONG,
    "EFBIG": _TOO_LARGE,
    "ELOOP": _LINK_LOOP,
    "EISDIR": _IS_FOLDER,
    "ENOTDIR": _NOT_A_FOLDER,
    "EEXIST": _NAME_TAKEN,
    "ENOTEMPTY": _NOT_EMPTY,
    "EMFILE": _TOO_MANY_FILES,
    "ENFILE": _TOO_MANY_FILES,
    "ENOMEM": _NO_MEMORY,
    "EINTR": _INTERRUPTED,
    "ENOTSUP": _UNSUPPORTED,
    "EOPNOTSUPP": _UNSUPPORTED,
    "ENOSYS": _UNSUPPORTED,
    "EINVAL": _UNSUPPORTED,
    "EXDEV": _UNSUPPORTED,
    "ENOEXEC": _NOT_A_PROGRAM,
    "ETIMEDOUT": _TIMEOUT,
}
# Not every system knows every name.
_BY_NUMBER = {
    getattr(errno, name): cause for name, cause in _CAUSES.items() if hasattr(errno, name)
}

_TRANSIENT = frozenset(
    (
        _NO_SPACE,
        _QUOTA,
        _DISK_FAULT,
        _READ_ONLY,
        _MISSING,
        _BUSY,
        _UNREACHABLE,
        _TOO_MANY_FILES,
        _NO_MEMORY,
        _INTERRUPTED,
        _TIMEOUT,
    )
)


def cause(error: OSError) -> Localized:
    """Return the cause of ``error`` in a few words without a full stop, to be put in brackets.

    For an unknown cause these are its number, or its type if it has none.
    """
    known = _BY_NUMBER.get(error.errno or 0)
    if known is not None:
        return known
    if error.errno is None:
        return Localized(type(error).__name__)
    return Localized(f"Fehler {error.errno} des Systems", f"system error {error.errno}")


def is_transient(error: OSError) -> bool:
    """Return whether a retry may work later, as with a disk that is full or not mounted."""
    return cause(error) in _TRANSIENT
