"""Export dialog: formats, their options, a sample of the result, and its destination."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.export.jobs.preset import ExportedFile, ExportPreset
from editor.export.options import ExportOptions
from editor.export.registry import EXPORT_FORMATS
from editor.gui.export.destination_edit import DefaultDestination, DestinationEdit
from editor.gui.export.format_list import FormatList
from editor.gui.export.message_line import MessageLine
from editor.gui.export.options_form import OptionsForm
from editor.gui.export.sample_view import SampleView
from editor.gui.screen_fit import resize_to_fit
from editor.gui.screen_fit.folding_splitter import FoldingSplitter
from editor.gui.theme import Theme
from editor.gui.widgets.form_controls import ControlOptions


class ExportDialog(QDialog):
    """Edits a preset. Writing files and rendering samples is left to its owner."""

    export_requested = Signal()
    """The files in ``paths`` are to be written with ``preset``."""
    applied = Signal()
    """``preset`` is to be saved without writing files."""
    checklist_requested = Signal()
    """The writer wants to see what is still open in the review."""
    sample_outdated = Signal()
    """The current format or its options have changed, so another sample is to be shown."""

    def __init__(
        self, preset: ExportPreset, default: DefaultDestination, *, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.export")
        self.setWindowTitle(self.tr("Exportieren"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._preset = preset
        self._busy = False
        self.format_list = FormatList(theme, self)
        self._options_form = OptionsForm(theme, self)
        self.sample_view = SampleView(theme, self)
        self._destination = DestinationEdit(default, theme, self)
        self._message_line = MessageLine(theme, self)
        self._message_line.checklist_requested.connect(self.checklist_requested)
        apply = self._button("apply", self.tr("Einste&llungen merken"))
        apply.setToolTip(
            self.tr("Diese Einstellungen für die Rezension merken, ohne etwas zu exportieren")
        )
        close = self._button("close", self.tr("S&chließen"))
        self._export_button = self._button("write", self.tr("&Exportieren"))
        self._export_button.setDefault(True)
        self._lay_out(theme, (apply, close, self._export_button))
        apply.clicked.connect(self.applied)
        close.clicked.connect(self.reject)
        self._export_button.clicked.connect(self.export_requested)
        self.format_list.current_changed.connect(self._show_format)
        self.format_list.checked_changed.connect(self._show_checked_formats)
        self._options_form.chosen.connect(self._set_option)
        self._destination.show_destination(preset.folder, preset.name)
        self.format_list.show_formats(preset.formats)
        self._show_checked_formats()

    @property
    def preset(self) -> ExportPreset:
        """The preset as it is chosen now."""
        return replace(
            self._preset,
            formats=self.format_list.checked,
            folder=self._destination.folder,
            name=self._destination.name,
        )

    @property
    def paths(self) -> Mapping[str, Path]:
        """The files to write by format id."""
        return self._destination.paths

    def offer_themes(self, themes: ControlOptions) -> None:
        """Offer ``themes``: id, name and description of each."""
        self._options_form.offer_themes(themes)
        self._show_options()

    def set_shared_options(self, shared: ExportOptions) -> None:
        """Show options for all formats that were changed elsewhere."""
        self._preset = replace(self._preset, shared=shared)
        self._show_options()
        self.sample_outdated.emit()

    def set_written(self, written: Mapping[str, ExportedFile]) -> None:
        """Take the files of the last export into the preset, by format id."""
        self._preset = replace(self._preset, written=written)

    def show_message(self, text: str, *, problem: bool = False) -> None:
        """Show the progress or the result of an export at the bottom."""
        self._message_line.show_message(text, problem=problem)

    def show_open_points(self, text: str) -> None:
        """Show what is still open in the review, nothing for an empty text."""
        self._message_line.show_open(text)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - as setEnabled
        """Disable the button that starts an export while one is running."""
        self._busy = busy
        self._export_button.setEnabled(not busy and bool(self.format_list.checked))

    # -- changes ----------------------------------------------------------------------------------

    def _show_format(self, format_id: str) -> None:
        self.sample_view.show_sentence(self.tr("Die Vorschau wird erstellt …"))
        options = self._preset.options_for(format_id)
        self._options_form.show_format(EXPORT_FORMATS[format_id], options)
        self.sample_outdated.emit()

    def _show_options(self) -> None:
        options = self._preset.options_for(self.format_list.current_format)
        self._options_form.show_options(options)

    def _show_checked_formats(self) -> None:
        self._destination.show_formats(self.format_list.checked)
        self.set_busy(self._busy)

    def _set_option(self, name: str, value: object) -> None:
        format_id = self.format_list.current_format
        self._preset = self._preset.with_option(format_id, name, value)
        self._show_options()
        self.sample_outdated.emit()

    # -- layout -----------------------------------------------------------------------------------

    def _lay_out(self, theme: Theme, buttons: Iterable[QPushButton]) -> None:
        px = theme.px
        left = FoldingSplitter(self)
        left.setProperty("role", "gap")
        left.setHandleWidth(px(14))
        left.setContentsMargins(0, 0, px(10), 0)
        left.set_folded_heights(px(130), px(150))
        left.addWidget(self.format_list)
        left.addWidget(self._options_form)
        left.setStretchFactor(1, 1)
        splitter = FoldingSplitter(self)
        splitter.setHandleWidth(px(1))
        splitter.set_folded_heights(px(240), px(180))
        splitter.addWidget(left)
        splitter.addWidget(self.sample_view)
        splitter.setStretchFactor(1, 1)
        self.sample_view.setMinimumWidth(px(280))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(px(14),) * 4)
        lines.setSpacing(px(10))
        lines.addWidget(splitter, 1)
        lines.addWidget(self._destination)
        bottom = QHBoxLayout()
        bottom.addWidget(self._message_line, 1)
        for button in buttons:
            bottom.addWidget(button)
        lines.addLayout(bottom)
        resize_to_fit(self, px(1180), px(720))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"export.{name}")
        button.setAutoDefault(False)
        return button
