"""Exports that run while their window is to be closed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from editor.export.jobs.job import ExportOutcome
from editor.gui.export.job_runner import ExportRequest
from editor.gui.export.request_runner import RequestRunner
from editor.gui.message_bar import MessageBar


class RunningExports(QObject):
    """Lets a window wait for the files that are being written before it closes."""

    def __init__(self, requests: RequestRunner, message_bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._requests, self._message_bar = requests, message_bar
        self._then: Callable[[], None] | None = None
        requests.written.connect(self._written)
        for end in (requests.refused, requests.cancelled):
            end.connect(self._stay)

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` once no files are being written, at once if there are none.

        If one cannot be written it is not called: the writer is to read why. The message that says
        what is waited for has a button that does not wait.
        """
        if not self._requests.busy:
            then()
            return
        self._then = then
        self._message_bar.insist(self._sentence, self.tr("Ohne Export schließen"), self._go_on)

    @property
    def _sentence(self) -> str:
        return self.tr("Der Export läuft noch; danach schließt sich das Fenster.")

    def _written(self, _: ExportRequest, outcomes: Sequence[ExportOutcome]) -> None:
        if any(outcome.problems for outcome in outcomes):
            self._stay()
        else:
            self._go_on()

    def _stay(self, *_: object) -> None:
        self._then = None
        self._message_bar.take_back(self._sentence)

    def _go_on(self) -> None:
        then = self._then
        self._stay()
        if then is not None:
            then()
