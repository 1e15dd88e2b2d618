"""Preview room: the page beside the text, its zoom, and printing it."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtWidgets import QWidget

from editor.export.options import RenderOptions
from editor.gui.context import SessionContext
from editor.gui.preview.controller import PreviewController
from editor.gui.room import Room
from editor.settings import Settings, number_range
from editor.storage.attachments import slugify

if TYPE_CHECKING:
    from editor.gui.preview.page_printer import PagePrinter

translate = QCoreApplication.translate

_ZOOM_STEP = 10
"""Step of the zoom in per cent."""


class PreviewRoom(Room):
    """Renders the review of a session beside its text."""

    def __init__(
        self,
        context: SessionContext,
        pane: QWidget,
        show: Callable[[QWidget], None],
        page_options: Callable[[], RenderOptions],
    ) -> None:
        """``show`` puts the preview into ``pane``; ``page_options`` are those of the page."""
        self._context = context
        self.controller = PreviewController(
            context.document,
            context.window,
            pane,
            show=show,
            settings=lambda: context.program.settings,
            page_options=page_options,
            waiting_images=context.program.folders.waiting_images,
        )
        self.controller.zoom_requested.connect(self._zoom)
        loading = translate("PreviewRoom", "Die Vorschau wird noch geladen.")
        context.actions.withhold("preview", {"print": loading})
        self.controller.ready.connect(lambda: context.actions.withhold("preview", {}))
        self._printer: PagePrinter | None = None

    @property
    def view(self) -> QWidget | None:
        """The preview, None while there is none."""
        return self.controller.page_view

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"print": self._print}

    def start(self) -> None:
        """Create the preview."""
        self.controller.start()

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Follow the settings: zoom and variant of German."""
        self.controller.refresh()

    def stop(self) -> None:
        """End rendering and printing."""
        self.controller.stop()
        if self._printer is not None:
            self._printer.stop()

    def _zoom(self, steps: int) -> None:
        settings_store = self._context.program.settings_store
        least, most = number_range("preview_zoom")
        percent = settings_store.settings.preview_zoom + steps * _ZOOM_STEP
        settings_store.change(preview_zoom=min(max(percent, least), most))

    def _print(self) -> None:
        # Chromium is not imported before the form is on the screen.
        from editor.gui.preview.page_printer import PagePrinter  # noqa: PLC0415

        document, window = self._context.document, self._context.window
        page_view, path = self.controller.page_view, document.path
        if page_view is None:
            return
        if self._printer is None:
            self._printer = PagePrinter(page_view, self._context.program.scratch, window)
            self._printer.message.connect(window.message_bar.say)
            self._printer.pdf_written.connect(self._say_where)
        name = path.stem if path else slugify(document.review.title)
        self._printer.start(name or translate("PreviewRoom", "rezension"))

    def _say_where(self, path: Path, opened: bool) -> None:  # noqa: FBT001 (a signal)
        """Say where the PDF is that was made instead of a print, and offer to open it."""
        text = translate(
            "PreviewRoom",
            "Es ist kein Drucker eingerichtet. Die Seite liegt als PDF in {path}, bis Sie "
            "dieses Fenster schließen.",
        )
        if opened:
            text = translate(
                "PreviewRoom",
                "Es ist kein Drucker eingerichtet. Die Seite öffnet sich als PDF; bis Sie "
                "dieses Fenster schließen, liegt sie in {path}.",
            )
        window = self._context.window
        folder = partial(window.open_outside, QUrl.fromLocalFile(str(path.parent)))
        window.message_bar.say_of_review(
            text.format(path=path),
            translate("PreviewRoom", "Öffnen"),
            partial(window.open_outside, QUrl.fromLocalFile(str(path))),
            other=(translate("PreviewRoom", "Ordner öffnen"), folder),
        )
