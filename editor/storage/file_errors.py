"""Errors of files that cannot be read or written."""

from pathlib import Path

from editor.errors import ReviewFileError, cause, is_transient


class SaveError(ReviewFileError):
    """A file could not be written, or not durably."""

    def __init__(self, german: str, english: str, error: OSError, digest: str = "") -> None:
        super().__init__(german, english)
        self.cause = cause(error)
        self.passing = is_transient(error)
        """Whether saving may succeed later."""
        self.digest = digest
        """Digest of the file when it was written, but perhaps not durably; empty when it is
        unchanged."""


def not_text_error(path: Path) -> ReviewFileError:
    """Return the error for a file that is not text, or in an encoding that is not certain."""
    return ReviewFileError(
        f"{path} ist kein Text in UTF-8; bitte sichern Sie die Datei in ihrem Programm mit "
        "der Kodierung UTF-8, sie bleibt unverändert.",
        f"{path} is not text in UTF-8; please save it as UTF-8 in the program it comes from, "
        "it is left as it is.",
    )


def unwritable_error(path: Path, error: OSError) -> SaveError:
    """Return the error for a file that cannot be written and is as it was."""
    reason = cause(error)
    return SaveError(
        f"{path} lässt sich nicht sichern ({reason.german}); bitte wählen Sie mit „Sichern "
        "unter“ einen anderen Ort.",
        f"{path} cannot be saved ({reason.english}); please choose another place with “Save as”.",
        error,
    )


def unsynced_error(path: Path, error: OSError, written: str) -> SaveError:
    """Return the error for a file that may be lost in a power cut; ``written`` is its digest."""
    reason = cause(error)
    return SaveError(
        f"{path} ist geschrieben, aber vor einem Stromausfall nicht sicher ({reason.german}); "
        "bitte sichern Sie noch einmal oder mit „Sichern unter“ an einem anderen Ort.",
        f"{path} is written, but not safe from a power cut ({reason.english}); please save again, "
        "or elsewhere with “Save as”.",
        error,
        written,
    )


def unreadable_error(path: Path, error: OSError) -> ReviewFileError:
    """Return the error for a file that cannot be read."""
    reason = cause(error)
    return ReviewFileError(
        f"{path} lässt sich nicht öffnen ({reason.german}); bitte prüfen Sie Ort und Rechte.",
        f"{path} cannot be opened ({reason.english}); please check its place and permissions.",
    )
