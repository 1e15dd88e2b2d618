"""Column of the form: the facts and the section cards of one review."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor.gui.document import Document
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.facts.facts_view import FactsView
from editor.gui.form.section_card import SectionCard
from editor.gui.theme import SCROLL_BAR, Theme
from editor.review.form import Form, SectionField
from editor.review.model import Review
from editor.review.statistics import Statistics

_SIDE_MARGIN = 16
"""Margin on both sides of the column, in units of ``Theme.px``."""


def page_width(theme: Theme) -> int:
    """Return the width of a page with the longest lines, in device-independent pixels."""
    return column_width(theme) + 2 * theme.px(_SIDE_MARGIN) + theme.px(SCROLL_BAR)


def column_width(theme: Theme) -> int:
    """Return the width of a card with the longest lines, in device-independent pixels."""
    # The padding of the card is added.
    return theme.measure() + theme.px(2 * 22 + 4)


class FormColumn(QWidget):
    """Shows one review in its ``form`` and sends the edits of its fields to the document.

    The column is centred on the page. A click beside it does not move the keyboard focus.
    """

    focused = Signal(str)
    """Id of the section whose text or rating has got the keyboard focus."""

    def __init__(
        self,
        document: Document,
        form: Form,
        theme: Theme,
        parent: QWidget,
        *,
        sections: Sequence[str],
        folded: bool,
        further: bool,
        signals: EditorSignals,
        typing_options: TypingOptions,
    ) -> None:
        """``sections`` are the ids of the sections in their order; others get no card.

        ``folded`` and ``further`` say how the facts begin, see ``FactsView``.
        """
        super().__init__(parent)
        self.setObjectName("formPage")
        self._document = document
        self._form = form
        self._theme = theme
        self._signals = signals
        self._typing_options = typing_options
        self._edited = ""
        # Widgets are created with their final parent: Qt styles a widget anew for each parent.
        self._column = QWidget(self)
        self._column.setObjectName("formColumn")
        self._column.setMaximumWidth(column_width(theme))
        self._centre()
        self._lines = QVBoxLayout(self._column)
        self._lines.setSpacing(theme.px(14))
        self.facts = self._make_facts(folded=folded, further=further)
        self.cards = dict(self._make_cards(sections))
        for part in (self.facts, *self.cards.values()):
            self._lines.addWidget(part)
        self._lines.addStretch(1)

    def fits(self, form: Form, review: Review) -> bool:
        """Return whether the column has the fields of ``form`` in the order of ``review``."""
        order = [section.id for section in review.sections if form.section(section.id)]
        return form == self._form and order == list(self.cards)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets of the tab order, in reading order."""
        return [*self.facts.stops, *(stop for card in self.cards.values() for stop in card.stops)]

    # -- showing ----------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the column in ``theme``."""
        for card in self.cards.values():
            card.set_theme(theme)
        self._column.setMaximumWidth(column_width(theme))

    def show_texts(self, review: Review, *, follow: str = "") -> None:
        """Show the sections of ``review``; in section ``follow``, the cursor goes to the edit."""
        for section_id, card in self.cards.items():
            card.show_review(review, follow=section_id == follow)

    def show_text(self, section_id: str, review: Review, *, follow: bool) -> None:
        """Show one section of ``review``, if it has a card; see ``show_texts``."""
        if section_id in self.cards:
            self.cards[section_id].show_review(review, follow=follow)

    def show_counts(self, counts: Mapping[str, Statistics], findings: Mapping[str, int]) -> None:
        """Show the numbers of words and of findings in the heads of the cards."""
        for section_id, card in self.cards.items():
            words = counts.get(section_id, Statistics()).words
            card.show_counts(words, findings.get(section_id, 0))

    def is_typing(self, section_id: str) -> bool:
        """Return whether the editor of a section shows its present text, as after typing there."""
        card = self.cards.get(section_id)
        review = self._document.review
        return card is not None and card.editor.text == review.text(section_id)

    def is_editing(self, key: str) -> bool:
        """Return whether the present edit of the fact ``key`` is made in its field here.

        True as well for a key that the form does not have.
        """
        return key == self._edited or self._form.fact(key) is None

    def reorder(self, review: Review) -> bool:
        """Bring the cards into the order of ``review``; return whether the order has changed."""
        order = [section.id for section in review.sections if section.id in self.cards]
        if order == list(self.cards):
            return False
        self.cards = {key: self.cards[key] for key in order}
        for place, card in enumerate(self.cards.values(), 1):
            self._lines.removeWidget(card)
            self._lines.insertWidget(place, card)
        return True

    def show_only(self, alone: str, off: Container[str]) -> None:
        """Show the section ``alone``; if that is empty, all sections that are not ``off``."""
        for key, card in self.cards.items():
            card.setVisible(key not in off and alone in ("", key))
        self.facts.setVisible(not alone)

    def set_current(self, place: str) -> None:
        """Mark the card of the current section."""
        for section_id, card in self.cards.items():
            card.set_current(current=section_id == place)

    def clear_selections(self, place: str) -> None:
        """Clear the selection in all sections but ``place``, as if the form were one text."""
        for section_id, card in self.cards.items():
            if section_id != place:
                card.editor.clear_selection()

    def set_writable(self, *, writable: bool) -> None:
        """Make the form editable or read-only; read-only text can be copied."""
        self.facts.set_writable(writable=writable)
        for card in self.cards.values():
            card.set_writable(writable=writable)

    # -- layout -----------------------------------------------------------------------------------

    def set_vertical_margins(self, above: int, below: int) -> None:
        """Leave space above the facts and below the last card, in device-independent pixels."""
        self._lines.setContentsMargins(0, above, 0, below)

    def activate_layout(self) -> None:
        """Lay out the column now and not at the next turn of the event loop."""
        self._lines.activate()

    def restyle(self) -> None:
        """Apply the style sheet anew, after a property of the page has changed."""
        for card in self.cards.values():
            card.style().unpolish(card)
            card.style().polish(card)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ignore the click."""
        event.ignore()

    # -- building ---------------------------------------------------------------------------------

    def _centre(self) -> None:
        line, margin = QHBoxLayout(self), self._theme.px(_SIDE_MARGIN)
        line.setContentsMargins(margin, 0, margin, 0)
        line.addStretch(1)
        line.addWidget(self._column, 100)
        line.addStretch(1)

    def _make_facts(self, *, folded: bool, further: bool) -> FactsView:
        facts = FactsView(self._form, self._theme, self._column, folded=folded, further=further)
        facts.edited.connect(self._edit_fact)
        facts.image_offered.connect(self._signals.cover_offered)
        facts.image_requested.connect(self._signals.cover_requested)
        return facts

    def _edit_fact(self, key: str, value: Any, typing: bool) -> None:  # noqa: FBT001 - a slot
        self._edited = key
        self._document.edit_fact(key, value, typing=typing)
        self._edited = ""

    def _make_cards(self, sections: Sequence[str]) -> Iterator[tuple[str, SectionCard]]:
        for section_id in sections:
            field = self._form.section(section_id)
            if field is not None:
                yield section_id, self._make_card(field)

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
            card.rating.typed.connect(
                lambda value, begins: document.edit_rating(key, value, typing=True, boundary=begins)
            )
            card.rating.focused.connect(lambda: self.focused.emit(key))
        return card
