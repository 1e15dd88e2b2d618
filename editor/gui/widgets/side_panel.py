"""Base class of the panels in the tabs beside the form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget


def update_tab_stop(rows: QListWidget) -> None:
    """Let the Tab key come to a list that has something in it, and pass by an empty one."""
    policy = Qt.FocusPolicy.StrongFocus if rows.count() else Qt.FocusPolicy.NoFocus
    rows.setFocusPolicy(policy)


class SidePanel(QWidget):
    """A panel that the keyboard can be given to."""

    def focus(self) -> None:
        """Give the keyboard to what the panel is for, if there is something."""
        raise NotImplementedError
