"""Card at a finding: message, replacements, decisions and, on request, an explanation."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.proofing.decision_choices import choices
from editor.gui.proofing.explanation_view import ExplanationView
from editor.gui.proofing.finding_text import headline_of, readable, spoken
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.raised_frame import RaisedFrame
from editor.languagetool.finding import Finding

if TYPE_CHECKING:
    from editor.languagetool.rule_catalogue import RuleExplanation

SUGGESTION_VERBS = ("apply_first", "apply_2", "apply_3", "apply_4", "apply_5")
"""Actions that apply the replacements of the card, in their order; it offers no more."""
_SHORT = 60
"""Longest statement in bold type, in code points; questions always are."""
_WIDTH = 330
"""Width of the body, in units of ``Theme.px``."""


class FindingCard(RaisedFrame):
    """Shows one finding over the window and leaves the keyboard to the text.

    Every row has the key of its action at the right, which works while the keyboard is in the text.
    """

    fix_chosen = Signal(str, object, str)
    """Emitted with section, finding and the replacement that was chosen."""
    decided = Signal(str, object, str)
    """Emitted with section, finding and the verb of the decision."""
    explanation_requested = Signal(str)
    """Emitted with the id of a rule; ``show_explanation`` takes the answer."""
    closed = Signal()
    """The card is no longer shown."""

    def __init__(self, theme: Theme, parent: QWidget, keys: Callable[[str], str]) -> None:
        """``keys`` returns the shortcut of an action by its verb, as it is shown."""
        super().__init__(theme, parent)
        self.setObjectName("findingCard")
        self._keys = keys
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: QWidget | None = None
        self._explain: QWidget | None = None
        self._shown: tuple[str, Finding] | None = None
        self._asked = False
        self._place, self._area = QRect(), QRect()
        self.hide()

    @property
    def shown(self) -> tuple[str, Finding] | None:
        """Section and finding on the card, None while it is closed."""
        return None if self.isHidden() else self._shown

    def show_finding(self, section_id: str, finding: Finding, first_key: str = "") -> None:
        """Fill the card with ``finding``, and show it; ``place_at`` brings it to its word.

        ``first_key`` is shown at the first replacement in place of the key of its action.
        """
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._shown, self._asked = (section_id, finding), False
        self._content = self._make(finding, first_key)
        self._column.addWidget(self._content)
        self.setAccessibleName(finding.message)
        self.setAccessibleDescription("")
        self.show()
        self.raise_()

    def place_at(self, place: QRect, area: QRect) -> None:
        """Move below the word at ``place``, or above it where ``area`` ends.

        Both are in the coordinates of the window.
        """
        self._place, self._area = place, area
        self._settle()

    def choose(self, number: int) -> bool:
        """Choose the replacement ``number``, from 0 on; return whether there is one."""
        shown = self.shown
        if shown is None or number >= len(shown[1].replacements[: len(SUGGESTION_VERBS)]):
            return False
        self.hide()
        self.fix_chosen.emit(*shown, shown[1].replacements[number])
        return True

    def explain(self) -> None:
        """Request the explanation of the rule, once per finding."""
        if self._shown is not None and not self._asked:
            self._asked = True
            self.explanation_requested.emit(self._shown[1].rule)

    def show_explanation(self, rule: str, explanation: "RuleExplanation | None") -> None:
        """Show the explanation of ``rule``, if the card waits for it."""
        row, content = self._explain, self._content
        if row is None or content is None or not self._waits_for(rule):
            return
        view = ExplanationView(self._theme, explanation, content)
        layout = content.layout()
        if layout is not None:
            layout.replaceWidget(row, view)
        view.show()
        self._explain = None
        row.hide()
        row.deleteLater()
        self._settle(view)
        self.setAccessibleDescription(view.accessibleName())
        announce(self, view.accessibleName())

    def hideEvent(self, event: QHideEvent) -> None:
        """Emit ``closed``; the card does not come back with a window that was hidden."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hide()
            self.closed.emit()

    # -- content ----------------------------------------------------------------------------------

    def _waits_for(self, rule: str) -> bool:
        return self._asked and self.shown is not None and rule == self.shown[1].rule

    def _make(self, finding: Finding, first_key: str) -> QWidget:
        content, px = QWidget(self), self._theme.px
        column = QVBoxLayout(content)
        column.setContentsMargins(px(14), px(12), px(14), px(10))
        column.setSpacing(px(6))
        headline, rest = headline_of(finding)
        # A long statement in bold type shouts.
        is_bold = headline.endswith("?") or len(headline) <= _SHORT
        column.addWidget(_label(content, headline, "strong" if is_bold else "plain"))
        if rest:
            column.addWidget(_label(content, rest, "soft"))
        if not finding.replacements:
            none = self.tr("Hierfür gibt es keinen Vorschlag.")
            column.addWidget(_label(content, none, "soft"))
        pairs = zip(SUGGESTION_VERBS, finding.replacements, strict=False)
        for number, (verb, text) in enumerate(pairs):
            keys = (not number and first_key) or self._keys(verb)
            column.addWidget(self._suggestion(content, number, text, keys))
        column.addLayout(self._choices(content, finding))
        return content

    def _choices(self, content: QWidget, finding: Finding) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(self._theme.px(1))
        for choice in choices(finding):
            button = _quiet_button(content, f"choice.{choice.verb}", choice.text)
            button.clicked.connect(lambda _=False, verb=choice.verb: self._decide(verb))
            rows.addWidget(self._row(content, button, self._keys(choice.verb)))
        explain = _quiet_button(content, "explain", self.tr("Erklären"))
        explain.clicked.connect(self.explain)
        self._explain = self._row(content, explain, self._keys("explain"))
        rows.addWidget(self._explain)
        return rows

    def _suggestion(self, parent: QWidget, number: int, text: str, keys: str) -> QWidget:
        name = f"suggestion.{number}" if number else "suggestion"
        label = readable(text) or self.tr("entfernen")
        button = QPushButton(parent)
        button.setObjectName(name)
        room = self._theme.px(_WIDTH - 28 - 30) - self.fontMetrics().horizontalAdvance(f"{keys}  ")
        shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, room)
        button.setText(shown.replace("&", "&&"))
        button.setToolTip(label if shown != label else "")
        button.setAccessibleName(spoken(label))
        button.clicked.connect(lambda: self.choose(number))
        return self._row(parent, button, keys)

    def _row(self, parent: QWidget, button: QPushButton, keys: str) -> QWidget:
        """Return a row with ``button`` on the left and ``keys`` at the right."""
        row = QWidget(parent)
        button.setParent(row)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleDescription(keys)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._theme.px(8))
        line.addWidget(button)
        line.addStretch(1)
        hint = QLabel(keys, row)
        hint.setProperty("role", "soft")
        line.addWidget(hint)
        return row

    def _decide(self, verb: str) -> None:
        shown = self.shown
        if shown is not None:
            self.hide()
            self.decided.emit(*shown, verb)

    # -- place ------------------------------------------------------------------------------------

    def _settle(self, view: ExplanationView | None = None) -> None:
        """Resize to the content, at most to the area, and move to where that fits."""
        size = self._size()
        while size.height() > self._area.height() and view is not None and view.shorten():
            size = self._size()
        self.place_over(QRect(body_position(self._place, size, self._area, self._gap), size))

    @property
    def _gap(self) -> int:
        return self._theme.px(6)

    def _size(self) -> QSize:
        """Return the size of the body for the content."""
        content = self._content
        layout = content.layout() if content is not None else None
        if content is None or layout is None:
            return QSize()
        # Right after a change the labels still have their old width and style.
        for widget in content.findChildren(QWidget):
            widget.ensurePolished()
        layout.invalidate()
        layout.activate()
        width = min(max(self._theme.px(_WIDTH), layout.minimumSize().width()), self._area.width())
        return QSize(width, layout.totalHeightForWidth(width))


def body_position(place: QRect, size: QSize, area: QRect, gap: int) -> QPoint:
    """Return where a card of ``size`` stands: below ``place``, or above it where ``area`` ends.

    Where there is room for neither, it stands at the right or left of ``place``, or, in an area
    that is too small for that too, at the end of ``area``.
    """
    x = min(max(place.left(), area.left()), area.right() + 1 - size.width())
    below, above = place.bottom() + 1 + gap, place.top() - gap - size.height()
    if below + size.height() <= area.bottom() + 1:
        return QPoint(x, below)
    if above >= area.top():
        return QPoint(x, above)
    y = max(area.bottom() + 1 - size.height(), area.top())
    right, left = place.right() + 1 + gap, place.left() - gap - size.width()
    if right + size.width() <= area.right() + 1:
        return QPoint(right, y)
    return QPoint(left if left >= area.left() else x, y)


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    label = QLabel(text, parent)
    label.setAccessibleName(spoken(text))
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _quiet_button(parent: QWidget, name: str, text: str) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("role", "quiet")
    return button
