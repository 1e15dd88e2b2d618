"""Keystroke → preview: renders changed parts on a worker and hands them to the page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, SignalInstance

from editor.errors import ThemeError
from editor.export.html import RenderedPage, render_page_and_parts, render_parts
from editor.export.options import RenderOptions
from editor.gui.document import Document
from editor.gui.web.sandbox_profile import SCHEME, image_url
from editor.gui.worker import Worker

DEFAULT = RenderOptions()
_DEBOUNCE_MS = 10
_LONGEST_DEBOUNCE_MS = 600


class Rendering(QObject):
    """Follows the document and reports pages and parts that are ready to be shown."""

    # Objects and not dicts: Qt would copy the parts to a map of its own, and sort them.
    loaded = Signal(str, object, object)
    """Page, its parts and the folder of its images, after another review was opened."""
    reloaded = Signal(str, object, object)
    """The same of the review that is shown, which looks different now."""
    updated = Signal(object)
    """Parts after an edit, in their order on the page."""
    flawed = Signal(object)
    """The page does not look as its theme wants; carries the ThemeError, once until it changes."""

    def __init__(
        self, document: Document, options: Callable[[], RenderOptions], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._options = options
        self._loaded_with: RenderOptions | None = None
        self._folder: Path | None = None
        self._flaw: ThemeError | None = None
        self._worker = Worker(self)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._update)
        document.changed.connect(lambda _: self._timer.start())
        document.opened.connect(self.load)
        document.saved_changed.connect(self._follow)

    def load(self) -> None:
        """Render the whole page of another review."""
        self._render(self.loaded)

    def _render(self, done: SignalInstance) -> None:
        self._timer.stop()
        review, options = self._document.review, self._options()
        self._loaded_with = options
        self._folder = folder = self._present_folder()

        def show(made: RenderedPage) -> None:
            done.emit(made.html, made.parts, folder)
            self._tell(made.problem)

        self._worker.submit(partial(render_page_and_parts, review, options), show)

    def refresh(self) -> None:
        """Render the page anew if it would look different now."""
        if self._loaded_with != self._options():
            self._render(self.reloaded)

    def stop(self) -> None:
        """Render no more."""
        self._timer.stop()
        self._worker.stop()

    def _tell(self, flaw: ThemeError | None) -> None:
        if flaw is not None and str(flaw) != str(self._flaw):
            self.flawed.emit(flaw)
        self._flaw = flaw

    def _present_folder(self) -> Path | None:
        return self._document.path.parent if self._document.path else None

    def _follow(self) -> None:
        """Show the images beside the review when it has a file for the first time or elsewhere."""
        if self._loaded_with is not None and self._folder != self._present_folder():
            self._render(self.reloaded)

    def _update(self) -> None:
        if self._worker.busy:
            # The page or the parts before these are still being made; the newest edit follows.
            self._timer.start()
            return
        self._clock.start()
        self._worker.submit(
            partial(render_parts, self._document.review, self._options()), self._updated
        )

    def _updated(self, changed: dict[str, str]) -> None:
        # A long section takes longer to render than two keys are apart: who types through it is
        # not to be slowed down by pages that nobody sees.
        pause = max(_DEBOUNCE_MS, 2 * self._clock.elapsed())
        self._timer.setInterval(min(pause, _LONGEST_DEBOUNCE_MS))
        self.updated.emit(changed)


def preview_options(
    variant: str, scheme: Literal["light", "dark"], page: RenderOptions = DEFAULT
) -> RenderOptions:
    """Return the options of the page in the preview, made as the options ``page`` say.

    Images come through its own gate, and the colours are the window's, which may differ from the
    desktop's, unless the page has only one kind.
    """
    return replace(
        page,
        variant=variant,
        images=image_url,
        scheme=scheme if page.scheme == "both" else page.scheme,
        image_origin=f"{SCHEME.decode()}:",
    )
