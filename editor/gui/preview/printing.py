"""Printing the page as the preview shows it, on paper or, without a printer, as a PDF."""

from collections import deque
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from editor.gui.web.page_view import Preview
from editor.gui.worker import Worker
from editor.storage.processes import ScratchFolder


class Printing(QObject):
    """Asks how to print and does it; nothing waits for a printer."""

    said = Signal(str)
    """How it went."""

    def __init__(self, preview: Preview, scratch: ScratchFolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = preview
        self._window = parent
        self._worker = Worker(self)
        self._scratch = scratch
        self._printers: deque[QPrinter] = deque()
        """Those that print: they live until that is done, longer than their dialogs. The first one
        does it now, the others wait, as the page is printed once at a time."""

    def start(self, name: str) -> None:
        """Ask for a printer; ``name`` is what the job or the PDF is called."""
        # A print server that is far away takes its time to answer.
        self._worker.submit(
            QPrinterInfo.availablePrinterNames, lambda names: self._choose(names, name)
        )

    def stop(self) -> None:
        """Print no more, and remove the PDFs: whoever shows one has read it by now."""
        self._worker.stop()
        self._scratch.clear()

    def _choose(self, printers: list[str], name: str) -> None:
        if printers:
            self._ask(name)
        else:
            self._make_pdf(name)

    def _ask(self, name: str) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("dialog.print")
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
            self._preview.print_to(self._printers[0], self._printed)

    def _printed(self, success: bool) -> None:  # noqa: FBT001
        self._printers.popleft()
        self._print_next()
        self.said.emit(
            self.tr("Die Seite ist an den Drucker gegeben.")
            if success
            else self.tr("Die Seite ließ sich nicht drucken; bitte prüfen Sie den Drucker.")
        )

    def _make_pdf(self, name: str) -> None:
        try:
            path = self._scratch.path(f"{name}.pdf")
        except OSError:
            self._no_pdf()
            return
        self._preview.print_to_pdf(path, lambda success: self._show(path, success=success))

    def _show(self, path: Path, *, success: bool) -> None:
        if not success:
            self._no_pdf()
        elif QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.emit(
                self.tr("Es ist kein Drucker eingerichtet; die Seite öffnet sich als PDF.")
            )
        else:
            text = self.tr("Es ist kein Drucker eingerichtet; die Seite liegt als PDF in {path}.")
            self.said.emit(text.format(path=path))

    def _no_pdf(self) -> None:
        self.said.emit(self.tr("Die Seite ließ sich nicht als PDF schreiben."))
