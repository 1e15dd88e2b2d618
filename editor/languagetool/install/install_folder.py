"""Folder of an installation: its lock, and the errors of writing to it."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from editor.errors import InstallError, cause
from editor.localized import Localized

_LOCK_WAIT = 900.0
"""Seconds to wait for another installation into the same folder: a download may take minutes."""
_LOCK_REFUSED = (
    Localized("das System lässt es nicht zu", "the system does not allow it"),
    Localized("prüfen Sie die Schreibrechte des Ordners", "check that the folder is writable"),
)
_LOCK_PROBLEMS = {
    sqlite3.SQLITE_BUSY: (
        Localized("eine andere Einrichtung läuft noch", "another installation is still running"),
        Localized("warten Sie sie ab", "wait for it"),
    ),
    sqlite3.SQLITE_NOTADB: (
        Localized("die Datei „lock“ darin ist beschädigt", "the file “lock” in it is damaged"),
        Localized("löschen Sie sie", "delete it"),
    ),
}
"""SQLite's error code → why the folder cannot be locked, and advice."""
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock the folder against other installations, and remove the remains of a stopped one.

    The lock of an SQLite file is the only one in the standard library that works on every system
    and between processes, can wait, and ends with its process.
    """
    try:
        lock = sqlite3.connect(folder / "lock", timeout=_LOCK_WAIT, isolation_level=None)
        with closing(lock):
            lock.execute("BEGIN EXCLUSIVE")
            for leftover in folder.glob("staging-*"):
                _remove(leftover)
            yield
    except sqlite3.Error as error:
        raise _unlockable_error(folder, error) from error


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _unlockable_error(folder: Path, error: sqlite3.Error) -> InstallError:
    # The lowest byte of an extended code is the plain one: https://www.sqlite.org/rescode.html.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    reason, advice = _LOCK_PROBLEMS.get(code, _LOCK_REFUSED)
    return InstallError(
        f"{folder} lässt sich nicht sperren ({reason.german}); bitte {advice.german} und richten "
        "Sie LanguageTool noch einmal ein.",
        f"{folder} cannot be locked ({reason.english}); please {advice.english} and set "
        "LanguageTool up again.",
    )


def unwritable(folder: Path, error: OSError) -> InstallError:
    """Return the error of an installation that cannot write to ``folder``."""
    if error.errno in _NO_ROOM:
        return InstallError(
            f"In {folder} ist kein Platz mehr für LanguageTool; bitte schaffen Sie Platz "
            "(etwa 60 MB) und richten Sie es noch einmal ein.",
            f"There is no room left for LanguageTool in {folder}; please make room (about 60 MB) "
            "and set it up again.",
        )
    return InstallError(
        f"LanguageTool lässt sich nicht in {folder} einrichten ({cause(error).german}); bitte "
        "prüfen Sie die Schreibrechte des Ordners.",
        f"LanguageTool cannot be set up in {folder} ({cause(error).english}); please check that "
        "the folder is writable.",
    )
