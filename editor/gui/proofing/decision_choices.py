"""Decisions that are offered at a finding, on its card and in its menus."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from editor.languagetool.finding import Finding, FindingKind

translate = QCoreApplication.translate

KNOW_HERE, KNOW_ALWAYS, HIDE, RULE_OFF = "know_here", "know_always", "hide", "rule_off"
VERBS = (KNOW_HERE, KNOW_ALWAYS, HIDE, RULE_OFF)


@dataclass(frozen=True, slots=True)
class DecisionChoice:
    """A decision that is offered at a finding: its text, and the action whose key it shares."""

    verb: str
    text: str


def choices(finding: Finding) -> tuple[DecisionChoice, ...]:
    """Return the decisions that can be made about ``finding``, the usual one first."""
    hide = DecisionChoice(HIDE, translate("Decisions", "Hier nicht mehr melden"))
    if finding.kind is not FindingKind.SPELLING:
        return hide, DecisionChoice(RULE_OFF, translate("Decisions", "Regel abschalten"))
    return (
        DecisionChoice(KNOW_HERE, translate("Decisions", "In dieser Rezension annehmen")),
        DecisionChoice(KNOW_ALWAYS, translate("Decisions", "Ins Wörterbuch aufnehmen")),
        hide,
    )
