"""Side panel for style: a switch, a row per rule, and the repeated words."""

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
from editor.gui.widgets.heading_list import HeadingList
from editor.gui.widgets.row_list import ListRow
from editor.gui.widgets.side_tabs import SidePanel
from editor.languagetool.finding import Finding
from editor.proofing.repetitions import Repetition, repeated_words
from editor.proofing.style import REPETITIONS, StyleChoice, StyleOptions, style_rules
from editor.proofing.unknown_words import SectionFinding

_ROW = 29
"""Height of a row, with or without a threshold, in units of ``Theme.px``."""


class StylePanel(SidePanel):
    """Shows the writer's choices about style and the numbers of findings."""

    switched = Signal(bool)
    """Emitted with whether style is to be checked."""
    changed = Signal(object)
    """Emitted with the StyleOptions after a choice."""
    chosen = Signal(str, object)
    """Emitted with section and finding to go to."""
    titled = Signal(str)
    """Emitted with the title of the tab, as "Stil · 3"."""

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
            row.next_requested.connect(self._go_on)
            row.entered.connect(self._explain)
        self._lay_out(theme)
        self.show_style(self._style)

    def take_focus(self) -> None:
        """Give the keyboard to the first rule, or to the switch while style is off."""
        first = self._rows[0].check if self._style.enabled else self.switch
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Show the panel in ``theme``."""
        self._repetitions.set_theme(theme)

    def show_style(self, style: StyleOptions) -> None:
        """Show the writer's choices; does not emit ``changed``."""
        self._style = style
        self.switch.setChecked(style.enabled)
        self._hint.setVisible(not style.enabled)
        for row in self._rows:
            row.show_choice(style.choice(row.rule.key), enabled=style.enabled)

    def show_findings(
        self, findings: Mapping[str, Sequence[Finding]], texts: Mapping[str, str]
    ) -> None:
        """Show the numbers of ``findings`` in ``texts``, both by section in reading order."""
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
        """Show the explanation of a rule below its row."""
        line = next(line for line, row in enumerate(self._rows) if row.rule.key == key)
        self._grid.addWidget(self._explanation, _explanation_line(line), 0, 1, 3)
        self._explanation.setText(self._explanations[key])
        self._explanation.show()
        # After the layout has moved it.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._explanation))

    def _go_on(self, key: str) -> None:
        """Go to the next place of the rule or word ``key``, around the end."""
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
        # The list is below the rules, which are created after it.
        QWidget.setTabOrder(self._rows[-1].widgets[-1], self._repetitions.list)


def _explanation_line(row: int) -> int:
    """Return the line of the grid below the rule ``row``; line 0 holds the hint."""
    return 2 * row + 2


def _word_key(item: Repetition) -> str:
    return f"word.{item.word}"
