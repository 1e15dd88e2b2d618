"""Card of a finding in the window: beside its word, for as long as the writer stays there."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent
from shiboken6 import isValid

from editor.gui.editor.section_editor import SectionEditor
from editor.gui.form.form_page import FormPage
from editor.gui.keyboard.key_text import key_text
from editor.gui.proofing.finding_card import FindingCard
from editor.gui.proofing.finding_text import announcement
from editor.gui.widgets.announcement import announce
from editor.languagetool.finding import Finding

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OUTSIDE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Reasons for which the text loses the keyboard and gets it back by itself."""


class CardPresenter(QObject):
    """Opens the card of a finding and closes it with the next edit or movement of the cursor.

    The keyboard stays in the text. Besides the shortcuts of actions the open card takes Escape, and
    Return while its word is selected, since that would otherwise replace the word by a line end.
    """

    def __init__(self, form: FormPage, card: FindingCard) -> None:
        super().__init__(card)
        self._form, self._card = form, card
        self._editor: SectionEditor | None = None
        self._takes_return = False
        card.closed.connect(self._forget)
        form.verticalScrollBar().valueChanged.connect(self._scrolled)
        card.window().installEventFilter(self)

    @property
    def finding(self) -> Finding | None:
        """The finding on the open card, None while it is closed."""
        shown = self._card.shown
        return shown[1] if shown is not None else None

    def show(self, section_id: str, finding: Finding) -> None:
        """Open the card of ``finding`` if it is in the text, and let a screen reader say it."""
        self.close()
        if section_id not in self._form.cards:
            return
        editor = self._form.editor(section_id)
        if editor.findings.area_of(finding) is None:
            return
        self._takes_return = bool(finding.replacements) and editor.findings.is_selected(finding)
        first_key = key_text("Return") if self._takes_return else ""
        self._card.show_finding(section_id, finding, first_key)
        self._watch(editor)
        self.follow()
        # The form scrolls to the cursor when control is back in the event loop.
        QTimer.singleShot(0, self._card, self.follow)
        announce(editor, announcement(editor.findings.words_of(finding), finding))

    def close(self) -> None:
        """Close the card."""
        self._card.hide()

    def follow(self) -> None:
        """Move the card with its word; close it when that has gone."""
        shown, editor = self._card.shown, self._editor
        if shown is None or editor is None:
            return
        place = editor.findings.area_of(shown[1]) if isValid(editor) else None
        if place is None:
            self.close()
            return
        self._card.place_at(self._in_window(editor, place), self._area())

    def _scrolled(self) -> None:
        """Move the card with its word; close it when the word is out of sight."""
        self.follow()
        shown, editor = self._card.shown, self._editor
        place = editor.findings.area_of(shown[1]) if shown and editor else None
        if editor and place and not self._area().intersects(self._in_window(editor, place)):
            self.close()

    def _in_window(self, editor: SectionEditor, place: QRect) -> QRect:
        return place.translated(editor.viewport().mapTo(self._card.window(), QPoint()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the open card, and close it when the keyboard goes elsewhere."""
        if self._card.isHidden():
            return False
        if watched is not self._editor:
            if event.type() is QEvent.Type.Resize:
                QTimer.singleShot(0, self._card, self.follow)
            return False
        match event:
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride:
                if self._is_own(event):
                    event.accept()
                    return True
            case QKeyEvent() if event.type() is QEvent.Type.KeyPress:
                return self._is_own(event) and self._use(event)
            case QFocusEvent() if event.lostFocus() and event.reason() not in _OUTSIDE:
                self.close()
        return False

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        return event.key() == Qt.Key.Key_Escape or (self._takes_return and event.key() in _RETURN)

    def _use(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return True
        return self._card.choose(0)

    def _area(self) -> QRect:
        """Return where the card may be: the window between its tool bar and its status bar."""
        window, form = self._card.window(), self._form
        top = form.mapTo(window, QPoint()).y()
        return QRect(0, top, window.width(), form.height()).adjusted(8, 8, -8, -8)

    def _watch(self, editor: SectionEditor) -> None:
        self._editor = editor
        editor.installEventFilter(self)
        editor.edited.connect(self.close)
        editor.cursor_moved.connect(self.close)

    def _forget(self) -> None:
        editor, self._editor = self._editor, None
        # Another review has been opened when the editor is gone.
        if editor is not None and isValid(editor):
            editor.removeEventFilter(self)
            editor.edited.disconnect(self.close)
            editor.cursor_moved.disconnect(self.close)
