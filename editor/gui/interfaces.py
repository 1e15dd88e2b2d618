"""Interfaces through which rooms use each other: each is as narrow as its users need."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from editor.review.model import Review


class FileCloser(Protocol):
    """Asks about unsaved changes before another review takes the place of the open one."""

    def close(self, then: Callable[[], None]) -> None:
        """Run ``then`` once nothing unsaved can be lost, or never if the writer cancels."""


class FileOpener(FileCloser, Protocol):
    """Opens reviews in the place of the open one."""

    author: str
    """Name that a new review begins with."""

    def start_folder(self) -> Path:
        """Return the folder in which a file dialog begins."""

    def load(self, path: Path, *, over: Review | None = None) -> None:
        """Open the review in ``path``; ``over`` is a review that may be given up for it."""


class FileNames(Protocol):
    """Names that files made of the open review get."""

    variant: str
    """Variant of German in which the review is written, as "de-AT"."""
    waiting_images: Path
    """Folder of the images while the review has no file."""

    def start_folder(self) -> Path:
        """Return the folder in which a file dialog begins."""

    def name(self) -> str:
        """Return a file name without ending for the open review."""


class DraftKeeper(Protocol):
    """Keeps a draft of the open review in the background."""

    @property
    def troubled(self) -> bool:
        """Whether the draft cannot be written."""

    def write_now(self) -> None:
        """Write the draft now, without waiting for a pause."""
