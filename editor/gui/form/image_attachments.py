"""Pictures of the review: copied beside it, previewed, and put into its text."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from editor.errors import RezensentError
from editor.export.image_sources import find_image_file
from editor.gui import dialogs
from editor.gui.document import Document
from editor.gui.editor import image_drop
from editor.gui.editor.alt_text_dialog import AltTextDialog
from editor.gui.editor.image_drop import SUFFIXES, ImageInput, ImageOffer, LoadedImage
from editor.gui.form.cover_edit import SIDE
from editor.gui.form.form_page import FormPage
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.settings import home
from editor.storage import atomic_write, attachments

_OVERSAMPLED = 2
"""Screens show up to this many pixels for one of the window's."""


class ImageAttachments(QObject):
    """Does the file work for the form; what it cannot do is one sentence.

    Pictures of a review that was never saved wait in the folder ``waiting``.
    """

    said = Signal(str)

    def __init__(self, document: Document, form: FormPage, theme: Theme, waiting: Path) -> None:
        super().__init__(form)
        self._document = document
        self._form = form
        self._theme = theme
        self._waiting = waiting
        self._opened = 0
        """How many reviews were opened: an answer that comes after the next one is too late."""
        self._dialog: QWidget | None = None
        self._worker = Worker(self, newest_only=False)
        form.signals.cover_offered.connect(self._cover_offered)
        form.signals.cover_requested.connect(self._show)
        form.signals.image_offered.connect(self._picture_offered)
        document.opened.connect(self._count)

    def stop(self) -> None:
        """Finish the file that is being written."""
        self._worker.stop()

    # -- the cover --------------------------------------------------------------------------------

    def _cover_offered(self, key: str, source: ImageInput | None) -> None:
        if source is None:
            self._ask_file(lambda path: self._cover_offered(key, path))
            return
        folder = self._folder()
        put = partial(self._put, stem=f"{self._stem()}-cover", folder=folder)
        self._worker.submit(
            lambda: put(image_drop.read(source)),
            self._current(lambda name: self._set_cover(key, name, folder)),
            lambda error: self._form.facts.show_image(key, None, self._text(error)),
        )

    def _set_cover(self, key: str, name: str, folder: Path) -> None:
        self._note(name, folder)
        self._document.edit_fact(key, name, typing=False)

    def _ask_file(self, done: Callable[[Path], None]) -> None:
        title = self.tr("Bild wählen")
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = self.tr("Bilder ({endings})").format(endings=endings)
        path = self._document.path
        folder = path.parent if path else home()
        dialogs.ask_file(self._form.window(), title, filters, folder, done)

    def _show(self, key: str, name: str) -> None:
        """Show the picture ``name`` in the form, small."""
        side = self._theme.px(SIDE) * _OVERSAMPLED
        folder, waiting = self._folder(), self._waiting

        def load() -> QImage:
            path = find_image_file(folder, name) or find_image_file(waiting, name) or folder / name
            return image_drop.thumbnail(path, QSize(side, side))

        def current(show: Callable[[], None]) -> None:
            if self._document.review.fact(key) == name:
                show()

        self._worker.submit(
            load,
            lambda image: current(lambda: self._form.facts.show_image(key, image)),
            lambda error: current(
                lambda: self._form.facts.show_image(key, None, self._text(error))
            ),
        )

    # -- pictures in the text ---------------------------------------------------------------------

    def _picture_offered(self, offered: ImageOffer) -> None:
        self._worker.submit(
            partial(image_drop.read, offered.source),
            self._current(lambda picture: self._ask_alt(picture, offered.insert)),
            self._fail,
        )

    def _ask_alt(self, picture: LoadedImage, insert: Callable[[str], None]) -> None:
        name = picture.path.name if picture.path else self.tr("Bild aus der Zwischenablage")
        dialog = AltTextDialog(name, self._theme, self._form.window())
        dialog.answered.connect(self._current(lambda alt: self._insert(picture, alt, insert)))
        dialog.show()

    def _insert(self, picture: LoadedImage, alt: str, insert: Callable[[str], None]) -> None:
        own = attachments.slugify(picture.path.stem) if picture.path else ""
        stem = own or f"{self._stem()}-" + self.tr("bild")
        folder = self._folder()

        def done(name: str) -> None:
            self._note(name, folder)
            insert(attachments.image_markdown(alt, name))

        put = partial(self._put, picture, stem=stem, folder=folder)
        self._worker.submit(put, self._current(done), self._fail)

    # -- files ------------------------------------------------------------------------------------

    def _put(self, picture: LoadedImage, *, stem: str, folder: Path) -> str:
        if folder == self._waiting:
            # Where that fails, putting the picture there fails too, and says so.
            with contextlib.suppress(OSError):
                atomic_write.make_private_folder(folder)
        if picture.path is not None:
            return attachments.attach_file(picture.path, folder, stem)
        return attachments.attach(picture.data, folder, stem)

    def _note(self, name: str, folder: Path) -> None:
        """Remember what waits; it comes beside the review with the next save."""
        if folder != self._waiting:
            return
        self._document.waiting.add(name)
        self.said.emit(
            self.tr(
                "Das Bild ist aufgehoben und kommt mit dem ersten Sichern neben die "
                "Rezension; bis dahin zeigt die Vorschau es nicht."
            )
        )

    def _folder(self) -> Path:
        path = self._document.path
        return path.parent if path else self._waiting

    def _stem(self) -> str:
        path = self._document.path
        if path is not None:
            return path.stem
        return attachments.slugify(self._document.review.title) or self.tr("rezension")

    def _current(self, done: Callable[..., None]) -> Callable[..., None]:
        """Return ``done`` as long as the review stays open, and nothing to do afterwards."""
        opened = self._opened
        return lambda *values: done(*values) if opened == self._opened else None

    def _count(self) -> None:
        self._opened += 1

    def _text(self, error: RezensentError) -> str:
        return error.text()

    def _fail(self, error: RezensentError) -> None:
        self.said.emit(self._text(error))
