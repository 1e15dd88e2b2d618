"""Images of the review: attached to it, previewed in the form, and inserted into its text."""

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from editor.export.image_sources import find_image_file
from editor.gui import dialogs
from editor.gui.document import Document
from editor.gui.editor import image_data
from editor.gui.editor.image_data import ImageInput, ImageSize, LoadedImage
from editor.gui.editor.image_dialog import ImageDialog
from editor.gui.editor.image_drop import SUFFIXES, ImageOffer
from editor.gui.form.facts.cover_edit import SIDE
from editor.gui.form.form_page import FormPage
from editor.gui.host_window import HostWindow
from editor.gui.settings_store import SettingsStore
from editor.gui.worker import Worker
from editor.settings import home
from editor.storage import atomic_write, attachments, load_save

_OVERSAMPLED = 2
"""Pixels of the preview for a device-independent pixel; few screens have a higher ratio."""


class ImageAttachments(QObject):
    """Reads and writes the image files for the form, off the GUI thread.

    Images of a review without a file are kept in the folder ``pending`` until it is saved.
    """

    message = Signal(object)
    """Emitted with a sentence or an error for the message bar."""

    def __init__(
        self,
        document: Document,
        form: FormPage,
        window: HostWindow,
        settings_store: SettingsStore,
        pending: Path,
    ) -> None:
        super().__init__(form)
        self._document = document
        self._form = form
        self._window = window
        self._settings_store = settings_store
        self._pending = pending
        self._opened = 0
        """Number of reviews that were opened: results for an earlier one are dropped."""
        self._worker = Worker(self, newest_only=False)
        form.signals.cover_offered.connect(self._offer_cover)
        form.signals.cover_requested.connect(self._show_cover)
        form.signals.image_offered.connect(self._offer_image)
        document.opened.connect(self._leave_review)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"image": self._choose_image}

    def stop(self) -> None:
        """Wait until all files are written."""
        self._worker.stop()

    # -- the cover --------------------------------------------------------------------------------

    def _offer_cover(self, key: str, source: ImageInput | None) -> None:
        if source is None:
            self._ask_file(lambda path: self._offer_cover(key, path))
            return
        self._worker.submit(
            lambda: image_data.read(source),
            self._current(lambda image: self._size_cover(key, image)),
            lambda error: self._form.facts.show_image(key, None, error.text()),
        )

    def _size_cover(self, key: str, image: LoadedImage) -> None:
        """Attach a cover, in a size that the writer chooses where it is large."""
        if image.has_choice:
            self._ask(image, lambda _, size: self._attach_cover(key, image, size), asks_text=False)
        else:
            self._attach_cover(key, image, image.sizes[0])

    def _attach_cover(self, key: str, image: LoadedImage, size: ImageSize) -> None:
        folder = self._folder()

        def done(name: str) -> None:
            self._note_pending(name, folder)
            self._document.edit_fact(key, name, typing=False)

        self._worker.submit(
            self._attachment(image, size, f"{self._stem()}-cover"),
            self._current(done),
            lambda error: self._form.facts.show_image(key, None, error.text()),
        )

    def _ask_file(self, done: Callable[[Path], None]) -> None:
        title = self.tr("Bild wählen")
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        filters = self.tr("Bilder ({endings})").format(endings=endings)
        path = self._document.path
        folder = path.parent if path else home()
        dialogs.ask_file(self._form.window(), title, filters, folder, done)

    def _show_cover(self, key: str, name: str) -> None:
        """Show a thumbnail of the image with the address ``name``."""
        side = self._window.theme.px(SIDE) * _OVERSAMPLED
        folder, pending = self._folder(), self._pending

        def load() -> QImage:
            path = find_image_file(folder, name) or find_image_file(pending, name) or folder / name
            return image_data.thumbnail(path, QSize(side, side))

        def current(show: Callable[[], None]) -> None:
            if self._document.review.fact(key) == name:
                show()

        self._worker.submit(
            load,
            lambda image: current(lambda: self._form.facts.show_image(key, image)),
            lambda error: current(lambda: self._form.facts.show_image(key, None, error.text())),
        )

    # -- images in the text -----------------------------------------------------------------------

    def _choose_image(self) -> None:
        editor = self._form.current_editor
        if editor is not None and not editor.isReadOnly():
            editor.offer_image(None)

    def _offer_image(self, offered: ImageOffer) -> None:
        if offered.source is None:
            self._ask_file(lambda path: self._read_image(path, offered.insert))
        else:
            self._read_image(offered.source, offered.insert)

    def _read_image(self, source: ImageInput, insert: Callable[[str], None]) -> None:
        def ask(image: LoadedImage) -> None:
            self._ask(image, lambda alt, size: self._insert(image, size, alt, insert))

        self._worker.submit(lambda: image_data.read(source), self._current(ask), self.message.emit)

    def _ask(
        self,
        image: LoadedImage,
        answered: Callable[[str, ImageSize], None],
        *,
        asks_text: bool = True,
    ) -> None:
        """Ask for the alternative text and the size, and remember the size for the next image."""
        dialog = ImageDialog(image, self._window.theme, self._window, asks_text=asks_text)
        dialog.choose(self._settings_store.settings.image_size)

        def done(alt: str, size: ImageSize) -> None:
            if image.has_choice:
                self._settings_store.change(image_size=size.id)
            answered(alt, size)

        dialog.answered.connect(self._current(done))
        dialog.show()

    def _insert(
        self, image: LoadedImage, size: ImageSize, alt: str, insert: Callable[[str], None]
    ) -> None:
        own_stem = attachments.slugify(image.path.stem) if image.path else ""
        stem = own_stem or f"{self._stem()}-" + self.tr("bild")
        folder = self._folder()

        def done(name: str) -> None:
            self._note_pending(name, folder)
            insert(attachments.image_markdown(alt, name))

        attach = self._attachment(image, size, stem)
        self._worker.submit(attach, self._current(done), self.message.emit)

    # -- files ------------------------------------------------------------------------------------

    def _attachment(self, image: LoadedImage, size: ImageSize, stem: str) -> Callable[[], str]:
        """Return a job that puts the image beside the review and returns its name."""
        path, location, folder = self._document.path, self._document.location, self._folder()

        def attach() -> str:
            if path is not None:
                load_save.check_mounted(path, location)
            return self._attach(image, size, stem=stem, folder=folder)

        return attach

    def _attach(self, image: LoadedImage, size: ImageSize, *, stem: str, folder: Path) -> str:
        if folder == self._pending:
            # If this fails, attaching the image fails too, with an error message.
            with contextlib.suppress(OSError):
                atomic_write.make_private_folder(folder)
        new = image_data.scaled(image, size)
        if new is image and image.path is not None:
            return attachments.attach_file(image.path, folder, stem)
        return attachments.attach(new.data, folder, stem)

    def _note_pending(self, name: str, folder: Path) -> None:
        """Note an image in the pending folder: the next save moves it beside the review."""
        if folder != self._pending:
            return
        self._document.waiting.add(name)
        self.message.emit(
            self.tr("Beim ersten Sichern wird das Bild neben der Rezension abgelegt.")
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

    def _leave_review(self) -> None:
        self._opened += 1
        for dialog in self._window.findChildren(ImageDialog):
            dialog.reject()
