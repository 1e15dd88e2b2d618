"""Announcements to screen readers."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say ``sentence``, which is about ``widget``."""
    # PySide makes a class when its name is first read, and this one with all its roles takes 5 ms:
    # it is read here and not imported.
    event = QtGui.QAccessibleAnnouncementEvent(widget, sentence)
    QtGui.QAccessible.updateAccessibility(event)
