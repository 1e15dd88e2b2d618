"""Card at a finding: message, replacements, decisions and, on request, an explanation."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.proofing.decision_choices import DecisionChoice, choices
from editor.gui.proofing.explanation_view import ExplanationView
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.flow_layout import FlowLayout
from editor.languagetool.finding import Finding

if TYPE_CHECKING:
    from editor.languagetool.rule_catalogue import RuleExplanation

_BLANK = "␣"


def readable(text: str) -> str:
    """Return ``text`` on one line, with a visible sign for every blank at its ends."""
    inside = " ".join(text.split())
    if not inside:
        return _BLANK * len(text)
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return f"{_BLANK * before}{inside}{_BLANK * after}"


def label(replacement: str) -> str:
    """Return the label of a replacement in a list or a menu; an empty one deletes the text."""
    return readable(replacement) or QCoreApplication.translate("SectionEditor", "(entfernen)")


_SUGGESTIONS = 5
"""Replacements that the card offers at most."""


class FindingCard(QFrame):
    """Shows one finding until Escape, a click elsewhere, or a choice."""

    fix_chosen = Signal(str, object, str)
    """Emitted with section, finding and the replacement that was chosen."""
    decided = Signal(str, object, str)
    """Emitted with section, finding and the verb of the decision."""
    explanation_requested = Signal(str)
    """Emitted with the id of a rule; ``show_explanation`` takes the answer."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("findingCard")
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, on=False)
        self._theme = theme
        self._column = QVBoxLayout(self)
        margin = theme.px(14)
        self._column.setContentsMargins(margin, theme.px(10), margin, theme.px(12))
        self._column.setSpacing(theme.px(8))
        self._content: QWidget | None = None
        self._explain: QPushButton | None = None
        self._rule, self._asked = "", False
        self._place = QRect()
        QShortcut(QKeySequence("F1"), self).activated.connect(self.explain)

    def set_theme(self, theme: Theme) -> None:
        """Show the next finding in ``theme``."""
        self._theme = theme

    def show_finding(self, section_id: str, finding: Finding, place: QRect) -> None:
        """Open at ``place``, the rectangle of the word in screen coordinates."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        self._rule, self._asked, self._place = finding.rule, False, place
        self._content = self._make(section_id, finding)
        self._column.addWidget(self._content)
        self.setAccessibleName(finding.message)
        self.setAccessibleDescription("")
        self.setFixedWidth(self._theme.px(330))
        self._settle()
        self.show()
        # Search in the new content: the buttons of the previous one still exist.
        first = self._content.findChild(QPushButton, "suggestion")
        (first or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def explain(self) -> None:
        """Request the explanation of the rule, once per finding."""
        if self._explain is not None and not self._asked:
            self._asked = True
            self.explanation_requested.emit(self._rule)

    def show_explanation(self, rule: str, explanation: "RuleExplanation | None") -> None:
        """Show the explanation of ``rule``, if the card waits for it."""
        button, content = self._explain, self._content
        if button is None or content is None or not self._waits_for(rule):
            return
        view = ExplanationView(self._theme, explanation, content)
        focused = self.focusWidget() is button
        layout = content.layout()
        if layout is not None:
            layout.replaceWidget(button, view)
        view.show()
        if focused:
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._explain = None
        button.deleteLater()
        button.hide()
        self._settle(view)
        self.setAccessibleDescription(view.accessibleName())
        if not focused:
            announce(self, view.accessibleName())

    def _waits_for(self, rule: str) -> bool:
        return self._asked and rule == self._rule and self.isVisible()

    def _make(self, section_id: str, finding: Finding) -> QWidget:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(8))
        message = QLabel(finding.message, content)
        message.setTextFormat(Qt.TextFormat.PlainText)
        message.setWordWrap(True)
        column.addWidget(message)
        if finding.replacements:
            column.addWidget(self._suggestions(content, section_id, finding))
        else:
            none = QLabel(self.tr("Hierfür gibt es keinen Vorschlag."), content)
            none.setProperty("role", "soft")
            column.addWidget(none)
        for choice in choices(finding):
            column.addWidget(self._choice(content, section_id, finding, choice))
        self._explain = _quiet_button(content, "explain", self.tr("Erklären"))
        self._explain.clicked.connect(self.explain)
        column.addWidget(self._explain)
        return content

    def _choice(
        self, parent: QWidget, section_id: str, finding: Finding, choice: DecisionChoice
    ) -> QPushButton:
        button = _quiet_button(parent, f"choice.{choice.verb}", choice.text)
        button.clicked.connect(lambda: self._decide(section_id, finding, choice.verb))
        return button

    def _decide(self, section_id: str, finding: Finding, verb: str) -> None:
        self.hide()
        self.decided.emit(section_id, finding, verb)

    def _suggestions(self, parent: QWidget, section_id: str, finding: Finding) -> QWidget:
        row = QWidget(parent)
        flow = FlowLayout(row, self._theme.px(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for index, text in enumerate(finding.replacements[:_SUGGESTIONS]):
            button = QPushButton(readable(text).replace("&", "&&") or self.tr("entfernen"), row)
            button.setObjectName("suggestion" if index == 0 else f"suggestion.{index}")
            button.setAutoDefault(True)
            button.clicked.connect(lambda _=False, t=text: self._choose(section_id, finding, t))
            flow.addWidget(button)
        spring = QWidget(row)
        flow.addWidget(spring)
        row.setFixedHeight(flow.heightForWidth(self._theme.px(330 - 28)))
        return row

    def _choose(self, section_id: str, finding: Finding, text: str) -> None:
        self.hide()
        self.fix_chosen.emit(section_id, finding, text)

    def _settle(self, view: ExplanationView | None = None) -> None:
        """Resize to the content, at most to the screen, and move to where that fits."""
        area = self._area()
        self._fit()
        while self.height() > area.height() and view is not None and view.shorten():
            self._fit()
        self.move(self._position(area))

    def _fit(self) -> None:
        # Not adjustSize: right after a change the labels still have their old width.
        for layout in (self._content.layout() if self._content else None, self._column):
            if layout is not None:
                layout.invalidate()
                layout.activate()
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _area(self) -> QRect:
        screen = QGuiApplication.screenAt(self._place.center()) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()

    def _position(self, area: QRect) -> QPoint:
        """Return a place below the word, or above it at the lower edge of ``area``."""
        gap = self._theme.px(8)
        y = self._place.bottom() + gap
        if y + self.height() > area.bottom():
            y = self._place.top() - gap - self.height()
        if y < area.top():
            y = max(area.bottom() - self.height(), area.top())
        x = min(max(self._place.left(), area.left()), area.right() - self.width())
        return QPoint(x, y)


def _quiet_button(parent: QWidget, name: str, text: str) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("role", "quiet")
    button.setAutoDefault(True)
    return button
