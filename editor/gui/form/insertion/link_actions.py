"""The action for links: a box for the words and the address of the link at the cursor."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from editor.export.nodes.links import typed_link
from editor.gui.dialogs import clipboard_content
from editor.gui.document import Document
from editor.gui.editor.link_box import LinkBox
from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.markdown.link_commands import (
    is_address,
    is_plain,
    link_place,
    remove_link,
    set_link,
)
from editor.markdown.link_spans import defined_addresses
from editor.markdown.selection import CommandEdit


class LinkActions(QObject):
    """Opens the box at the cursor of the current section, and applies what is typed there.

    An address in the clipboard is offered where the text has none yet.
    """

    message = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, document: Document, form: FormPage, window: HostWindow) -> None:
        super().__init__(form)
        self._document = document
        self._form = form
        self._window = window
        form.signals.menu_created.connect(self._extend_menu)
        form.signals.address_pasted.connect(self._paste_address)
        # After the form, which has editors for the other review by then.
        document.opened.connect(self._abandon)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"link": self._open}

    def _open(self) -> None:
        editor = self._form.current_editor
        if editor is None or editor.isReadOnly():
            return
        editor.spoiler_keys.leave_head()
        place = link_place(editor.text, *editor.selection(), self._addresses())
        if place is None:
            self.message.emit(
                self.tr("Hier steht Quelltext. Ein Verweis ist nur im Text der Rezension möglich.")
            )
            return
        editor.ensureCursorVisible()
        self._close_boxes()
        box = LinkBox(self._window.theme, self._window)
        box.dismissed.connect(lambda: editor.setFocus(Qt.FocusReason.OtherFocusReason))
        box.taken.connect(lambda words, address: self._take(box, editor, words, address))
        box.removal_chosen.connect(lambda: self._remove(box, editor))
        exists = place.span is not None
        area = editor.area(place.start, place.end)
        corner = editor.viewport().mapTo(self._window, area.topLeft())
        at = QRect(corner, area.size())
        box.show_link(place.words, place.address or _copied_address(), at, exists=exists)

    def _abandon(self) -> None:
        """Close a box for a review that is gone, and give its keyboard focus to the other one."""
        if self._close_boxes():
            self._form.focus_start()

    def _close_boxes(self) -> bool:
        """Close every box; return whether one had the keyboard focus."""
        boxes = self._window.findChildren(LinkBox)
        focused = any(box.isAncestorOf(self._window.focusWidget()) for box in boxes)
        for box in boxes:
            box.close()
        return focused

    def _extend_menu(self, section_id: str, menu: QMenu, _finding: object) -> None:
        """Offer to change and to remove the link at the pointer, at the top of ``menu``."""
        editor = self._form.editor(section_id)
        place = link_place(editor.text, *editor.selection(), self._addresses())
        if place is None or place.span is None or editor.isReadOnly():
            return
        first = next(iter(menu.actions()), None)
        change = QAction(self.tr("Verweis ä&ndern …"), menu)
        change.triggered.connect(self._open)
        remove = QAction(self.tr("&Verweis entfernen"), menu)
        remove.triggered.connect(lambda: self._unlink(editor))
        menu.insertActions(first, [change, remove])  # type: ignore[arg-type]
        menu.insertSeparator(first)  # type: ignore[arg-type]

    def _paste_address(self, address: str) -> None:
        """Link the selected words to ``address``, or paste it where there can be no link."""
        editor = self._form.current_editor
        if editor is None or editor.isReadOnly():
            return
        at, href = (editor.text, *editor.selection(), self._addresses()), typed_link(address)
        if href is None or not is_plain(*at):
            editor.paste_plain()
        else:
            words = "" if (place := link_place(*at)) is None else place.words
            _apply(editor, set_link(*at, words=words, address=href))

    def _take(self, box: LinkBox, editor: SectionEditor, words: str, address: str) -> None:
        same = self._present_address(editor) == address != ""
        # An address that the page cannot open may stay as it was: only the words are edited.
        href = address if same else typed_link(address)
        if href is None:
            box.show_problem(
                self.tr("Das ist keine Internetadresse. Eine solche sieht aus wie www.beispiel.de.")
                if address.strip()
                else self.tr("Die Adresse fehlt noch.")
            )
            return
        box.close()
        if isValid(editor):
            at = (editor.text, *editor.selection())
            edit = set_link(*at, self._addresses(), words=words, address=href)
            _apply(editor, edit)

    def _remove(self, box: LinkBox, editor: SectionEditor) -> None:
        box.close()
        if isValid(editor):
            self._unlink(editor)

    def _unlink(self, editor: SectionEditor) -> None:
        _apply(editor, remove_link(editor.text, *editor.selection(), self._addresses()))

    def _present_address(self, editor: SectionEditor) -> str:
        if not isValid(editor):
            return ""
        place = link_place(editor.text, *editor.selection(), self._addresses())
        return place.address if place is not None and place.span is not None else ""

    def _addresses(self) -> dict[str, str]:
        return defined_addresses(section.text for section in self._document.review.sections)


def _apply(editor: SectionEditor, edit: CommandEdit | None) -> None:
    editor.typing_assist.apply(edit)
    editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _copied_address() -> str:
    copied = clipboard_content().text().strip()
    return copied if is_address(copied) else ""
