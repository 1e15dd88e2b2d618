"""The panel of style: one switch, one row per rule, and the words that stand again and again."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.gui.proofing.style_row import StyleRow
from editor.gui.theme import Theme
from editor.gui.widgets.heading_list import Line, LineList
from editor.gui.widgets.panel import Panel
from editor.languagetool.checker import Finding
from editor.proofing.repetitions import Repetition, repeated_words
from editor.proofing.style import REPETITIONS, Style, StyleChoice, catalogue
from editor.proofing.unknown_words import Place

_ROW = 29
"""Height of a row, with a number to choose or without, in units of ``Theme.px``."""


class StylePanel(Panel):
    """Shows what the writer has chosen about style and what comes of it."""

    switched = Signal(bool)
    """Whether style is to be checked."""
    changed = Signal(object)
    """The Style with the writer's latest choice."""
    chosen = Signal(str, object)
    """Section and finding to go to."""
    titled = Signal(str)
    """What stands above the panel: „Stil · 3“."""

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stylePane")
        self._style = Style(enabled=False)
        self._places: Mapping[str, Sequence[Place]] = {}
        self._repeated: Sequence[Repetition] = ()
        self._visits: Counter[str] = Counter()
        self.switch = QCheckBox(self.tr("Stil prüfen"), self)
        self.switch.setObjectName("style.switch")
        self.switch.clicked.connect(self.switched)
        self._explanations = {rule.key: rule.explanation.text(language) for rule in catalogue()}
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
        self._repetitions = LineList("repetitions", self.tr("Wiederholungen"), theme, self)
        self._repetitions.chosen.connect(lambda line: self._go_on(_word_key(self._repeated[line])))
        self._rows = [StyleRow(rule, theme, language, self) for rule in catalogue()]
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

    def show_style(self, style: Style) -> None:
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
        places: dict[str, list[Place]] = {}
        for section, (_, present) in sections.items():
            for finding in present:
                if finding.rule in rules:
                    places.setdefault(rules[finding.rule], []).append(Place(section, finding))
        places[REPETITIONS] = [place for item in repeated for place in item.places]
        self._places = places | {_word_key(item): item.places for item in repeated}
        for row in self._rows:
            row.show_count(len(places.get(row.rule.key, ())))
        self._repetitions.show_lines([self._line(item) for item in repeated])
        total = sum(map(len, places.values()))
        self.titled.emit(self.tr("Stil · {n}").format(n=total) if total else self.tr("Stil"))

    def _line(self, item: Repetition) -> Line:
        spoken = self.tr("{word}, {n} Stellen").format(word=item.word, n=item.count)
        return Line(item.word, f"{item.count} ×", spoken)

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
        QWidget.setTabOrder(self._rows[-1].widgets[-1], self._repetitions.rows)


def _explanation_line(row: int) -> int:
    """Return the line of the grid below the row of a rule; the first one has the hint."""
    return 2 * row + 2


def _word_key(item: Repetition) -> str:
    return f"word.{item.word}"
