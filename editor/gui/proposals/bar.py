"""Line over the form that offers the names and facts found in the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from editor.gui.proposals.messages import found_sentence
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.overlay_stack import OverlayLine

_SHOWN_MS = 60_000
"""Time after which the offer goes by itself; the list of findings still has a row for it."""


class ProposalBar(OverlayLine):
    """One line with three buttons. It appears without taking the keyboard."""

    accept_requested = Signal()
    """Accept what the text explains."""
    list_requested = Signal()
    """Show everything that was found."""
    close_requested = Signal()
    """Close the bar, and do not offer the same again."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("proposalBar")
        self._accept = QPushButton(self)
        self._accept.setObjectName("proposals.accept")
        self._accept.clicked.connect(self.accept_requested)
        listing = QPushButton(self.tr("Ansehen …"), self)
        listing.setObjectName("proposals.list")
        listing.clicked.connect(self.list_requested)
        close = QPushButton(self.tr("Schließen"), self)
        close.setObjectName("proposals.close")
        close.clicked.connect(self.close_requested)
        self.expired.connect(self.close_requested)
        for button in (self._accept, listing, close):
            self.buttons.addWidget(button)

    def offer(self, names: int, facts: int, explained: int) -> None:
        """Say what was found; ``explained`` of it can be accepted at once."""
        sentence = found_sentence(names, facts)
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self._accept.setVisible(explained > 0)
        if explained == names + facts:
            self._accept.setText(self.tr("Übernehmen"))
        else:
            self._accept.setText(
                self.tr("{n} von {count} übernehmen").format(n=explained, count=names + facts)
            )
        self._accept.setToolTip(self.tr("Angaben, die der Text nennt, wie „Regie: …“"))
        if self.isHidden():
            self.show()
            self.expire_after(_SHOWN_MS)
            buttons = self.findChildren(QPushButton)
            labels = [button.text() for button in buttons if button.isVisible()]
            announce(self, f"{sentence}. {', '.join(labels)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)
