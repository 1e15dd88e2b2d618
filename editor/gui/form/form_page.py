"""The form: facts and section cards as one continuous page, and how one gets about in it."""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from editor.gui.document import Document
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.finding_overlay import next_finding
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.editor.typing_assist import TypingOptions
from editor.gui.form.fact_grid import FactGrid
from editor.gui.form.form_column import FormColumn
from editor.gui.form.form_scroller import FormScroller
from editor.gui.form.section_card import SectionCard
from editor.gui.theme import Theme
from editor.languagetool.finding import Finding
from editor.review.form import Form
from editor.review.history import ReviewEdit
from editor.review.section_moves import sections_off
from editor.storage.fact_index import EarlierFacts

FACTS = "facts"


class FormPage(QScrollArea):
    """Shows the document, and knows where in it the writer is and what that place needs."""

    current_changed = Signal(str)
    """The section that is being edited, "facts" above them."""
    cursor_moved = Signal(str, float)
    """Section and how far into it the cursor is, from 0 to 1."""
    place_shown = Signal(str)
    """A section is scrolled to while the keyboard is elsewhere, as in the bar that searches."""
    place_asked = Signal()
    """A place of the form is gone to, and has to be seen."""
    alone_left = Signal()
    """The writer goes to a place that is not shown while one section is shown alone."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        self._alone = ""
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._document = document
        self._theme = theme
        self.signals = EditorSignals(self)
        self.typing_options = TypingOptions()
        self.scrolling = FormScroller(self, theme)
        self.current = ""
        self._earlier = EarlierFacts()
        self._built = False
        # Nothing is built for the review that the first one to be opened takes the place of.
        self.column = self._make_column(replace(document.form, facts=(), sections=()))
        self.scrolling.take(self.column)
        document.changed.connect(self._changed)
        document.opened.connect(self.rebuild)
        document.holder_changed.connect(self._show_holder)

    # -- what is shown ----------------------------------------------------------------------------

    def build(self) -> None:
        """Build the form of the document unless that has been done; until then it is empty."""
        if not self._built:
            self.rebuild()

    def rebuild(self) -> None:
        """Build the form of the document that is open now; the keyboard focus stays in the form."""
        focused = self.window().focusWidget()
        held = focused is self or self.isAncestorOf(focused)
        self._built = True
        self.column = self._make_column(self._document.form)
        self._listen()
        self.facts.offer(self._earlier)
        self.scrolling.take(self.column)
        self._order_tabs()
        self._show()
        self._show_holder()
        if held:
            self.facts.focus(self._document.form.facts[0].key)

    def set_theme(self, theme: Theme) -> None:
        """Show the form in ``theme``."""
        self._theme = self.scrolling.theme = theme
        self.column.set_theme(theme)

    @property
    def facts(self) -> FactGrid:
        """The fields above the sections."""
        return self.column.facts

    @property
    def cards(self) -> dict[str, SectionCard]:
        """The cards of all sections in order, also of those that are switched off."""
        return self.column.cards

    @property
    def shown(self) -> tuple[str, ...]:
        """The sections that can be seen, in order: all but those that are switched off."""
        off = sections_off(self._document.review)
        return tuple(key for key in self.cards if key not in off)

    def editor(self, section_id: str) -> SectionEditor:
        """Return the editor of a section. Raises KeyError when the form does not have it."""
        return self.cards[section_id].editor

    @property
    def at_work(self) -> SectionEditor | None:
        """The editor of the section that is being edited, None while none is."""
        card = self.cards.get(self.current)
        return card.editor if card is not None else None

    def offer(self, earlier: EarlierFacts) -> None:
        """Offer what was typed in earlier reviews while facts are typed."""
        self._earlier = earlier
        self.facts.offer(earlier)

    def show_alone(self, section_id: str) -> None:
        """Show one section as on a typewriter, its line in the middle; all of them for ""."""
        self._alone = section_id
        self.scrolling.typewriter = bool(section_id)
        self.setProperty("alone", str(bool(section_id)).lower())
        self._arrange()
        self.scrolling.make_room()
        self.column.restyle()
        if section_id:
            self.scrolling.show_cursor(self.editor(section_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line in the middle of another height."""
        super().resizeEvent(event)
        if self._alone and self._alone in self.cards:
            self.scrolling.make_room()
            self.scrolling.show_cursor(self.editor(self._alone))

    # -- going there ------------------------------------------------------------------------------

    def bring(self, place: str) -> None:
        """See to it that ``place`` is shown, also where one section is shown alone."""
        self.place_asked.emit()
        if self._alone and place in self.cards:
            if place != self._alone:
                self.show_alone(place)
        elif self._alone:
            self.alone_left.emit()

    def jump(self, place: str) -> None:
        """Go to a section, or to the facts."""
        self.build()
        self.bring(place)
        if place == FACTS:
            self.facts.focus(self._document.form.facts[0].key)
            self.verticalScrollBar().setValue(0)
        elif place in self.cards:
            card = self.cards[place]
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._alone:
                self.verticalScrollBar().setValue(card.y() - self._theme.px(16))

    def go_to_fact(self, key: str) -> None:
        """Put the cursor into the field of a fact, and show it; nowhere where there is none."""
        field = self.facts.findChild(QWidget, f"fact.{key}")
        if field is not None:
            self.bring(FACTS)
            self.facts.focus(key)
            self.ensureWidgetVisible(field, 0, self._theme.px(48))

    def go_to_rating(self, section_id: str) -> None:
        """Give the keyboard to the rating of a section, to the section where it is not rated."""
        self.jump(section_id)
        rating = self.cards[section_id].rating if section_id in self.cards else None
        if rating is not None and rating.isVisible():
            rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, section_id: str, start: int, end: int | None = None) -> None:
        """Put the cursor to ``start``, in code points, or select up to ``end``.

        Goes nowhere where the form has no such section.
        """
        if section_id not in self.cards:
            return
        self.bring(section_id)
        editor = self.editor(section_id)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.select(start, start if end is None else end)
        self.scrolling.show_cursor(editor)

    def next_finding(self, by: int) -> tuple[str, Finding] | None:
        """Return the finding after the cursor (by 1) or before it (-1), around the ends."""
        marks = {key: card.editor.findings for key, card in self.cards.items()}
        return next_finding(marks, self.current, by)

    def show_place(self, section_id: str, start: int, end: int) -> None:
        """Scroll so that a stretch, in code points, can be seen; the cursor stays where it is."""
        if section_id not in self.cards:
            return
        self.bring(section_id)
        self.place_shown.emit(section_id)
        self.scrolling.show_stretch(self.editor(section_id), start, end)

    def _make_column(self, form: Form) -> FormColumn:
        return FormColumn(
            self._document,
            form,
            self._theme,
            self.viewport(),
            signals=self.signals,
            typing_options=self.typing_options,
        )

    # -- following --------------------------------------------------------------------------------

    def _listen(self) -> None:
        self.facts.focused.connect(partial(self._set_current, FACTS))
        self.column.focused.connect(self._set_current)
        for key, card in self.cards.items():
            card.editor.cursor_moved.connect(partial(self._follow, key, card.editor))

    def _set_current(self, place: str) -> None:
        self.current = place
        self.column.set_current(place)
        self.current_changed.emit(place)

    def _follow(self, section_id: str, editor: SectionEditor, cursor: QRect) -> None:
        if editor.hasFocus():
            self.scrolling.follow(editor, cursor)
            self.cursor_moved.emit(section_id, cursor.center().y() / max(1, editor.height()))

    def _changed(self, edit: ReviewEdit) -> None:
        place, _, key = edit.field.partition(".")
        follow = place == "section" and not self.column.is_typing(key)
        if follow:
            self.bring(key)
        self._show(follow=key if follow else "")
        if follow and key in self.cards:
            self.cards[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, follow: str = "") -> None:
        review = self._document.review
        self.facts.show_review(review)
        self._arrange()
        self.column.show_texts(review, follow=follow)

    def _arrange(self) -> None:
        """Show the cards that are to be seen, in the order of the review."""
        review = self._document.review
        if self.column.reorder(review):
            self._order_tabs()
        off = sections_off(review)
        self.column.show_only(self._alone, off)
        if self._alone and (self._alone in off or self._alone not in self.cards):
            self.alone_left.emit()

    def _order_tabs(self) -> None:
        """Let the Tab key go through the form as it is read, where the form is in the window."""
        # Qt puts nothing behind what the keyboard does not stop at, and new fields last of all.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop, following in pairwise([self, *self.column.stops]):
            QWidget.setTabOrder(stop, following)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show_holder(self) -> None:
        """Let nothing be edited while somebody else holds the file; it can be read and copied."""
        self.column.set_writable(writable=self._document.holder is None)
