"""Page of the form, and ways to go to a place in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.document import Document
from editor.gui.editor.finding_overlay import next_finding
from editor.gui.form.current_section import CurrentSection
from editor.gui.form.form_view import FACTS, FormView
from editor.gui.theme import Theme
from editor.languagetool.finding import Finding
from editor.review.history import ReviewEdit

__all__ = ["FACTS", "FormPage"]


class FormPage(FormView):
    """Form view with commands that go to sections, facts, ratings, findings and edits.

    A place is the id of a section, or ``FACTS``. Places that the form does not have are ignored.
    """

    place_requested = Signal()
    """A place is gone to, so the form has to be visible."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        super().__init__(document, theme, parent)
        self.current_section = CurrentSection(self)
        """The place that the writer is at, which is not that of the cursor after scrolling."""
        self.current_section.changed.connect(self._mark)
        document.changed.connect(self._show_edit)

    def bring(self, place: str) -> None:
        """Make ``place`` current and visible, also while another section is shown alone."""
        self.place_requested.emit()
        if self._alone and place in self.cards:
            if place != self._alone:
                self.show_alone(place)
        elif self._alone:
            self.alone_left.emit()
        self.current_section.go_to_cursor(place)

    def jump(self, place: str, *, unfold: bool = True) -> None:
        """Go to the beginning of a section or of the facts, and ``unfold`` these."""
        self.build()
        if place == FACTS:
            self.bring(place)
            if unfold or not self.facts.folded:
                self.facts.focus(self._document.form.facts[0].key)
            else:
                self.facts.focus_line()
        elif place in self.cards:
            self.bring(place)
            self.cards[place].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_beginning(place)

    def show_beginning(self, place: str) -> None:
        """Scroll to the beginning of a section or of the facts; the keyboard focus stays."""
        if place != FACTS and place not in self.cards:
            return
        if place != self.current_section.place:
            self.bring(place)
        top = self.cards[place].y() - self._theme.px(16) if place in self.cards else 0
        if not self._alone:
            self.verticalScrollBar().setValue(top)
        self.current_section.set(place)

    def go_to_fact(self, key: str) -> None:
        """Give the keyboard focus to a fact and scroll to it."""
        field = self.facts.reveal(key)
        if field is not None:
            self.bring(FACTS)
            self.scroller.settle()
            self.facts.focus(key)
            self.scroller.show_widget(field)

    def go_to_rating(self, section_id: str) -> None:
        """Give the keyboard focus to the rating of a section, or to its text without a rating."""
        self.jump(section_id)
        rating = self.cards[section_id].rating if section_id in self.cards else None
        if rating is not None and rating.isVisible():
            rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, section_id: str, start: int, end: int | None = None) -> None:
        """Put the cursor to ``start``, in code points, or select from there to ``end``."""
        if section_id not in self.cards:
            return
        self.bring(section_id)
        editor = self.editor(section_id)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.select(start, start if end is None else end)
        self.scroller.show_cursor(editor)

    def show_place(self, section_id: str, start: int, end: int) -> None:
        """Scroll to the text from ``start`` to ``end``, in code points; the cursor stays."""
        if section_id not in self.cards:
            return
        self.bring(section_id)
        editor = self.editor(section_id)
        at = editor.positions().utf16
        editor.spoilers.unfold_between(at(start), at(end))
        self.scroller.show_range(editor, start, end)
        area = editor.area(start, end)
        self.current_section.set(section_id, area.center().y() / max(1, editor.height()))

    def next_finding(self, by: int) -> tuple[str, Finding] | None:
        """Return section and finding after the cursor (1) or before it (-1), around the ends."""
        overlays = {key: card.editor.findings for key, card in self.cards.items()}
        return next_finding(overlays, self.current, by)

    def _show_edit(self, edit: ReviewEdit) -> None:
        """Show an edit, and go to its section unless it was typed there."""
        kind, _, key = edit.field.partition(".")
        if kind == "fact" and not self.column.is_editing(key):
            self.show_review()
            self.go_to_fact(key)
            return
        follow = kind == "section" and not self.column.is_typing(key)
        if follow:
            self.bring(key)
        if kind == "section" and edit.typing:
            # Only this text differs; to show the whole review would take a tenth of a key's time.
            self._arrange()
            self.column.show_text(key, self._document.review, follow=follow)
        else:
            self.show_review(follow=key if follow else "")
        if follow and key in self.cards:
            self.cards[key].editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # The focus has scrolled as far as the form reached before its texts grew.
            self.scroller.show_focus(self.cards[key].editor)
        elif kind == "order" and key in self.visible_sections:
            self._show_moved(key)
        elif not key and (editor := self.current_editor) is not None and editor.hasFocus():
            # The texts above may have become longer or shorter, as after the undo of an import.
            self.scroller.show_cursor(editor)

    def _mark(self, place: str) -> None:
        # The column is another one after each review that is opened.
        self.column.set_current(place)

    def _arrange(self) -> None:
        """Show the visible cards; where the current section is hidden, the next one becomes it."""
        super()._arrange()
        place = self.current_section.place
        if place in self.cards and place not in self.visible_sections:
            self.current_section.set(self._neighbour(place))

    def _show_moved(self, section_id: str) -> None:
        """Show a section that has got another place, at the cursor if that is in it."""
        self.column.activate_layout()
        if section_id == self.current:
            self.bring(section_id)
            self.scroller.show_cursor(self.editor(section_id))
        else:
            self.show_beginning(section_id)
