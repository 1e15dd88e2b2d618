"""Field that the commands of the edit menu act on: cut, copy, paste and select all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

Command = Callable[[], object]


@dataclass(frozen=True, slots=True)
class EditTarget:
    """The commands of a field, and whether they can be used now; one that it lacks is None."""

    cut: Command | None = None
    copy: Command | None = None
    paste: Command | None = None
    select_all: Command | None = None
    selected: bool = False
    """Whether there is something to cut or copy."""
    writable: bool = False
    """Whether the writer may change the field."""
    changed: SignalInstance | None = None
    """Emitted when ``selected`` has changed."""


@runtime_checkable
class EditSource(Protocol):
    """A widget of our own that the commands act on."""

    def edit_target(self) -> EditTarget:
        """Return what can be done in the widget now."""


def edit_target(widget: QWidget | None) -> EditTarget | None:
    """Return the target at ``widget`` or its nearest ancestor that is one, None without one."""
    while widget is not None:
        target = _target(widget)
        if target is not None:
            return target
        widget = None if widget.isWindow() else widget.parentWidget()
    return None


def _target(widget: QWidget) -> EditTarget | None:
    match widget:
        case EditSource():
            return widget.edit_target()
        case QComboBox() | QAbstractSpinBox():
            line = widget.lineEdit()
            return _line_target(line) if line is not None and not line.isHidden() else None
        case QLineEdit():
            return _line_target(widget)
        case QTextEdit() | QPlainTextEdit():
            return EditTarget(
                *(widget.cut, widget.copy, widget.paste, widget.selectAll),
                selected=widget.textCursor().hasSelection(),
                writable=not widget.isReadOnly() and widget.isEnabled(),
                changed=widget.copyAvailable,
            )
        case QAbstractItemView():
            return _list_target(widget)
        case _:
            return None


def _line_target(line: QLineEdit) -> EditTarget:
    return EditTarget(
        *(line.cut, line.copy, line.paste, line.selectAll),
        selected=line.hasSelectedText(),
        writable=not line.isReadOnly() and line.isEnabled(),
        changed=line.selectionChanged,
    )


def _list_target(view: QAbstractItemView) -> EditTarget:
    several = view.selectionMode() in (
        QAbstractItemView.SelectionMode.ExtendedSelection,
        QAbstractItemView.SelectionMode.MultiSelection,
    )
    return EditTarget(
        copy=lambda: QGuiApplication.clipboard().setText(str(view.currentIndex().data())),
        select_all=view.selectAll if several else None,
        selected=view.currentIndex().isValid(),
    )
