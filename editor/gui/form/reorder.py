"""Moving of paragraphs and sections by actions, menus and drag and drop."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from editor.gui.actions import Actions
from editor.gui.document import Document
from editor.gui.editor.section_mime import SectionRange
from editor.gui.form.form_page import FormPage
from editor.gui.form.outline import Outline
from editor.gui.form.reorder_menus import PARAGRAPH_VERBS, SECTION_VERBS, ReorderMenus
from editor.review import section_moves
from editor.review.section_moves import MoveResult

VERBS = (*PARAGRAPH_VERBS, *SECTION_VERBS)


class Reorder(QObject):
    """Moves paragraphs and sections in the document; the cursor moves with them."""

    message = Signal(str)
    """A sentence for the message bar: why a section cannot be switched off."""

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
        self._menus = ReorderMenus(form, outline, actions, self)
        self._menus.target_chosen.connect(self.move_to)
        self._menus.section_chosen.connect(self.switch_on)
        outline.moved.connect(self.move_section)
        form.signals.text_dropped.connect(self._drop)
        form.current_changed.connect(lambda _: self._menus.enable_actions())
        document.changed.connect(lambda _: self._menus.enable_actions())

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions in ``VERBS``."""
        return {
            "paragraph_up": lambda: self.shift(-1),
            "paragraph_down": lambda: self.shift(1),
            "section_up": lambda: self.shift_section(-1),
            "section_down": lambda: self.shift_section(1),
            "section_off": self.switch_off,
            # The entries of these menus do the rest.
            "move_to": self._menus.fill_targets,
            "section_on": self._menus.fill_hidden,
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

    def _drop(self, target: str, source: SectionRange, offset: int, copy: bool) -> None:  # noqa: FBT001
        review, keys = self._document.review, self._form.editor(source.section).spoiler_keys
        if keys.cut_spoilers(source.start, source.end):
            return
        moved = section_moves.drop_text(review, source, target, offset, copy=copy)
        if self._apply(moved, target if copy else source.section):
            self._form.go_to(target, moved.offset - moved.length, moved.offset)

    def _apply(self, moved: MoveResult, source: str) -> bool:
        """Edit the document and go to the moved text; undo goes back to its ``source``."""
        if moved.review is self._document.review:
            return True
        taken = self._document.edit_review(moved.review, f"section.{source}")
        if taken:
            self._form.go_to(moved.section, moved.offset)
        return taken

    # -- sections ---------------------------------------------------------------------------------

    def shift_section(self, by: int) -> None:
        """Move the section up (-1) or down (1), past those that are switched off."""
        section, visible = self._section(), self._form.visible_sections
        if section not in visible:
            return
        index = visible.index(section) + by
        if 0 <= index < len(visible):
            pair = (visible[index], section)
            review = section_moves.reorder_sections(self._document.review, pair[::by])
            self._document.edit_review(review, f"order.{section}")

    def move_section(self, section: str, place: int) -> None:
        """Move a section to ``place`` among the visible ones, counted without it from 0."""
        order = [key for key in self._form.visible_sections if key != section]
        order.insert(place, section)
        review = section_moves.reorder_sections(self._document.review, order)
        if self._document.edit_review(review, f"order.{section}"):
            self._form.jump(section)

    def switch_off(self) -> None:
        """Switch the section off, or emit the reason why that is refused."""
        section = self._section()
        if section not in self._form.cards:
            return
        switched = section_moves.switch_off(self._document.review, section)
        if switched.refusal is not None:
            self.message.emit(switched.refusal.text())
        else:
            self._document.edit_review(switched.review, "sections_off")

    def switch_on(self, section: str) -> None:
        """Switch a section on again and go there."""
        review = section_moves.switch_on(self._document.review, section)
        if self._document.edit_review(review, "sections_off"):
            self._form.jump(section)

    def _section(self) -> str:
        """Return the section to act on, which outline and form show as the current one."""
        return self._form.current_section.place
