"""Panel „Zahlen“: lengths and targets, readability, long sentences and frequent words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from editor.gui.overview.statistics_service import Survey
from editor.gui.overview.targets_table import TargetRow, TargetsTable
from editor.gui.theme import Theme
from editor.gui.widgets.heading_list import HeadingList
from editor.gui.widgets.row_list import ListRow
from editor.gui.widgets.side_tabs import SidePanel
from editor.review.form import Form
from editor.review.model import Review
from editor.review.readability import ReadabilityScore, SectionSpan, readability
from editor.review.section_moves import sections_off
from editor.review.statistics import Statistics, target_progress


class ReadabilityView(QWidget):
    """Shows readability figures under a heading, or nothing at all without text."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, theme.px(10), 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        heading = QLabel(self.tr("Lesbarkeit"), self)
        heading.setObjectName("heading")
        self._grid.addWidget(heading, 0, 0, 1, 2)
        self._explanations = {
            "flesch": self.tr(
                "Aus Wörtern je Satz und Silben je Wort: 100 ist sehr leicht, 0 sehr schwer."
            ),
            "lix": self.tr(
                "Wörter je Satz plus der Anteil der Wörter mit mehr als sechs Buchstaben in "
                "Prozent: je höher, desto schwerer."
            ),
            "wiener": self.tr(
                "Die Schulstufe, ab der ein Sachtext verständlich ist, etwa von 4 bis 15."
            ),
        }
        self._rows = {key: self._row(line, key) for line, key in enumerate(self._explanations)}
        self.hide()

    def show_figures(self, figures: Sequence[ReadabilityScore]) -> None:
        """Show ``figures``."""
        self.setVisible(bool(figures))
        for figure in figures:
            name, value, meaning = self._rows[figure.id]
            name.setText(figure.name.text())
            value.setText(QLocale().toString(figure.value, "f", 1))
            meaning.setText(figure.meaning.text())
            name.setAccessibleName(f"{name.text()}: {value.text()}, {meaning.text()}")

    def _row(self, line: int, key: str) -> tuple[QLabel, QLabel, QLabel]:
        name, value, meaning = (QLabel(self) for _ in range(3))
        value.setObjectName(f"readability.{key}")
        meaning.setObjectName(f"readability.{key}.meaning")
        for label in (name, value):
            label.setProperty("role", "strong")
        # A reader goes through figures that the keyboard comes to.
        name.setObjectName(f"readability.{key}.name")
        name.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name.setAccessibleDescription(self._explanations[key])
        explanation = QLabel(self._explanations[key], self)
        explanation.setProperty("role", "soft")
        for label in (meaning, explanation):
            label.setWordWrap(True)
        top = 1 + 4 * line
        self._grid.setRowMinimumHeight(top, self.fontMetrics().height() * 3 // 2)
        self._grid.addWidget(name, top, 0, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(
            value, top, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        )
        self._grid.addWidget(meaning, top + 1, 0, 1, 2)
        self._grid.addWidget(explanation, top + 2, 0, 1, 2)
        return name, value, meaning


class StatisticsPanel(SidePanel):
    """Shows the statistics of the sections and of the whole review."""

    target_chosen = Signal(str, int)
    """Id of a section, empty for the whole review, and its target in words, 0 for none."""
    chosen = Signal(object, str)
    """The SectionSpan to go to, and the Markdown of the section in which it was found."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("numbersPane")
        self._survey = Survey({})
        self._visits: Counter[str] = Counter()
        self._table = TargetsTable(theme, self)
        self._table.target_chosen.connect(self.target_chosen)
        self._hint = QLabel(self.tr("Ziele zählen Wörter; 0 entfernt ein Ziel."), self)
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        self._readability = ReadabilityView(theme, self)
        self._sentences = HeadingList("sentences", self.tr("Längste Sätze"), theme, self)
        self._sentences.chosen.connect(self._go_to_sentence)
        self._words = HeadingList("mostUsed", self.tr("Häufigste Wörter"), theme, self)
        self._words.chosen.connect(self._go_to_next_place)
        self._lay_out(theme)

    def take_focus(self) -> None:
        """Give the keyboard focus to the table."""
        self._table.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Paint the panel in ``theme``."""
        for part in (self._table, self._sentences, self._words):
            part.set_theme(theme)

    def show_statistics(self, review: Review, form: Form, counts: Mapping[str, Statistics]) -> None:
        """Show the statistics ``counts`` of the sections by id, and their sum."""
        off, total = sections_off(review), sum(counts.values(), Statistics())
        rows = [
            TargetRow(s.id, field.label.text() if field else s.heading, here, target)
            for s in review.sections
            if s.id not in off
            for field in (form.section(s.id),)
            for here in (counts.get(s.id, Statistics()),)
            for target in (target_progress(review, here.words, s.id),)
        ]
        whole = TargetRow("", self.tr("Gesamt"), total, target_progress(review, total.words))
        self._table.show_rows([*rows, whole])
        self._readability.show_figures(readability(total).figures)

    def show_survey(self, survey: Survey) -> None:
        """Show long sentences and frequent words."""
        self._survey = survey
        self._sentences.show_rows([self._sentence(s.words, s.text) for s in survey.sentences])
        self._words.show_rows([self._word(w.word, len(w.places)) for w in survey.words])

    def _sentence(self, words: int, text: str) -> ListRow:
        sentence, side = " ".join(text.split()), self.tr("{n} Wörter").format(n=words)
        return ListRow(sentence, side=side, spoken=f"{side}: {sentence}")

    def _word(self, word: str, count: int) -> ListRow:
        spoken = self.tr("{word}, {n} Stellen").format(word=word, n=count)
        return ListRow(word, side=f"{count} ×", spoken=spoken)

    def _go_to_sentence(self, line: int) -> None:
        self._go_to(self._survey.sentences[line].place)

    def _go_to_next_place(self, line: int) -> None:
        """Go to the place of a word after the one that was visited last."""
        word = self._survey.words[line]
        place = word.places[self._visits[word.word] % len(word.places)]
        self._visits[word.word] += 1
        self._go_to(place)

    def _go_to(self, place: SectionSpan) -> None:
        self.chosen.emit(place, self._survey.texts[place.section])

    def _lay_out(self, theme: Theme) -> None:
        inner = QWidget(self)
        inner.setObjectName("numbersColumn")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, theme.px(4), 0, theme.px(12))
        lines.setSpacing(theme.px(4))
        inset = QVBoxLayout()
        inset.setContentsMargins(theme.px(17), 0, theme.px(10), 0)
        for part in (self._table, self._hint, self._readability):
            inset.addWidget(part)
        lines.addLayout(inset)
        for heading_list in (self._sentences, self._words):
            lines.addWidget(heading_list)
        lines.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
