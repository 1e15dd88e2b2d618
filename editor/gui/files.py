"""Opening, saving, importing and exporting: what the file menu does, off the GUI thread."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import RezensentError
from editor.export import registry
from editor.export.images import embedded
from editor.export.options import Options
from editor.gui import dialogs
from editor.gui.document import Document
from editor.gui.tasks import Worker
from editor.resources import sample_path
from editor.review import markdown, prose, storage
from editor.review.form import load_form
from editor.review.model import Review

_PLAIN_LETTERS = {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}


class Files(QObject):
    """Moves reviews between the document and the disk. Every failure becomes one sentence."""

    failed = Signal(str)
    """A sentence for the writer."""
    said = Signal(str)
    """Something worth a quiet notice."""
    folder_used = Signal(str)
    """The folder in which the writer chose a file."""

    def __init__(
        self, document: Document, window: QWidget, *, author: str, folder: str, language: str
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._author = author
        self._folder = folder
        self._language = language
        self.variant = "de-DE"
        self._worker = Worker(self, newest_only=False)

    def new(self, form_id: str) -> None:
        """Begin a review on a form."""
        review = markdown.new_review(load_form(form_id), [("author", self._author)])
        self._unless_unsaved(lambda: self._document.open(review, None))

    def open(self) -> None:
        """Ask for a review and open it."""
        self._unless_unsaved(
            lambda: dialogs.ask_file(
                self._window,
                self.tr("Rezension öffnen"),
                self.tr("Rezensionen (*.md *.markdown);;Alle Dateien (*)"),
                self._start(),
                self.load,
            )
        )

    def load(self, path: Path) -> None:
        """Open the review in ``path``; what is open stays open when that fails."""
        self._used(path)
        self._worker.submit(
            partial(storage.load, path),
            lambda loaded: self._document.open(loaded.review, loaded.path),
            self._fail,
        )

    def open_sample(self) -> None:
        """Open the sample review as a text of its own that is in no file yet."""

        def show(loaded: storage.Loaded) -> None:
            self._document.open(loaded.review, None)

        path = sample_path()
        self._unless_unsaved(
            lambda: self._worker.submit(partial(storage.load, path), show, self._fail)
        )

    def import_text(self) -> None:
        """Ask for a finished text and take it over into the form."""
        self._unless_unsaved(
            lambda: dialogs.ask_file(
                self._window,
                self.tr("Fertigen Text übernehmen"),
                self.tr("Texte (*.txt *.md *.markdown);;Alle Dateien (*)"),
                self._start(),
                self._import,
            )
        )

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the review's file, or ask for one; ``then`` runs when that has worked."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self._save(self._document.path, then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and save to it."""
        proposal = self._document.path or self._start() / f"{self._name()}.md"
        dialogs.ask_target(
            self._window,
            self.tr("Rezension sichern"),
            self.tr("Rezensionen (*.md)"),
            proposal,
            lambda path: self._save(path, then),
        )

    def export(self, exporter_id: str) -> None:
        """Ask for a file and export the review to it."""
        exporter = registry.EXPORTERS[exporter_id]
        label = exporter.label.text(self._language)
        proposal = self._start() / f"{self._name()}{exporter.suffix}"
        dialogs.ask_target(
            self._window,
            self.tr("Als {format} ausgeben").format(format=label),
            f"{label} (*{exporter.suffix})",
            proposal,
            lambda path: self._export(exporter_id, path),
        )

    def close(self, then: Callable[[], None]) -> None:
        """Run ``then`` once nothing unsaved is left or the writer has let it go."""
        self._unless_unsaved(then)

    def stop(self) -> None:
        """Finish what is being written."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _unless_unsaved(self, then: Callable[[], None]) -> None:
        if not self._document.dirty:
            then()
            return

        def answer(choice: str) -> None:
            if choice == "save":
                self.save(then)
            elif choice == "discard":
                then()

        title = self._document.review.title or self.tr("Rezension ohne Titel")
        dialogs.ask_unsaved(self._window, title, answer)

    def _import(self, path: Path) -> None:
        self._used(path)
        form = self._document.form

        def read() -> Review:
            return prose.import_text(storage.read_text(path), form)

        self._worker.submit(
            read, lambda review: self._document.open(review, None, saved=False), self._fail
        )

    def _save(self, path: Path, then: Callable[[], None] | None) -> None:
        review = self._document.review

        def saved(_: object) -> None:
            self._document.mark_saved(review, path)
            self._used(path)
            if then:
                then()

        self._worker.submit(partial(storage.save, review, path), saved, self._fail)

    def _export(self, exporter_id: str, path: Path) -> None:
        review, source = self._document.review, self._document.path
        options = Options(variant=self.variant)
        if source is not None:
            options = Options(variant=self.variant, images=embedded(source.parent))
        done = self.tr("Ausgegeben als {path}.").format(path=path)
        self._used(path)
        self._worker.submit(
            partial(registry.write, review, exporter_id, options, path),
            lambda _: self.said.emit(done),
            self._fail,
        )

    def _fail(self, error: RezensentError) -> None:
        self.failed.emit(error.text(self._language))

    def _used(self, path: Path) -> None:
        self._folder = str(path.parent)
        self.folder_used.emit(self._folder)

    def _start(self) -> Path:
        if self._document.path is not None:
            return self._document.path.parent
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen = Path(self._folder or documents)
        return chosen if chosen.is_dir() else Path.home()

    def _name(self) -> str:
        """Return a file name after the title: „nordlicht-station-staffel-2“."""
        if self._document.path is not None:
            return self._document.path.stem
        review = self._document.review
        season = review.fact("season")
        words = f"{review.title} {'staffel ' + str(season) if season else ''}".strip().casefold()
        plain = words.translate(_PLAIN_LETTERS)
        return re.sub(r"[^\w]+", "-", plain).strip("-")[:80] or self.tr("rezension")
