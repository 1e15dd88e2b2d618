"""Page printer: prints the page of the preview or, where there is no printer, opens it as a PDF."""

from collections import deque
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from editor.gui.screen_fit import keep_fitted
from editor.gui.web.page_view import PageView
from editor.gui.worker import Worker
from editor.storage.processes import ScratchFolder


class PagePrinter(QObject):
    """Asks for a printer and prints; the window stays usable meanwhile."""

    message = Signal(str)
    """A sentence about the result."""
    pdf_written = Signal(object, bool)
    """Emitted with the Path of a PDF, made because there is no printer, and whether the desktop
    opens it."""

    def __init__(self, page_view: PageView, scratch: ScratchFolder, parent: QWidget) -> None:
        """PDFs are written to ``scratch``, dialogs shown over ``parent``."""
        super().__init__(parent)
        self._page_view = page_view
        self._window = parent
        self._worker = Worker(self, reads_only=True)
        self._scratch = scratch
        self._written: set[Path] = set()
        self._printers: deque[QPrinter] = deque()
        """Printers with a job. The first one prints and the others wait, as the page is printed
        once at a time. They must live until they are done, longer than their dialogs."""

    def start(self, name: str) -> None:
        """Ask for a printer; ``name`` is the name of the print job or PDF."""
        # A distant print server may take long to answer.
        self._worker.submit(
            QPrinterInfo.availablePrinterNames, lambda printers: self._choose(printers, name)
        )

    def stop(self) -> None:
        """End the worker and remove the PDFs, which their viewers have read by now."""
        self._worker.stop()
        for path in self._written:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _choose(self, printers: list[str], name: str) -> None:
        if printers:
            self._open_dialog(name)
        else:
            self._write_pdf(name)

    def _open_dialog(self, name: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("dialog.print")
        keep_fitted(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._queue(printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _queue(self, printer: QPrinter) -> None:
        self._printers.append(printer)
        if len(self._printers) == 1:
            self._print_next()

    def _print_next(self) -> None:
        if self._printers:
            self._page_view.print_to(self._printers[0], self._print_finished)

    def _print_finished(self, success: bool) -> None:  # noqa: FBT001
        self._printers.popleft()
        self._print_next()
        self.message.emit(
            self.tr("Die Seite ist an den Drucker gesendet.")
            if success
            else self.tr("Die Seite ließ sich nicht drucken; bitte prüfen Sie den Drucker.")
        )

    def _write_pdf(self, name: str) -> None:
        try:
            path = self._scratch.path(f"{name}.pdf")
        except OSError:
            self._report_no_pdf()
            return
        self._written.add(path)
        self._page_view.print_to_pdf(path, lambda success: self._open_pdf(path, success=success))

    def _open_pdf(self, path: Path, *, success: bool) -> None:
        if not success:
            self._report_no_pdf()
        else:
            self.pdf_written.emit(path, QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))

    def _report_no_pdf(self) -> None:
        self.message.emit(self.tr("Die Seite ließ sich nicht als PDF schreiben."))
