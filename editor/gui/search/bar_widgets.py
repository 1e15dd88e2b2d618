"""Widgets of the find bar, each with object name, accessible name and tool tip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.widgets.key_text import with_keys


def line_edit(name: str, title: str, parent: QWidget) -> QLineEdit:
    """Return a line edit with ``title`` as its placeholder."""
    line = QLineEdit(parent)
    line.setObjectName(f"find.{name}")
    line.setPlaceholderText(title)
    line.setAccessibleName(title)
    return line


def push_button(name: str, text: str, parent: QWidget) -> QPushButton:
    """Return a button with ``text``."""
    button = QPushButton(text, parent)
    button.setObjectName(f"find.{name}")
    return button


def tool_button(name: str, title: str, label: str, parent: QWidget) -> QToolButton:
    """Return a flat button with a short ``label``; ``title`` is its tool tip."""
    button = QToolButton(parent)
    button.setObjectName(f"find.{name}")
    button.setText(label)
    button.setToolTip(title)
    button.setAccessibleName(title)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def toggle_button(name: str, title: str, label: str, key: str, parent: QWidget) -> QToolButton:
    """Return a checkable tool button with a shortcut that works within ``parent``."""
    button = tool_button(name, title, label, parent)
    button.setCheckable(True)
    button.setToolTip(with_keys(title, key))
    shortcut = QShortcut(
        QKeySequence(key), parent, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    shortcut.activated.connect(button.toggle)
    return button


def row_of(spacing: int, first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Return widgets side by side; the first one takes the remaining width."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row


def widget_with(parent: QWidget, layout: QHBoxLayout | QVBoxLayout) -> QWidget:
    """Return a widget without margins that has ``layout``."""
    widget = QWidget(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    widget.setLayout(layout)
    return widget
