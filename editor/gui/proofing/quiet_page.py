"""Page in the place of an empty list of findings: one sentence, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from editor.gui.menus.action_button import ActionButton
from editor.gui.theme import Theme
from editor.languagetool.state import EnginePhase, EngineState


class QuietPage(QScrollArea):
    """Says why nothing is listed, and shows the progress of an installation.

    In a pane that is too low for both, sentence and button are scrolled and not cut off.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content = QWidget(self)
        content.setObjectName("quietPage")
        self.setWidget(content)
        self._label = QLabel(content)
        self._label.setProperty("role", "soft")
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._progress = QProgressBar(content)
        self._progress.setObjectName("findings.progress")
        self._progress.setAccessibleName(self.tr("Fortschritt"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(theme.px(6))
        self._progress.setFixedWidth(theme.px(240))
        self._progress.hide()
        self._column = QVBoxLayout(content)
        margin = theme.px(12)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.px(10))
        self._column.addStretch(1)
        self._column.addWidget(self._label)
        self._column.addWidget(self._progress, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)

    @property
    def text(self) -> str:
        """The sentence that is shown."""
        return self._label.text()

    def offer(self, action: QAction) -> None:
        """Offer ``action`` below the sentence, while it can be used."""
        button = ActionButton(action, self._content)
        button.setObjectName("findings.offer")
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignCenter)

    def show_text(self, text: str) -> None:
        """Show ``text``."""
        self._label.setText(text)
        self._progress.hide()

    def show_state(self, state: EngineState) -> None:
        """Show the sentence of ``state`` and, while LanguageTool is installed, the progress."""
        self.show_text(state.sentence.text())
        if state.phase is EnginePhase.INSTALLING:
            self._progress.setRange(0, 0 if state.progress is None else 100)
            self._progress.setValue(round(100 * (state.progress or 0)))
            self._progress.show()
