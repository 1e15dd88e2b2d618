"""Clipboard export: copies the review or its current section in another format."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.errors import RezensentError
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.job import ExportSource
from editor.export.jobs.writer import render_options
from editor.export.options import ExportOptions
from editor.export.registry import export_review
from editor.export.web.copied_images import CopiedImages
from editor.gui.document import Document
from editor.gui.export.messages import open_sentence
from editor.gui.export.presets import ExportPresets
from editor.gui.export.readiness import ExportReadiness
from editor.gui.interfaces import FileNames
from editor.gui.worker import Worker
from editor.review.readiness_summary import OpenPoint

RICH = "rich"
"""Key of rich text: HTML for word processors, with plain text beside it."""
FORMATS = {"rich": "html", "md": "md", "html": "html", "bbcode": "bbcode", "txt": "txt"}
"""Keys of the actions ``copy_…``, and the export format that each is made from."""
SOURCE_TEXTS = ("html", "md")
"""Keys of formats that are pasted into a page or file which has a title of its own."""


class ClipboardContent(NamedTuple):
    """Content of the clipboard; ``html`` is empty for text alone."""

    text: str
    html: str = ""


class ClipboardExport(QObject):
    """Renders on a worker thread and puts the result into the clipboard."""

    message = Signal(str)
    """A sentence about the copy that was made, or why there was nothing to copy."""
    failed = Signal(str)
    """The sentence of an error."""

    def __init__(
        self,
        *,
        document: Document,
        files: FileNames,
        presets: ExportPresets,
        readiness: ExportReadiness,
        current_section: Callable[[], str | None],
        parent: QObject,
    ) -> None:
        """``current_section`` returns the id of the current section, None at the facts."""
        super().__init__(parent)
        self._document = document
        self._files = files
        self._presets = presets
        self._readiness = readiness
        self._current_section = current_section
        self._worker = Worker(self, reads_only=True)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        whole = {f"copy_{key}": partial(self.copy, key) for key in FORMATS}
        sections = {f"copy_{key}_section": partial(self.copy_section, key) for key in FORMATS}
        return whole | sections

    def stop(self) -> None:
        """End the worker; nothing is copied any more."""
        self._worker.stop()

    def copy(self, key: str) -> None:
        """Copy the whole review as ``key``, one of ``FORMATS``."""
        self._copy(key, "")

    def copy_section(self, key: str) -> None:
        """Copy the current section as ``key``, or say that there is none."""
        section_id = self._current_section()
        if section_id is not None:
            self._copy(key, section_id)
        else:
            self.message.emit(
                self.tr("Der Cursor steht in keinem Abschnitt; bitte setzen Sie ihn in einen Text.")
            )

    def _copy(self, key: str, section_id: str) -> None:
        document, themes = self._document, self._presets.themes
        source = ExportSource(
            document.review,
            document.path,
            self._files.variant,
            themes,
            self._files.waiting_images,
        )
        options = self._presets.preset.options_for(FORMATS[key])
        job = partial(render_clipboard, source, key, section_id, options)
        self._worker.submit(job, partial(self._put, whole=not section_id), self._fail)

    def _put(self, content: ClipboardContent, *, whole: bool) -> None:
        if not content.text.strip():
            self.message.emit(self.tr("Hier gibt es noch nichts zu kopieren."))
            return
        data = QMimeData()
        data.setText(content.text)
        if content.html:
            data.setHtml(content.html)
        QGuiApplication.clipboard().setMimeData(data)
        if whole:
            self._readiness.look(self._report)
        else:
            self._report(())

    def _report(self, points: Sequence[OpenPoint]) -> None:
        """Say that a copy was made, and what is still open in it."""
        copied = self.tr("Kopiert; Sie können es jetzt einfügen.")
        self.message.emit(f"{copied} {open_sentence(points)}." if points else copied)
        self._readiness.note_seen(points)

    def _fail(self, problem: RezensentError) -> None:
        self.failed.emit(problem.text())


def render_clipboard(
    source: ExportSource, key: str, section_id: str, options: ExportOptions
) -> ClipboardContent:
    """Return ``source`` as ``key``, one of ``FORMATS``; only one section unless the id is empty.

    Raises RezensentError.
    """
    # Their libraries are imported when they are needed.
    from editor.export.clipboard_html import rich_text  # noqa: PLC0415
    from editor.export.document import extract_section  # noqa: PLC0415
    from editor.export.html import render_parts  # noqa: PLC0415

    rendering = render_options(source, options, _image_source(source, key, options), "data:")
    review = extract_section(source.review, section_id) if section_id else source.review
    if key == RICH:
        plain = replace(rendering, fragment=bool(section_id))
        text = export_review(review, "txt", plain).decode("utf-8")
        return ClipboardContent(text, rich_text(source.review, rendering, section_id))
    # A section has no title of its own, and source text goes into a page that has one.
    fragment = rendering.fragment or bool(section_id) or key in SOURCE_TEXTS
    rendering = replace(rendering, fragment=fragment)
    if key == "html" and section_id:
        return ClipboardContent(render_parts(source.review, rendering).get(section_id, ""))
    return ClipboardContent(export_review(review, FORMATS[key], rendering).decode("utf-8"))


def _image_source(source: ExportSource, key: str, options: ExportOptions) -> ImageSource:
    """Return the source that embeds images or, where that is chosen, keeps their addresses."""
    folder = source.image_folder
    embed = options.embed_images or key == RICH
    if folder is None or (source.path is None and not embed):
        return no_images
    return embedded_images(folder) if embed else CopiedImages(folder, folder)
