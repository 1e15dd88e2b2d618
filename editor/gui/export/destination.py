"""Where exports go: a folder and a name, and the files that come of them."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from editor.export.jobs.writer import file_names
from editor.export.registry import EXPORT_FORMATS
from editor.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a review go unless the writer says otherwise."""

    folder: Path
    name: str
    own: Path | None = None
    """The review's file, which no export may replace."""


_SUFFIXES = tuple(export_format.suffix for export_format in EXPORT_FORMATS.values())


class Target(QWidget):
    """Two lines to type in, and one that says which files there will be."""

    changed = Signal()
    """Folder or name are others."""

    def __init__(self, place: Place, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._formats: tuple[str, ...] = ()
        self._folder = self._line("folder", self.tr("Ordner der Ausgabe"))
        self._name = self._line("name", self.tr("Dateiname ohne Endung"))
        self._files = QLabel(self)
        self._files.setObjectName("export.files")
        self._files.setProperty("role", "soft")
        self._files.setWordWrap(True)
        choose = QPushButton(self.tr("&Wählen …"), self)
        choose.setObjectName("export.choose")
        choose.setAccessibleName(self.tr("Ordner wählen"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        folder, name = QLabel(self.tr("&Ordner:"), self), QLabel(self.tr("Datei&name:"), self)
        folder.setBuddy(self._folder)
        name.setBuddy(self._name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(folder, 0, 0)
        grid.addWidget(self._folder, 0, 1, 1, 2)
        grid.addWidget(choose, 0, 3)
        grid.addWidget(name, 1, 0)
        grid.addWidget(self._name, 1, 1)
        grid.addWidget(self._files, 1, 2, 1, 2)

    def show_target(self, folder: str, name: str) -> None:
        """Show what was chosen; empty is what follows from the review."""
        self._folder.setText(folder or str(self._place.folder))
        self._name.setText(name or self._place.name)
        self._show_files()

    def show_formats(self, formats: tuple[str, ...]) -> None:
        """Say which files ``formats`` make."""
        self._formats = formats
        self._show_files()

    @property
    def folder(self) -> str:
        """The folder that was chosen, empty for the proposed one."""
        chosen = self._folder.text().strip()
        return "" if Path(chosen) == self._place.folder else chosen

    @property
    def name(self) -> str:
        """The name that was chosen, empty for the proposed one."""
        chosen = self._name.text().strip()
        return "" if chosen == self._place.name else chosen

    @property
    def paths(self) -> dict[str, Path]:
        """The files by the ids of their formats."""
        # What is relative, lies below the folder of the review, wherever the program was started.
        folder = self._place.folder / os.path.expanduser(self.folder)  # noqa: PTH111 - never raises
        name = _bare(self.name) or self._place.name
        names = file_names(name, self._formats, self._place.own, folder)
        return {key: folder / file for key, file in names.items()}

    def _line(self, name: str, label: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(f"export.{name}")
        line.setAccessibleName(label)
        line.textEdited.connect(self._edited)
        return line

    def _edited(self) -> None:
        self._show_files()
        self.changed.emit()

    def _show_files(self) -> None:
        self._files.setText(", ".join(path.name for path in self.paths.values()))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Ordner der Ausgabe"), self._folder.text())
        dialog.setObjectName("dialog.folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, folder: str) -> None:
        self._folder.setText(folder)
        self._edited()


def _bare(name: str) -> str:
    """Return ``name`` without the suffix of a format, which somebody has typed along."""
    found = [suffix for suffix in _SUFFIXES if name.casefold().endswith(suffix)]
    return name[: -len(max(found, key=len))] if found else name
