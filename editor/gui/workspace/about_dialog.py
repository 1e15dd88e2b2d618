"""Dialog about the program: its version, and the components with their licences."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from editor import __version__
from editor.gui.dialogs import name_buttons
from editor.gui.screen_fit import resize_to_fit
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.installation import current_installation

if TYPE_CHECKING:
    from editor.gui.workspace.licences import Component

Components: TypeAlias = "tuple[tuple[Component, ...], tuple[Component, ...]]"
"""Programs and libraries, and the packages for Python."""


class AboutController(QObject):
    """Opens the dialog after collecting the licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._worker = Worker(self, reads_only=True)

    def open(self, theme: Theme) -> None:
        """Collect the licences and show them, unless the dialog is open or being opened."""
        if not self._worker.busy and self._window.findChild(AboutDialog) is None:
            self._worker.submit(
                _collected,
                lambda result: AboutDialog(result, theme, self._window).open(),
            )

    def stop(self) -> None:
        """End collecting."""
        self._worker.stop()


class AboutDialog(QDialog):
    """Shows the version, and the licence of every component."""

    def __init__(self, components: Components, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialog.about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Über Rezensent"))
        text = QTextBrowser(self)
        text.setObjectName("about.text")
        text.setAccessibleName(self.windowTitle())
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.document().setDefaultStyleSheet(
            f"td {{ padding: {theme.px(1)}px {theme.px(16)}px {theme.px(1)}px 0; }}"
            f".soft {{ color: {theme.tokens.soft_ink}; }}"
        )
        text.document().setDocumentMargin(theme.px(20))
        text.setHtml(self._html(components))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        name_buttons(buttons)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text, 1)
        column.addWidget(buttons)
        resize_to_fit(self, theme.px(600), min(theme.px(560), parent.height() - theme.px(80)))

    def _html(self, components: Components) -> str:
        libraries, packages = components
        opening = self.tr(
            "<h3>Rezensent {version}</h3><p>Offline-Editor für deutschsprachige Rezensionen, frei "
            "unter der GPL ab Version\u00a03.</p><p>Art der Installation: {kind}</p>"
            "<p>Darin steckt die Arbeit anderer:</p>"
        ).format(version=__version__, kind=escape(current_installation().name.text()))
        between = self.tr("<p>und diese Pakete für Python:</p>")
        return opening + _table(libraries) + between + _table(packages)


def _collected() -> Components:
    # Imported on request: reading metadata loads modules that the start does without.
    from editor.gui.workspace.licences import components, programs  # noqa: PLC0415

    return programs(), components()


def _table(components: "Iterable[Component]") -> str:
    rows = "".join(
        f"<tr><td>{escape(part.name)}</td><td class=soft>{escape(part.version)}</td>"
        f"<td>{escape(part.licence)}</td></tr>"
        for part in components
    )
    return f"<table>{rows}</table>"
