"""Folder and name that file dialogs propose for the open review."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal

from editor.gui.document import Document
from editor.settings import home
from editor.storage import attachments


class ReviewFileNames(QObject):
    """Proposes the folder that was used last, and a name after the review."""

    folder_used = Signal(str)
    """Emitted with the folder of a file that has been opened or saved."""

    def __init__(
        self, document: Document, folder: str, waiting_images: Path, parent: QObject
    ) -> None:
        """``folder`` is where the first dialog begins; empty for the account's documents."""
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self.waiting_images = waiting_images
        """Folder of the images while the review has no file."""
        self.variant = "de-DE"
        """Variant of German in which the review is written."""

    def use(self, path: Path) -> None:
        """Let the next dialog begin in the folder of ``path``."""
        self._folder = str(path.parent)
        self.folder_used.emit(self._folder)

    def start_folder(self) -> Path:
        """Return the folder in which a file dialog begins."""
        if self._document.path is not None:
            return self._document.path.parent
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen = Path(self._folder or documents)
        # Path.is_dir raises where a folder above must not be looked into.
        return chosen if os.path.isdir(chosen) else home()  # noqa: PTH112

    def name(self) -> str:
        """Return the name of the review's file without ending, or one made of its title.

        The latter is a slug, for example “nordlicht-station-staffel-2”.
        """
        if self._document.path is not None:
            return self._document.path.stem
        review = self._document.review
        season = review.fact("season")
        words = f"{review.title} {'staffel ' + str(season) if season else ''}"
        return attachments.slugify(words) or self.tr("rezension")
