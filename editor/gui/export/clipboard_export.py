"""The review, or the section that is being written, in the clipboard in another format."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from editor.errors import RezensentError
from editor.export import registry
from editor.export.document import extract_section
from editor.export.image_sources import ImageSource, embedded_images, no_images
from editor.export.jobs.job import ExportSource
from editor.export.jobs.writer import render_options
from editor.export.options import ExportOptions
from editor.export.web.copied_images import CopiedImages
from editor.gui.document import Document
from editor.gui.export.presets import Plans
from editor.gui.form.form_page import FormPage
from editor.gui.interfaces import FileNames
from editor.gui.worker import Worker

RICH = "rich"
FORMATS = {"rich": "html", "md": "md", "html": "html", "bbcode": "bbcode", "txt": "txt"}
"""What the actions ``copy_…`` copy, and the format that it is made from."""
SOURCES = ("html", "md")
"""What is pasted into a page or a file that has a head already."""


class Copied(NamedTuple):
    """What goes into the clipboard; ``html`` is empty where it is text alone."""

    text: str
    html: str = ""


class Copying(QObject):
    """Renders on a worker, and puts the result into the clipboard."""

    said = Signal(str)
    """That it is there."""
    failed = Signal(str)
    """Why it is not."""

    def __init__(self, document: Document, form: FormPage, files: FileNames, plans: Plans) -> None:
        super().__init__(form)
        self._document = document
        self._form = form
        self._files = files
        self._plans = plans
        self._worker = Worker(self)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions."""
        whole = {f"copy_{key}": partial(self.copy, key) for key in FORMATS}
        render_parts = {f"copy_{key}_section": partial(self.copy_section, key) for key in FORMATS}
        return whole | render_parts

    def stop(self) -> None:
        """Copy no more."""
        self._worker.stop()

    def copy(self, key: str) -> None:
        """Copy the whole review as ``key``, one of ``FORMATS``."""
        self._copy(key, "")

    def copy_section(self, key: str) -> None:
        """Copy the section that is being written; anywhere else there is none to copy."""
        if self._form.current in self._form.cards:
            self._copy(key, self._form.current)
        else:
            self.said.emit(
                self.tr("Hier ist kein Abschnitt; bitte setzen Sie den Cursor in seinen Text.")
            )

    def _copy(self, key: str, section: str) -> None:
        path = self._document.path
        source = ExportSource(self._document.review, path, self._files.variant, self._plans.themes)
        job = partial(copied, source, key, section, self._plans.plan.options_for(FORMATS[key]))
        self._worker.submit(job, self._put, self._fail)

    def _put(self, found: Copied) -> None:
        if not found.text.strip():
            self.said.emit(self.tr("Hier steht noch nichts, was sich kopieren ließe."))
            return
        data = QMimeData()
        data.setText(found.text)
        if found.html:
            data.setHtml(found.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("Kopiert; Sie können es jetzt einfügen."))

    def _fail(self, problem: RezensentError) -> None:
        self.failed.emit(problem.text())


def copied(source: ExportSource, key: str, section: str, choices: ExportOptions) -> Copied:
    """Return ``source``, or its section ``section``, as ``key``, one of ``FORMATS``.

    Raises RezensentError.
    """
    # Their libraries are paid for when they are needed.
    from editor.export.clipboard_html import rich_text  # noqa: PLC0415
    from editor.export.html import render_parts  # noqa: PLC0415

    made = render_options(source, choices, _images(source, key, choices), "data:")
    review = extract_section(source.review, section) if section else source.review
    if key == RICH:
        plain = replace(made, fragment=bool(section))
        text = registry.export_review(review, "txt", plain).decode("utf-8")
        return Copied(text, rich_text(source.review, made, section))
    # A section has no title of its own, and source text goes into a page that has one.
    bare = replace(made, fragment=made.fragment or bool(section) or key in SOURCES)
    if key == "html" and section:
        return Copied(render_parts(source.review, bare).get(section, ""))
    return Copied(registry.export_review(review, FORMATS[key], bare).decode("utf-8"))


def _images(source: ExportSource, key: str, choices: ExportOptions) -> ImageSource:
    """Return the pictures: carried along, or under their own addresses where that is chosen."""
    if source.path is None:
        return no_images
    folder = source.path.parent
    carried = choices.embed_images or key == RICH
    return embedded_images(folder) if carried else CopiedImages(folder, folder)
