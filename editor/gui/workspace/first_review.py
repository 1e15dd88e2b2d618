"""Opening of the review that a window shows first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.document import Document
from editor.gui.workspace.type_ahead import TypeAhead


class FirstReview(QObject):
    """Opens a review where there is none yet; what is typed meanwhile is typed into it.

    Where it cannot be opened, the welcome is shown: an empty form would look like its content.
    """

    ended = Signal()
    """No opening is under way any more, well or badly."""

    def __init__(
        self,
        document: Document,
        settle: Callable[[Callable[[], None]], None],
        show_welcome: Callable[[], None],
        app: QApplication,
        parent: QObject,
    ) -> None:
        """``settle`` calls a function once the openings before have ended."""
        super().__init__(parent)
        self._type_ahead = TypeAhead(app, self)
        self._settle, self._show_welcome = settle, show_welcome
        self._opened = False
        self._openings = 0
        document.opened.connect(self._note)

    def hold(self, place: QWidget) -> None:
        """Give the keyboard focus to ``place``, and keep what is typed there for the review."""
        self._type_ahead.hold(place)

    def open(self, load: Callable[[], object], then: Callable[[], object] | None = None) -> None:
        """Open the review with ``load``, and call ``then`` when that has ended, well or badly."""
        self._opened = False
        self._openings += 1
        load()
        # The form is on the screen before the other rooms are built.
        self._settle(partial(self._end, then))

    def _note(self) -> None:
        self._opened = True
        # After the cursor has been put where the review was left.
        QTimer.singleShot(0, self, self._type_ahead.hand_on)

    @property
    def busy(self) -> bool:
        """Whether a review is being opened."""
        return self._openings > 0

    def _end(self, then: Callable[[], object] | None) -> None:
        self._openings -= 1
        if not self.busy:
            self.ended.emit()
        if not self._opened:
            self._type_ahead.drop()
            self._show_welcome()
        if then is not None:
            then()
