"""The preview, made last because it costs most, and what it needs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from editor.export.options import RenderOptions
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.theme import Theme
from editor.settings import Settings

if TYPE_CHECKING:
    from editor.gui.web.page_view import Preview


class Previewing(QObject):
    """Makes the preview of a window and keeps it up to date."""

    ready = Signal()
    zoom_asked = Signal(int)
    """The page is to be shown larger by so many steps, below 0 smaller."""

    def __init__(
        self,
        document: Document,
        window: HostWindow,
        pane: QWidget,
        *,
        show: Callable[[QWidget], None],
        settings: Callable[[], Settings],
        page: Callable[[], RenderOptions] = RenderOptions,
    ) -> None:
        """``show`` puts a widget into ``pane``, ``page`` returns the options of the page."""
        super().__init__(window)
        self._document = document
        self._window, self._pane, self._show = window, pane, show
        self._settings = settings
        self._page = page
        self.preview: Preview | None = None

    def start(self) -> None:
        """Make the preview: Chromium costs a third of a second and 200 MB."""
        try:
            # The form is on the screen before all that is even imported.
            from editor.gui.preview.renderer import Rendering, preview_options  # noqa: PLC0415
            from editor.gui.web.page_view import Preview  # noqa: PLC0415
            from editor.gui.web.sandbox_profile import register_scheme  # noqa: PLC0415
        except ImportError as error:
            self._do_without(error)
            return
        register_scheme()
        preview = Preview(self._pane)
        preview.set_ground(self._theme.color("paper"))
        self._rendering = Rendering(
            self._document,
            lambda: preview_options(self._settings().variant, self._theme.scheme, self._page()),
            self,
        )
        self._rendering.loaded.connect(preview.load)
        self._rendering.reloaded.connect(preview.reload)
        self._rendering.updated.connect(preview.update_parts)
        self._rendering.flawed.connect(lambda flaw: self._window.message_bar.say(flaw.text()))
        preview.link_clicked.connect(self._follow_link)
        preview.zoom_asked.connect(self.zoom_asked)
        preview.zoom(self._settings().preview_zoom)
        self._show(preview)
        self.preview = preview
        self._rendering.load()
        self.ready.emit()

    def refresh(self) -> None:
        """Render anew where the look or the variant of German has changed; zoom where it has."""
        if self.preview is not None:
            self.preview.zoom(self._settings().preview_zoom)
            self._rendering.refresh()

    def follow(self, place: str, fraction: float) -> None:
        """Scroll to ``fraction``, from 0 to 1, of the part ``place`` of the review."""
        if self.preview is not None:
            self.preview.follow(place, fraction)

    def stop(self) -> None:
        """End rendering and do away with the page."""
        if self.preview is not None:
            self._rendering.stop()
            # The event loop may have ended, and the page has to go before its profile.
            self.preview.deleteLater()
            QApplication.sendPostedEvents(self.preview, QEvent.Type.DeferredDelete.value)
            self.preview = None

    def _do_without(self, error: ImportError) -> None:
        """Say in the place of the preview what is missing; all else works."""
        label = QLabel(self._window)
        label.setObjectName("preview.missing")
        label.setProperty("role", "soft")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMargin(self._theme.px(24))
        label.setText(
            self.tr(
                "Keine Vorschau: Es fehlt {part}. Bitte installieren Sie das nach oder Rezensent "
                "neu; schreiben, prüfen, sichern und ausgeben können Sie auch so."
            ).format(part=_missing(error))
        )
        self._show(label)

    @property
    def _theme(self) -> Theme:
        return self._window.theme

    def _follow_link(self, url: QUrl) -> None:
        self._window.message_bar.say_of_review(
            self.tr("Diese Adresse im Browser öffnen? {url}").format(url=url.toDisplayString()),
            self.tr("Öffnen"),
            lambda: QDesktopServices.openUrl(url),
        )


def _missing(error: ImportError) -> str:
    """Return what the linker or Python looked for: „libnss3.so“ says more than the module."""
    library = str(error).partition(":")[0]
    return library if ".so" in library else error.name or "Qt WebEngine"
