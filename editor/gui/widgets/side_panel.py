"""Base class of the panels in the tabs beside the form."""

from PySide6.QtWidgets import QWidget


class SidePanel(QWidget):
    """Panel that can take the keyboard focus."""

    def take_focus(self) -> None:
        """Give the keyboard focus to the main widget of the panel."""
        raise NotImplementedError
