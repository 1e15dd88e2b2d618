"""The folders of the program outside the writer's own."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

_APP = "rezensent"
_NO_HOME = Path("/nonexistent")
"""The home of accounts that have none, by the convention of Debian's policy (9.2.3)."""


@dataclass(frozen=True, slots=True)
class Folders:
    """The folders outside the writer's own."""

    config: Path
    """The writer's settings, dictionary and forms."""
    data: Path
    """What was fetched: LanguageTool."""
    cache: Path
    """What may be thrown away."""
    state: Path
    """What must outlast a crash: drafts, earlier versions, locks, pictures that wait for their
    review's file."""

    @classmethod
    def default(cls) -> Self:
        """Return the platform's folders, or all below ``$REZENSENT_HOME`` when it is set."""
        own = os.environ.get("REZENSENT_HOME")
        if own:
            return cls.below(Path(own).expanduser().absolute())
        try:
            return cls(
                platformdirs.user_config_path(_APP, appauthor=False),
                platformdirs.user_data_path(_APP, appauthor=False),
                platformdirs.user_cache_path(_APP, appauthor=False),
                platformdirs.user_state_path(_APP, appauthor=False),
            )
        except RuntimeError:
            # Nothing can be kept there, and whoever tries says so.
            return cls.below(_NO_HOME)

    @classmethod
    def below(cls, root: Path) -> Self:
        """Return the folders of a program that keeps everything in the folder ``root``."""
        return cls(root / "config", root / "data", root / "cache", root / "state")


def home() -> Path:
    """Return the writer's own folder; an account without one has the root of all folders."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)
