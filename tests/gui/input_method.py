"""Events as input methods, dead keys and emoji pickers send them."""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def compose(field: QWidget, preedit: str) -> None:
    """Show ``preedit`` at the cursor, which is not typed yet."""
    QApplication.sendEvent(field, QInputMethodEvent(preedit, []))


def commit(field: QWidget, text: str, preedit: str = "") -> None:
    """Type ``text``; the input method goes on composing ``preedit``."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(field, event)
