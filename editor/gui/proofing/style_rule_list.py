"""List of the style panel: a row per rule of style, with its explanation, and repeated words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from editor.gui.proofing.style_row import StyleRow
from editor.gui.theme import Theme
from editor.gui.widgets.heading_list import HeadingList
from editor.gui.widgets.row_list import ListRow
from editor.proofing.style import StyleOptions, style_rules

translate = QCoreApplication.translate

_ROW = 29
"""Height of a row, with or without a threshold, in units of ``Theme.px``."""


class StyleRuleList(QScrollArea):
    """Shows all rules of style, and the repeated words below them."""

    changed = Signal(str, object)
    """Emitted with the key of a rule and its new StyleChoice."""
    next_requested = Signal(str)
    """Emitted with the key of a rule when the writer wants to go to its next finding."""
    word_chosen = Signal(int)
    """Emitted with the row of a repeated word."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._explanations = {rule.key: rule.explanation.text() for rule in style_rules()}
        self._explanation = QLabel(self)
        self._explanation.setObjectName("style.explanation")
        self._explanation.setProperty("role", "soft")
        self._explanation.setWordWrap(True)
        self._explanation.hide()
        self._hint = QLabel(
            translate(
                "StylePanel", "Stil ist Geschmackssache und wird nur geprüft, wenn Sie es wollen."
            ),
            self,
        )
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        heading = translate("StylePanel", "Wiederholungen")
        self._repetitions = HeadingList("repetitions", heading, theme, self)
        self._repetitions.chosen.connect(self.word_chosen)
        self._rows = [StyleRow(rule, theme, self) for rule in style_rules()]
        for row in self._rows:
            row.changed.connect(self.changed)
            row.next_requested.connect(self.next_requested)
            row.entered.connect(self._explain)
        self._lay_out(theme)

    def focus_first(self) -> None:
        """Give the keyboard to the first rule."""
        self._rows[0].check.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._repetitions.set_theme(theme)

    def show_style(self, style: StyleOptions) -> None:
        """Show the writer's choices; does not emit ``changed``."""
        self._hint.setVisible(not style.enabled)
        for row in self._rows:
            row.show_choice(style.choice(row.rule.key), enabled=style.enabled)

    def show_counts(self, counts: Mapping[str, int], words: Sequence[ListRow]) -> None:
        """Show the numbers of findings by the keys of the rules, and rows for repeated words."""
        for row in self._rows:
            row.show_count(counts.get(row.rule.key, 0))
        self._repetitions.show_rows(words)

    def _explain(self, key: str) -> None:
        """Show the explanation of a rule below its row."""
        line = next(line for line, row in enumerate(self._rows) if row.rule.key == key)
        self._grid.addWidget(self._explanation, _explanation_line(line), 0, 1, 3)
        self._explanation.setText(self._explanations[key])
        self._explanation.show()
        # After the layout has moved it.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self._explanation))

    def _lay_out(self, theme: Theme) -> None:
        rows = QWidget(self)
        rows.setObjectName("styleRows")
        self._grid = grid = QGridLayout(rows)
        grid.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._hint, 0, 0, 1, 3)
        for line, row in enumerate(self._rows):
            row.put_into(grid, _explanation_line(line) - 1)
            grid.setRowMinimumHeight(_explanation_line(line) - 1, theme.px(_ROW))
        grid.addWidget(self._repetitions, _explanation_line(len(self._rows)), 0, 1, 3)
        grid.setRowStretch(_explanation_line(len(self._rows)) + 1, 1)
        self._explanation.setContentsMargins(theme.px(22), 0, 0, theme.px(8))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(rows)
        # The list is below the rules, which are created after it.
        QWidget.setTabOrder(self._rows[-1].widgets[-1], self._repetitions.list)


def _explanation_line(row: int) -> int:
    """Return the line of the grid below the rule ``row``; line 0 holds the hint."""
    return 2 * row + 2
