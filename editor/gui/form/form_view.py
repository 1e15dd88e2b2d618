"""View of the form: facts and section cards of the open review on one scrolling page."""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from editor.gui.document import Document
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.column_factory import ColumnFactory
from editor.gui.form.facts.facts_view import FactsView
from editor.gui.form.form_scroller import FormScroller
from editor.gui.form.section_card import SectionCard
from editor.gui.theme import Theme
from editor.review.model import Review
from editor.review.section_moves import sections_off
from editor.storage.fact_index import EarlierFacts

FACTS = "facts"
"""Place of the facts, where other places are ids of sections."""


class FormView(QScrollArea):
    """Builds a form column for each review that is opened, and shows its edits there.

    Before the first review is opened or ``build`` is called, the column is empty, so that nothing
    is built for a review that another one replaces at once.
    """

    current_changed = Signal(str)
    """The place that has got the keyboard focus: id of a section, or ``FACTS``."""
    cursor_moved = Signal(str, float)
    """Section id, and how far down in its text the cursor is, from 0 to 1."""
    alone_left = Signal()
    """All sections have to be shown again: the section that was shown alone is gone or left."""
    facts_folded = Signal(bool)
    """The facts are folded to one line, or unfolded."""
    further_changed = Signal(bool)
    """The writer has unfolded the further facts, or folded them."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        # It has the keyboard until a review is shown.
        self.setAccessibleName(self.tr("Formular"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._document = document
        self._theme = theme
        self._alone = ""
        self.signals = EditorSignals(self)
        self.typing_options = TypingOptions()
        self.scroller = FormScroller(self, theme)
        self.current = ""
        """The place that had the keyboard focus last, empty before there is one."""
        self._earlier = EarlierFacts()
        self._built = False
        self._path: Path | None = None
        self._columns = ColumnFactory(
            document,
            theme,
            self.viewport(),
            signals=self.signals,
            typing_options=self.typing_options,
        )
        self.column = self._columns.make(replace(document.form, facts=(), sections=()))
        self.scroller.set_column(self.column)
        document.opened.connect(self._open)
        document.holder_changed.connect(self._show_holder)

    # -- building ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Build the form of the document unless it is built already."""
        if not self._built:
            self.rebuild()

    def prepare(self, review: Review) -> None:
        """Do what can be done before ``review`` is opened, so that opening it takes less time."""
        self._columns.prepare(review)

    def rebuild(self) -> None:
        """Build the form of the document that is open now; the keyboard focus stays in the form."""
        focused = self.window().focusWidget()
        had_focus = focused is self or self.isAncestorOf(focused)
        again = self._built and self._path is not None and self._path == self._document.path
        folded = self.facts.folded
        self._built, self._path = True, self._document.path
        self.column = self._columns.make(self._document.form)
        if again:
            self.facts.set_folded(folded=folded)
        self._connect_column()
        self.facts.offer(self._earlier)
        self.scroller.set_column(self.column)
        self._set_tab_order()
        self._set_current(self.current if self.current in self.cards else FACTS)
        self.show_review()
        self._show_holder()
        self.facts_folded.emit(self.facts.folded)
        if had_focus:
            self.focus_start()

    def focus_start(self) -> None:
        """Give the keyboard focus to the first text, or without any to the first fact."""
        self.build()
        visible, review = self.visible_sections, self._document.review
        if not (self.facts.folded and visible):
            self.facts.focus(self._document.form.facts[0].key)
            return
        written = [key for key in visible if review.text(key).strip()]
        editor = self.editor((written or visible)[0])
        editor.select(0, 0)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.show_cursor(editor)

    def set_further_facts(self, *, unfolded: bool) -> None:
        """Begin with the further facts ``unfolded`` in reviews that are opened from now on."""
        self._columns.further_facts = unfolded

    def _open(self) -> None:
        """Build the form of another review, which is at its beginning."""
        self.current = FACTS
        self.rebuild()
        # Otherwise the first paint would show the cards too low for their texts.
        self.scroller.settle()

    def _connect_column(self) -> None:
        self.facts.focused.connect(partial(self._set_current, FACTS))
        self.facts.arranged.connect(self._set_tab_order)
        self.facts.arranged.connect(self.scroller.settle)
        self.facts.folded_changed.connect(self.facts_folded)
        self.facts.further_changed.connect(self.further_changed)
        self.column.focused.connect(self._set_current)
        for key, card in self.cards.items():
            card.editor.cursor_moved.connect(partial(self._follow_cursor, key, card.editor))

    def _set_tab_order(self) -> None:
        """Let the Tab key go through the form in reading order."""
        # In a tab order, Qt puts nothing behind a widget without a focus policy, and new widgets
        # come last. So the page takes the focus for a moment.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop, following in pairwise([self, *self.column.stops]):
            QWidget.setTabOrder(stop, following)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def stops(self) -> list[QWidget]:
        """The widgets of the tab order, in reading order."""
        return self.column.stops

    # -- contents ---------------------------------------------------------------------------------

    @property
    def facts(self) -> FactsView:
        """The facts above the sections."""
        return self.column.facts

    @property
    def cards(self) -> dict[str, SectionCard]:
        """The cards of all sections by id, in order; also of those that are switched off."""
        return self.column.cards

    @property
    def visible_sections(self) -> tuple[str, ...]:
        """The ids of the sections that are not switched off, in order."""
        off = sections_off(self._document.review)
        return tuple(key for key in self.cards if key not in off)

    def editor(self, section_id: str) -> SectionEditor:
        """Return the editor of a section. Raises KeyError if the form does not have it."""
        return self.cards[section_id].editor

    @property
    def current_editor(self) -> SectionEditor | None:
        """The editor of the current section, None at the facts."""
        card = self.cards.get(self.current)
        return card.editor if card is not None else None

    def offer(self, earlier: EarlierFacts) -> None:
        """Offer facts of earlier reviews while the writer types."""
        self._earlier = earlier
        self.facts.offer(earlier)

    def set_theme(self, theme: Theme) -> None:
        """Show the form in ``theme``."""
        self._theme = self.scroller.theme = theme
        self._columns.set_theme(theme)
        self.column.set_theme(theme)

    def show_review(self, follow: str = "") -> None:
        """Show the review as it is; the cursor of the section ``follow`` moves to the edit."""
        review = self._document.review
        self.facts.show_review(review)
        self._arrange()
        self.column.show_texts(review, follow=follow)

    def show_alone(self, section_id: str) -> None:
        """Show one section alone, in typewriter mode; all of them if ``section_id`` is empty."""
        self._alone = section_id
        self.scroller.typewriter = bool(section_id)
        self.setProperty("alone", str(bool(section_id)).lower())
        self._arrange()
        self.scroller.update_margins()
        self.column.restyle()
        if section_id:
            self.scroller.show_cursor(self.editor(section_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In typewriter mode, keep the line of the cursor in the middle."""
        super().resizeEvent(event)
        if self._alone and self._alone in self.cards:
            self.scroller.update_margins()
            self.scroller.show_cursor(self.editor(self._alone))

    # -- following --------------------------------------------------------------------------------

    def _set_current(self, place: str) -> None:
        self.current = place
        self.column.clear_selections(place)
        self.current_changed.emit(place)

    def _follow_cursor(self, section_id: str, editor: SectionEditor, cursor: QRect) -> None:
        if editor.hasFocus():
            self.scroller.follow(editor, cursor)
            self.cursor_moved.emit(section_id, cursor.center().y() / max(1, editor.height()))

    def _arrange(self) -> None:
        """Show the visible cards in the order of the review."""
        review = self._document.review
        if self.column.reorder(review):
            self._set_tab_order()
        off = sections_off(review)
        self.column.show_only(self._alone, off)
        if self.current in off:
            self._set_current(self._neighbour(self.current))
        if self._alone and (self._alone in off or self._alone not in self.cards):
            self.alone_left.emit()

    def _neighbour(self, section_id: str) -> str:
        """Return the visible section after a hidden one, or the last, or ``FACTS``."""
        keys, visible = list(self.cards), self.visible_sections
        after = [key for key in keys[keys.index(section_id) :] if key in visible]
        return next(iter((*after, *visible[-1:], FACTS)))

    def _show_holder(self) -> None:
        """Make the form read-only while edits of the review are refused."""
        self.column.set_writable(writable=not self._document.read_only)
