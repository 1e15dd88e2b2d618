"""Entries about a finding in context menus: of the text and of the list of findings."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QMenu

from editor.gui.proofing.decision_choices import choices
from editor.gui.proofing.finding_text import label
from editor.languagetool.finding import Finding

_SUGGESTIONS = 7
"""Replacements that a menu offers at most."""
_MESSAGE_WIDTH = 72
"""Longest line of a message in a menu, in code points."""


class FindingHandlers(NamedTuple):
    """Callables that the entries of the menu run."""

    fix: Callable[[Finding, str], object]
    """Put a replacement in the place of the finding."""
    decide: Callable[[Finding, str], object]
    """Carry out the decision with this verb."""


def put_on_top(menu: QMenu, finding: Finding, handlers: FindingHandlers) -> None:
    """Put the entries about ``finding`` above those that ``menu`` has."""
    entries = menu.actions()
    add_finding(menu, finding, handlers)
    for action in entries:
        menu.removeAction(action)
    menu.addSeparator()
    menu.addActions(entries)


def add_finding(
    menu: QMenu, finding: Finding, handlers: FindingHandlers, *, fixing: bool = True
) -> None:
    """Append the entries about ``finding``; without ``fixing`` only the decisions."""
    if fixing:
        message = menu.addAction(_wrap(finding.message))
        message.setEnabled(False)
        for replacement in finding.replacements[:_SUGGESTIONS]:
            action = menu.addAction(label(replacement).replace("&", "&&"))
            action.setObjectName("action.apply_suggestion")
            action.triggered.connect(lambda _=False, r=replacement: handlers.fix(finding, r))
        menu.addSeparator()
    for choice in choices(finding):
        action = menu.addAction(choice.text)
        action.setObjectName(f"action.{choice.verb}")
        action.triggered.connect(lambda _=False, v=choice.verb: handlers.decide(finding, v))


def _wrap(message: str) -> str:
    """Break a message into lines that fit into a menu."""
    lines, line = [], ""
    for word in message.replace("&", "&&").split():
        if line and len(line) + len(word) >= _MESSAGE_WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])
