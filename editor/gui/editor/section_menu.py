"""Menu of a section: that of Qt with the functions of the editor in the place of Qt's."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QTextEdit

from editor.gui.keyboard.key_text import key_text

_KEYS = {
    "edit-cut": QKeySequence.StandardKey.Cut,
    "edit-copy": QKeySequence.StandardKey.Copy,
    "edit-paste": QKeySequence.StandardKey.Paste,
    "select-all": QKeySequence.StandardKey.SelectAll,
}
"""Keys of entries by their object names."""
_UNDO = ("edit-undo", "edit-redo")
"""Object names of entries that act on Qt's own undo stack, which stays empty here."""


def section_menu(
    field: QTextEdit, cut: Callable[[], object], delete: Callable[[], object]
) -> QMenu:
    """Return Qt's menu for ``field`` without undo; its entries run ``cut`` and ``delete``."""
    menu = field.createStandardContextMenu()
    _remove_undo(menu)
    slots = {"edit-cut": cut, "edit-delete": delete}
    for action in menu.actions():
        slot = slots.get(action.objectName())
        if slot is not None:
            action.triggered.disconnect()
            action.triggered.connect(slot)
    _name_keys(menu)
    return menu


def _remove_undo(menu: QMenu) -> None:
    """Remove Qt's undo and redo, and the separator after them."""
    for action in menu.actions():
        if action.objectName() in _UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])


def _name_keys(menu: QMenu) -> None:
    """Name the keys of each entry; Qt leaves out those of actions that the window enables."""
    for action in menu.actions():
        keys = _KEYS.get(action.objectName())
        if keys is not None:
            name = action.text().partition("\t")[0]
            action.setText(f"{name}\t{key_text(keys)}")
