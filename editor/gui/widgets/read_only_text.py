"""Plain text to be read and copied, which Tab leaves."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ReadOnlyText(QPlainTextEdit):
    """Plain text that cannot be edited; ``name`` is its object name."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
