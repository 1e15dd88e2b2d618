"""What stands behind a tab below the preview."""

from PySide6.QtWidgets import QWidget


class Panel(QWidget):
    """A panel that the keyboard can be given to."""

    def focus(self) -> None:
        """Give the keyboard to what the panel is for, if there is something."""
        raise NotImplementedError
