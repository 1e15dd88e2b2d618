"""Preview controller: creates the preview after the first paint and connects it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from editor.errors import ThemeError
from editor.export.options import RenderOptions
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.settings import Settings
from editor.system_libraries import missing_part_error

if TYPE_CHECKING:
    from editor.gui.preview.renderer import PreviewRenderer
    from editor.gui.web.page_view import PageView


class PreviewController(QObject):
    """Shows the page of the open review and keeps it up to date."""

    ready = Signal()
    """The preview has been created."""
    zoom_requested = Signal(int)
    """The writer zooms by this number of steps, negative to make the page smaller."""

    def __init__(
        self,
        document: Document,
        window: HostWindow,
        pane: QWidget,
        *,
        show: Callable[[QWidget], None],
        settings: Callable[[], Settings],
        page_options: Callable[[], RenderOptions] = RenderOptions,
        waiting_images: Path | None = None,
    ) -> None:
        """``show`` puts a widget into ``pane``, ``page_options`` returns what was chosen for it.

        ``waiting_images`` is the folder of images while the review has no file.
        """
        super().__init__(window)
        self._document = document
        self._window, self._pane, self._show = window, pane, show
        self._settings = settings
        self._page_options = page_options
        self._waiting_images = waiting_images
        self._renderer: PreviewRenderer | None = None
        self._problem = ""
        """Sentence about the theme of the page, while it is true."""
        self.page_view: PageView | None = None
        """The preview, None until it is created and where Qt WebEngine is missing."""

    def start(self) -> None:
        """Create the preview. Chromium takes a third of a second and 200 MB."""
        try:
            # Imported only now, so that the form is on the screen earlier.
            from editor.gui.preview.renderer import PreviewRenderer  # noqa: PLC0415
            from editor.gui.web.page_view import PageView  # noqa: PLC0415
        except ImportError as error:
            self._show_missing_library(error)
            return
        view = PageView(self._window.theme, self._pane)
        view.set_background(self._window.theme.color("paper"))
        renderer = PreviewRenderer(
            self._document, self._render_options, self, waiting_images=self._waiting_images
        )
        renderer.loaded.connect(view.load)
        renderer.reloaded.connect(view.reload)
        renderer.updated.connect(view.update_parts)
        renderer.theme_problem.connect(self._show_problem)
        view.link_clicked.connect(self._ask_to_open)
        view.zoom_requested.connect(self.zoom_requested)
        view.set_zoom(self._settings().preview_zoom)
        self._show(view)
        self.page_view, self._renderer = view, renderer
        renderer.load()
        self.ready.emit()

    def refresh(self) -> None:
        """Follow the settings: zoom, and render the page again if it would look different."""
        if self.page_view is not None and self._renderer is not None:
            theme = self._window.theme
            self.page_view.set_theme(theme)
            self.page_view.set_background(theme.color("paper"))
            self.page_view.set_zoom(self._settings().preview_zoom)
            self._renderer.refresh()

    def follow(self, part: str, fraction: float) -> None:
        """Scroll to ``fraction``, from 0 to 1, of the part ``part`` of the review."""
        if self.page_view is not None:
            self.page_view.follow(part, fraction)

    def stop(self) -> None:
        """End rendering and delete the preview."""
        if self.page_view is None or self._renderer is None:
            return
        self._renderer.stop()
        self.page_view.deleteLater()
        # The event loop may have ended, and the web page must be deleted before its profile.
        QApplication.sendPostedEvents(self.page_view, QEvent.Type.DeferredDelete.value)
        self.page_view = None

    def _render_options(self) -> RenderOptions:
        from editor.gui.preview.renderer import preview_options  # noqa: PLC0415

        scheme = self._window.theme.scheme
        return preview_options(self._settings().variant, scheme, self._page_options())

    def _show_problem(self, problem: ThemeError | None) -> None:
        """Say why the page does not look as its theme asks, until it does."""
        bar = self._window.message_bar
        bar.take_back(self._problem)
        self._problem = "" if problem is None else problem.text()
        if problem is not None:
            bar.say(problem)

    def _show_missing_library(self, error: ImportError) -> None:
        """Show in the place of the preview what is missing; everything else works without it."""
        theme = self._window.theme
        label = QLabel(self._window)
        label.setObjectName("preview.missing")
        label.setProperty("role", "soft")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMargin(theme.px(24))
        label.setText(
            self.tr(
                "Keine Vorschau: {problem} Schreiben, prüfen, sichern und exportieren können Sie "
                "trotzdem."
            ).format(problem=missing_part_error(error).text())
        )
        self._show(label)

    def _ask_to_open(self, url: QUrl) -> None:
        self._window.message_bar.say_of_review(
            self.tr("Diese Adresse im Browser öffnen? {url}").format(url=url.toDisplayString()),
            self.tr("Öffnen"),
            lambda: self._window.open_outside(url),
        )
