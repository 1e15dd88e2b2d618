"""Table of the lengths and word targets of the sections."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from editor.gui.overview.target_bar import TargetBar
from editor.gui.theme import Theme
from editor.gui.widgets.form_controls import WheelFilter
from editor.gui.widgets.shortcut_priority import is_history_key
from editor.review.statistics import Statistics, TargetProgress

_MOST = 99_999
"""Highest target in words: as many as a book has."""
_STEP = 50
_TARGET_COLUMN = 4


class TargetRow(NamedTuple):
    """Content of a row: of a section, or of the whole review if ``key`` is empty."""

    key: str
    label: str
    counts: Statistics
    target: TargetProgress | None


class TargetsTable(QWidget):
    """Shows the statistics of the sections and lets the writer set word targets."""

    target_chosen = Signal(str, int)
    """The key of a row and its target in words, 0 for none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("numbers")
        self.setAccessibleName(self.tr("Umfang der Abschnitte"))
        self._theme = theme
        self._rows: dict[str, _RowWidgets] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(1))
        self._grid.setColumnStretch(0, 1)
        titles = (
            *(self.tr("Abschnitt"), self.tr("Wörter"), self.tr("Zeichen")),
            *(self.tr("Zeit"), self.tr("Ziel")),
        )
        for column, title in enumerate(titles):
            label = _heading(title, self)
            align = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, 0, column, align)
        self._grid.setRowMinimumHeight(0, self.fontMetrics().height() + theme.px(4))

    def set_theme(self, theme: Theme) -> None:
        """Paint the table in ``theme``."""
        self._theme = theme
        for row in self._rows.values():
            row.bar.set_theme(theme)

    def show_rows(self, rows: Sequence[TargetRow]) -> None:
        """Show ``rows``. A target that is being typed stays."""
        if [(row.key, row.label) for row in rows] != [
            (key, widgets.name.text()) for key, widgets in self._rows.items()
        ]:
            self._make(rows)
        for row in rows:
            self._rows[row.key].show_row(row)

    def take_focus(self) -> None:
        """Give the keyboard focus to the target of the first section."""
        for row in list(self._rows.values())[:1]:
            # Qt shows a new widget only in the next turn of the event loop.
            row.target.show()
            row.target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, rows: Sequence[TargetRow]) -> None:
        for old in self._rows.values():
            old.remove()
        self._rows = {}
        for line, row in enumerate(rows):
            made = _RowWidgets(row, self._theme, self)
            made.put_into(self._grid, 2 * line + 1)
            made.chosen.connect(self.target_chosen)
            self._rows[row.key] = made


class _RowWidgets(WheelFilter):
    """Widgets of a row: labels, the spin box of the target, and the bar below them."""

    chosen = Signal(str, int)

    def __init__(self, row: TargetRow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = row.key
        self.name = QLabel(row.label, parent)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self._words, self._characters, self._time = (QLabel(parent) for _ in range(3))
        self._words.setObjectName(f"numbers.{row.key or 'review'}.words")
        self.bar = TargetBar(theme, parent)
        self.target = self._box(row, theme, parent)
        for label in (self.name, self._words, self._characters, self._time):
            label.setProperty("role", "strong" if not row.key else "plain")
        # A long label must not widen the panel.
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.name.setToolTip(row.label)

    def put_into(self, grid: QGridLayout, line: int) -> None:
        """Add the widgets to the rows ``line`` and ``line + 1`` of ``grid``."""
        grid.addWidget(self.name, line, 0)
        for column, label in enumerate((self._words, self._characters, self._time), 1):
            grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.target, line, _TARGET_COLUMN)
        grid.addWidget(self.bar, line + 1, 0, 1, _TARGET_COLUMN + 1)

    def remove(self) -> None:
        """Delete the widgets."""
        labels = (self.name, self._words, self._characters, self._time)
        for widget in (*labels, self.target, self.bar):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()

    def show_row(self, row: TargetRow) -> None:
        """Show ``row``."""
        minutes, seconds = divmod(row.counts.reading_seconds, 60)
        self._words.setText(QLocale().toString(row.counts.words))
        self._characters.setText(QLocale().toString(row.counts.characters))
        without = self.tr("{n} ohne Leerzeichen").format(n=QLocale().toString(row.counts.letters))
        self._characters.setToolTip(without)
        self._time.setText(f"{minutes}:{seconds:02}")
        self._time.setToolTip(self.tr("{m} Min. {s} Sek.").format(m=minutes, s=seconds))
        # Outside of a table, a reader needs to hear of what a number is.
        for label, said in (
            (self._words, self._amount(row.counts.words)),
            (self._characters, self.tr("{n} Zeichen").format(n=self._characters.text())),
            (self._time, self._time.toolTip()),
        ):
            label.setAccessibleName(f"{row.label}: {said}")
        progress = self._progress_text(row.target)
        spoken = self.tr("{words}, {characters} Zeichen, Lesezeit {time} {said}").format(
            words=self._amount(row.counts.words),
            characters=self._characters.text(),
            time=self._time.toolTip(),
            said=progress,
        )
        self.target.setAccessibleDescription(spoken)
        self.target.setToolTip(progress)
        self.bar.setToolTip(progress)
        self.bar.show_share(row.target.share if row.target else None)
        if not self.target.lineEdit().isModified():
            self._show_target(row.target.target if row.target else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo to the window, and the wheel to the panel unless the box has the focus."""
        if is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _box(self, row: TargetRow, theme: Theme, parent: QWidget) -> QSpinBox:
        box = QSpinBox(parent)
        box.setObjectName(f"target.{row.key or 'review'}")
        box.setAccessibleName(self.tr("Ziel für {section} in Wörtern").format(section=row.label))
        box.setRange(0, _MOST)
        box.setSingleStep(_STEP)
        box.setSpecialValueText("–")
        box.setGroupSeparatorShown(True)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setProperty("role", "cell")
        box.setFixedWidth(theme.px(54))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # While the writer types “400”, the 4 is not the target.
        box.setKeyboardTracking(False)
        box.installEventFilter(self)
        box.valueChanged.connect(self._choose)
        return box

    def _choose(self, words: int) -> None:
        self.target.lineEdit().setModified(False)
        self.chosen.emit(self._key, words)

    def _show_target(self, words: int) -> None:
        self.target.blockSignals(True)  # noqa: FBT003 - Qt names it
        self.target.setValue(words)
        self.target.blockSignals(False)  # noqa: FBT003

    def _progress_text(self, target: TargetProgress | None) -> str:
        if target is None:
            return self.tr("Noch kein Ziel; geben Sie ein, wie viele Wörter es werden sollen.")
        rest = self.tr("Ziel erreicht")
        if target.remaining > 0:
            rest = self.tr("noch {n}").format(n=self._amount(target.remaining))
        elif target.remaining < 0:
            rest = self.tr("{n} mehr").format(n=self._amount(-target.remaining))
        return self.tr("{p} % von {t} Wörtern: {rest}.").format(
            p=round(target.share * 100), t=QLocale().toString(target.target), rest=rest
        )

    def _amount(self, words: int) -> str:
        one = words == 1
        return (self.tr("1 Wort") if one else self.tr("{n} Wörter")).format(
            n=QLocale().toString(words)
        )


def _heading(title: str, parent: QWidget) -> QLabel:
    label = QLabel(title, parent)
    label.setObjectName("heading")
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    label.setFont(font)
    return label
