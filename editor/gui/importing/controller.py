"""Import of finished texts that are opened, pasted, or dropped on the window."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from editor.errors import ConversionError, RezensentError
from editor.gui import dialogs
from editor.gui.dialogs import clipboard_content
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileOpener
from editor.gui.worker import Worker
from editor.importing import convert
from editor.importing.form_guess import likely_form_id
from editor.importing.sectioning import Sectioning, read_text
from editor.importing.title_heading import take_title
from editor.review.form import Form, load_form, shipped_form_ids
from editor.review.form_registry import FormRegistry
from editor.review.model import Review, nonempty_sections
from editor.storage import review_file
from editor.storage.size_limit import LONGEST, too_long

if TYPE_CHECKING:
    from editor.gui.importing.page import ImportPage

EDITED = "import"
"""Name of an import among the undo steps."""


class _ReadText(NamedTuple):
    """A review, or a proposal for the sections of a text on a form."""

    content: Review | Sectioning
    text: convert.Conversion
    form: Form
    forms: tuple[Form, ...]
    """Forms that a new review can have."""
    name: str
    """Name of the file, empty for the clipboard."""


class ImportController(QObject):
    """Reads texts outside the GUI thread, shows the import page, and adds them to a review."""

    failed = Signal(str)
    """Emitted with a sentence for the writer."""
    window_requested = Signal(object, object)
    """Emitted with a Form and a Sectioning for a new review, which gets a window of its own."""
    folder_used = Signal(str)
    """Emitted with the folder in which the writer has chosen a file."""

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
        self._postponed: list[tuple[Form, tuple[Sectioning, ...]]] = []
        self._pages: dict[ImportPage, Form] = {}
        self._worker = Worker(self, newest_only=False, reads_only=True)
        document.holder_changed.connect(self._offer_here)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"import": self.ask, "import_clipboard": self.from_clipboard}

    def stop(self) -> None:
        """Stop reading and forget what is being read."""
        self._worker.stop()

    def ask(self) -> None:
        """Ask for a file and import it."""
        endings = " ".join(f"*{suffix}" for suffix in convert.SUFFIXES)
        dialogs.ask_file(
            self._window,
            self.tr("Text importieren"),
            self.tr("Texte ({endings});;Alle Dateien (*)").format(endings=endings),
            self._files.start_folder(),
            self.from_file,
        )

    def from_file(self, path: Path) -> None:
        """Import the text of ``path``; a review is opened as an unsaved copy."""
        self.folder_used.emit(str(path.parent))
        self._read(
            partial(_file, path),
            lambda review: self._document.open(review, None, saved=False),
            str(path),
        )

    def from_clipboard(self) -> None:
        """Import the text of the clipboard, with its formatting if there is any."""
        source = clipboard_content()
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

    def begin(self, form: Form, sectioning: Sectioning) -> None:
        """Begin a review on ``form`` with title and texts of ``sectioning``, which undo removes."""
        self._document.open(review_file.new_review(form, [("author", self._files.author)]), None)
        self._append(sectioning)

    def drop(self, path: Path) -> None:
        """Open ``path``, which was dropped, if it is a review; else import its text."""
        self.folder_used.emit(str(path.parent))
        self._read(partial(_file, path), lambda _: self._files.load(path), str(path))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept files that are dropped on the window and that no widget in it accepts."""
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
        load: Callable[[], convert.Conversion],
        show: Callable[[Review], None],
        name: str = "",
    ) -> None:
        form, forms, fresh = self._document.form, self._forms, self._is_fresh

        def read() -> _ReadText:
            text = load()
            likely = likely_form_id(text.markdown, form.id) if fresh else form.id
            chosen = form if likely == form.id else forms.resolve(likely).form
            return _sorted(text, chosen, forms, name)

        def done(result: _ReadText) -> None:
            content = result.content
            if isinstance(content, Review):
                self._files.close(lambda: show(content))
            else:
                self._show_page(content, result)

        self._worker.submit(read, done, self._fail)

    @property
    def _is_fresh(self) -> bool:
        """Whether the open review is a new one in which nothing has been done yet."""
        document = self._document
        begun = nonempty_sections(document.review.sections) or document.path or document.can_undo
        return not begun and not document.read_only

    def _show_page(self, sectioning: Sectioning, read: _ReadText) -> None:
        if not any(unit.text.strip() for unit in sectioning.units):
            self.failed.emit(
                self.tr("Diese Datei enthält keinen Text; bitte wählen Sie eine andere.")
            )
            return
        # Imported late: most sessions never show the page.
        from editor.gui.importing.page import ImportPage  # noqa: PLC0415

        sectionings = self._resumed(read.form, sectioning)
        notices = [notice.text() for notice in read.text.notices]
        if len(sectionings) > 1:
            again = self.tr(
                "Sie machen weiter, wo Sie aufgehört haben; Strg+Z nimmt es Schritt für "
                "Schritt zurück."
            )
            notices = [*notices, again]
        empty = not nonempty_sections(self._document.review.sections)
        page = ImportPage(
            sectionings,
            read.form,
            self._window.theme,
            self._window,
            notices=notices,
            empty=empty,
            forms=read.forms if self._is_fresh or not empty else (),
        )
        self._wire(page, read)
        self._offer_here()
        page.open()

    def _wire(self, page: "ImportPage", read: _ReadText) -> None:
        form = read.form
        page.import_requested.connect(partial(self._take, page, form))
        page.form_choice.chosen.connect(partial(self._sort_again, page, read))
        page.postponed.connect(lambda sectionings: self._postponed.append((form, sectionings)))
        page.finished.connect(lambda _: self._pages.pop(page))
        self._pages[page] = form

    def _sort_again(self, page: "ImportPage", read: _ReadText, form_id: str) -> None:
        """Propose sections of another form."""

        def done(result: _ReadText) -> None:
            if isinstance(result.content, Sectioning):
                self._show_page(result.content, result)

        page.reject()
        form = next(form for form in read.forms if form.id == form_id)
        if form_id == self._document.form.id:
            form = self._document.form
        self._worker.submit(partial(_sorted, read.text, form, self._forms, read.name), done)

    def _offer_here(self) -> None:
        """Offer to append to the open review unless it is locked or has another form."""
        document, fresh = self._document, self._is_fresh
        for page, form in self._pages.items():
            here = not document.read_only and (fresh or form == document.form)
            page.target.offer_here(offered=here)

    def _resumed(self, form: Form, proposal: Sectioning) -> tuple[Sectioning, ...]:
        """Return the postponed steps for this text and forget them; else only ``proposal``."""
        postponed = next((o for o in self._postponed if o[0] == form and o[1][0] == proposal), None)
        if postponed is None:
            return (proposal,)
        self._postponed.remove(postponed)
        return postponed[1]

    def _take(
        self,
        page: "ImportPage",
        form: Form,
        sectioning: Sectioning,
        in_new: bool,  # noqa: FBT001 (a signal)
    ) -> None:
        if in_new:
            # First, since a dialog that closes brings its own window to the front.
            page.accept()
            self.window_requested.emit(form, sectioning)
        elif self._is_fresh and form != self._document.form:
            self.begin(form, sectioning)
            page.accept()
        elif self._append(sectioning):
            page.accept()

    def _append(self, sectioning: Sectioning) -> bool:
        """Add the texts to the open review, and return whether it could be edited.

        The first text of a review brings its title with it.
        """
        before = self._document.review
        review = sectioning.into(before)
        if not nonempty_sections(before.sections):
            review = take_title(review)
        return self._document.edit_review(review, EDITED)

    def _fail(self, error: RezensentError) -> None:
        self.failed.emit(error.text())


def _sorted(text: convert.Conversion, form: Form, registry: FormRegistry, name: str) -> _ReadText:
    """Return the review in ``text``, or its sections on ``form``. Raises ReviewFileError."""
    content = read_text(text.markdown, form, registry, name=name)
    custom, _ = registry.custom()
    by_id = {item.id: item for item in (*map(load_form, shipped_form_ids()), *custom)}
    return _ReadText(content, text, form, tuple(by_id.values()), name)


def _file(path: Path) -> convert.Conversion:
    """Return the text of ``path``. Raises ReviewFileError and ConversionError."""
    converted = convert.read(path)
    if len(converted.markdown) > LONGEST:
        raise too_long(path, LONGEST)
    return converted


def _clipboard(html: str, text: str) -> convert.Conversion:
    """Return the text of the clipboard. Raises ConversionError for one that is too long."""
    # Checked before the conversion, which would take minutes.
    if len(text) > LONGEST:
        raise ConversionError(
            "Der kopierte Text ist zu lang für das Fenster (mehr als zwei Millionen Zeichen); "
            "bitte kopieren Sie ihn in mehreren Teilen.",
            "The copied text is too long for the window (more than two million characters); "
            "please copy it in several parts.",
        )
    return convert.from_clipboard(html, text)


def _dropped(data: QMimeData) -> Path | None:
    """Return the dragged file, None unless it is a single one of a readable format."""
    urls = data.urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in convert.SUFFIXES else None
