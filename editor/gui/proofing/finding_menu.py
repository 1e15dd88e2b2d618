"""What a context menu offers about a finding, in the text and in the list of findings."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QMenu

from editor.gui.proofing.decisions import choices
from editor.gui.proofing.finding_card import label
from editor.languagetool.finding import Finding

_SUGGESTIONS = 7


class FindingHandlers(NamedTuple):
    """What an entry of the menu does."""

    fix: Callable[[Finding, str], object]
    """Put a replacement in the place of the finding."""
    decide: Callable[[Finding, str], object]
    """Decide something about it, by the verb of the choice."""


def insert_finding(menu: QMenu, finding: Finding, act: FindingHandlers) -> None:
    """Insert what can be done about ``finding`` above the entries of ``menu``."""
    entries = menu.actions()
    put_finding(menu, finding, act)
    for entry in entries:
        menu.removeAction(entry)
    menu.addSeparator()
    menu.addActions(entries)


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
