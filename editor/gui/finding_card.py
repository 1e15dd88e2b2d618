"""The small card at a word: what is meant, and the suggestions as buttons."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.gui.decisions import Choice, choices
from editor.gui.flow_layout import FlowLayout
from editor.gui.theme import Theme
from editor.language.checker import Finding

_SUGGESTIONS = 5


class FindingCard(QFrame):
    """Explains one finding; gone with Escape, a click elsewhere, or a choice."""

    fix_chosen = Signal(str, object, str)
    """Section, finding and replacement."""
    decided = Signal(str, object, str)
    """Section, finding and the verb of the choice."""

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

    def show_finding(self, section_id: str, finding: Finding, place: QRect) -> None:
        """Open at ``place``, the word in screen coordinates."""
        if self._content is not None:
            self._column.removeWidget(self._content)
            self._content.deleteLater()
        self._content = self._make(section_id, finding)
        self._column.addWidget(self._content)
        self.setAccessibleName(finding.message)
        self.setFixedWidth(self._theme.px(330))
        self.adjustSize()
        self.move(self._position(place))
        self.show()
        first = self.findChild(QPushButton, "suggestion")
        (first or self).setFocus(Qt.FocusReason.PopupFocusReason)

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
        return content

    def _choice(
        self, parent: QWidget, section_id: str, finding: Finding, choice: Choice
    ) -> QPushButton:
        button = QPushButton(choice.text, parent)
        button.setObjectName(f"choice.{choice.verb}")
        button.setProperty("role", "quiet")
        button.setAutoDefault(True)
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
            button = QPushButton(text.replace("&", "&&") or self.tr("entfernen"), row)
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

    def _position(self, place: QRect) -> QPoint:
        """Below the word, above it at the lower edge of the screen, never off its side."""
        screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        gap = self._theme.px(8)
        y = place.bottom() + gap
        if y + self.height() > area.bottom():
            y = place.top() - gap - self.height()
        x = min(max(place.left(), area.left()), area.right() - self.width())
        return QPoint(x, y)
