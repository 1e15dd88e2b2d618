"""The dialog of exporting: formats, the choices of the one in front, how it will look, where to."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor.export.jobs.preset import ExportedFile, ExportPreset
from editor.export.options import ExportOptions
from editor.export.registry import EXPORT_FORMATS
from editor.gui.export.destination import Place, Target
from editor.gui.export.format_list import FormatList
from editor.gui.export.options_form import ChoiceForm
from editor.gui.export.sample import SampleView
from editor.gui.theme import Theme
from editor.gui.widgets.form_controls import ControlOptions


class ExportDialog(QDialog):
    """Lets a plan be made; what becomes of it is for others to do."""

    export_asked = Signal()
    """``plan`` is to be carried out, to ``paths``."""
    applied = Signal()
    """``plan`` is to be kept, and nothing to be written."""
    sample_asked = Signal()
    """Something else is to be seen: another format in front, or other choices."""

    def __init__(self, plan: ExportPreset, place: Place, theme: Theme, parent: QWidget):
        super().__init__(parent)
        self.setObjectName("dialog.export")
        self.setWindowTitle(self.tr("Ausgeben"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._plan = plan
        self._theme = theme
        self.formats = FormatList(theme, self)
        self._choices = ChoiceForm(theme, self)
        self.view = SampleView(theme, self)
        """What will be written, to look at."""
        self._target = Target(place, theme, self)
        self._lay_out()
        self.formats.fronted.connect(self._show_front)
        self.formats.ticked.connect(self._tick)
        self._choices.chosen.connect(self._choose)
        self._target.show_target(plan.folder, plan.name)
        self.formats.show_formats(plan.formats)
        self._tick()

    @property
    def plan(self) -> ExportPreset:
        """The plan as it is chosen now."""
        chosen = replace(self._plan, folder=self._target.folder, name=self._target.name)
        return replace(chosen, formats=self.formats.formats)

    @property
    def paths(self) -> Mapping[str, Path]:
        """The files to be written, by the ids of their formats."""
        return self._target.paths

    def offer_themes(self, themes: ControlOptions) -> None:
        """Offer these themes: id, name and description."""
        self._choices.offer_themes(themes)
        self._choices.show_choices(self._plan.options_for(self.formats.front))

    def take_shared(self, shared: ExportOptions) -> None:
        """Show what was chosen elsewhere for all formats."""
        self._plan = replace(self._plan, shared=shared)
        self._choices.show_choices(self._plan.options_for(self.formats.front))
        self.sample_asked.emit()

    def take_written(self, written: Mapping[str, ExportedFile]) -> None:
        """Know what an export has left, for the next one."""
        self._plan = replace(self._plan, written=written)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Say at the bottom how it goes, or what went wrong."""
        self._said.setProperty("role", "warning" if problem else "soft")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(text)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - as setEnabled
        """Take no other order as long as one is carried out."""
        self._busy = busy
        self._export.setEnabled(not busy and bool(self.formats.formats))

    # -- inside -----------------------------------------------------------------------------------

    def _show_front(self, format_id: str) -> None:
        self.view.say(self.tr("Die Vorschau wird erstellt …"))
        self._choices.show_format(EXPORT_FORMATS[format_id], self._plan.options_for(format_id))
        self.sample_asked.emit()

    def _tick(self) -> None:
        self._target.show_formats(self.formats.formats)
        self.set_busy(self._busy)

    def _choose(self, name: str, value: object) -> None:
        front = self.formats.front
        self._plan = self._plan.with_option(front, name, value)
        self._choices.show_choices(self._plan.options_for(front))
        self.sample_asked.emit()

    def _lay_out(self) -> None:
        px = self._theme.px
        left = QWidget(self)
        columns = QHBoxLayout(left)
        columns.setContentsMargins(0, 0, px(10), 0)
        columns.setSpacing(px(14))
        columns.addWidget(self.formats)
        columns.addWidget(self._choices, 1)
        middle = QSplitter(Qt.Orientation.Horizontal, self)
        middle.setHandleWidth(px(1))
        middle.setChildrenCollapsible(False)
        middle.addWidget(left)
        middle.addWidget(self.view)
        middle.setStretchFactor(1, 1)
        self.view.setMinimumWidth(px(280))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(px(14),) * 4)
        lines.setSpacing(px(10))
        lines.addWidget(middle, 1)
        lines.addWidget(self._target)
        lines.addLayout(self._bottom())
        self.resize(px(1180), px(720))

    def _bottom(self) -> QHBoxLayout:
        self._busy = False
        self._said = QLabel(self)
        self._said.setObjectName("export.said")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self._said, 1)
        apply = self._button("apply", self.tr("Ü&bernehmen"))
        apply.setToolTip(self.tr("Die Wahl für diese Rezension merken, ohne etwas zu schreiben"))
        apply.clicked.connect(self.applied)
        close = self._button("close", self.tr("S&chließen"))
        close.clicked.connect(self.reject)
        self._export = self._button("write", self.tr("&Ausgeben"))
        self._export.setDefault(True)
        self._export.clicked.connect(self.export_asked)
        for button in (apply, close, self._export):
            line.addWidget(button)
        return line

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"export.{name}")
        button.setAutoDefault(False)
        return button
