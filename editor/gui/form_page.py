"""The form: facts and section cards as one continuous page."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.gui.document import Document
from editor.gui.fact_fields import FactGrid
from editor.gui.section_card import SectionCard
from editor.gui.section_editor import SectionEditor
from editor.gui.theme import Theme
from editor.language.checker import Finding
from editor.language.typography import Typography
from editor.review.form import SectionField
from editor.review.history import Edit
from editor.review.statistics import Statistics

FACTS = "facts"
_MEASURE = 68
"""Characters to a line, which reads well; the card's padding comes on top."""


class FormPage(QScrollArea):
    """Shows the document and sends what is typed to it."""

    current_changed = Signal(str)
    """The section that is being edited, "facts" above them."""
    finding_asked = Signal(str, object, QRect)
    """Section, finding and the place of its word in screen coordinates."""
    fix_asked = Signal(str, object, str)
    """Section, finding and the replacement that the writer chose."""
    decided = Signal(str, object, str)
    """Section, finding and the verb of what the writer decided about it."""
    cursor_moved = Signal(str, float)
    """Section and how far into it the cursor is, from 0 to 1."""

    def __init__(self, document: Document, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._document = document
        self._theme = theme
        self._language = language
        self.cards: dict[str, SectionCard] = {}
        self.facts: FactGrid
        self.current = ""
        self._typography = Typography()
        self.rebuild()
        document.changed.connect(self._changed)
        document.opened.connect(self.rebuild)

    def rebuild(self) -> None:
        """Build the form of the document that is open now."""
        column = QWidget(self)
        column.setObjectName("formColumn")
        lines = QVBoxLayout(column)
        px = self._theme.px
        lines.setContentsMargins(0, px(16), 0, px(80))
        lines.setSpacing(px(14))
        self._build_facts(column, lines)
        self._build_cards(column, lines)
        lines.addStretch(1)
        self.setWidget(_centred(column, self._column_width()))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Show the form in ``theme``."""
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)
        column = self.findChild(QWidget, "formColumn")
        if column is not None:
            column.setMaximumWidth(self._column_width())

    def editor(self, section_id: str) -> SectionEditor:
        """Return the editor of a section. Raises KeyError when the form does not have it."""
        return self.cards[section_id].editor

    def jump(self, place: str) -> None:
        """Go to a section, or to the facts."""
        if place == FACTS:
            self.facts.focus(self._document.form.facts[0].key)
            self.verticalScrollBar().setValue(0)
        elif place in self.cards:
            card = self.cards[place]
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(card.y() - self._theme.px(16))

    def show_cursor(self, editor: SectionEditor) -> None:
        """Scroll so that the cursor of ``editor`` can be seen."""
        QTimer.singleShot(0, editor, lambda: self._scroll_to(editor, editor.cursorRect(), 0.3))

    def next_finding(self, by: int) -> tuple[str, Finding] | None:
        """Return the finding after the cursor (by 1) or before it (-1), around the ends."""
        keys = list(self.cards)[::by]
        start = keys.index(self.current) if self.current in keys else -1
        around = [*keys[max(start, 0) :], *keys[: start + 1]]
        for index, key in enumerate(around):
            inside = start >= 0 and index == 0
            finding = self.cards[key].editor.next_finding(by, inside=inside)
            if finding is not None:
                return key, finding
        return None

    def set_typography(self, typography: Typography) -> None:
        """Write with ``typography`` from now on."""
        self._typography = typography
        for card in self.cards.values():
            card.editor.writing.typography = typography

    def write(self, verb: str) -> None:
        """Carry out a command on the section that is being edited, if one is."""
        card = self.cards.get(self.current)
        if card is not None:
            card.editor.writing.run(verb)
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Mapping[str, Statistics], findings: Mapping[str, int]) -> None:
        """Show words and findings in the cards' headers."""
        for section_id, card in self.cards.items():
            words = counts.get(section_id, Statistics()).words
            card.show_counts(words, findings.get(section_id, 0))

    def _build_facts(self, column: QWidget, lines: QVBoxLayout) -> None:
        self.facts = FactGrid(self._document.form, self._theme, self._language, column)
        self.facts.edited.connect(self._document.edit_fact)
        self.facts.focused.connect(lambda: self._set_current(FACTS))
        lines.addWidget(self.facts)

    def _build_cards(self, column: QWidget, lines: QVBoxLayout) -> None:
        form = self._document.form
        self.cards = {}
        for section in self._document.review.sections:
            field = form.section(section.id)
            if field is not None:
                self.cards[section.id] = self._card(field, column)
                lines.addWidget(self.cards[section.id])

    def _card(self, field: SectionField, column: QWidget) -> SectionCard:
        card = SectionCard(field, self._theme, self._language, column)
        key, editor = field.id, card.editor
        editor.writing.typography = self._typography
        editor.edited.connect(
            lambda text, typed, step: self._document.edit_text(
                key, text, typing=typed, boundary=step
            )
        )
        editor.focused.connect(lambda: self._set_current(key))
        editor.cursor_moved.connect(lambda rect: self._follow(key, editor, rect))
        editor.finding_asked.connect(
            lambda finding, rect: self.finding_asked.emit(
                key, finding, QRect(editor.viewport().mapToGlobal(rect.topLeft()), rect.size())
            )
        )
        editor.fix_asked.connect(lambda finding, text: self.fix_asked.emit(key, finding, text))
        editor.decided.connect(lambda finding, verb: self.decided.emit(key, finding, verb))
        if card.rating:
            card.rating.edited.connect(lambda value: self._document.edit_rating(key, value))
        return card

    def _changed(self, edit: Edit) -> None:
        place, _, key = edit.field.partition(".")
        follow = place == "section" and not self._is_typing(key)
        self._show(follow=key if follow else "")
        if follow and key in self.cards:
            self.cards[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_typing(self, section_id: str) -> bool:
        card = self.cards.get(section_id)
        review = self._document.review
        return card is not None and card.editor.shows(review.text(section_id))

    def _show(self, follow: str = "") -> None:
        review = self._document.review
        self.facts.show_review(review)
        for section_id, card in self.cards.items():
            card.show_review(review, follow=section_id == follow)

    def _set_current(self, place: str) -> None:
        self.current = place
        for section_id, card in self.cards.items():
            card.set_current(current=section_id == place)
        self.current_changed.emit(place)

    def _follow(self, section_id: str, editor: SectionEditor, rect: QRect) -> None:
        self._keep_visible(editor, rect)
        if editor.hasFocus():
            self.cursor_moved.emit(section_id, rect.center().y() / max(1, editor.height()))

    def _keep_visible(self, editor: SectionEditor, rect: QRect) -> None:
        if editor.hasFocus():
            # The editor grows with what was typed once control is back in the event loop.
            QTimer.singleShot(0, editor, lambda: self._scroll_to(editor, rect))

    def _scroll_to(self, editor: SectionEditor, rect: QRect, margin: float = 0) -> None:
        """Show ``rect`` of ``editor`` with a margin, as a share of the page's visible height."""
        page = self.widget()
        if page is None:
            return
        place = editor.mapTo(page, rect.center())
        air = round(self.viewport().height() * margin)
        self.ensureVisible(place.x(), place.y(), 0, rect.height() + max(air, self._theme.px(24)))

    def _column_width(self) -> int:
        measure = QFontMetricsF(self._theme.text_font).averageCharWidth() * _MEASURE
        return round(measure) + self._theme.px(2 * 22 + 4)


class _Centre(QWidget):
    """Keeps the column in the middle; a click beside it goes nowhere."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()


def _centred(column: QWidget, width: int) -> QWidget:
    outer = _Centre()
    outer.setObjectName("formPage")
    column.setMaximumWidth(width)
    line = QHBoxLayout(outer)
    line.setContentsMargins(16, 0, 16, 0)
    line.addStretch(1)
    line.addWidget(column, 100)
    line.addStretch(1)
    return outer
