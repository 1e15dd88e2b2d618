"""What a context menu offers about a finding, in the text and in the list of findings."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QMenu

from editor.gui.proofing.decisions import choices
from editor.gui.proofing.finding_card import label
from editor.languagetool.finding import Finding

_SUGGESTIONS = 7
_UNDO = ("edit-undo", "edit-redo")


class FindingHandlers(NamedTuple):
    """What an entry of the menu does."""

    fix: Callable[[Finding, str], object]
    """Put a replacement in the place of the finding."""
    decide: Callable[[Finding, str], object]
    """Decide something about it, by the verb of the choice."""


def finding_menu(menu: QMenu, finding: Finding | None, act: FindingHandlers) -> QMenu:
    """Return ``menu``, the usual one of an editor, with ``finding`` on top and without undo."""
    for action in menu.actions():
        if action.objectName() in _UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    if finding is not None:
        usual = menu.actions()
        put_finding(menu, finding, act)
        for action in usual:
            menu.removeAction(action)
        menu.addSeparator()
        menu.addActions(usual)
    return menu


def put_finding(
    menu: QMenu, finding: Finding, act: FindingHandlers, *, fixing: bool = True
) -> None:
    """Add to ``menu`` what can be done about ``finding``; only decide unless ``fixing``."""
    if fixing:
        message = menu.addAction(_wrapped(finding.message))
        message.setEnabled(False)
        for replacement in finding.replacements[:_SUGGESTIONS]:
            action = menu.addAction(label(replacement).replace("&", "&&"))
            action.setObjectName("action.apply_suggestion")
            action.triggered.connect(lambda _=False, r=replacement: act.fix(finding, r))
        menu.addSeparator()
    for choice in choices(finding):
        action = menu.addAction(choice.text)
        action.setObjectName(f"action.{choice.verb}")
        action.triggered.connect(lambda _=False, v=choice.verb: act.decide(finding, v))


def _wrapped(message: str, width: int = 72) -> str:
    """Break a message into lines that a menu can show."""
    lines, line = [], ""
    for word in message.replace("&", "&&").split():
        if line and len(line) + len(word) >= width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
