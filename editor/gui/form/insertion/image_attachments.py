"""Images of the review: attached to it, previewed in the form, and inserted into its text."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from editor.errors import RezensentError
from editor.export.image_sources import find_image_file
from editor.gui import dialogs
from editor.gui.document import Document
from editor.gui.editor import image_drop
from editor.gui.editor.alt_text_dialog import AltTextDialog
from editor.gui.editor.image_drop import SUFFIXES, ImageInput, ImageOffer, LoadedImage
from editor.gui.form.facts.cover_edit import SIDE
from editor.gui.form.form_page import FormPage
from editor.gui.theme import Theme
from editor.gui.worker import Worker
from editor.settings import home
from editor.storage import atomic_write, attachments

_OVERSAMPLED = 2
"""Pixels of the preview for a device-independent pixel; few screens have a higher ratio."""


class ImageAttachments(QObject):
    """Reads and writes the image files for the form, off the GUI thread.

    Images of a review without a file are kept in the folder ``pending`` until it is saved.
    """

    message = Signal(str)
    """A sentence for the message bar."""

    def __init__(self, document: Document, form: FormPage, theme: Theme, pending: Path) -> None:
        super().__init__(form)
        self._document = document
        self._form = form
        self._theme = theme
        self._pending = pending
        self._opened = 0
        """Number of reviews that were opened: results for an earlier one are dropped."""
        self._worker = Worker(self, newest_only=False)
        form.signals.cover_offered.connect(self._offer_cover)
        form.signals.cover_requested.connect(self._show_cover)
        form.signals.image_offered.connect(self._offer_image)
        document.opened.connect(self._count_opened)

    def stop(self) -> None:
        """Wait until all files are written."""
        self._worker.stop()

    # -- the cover --------------------------------------------------------------------------------

    def _offer_cover(self, key: str, source: ImageInput | None) -> None:
        if source is None:
            self._ask_file(lambda path: self._offer_cover(key, path))
            return
        folder = self._folder()
        attach = partial(self._attach, stem=f"{self._stem()}-cover", folder=folder)
        self._worker.submit(
            lambda: attach(image_drop.read(source)),
            self._current(lambda name: self._set_cover(key, name, folder)),
            lambda error: self._form.facts.show_image(key, None, error.text()),
        )

    def _set_cover(self, key: str, name: str, folder: Path) -> None:
        self._note_pending(name, folder)
        self._document.edit_fact(key, name, typing=False)

    def _ask_file(self, done: Callable[[Path], None]) -> None:
        title = self.tr("Bild wählen")
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = self.tr("Bilder ({endings})").format(endings=endings)
        path = self._document.path
        folder = path.parent if path else home()
        dialogs.ask_file(self._form.window(), title, filters, folder, done)

    def _show_cover(self, key: str, name: str) -> None:
        """Show a thumbnail of the image with the address ``name``."""
        side = self._theme.px(SIDE) * _OVERSAMPLED
        folder, pending = self._folder(), self._pending

        def load() -> QImage:
            path = find_image_file(folder, name) or find_image_file(pending, name) or folder / name
            return image_drop.thumbnail(path, QSize(side, side))

        def current(show: Callable[[], None]) -> None:
            if self._document.review.fact(key) == name:
                show()

        self._worker.submit(
            load,
            lambda image: current(lambda: self._form.facts.show_image(key, image)),
            lambda error: current(lambda: self._form.facts.show_image(key, None, error.text())),
        )

    # -- images in the text -----------------------------------------------------------------------

    def _offer_image(self, offered: ImageOffer) -> None:
        self._worker.submit(
            partial(image_drop.read, offered.source),
            self._current(lambda image: self._ask_alt(image, offered.insert)),
            self._fail,
        )

    def _ask_alt(self, image: LoadedImage, insert: Callable[[str], None]) -> None:
        name = image.path.name if image.path else self.tr("Bild aus der Zwischenablage")
        dialog = AltTextDialog(name, self._theme, self._form.window())
        dialog.answered.connect(self._current(lambda alt: self._insert(image, alt, insert)))
        dialog.show()

    def _insert(self, image: LoadedImage, alt: str, insert: Callable[[str], None]) -> None:
        own_stem = attachments.slugify(image.path.stem) if image.path else ""
        stem = own_stem or f"{self._stem()}-" + self.tr("bild")
        folder = self._folder()

        def done(name: str) -> None:
            self._note_pending(name, folder)
            insert(attachments.image_markdown(alt, name))

        attach = partial(self._attach, image, stem=stem, folder=folder)
        self._worker.submit(attach, self._current(done), self._fail)

    # -- files ------------------------------------------------------------------------------------

    def _attach(self, image: LoadedImage, *, stem: str, folder: Path) -> str:
        if folder == self._pending:
            # If this fails, attaching the image fails too, with an error message.
            with contextlib.suppress(OSError):
                atomic_write.make_private_folder(folder)
        if image.path is not None:
            return attachments.attach_file(image.path, folder, stem)
        return attachments.attach(image.data, folder, stem)

    def _note_pending(self, name: str, folder: Path) -> None:
        """Note an image in the pending folder: the next save moves it beside the review."""
        if folder != self._pending:
            return
        self._document.waiting.add(name)
        self.message.emit(
            self.tr(
                "Das Bild ist aufgehoben und kommt mit dem ersten Sichern neben die "
                "Rezension; bis dahin zeigt die Vorschau es nicht."
            )
        )

    def _folder(self) -> Path:
        path = self._document.path
        return path.parent if path else self._pending

    def _stem(self) -> str:
        path = self._document.path
        if path is not None:
            return path.stem
        return attachments.slugify(self._document.review.title) or self.tr("rezension")

    def _current(self, done: Callable[..., None]) -> Callable[..., None]:
        """Return a function that calls ``done`` unless another review has been opened by then."""
        opened = self._opened
        return lambda *values: done(*values) if opened == self._opened else None

    def _count_opened(self) -> None:
        self._opened += 1

    def _fail(self, error: RezensentError) -> None:
        self.message.emit(error.text())
