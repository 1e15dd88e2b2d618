"""Folders for Java's temporary files, and removal of those that killed processes have left.

Java removes its folder at its end, and so do we at ours; only when both were killed it stays. So
each folder says whose it is, and the next start looks for those whose Java has ended.
"""

import json
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from editor.errors import LanguageToolError, cause
from editor.storage.processes import ProcessIdentity

PREFIX = "rezensent-"
"""Prefix of the name of a folder; see Launcher.java."""
_OWNER = "owner.json"
_STARTING = 3_600
"""Seconds in which an empty folder may belong to a Java that has not been started yet."""


def make_scratch_folder() -> str:
    """Create a folder for Java's temporary files and return it; remove abandoned ones.

    Raises LanguageToolError.
    """
    try:
        _clear_abandoned(Path(tempfile.gettempdir()))
        return tempfile.mkdtemp(prefix=PREFIX)
    except OSError as error:
        raise LanguageToolError(
            f"LanguageTool braucht Platz im Ordner für temporäre Dateien "
            f"({cause(error).german}); bitte schaffen Sie dort Platz und "
            "starten Sie die Prüfung neu.",
            f"LanguageTool needs room in the folder for temporary files "
            f"({cause(error).english}); please make room there and restart the checker.",
        ) from error


def note_owner(scratch: str, java: ProcessIdentity) -> None:
    """Note in the folder that ``java`` uses it; without a note it is not removed for others."""
    with suppress(OSError):
        Path(scratch, _OWNER).write_text(json.dumps(java.to_json()), "utf-8")


def _clear_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{PREFIX}*"):
        # Those of other accounts cannot be read, and links are not followed.
        with suppress(OSError):
            if not folder.is_symlink() and folder.is_dir() and _is_abandoned(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    """Tell whether the Java of ``folder`` has ended. Raises OSError."""
    try:
        owner = ProcessIdentity.from_json(json.loads((folder / _OWNER).read_bytes()))
    except FileNotFoundError:
        old = time.time() - folder.stat().st_mtime > _STARTING
        return old and not any(folder.iterdir())
    except ValueError:
        return False
    return not (owner.is_running or owner.is_remote)
