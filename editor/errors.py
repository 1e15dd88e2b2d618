"""One tree of errors.

Every error that a user can meet carries one sentence in German and the same in English, and the
sentence says what to do next. The window and the command line show it as it is.
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
    """What is being written cannot be kept between two saves."""


class BackupError(RezensentError):
    """An earlier version of a review cannot be kept or read."""


class FormError(RezensentError):
    """A form definition is missing or broken."""


class AttachmentError(RezensentError):
    """A picture cannot be put beside the review."""


class SettingsError(RezensentError):
    """The settings cannot be written."""


class LanguageToolError(RezensentError):
    """Checking is not possible: Java or LanguageTool is missing, stopped or does not answer."""


class InstallError(LanguageToolError):
    """LanguageTool could not be fetched or what was fetched is damaged."""


class AddressError(RezensentError):
    """What was typed is no address of a server that Rezensent can use."""


class ServerUnreachableError(LanguageToolError):
    """LanguageTool at another address does not answer as LanguageTool does; it may later."""


class SearchError(RezensentError):
    """A search cannot be done: its pattern is not valid, or matching it takes too long."""


class ConversionError(RezensentError):
    """A text in another format cannot be turned into Markdown."""


class ThemeError(RezensentError):
    """A theme of web pages is missing or broken."""


class ExportError(RezensentError):
    """A review could not be exported."""


_ROOM = Localized("auf dem Datenträger ist kein Platz mehr", "no room is left on the disk")
_SHARE = Localized(
    "der Ihnen zugeteilte Platz ist aufgebraucht", "your share of the disk is used up"
)
_BROKEN = Localized("der Datenträger meldet einen Fehler", "the disk reports a fault")
_RIGHTS = Localized("die Rechte reichen nicht", "you lack the permission")
_PROTECTED = Localized("der Datenträger ist schreibgeschützt", "the disk is write-protected")
_GONE = Localized("Datei oder Ordner fehlt", "there is no such file or folder")
_BUSY = Localized("ein anderes Programm benutzt es gerade", "another program is using it")
_AWAY = Localized("der Datenträger ist nicht erreichbar", "the disk cannot be reached")
_NAME = Localized("der Name ist zu lang", "the name is too long")
_SIZE = Localized("die Datei ist zu groß", "the file is too large")
_CIRCLE = Localized("die Verweise führen im Kreis", "the links lead in a circle")
_FOLDER = Localized("dort ist ein Ordner", "there is a folder")
_NO_FILE = Localized("es ist ein Gerät und keine Datei", "it is a device and no file")
_NO_FOLDER = Localized("ein Teil des Pfades ist kein Ordner", "a part of the path is not a folder")
_THERE = Localized("diesen Namen gibt es schon", "this name is taken already")
_FULL = Localized("es ist noch etwas darin", "there is something in it")
_MANY = Localized("zu viele Dateien sind offen", "too many files are open")
_MEMORY = Localized("der Arbeitsspeicher reicht nicht", "there is not enough memory")
_BROKEN_OFF = Localized("der Vorgang wurde unterbrochen", "it was interrupted")
_NOT_HERE = Localized("das kann dieser Datenträger nicht", "this disk cannot do that")
_NO_PROGRAM = Localized(
    "das ist kein Programm für diesen Rechner", "it is no program for this computer"
)
_TIME = Localized("es kam zu lange keine Antwort", "there was no answer for too long")

_CAUSES = {
    "ENOSPC": _ROOM,
    "EDQUOT": _SHARE,
    "EIO": _BROKEN,
    "EACCES": _RIGHTS,
    "EPERM": _RIGHTS,
    "EROFS": _PROTECTED,
    "ENOENT": _GONE,
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EAGAIN": _BUSY,
    "EDEADLK": _BUSY,
    "ENOLCK": _BUSY,
    "ESTALE": _AWAY,
    "ENODEV": _NO_FILE,
    "ENXIO": _AWAY,
    "ENOTCONN": _AWAY,
    "EHOSTDOWN": _AWAY,
    "EHOSTUNREACH": _AWAY,
    "ENETDOWN": _AWAY,
    "ENETUNREACH": _AWAY,
    "EREMOTEIO": _AWAY,
    "ENAMETOOLONG": _NAME,
    "EFBIG": _SIZE,
    "ELOOP": _CIRCLE,
    "EISDIR": _FOLDER,
    "ENOTDIR": _NO_FOLDER,
    "EEXIST": _THERE,
    "ENOTEMPTY": _FULL,
    "EMFILE": _MANY,
    "ENFILE": _MANY,
    "ENOMEM": _MEMORY,
    "EINTR": _BROKEN_OFF,
    "ENOTSUP": _NOT_HERE,
    "EOPNOTSUPP": _NOT_HERE,
    "ENOSYS": _NOT_HERE,
    "EINVAL": _NOT_HERE,
    "EXDEV": _NOT_HERE,
    "ENOEXEC": _NO_PROGRAM,
    "ETIMEDOUT": _TIME,
}
# Not every system knows every name.
_BY_NUMBER = {
    getattr(errno, name): cause for name, cause in _CAUSES.items() if hasattr(errno, name)
}

_PASSING = frozenset(
    (_ROOM, _SHARE, _BROKEN, _PROTECTED, _GONE, _BUSY, _AWAY, _MANY, _MEMORY, _BROKEN_OFF, _TIME)
)


def cause(error: OSError) -> Localized:
    """Return why ``error`` came about, without a full stop, to be put in brackets.

    An error without a known number is told by that number or its type.
    """
    known = _BY_NUMBER.get(error.errno or 0)
    if known is not None:
        return known
    if error.errno is None:
        return Localized(type(error).__name__)
    return Localized(f"Fehler {error.errno} des Systems", f"system error {error.errno}")


def passing(error: OSError) -> bool:
    """Tell whether the same may work later: a disk that was full, or away, may come back."""
    return cause(error) in _PASSING
