"""The column of the form: the facts and the cards of one review, one below the other."""

from collections.abc import Container, Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.gui.document import Document
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.fact_grid import FactGrid
from editor.gui.form.section_card import SectionCard
from editor.gui.theme import SCROLL_BAR, Theme
from editor.review.form import Form, SectionField
from editor.review.model import Review
from editor.review.statistics import Statistics

_BESIDE = 16
"""Air at the left and at the right of the column, in units of ``Theme.px``."""


def page_width(theme: Theme) -> int:
    """Return what the longest lines need with all that is around them, in device-independent px."""
    return column_width(theme) + 2 * theme.px(_BESIDE) + theme.px(SCROLL_BAR)


def column_width(theme: Theme) -> int:
    """Return the width of the facts and of a card with the longest lines."""
    # The card's padding comes on top.
    return theme.measure() + theme.px(2 * 22 + 4)


class FormColumn(QWidget):
    """Shows a review in fields and cards that send what is typed there to its document.

    It stands in the middle of the page; a click beside it goes nowhere. Another review, which may
    have another form, gets a column of its own.
    """

    focused = Signal(str)
    """The keyboard has come to a section: to its text or its rating."""

    def __init__(
        self,
        document: Document,
        form: Form,
        theme: Theme,
        parent: QWidget,
        *,
        signals: EditorSignals,
        typing_options: TypingOptions,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        self._document = document
        self._form = form
        self._theme = theme
        self._signals = signals
        self._typing_options = typing_options
        # Everything is made where it stands: what gets another parent is styled anew.
        self._column = QWidget(self)
        self._column.setObjectName("formColumn")
        self._column.setMaximumWidth(column_width(theme))
        self._centre()
        self._lines = QVBoxLayout(self._column)
        self._lines.setSpacing(theme.px(14))
        self.facts = self._make_facts()
        self.cards = dict(self._make_cards())
        for part in (self.facts, *self.cards.values()):
            self._lines.addWidget(part)
        self._lines.addStretch(1)

    @property
    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, as the form is read."""
        return [*self.facts.stops, *(stop for card in self.cards.values() for stop in card.stops)]

    # -- showing ----------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the column in ``theme``."""
        for card in self.cards.values():
            card.set_theme(theme)
        self._column.setMaximumWidth(column_width(theme))

    def show_texts(self, review: Review, *, follow: str = "") -> None:
        """Show the sections of ``review``; the cursor of the one to ``follow`` moves along."""
        for section_id, card in self.cards.items():
            card.show_review(review, follow=section_id == follow)

    def show_counts(self, counts: Mapping[str, Statistics], findings: Mapping[str, int]) -> None:
        """Show words and findings in the cards' headers."""
        for section_id, card in self.cards.items():
            words = counts.get(section_id, Statistics()).words
            card.show_counts(words, findings.get(section_id, 0))

    def is_typing(self, section_id: str) -> bool:
        """Tell whether what the document holds of a section was typed here, and is shown so."""
        card = self.cards.get(section_id)
        review = self._document.review
        return card is not None and card.editor.text == review.text(section_id)

    def reorder(self, review: Review) -> bool:
        """Bring the cards into the order of ``review``; return whether it is another one."""
        order = [section.id for section in review.sections if section.id in self.cards]
        if order == list(self.cards):
            return False
        self.cards = {key: self.cards[key] for key in order}
        for place, card in enumerate(self.cards.values(), 1):
            self._lines.removeWidget(card)
            self._lines.insertWidget(place, card)
        return True

    def show_only(self, alone: str, off: Container[str]) -> None:
        """Show ``alone``, or all sections but those that are switched ``off`` where it is ""."""
        for key, card in self.cards.items():
            card.setVisible(key not in off and alone in ("", key))
        self.facts.setVisible(not alone)

    def set_current(self, place: str) -> None:
        """Show which section is being edited."""
        for section_id, card in self.cards.items():
            card.set_current(current=section_id == place)
            if section_id != place:
                # One place is worked on at a time, as if all of the form were one text.
                card.editor.clear_selection()

    def set_writable(self, *, writable: bool) -> None:
        """Let everything be edited, or only be read and copied."""
        self.facts.setEnabled(writable)
        for card in self.cards.values():
            card.set_writable(writable=writable)

    # -- room -------------------------------------------------------------------------------------

    def leave_air(self, above: int, below: int) -> None:
        """Leave pixels free above the facts and below the last card."""
        self._lines.setContentsMargins(0, above, 0, below)

    def settle(self) -> None:
        """Give everything its place at once."""
        self._lines.activate()

    def restyle(self) -> None:
        """Let the cards look as the page around them asks for now."""
        for card in self.cards.values():
            card.style().unpolish(card)
            card.style().polish(card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the keyboard where it is."""
        event.ignore()

    # -- building ---------------------------------------------------------------------------------

    def _centre(self) -> None:
        line, air = QHBoxLayout(self), self._theme.px(_BESIDE)
        line.setContentsMargins(air, 0, air, 0)
        line.addStretch(1)
        line.addWidget(self._column, 100)
        line.addStretch(1)

    def _make_facts(self) -> FactGrid:
        facts = FactGrid(self._form, self._theme, self._column)
        facts.edited.connect(
            lambda key, value, typing: self._document.edit_fact(key, value, typing=typing)
        )
        facts.image_offered.connect(self._signals.cover_offered)
        facts.image_requested.connect(self._signals.cover_requested)
        return facts

    def _make_cards(self) -> Iterator[tuple[str, SectionCard]]:
        for section in self._document.review.sections:
            field = self._form.section(section.id)
            if field is not None:
                yield section.id, self._make_card(field)

    def _make_card(self, field: SectionField) -> SectionCard:
        card = SectionCard(
            field,
            self._theme,
            self._column,
            signals=self._signals,
            typing_options=self._typing_options,
        )
        key, document = field.id, self._document
        card.editor.edited.connect(
            lambda text, typed, step: document.edit_text(key, text, typing=typed, boundary=step)
        )
        card.editor.focused.connect(lambda: self.focused.emit(key))
        if card.rating:
            card.rating.edited.connect(lambda value: document.edit_rating(key, value))
            card.rating.focused.connect(lambda: self.focused.emit(key))
        return card
