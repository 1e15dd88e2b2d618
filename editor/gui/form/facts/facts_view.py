"""View of the facts: one line, which unfolds to the essential facts and the further ones."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.gui.form.facts.disclosure_button import DisclosureButton
from editor.gui.form.facts.fact_grid import FactGrid
from editor.gui.form.facts.fact_texts import further_text, head_texts, slip_count
from editor.gui.theme import Theme
from editor.review.form import FactField, Form
from editor.review.model import Review
from editor.storage.fact_index import EarlierFacts

_FOCUS = Qt.FocusReason.OtherFocusReason


class FactsView(QWidget):
    """Shows the facts of one review.

    The edits are built when they are unfolded for the first time, so that a review that is opened
    folded costs a line. Facts that are out of sight are counted, and so are those among them that
    look like slips.
    """

    edited = Signal(str, object, bool)
    """Key, new value, and whether it is being typed; None removes the fact."""
    focused = Signal()
    """An edit or a button has got the keyboard focus."""
    image_offered = Signal(str, object)
    """Key, and the image to use for the fact: a Path, a QImage, or None to ask for a file."""
    image_requested = Signal(str, str)
    """Key, and the address of the image to pass to ``show_image``."""
    folded_changed = Signal(bool)
    """The facts have been folded to their line, or unfolded."""
    further_changed = Signal(bool)
    """The writer has unfolded the further facts, or folded them."""
    arranged = Signal()
    """Facts have been folded or unfolded; ``stops`` may have more widgets than before."""

    def __init__(
        self, form: Form, theme: Theme, parent: QWidget, *, folded: bool, further: bool
    ) -> None:
        """``folded`` and ``further`` say how it begins; see ``set_folded`` and ``set_further``."""
        super().__init__(parent)
        self._form, self._theme = form, theme
        self._folded, self._further = folded, further
        self._review: Review | None = None
        self._earlier = EarlierFacts()
        self._writable = True
        self._essential_grid: FactGrid | None = None
        self._further_grid: FactGrid | None = None
        self._head = self._button("facts.head", lambda: self.set_folded(folded=not self._folded))
        self._more = self._button("facts.more", self._toggle_further)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self._head)
        self._column.addWidget(self._more)
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether only the line is shown."""
        return self._folded

    @property
    def grids(self) -> tuple[FactGrid, ...]:
        """The grids that are built: of the essential facts, and of the further ones."""
        grids = (self._essential_grid, self._further_grid)
        return tuple(grid for grid in grids if grid is not None)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The widgets of the tab order."""
        essential, further = self._essential_grid, self._further_grid
        return (
            *(self._head, *(essential.stops if essential else ())),
            *(self._more, *(further.stops if further else ())),
        )

    def set_folded(self, *, folded: bool) -> None:
        """Fold the facts to their line, or unfold the essential ones."""
        if folded != self._folded:
            self._folded = folded
            self._arrange()
            self.folded_changed.emit(folded)

    def set_further(self, *, unfolded: bool) -> None:
        """Unfold the further facts below the essential ones, or fold them."""
        if unfolded != self._further:
            self._further = unfolded
            self._arrange()

    def reveal(self, key: str) -> QWidget | None:
        """Unfold the fact ``key``; return its widget, None if the form does not have it."""
        field = self._form.fact(key)
        if field is None:
            return None
        self.set_folded(folded=False)
        if field in self._form.further_facts:
            self.set_further(unfolded=True)
        return self.findChild(QWidget, f"fact.{key}")

    def focus(self, key: str) -> None:
        """Unfold the fact ``key`` and give it the keyboard focus if the form has it."""
        if self.reveal(key) is not None:
            for grid in self.grids:
                grid.focus(key)

    def focus_line(self) -> None:
        """Give the keyboard focus to the line, which unfolds the facts."""
        self._head.setFocus(_FOCUS)

    def show_review(self, review: Review) -> None:
        """Show the facts of ``review``; an edit that shows its value already is left alone."""
        first, self._review = self._review is None, review
        for grid in self.grids:
            grid.show_review(review)
        if first and slip_count(review, self._form.further_facts):
            self.set_further(unfolded=True)
        self._show_texts()

    def offer(self, earlier: EarlierFacts) -> None:
        """Offer values of earlier reviews."""
        self._earlier = earlier
        for grid in self.grids:
            grid.offer(earlier)

    def show_image(self, key: str, image: QImage | None, problem: str = "") -> None:
        """Show the image of the fact ``key``, or if there is none, the sentence ``problem``."""
        for grid in self.grids:
            grid.show_image(key, image, problem)

    def set_writable(self, *, writable: bool) -> None:
        """Make the facts editable or read-only; they can be folded and unfolded all the same."""
        self._writable = writable
        for grid in self.grids:
            grid.setEnabled(writable)

    # -- folding ----------------------------------------------------------------------------------

    def _toggle_further(self) -> None:
        self.set_further(unfolded=not self._further)
        self.further_changed.emit(self._further)

    def _arrange(self) -> None:
        """Build what is to be seen and was not yet, and hide the rest."""
        essential, further = self._form.essential_facts, self._form.further_facts
        unfolded = not self._folded
        if unfolded and essential and self._essential_grid is None:
            self._essential_grid = self._build(essential, below=self._head)
        if unfolded and self._further and further and self._further_grid is None:
            self._further_grid = self._build(further, below=self._more)
        parts = ((self._essential_grid, unfolded), (self._further_grid, unfolded and self._further))
        for grid, visible in parts:
            if grid is not None:
                self._keep_focus(grid, visible=visible)
                grid.setVisible(visible)
        self._head.setVisible(bool(essential))
        self._head.setChecked(unfolded)
        self._head.setProperty("folded", str(self._folded).lower())
        self._head.style().unpolish(self._head)
        self._head.style().polish(self._head)
        self._head.updateGeometry()
        self._more.setVisible(unfolded and bool(further))
        self._more.setChecked(self._further)
        self._show_texts()
        self.arranged.emit()

    def _keep_focus(self, grid: FactGrid, *, visible: bool) -> None:
        """Take the keyboard out of a ``grid`` that will be hidden: Qt hands it to any other."""
        focused = self.window().focusWidget()
        if not visible and grid.isAncestorOf(focused):
            (self._head if self._folded else self._more).setFocus(_FOCUS)

    # -- parts ------------------------------------------------------------------------------------

    def _button(self, name: str, clicked: Callable[[], None]) -> DisclosureButton:
        button = DisclosureButton(self)
        button.setObjectName(name)
        button.clicked.connect(clicked)
        button.focused.connect(self.focused)
        return button

    def _build(self, fields: tuple[FactField, ...], *, below: QWidget) -> FactGrid:
        grids = (self._form.essential_facts, self._form.further_facts)
        grid = FactGrid(fields, self._theme, self, in_line=grids)
        self._column.insertWidget(self._column.indexOf(below) + 1, grid)
        grid.edited.connect(self.edited)
        grid.focused.connect(self.focused)
        grid.image_offered.connect(self.image_offered)
        grid.image_requested.connect(self.image_requested)
        grid.setEnabled(self._writable)
        grid.offer(self._earlier)
        if self._review is not None:
            grid.show_review(self._review)
        return grid

    def _show_texts(self) -> None:
        """Show on the buttons what is folded below them."""
        if self._review is not None:
            head = head_texts(self._review, self._form, folded=self._folded)
            self._head.show_text(*head)
            text = further_text(self._review, self._form, unfolded=self._further)
            self._more.show_text("", text)
