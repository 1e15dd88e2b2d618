"""Folders for settings, downloads, caches and drafts."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

_APP = "rezensent"
_NO_HOME = Path("/nonexistent")
"""Home of accounts without one, by convention (Debian Policy, 9.2.3)."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders for the files that the program keeps for itself."""

    config: Path
    """The writer's settings, dictionary and forms."""
    data: Path
    """Downloads: LanguageTool."""
    cache: Path
    """Files that may be deleted at any time."""
    state: Path
    """Files that must survive a crash: drafts, earlier versions, locks, and images of reviews that
    have no file yet."""

    @property
    def waiting_images(self) -> Path:
        """Folder of the images of reviews that have no file yet."""
        return self.state / "waiting-images"

    @property
    def scratch(self) -> Path:
        """Folder of files that are of use only while a process runs, by process."""
        return self.cache / "print"

    @classmethod
    def default(cls) -> Self:
        """Return the platform's folders, or those below ``$REZENSENT_HOME`` if it is set."""
        root = os.environ.get("REZENSENT_HOME")
        if root:
            return cls.below(Path(root).expanduser().absolute())
        try:
            return cls(
                platformdirs.user_config_path(_APP, appauthor=False),
                platformdirs.user_data_path(_APP, appauthor=False),
                platformdirs.user_cache_path(_APP, appauthor=False),
                platformdirs.user_state_path(_APP, appauthor=False),
            )
        except RuntimeError:
            # No home: nothing can be written there, and each attempt reports its error.
            return cls.below(_NO_HOME)

    @classmethod
    def below(cls, root: Path) -> Self:
        """Return the folders of a program that keeps all its files in ``root``."""
        return cls(root / "config", root / "data", root / "cache", root / "state")


def home() -> Path:
    """Return the home folder of the writer, or the root folder for an account without one."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)
