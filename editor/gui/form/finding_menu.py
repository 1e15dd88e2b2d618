"""The context menu of a section: the usual entries below the finding at the pointer."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor.gui.proofing.decisions import choices
from editor.language.checker import Finding

_SUGGESTIONS = 7
_UNDO = ("edit-undo", "edit-redo")


class Asking(Protocol):
    """An editor whose findings can be decided about."""

    fix_asked: SignalInstance
    decided: SignalInstance


def finding_menu(menu: QMenu, editor: Asking, finding: Finding | None) -> QMenu:
    """Return ``menu``, the usual one of ``editor``, with ``finding`` on top and without undo."""
    for action in menu.actions():
        if action.objectName() in _UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    if finding is not None:
        _put_first(menu, [*_suggestions(menu, editor, finding), *_choices(menu, editor, finding)])
    return menu


def _suggestions(menu: QMenu, editor: Asking, finding: Finding) -> list[QAction]:
    message = menu.addAction(_wrapped(finding.message))
    message.setEnabled(False)
    added = [message]
    nothing = QCoreApplication.translate("SectionEditor", "(entfernen)")
    for replacement in finding.replacements[:_SUGGESTIONS]:
        action = menu.addAction(replacement.replace("&", "&&") or nothing)
        action.setObjectName("action.apply_suggestion")
        action.triggered.connect(lambda _=False, r=replacement: editor.fix_asked.emit(finding, r))
        added.append(action)
    return [*added, menu.addSeparator()]


def _choices(menu: QMenu, editor: Asking, finding: Finding) -> list[QAction]:
    added = []
    for choice in choices(finding):
        action = menu.addAction(choice.text)
        action.setObjectName(f"action.{choice.verb}")
        action.triggered.connect(lambda _=False, v=choice.verb: editor.decided.emit(finding, v))
        added.append(action)
    return [*added, menu.addSeparator()]


def _put_first(menu: QMenu, added: list[QAction]) -> None:
    first = menu.actions()[0]
    if first in added:
        return
    for action in added:
        menu.removeAction(action)
        menu.insertAction(first, action)


def _wrapped(message: str, width: int = 72) -> str:
    """Break a message into lines that a menu can show."""
    lines, line = [], ""
    for word in message.replace("&", "&&").split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
