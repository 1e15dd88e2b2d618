"""The panel of style: one switch, one row per rule, and the words that stand again and again."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.gui.widgets.heading_list import HeadingList
from editor.gui.widgets.row_list import ListRow
from editor.gui.widgets.side_panel import SidePanel
from editor.languagetool.finding import Finding
from editor.proofing.repetitions import Repetition, repeated_words
from editor.proofing.style import REPETITIONS, StyleChoice, StyleOptions, StyleRule, style_rules
from editor.proofing.unknown_words import SectionFinding


class StyleRow(QObject):
    """The three widgets of a rule, which stand in one row of a grid."""

    changed = Signal(str, object)
    """The key of the rule and its new StyleChoice."""
    asked = Signal(str)
    """The key: the writer wants to go to the next finding."""
    entered = Signal(str)
    """The key: the writer has come to this row."""

    def __init__(self, rule: StyleRule, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rule = rule
        self._label = rule.label.text()
        explanation = rule.explanation.text()
        self.check = QCheckBox(self._label.replace("&", "&&"), parent)
        self.check.setObjectName(f"style.{rule.key}")
        self.check.setAccessibleDescription(explanation)
        self.check.toggled.connect(self._tell)
        self.count = QPushButton(parent)
        self.count.setObjectName(f"style.{rule.key}.count")
        self.count.setProperty("role", "count")
        self.count.clicked.connect(lambda: self.asked.emit(rule.key))
        self.threshold = self._spin_box(theme, parent) if rule.unit else None
        self.widgets = tuple(w for w in (self.check, self.count, self.threshold) if w is not None)
        for widget in self.widgets:
            widget.installEventFilter(self)
        self.count.setFixedWidth(theme.px(48))
        self.show_count(0)

    def put_into(self, grid: QGridLayout, line: int) -> None:
        """Take the row ``line`` of ``grid``."""
        grid.addWidget(self.check, line, 0)
        grid.addWidget(self.count, line, 1, Qt.AlignmentFlag.AlignRight)
        if self.threshold is not None:
            grid.addWidget(self.threshold, line, 2)

    def show_choice(self, choice: StyleChoice, *, enabled: bool) -> None:
        """Show what is chosen; it is no news then."""
        self.blockSignals(True)  # noqa: FBT003 - Qt names it
        self.check.setChecked(choice.on)
        self.check.setEnabled(enabled)
        if self.threshold is not None:
            self.threshold.setValue(choice.threshold)
            self.threshold.setEnabled(enabled and choice.on)
        self.blockSignals(False)  # noqa: FBT003

    def show_count(self, count: int) -> None:
        """Say how many findings there are."""
        self.count.setText(f"{count} ›" if count else "")
        self.count.setEnabled(bool(count))
        self.count.setToolTip(self.tr("Zum nächsten Fund") if count else "")
        spoken = self.tr("{rule}: {n} Funde, zum nächsten").format(rule=self._label, n=count)
        self.count.setAccessibleName(spoken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the keyboard or the mouse comes to the row."""
        if _comes(event):
            # Not within a click: what moves under the mouse while it is down is not clicked.
            QTimer.singleShot(0, self, lambda: self.entered.emit(self.rule.key))
        # A wheel that scrolls the panel must not turn the thresholds on its way.
        wheel = event.type() == QEvent.Type.Wheel and watched is self.threshold
        if wheel and self.threshold is not None and not self.threshold.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _spin_box(self, theme: Theme, parent: QWidget) -> QSpinBox:
        rule = self.rule
        box = QSpinBox(parent)
        box.setObjectName(f"style.{rule.key}.threshold")
        box.setAccessibleName(self.tr("{rule}: Schwelle").format(rule=self._label))
        box.setRange(rule.minimum, rule.maximum)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(theme.px(104))
        box.setSuffix(rule.suffix.text())
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSpecialValueText(rule.lowest.text())
        # While somebody types „12“, the 1 is not what they mean.
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._tell)
        return box

    def _tell(self) -> None:
        threshold = self.threshold.value() if self.threshold is not None else self.rule.default
        self.changed.emit(self.rule.key, StyleChoice(self.check.isChecked(), threshold))


def _comes(event: QEvent) -> bool:
    """Tell whether the keyboard comes to a widget, or a click on it ends."""
    if isinstance(event, QFocusEvent) and event.gotFocus():
        return event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.OtherFocusReason,
        }
    return event.type() == QEvent.Type.MouseButtonRelease


_ROW = 29
"""Height of a row, with a number to choose or without, in units of ``Theme.px``."""


class StylePanel(SidePanel):
    """Shows what the writer has chosen about style and what comes of it."""

    switched = Signal(bool)
    """Whether style is to be checked."""
    changed = Signal(object)
    """The Style with the writer's latest choice."""
    chosen = Signal(str, object)
    """Section and finding to go to."""
    titled = Signal(str)
    """What stands above the panel: „Stil · 3“."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stylePane")
        self._style = StyleOptions(enabled=False)
        self._places: Mapping[str, Sequence[SectionFinding]] = {}
        self._repeated: Sequence[Repetition] = ()
        self._visits: Counter[str] = Counter()
        self.switch = QCheckBox(self.tr("Stil prüfen"), self)
        self.switch.setObjectName("style.switch")
        self.switch.clicked.connect(self.switched)
        self._explanations = {rule.key: rule.explanation.text() for rule in style_rules()}
        self._explanation = QLabel(self)
        self._explanation.setObjectName("style.explanation")
        self._explanation.setProperty("role", "soft")
        self._explanation.setWordWrap(True)
        self._explanation.hide()
        self._hint = QLabel(
            self.tr("Stil ist Geschmackssache und wird nur geprüft, wenn Sie es wollen."), self
        )
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        self._repetitions = HeadingList("repetitions", self.tr("Wiederholungen"), theme, self)
        self._repetitions.chosen.connect(lambda line: self._go_on(_word_key(self._repeated[line])))
        self._rows = [StyleRow(rule, theme, self) for rule in style_rules()]
        for row in self._rows:
            row.changed.connect(self._choose)
            row.asked.connect(self._go_on)
            row.entered.connect(self._explain)
        self._lay_out(theme)
        self.show_style(self._style)

    def focus(self) -> None:
        """Give the keyboard to the first rule, to the switch while no rule applies."""
        first = self._rows[0].check if self._style.enabled else self.switch
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in ``theme``."""
        self._repetitions.set_theme(theme)

    def show_style(self, style: StyleOptions) -> None:
        """Show what is chosen."""
        self._style = style
        self.switch.setChecked(style.enabled)
        self._hint.setVisible(not style.enabled)
        for row in self._rows:
            row.show_choice(style.choice(row.rule.key), enabled=style.enabled)

    def show_findings(
        self, findings: Mapping[str, Sequence[Finding]], texts: Mapping[str, str]
    ) -> None:
        """Show what there is of ``findings`` in ``texts``, both by section, in their order."""
        sections = {key: (text, findings.get(key, ())) for key, text in texts.items()}
        self._repeated = repeated = repeated_words(sections)
        rules = {row.rule.rule: row.rule.key for row in self._rows if row.rule.rule}
        places: dict[str, list[SectionFinding]] = {}
        for section, (_, present) in sections.items():
            for finding in present:
                if finding.rule in rules:
                    places.setdefault(rules[finding.rule], []).append(
                        SectionFinding(section, finding)
                    )
        places[REPETITIONS] = [place for item in repeated for place in item.places]
        self._places = places | {_word_key(item): item.places for item in repeated}
        for row in self._rows:
            row.show_count(len(places.get(row.rule.key, ())))
        self._repetitions.show_rows([self._line(item) for item in repeated])
        total = sum(map(len, places.values()))
        self.titled.emit(self.tr("Stil · {n}").format(n=total) if total else self.tr("Stil"))

    def _line(self, item: Repetition) -> ListRow:
        spoken = self.tr("{word}, {n} Stellen").format(word=item.word, n=item.count)
        return ListRow(item.word, side=f"{item.count} ×", spoken=spoken)

    def _choose(self, key: str, choice: StyleChoice) -> None:
        self.show_style(self._style.choose(key, choice))
        self.changed.emit(self._style)

    def _explain(self, key: str) -> None:
        """Say below its row what a rule is about."""
        line = next(line for line, row in enumerate(self._rows) if row.rule.key == key)
        self._grid.addWidget(self._explanation, _explanation_line(line), 0, 1, 3)
        self._explanation.setText(self._explanations[key])
        self._explanation.show()
        # The layout gives it its place first.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._explanation))

    def _go_on(self, key: str) -> None:
        """Go to one place after the other: asking again goes on to the next."""
        places = self._places.get(key, ())
        if places:
            place = places[self._visits[key] % len(places)]
            self._visits[key] += 1
            self.chosen.emit(place.section, place.finding)

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
        self._scroll = scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        # It stands below the rules, which are made after it.
        QWidget.setTabOrder(self._rows[-1].widgets[-1], self._repetitions.list)


def _explanation_line(row: int) -> int:
    """Return the line of the grid below the row of a rule; the first one has the hint."""
    return 2 * row + 2


def _word_key(item: Repetition) -> str:
    return f"word.{item.word}"
