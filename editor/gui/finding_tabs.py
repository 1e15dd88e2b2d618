"""Findings and style beside each other: two tabs over one place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTabBar, QVBoxLayout, QWidget

from editor.gui.findings_panel import FindingsPanel
from editor.gui.style_panel import StylePanel
from editor.gui.theme import Theme

_FINDINGS, _STYLE = range(2)


class FindingTabs(QWidget):
    """Shows the list of findings or the panel of style."""

    style_opened = Signal()
    """The panel of style is shown."""

    def __init__(
        self, findings: FindingsPanel, style: StylePanel, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._kinds, self._switch = findings.kinds, style.switch
        self._bar = QTabBar(self)
        self._bar.setObjectName("findingTabs")
        self._bar.setAccessibleName(self.tr("Funde und Stil"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        self._bar.addTab(self.tr("Funde"))
        self._bar.addTab(self.tr("Stil"))
        findings.titled.connect(lambda text: self._bar.setTabText(_FINDINGS, text))
        style.titled.connect(lambda text: self._bar.setTabText(_STYLE, text))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(4))
        head.addWidget(self._bar, 1)
        head.addWidget(self._kinds)
        head.addWidget(self._switch)
        self._stack = QStackedLayout()
        self._stack.addWidget(findings)
        self._stack.addWidget(style)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._stack, 1)
        self._bar.currentChanged.connect(self._show)
        self._show(_FINDINGS)

    def open_style(self) -> None:
        """Show the panel of style."""
        self._bar.setCurrentIndex(_STYLE)

    def _show(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)
        self._kinds.setVisible(tab == _FINDINGS)
        self._switch.setVisible(tab == _STYLE)
        if tab == _STYLE:
            self.style_opened.emit()
