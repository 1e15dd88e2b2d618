"""The preview, made last because it costs most, and what it needs."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.document import Document
from editor.gui.theme import Theme
from editor.gui.window import Window
from editor.settings import Settings


class Previewing(QObject):
    """Makes the preview of a window and keeps it up to date."""

    ready = Signal()

    def __init__(
        self, document: Document, window: Window, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._settings = settings
        self.preview: QWidget | None = None

    def start(self) -> None:
        """Make the preview: Chromium costs a third of a second and 200 MB."""
        # The form is on the screen before all that is even imported.
        from editor.gui.preview import Preview  # noqa: PLC0415
        from editor.gui.preview_profile import register_scheme  # noqa: PLC0415
        from editor.gui.rendering import Rendering, preview_options  # noqa: PLC0415

        register_scheme()
        preview = Preview(self._window.preview_place)
        preview.set_ground(self._theme.color("paper"))
        self._rendering = Rendering(
            self._document,
            lambda: preview_options(self._settings().variant, self._theme.scheme),
            self,
        )
        self._rendering.loaded.connect(preview.load)
        self._rendering.updated.connect(preview.update_parts)
        self._window.place_changed.connect(preview.follow)
        preview.link_clicked.connect(self._follow_link)
        self._window.set_preview(preview)
        self.preview = preview
        self._rendering.load()
        self.ready.emit()

    def refresh(self) -> None:
        """Render anew where the look or the variant of German has changed."""
        if self.preview is not None:
            self._rendering.refresh()

    def stop(self) -> None:
        """End rendering and do away with the page."""
        if self.preview is not None:
            self._rendering.stop()
            # The event loop may have ended, and the page has to go before its profile.
            self.preview.deleteLater()
            QApplication.sendPostedEvents(self.preview, QEvent.Type.DeferredDelete.value)
            self.preview = None

    @property
    def _theme(self) -> Theme:
        return self._window.theme

    def _follow_link(self, url: QUrl) -> None:
        self._window.notice.say(
            self.tr("Diese Adresse im Browser öffnen? {url}").format(url=url.toDisplayString()),
            self.tr("Öffnen"),
            lambda: QDesktopServices.openUrl(url),
        )
