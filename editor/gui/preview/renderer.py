"""Preview renderer: renders the page on a worker thread while the writer types."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from editor.errors import ThemeError
from editor.export.html import RenderedPage, render_page_and_parts, render_parts
from editor.export.options import RenderOptions
from editor.gui.document import Document
from editor.gui.web.sandbox_profile import SCHEME, image_url
from editor.gui.worker import Worker

_DEBOUNCE_MS = 10
_MAX_DEBOUNCE_MS = 600


class PreviewRenderer(QObject):
    """Follows a document and reports the pages and parts that are ready to be shown."""

    # Declared as objects: Qt would copy dicts to a map of its own and sort their keys.
    loaded = Signal(str, object, object)
    """Another review is rendered: HTML of the page, dict of its parts, folder of its images."""
    reloaded = Signal(str, object, object)
    """The same review is rendered with other options or another folder; carries the same."""
    updated = Signal(object)
    """Dict of the parts after an edit, in their order on the page."""
    theme_problem = Signal(object)
    """The page does not look as its theme asks; carries the ThemeError, once per error, and None
    when it does again."""

    def __init__(
        self,
        document: Document,
        options: Callable[[], RenderOptions],
        parent: QObject,
        *,
        waiting_images: Path | None = None,
    ) -> None:
        """``options`` returns the options to render with now.

        ``waiting_images`` is the folder of images while the review has no file.
        """
        super().__init__(parent)
        self._document = document
        self._options = options
        self._waiting_images = waiting_images
        self._rendered_options: RenderOptions | None = None
        self._folder: Path | None = None
        self._opened_review = 0
        """Number of the review that is open, counted by ``load``."""
        self._reported_review = 0
        """Number of the review whose page was reported last."""
        self._problem: ThemeError | None = None
        self._worker = Worker(self, reads_only=True)
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self._render_parts)
        document.changed.connect(lambda _: self._timer.start())
        document.opened.connect(self.load)
        document.saved_changed.connect(self._follow_file)

    def load(self) -> None:
        """Render the whole page of another review."""
        self._opened_review += 1
        self._render_page()

    def refresh(self) -> None:
        """Render the page again if it would look different now."""
        if self._rendered_options != self._options():
            self._render_page()

    def stop(self) -> None:
        """End rendering."""
        self._timer.stop()
        self._worker.stop()

    def _render_page(self) -> None:
        self._timer.stop()
        review, options = self._document.review, self._options()
        self._rendered_options = options
        self._folder = folder = self._review_folder()
        number = self._opened_review

        def report(page: RenderedPage) -> None:
            # Options may change before the first page of a review is ready. It is a new page then,
            # too, whichever of the two changes was noticed first.
            signal = self.reloaded if number == self._reported_review else self.loaded
            self._reported_review = number
            signal.emit(page.html, page.parts, folder)
            self._report_problem(page.problem)

        self._worker.submit(partial(render_page_and_parts, review, options), report)

    def _report_problem(self, problem: ThemeError | None) -> None:
        if str(problem) != str(self._problem):
            self.theme_problem.emit(problem)
        self._problem = problem

    def _review_folder(self) -> Path | None:
        path = self._document.path
        return path.parent if path else self._waiting_images

    def _follow_file(self) -> None:
        """Render again when the review has moved, as its images are in another folder then."""
        if self._rendered_options is not None and self._folder != self._review_folder():
            self._render_page()

    def _render_parts(self) -> None:
        if self._worker.busy:
            # The page or earlier parts are still being rendered; the newest edit follows them.
            self._timer.start()
            return
        self._clock.start()
        job = partial(render_parts, self._document.review, self._options())
        self._worker.submit(job, self._report_parts)

    def _report_parts(self, parts: dict[str, str]) -> None:
        # Rendering a long section takes longer than the time between two keys. Waiting longer then
        # keeps pages that would not be seen from slowing down the typing.
        pause = max(_DEBOUNCE_MS, 2 * self._clock.elapsed())
        self._timer.setInterval(min(pause, _MAX_DEBOUNCE_MS))
        self.updated.emit(parts)


def preview_options(
    variant: str, scheme: Literal["light", "dark"], page_options: RenderOptions | None = None
) -> RenderOptions:
    """Return the options of the page in the preview; ``page_options`` are those of the export.

    Images are loaded by the sandbox. A page with light and dark colours gets those of ``scheme``,
    the colours of the window, which may differ from those of the desktop.
    """
    chosen = page_options or RenderOptions()
    return replace(
        chosen,
        variant=variant,
        images=image_url,
        scheme=scheme if chosen.scheme == "both" else chosen.scheme,
        image_origin=f"{SCHEME.decode()}:",
    )
