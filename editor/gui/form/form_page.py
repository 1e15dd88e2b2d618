"""The form: facts and section cards as one continuous page."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from editor.gui.document import Document
from editor.gui.form.fact_fields import FactGrid
from editor.gui.form.section_card import SectionCard
from editor.gui.form.section_editor import SectionEditor
from editor.gui.theme import SCROLL_BAR, Theme
from editor.language.checker import Finding
from editor.language.typography import Typography
from editor.review.earlier import Earlier
from editor.review.form import SectionField
from editor.review.history import Edit
from editor.review.model import Review
from editor.review.moving import sections_off
from editor.review.statistics import Statistics

FACTS = "facts"
_BESIDE = 16
"""Air at the left and at the right of the column, in units of ``Theme.px``."""


def page_width(theme: Theme) -> int:
    """Return what the longest lines need with all that is around them, in device-independent px."""
    return column_width(theme) + 2 * theme.px(_BESIDE) + theme.px(SCROLL_BAR)


def column_width(theme: Theme) -> int:
    """Return the width of the facts and of a card with the longest lines."""
    # The card's padding comes on top.
    return theme.measure() + theme.px(2 * 22 + 4)


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
    dropped = Signal(str, object, int, bool)
    """Section, the Stretch of another one that was dropped there, where, and whether to copy."""
    menu_made = Signal(str, object)
    """Section and its context menu, which may get further entries."""
    cover_offered = Signal(str, object)
    """Key of a fact and the picture to be shown there, None to ask for a file."""
    picture_wanted = Signal(str, str)
    """Key of a fact and the address of the picture to show there."""
    picture_offered = Signal(object)
    """A picture for the text, as Offered."""
    html_offered = Signal(object)
    """Formatted text for the text, as PastedHtml."""
    cursor_moved = Signal(str, float)
    """Section and how far into it the cursor is, from 0 to 1."""

    place_shown = Signal(str)
    """A section is scrolled to while the keyboard is elsewhere, as in the bar that searches."""
    place_asked = Signal()
    """A place of the form is gone to, and has to be seen."""
    alone_left = Signal()
    """The writer goes to a place that is not shown while one section is shown alone."""

    def __init__(self, document: Document, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formPage")
        self._alone = ""
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
        self._paragraphs = True
        self._earlier = Earlier()
        self.rebuild()
        document.changed.connect(self._changed)
        document.opened.connect(self.rebuild)
        document.holder_changed.connect(self._show_holder)

    def rebuild(self) -> None:
        """Build the form of the document that is open now; the keyboard stays in the form."""
        held = self.isAncestorOf(self.window().focusWidget())
        # Made where they stand: what gets another parent is styled anew, with everything in it.
        page, column = _centred(self.viewport(), self._theme)
        lines = QVBoxLayout(column)
        px = self._theme.px
        lines.setSpacing(px(14))
        self._build_facts(column, lines)
        self._build_cards(column, lines)
        lines.addStretch(1)
        self._lines = lines
        self._space()
        self.setWidget(page)
        self._order_tabs()
        self._show()
        self._show_holder()
        if held:
            self.facts.focus(self._document.form.facts[0].key)

    def set_theme(self, theme: Theme) -> None:
        """Show the form in ``theme``."""
        self._theme = theme
        for card in self.cards.values():
            card.set_theme(theme)
        column = self.findChild(QWidget, "formColumn")
        if column is not None:
            column.setMaximumWidth(column_width(theme))

    def editor(self, section_id: str) -> SectionEditor:
        """Return the editor of a section. Raises KeyError when the form does not have it."""
        return self.cards[section_id].editor

    def jump(self, place: str) -> None:
        """Go to a section, or to the facts."""
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
        """Put the cursor into the field of a fact, and show it."""
        self.bring(FACTS)
        self.facts.focus(key)
        field = self.facts.findChild(QWidget, f"fact.{key}")
        if field is not None:
            self.ensureWidgetVisible(field, 0, self._theme.px(48))

    def go_to_rating(self, section_id: str) -> None:
        """Give the keyboard to the rating of a section, to the section where it is not rated."""
        self.jump(section_id)
        rating = self.cards[section_id].rating if section_id in self.cards else None
        if rating is not None and rating.isVisible():
            rating.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cursor(self, editor: SectionEditor) -> None:
        """Scroll so that the cursor of ``editor`` can be seen."""
        QTimer.singleShot(0, editor, lambda: self._scroll_to(editor, editor.cursorRect(), 0.3))

    def show_place(self, section_id: str, start: int, end: int) -> None:
        """Scroll so that a stretch, in code points, can be seen; the cursor stays where it is."""
        self.bring(section_id)
        self.place_shown.emit(section_id)
        editor = self.editor(section_id)
        QTimer.singleShot(0, editor, lambda: self._scroll_to(editor, editor.area(start, end), 0.3))

    def go_to(self, section_id: str, start: int, end: int | None = None) -> None:
        """Put the cursor to ``start``, in code points, or select up to ``end``."""
        self.bring(section_id)
        editor = self.editor(section_id)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.select(start, start if end is None else end)
        self.show_cursor(editor)

    @property
    def shown(self) -> tuple[str, ...]:
        """The sections that can be seen, in order: all but those that are switched off."""
        off = sections_off(self._document.review)
        return tuple(key for key in self.cards if key not in off)

    def show_alone(self, section_id: str) -> None:
        """Show one section as on a typewriter, its line in the middle; all of them for ""."""
        self._alone = section_id
        self.setProperty("alone", str(bool(section_id)).lower())
        self._arrange(self._document.review)
        self._space()
        for card in self.cards.values():
            card.style().unpolish(card)
            card.style().polish(card)
        if section_id:
            self.show_cursor(self.editor(section_id))

    def bring(self, place: str) -> None:
        """See to it that ``place`` is shown, also where one section is shown alone."""
        self.place_asked.emit()
        if self._alone and place in self.cards:
            if place != self._alone:
                self.show_alone(place)
        elif self._alone:
            self.alone_left.emit()

    def restore_scroll(self, value: int) -> None:
        """Scroll to ``value``, in pixels, once everything has its place again."""

        def scroll() -> None:
            self._lines.activate()
            self.verticalScrollBar().setValue(value)

        QTimer.singleShot(0, self, scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line in the middle of another height."""
        super().resizeEvent(event)
        if self._alone in self.cards:
            self._space()
            self.show_cursor(self.editor(self._alone))

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

    def set_paragraphs(self, *, on: bool) -> None:
        """Let Enter begin a paragraph from now on, or a line only."""
        self._paragraphs = on
        for card in self.cards.values():
            card.editor.writing.paragraphs = on

    def offer(self, earlier: Earlier) -> None:
        """Offer what was typed in earlier reviews while facts are typed."""
        self._earlier = earlier
        self.facts.offer(earlier)

    def write(self, verb: str) -> None:
        """Carry out a command on the section that is being edited, if one is."""
        card = self.cards.get(self.current)
        if card is not None:
            card.editor.writing.run(verb)
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste_plain(self) -> None:
        """Paste what was copied into the section that is being edited, without its formatting."""
        card = self.cards.get(self.current)
        if card is not None:
            card.editor.paste_plain()

    def show_counts(self, counts: Mapping[str, Statistics], findings: Mapping[str, int]) -> None:
        """Show words and findings in the cards' headers."""
        for section_id, card in self.cards.items():
            words = counts.get(section_id, Statistics()).words
            card.show_counts(words, findings.get(section_id, 0))

    def _build_facts(self, column: QWidget, lines: QVBoxLayout) -> None:
        self.facts = FactGrid(self._document.form, self._theme, self._language, column)
        self.facts.edited.connect(
            lambda key, value, typing: self._document.edit_fact(key, value, typing=typing)
        )
        self.facts.picture_offered.connect(self.cover_offered)
        self.facts.picture_wanted.connect(self.picture_wanted)
        self.facts.offer(self._earlier)
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
        editor.writing.paragraphs = self._paragraphs
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
        editor.picture_offered.connect(self.picture_offered)
        editor.html_offered.connect(self.html_offered)
        editor.dropped.connect(lambda *drop: self.dropped.emit(key, *drop))
        editor.menu_made.connect(lambda menu: self.menu_made.emit(key, menu))
        if card.rating:
            card.rating.edited.connect(lambda value: self._document.edit_rating(key, value))
            card.rating.focused.connect(lambda: self._set_current(key))
        return card

    def _show_holder(self) -> None:
        """Let nothing be edited while somebody else holds the file; it can be read and copied."""
        free = self._document.holder is None
        self.facts.setEnabled(free)
        for card in self.cards.values():
            card.set_writable(writable=free)

    def _changed(self, edit: Edit) -> None:
        place, _, key = edit.field.partition(".")
        follow = place == "section" and not self._is_typing(key)
        if follow:
            self.bring(key)
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
        self._arrange(review)
        for section_id, card in self.cards.items():
            card.show_review(review, follow=section_id == follow)

    def _arrange(self, review: Review) -> None:
        """Bring the cards into the order of the review, without those that are switched off."""
        order = [section.id for section in review.sections if section.id in self.cards]
        if order != list(self.cards):
            self.cards = {key: self.cards[key] for key in order}
            self._reorder()
        off = sections_off(review)
        for key, card in self.cards.items():
            card.setVisible(key not in off and self._alone in ("", key))
        self.facts.setVisible(not self._alone)
        if self._alone and (self._alone in off or self._alone not in self.cards):
            self.alone_left.emit()

    def _reorder(self) -> None:
        cards = list(self.cards.values())
        for place, card in enumerate(cards, 1):
            self._lines.removeWidget(card)
            self._lines.insertWidget(place, card)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let the Tab key go through the form as it is read, where the form is in the window."""
        stops = [*self.facts.stops, *(stop for card in self.cards.values() for stop in card.stops)]
        # Qt puts nothing behind what the keyboard does not stop at, and new fields last of all.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop, following in pairwise([self, *stops]):
            QWidget.setTabOrder(stop, following)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _set_current(self, place: str) -> None:
        self.current = place
        for section_id, card in self.cards.items():
            card.set_current(current=section_id == place)
            if section_id != place:
                # One place is worked on at a time, as if all of the form were one text.
                card.editor.select_nothing()
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
        if self._alone:
            self.verticalScrollBar().setValue(place.y() - self.viewport().height() // 2)
            return
        air = round(self.viewport().height() * margin)
        self.ensureVisible(place.x(), place.y(), 0, rect.height() + max(air, self._theme.px(24)))

    def _space(self) -> None:
        """Leave air above and below, as much as brings every line of one section to the middle."""
        half = self.viewport().height() // 2
        above, below = (half, half) if self._alone else (self._theme.px(16), self._theme.px(80))
        self._lines.setContentsMargins(0, above, 0, below)


class _Centre(QWidget):
    """Keeps the column in the middle; a click beside it goes nowhere."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()


def _centred(parent: QWidget, theme: Theme) -> tuple[QWidget, QWidget]:
    """Return a page in ``parent``, and the column in the middle of it."""
    outer = _Centre(parent)
    outer.setObjectName("formPage")
    column = QWidget(outer)
    column.setObjectName("formColumn")
    column.setMaximumWidth(column_width(theme))
    line = QHBoxLayout(outer)
    line.setContentsMargins(theme.px(_BESIDE), 0, theme.px(_BESIDE), 0)
    line.addStretch(1)
    line.addWidget(column, 100)
    line.addStretch(1)
    return outer, column
