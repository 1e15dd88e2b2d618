"""Why the system refused something, as words for the middle of a sentence.

The system has texts of its own for this; they are English wherever nobody has set a language, and
tell a writer little. The numbers are those of POSIX (``errno.h``), which Python uses everywhere.
"""

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cause:
    """A few words without a full stop, to be put in brackets."""

    german: str
    english: str


_ROOM = Cause("auf dem Datenträger ist kein Platz mehr", "no room is left on the disk")
_SHARE = Cause("der Ihnen zugeteilte Platz ist aufgebraucht", "your share of the disk is used up")
_BROKEN = Cause("der Datenträger meldet einen Fehler", "the disk reports a fault")
_RIGHTS = Cause("die Rechte reichen nicht", "you lack the permission")
_PROTECTED = Cause("der Datenträger ist schreibgeschützt", "the disk is write-protected")
_GONE = Cause("Datei oder Ordner fehlt", "there is no such file or folder")
_BUSY = Cause("ein anderes Programm benutzt es gerade", "another program is using it")
_AWAY = Cause("der Datenträger ist nicht erreichbar", "the disk cannot be reached")
_NAME = Cause("der Name ist zu lang", "the name is too long")
_SIZE = Cause("die Datei ist zu groß", "the file is too large")
_CIRCLE = Cause("die Verweise führen im Kreis", "the links lead in a circle")
_FOLDER = Cause("dort ist ein Ordner", "there is a folder")
_NO_FILE = Cause("es ist ein Gerät und keine Datei", "it is a device and no file")
_NO_FOLDER = Cause("ein Teil des Pfades ist kein Ordner", "a part of the path is not a folder")
_THERE = Cause("diesen Namen gibt es schon", "this name is taken already")
_FULL = Cause("es ist noch etwas darin", "there is something in it")
_MANY = Cause("zu viele Dateien sind offen", "too many files are open")
_MEMORY = Cause("der Arbeitsspeicher reicht nicht", "there is not enough memory")
_BROKEN_OFF = Cause("der Vorgang wurde unterbrochen", "it was interrupted")
_NOT_HERE = Cause("das kann dieser Datenträger nicht", "this disk cannot do that")
_NO_PROGRAM = Cause(
    "das ist kein Programm für diesen Rechner", "it is no program for this computer"
)
_TIME = Cause("es kam zu lange keine Antwort", "there was no answer for too long")

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


def cause(error: OSError) -> Cause:
    """Return why ``error`` came about; for one without a known number that number or its type."""
    known = _BY_NUMBER.get(error.errno or 0)
    if known is not None:
        return known
    if error.errno is None:
        return Cause(type(error).__name__, type(error).__name__)
    return Cause(f"Fehler {error.errno} des Systems", f"system error {error.errno}")


def passing(error: OSError) -> bool:
    """Tell whether the same may work later: a disk that was full, or away, may come back."""
    return cause(error) in _PASSING
