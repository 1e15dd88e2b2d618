"""Type-ahead: keys that are pressed before there is a field for them."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class TypeAhead(QObject):
    """Keeps what is typed while a review is being read, and types it into the form afterwards.

    Keys of shortcuts are not kept: their actions are there from the beginning.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._place: QWidget | None = None
        self._window: QWidget | None = None
        self._field: QWidget | None = None
        self._events: list[QEvent] = []

    def hold(self, place: QWidget) -> None:
        """Give the keyboard focus to ``place``, and keep what is typed there from now on.

        When the focus goes to another field of the window, the keys are kept there: the field
        must not get them before those that were typed earlier.
        """
        self.drop()
        self._place, self._window = place, place.window()
        # Without it, dead keys and input methods would be off.
        place.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._watch(place)
        self._app.focusChanged.connect(self._follow)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_on(self) -> None:
        """Type what was kept into the field that has the keyboard focus of the window now."""
        window, events = self._window, self._events
        self.drop()
        for event in events:
            # A key may move the focus, as Tab does.
            field = window.focusWidget() if window is not None else None
            if field is not None:
                QCoreApplication.sendEvent(field, event)

    def drop(self) -> None:
        """Keep nothing any more, and forget what was kept."""
        place, self._place, self._events = self._place, None, []
        if place is not None:
            self._app.focusChanged.disconnect(self._follow)
            self._watch(None)
            # The page that the writer has chosen the review on may be gone.
            if isValid(place):
                place.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Keep keys and what an input method commits."""
        if event.type() in _KEYS and isinstance(event, QKeyEvent):
            self._events.append(event.clone())
            return True
        if event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if event.commitString():
                self._events.append(_commit(event.commitString()))
            return True
        return False

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        # The keys of a dialog are for the dialog.
        if now is not None and now.window() is self._window:
            self._watch(now)

    def _watch(self, field: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = field
        if field is not None:
            field.installEventFilter(self)


def _commit(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event
