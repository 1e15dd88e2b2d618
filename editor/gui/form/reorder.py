"""Moving paragraphs and sections: what the actions, the menus and a drop do to the review."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.section_mime import SectionRange
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.review import section_moves
from editor.review.section_moves import MoveResult

PARAGRAPH_VERBS = ("paragraph_up", "paragraph_down", "move_to")
SECTION_VERBS = ("section_up", "section_down", "section_off", "section_on")
VERBS = (*PARAGRAPH_VERBS, *SECTION_VERBS)
_KEYS = 9
"""Sections that have a key of their own."""


class Reorder(QObject):
    """Moves within the document and takes the cursor along."""

    said = Signal(str)
    """A sentence: why something stays where it is."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        outline: Outline,
        actions: Actions,
        *,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._form = form
        self._outline = outline
        self._actions = actions
        self._targets = QMenu(form)
        self._targets.setObjectName("menu.move_to")
        self._targets.aboutToShow.connect(self._show_targets)
        self._add_keys()
        self._hidden = QMenu(form)
        self._hidden.setObjectName("menu.section_on")
        self._hidden.aboutToShow.connect(self._show_hidden)
        actions["move_to"].setMenu(self._targets)
        actions["section_on"].setMenu(self._hidden)
        form.signals.text_dropped.connect(self._drop)
        form.signals.menu_created.connect(self._extend)
        outline.menu_requested.connect(self._open_section_menu)
        form.current_changed.connect(lambda _: self.enable())
        document.changed.connect(lambda _: self.enable())
        self.enable()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for the actions of ``VERBS``."""
        return {
            "paragraph_up": lambda: self.shift(-1),
            "paragraph_down": lambda: self.shift(1),
            "section_up": lambda: self.shift_section(-1),
            "section_down": lambda: self.shift_section(1),
            "section_off": self.switch_off,
            # These two open a menu, which does the rest.
            "move_to": self._show_targets,
            "section_on": self._show_hidden,
        }

    # -- paragraphs -------------------------------------------------------------------------------

    def shift(self, by: int) -> None:
        """Move the paragraph of the cursor up (-1) or down (1) within its section."""
        section = self._form.current
        if section in self._form.cards:
            moved = section_moves.shift_block(self._document.review, section, self._cursor(), by)
            self._apply(moved, section)

    def move_to(self, target: str) -> None:
        """Move the paragraph of the cursor to the end of another section."""
        section = self._form.current
        if section in self._form.cards and target != section:
            moved = section_moves.move_block(self._document.review, section, self._cursor(), target)
            self._apply(moved, section)

    def _cursor(self) -> int:
        return self._form.editor(self._form.current).selection()[0]

    def _drop(self, target: str, stretch: SectionRange, offset: int, copy: bool) -> None:  # noqa: FBT001
        review = self._document.review
        moved = section_moves.drop_text(review, stretch, target, offset, copy=copy)
        if self._apply(moved, target if copy else stretch.section):
            self._form.go_to(target, moved.offset - (stretch.end - stretch.start), moved.offset)

    def _apply(self, moved: MoveResult, source: str) -> bool:
        """Show what was moved; one step back takes the cursor to where it came from."""
        if moved.review is self._document.review:
            return True
        taken = self._document.edit_review(moved.review, f"section.{source}")
        if taken:
            self._form.go_to(moved.section, moved.offset)
        return taken

    # -- sections ---------------------------------------------------------------------------------

    def shift_section(self, by: int) -> None:
        """Move the section up (-1) or down (1), over those that are switched off."""
        section, shown = self._section(), self._form.shown
        if section not in shown:
            return
        place = shown.index(section) + by
        if 0 <= place < len(shown):
            pair = (shown[place], section)
            review = section_moves.reorder_sections(self._document.review, pair[::by])
            self._document.edit_review(review, "order")
            self._form.scroller.show_cursor(self._form.editor(section))

    def switch_off(self) -> None:
        """Leave the section out of the form, or say why it stays."""
        section = self._section()
        if section not in self._form.cards:
            return
        switched = section_moves.switch_off(self._document.review, section)
        if switched.refusal is not None:
            self.said.emit(switched.refusal.text())
        else:
            self._document.edit_review(switched.review, "sections_off")

    def switch_on(self, section: str) -> None:
        """Bring a section back into the form and go there."""
        review = section_moves.switch_on(self._document.review, section)
        if self._document.edit_review(review, "sections_off"):
            self._form.jump(section)

    def _section(self) -> str:
        """Return the section that is meant: the outline's while it has the keyboard."""
        return self._outline.current if self._outline.focused else self._form.current

    # -- menus ------------------------------------------------------------------------------------

    def enable(self) -> None:
        """Offer what can be done where the cursor is."""
        for verb in PARAGRAPH_VERBS:
            self._actions[verb].setEnabled(self._form.current in self._form.cards)
        hidden = len(self._form.shown) < len(self._form.cards)
        self._actions["section_on"].setEnabled(hidden)

    def _add_keys(self) -> None:
        for number in range(1, _KEYS + 1):
            action = self._targets.addAction("")
            action.setObjectName(f"action.move_to_{number}")
            action.setShortcut(QKeySequence(f"Ctrl+Alt+{number}"))
            action.triggered.connect(lambda _=False, index=number - 1: self._move_to_nth(index))
            # A menu that is not open has no keys of its own.
            self._form.window().addAction(action)

    def _move_to_nth(self, index: int) -> None:
        shown = self._form.shown
        if index < len(shown):
            self.move_to(shown[index])

    def _show_targets(self) -> None:
        shown, actions = self._form.shown, self._targets.actions()
        for action in actions[_KEYS:]:
            self._targets.removeAction(action)
        for index, action in enumerate(actions[:_KEYS]):
            action.setVisible(index < len(shown))
            if index < len(shown):
                self._label(action, shown[index])
        for section in shown[_KEYS:]:
            action = self._targets.addAction("")
            action.triggered.connect(lambda _=False, key=section: self.move_to(key))
            self._label(action, section)

    def _label(self, action: QAction, section: str) -> None:
        action.setText(self._title(section).replace("&", "&&"))
        action.setEnabled(section != self._form.current)

    def _show_hidden(self) -> None:
        self._hidden.clear()
        for key in self._form.cards:
            if key not in self._form.shown:
                action = self._hidden.addAction(self._title(key).replace("&", "&&"))
                action.setObjectName(f"action.section_on_{key}")
                action.triggered.connect(lambda _=False, section=key: self.switch_on(section))

    def _extend(self, _section: str, menu: QMenu, _finding: object) -> None:
        menu.addSeparator()
        menu.addActions([self._actions[verb] for verb in PARAGRAPH_VERBS])

    def _open_section_menu(self, section: str, at: QPoint) -> None:
        menu = QMenu(self._outline)
        menu.setObjectName("menu.section")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        verbs = SECTION_VERBS if section in self._form.cards else ("section_on",)
        menu.addActions([self._actions[verb] for verb in verbs])
        menu.popup(at)

    def _title(self, section: str) -> str:
        return self._form.editor(section).accessibleName()
