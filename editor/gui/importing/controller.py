"""Finished texts on their way into a review: opened, copied, or dropped on the window."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from editor.errors import ConversionError, RezensentError
from editor.gui import dialogs
from editor.gui.dialogs import copied
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileOpener
from editor.gui.size_limit import LONGEST, too_long
from editor.gui.worker import Worker
from editor.importing import convert, sectioning
from editor.importing.sectioning import Sectioning
from editor.review.form import Form
from editor.review.form_registry import FormRegistry
from editor.review.model import Review, nonempty_sections
from editor.storage import review_file

if TYPE_CHECKING:
    from editor.gui.importing.page import ImportPage

EDITED = "import"
"""What an import is called among the steps of undo."""


class _Read(NamedTuple):
    """What a text has turned out to be, with sentences about what did not come along."""

    found: Review | Sectioning
    notices: list[str]


class ImportController(QObject):
    """Reads texts off the GUI thread, shows the page that sorts them, and takes them over."""

    failed = Signal(str)
    """A sentence for the writer."""
    folder_used = Signal(str)
    """The folder in which the writer chose a file."""

    def __init__(
        self,
        document: Document,
        files: FileOpener,
        window: HostWindow,
        forms: FormRegistry,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._files = files
        self._window = window
        self._forms = forms
        self._put_off: list[tuple[Form, tuple[Sectioning, ...]]] = []
        self._pages: list[ImportPage] = []
        self._worker = Worker(self, newest_only=False)
        document.holder_changed.connect(self._offer_here)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for actions."""
        return {"import": self.ask, "import_clipboard": self.from_clipboard}

    def stop(self) -> None:
        """Read no more."""
        self._worker.stop(forget=True)

    def ask(self) -> None:
        """Ask for a file with a finished text."""
        endings = " ".join(f"*{suffix}" for suffix in convert.SUFFIXES)
        dialogs.ask_file(
            self._window,
            self.tr("Fertigen Text übernehmen"),
            self.tr("Texte ({endings});;Alle Dateien (*)").format(endings=endings),
            self._files.start_folder(),
            self.from_file,
        )

    def from_file(self, path: Path) -> None:
        """Sort the text of ``path``; a review is opened as a copy that is in no file yet."""
        self.folder_used.emit(str(path.parent))
        self._read(
            partial(_file, path),
            lambda review: self._document.open(review, None, saved=False),
            str(path),
        )

    def from_clipboard(self) -> None:
        """Sort what was copied, formatted where it says so."""
        source = copied()
        text, html = source.text(), source.html()
        if not text.strip():
            self.failed.emit(
                self.tr("In der Zwischenablage ist kein Text; bitte kopieren Sie ihn zuerst.")
            )
            return
        self._read(
            partial(_clipboard, html, text),
            lambda review: self._document.open(review, None, saved=False),
        )

    def drop(self, path: Path) -> None:
        """Open the review that was dropped, or sort the text that it is."""
        self.folder_used.emit(str(path.parent))
        self._read(partial(_file, path), lambda _: self._files.load(path), str(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window, where nothing within it wants them."""
        if isinstance(event, QDropEvent | QDragMoveEvent | QDragEnterEvent):
            path = _dropped(event.mimeData())
            if path is not None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.drop(path)
                return True
        return super().eventFilter(watched, event)

    # -- inside -----------------------------------------------------------------------------------

    def _read(
        self,
        convert: Callable[[], convert.Conversion],
        show: Callable[[Review], None],
        name: str = "",
    ) -> None:
        form, forms = self._document.form, self._forms

        def read() -> _Read:
            converted = convert()
            notices = [notice.text() for notice in converted.notices]
            return _Read(sectioning.read(converted.markdown, form, forms, name=name), notices)

        def done(result: _Read) -> None:
            found = result.found
            if isinstance(found, Review):
                self._files.close(lambda: show(found))
            else:
                self._sort(found, form, result.notices)

        self._worker.submit(read, done, self._fail)

    def _sort(self, sorting: Sectioning, form: Form, notices: list[str]) -> None:
        if not any(unit.text.strip() for unit in sorting.units):
            self.failed.emit(self.tr("Darin ist kein Text; bitte wählen Sie eine andere Datei."))
            return
        # The page and its lists are for those who import something.
        from editor.gui.importing.page import ImportPage  # noqa: PLC0415

        sortings = self._sortings(form, sorting)
        if len(sortings) > 1:
            again = self.tr(
                "Weiter, wo Sie aufgehört haben; Strg+Z nimmt es Schritt für Schritt zurück."
            )
            notices = [*notices, again]
        page = ImportPage(
            sortings,
            form,
            self._window.theme,
            self._window,
            notices=notices,
            empty=not nonempty_sections(self._document.review.sections),
        )
        page.taken.connect(partial(self._take, page, form))
        page.put_off.connect(lambda sortings: self._put_off.append((form, sortings)))
        page.finished.connect(lambda _: self._pages.remove(page))
        self._pages.append(page)
        self._offer_here()
        page.open()

    def _offer_here(self) -> None:
        """Offer what can be done: nothing is appended to a review that somebody else has open."""
        for page in self._pages:
            page.offer_here(offered=self._document.holder is None)

    def _sortings(self, form: Form, proposal: Sectioning) -> tuple[Sectioning, ...]:
        """Return what the writer has made of this text before, if it was put off, and forget it."""
        found = next((o for o in self._put_off if o[0] == form and o[1][0] == proposal), None)
        if found is None:
            return (proposal,)
        self._put_off.remove(found)
        return found[1]

    def _take(
        self,
        page: "ImportPage",
        form: Form,
        sorting: Sectioning,
        in_new: bool,  # noqa: FBT001 (a signal)
    ) -> None:
        def into_new() -> None:
            if page not in self._pages:
                # Left while the review before it was still being saved.
                return
            # Begun empty, so that one step of undo takes the text back here as well.
            self._document.open(
                review_file.new_review(form, [("author", self._files.author)]), None
            )
            take()

        def take() -> None:
            review = sorting.into(self._document.review)
            if self._document.edit_review(review, EDITED):
                page.accept()

        if in_new:
            self._files.close(into_new)
        else:
            take()

    def _fail(self, error: RezensentError) -> None:
        self.failed.emit(error.text())


def _file(path: Path) -> convert.Conversion:
    """Return the text of ``path``. Raises ReviewFileError and ConversionError."""
    converted = convert.read(path)
    if len(converted.markdown) > LONGEST:
        raise too_long(path)
    return converted


def _clipboard(html: str, text: str) -> convert.Conversion:
    """Return what was copied. Raises ConversionError for what the window cannot show."""
    # Before it is converted: of such a length that takes minutes.
    if len(text) > LONGEST:
        raise ConversionError(
            "Der kopierte Text ist zu lang für das Fenster (mehr als zwei Millionen Zeichen); "
            "bitte kopieren Sie ihn in mehreren Teilen.",
            "The copied text is too long for the window (more than two million characters); "
            "please copy it in several parts.",
        )
    return convert.from_clipboard(html, text)


def _dropped(data: QMimeData) -> Path | None:
    """Return the file that is dragged, None when it is not exactly one that can be read."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in convert.SUFFIXES else None
