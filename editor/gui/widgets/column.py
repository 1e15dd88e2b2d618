"""Insertion of a widget into a column of widgets."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def insert_above(widget: QWidget, other: QWidget, pane: QWidget) -> None:
    """Insert ``widget`` above ``other`` in their parent ``pane``.

    Raises TypeError if ``pane`` does not lay out its widgets in a column.
    """
    column = pane.layout()
    if not isinstance(column, QVBoxLayout):
        raise TypeError("no column")
    column.insertWidget(column.indexOf(other), widget)
