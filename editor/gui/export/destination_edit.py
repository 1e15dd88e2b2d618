"""Destination edit: folder and name of the exported files."""

import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from editor.export.jobs.writer import file_names
from editor.export.registry import EXPORT_FORMATS
from editor.gui.file_dialogs.appearance import style_file_dialog
from editor.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class DefaultDestination:
    """Folder and name that the files of a review get unless the writer enters others."""

    folder: Path
    name: str
    review_path: Path | None = None
    """The review's own file, which no export may replace."""


_SUFFIXES = tuple(export_format.suffix for export_format in EXPORT_FORMATS.values())


class DestinationEdit(QWidget):
    """Fields for folder and name, and a label with the files that will be written."""

    def __init__(self, default: DefaultDestination, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._default = default
        self._formats: tuple[str, ...] = ()
        self._folder = self._line_edit("folder", self.tr("Ordner des Exports"))
        self._name = self._line_edit("name", self.tr("Dateiname ohne Endung"))
        self._files = QLabel(self)
        self._files.setObjectName("export.files")
        self._files.setProperty("role", "soft")
        self._files.setWordWrap(True)
        self._lay_out(theme)

    def show_destination(self, folder: str, name: str) -> None:
        """Show ``folder`` and ``name``; the default stands for an empty one."""
        self._folder.setText(folder or str(self._default.folder))
        self._name.setText(name or self._default.name)
        self._show_files()

    def show_formats(self, formats: tuple[str, ...]) -> None:
        """Show the files that the formats with the ids ``formats`` will write."""
        self._formats = formats
        self._show_files()

    @property
    def folder(self) -> str:
        """The folder as entered, empty for the default."""
        entered = self._folder.text().strip()
        return "" if Path(entered) == self._default.folder else entered

    @property
    def name(self) -> str:
        """The name as entered, empty for the default."""
        entered = self._name.text().strip()
        return "" if entered == self._default.name else entered

    @property
    def paths(self) -> dict[str, Path]:
        """The files to write by format id."""
        # Relative to the folder of the review, wherever the program was started.
        entered = os.path.expanduser(self.folder)  # noqa: PTH111 - never raises
        folder = self._default.folder / entered
        name = _without_suffix(self.name) or self._default.name
        names = file_names(name, self._formats, self._default.review_path, folder)
        return {key: folder / file for key, file in names.items()}

    def _line_edit(self, name: str, label: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(f"export.{name}")
        edit.setAccessibleName(label)
        edit.textEdited.connect(self._show_files)
        return edit

    def _lay_out(self, theme: Theme) -> None:
        choose = QPushButton(self.tr("&Wählen …"), self)
        choose.setObjectName("export.choose")
        choose.setAccessibleName(self.tr("Ordner wählen"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._open_folder_dialog)
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

    def _show_files(self) -> None:
        self._files.setText(", ".join(path.name for path in self.paths.values()))

    def _open_folder_dialog(self) -> None:
        dialog = QFileDialog(self, self.tr("Ordner des Exports"), self._folder.text())
        dialog.setObjectName("dialog.folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        style_file_dialog(dialog)
        dialog.fileSelected.connect(self._set_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_folder(self, folder: str) -> None:
        self._folder.setText(folder)
        self._show_files()


def _without_suffix(name: str) -> str:
    """Return ``name`` without the longest suffix of an export format that it ends with."""
    suffixes = [suffix for suffix in _SUFFIXES if name.casefold().endswith(suffix)]
    return name[: -len(max(suffixes, key=len))] if suffixes else name
