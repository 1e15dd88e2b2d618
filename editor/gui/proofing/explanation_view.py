"""View of the explanation of a rule: its name and examples."""

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from editor.gui.theme import Theme

if TYPE_CHECKING:
    from editor.languagetool.rule_catalogue import RuleExample, RuleExplanation


class ExplanationView(QFrame):
    """Shows a rule's name and examples: wrong words struck out, right ones bold."""

    def __init__(
        self, theme: Theme, explanation: "RuleExplanation | None", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("explanation")
        self._theme = theme
        self._spoken: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(10), theme.px(6), theme.px(8), theme.px(6))
        self._column.setSpacing(theme.px(6))
        self._draw_line()
        if explanation is not None and explanation.name:
            name = explanation.name.text()
            self._add("rule", f"<b>{escape(name)}</b>", name)
        for example in explanation.examples if explanation is not None else ():
            self._add_example(example)
        if explanation is None or not explanation.examples:
            none = self.tr("Zu dieser Regel gibt es keine Beispiele.")
            self._add("noExamples", none, none).setProperty("role", "soft")
        self.setAccessibleName(" ".join(self._spoken))

    def shorten(self) -> bool:
        """Remove the last example unless it is the only one; return whether one was removed."""
        labels = self.findChildren(QLabel, "example")
        if len(labels) <= 1:
            return False
        label = labels[-1]
        label.setObjectName("")
        self._column.removeWidget(label)
        label.deleteLater()
        self._spoken.pop()
        self.setAccessibleName(" ".join(self._spoken))
        return True

    def _draw_line(self) -> None:
        """Draw a line at the left."""
        width, t = self._theme.px(3), self._theme.tokens
        self.setStyleSheet(
            f"#explanation {{ border: none; border-left: {width}px solid {t.line}; }}"
        )

    def _add(self, name: str, markup: str, spoken: str) -> QLabel:
        label = QLabel(f'<p style="white-space: pre-wrap">{markup}</p>', self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setAccessibleName(spoken)
        self._spoken.append(spoken)
        self._column.addWidget(label)
        return label

    def _add_example(self, example: "RuleExample") -> None:
        wrong = f"color: {self._theme.tokens.spelling}; text-decoration: line-through"
        markup = _marked(example.wrong, example.marker, wrong)
        spoken = self.tr("Falsch: {text}").format(text=example.wrong)
        if example.right:
            right = f"color: {self._theme.tokens.good}; font-weight: bold"
            markup += f"<br>→ {_marked(example.right, example.right_marker, right)}"
            spoken += " " + self.tr("Richtig: {text}").format(text=example.right)
        self._add("example", markup, spoken)


def _marked(text: str, marker: tuple[int, int], style: str) -> str:
    start, end = marker
    before, words, after = map(escape, (text[:start], text[start:end], text[end:]))
    return f'{before}<span style="{style}">{words}</span>{after}'
