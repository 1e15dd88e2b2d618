"""Precedence of the shortcuts of a window over the editing keys of the field with the focus."""

import sys
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from editor.gui.widgets.announcement import announce

_STANDARD = QKeySequence.StandardKey
EDITING_KEYS = (
    *(_STANDARD.Copy, _STANDARD.Cut, _STANDARD.Paste, _STANDARD.SelectAll, _STANDARD.Delete),
    *(_STANDARD.Backspace, _STANDARD.DeleteStartOfWord, _STANDARD.DeleteEndOfWord),
    *(_STANDARD.MoveToNextWord, _STANDARD.MoveToPreviousWord),
    *(_STANDARD.SelectNextWord, _STANDARD.SelectPreviousWord),
    *(_STANDARD.MoveToStartOfDocument, _STANDARD.MoveToEndOfDocument),
    *(_STANDARD.SelectStartOfDocument, _STANDARD.SelectEndOfDocument),
    *(_STANDARD.InsertParagraphSeparator, _STANDARD.InsertLineSeparator, _STANDARD.Cancel),
)
"""Keys that every text field handles itself, also where an action of the window has them."""
_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_TYPING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


@runtime_checkable
class KeyClaimant(Protocol):
    """A field with keys of its own that come before the shortcuts of the window."""

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether the key belongs to the field."""


class ShortcutPriority(QObject):
    """Lets the actions of a window get their keys, whichever field has the keyboard focus.

    On X11, Qt's text fields take the keys of Emacs before any shortcut: Ctrl+K deletes the rest of
    the line, Ctrl+U all of it, and Ctrl+E goes to its end. Here a key that an action of the window
    has belongs to the action. While the action is disabled, its key only shows why, below the
    field, if the last line of its tool tip says it. A character that is pressed with Alt and that
    no action or menu has is not typed either, as Qt would do on X11.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._field: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep keys of actions from the field."""
        if event.type() not in _KINDS or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or _types(event):
            return False
        if isinstance(watched, KeyClaimant) and watched.claims(event):
            event.accept()
            return event.type() == QEvent.Type.ShortcutOverride
        action = None if is_editing_key(event) else window_action(watched, event)
        if action is None:
            return _is_stray(event)
        # An override that is not accepted lets the shortcut come into effect. A key press comes
        # only where it did not: the action is disabled.
        pressed = event.type() == QEvent.Type.KeyPress
        event.setAccepted(pressed)
        if pressed and not action.isEnabled():
            _say_why(action, watched)
        return True

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now
        if now is not None:
            now.installEventFilter(self)


def is_editing_key(event: QKeyEvent) -> bool:
    """Return whether every text field handles the key itself."""
    return any(event.matches(standard) for standard in EDITING_KEYS)


def is_history_key(event: QEvent) -> bool:
    """Return whether ``event`` is a key event for undo or redo; fields leave it to the window."""
    return isinstance(event, QKeyEvent) and (
        event.matches(_STANDARD.Undo) or event.matches(_STANDARD.Redo)
    )


def opens_list(event: QKeyEvent) -> bool:
    """Return whether the key opens the list of a field, as in a combo box: Alt+Down or F4."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    alone = held == Qt.KeyboardModifier.NoModifier
    return (event.key() == Qt.Key.Key_F4 and alone) or (
        event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
    )


def window_action(widget: QWidget, event: QKeyEvent) -> QAction | None:
    """Return the action of the window of ``widget`` that has the key as a shortcut."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    keys = QKeySequence(modifiers.value | event.key())
    return next((one for one in widget.window().actions() if keys in one.shortcuts()), None)


def _say_why(action: QAction, field: QWidget) -> None:
    _, line, reason = action.toolTip().rpartition("\n")
    if line:
        QToolTip.showText(field.mapToGlobal(field.rect().bottomLeft()), reason, field)
        announce(field, reason)


def _is_stray(event: QKeyEvent) -> bool:
    """Return whether the key is that of a character, pressed with Alt.

    AltGr, which types characters, is no Alt to Qt on X11, and Ctrl+Alt on Windows.
    """
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    is_alt = held == Qt.KeyboardModifier.AltModifier and sys.platform != "darwin"
    has_character = bool(event.text()) and event.text().isprintable()
    return event.type() == QEvent.Type.KeyPress and is_alt and has_character


def _types(event: QKeyEvent) -> bool:
    """Return whether the key may type a character or move the cursor by one: no shortcut."""
    function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
    return event.modifiers() in _TYPING and not function_key
